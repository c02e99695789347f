"""A PDF is made aside: pages answer meanwhile, no more are made at once than there are places, and the children know nothing."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from statistics import median

import pytest
from test_serve import PASSWORD, ask, running, signed_in

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.serve import PDFS_WAITING, THREADS
from ssc_drafter.store import Store, drafts, users
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.writers.pdf import fonts, printer

pytestmark = [pytest.mark.slow, pytest.mark.pango]


def long_draft(data: Path, articles: int) -> str:
    """Make a store with an officer and one long draft; return the draft's id."""
    file = read_file(places.TEMPLATES / "framework_agreement" / "samples" / "general_cooperation.yaml")
    paragraph = "The Parties shall review the matter, and shall inform each other of the result within thirty days. " * 3
    free = [{"name": f"free_{n}", "heading": f"Matter {n}", "text": "\n".join([paragraph] * 3)} for n in range(articles)]
    with Store.open(data) as store:
        officer = users.add(store, COMMAND_LINE, "root", ["drafter"], password=PASSWORD).actor()
        changes = {**file.changes, "articles": free}
        body = Body(kind=file.kind, lang="en", answers=file.answers, changes=changes, library=editions.pin(store)).to_json()
        saved = drafts.create(store, officer, kind=file.kind, lang="en", title="Long", body=body, op="long" * 10)
    return saved.draft_id


def children_of(pid: int) -> list[Path]:
    """Return the folders in /proc of a process's children."""
    found = [path for one in Path(f"/proc/{pid}/task").iterdir() for path in (one / "children").read_text().split()]
    return [Path(f"/proc/{child}") for child in found]


def test_pages_answer_while_a_long_pdf_is_made_and_one_too_many_gets_a_sentence(tmp_path: Path) -> None:
    draft = long_draft(tmp_path / "data", 30)
    with running(tmp_path / "data") as (process, port, _said):
        cookie, _token = signed_in(port)
        ask(port, "GET", f"/drafts/{draft}/file.md", Cookie=cookie)  # the library is read
        made: list[int] = []
        wanted = printer._pool._places._initial_value + PDFS_WAITING + 1  # type: ignore[attr-defined]
        assert wanted < THREADS
        asking = [threading.Thread(target=lambda: made.append(_status(port, draft, cookie))) for _ in range(wanted)]
        for thread in asking:
            thread.start()
        took: list[float] = []
        began = time.monotonic()
        while any(thread.is_alive() for thread in asking):
            start = time.monotonic()
            assert ask(port, "GET", "/", Cookie=cookie)[0] == 200
            took.append(time.monotonic() - start)
            time.sleep(0.1)
        assert len(took) > 5
        assert median(took) < (time.monotonic() - began) / 5, took  # a page that waited for a document would take as long
        assert set(made) == {200, 422}  # who waited too long on a machine at work elsewhere gets the same sentence
        for child in children_of(process.pid):
            assert b"SSC" not in (child / "environ").read_bytes()
            assert not [file for file in (child / "fd").iterdir() if str(tmp_path) in str(file.resolve())]
        assert any((child / "cwd").samefile(fonts.FOLDER) for child in children_of(process.pid))


def _status(port: int, draft: str, cookie: str) -> int:
    status, headers, body = ask(port, "GET", f"/drafts/{draft}/file.pdf", Cookie=cookie, patience=200)
    if status == 200:
        assert headers["Content-Type"] == "application/pdf"
        assert body.startswith("%PDF-1.4")
    else:
        assert "Word" in body
    return status
