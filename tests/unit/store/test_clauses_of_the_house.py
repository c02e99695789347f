"""Clauses of the house: proposed by one, decided by another, never changed after; the library of a draft is kept once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, clock, house, shelves, users
from ssc_drafter.store.actor import COMMAND_LINE, Actor

FILES = {"clause.toml": 'version = "2026-11-25"', "written.binding.en.txt": "In writing."}


@pytest.fixture
def person(store: Store) -> Callable[[str], Actor]:
    return lambda name: users.add(store, COMMAND_LINE, name, ["library_editor"]).actor()


def test_what_another_officer_publishes_stands_until_the_next(store: Store, person: Callable[[str], Actor]) -> None:
    ana, rex = person("ana"), person("rex")
    first = house.propose(store, ana, "final/notices", FILES, "our address")
    assert house.published(store) == {} and [one.id for one in house.waiting(store)] == [first]
    before = house.state(store)
    house.decide(store, rex, first, "published")
    assert house.state(store) != before and house.waiting(store) == []
    second = house.propose(store, rex, "final/notices", {**FILES, "written.binding.en.txt": "By note."})
    assert house.published(store)["final/notices"].id == first
    house.decide(store, ana, second, "published")
    assert house.published(store)["final/notices"].files["written.binding.en.txt"] == "By note."
    assert [(one.id, one.state, one.by, one.decided_by) for one in house.history(store, "final/notices")] == [
        (second, "published", "rex", "ana"), (first, "published", "ana", "rex"),
    ]  # fmt: skip


def test_the_shipped_clause_comes_back_by_an_empty_version(store: Store, person: Callable[[str], Actor]) -> None:
    ana, rex = person("ana"), person("rex")
    for files in (FILES, {}):
        house.decide(store, rex, house.propose(store, ana, "final/notices", files), "published")
    assert house.published(store) == {}


def test_nobody_decides_on_their_own_words_not_even_past_our_code(store: Store, person: Callable[[str], Actor]) -> None:
    ana = person("ana")
    number = house.propose(store, ana, "final/notices", FILES)
    with pytest.raises(Problem, match="own words"):
        house.decide(store, ana, number, "published")
    with pytest.raises(IntegrityError, match="somebody else"), store.writing() as connection:
        values = {"n": number, "a": ana.id}
        connection.execute(text("INSERT INTO house_decision VALUES (:n, 'published', '', :a, '2026')"), values)


def test_a_decision_has_a_reason_where_it_declines_and_is_made_once(store: Store, person: Callable[[str], Actor]) -> None:
    ana, rex = person("ana"), person("rex")
    number = house.propose(store, ana, "final/notices", FILES)
    with pytest.raises(Problem, match="reason"):
        house.decide(store, rex, number, "declined", " ")
    house.decide(store, rex, number, "declined", "the address is the old one")
    with pytest.raises(Problem, match="already"):
        house.decide(store, rex, number, "published")
    assert house.read(store, number).reason == "the address is the old one"
    with pytest.raises(Problem, match="no such version"):
        house.decide(store, rex, number + 1, "published")


def test_rows_only_grow(store: Store, person: Callable[[str], Actor]) -> None:
    house.propose(store, person("ana"), "final/notices", FILES)
    for change in ("UPDATE house_clause SET note = 'x'", "DELETE FROM house_clause"):
        with pytest.raises(IntegrityError, match="only grows"), store.writing() as connection:
            connection.execute(text(change))


def test_a_library_is_kept_once_and_held_against_its_hash(store: Store) -> None:
    body = b"packed"
    digest = clock.sha256(body)
    for _ in range(2):
        shelves.keep(store, digest, body)
    assert shelves.has(store, digest) and shelves.read(store, digest) == body
    with pytest.raises(Problem, match="not in the store"):
        shelves.read(store, "0" * 64)


@pytest.mark.parametrize("number", [0, 2**31, 10**30])
def test_a_number_that_no_version_has_is_said_in_a_sentence(store: Store, person: Callable[[str], Actor], number: int) -> None:
    with pytest.raises(Problem, match="no such version"):
        house.read(store, number)
    with pytest.raises(Problem, match="no such version"):
        house.decide(store, person("bo"), number, "published")
