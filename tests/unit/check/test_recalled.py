"""What a unit's pairs say is worked out once: an edit elsewhere asks nothing of it again, and moves it with its words.

The law is invented, of the fictional State Orvane.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.check import candidates, check
from ssc_drafter.check.document import merging
from ssc_drafter.check.finding import Finding
from ssc_drafter.library.load import Library
from ssc_drafter.tree.running import RunningText
from tests.unit.check.test_document import draft, law
from tests.unit.check.test_left_out import BAN, EXPORT, SAMPLES
from tests.unit.check.test_lifetime import SEAT, act

TERM = "1. Leases\nA contract of lease shall not be concluded for more than three years.\n\n2. Seat\nThe seat is Orva."
LEASE = "The Ministry shall grant the Company a contract of lease for a term of six years."
AHEAD, LONGER = "The Parties shall meet in spring.", "The Parties shall meet in the spring of every second year."
HEALTH = {"en": "Public health", "fr": "Santé publique", "es": "Salud pública", "pt": "Saúde pública"}
report = import_module("ssc_drafter.check.report")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return, as they come, what is asked of pairs: whether they may lead a finding, and what would cure it."""
    found: list[str] = []

    def told(name: str, work: Any) -> Any:
        return lambda *given: (found.append(name), work(*given))[1]

    monkeypatch.setattr(merging, "may_lead", told("may lead", merging.may_lead))
    monkeypatch.setattr(report, "cures", told("cures", report.cures))
    return found


def anew(text: RunningText, of: Any, library: Any = None) -> tuple[Finding, ...]:
    candidates._at_hand.clear()
    return check(text, [of], library=library).findings


def test_an_edit_ahead_moves_a_finding_and_asks_nothing_of_it_again(asked: list[str]) -> None:
    one = law(TERM)
    first = anew(draft(AHEAD, LEASE), one)
    assert "cures" in asked and "may lead" in asked
    asked.clear()
    edited = check(draft(LONGER, LEASE), [one]).findings
    assert asked == []
    assert [each.id for each in edited] == [each.id for each in first]
    assert edited[0].clause and first[0].clause
    assert edited[0].clause.start == first[0].clause.start + len(LONGER) - len(AHEAD)
    assert edited == anew(draft(LONGER, LEASE), one)


def test_what_is_remembered_is_of_the_words_the_title_and_the_library(asked: list[str]) -> None:
    one, text = law(TERM), draft(AHEAD, LEASE)
    anew(text, one)
    for other in (draft(AHEAD, LEASE.replace("six", "seven")), replace(text, title="Memorandum of Understanding")):
        asked.clear()
        changed = check(other, [one]).findings
        assert {"cures", "may lead"} <= set(asked)
        assert changed == anew(other, one)
    check(text, [one])
    asked.clear()
    check(text, [one], library=None)
    assert asked == []


def test_another_library_gives_its_own_cures(asked: list[str]) -> None:
    one, text = law(TERM), draft(AHEAD, LEASE)
    anew(text, one)
    asked.clear()
    check(text, [one], library=Library())
    assert set(asked) >= {"cures"}


@pytest.mark.slow
@each_row("lang", ["en", "fr", "es", "pt"])
def test_how_the_article_of_a_definition_is_headed_tells_at_once(lang: str) -> None:
    one = replace(act(lang, BAN[lang]), title=HEALTH[lang])
    text = draft(SAMPLES[lang][3], SEAT[lang], EXPORT[lang], lang=lang)
    first, *rest = text.units
    headed = replace(text, units=(replace(first, heading=HEALTH[lang]), *rest))
    plain, other = anew(text, one), anew(headed, one)
    assert plain[0].confidence < other[0].confidence and plain[0].together[0].how == "defined_here"
    assert [check(each, [one]).findings for each in (text, headed, text)] == [plain, other, plain]
