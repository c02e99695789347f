"""Which program a version of a draft was saved by: what no edition holds, and the bytes of documents depend on as well."""

from __future__ import annotations

import ctypes
import hashlib
import platform
import zlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata

from ssc_drafter import __version__, places

# the libraries whose release may change a byte: words of States, numbers and dates, and what documents are written with
LIBRARIES = (
    *("babel", "jinja2", "num2words", "pycountry"),
    *("fonttools", "lxml", "pikepdf", "pydyf", "python-docx", "weasyprint"),
)
# of the system: what lays out the words of a PDF and cuts its fonts down, and who tells its release
OF_THE_SYSTEM = {
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
}


@lru_cache(maxsize=1)
def running() -> Mapping[str, str]:
    """Return the program that runs: its version with a hash of its code, and the releases of what it runs and writes with."""
    code = hashlib.sha256()
    for path in sorted(places.PACKAGE.rglob("*.py")):
        code.update(path.relative_to(places.PACKAGE).as_posix().encode())
        code.update(path.read_bytes())
    below = {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    below |= {name: _system_release(*where) for name, where in OF_THE_SYSTEM.items()}
    own = f"{__version__}+{code.hexdigest()[:12]}"
    return {"ssc-drafter": own, **{name: _release(name) for name in LIBRARIES}, **below}


def _release(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _system_release(library: str, teller: str) -> str:
    try:
        tells = getattr(ctypes.CDLL(library), teller)
    except (OSError, AttributeError):
        return ""
    tells.restype = ctypes.c_char_p
    return bytes(tells()).decode()


def otherwise(saved_by: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is another one today than when a version was saved ("weasyprint 66.0"), as it was then; none: the same bytes.

    A version of before this was written down has none either.
    """
    now = running()
    return tuple(f"{name} {release}".strip() for name, release in saved_by.items() if now.get(name, "") != release)
