"""A past draft is made again byte for byte after every file that decides its bytes was changed in the installation (failure G2)."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec import msgpack
from msgspec.structs import replace
from rebuild_script import FORMS, letterhead

from ssc_drafter import places
from ssc_drafter.library.packed import pack_look
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import program
from ssc_drafter.store import Store, clock, drafts, shelves

SCRIPT = Path(__file__).with_name("rebuild_script.py")
FOLDERS = ("clauses", "templates", "web", "law", "samples", "schemas")


def run(installation: Path, data: Path, *drafts: str) -> dict[str, Any]:
    """Make documents of drafts with an installation, in a process that has read nothing of it before."""
    call = [sys.executable, "-W", "error", str(SCRIPT), str(data), *drafts]
    environment = {**os.environ, "PYTHONPATH": str(installation), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(call, capture_output=True, text=True, env=environment, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["root"] == str(installation)
    return told


def change(paths: Iterable[Path], how: Callable[[str], str]) -> None:
    """Change files; one that stays as it was is a mistake of this test."""
    paths = list(paths)
    before = [path.read_text("utf-8") for path in paths]
    for path, text in zip(paths, before, strict=True):
        path.write_text(how(text), "utf-8")
    assert any(path.read_text("utf-8") != text for path, text in zip(paths, before, strict=True)), paths[:1]


def change_everything(root: Path) -> None:
    clauses, look = root / "clauses", root / "templates" / "_look"
    change(clauses.glob("*/*/*.txt"), lambda text: text.replace("Parties", "Sides"))
    change(clauses.glob("_terms/*.toml"), lambda text: text.replace("Parties", "Sides"))
    change(clauses.glob("_registers/*.toml"), lambda text: text.replace("shall", "must").replace("doit", "est tenu de"))
    change(clauses.glob("_language/*.toml"), lambda text: text.replace('mark_numbered = "', 'mark_numbered = "~ '))
    change((root / "templates").glob("*/questions.toml"), lambda text: text.replace("?", "??"))
    change(look.glob("words.*.toml"), lambda text: text.replace('article = "', 'article = "~'))
    change([look / "print.css", look / "screen.css", look / "beside.css"], lambda text: text + "p { letter-spacing: 0.2pt }\n")
    change([look / "sheet.html"], lambda text: text + "<!-- another -->")
    change([look / "metadata.xmp"], lambda text: text.replace("<rdf:RDF", "<!-- another --><rdf:RDF", 1))
    change([look / "docx" / "word" / "styles.xml"], lambda text: text.replace('w:sz w:val="2', 'w:sz w:val="3'))
    shutil.copyfile(look / "fonts" / "NotoSerif-Regular.ttf", look / "fonts" / "LiberationSerif-Regular.ttf")


@pytest.mark.slow
def test_every_format_comes_back_after_every_file_was_changed(tmp_path: Path) -> None:
    installation, data = tmp_path / "installation", tmp_path / "data"
    shutil.copytree(places.PACKAGE, installation / "ssc_drafter", ignore=shutil.ignore_patterns("__pycache__", "_shipped"))
    for name in FOLDERS:
        shutil.copytree(places.ROOT / name, installation / name)
    first = run(installation, data)
    change_everything(installation)
    second = run(installation, data, *first["begun"])
    for old, new in zip(first["begun"], second["begun"], strict=True):
        then, now, today = first["told"][old], second["told"][old], second["told"][new]
        for form in (*FORMS, "original"):
            assert now[form] == then[form], f"{form}: another file than before"
            assert today[form] != then[form], f"{form}: nothing was changed, so this proves nothing"
        assert "byte for byte" in now["page"]


@pytest.mark.slow
def test_a_new_letterhead_is_offered_and_taken_by_hand(visitor: Callable[..., Any], desk_of: Any) -> None:
    editor, drafter = visitor("library_editor"), visitor("drafter")
    desk = desk_of(drafter)
    before = drafter.get(f"{desk.url}/file.docx").data
    assert not desk.page().xpath(f"//a[@href='{desk.url}/library']")
    given = {"file": (io.BytesIO(letterhead("Ministry")), "letter.docx")}
    assert "In use" in editor.post("/letterhead", given, content_type="multipart/form-data").text
    assert drafter.get(f"{desk.url}/file.docx").data == before, "nothing is applied silently"
    assert desk.page().xpath(f"//a[@href='{desk.url}/library']")
    assert "letterhead" in drafter.get(f"{desk.url}/library").text
    assert drafter.post(f"{desk.url}/library", {"base": desk.version()}).status_code == 302
    assert drafter.get(f"{desk.url}/file.docx").data != before
    assert drafter.get(f"{desk.url}/file.docx?version=1").data == before
    assert drafter.get(f"{desk.url}/versions/9").status_code in (404, 422)
    assert not desk.page().xpath(f"//a[@href='{desk.url}/library']")


@pytest.mark.slow
def test_a_past_look_that_this_program_cannot_print_with_gets_a_sentence(officer: Any, desk_of: Any, store: Store) -> None:
    desk = desk_of(officer)
    look = msgpack.decode(pack_look(places.LOOK), type=dict[str, bytes])
    body = msgpack.encode({**look, "sheet.html": b"{{ nothing_of_this_name }}"})
    number = clock.sha256(body)
    shelves.keep(store, number, body)
    draft = desk.url.rpartition("/")[2]
    whole = replace(bodies.read(drafts.read(store, draft).body), look=number).to_json()
    drafts.save(store, officer.actor(), draft, base=1, op="x" * 20, body=whole)
    answer = officer.get(f"{desk.url}/file.html")
    assert answer.status_code < 500 and "Take the look of today" in answer.text


def test_another_program_is_named_by_what_it_was() -> None:
    now = dict(program.running())
    assert program.otherwise(now) == () and program.otherwise({}) == ()
    assert program.otherwise({**now, "weasyprint": "1.0"}) == ("weasyprint 1.0",)
    assert now["ssc-drafter"].partition("+")[2], "the code itself counts: two checkouts may bear one version"
