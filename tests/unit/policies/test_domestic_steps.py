"""What a State has to do at home follows from the content of a draft, never from its title."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.errors import Problem
from ssc_drafter.policies.domestic_steps import Checklist, Step, Subject, checklist, subject_of
from ssc_drafter.policies.steps_told import sheet, told
from ssc_drafter.tree.nodes import Agreement, Article, Paragraph, Party, Provenance, Register, Text, TitleLine, plain


def draft(*clauses: str, title: str = "Agreement", register: Register = "binding", capacity: str = "government") -> Agreement:
    """Return a draft of clauses, each `family/name:variant`."""
    articles = []
    for one in clauses:
        clause, _, variant = one.partition(":")
        by = Provenance(clause, "2026-11-25", variant)
        words = Paragraph((Text("Words of the clause."),), provenance=by)
        articles.append(Article(clause.rpartition("/")[2], (Text(f"On {clause}"),), (words,), provenance=by))
    parties = (
        Party("the Government of Kenya", "Kenya", capacity, "KE"),
        Party("the Government of Chile", "Chile", capacity, "CL"),
    )
    return Agreement(
        "technical_cooperation_agreement", "en", register, (TitleLine((Text(title),)),), parties, None, tuple(articles)
    )


def steps(country: str, agreement: Agreement, *told: str, **answers: bool) -> Checklist:
    return checklist(subject_of(agreement, answers, told), country)


def parliament(found: Checklist) -> dict[str, Step]:
    """Return the steps before Parliament by what they rest on."""
    return {str(one.rule.basis): one for one in found.steps if one.rule.stage == "parliament"}


ALONE = "scope/objective:plain"
MONEY = "finance/contributions:transfer"
TAX = "facilities/taxes_customs:by_law"
STATUS = "people/status:functional"

# State, clauses, the provision, how it stands
ROWS = [
    ("KE", [ALONE, MONEY], "Act 45 of 2012, ss. 3, 8-9", "applies"),
    ("KE", [ALONE], "Act 45 of 2012, ss. 3, 8-9", "ask"),
    ("KE", [ALONE], "Act 45 of 2012, s. 3", "ask"),
    ("KE", [ALONE, MONEY], "Act 45 of 2012, s. 3", "not_seen"),
    ("ZA", [ALONE], "Constitution, s. 231(3)", "ask"),
    ("ZA", [ALONE, MONEY], "Constitution, s. 231(2)", "applies"),
    ("ZA", [ALONE, MONEY], "Constitution, s. 231(3)", "not_seen"),
    ("ZA", [ALONE, TAX], "Constitution, s. 231(3)", "not_seen"),
    ("ZA", [ALONE, STATUS], "Constitution, s. 231(2)", "applies"),
    ("CL", [ALONE, "legal/parent:named"], "Constitution, art. 54(1)", "ask"),
    ("CL", [ALONE, "legal/parent:named", TAX], "Constitution, art. 54(1)", "not_seen"),
    ("CL", [ALONE], "Constitution, art. 54(1)", "not_seen"),
    ("GH", [ALONE], "Constitution, art. 75", "applies"),
    ("SN", [ALONE, MONEY], "Constitution, art. 96", "applies"),
    ("PH", [ALONE, TAX], "Constitution, art. VI, s. 28(4)", "applies"),
    ("SL", [ALONE, MONEY], "Constitution, s. 40(4), proviso", "applies"),
    ("SZ", [ALONE, MONEY], "Constitution, s. 238(3)", "not_seen"),
]


@each_row(("country", "clauses", "basis", "standing"), ROWS)
def test_content_decides(country: str, clauses: list[str], basis: str, standing: str) -> None:
    found = [one for one in steps(country, draft(*clauses)).steps if one.rule.stage == "parliament" and one.rule.basis == basis]
    exceptions = [one for one in found if one.rule.act == "exception"]
    assert [one.standing for one in (exceptions or found)] == [standing]


@each_row("title", ["Technical Arrangement", "Treaty of Friendship", "Memorandum"])
def test_the_title_decides_nothing(title: str) -> None:
    assert steps("ZA", draft(ALONE, MONEY, title=title)) == steps("ZA", draft(ALONE, MONEY))


def test_an_answer_calls_for_a_step_as_a_clause_does() -> None:
    found = parliament(steps("ZA", draft(ALONE), involves_money=True))["Constitution, s. 231(2)"]
    assert found.standing == "applies"
    assert [sign.switch for one in found.reasons for sign in one.signs] == ["involves_money"]


def test_the_officer_may_name_what_a_draft_does_not_show() -> None:
    assert parliament(steps("CI", draft(ALONE)))["Constitution, art. 120"].standing == "ask"
    assert parliament(steps("CI", draft(ALONE), "peace"))["Constitution, art. 120"].standing == "applies"
    with pytest.raises(Problem):
        subject_of(draft(ALONE), told=["technical"])


def test_a_text_from_elsewhere_is_asked_about() -> None:
    bare = draft(ALONE)
    imported = Agreement("", "en", "binding", bare.title, bare.parties, None, ())
    assert parliament(steps("ZA", imported))["Constitution, s. 231(2)"].standing == "ask"


@each_row("register", ["binding", "non_binding"])
@each_row("country", ["KE", "SN", "TG", "XO"])
def test_parliament_is_never_passed_over(country: str, register: Register) -> None:
    found = [one for one in steps(country, draft(ALONE, register=register)).steps if one.rule.stage == "parliament"]
    assert any(one.standing in ("applies", "ask") for one in found)


def test_the_steps_stand_in_their_order_and_end_with_article_102() -> None:
    found = [one.rule.stage for one in steps("KE", draft(ALONE)).steps]
    assert found[0] == "mandate"
    assert found[-1] == "registration"
    assert found.index("vetting") < found.index("full_powers") < found.index("signature") < found.index("parliament")


def test_a_text_that_binds_nobody_has_no_treaty_steps() -> None:
    stages = {one.rule.stage for one in steps("KE", draft(ALONE, register="non_binding")).steps}
    assert {"vetting", "signature"} <= stages
    assert not {"full_powers", "ratification", "registration"} & stages


def test_agencies_report_to_the_foreign_ministry() -> None:
    found = [one for one in steps("MX", draft(ALONE, capacity="agency")).steps if one.rule.act == "registers_opinion"]
    assert [one.standing for one in found] == ["applies"]


def test_every_line_is_told_with_its_status_and_date() -> None:
    rows = told(steps("KE", draft(ALONE, MONEY)), "en")["steps"]
    assert {row["status_text"] for row in rows if row["status"] == "mem"} == {"from memory, confirm"}
    assert all("25 November 2026" in row["status_text"] for row in rows if row["status"] in ("read", "part"))
    assert any("money is committed: 2 On finance/contributions" in row["why"] for row in rows)


def test_a_state_without_a_file_is_said_to_have_none() -> None:
    found = told(checklist(Subject("", "binding", ("XO",), {}, True), "XO"), "fr")
    assert not found["known"]
    assert "ministère" in found["remarks"][0]


def test_the_sheet_has_a_part_for_each_state() -> None:
    rows = [told(steps(one, draft(ALONE, MONEY)), "en") for one in ("KE", "CL")]
    assert [plain(one.heading) for one in sheet(rows, "A draft", "en").articles] == ["Kenya", "Chile"]
