"""The demonstration: two fictional States with their laws, and one agreement in progress whose findings stand at the words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, drafts, instruments
from ssc_drafter.store.actor import Actor

LAWS = places.SAMPLES / "laws"
AGREEMENT = places.SAMPLES / "agreement-in-progress.yaml"
KINDS_OF_FILE = (".txt", ".md")


def load(store: Store, actor: Actor) -> None:
    """Put the demonstration into an empty store. One that somebody has begun to use stays as it is."""
    if instruments.listed(store) or drafts.listed(store, actor) or drafts.listed(store, actor, archived=True):
        return
    for path in sorted(path for path in LAWS.glob("*/*") if path.suffix in KINDS_OF_FILE):
        _add_law(store, actor, path)
    _begin(store, actor)


def _add_law(store: Store, actor: Actor, path: Path) -> None:
    from ssc_drafter.readers.imported import import_file

    found = msgspec.structs.replace(import_file(path, "policy", path.parent.name).instrument(), file=path.name)
    instruments.add(
        store,
        actor,
        title=found.title,
        country=found.country,
        lang=found.lang,
        file=path.name,
        provisions=len(found.provisions),
        body=msgspec.json.encode(found),
    )


def _begin(store: Store, actor: Actor) -> None:
    """Begin the agreement and hold it against the laws, so that the first look shows its findings."""
    file = read_file(AGREEMENT)
    body = Body(kind=file.kind, lang=file.lang, answers=file.answers, changes=file.changes)
    data = editions.pinned(body, store).to_json()
    made = drafted(data)
    op = hashlib.sha256(b"demonstration" + data).hexdigest()[:40]
    saved = drafts.create(store, actor, kind=file.kind, lang=file.lang, title=made.title, body=data, op=op)
    head = drafts.head(store, saved.draft_id)
    if head:
        checking.run(store, head, made)
