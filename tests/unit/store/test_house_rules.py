"""Positions of the house and what was verified of provisions: the last word stands, every word stays; precision by type."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ssc_drafter.store import Store, audit, drafts, findings, norms
from ssc_drafter.store.actor import COMMAND_LINE


def test_the_last_word_on_a_position_stands_and_each_is_on_record(store: Store) -> None:
    for state, body in (("on", b"one"), ("on", b"two"), ("off", b"two")):
        norms.set_position(store, COMMAND_LINE, "five", state, body)  # type: ignore[arg-type]
    norms.set_position(store, COMMAND_LINE, "courts", "on", b"x")
    assert [(one.name, one.state, one.body) for one in norms.positions(store)] == [
        ("five", "off", b"two"),
        ("courts", "on", b"x"),
    ]
    norms.set_position(store, COMMAND_LINE, "five", "removed")
    assert [one.name for one in norms.positions(store)] == ["courts"]
    assert norms.state(store) == "5-0"


def test_a_provision_is_known_by_its_words_and_a_saying_is_taken_back(store: Store) -> None:
    key = norms.provision_key("XO", "sec_3", "No  expert\nis exempt.")
    assert key == norms.provision_key("XO", "sec_3", "No expert is exempt.") != norms.provision_key("XO", "sec_3", "All are.")
    norms.verify(store, COMMAND_LINE, "xo-tax", key, "sec_3", b'{"muted": true}')
    assert norms.verified(store)[key].body == b'{"muted": true}'
    norms.verify(store, COMMAND_LINE, "xo-tax", key, "sec_3", b"")
    assert norms.verified(store) == {}
    with store.reading() as connection:
        audit.verify(connection)


@pytest.mark.parametrize("table", ["house_position", "verified_norm"])
def test_the_database_lets_nothing_be_changed_or_deleted(store: Store, table: str) -> None:
    norms.set_position(store, COMMAND_LINE, "five", "on", b"x")
    norms.verify(store, COMMAND_LINE, "law", "k", "sec_1", b"x")
    for act in (f"DELETE FROM {table}", f"UPDATE {table} SET at = ''"):
        with pytest.raises(IntegrityError, match="only grows"), store.writing() as connection:
            connection.execute(text(act))


def test_precision_counts_the_last_answer_of_each_finding_by_type(store: Store) -> None:
    made = [
        drafts.create(
            store, COMMAND_LINE, kind="k", lang="en", title="t", body=b"{}", op=f"op-of-this-test-{number:04d}"
        ).draft_id
        for number in range(2)
    ]
    rows = [
        (0, "a", "waived", "limit"),
        (0, "a", "accepted", "limit"),
        (1, "a", "no_conflict", "limit"),
        (0, "b", "accepted", "forum"),
    ]
    for which, finding, kind, sort in (
        *rows,
        (0, "c", "accepted", "limit"),
        (0, "c", "withdrawn", "limit"),
        (1, "z", "accepted", ""),
    ):
        findings.answer(store, COMMAND_LINE, made[which], finding, kind, "because", finding_type=sort)
    found = findings.precision(store)
    assert list(found) == ["limit", "forum", ""]
    assert found["limit"] == findings.Precision(accepted=1, no_conflict=1) and found["limit"].right == 0.5
    assert found["forum"].right == 1.0 and found[""].answered == 1
