"""What test_rebuilt.py runs as a process of its own on an installation that it may change: make documents, tell their hashes.

Arguments: the data folder, and the ids of drafts begun before; without them a letterhead is put in use and drafts are begun.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import docx

from ssc_drafter import places
from ssc_drafter.server import demo
from ssc_drafter.server.app import create_app
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions
from ssc_drafter.server.gate.ground import Config
from ssc_drafter.store import Store, drafts, files, sessions, users
from ssc_drafter.store.actor import COMMAND_LINE

FORMS = ("docx", "pdf", "html", "md", "xml", "json")


def letterhead(name: str) -> bytes:
    """Return a Word file with a header."""
    made, out = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = name
    made.save(out)
    return out.getvalue()


def run(data: Path, old: list[str]) -> None:
    """Print for each draft the hash of each of its documents, and what is said of its first version."""
    with Store.open(data) as store:
        app = create_app(Config(store=store))
        person = users.add(store, COMMAND_LINE, f"officer {len(old)}", ["drafter"], password="seven green rivers bend")
        files.keep(store, person.actor(), "reference", "letter.docx", "", letterhead(f"Ministry {len(old)}"))
        file = demo.read_file(demo.AGREEMENT)
        with app.app_context():
            body = bodies.Body(kind=file.kind, lang=file.lang, answers=file.answers, changes=file.changes)
            begun = []
            for one in (body, bodies.Body(kind=file.kind, lang="fr", answers=file.answers)):
                whole = editions.pinned(one, store).to_json()
                op = hashlib.sha256(whole).hexdigest()[:40]
                begun.append(
                    drafts.create(store, person.actor(), kind=file.kind, lang=one.lang, title="A", body=whole, op=op).draft_id
                )
        client = app.test_client()
        client.set_cookie("ssc", sessions.begin(store, person, "here"))
        told = {}
        for draft_id in [*old, *begun]:
            found = {form: client.get(f"/drafts/{draft_id}/file.{form}?version=1") for form in FORMS}
            found["original"] = client.get(f"/drafts/{draft_id}/originals/0.pdf?in=en")
            assert all(one.status_code == 200 for one in found.values()), {key: one.text[:300] for key, one in found.items()}
            page = client.get(f"/drafts/{draft_id}/versions/1")
            assert page.status_code == 200
            told[draft_id] = {"page": page.text, **{key: hashlib.sha256(one.data).hexdigest() for key, one in found.items()}}
        print(json.dumps({"begun": begun, "told": told, "root": str(places.ROOT)}))


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:])
