"""Saving: a version each, no silent overwriting, the same save twice is one save, a changed byte is noticed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy.exc import DatabaseError

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, drafts
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.faults import Damaged
from ssc_drafter.store.folder import DATABASE

Op = Callable[[], str]


def test_each_save_is_a_version_and_every_version_stays(store: Store, ana: Actor, draft_id: str, op: Op) -> None:
    for number in range(2, 6):
        assert drafts.save(store, ana, draft_id, base=number - 1, op=op(), body=b"%d" % number).version == number
    assert [one.version for one in drafts.history(store, draft_id)] == [5, 4, 3, 2, 1]
    assert drafts.read(store, draft_id, 3).body == b"3"
    assert drafts.read(store, draft_id).author_name == "ana"


def test_two_officers_never_overwrite_each_other(
    store: Store, ana: Actor, person: Callable[..., Actor], draft_id: str, op: Op
) -> None:
    bo = person("bo")
    drafts.save(store, ana, draft_id, base=1, op=op(), body=b"ana's")
    with pytest.raises(drafts.Conflict) as caught:
        drafts.save(store, bo, draft_id, base=1, op=op(), body=b"bo's")
    assert (caught.value.current.version, caught.value.current.body, caught.value.base) == (2, b"ana's", 1)
    assert drafts.read(store, draft_id).body == b"ana's"


def test_the_same_save_sent_again_changes_nothing_and_gets_the_old_answer(
    store: Store, ana: Actor, draft_id: str, op: Op
) -> None:
    mark = op()
    first = drafts.save(store, ana, draft_id, base=1, op=mark, body=b"two")
    drafts.save(store, ana, draft_id, base=2, op=op(), body=b"three")
    again = drafts.save(store, ana, draft_id, base=1, op=mark, body=b"two")
    assert (again.version, again.at, again.replayed, first.replayed) == (first.version, first.at, True, False)
    assert drafts.read(store, draft_id).version == 3


def test_a_draft_begun_twice_with_one_mark_is_one_draft(store: Store, ana: Actor, op: Op) -> None:
    mark = op()
    made = [drafts.create(store, ana, kind="k", lang="fr", title="T", body=b"{}", op=mark) for _ in range(2)]
    assert made[0].draft_id == made[1].draft_id
    assert len(drafts.listed(store, ana)) == 1


@pytest.mark.parametrize("mark", ["", "short", "x" * 65, "with a space in the middle", "quote'quote'quote'"])
def test_a_mark_has_a_shape(store: Store, ana: Actor, draft_id: str, mark: str) -> None:
    with pytest.raises(Problem, match="mark"):
        drafts.save(store, ana, draft_id, base=1, op=mark, body=b"{}")


def test_a_mark_serves_one_person_and_one_draft(
    store: Store, ana: Actor, person: Callable[..., Actor], draft_id: str, op: Op
) -> None:
    mark = op()
    drafts.save(store, ana, draft_id, base=1, op=mark, body=b"two")
    other = drafts.create(store, ana, kind="k", lang="en", title="Other", body=b"{}", op=op()).draft_id
    for who, where in ((person("bo"), draft_id), (ana, other)):
        with pytest.raises(Problem, match="mark of another"):
            drafts.save(store, who, where, base=1, op=mark, body=b"two")


def test_an_archived_draft_stays_as_it_is(store: Store, ana: Actor, draft_id: str, op: Op) -> None:
    drafts.archive(store, ana, draft_id)
    with pytest.raises(Problem, match="archived"):
        drafts.save(store, ana, draft_id, base=1, op=op(), body=b"{}")
    assert not drafts.listed(store, ana)
    assert [one.id for one in drafts.listed(store, ana, archived=True)] == [draft_id]
    drafts.archive(store, ana, draft_id, False)
    assert drafts.save(store, ana, draft_id, base=1, op=op(), body=b"{}").version == 2


def test_another_team_sees_nothing(store: Store, person: Callable[..., Actor], draft_id: str) -> None:
    other = person("zoe", team="Fisheries")
    assert drafts.seen_by(store, other, draft_id) is None
    assert drafts.listed(store, other) == []


def test_an_unknown_draft_is_no_conflict(store: Store, ana: Actor, op: Op) -> None:
    with pytest.raises(Problem, match="no such draft"):
        drafts.save(store, ana, "0" * 24, base=1, op=op(), body=b"{}")


@pytest.mark.parametrize("table", ["audit", "revision", "signoff", "finding_answer"])
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_records_only_grow(store: Store, ana: Actor, person: Callable[..., Actor], draft_id: str, table: str, act: str) -> None:
    from ssc_drafter.store import findings, signoff

    findings.answer(store, ana, draft_id, "f1", "accepted")
    signoff.sign(store, person("rex", "reviewer"), draft_id, 1)
    column = {"audit": "body='x'", "revision": "body='x'", "signoff": "version=9", "finding_answer": "reason='x'"}[table]
    with pytest.raises(DatabaseError, match="only grows"), store.engine.begin() as connection:
        connection.exec_driver_sql(act.format(table, column))


def test_a_changed_byte_is_noticed_at_reading(store: Store, draft_id: str) -> None:
    with closing(sqlite3.connect(store.folder / DATABASE)) as raw:
        raw.execute("DROP TRIGGER revision_no_update")
        raw.execute("UPDATE revision SET body = ?", (b'{"n": 2}',))
        raw.commit()
    with pytest.raises(Damaged, match="other bytes"):
        drafts.read(store, draft_id)


def test_other_words_under_a_mark_that_was_used_are_never_taken_for_the_save_that_was_made(
    store: Store, ana: Actor, draft_id: str, op: Op
) -> None:
    mark = op()
    drafts.save(store, ana, draft_id, base=1, op=mark, body=b"two")
    with pytest.raises(Problem, match="mark"):
        drafts.save(store, ana, draft_id, base=2, op=mark, body=b"three")
    begun = op()
    drafts.create(store, ana, kind="k", lang="fr", title="T", body=b"{}", op=begun)
    with pytest.raises(Problem, match="mark"):
        drafts.create(store, ana, kind="k", lang="fr", title="T", body=b"other", op=begun)


@pytest.mark.parametrize("version", [0, 2, -1, 2**31, 2**63, 10**30])
def test_a_version_that_cannot_be_is_said_in_a_sentence(store: Store, draft_id: str, version: int) -> None:
    with pytest.raises(Problem, match="version"):
        drafts.read(store, draft_id, version)
