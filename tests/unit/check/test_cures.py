"""Ways out that were tried: a variant of the library, or the clause with the law's number, with which a finding goes.

The laws are invented, of the fictional State Orvane; the clauses are those of the library.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from ssc_drafter.api import Library as Shipped
from ssc_drafter.check import check
from ssc_drafter.check.finding import Cure, Finding
from ssc_drafter.check.rewording import filled
from ssc_drafter.library.load import Library
from ssc_drafter.tree.running import RunningText
from tests.unit.check.test_document import draft, law

pytestmark = pytest.mark.slow
SEAT = "\n\n90. Seat\nThe seat is Orva."
TERM = "1. Term\nNo agreement with another State shall be concluded for more than three years." + SEAT
RATIFIED = "1. Force\nAn agreement of Orvane shall not enter into force before it is ratified by Parliament." + SEAT
NOTICE = "1. Notice\nThe State shall give at least twelve months' notice of the termination of an agreement." + SEAT
ONCE = "This Agreement shall remain in force for six (6) years."
TACIT = "This Agreement shall remain in force for six years and shall be renewed tacitly for successive periods of five years."


@pytest.fixture(scope="module")
def library() -> Library:
    return Shipped.load().shelf


def of_clause(text: RunningText, clause: str, variant: str) -> RunningText:
    """Return a draft whose units stand as a variant of a clause."""
    return replace(text, units=tuple(replace(one, clause=clause, variant=variant) for one in text.units))


def found(text: RunningText, words: str, library: Library | None = None) -> list[Finding]:
    return list(check(text, [law(words)], library=library).findings)


def tried(one: Finding) -> Iterator[Cure]:
    return (cure for cure in one.cure if cure.verified)


def test_a_number_is_cured_by_that_of_the_law_and_checked() -> None:
    (one,) = found(draft(ONCE), TERM)
    (cure,) = tried(one)
    assert (cure.kind, cure.value) == ("wording", "three years")
    assert cure.text == "This Agreement shall remain in force for three years."
    assert not found(draft(cure.text), TERM), "the cure has to hold in a check of its own"


def test_a_law_in_another_language_gives_its_number_in_words_of_the_draft() -> None:
    leases = "1. Durée\nLes contrats de bail sont conclus pour une durée de trois ans au plus." + SEAT
    clause = draft("The Ministry shall grant the Company a contract of lease for a term of six years.")
    (one,) = check(clause, [law(leases, lang="fr")]).findings
    (cure,) = tried(one)
    assert cure.text == "The Ministry shall grant the Company a contract of lease for a term of three (3) years."


def test_a_period_that_renews_itself_takes_the_number_twice_or_another_variant(library: Library) -> None:
    (one,) = found(of_clause(draft(TACIT), "final/duration", "tacit"), TERM, library)
    wording, variant = tried(one)
    assert wording.text.count("three years") == 2
    assert (variant.kind, variant.variant, variant.value) == ("variant", "by_consent", "three (3) years")
    assert "three (3) years" in variant.text
    swapped = filled(library.clauses["final/duration"], _source(library, "final/duration", "by_consent"), "en", None).text
    assert found(draft(*swapped.split("\n")), TERM), "with the five years that the library proposes it stays"


def _source(library: Library, clause: str, variant: str) -> str:
    rows = library.clauses[clause].wordings.items()
    return next(one.source for (name, _, lang), one in rows if (name, lang) == (variant, "en"))


def test_force_on_signature_is_cured_by_the_variant_that_waits(library: Library) -> None:
    signed = of_clause(
        draft("This Agreement shall enter into force on the date of the last signature."),
        "final/entry_into_force",
        "on_signature",
    )
    cures = [next(tried(one), None) for one in found(signed, RATIFIED, library) if one.type == "procedure"]
    assert cures and cures[0] is not None
    assert cures[0].kind == "variant" and cures[0].variant == "last_notification" and not cures[0].value


def test_notice_that_is_too_short_takes_the_least_of_the_law() -> None:
    short = draft("Termination takes effect three (3) months after the date of receipt of the notification of termination.")
    cures = [cure for one in found(short, NOTICE) for cure in tried(one)]
    assert [cure.value for cure in cures] == ["twelve months"]
    assert not found(draft(cures[0].text), NOTICE)


def test_no_cure_is_said_to_be_checked_where_the_finding_stays(library: Library) -> None:
    """The other variants of the clause that end on signature too are not offered."""
    signed = of_clause(
        draft("This Agreement shall enter into force on the date of the last signature."), "final/entry_into_force", ""
    )
    offered = [cure for one in found(signed, RATIFIED, library) for cure in one.cure if cure.kind == "variant"]
    assert offered and all(cure.verified and cure.variant != "on_signature" for cure in offered)


def test_a_cure_keeps_to_the_strictest_of_the_laws_that_limit_the_same() -> None:
    rent = "1. Rent\nA contract of lease shall not run for more than {} years." + SEAT
    clause = draft("The Ministry shall grant the Company a contract of lease for a term of six years.")
    laws = [law(rent.format(years)) for years in ("four", "two")]
    both = [replace(one, file=f"zz/act_{place}.txt", title=f"Act {place}") for place, one in enumerate(laws)]
    (one,) = check(clause, both).findings
    (cure,) = tried(one)
    assert cure.value == "two years", "four would still pass the other law"
