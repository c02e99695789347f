"""The smaller rooms: sign-off, answers to findings, files, laws and policies, reports."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from sqlalchemy.exc import DatabaseError

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, drafts, files, findings, instruments, reports, signoff
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.tables import signoff as table

Op = Callable[[], str]


def test_a_sign_off_stands_until_a_word_changes(
    store: Store, ana: Actor, person: Callable[..., Actor], draft_id: str, op: Op
) -> None:
    rex = person("rex", "reviewer")
    signoff.sign(store, rex, draft_id, 1)
    standing = signoff.standing(store, draft_id)
    assert standing is not None
    assert (standing.version, standing.by) == (1, "rex")
    drafts.save(store, ana, draft_id, base=1, op=op(), body=b"edited")
    assert signoff.standing(store, draft_id) is None
    drafts.save(store, ana, draft_id, base=2, op=op(), body=b'{"n": 1}')
    assert signoff.standing(store, draft_id) is None, "the same words again are another version: read and sign again"
    with pytest.raises(Problem, match="not the latest"):
        signoff.sign(store, rex, draft_id, 1)


def test_nobody_signs_off_their_own_words_not_even_past_our_code(store: Store, ana: Actor, draft_id: str) -> None:
    with pytest.raises(Problem, match="another person"):
        signoff.sign(store, ana, draft_id, 1)
    head = drafts.read(store, draft_id)
    row = {"draft_id": draft_id, "version": 1, "sha256": head.sha256, "reviewer": ana.id, "at": head.at}
    with pytest.raises(DatabaseError, match="other eyes"), store.engine.begin() as connection:
        connection.execute(table.insert().values(**row))


def test_no_walk_ends_with_words_signed_off_by_their_author(store: Store, person: Callable[..., Actor], op: Op) -> None:
    people = [person(name, "drafter", "reviewer") for name in ("ana", "bo", "cy")]
    chance = random.Random(25)
    draft_id = drafts.create(store, people[0], kind="k", lang="en", title="T", body=b"0", op=op()).draft_id
    version, author, signed = 1, people[0].id, ""
    for step in range(150):
        who = chance.choice(people)
        if chance.random() < 0.5:
            version = drafts.save(store, who, draft_id, base=version, op=op(), body=b"%d" % step).version
            author, signed = who.id, ""
        else:
            try:
                signoff.sign(store, who, draft_id, chance.choice((version, version, version - 1)))
                signed = who.id or ""
            except Problem:
                pass
        standing = signoff.standing(store, draft_id)
        assert (standing.reviewer if standing else "") == signed
        assert standing is None or (standing.reviewer != author and standing.sha256 == drafts.read(store, draft_id).sha256)


def test_answers_to_findings_stand_and_can_be_taken_back(store: Store, ana: Actor, draft_id: str, op: Op) -> None:
    findings.answer(store, ana, draft_id, "f1", "waived", "The ministry of finance agreed on 3 May.")
    findings.answer(store, ana, draft_id, "f2", "accepted")
    drafts.save(store, ana, draft_id, base=1, op=op(), body=b"{}")
    standing = findings.answers(store, draft_id)
    assert {name: (one.kind, one.by) for name, one in standing.items()} == {"f1": ("waived", "ana"), "f2": ("accepted", "ana")}
    findings.answer(store, ana, draft_id, "f1", "withdrawn")
    assert list(findings.answers(store, draft_id)) == ["f2"]


@pytest.mark.parametrize(
    ("kind", "reason", "said"), [("waived", "  ", "why"), ("no_conflict", "", "why"), ("ignored", "x", "accepted")]
)
def test_an_answer_has_a_kind_and_a_reason(store: Store, ana: Actor, draft_id: str, kind: str, reason: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        findings.answer(store, ana, draft_id, "f1", kind, reason)


def test_the_newest_letterhead_is_the_one_in_use(store: Store, ana: Actor) -> None:
    assert files.latest(store, "reference") is None
    for number in range(3):
        files.keep(store, ana, "reference", "../../letter\x00head.docx", "application/octet-stream", b"v%d" % number)
    latest = files.latest(store, "reference")
    assert latest is not None
    assert latest.body == b"v2"
    about = files.about(store, latest.id)
    assert about is not None
    assert (about.size, about.body) == (2, b"")


def test_a_law_is_kept_once_and_replaced_when_it_was_read_anew(store: Store, ana: Actor) -> None:
    facts = {"title": "Loi n° 12 sur l'impôt", "country": "SN", "lang": "fr", "file": "impot.txt", "provisions": 4}
    first = instruments.add(store, ana, **facts, body=b"one")  # type: ignore[arg-type]
    assert first == instruments.add(store, ana, **facts, body=b"one")  # type: ignore[arg-type]
    assert first == instruments.add(store, ana, **facts, body=b"two")  # type: ignore[arg-type]
    other = instruments.add(store, ana, **{**facts, "file": "other.txt"}, body=b"three")  # type: ignore[arg-type]
    assert (first, other) == ("sn-loi-n-12-sur-l-impot", "sn-loi-n-12-sur-l-impot-2")
    assert instruments.read(store, first).body == b"two"
    assert [one.id for one in instruments.listed(store, ("KE",))] == []
    instruments.remove(store, ana, first)
    with pytest.raises(Problem, match="no law or policy"):
        instruments.read(store, first)


def test_a_report_is_kept_for_the_version_it_was_made_on(store: Store, draft_id: str) -> None:
    reports.keep(store, draft_id, 1, "all", b"old")
    reports.keep(store, draft_id, 2, "all", b"new")
    assert (reports.kept(store, draft_id, 1, "all"), reports.kept(store, draft_id, 2, "all")) == (None, b"new")
