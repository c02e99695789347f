"""From pairs to findings: what may lead one, what stands beside it, and what a law on agreements may be held against.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.merging import ALSO
from tests.unit.check.test_document import draft, kinds, law

SEAT = "\n\n90. Seat\nThe seat is Zub."
LEASE = "The Ministry shall grant the Company a lease of public land for forty years."
RULE = "A lease of public land to a foreign company shall not exceed {n} years."


def test_one_sentence_makes_one_finding_and_the_others_stand_beside_it() -> None:
    laws = [law(f"1. Leases\n{RULE.format(n=n)}{SEAT}", file=f"zz/{n}.txt") for n in ("ten", "twenty", "thirty")]
    (one,) = check(draft(LEASE), laws).findings
    assert len(one.also) == 2 and {one.policy.file, *(other.file for other in one.also)} == {part.file for part in laws}


def test_no_more_than_a_handful_stand_beside_a_finding() -> None:
    numbers = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "twenty")
    laws = [law(f"1. Leases\n{RULE.format(n=n)}{SEAT}", file=f"zz/{n}.txt") for n in numbers]
    (one,) = check(draft(LEASE), laws).findings
    assert len(one.also) <= ALSO


def test_two_sentences_of_a_paragraph_make_two_findings() -> None:
    act = law(
        f"1. Leases\n{RULE.format(n='thirty')}\n\n2. Seeds\nNo person shall export seeds without a permit of the Seed Board.{SEAT}"
    )
    words = f"{LEASE} The Institute shall export seeds at once without any permit."
    assert sorted(kinds(check(draft(words), [act]))) == [("1", "limit"), ("1", "procedure")]


@each_row(
    "section",
    [
        "1. Short title\nThis Act may be cited as the Lease of Public Land (Forty Years) Act.",
        "1. Repeal\nThe Lease of Public Land Act is repealed; no lease of public land shall be granted under it for forty years.",
        "1. Interpretation\nIn this Act, “lease” means a lease of public land that shall not exceed thirty years.",
    ],
)
def test_what_only_carries_a_law_leads_no_finding(section: str) -> None:
    found = [one for one in check(draft(LEASE), [law(section + SEAT)]).findings if one.type != "definition"]
    assert not found


DURATION = "1. Duration\nAn agreement shall not be concluded for more than four years.\n\n90. Seat\nThe seat is Zub."


def test_a_period_for_something_else_does_not_limit_the_life_of_the_agreement() -> None:
    life = draft("This Agreement shall remain in force for six years.")
    contracts = law(f"1. Contracts\nA contract of service shall not remain in force for more than four years.{SEAT}")
    assert kinds(check(life, [contracts])) == []
    assert kinds(check(life, [law(DURATION)])) == [("1", "limit")]


def test_a_law_on_agreements_does_not_limit_what_an_agreement_is_about() -> None:
    assert kinds(check(draft("The Company shall hold the contract of service for six years."), [law(DURATION)])) == []


def test_a_law_on_memoranda_is_held_against_a_memorandum_only() -> None:
    rule = law(f"1. Duration\nA memorandum shall not be concluded for more than two years.{SEAT}")
    words = "This {} shall remain in force for six years."
    other = check(draft(words.format("Agreement"), title="Framework Agreement"), [rule])
    own = check(draft(words.format("Memorandum"), title="Memorandum of Understanding"), [rule])
    assert kinds(other) == [] and kinds(own) == [("1", "limit")]


def test_sentences_that_share_no_word_make_no_finding() -> None:
    act = law(f"1. Fees\nNo fee shall exceed ten per cent of the price.{SEAT}")
    assert kinds(check(draft("Experts shall hold at least forty per cent of the seats."), [act])) == []
