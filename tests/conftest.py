"""What all tests share: the one door to the real texts beside the project, and what to do where a program is missing."""

from __future__ import annotations

import ctypes.util
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import rowwise
from hypothesis import HealthCheck, settings

# a slow machine is no fault of a property; what a property takes is told by the run's own durations
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
SHARED = Path(os.environ.get("SSC_SHARED", Path(__file__).resolve().parents[2] / "shared"))
os.environ.setdefault("SSC_DRAFTER_CACHE", "off")  # what a check keeps between runs would hide what it does
JARS = Path("/usr/share/java")
LIBERATION = Path("/usr/share/fonts/truetype/liberation2")


def _missing() -> dict[str, str]:
    """Return, for each marker whose program is not on this machine, the sentence that a skipped test says."""
    wanted = {
        "browser": (
            shutil.which("chromium") and ctypes.util.find_library("atomic"),
            "Debian's packages chromium and libatomic1",
        ),
        "office": (
            shutil.which("soffice") and LIBERATION.is_dir(),
            "Debian's packages libreoffice-writer-nogui and fonts-liberation2",
        ),
        "poppler": (shutil.which("pdftotext"), "Debian's package poppler-utils"),
        "pango": (
            ctypes.util.find_library("pangoft2-1.0") and ctypes.util.find_library("harfbuzz-subset"),
            "Debian's packages libpangoft2-1.0-0 and libharfbuzz-subset0",
        ),
        "preflight": (
            shutil.which("java") and (JARS / "preflight.jar").exists() and (JARS / "jaxb-api.jar").exists(),
            "Debian's packages default-jre-headless, libpdfbox2-java, libactivation-java and libjaxb-api-java",
        ),
    }
    return {marker: f"skipped: needs {package}" for marker, (found, package) in wanted.items() if not found}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--row", default="", help="of tests that run a table, only the rows with this text in their name")


def pytest_configure(config: pytest.Config) -> None:
    rowwise.ONLY[0] = config.getoption("--row")


WHOLE = re.compile(r"^pytestmark = .*", re.M)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a file unread of which `-m "not slow and ..."` takes nothing: the fast loop need not import what it will not run."""
    asked = str(config.getoption("markexpr"))
    named = any(".py" in argument for argument in config.args)  # who names a file is told that all of it is left out
    if named or collection_path.suffix != ".py" or not re.fullmatch(r"not \w+( and not \w+)*", asked):
        return None
    marked = WHOLE.search(collection_path.read_text("utf-8"))
    left_out = set(re.findall(r"not (\w+)", asked))
    return True if marked and left_out & set(re.findall(r"mark\.(\w+)", marked[0])) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, by name, what needs a program that is not here. CI installs them all, so nothing is skipped there."""
    missing = _missing()
    for item in items:
        for marker, reason in missing.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _wants_pango(error: BaseException | None) -> bool:
    while error is not None:
        if getattr(error, "key", "") == "writers.no_pango" or (
            isinstance(error, OSError) and "cannot load library" in str(error)
        ):
            return True
        error = error.__cause__ or error.__context__
    return False


def _skipped_without_pango(error: Exception) -> None:
    """A test that needed a PDF, on a machine without Pango, is skipped by name; everywhere else its fault stands."""
    missing = _missing().get("pango")
    if missing and (_wants_pango(error) or "Pango" in str(error)):
        pytest.skip(missing)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        _skipped_without_pango(error)
        raise


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        _skipped_without_pango(error)
        raise


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts and labelled cases, or skip the test and say why."""
    if not SHARED.is_dir():
        pytest.skip("skipped: the real texts (a folder `shared` beside the project) are not on this machine")
    return SHARED
