"""Files of many ministries are called alike, and one text may be the law of two States: each is held by itself, whatever was
asked of the other before.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from itertools import permutations

from msgspec.structs import replace

from ssc_drafter.check import check
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText
from tests.unit.check.test_document import draft, law
from tests.unit.check.test_together import LEASE, POINTING, SEAT

LAND = law(POINTING + SEAT, title="Land Act", file="act.pdf")
MILD = law(POINTING.replace("thirty", "ninety") + SEAT, title="Estates Act", file="act.pdf")
SEEDS = law(
    "1. Export\nNo person shall export seeds without a permit of the Seed Board." + SEAT, title="Seed Act 2001", file="act.pdf"
)
NEWER = law("1. Repeal\nThe Land Act 1999 is repealed." + SEAT, title="Land Act 2019", file="new.pdf", date="2019-01-01")
OLDER = law(POINTING + SEAT, title="Land Act 1999", file="act.pdf", date="1999-01-01")
EXPORT = "The Institute shall export seeds without any permit."


def found(text: RunningText, *laws: Instrument) -> list[str]:
    """Return the titles of the laws that findings are on."""
    return sorted(one.policy.instrument for one in check(text, list(laws)).findings)


def test_two_laws_of_one_file_name_are_two() -> None:
    for laws in permutations((LAND, MILD)):
        (one,) = check(draft(LEASE), list(laws)).findings
        assert one.policy.law == LAND.name and [(other.law, other.number) for other in one.also] == [(LAND.name, "8")]


def test_one_text_is_the_law_of_each_of_two_states() -> None:
    laws = [replace(LAND, country="ZZ", title="Forest Act"), replace(LAND, country="YY")]
    for words, country in ((f"{LEASE} The forest is left as it is.", "ZZ"), (LEASE, "YY")):
        (one,) = check(draft(words), laws).findings
        assert one.policy.country == country and [part.policy.country for part in one.together if part.policy] == [country]


def test_of_two_laws_of_one_file_name_that_which_is_repealed_goes() -> None:
    text = draft(LEASE, EXPORT)
    assert found(text, OLDER, SEEDS) == ["Land Act 1999", "Seed Act 2001"]
    report = check(text, [OLDER, SEEDS, NEWER])
    assert [one.policy.instrument for one in report.findings] == ["Seed Act 2001"]
    assert [one.file for one in report.not_read if "2019" in one.reason] == ["act.pdf"]
