"""The audit record: a chain of hashes, written in the transaction of the change. It holds ids and hashes, never draft text.

`H = sha256("ssc-audit-1\\n" + previous + "\\n" + canonical(body))`. Without a head kept elsewhere (a backup's manifest,
a printed page) a cut end cannot be noticed: `head` gives it.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection, desc, select

from ssc_drafter.errors import Problem
from ssc_drafter.store import clock
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.tables import audit, meta

Act = Literal[
    "store.made",
    "store.migrated",
    "store.restored",
    "store.key_made",
    "user.added",
    "user.changed",
    "user.signed_in",
    "user.refused",
    "user.signed_out",
    "user.password",
    "link.made",
    "draft.created",
    "draft.saved",
    "draft.archived",
    "draft.exported",
    "draft.signed_off",
    "finding.answered",
    "policy.added",
    "policy.removed",
    "file.kept",
    "clause.proposed",
    "clause.published",
    "clause.declined",
    "position.changed",
    "provision.verified",
]


class Entry(Struct, frozen=True):
    """One line of the record as it is stored."""

    seq: int
    body: str
    prev: str
    hash: str


def canonical(body: dict[str, str | int | None]) -> str:
    """Return the one way to write a body: sorted keys, no spaces, ASCII escapes, text in normal form C."""
    composed = {key: unicodedata.normalize("NFC", value) if isinstance(value, str) else value for key, value in body.items()}
    return json.dumps(composed, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def chained(prev: str, body: str) -> str:
    """Return the hash of an entry from its predecessor's."""
    return hashlib.sha256(f"ssc-audit-1\n{prev}\n{body}".encode()).hexdigest()


def genesis(store_id: str) -> str:
    """Return what stands before the first entry of a store."""
    return hashlib.sha256(f"ssc-audit-1 genesis {store_id}".encode()).hexdigest()


def _store_id(connection: Connection) -> str:
    return str(connection.scalar(select(meta.c.value).where(meta.c.key == "store_id")))


def append(connection: Connection, actor: Actor, act: Act, what: str, *, ver: int = 0, sha: str = "", note: str = "") -> None:
    """Add an entry to the record in the caller's writing transaction. `what` is `type:id`; `note` a short word, never text."""
    last = connection.execute(select(audit.c.seq, audit.c.hash).order_by(desc(audit.c.seq)).limit(1)).first()
    store_id = _store_id(connection)
    seq, prev = (last.seq + 1, last.hash) if last else (1, genesis(store_id))
    body = canonical(
        {
            "seq": seq,
            "store": store_id,
            "at": clock.stamp(),
            "who": actor.id or "command line",
            "role": " ".join(actor.roles),
            "act": act,
            "what": what,
            "ver": ver,
            "sha256": sha,
            "from": actor.address,
            "note": note,
        }
    )
    connection.execute(audit.insert().values(seq=seq, body=body, prev=prev, hash=chained(prev, body)))


def entries(connection: Connection, *, newest: int | None = None) -> list[Entry]:
    """Return the record in order, or its newest entries, newest first."""
    query = select(audit).order_by(desc(audit.c.seq) if newest else audit.c.seq).limit(newest)
    return [Entry(row.seq, row.body, row.prev, row.hash) for row in connection.execute(query)]


def head(connection: Connection) -> str:
    """Return `number:hash` of the newest entry: the witness to keep elsewhere."""
    last = entries(connection, newest=1)
    return f"{last[0].seq}:{last[0].hash}" if last else "0:"


def verify(connection: Connection, witness: str = "") -> None:
    """Hold the whole chain, and a witnessed head where one is given. Raises Problem at the first entry that does not fit."""
    prev = genesis(_store_id(connection))
    seen = {}
    for seq, entry in enumerate(entries(connection), start=1):
        chain = entry.prev == prev and chained(prev, entry.body) == entry.hash
        if not chain or not _is_canonical(entry, seq):
            raise Problem("store.audit_broken", number=entry.seq)
        prev = seen[seq] = entry.hash
    if witness:
        number, _, kept = witness.partition(":")
        if seen.get(int(number)) != kept:
            raise Problem("store.audit_witness", number=number)


def _is_canonical(entry: Entry, seq: int) -> bool:
    """Say whether an entry is written in the one way and bears its number. Bytes that are no JSON are not."""
    try:
        body = json.loads(entry.body)
        return canonical(body) == entry.body and body.get("seq") == entry.seq == seq
    except (ValueError, AttributeError):
        return False


def body_of(entry: Entry) -> dict[str, str | int | None]:
    """Return what an entry says."""
    body: dict[str, str | int | None] = json.loads(entry.body)
    return body
