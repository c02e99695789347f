"""The smaller rooms: sign-off, answers to findings, files, laws and policies, reports."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any

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


@pytest.mark.slow
def test_no_walk_ends_with_words_signed_off_by_their_author(store: Store, person: Callable[..., Actor], op: Op) -> None:
    people = [person(name, "drafter", "reviewer") for name in ("ana", "bo", "cy")]
    chance = random.Random(25)
    draft_id = drafts.create(store, people[0], kind="k", lang="en", title="T", body=b"0", op=op()).draft_id
    version, author, signed = 1, people[0].id, ""
    for step in range(80):
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


def test_t08_sixty_names_of_files_are_columns_and_never_paths(store: Store, ana: Actor) -> None:
    chance, before = random.Random(8), {path.name for path in store.folder.parent.rglob("*")}
    ways = ("../", "..\\", "/", "C:\\", "%2e%2e/", "....//", "\u2024\u2024/", "~/", "a/")
    for number in range(60):
        name = "".join(chance.choices(ways, k=3)) + chance.choice(("x.docx", "passwd", "CON", "x\n", "é" * 90))
        kept = files.read(store, files.keep(store, ana, "reference", name, "text/plain", b"%d" % number))
        assert kept.body == b"%d" % number
    assert {path.name for path in store.folder.parent.rglob("*")} == before


def law(title: str, text: str, file: str, country: str = "SN") -> dict[str, Any]:
    """Return a law as readers give it to the store."""
    body = {"title": title, "file": file, "text": text, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    facts = {"title": title, "country": country, "lang": "fr", "file": file, "provisions": 4}
    return {**facts, "body": json.dumps(body).encode()}


IMPOT = "Loi n° 12 sur l'impôt"

# what is kept, what comes then, what the answer is, how many there are, how many others stand under its path
ADDED = [
    ("the same file again", law(IMPOT, "un", "a/loi.txt"), law(IMPOT, "un", "a/loi.txt"), "same", 1, 0),
    ("the law read anew, amended", law(IMPOT, "un", "a/loi.txt"), law("LOI N° 12 SUR L’IMPOT", "deux", "a/loi.txt"), "replaced", 1, 0),
    ("its title read better", law("Journal officiel", "un", "loi.txt"), law(IMPOT, "un", "loi.txt"), "replaced", 1, 0),
    ("the same law from another folder", law(IMPOT, "un", "loi.txt"), law(IMPOT, "un", "SN/loi.txt"), "replaced", 1, 0),
    ("another law of the same name", law(IMPOT, "un", "loi.txt"), law("Code des douanes", "deux", "loi.txt"), "added", 2, 1),
    ("two laws whose title was not found", law("", "un", "loi.txt"), law("", "deux", "loi.txt"), "added", 2, 1),
    ("another law elsewhere", law(IMPOT, "un", "a/loi.txt"), law("Code des douanes", "deux", "b/loi.txt"), "added", 2, 0),
    ("another text of the title elsewhere", law(IMPOT, "un", "a/loi.txt"), law(IMPOT, "deux", "b/loi.txt"), "added", 2, 1),
    ("the law of another State", law(IMPOT, "un", "loi.txt"), law(IMPOT, "un", "loi.txt", "KE"), "added", 2, 0),
]  # fmt: skip


@pytest.mark.parametrize(("kept", "then", "how", "count", "beside"), [pytest.param(*row[1:], id=row[0]) for row in ADDED])
def test_a_law_takes_the_place_of_itself_and_of_no_other(
    store: Store, ana: Actor, kept: dict[str, Any], then: dict[str, Any], how: str, count: int, beside: int
) -> None:
    first, second = instruments.add(store, ana, **kept), instruments.add(store, ana, **then)
    assert (first.how, second.how, len(second.beside)) == ("added", how, beside)
    assert len(instruments.listed(store)) == count
    assert (first.id == second.id) == (count == 1)
    assert instruments.read(store, second.id).body == then["body"]
    if how == "added":
        assert instruments.read(store, first.id).body == kept["body"]


def test_of_two_laws_under_one_path_each_takes_its_own_place(store: Store, ana: Actor) -> None:
    first, second = (instruments.add(store, ana, **law(title, title, "loi.txt")) for title in (IMPOT, "Code des douanes"))
    again = [instruments.add(store, ana, **law(title, "neuf", "loi.txt")) for title in (IMPOT, "Code des douanes")]
    assert [(one.id, one.how) for one in again] == [(first.id, "replaced"), (second.id, "replaced")]
    assert [one.title for one in instruments.listed(store)] == ["Code des douanes", IMPOT]


def test_a_law_that_was_taken_out_is_gone(store: Store, ana: Actor) -> None:
    kept = instruments.add(store, ana, **law(IMPOT, "un", "loi.txt"))
    assert kept.id == "sn-loi-n-12-sur-l-impot"
    assert [one.id for one in instruments.listed(store, ("KE",))] == []
    instruments.remove(store, ana, kept.id)
    with pytest.raises(Problem, match="no law or policy"):
        instruments.read(store, kept.id)


def test_a_report_is_kept_for_the_version_it_was_made_on(store: Store, draft_id: str) -> None:
    reports.keep(store, draft_id, 1, "all", b"old")
    reports.keep(store, draft_id, 2, "all", b"new")
    assert (reports.kept(store, draft_id, 1, "all"), reports.kept(store, draft_id, 2, "all")) == (None, b"new")
