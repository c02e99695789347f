"""The wheel: built, installed in a clean virtual environment with the locked dependencies, used outside the source tree."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = Path(sys.executable).with_name("uv")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: object, cwd: Path = ROOT, **extra: str) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **extra}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive, and the wheel from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of a virtual environment with the wheel and nothing else of ours."""
    if not INSTALLER.exists():
        pytest.skip("skipped: the pinned installer is not in this environment (make test puts it there)")
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    extra = {"VIRTUAL_ENV": str(home)}
    run(INSTALLER, "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements" / "prod.txt", **extra)
    run(INSTALLER, "pip", "install", "-q", "--no-deps", wheel, **extra)
    return home / "bin"


def test_the_wheel_holds_the_data_and_no_test(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("clauses/", "templates/_look/fonts/", "web/pages/", "web/words/fr/", "law/words/", "samples/", "schemas/"):
        assert any(name.startswith(f"ssc_drafter/_shipped/{folder}") for name in names), folder
    assert any(name.endswith("migrations/versions/v0001_first.py") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "web/", "clauses/"))]


@pytest.mark.pango
def test_it_drafts_and_renders_outside_the_source_tree(installed: Path, tmp_path: Path) -> None:
    command = installed / "ssc-drafter"
    kind = "triangular_agreement"
    sample = run(command, "questions", kind, "--sample", "dry_plains_water", cwd=tmp_path)
    (tmp_path / "answers.yaml").write_text(sample, "utf-8")
    run(command, "draft", kind, "--answers", "answers.yaml", "--lang", "fr", "-o", "draft.json", cwd=tmp_path)
    run(command, "render", "draft.json", "--to", "docx,pdf,html,md,akn,json", "-o", "out", cwd=tmp_path)
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".html", ".json", ".md", ".pdf", ".xml"]
    assert run(command, "import", "out/draft.docx", "--json", cwd=tmp_path)
    assert "No problem" in run(command, "library", "check", cwd=tmp_path)


def test_the_python_interface_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = """
import ssc_drafter as ssc
from ssc_drafter.answers.files import read_file
library = ssc.Library.load()
sample = library.shelf.kinds["framework_agreement"].samples[0]
draft = library.assemble("framework_agreement", read_file(sample).answers, lang="en")
ssc.write(draft, "agreement.docx")
tree = ssc.read("agreement.docx")
assert len(tree.articles) == len(draft.articles)
import pathlib
pathlib.Path("laws/XA").mkdir(parents=True)
pathlib.Path("laws/XA/act.txt").write_text("Procurement Act\\n\\n1. No contract shall be awarded without a tender.\\n2. This Act binds the State.\\n")
policies = ssc.Policies.open("laws")
report = ssc.check(draft, policies, countries=["XA"])
assert report.read[0].provisions == 2
for finding in report.findings: print(finding.clause.number, finding.reason)
"""
    run(installed / "python", "-c", code, cwd=tmp_path)
