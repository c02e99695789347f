"""A draft held against a small invented law: what is found, and that every quote is the text at its place."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import COUNTRY, Instrument, Provision, Warn
from ssc_drafter.tree.running import RunningText, Unit

LAW = (
    "1. A lease of public land to a foreign company shall not exceed thirty years.",
    "2. No person shall export seeds or plant samples without a permit from the Seed Board.",
    "3. The Minister may award medals to farmers of merit.",
)
CLAUSES = (
    "The Ministry of Zubaria shall grant the Company a lease of public land for forty years.",
    "Plant samples and seeds shall be exported by the Institute at once, without any permit being required.",
    "The Parties meet once a year.",
)


def instrument(provisions: tuple[str, ...] = LAW, lang: str = "en") -> Instrument:
    """Return an invented Act of an invented State."""
    text = "\n".join(provisions)
    places, start = [], 0
    for number, words in enumerate(provisions, 1):
        places.append(Provision(str(number), None, f"sec_{number}", "section", start, start + len(words)))
        start += len(words) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Instrument("Land and Seeds Act of Zubaria", "ZZ", lang, text, digest, tuple(places), file="zz/act.txt")


def draft(clauses: tuple[str, ...] = CLAUSES, lang: str = "en") -> RunningText:
    """Return an invented draft."""
    units, start = [], 0
    for number, words in enumerate(clauses, 1):
        units.append(Unit(f"art_{number}__para_1", str(number), start, start + len(words), str(number)))
        start += len(words) + 1
    return RunningText("Draft", lang, "\n".join(clauses), tuple(units), len(units))


@pytest.fixture(scope="module")
def report() -> Report:
    return check(draft(), [instrument()], fits=True)


def test_the_limit_passed_and_the_step_ruled_out_are_found(report: Report) -> None:
    found = {(one.clause.number, one.policy.number, one.type) for one in report.findings if one.clause}
    assert {("1", "1", "limit"), ("2", "2", "procedure")} <= found


def test_every_quote_is_the_text_at_its_place(report: Report) -> None:
    ours, law = draft().text, instrument().text
    places = [(one.clause, one.policy, *one.also) for one in (*report.findings, *report.look)]
    places += [(one.clause, one.policy) for one in report.fits]
    for clause, *policies in places:
        assert clause is not None
        assert clause.quote == ours[clause.start : clause.end] != ""
        assert all(policy.quote == law[policy.start : policy.end] != "" for policy in policies)


def test_ids_stand_while_the_words_stand_and_an_edit_changes_only_its_own(report: Report) -> None:
    again = check(draft((*CLAUSES[:2], "The Parties meet twice a year.")), [instrument()])
    assert {one.id for one in again.findings} == {one.id for one in report.findings}
    edited = check(draft((CLAUSES[0].replace("forty", "twenty"), *CLAUSES[1:])), [instrument()])
    assert {one.type for one in edited.findings} == {"procedure"}


def test_the_document_is_that_of_the_interface(report: Report) -> None:
    document = report.to_json()
    assert list(document)[:8] == ["format", "draft", "read", "not_read", "findings", "look", "fits", "checked"]
    assert document["format"] == "ssc-drafter/findings/1"
    assert document["read"][0]["provisions"] == 3
    finding = document["findings"][0]
    assert set(finding) == {
        "id", "title", "verdict", "type", "severity", "confidence", "clause", "policy", "reason", "cure", "also", "by", "answer",
        "verified", "together",
    }  # fmt: skip
    assert 0 <= finding["confidence"] <= 1 and finding["cure"] and finding["answer"] is None
    rows = report.candidate_rows()
    assert [row["number"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["candidates"][0]["number"] == "1"


def test_a_law_that_was_taken_for_another_states_is_told_in_the_document() -> None:
    warned = replace(instrument(), warnings=(Warn("taken for a law of NG", COUNTRY), Warn("broken letters", "text")))
    read = check(draft(), [warned]).to_json()["read"]
    assert [one["note"] for one in read] == ["taken for a law of NG"]
    assert "note" not in check(draft(), [instrument()]).to_json()["read"][0]


def test_the_same_draft_in_spanish_is_held_against_the_english_act_and_explained_in_spanish() -> None:
    words = ("Las muestras de plantas y las semillas se exportarán de inmediato, sin necesidad de permiso alguno.",)
    found = check(draft(words, "es"), [instrument()]).findings
    assert [(one.type, one.policy.number) for one in found] == [("procedure", "2")]
    assert "la cláusula" in found[0].reason
