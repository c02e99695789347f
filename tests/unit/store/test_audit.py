"""The audit record: whole as written; every kind of tampering is caught, cutting and re-chaining with a witnessed head."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, audit, drafts, users
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.folder import DATABASE

Rows = list[tuple[int, str, str, str]]


@pytest.fixture
def written(store: Store, ana: Actor, op: Callable[[], str]) -> Iterator[Store]:
    for number in range(20):
        drafts.create(store, ana, kind="k", lang="en", title=f"Draft {number}", body=b"{}", op=op())
    yield store


def edit(rows: Rows, at: int) -> Rows:
    body = rows[at][1].replace('"who":"', '"who":"x')
    return [*rows[:at], (rows[at][0], body, *rows[at][2:]), *rows[at + 1 :]]


def drop(rows: Rows, at: int) -> Rows:
    return [*rows[:at], *rows[at + 1 :]]


def swap(rows: Rows, at: int) -> Rows:
    one, two = rows[at], rows[at + 1]
    return [*rows[:at], (one[0], *two[1:]), (two[0], *one[1:]), *rows[at + 2 :]]


def insert(rows: Rows, at: int) -> Rows:
    return [*rows[:at], rows[at], *((number + 1, *rest) for number, *rest in rows[at:])]  # type: ignore[misc]


def cut(rows: Rows, at: int) -> Rows:
    return rows[:at]


def spaces(rows: Rows, at: int) -> Rows:
    body = json.dumps(json.loads(rows[at][1]), sort_keys=True)
    return [*rows[:at], (rows[at][0], body, *rows[at][2:]), *rows[at + 1 :]]


def twice_the_key(rows: Rows, at: int) -> Rows:
    body = rows[at][1].replace('{"act"', '{"act":"draft.saved","act"')
    return [*rows[:at], (rows[at][0], body, *rows[at][2:]), *rows[at + 1 :]]


def rechain(rows: Rows, at: int) -> Rows:
    """Change an entry and make every hash anew, as somebody who knows the recipe would."""
    done, prev = rows[:at], rows[at][2]
    for number, body, _prev, _hash in rows[at:]:
        changed = body.replace('"who":"', '"who":"x') if number == rows[at][0] else body
        done.append((number, changed, prev, audit.chained(prev, changed)))
        prev = done[-1][3]
    return done


@pytest.mark.parametrize("tamper", [edit, drop, swap, insert, cut, spaces, twice_the_key, rechain])
@pytest.mark.slow
def test_tampering_is_caught_with_a_witnessed_head(written: Store, tamper: Callable[[Rows, int], Rows]) -> None:
    chance = random.Random(tamper.__name__)
    with written.reading() as connection:
        witness = audit.head(connection)
        audit.verify(connection, witness)
    with closing(sqlite3.connect(written.folder / DATABASE)) as raw:
        raw.execute("PRAGMA synchronous=0")  # sixty commits that no power cut has to survive
        raw.execute("DROP TRIGGER audit_no_update")
        raw.execute("DROP TRIGGER audit_no_delete")
        raw.execute("CREATE TABLE loose (seq INTEGER, body TEXT, prev TEXT, hash TEXT)")
        rows: Rows = raw.execute("SELECT seq, body, prev, hash FROM audit ORDER BY seq").fetchall()
        raw.execute("DROP TABLE audit")
        raw.execute("ALTER TABLE loose RENAME TO audit")
        raw.commit()
        for _ in range(30):
            raw.execute("DELETE FROM audit")
            raw.executemany("INSERT INTO audit VALUES (?, ?, ?, ?)", tamper(rows, chance.randrange(len(rows) - 1)))
            raw.commit()
            with written.reading() as connection, pytest.raises(Problem, match="audit record"):
                audit.verify(connection, witness)


def test_the_record_holds_no_words_of_a_draft_and_no_name(written: Store, ana: Actor, op: Callable[[], str]) -> None:
    users.set_password(written, ana, ana.id or "", "seven green rivers bend")
    drafts.create(written, ana, kind="k", lang="en", title="Canary title", body=b"canary body", op=op())
    with written.reading() as connection:
        whole = " ".join(entry.body for entry in audit.entries(connection))
    assert "anary" not in whole
    assert "seven green" not in whole
    assert '"ana"' not in whole


def test_a_draft_and_its_entry_are_written_together_or_not_at_all(
    store: Store, ana: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_all: object, **_named: object) -> None:
        raise RuntimeError("the pen broke")

    monkeypatch.setattr(audit, "append", fail)
    with pytest.raises(RuntimeError):
        drafts.create(store, ana, kind="k", lang="en", title="T", body=b"{}", op="a" * 16)
    assert drafts.listed(store, ana) == []
