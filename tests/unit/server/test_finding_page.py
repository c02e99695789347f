"""The page of a finding that rests on two texts: both stand on it, what is said of rank too, in the words of the page."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from ssc_drafter.check.finding import Checked, ClausePlace, DraftRead, Finding, PolicyPlace, Read, Report, Together
from ssc_drafter.policies.instrument import Division
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.server.views.marks import place_of
from ssc_drafter.store import drafts
from ssc_drafter.words import say


def policy(number: str, quote: str) -> PolicyPlace:
    """Return an invented provision."""
    return PolicyPlace("Land Act", "KE", "land.txt", number, f"sec_{number}", quote, 0, len(quote))


@pytest.fixture
def url(desk: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of a finding on the first paragraph of a draft, made for this test."""
    store = desk.officer.client.application.extensions["ssc_drafter"].store
    draft_id = desk.url.rpartition("/")[2]
    made = drafted(drafts.read(store, draft_id).body)
    unit = next(one for one in made.running.units if one.address == "art_2__para_1")
    clause = ClausePlace(unit.address, unit.number, made.running.text[unit.start : unit.end], unit.start, unit.end)
    second, other = policy("8", "The period shall not exceed thirty years."), policy("9", "Fifty years at most.")
    together = (
        Together("cites", "Section 8 says so.", second),
        Together("total", "Number 2(1) says so.", None, clause),
        Together("prevails", "Two texts of this State differ here.", other),
    )
    also = (policy("4", "So says section 4."), second)
    one = Finding(
        "f1", "Limit", "conflict", "limit", "high", 0.9, clause, policy("5", "A lease."), "Why.", (), also, together=together
    )
    read = (Read("Land Act", "KE", "en", "land.txt", "", 9, "2014-11-20", "partly_in_force", "act"),)
    report = Report(DraftRead("", "en", "", 1), read, (), (one,), (), (), Checked(1, 9, 0.1))
    monkeypatch.setattr(checking, "latest", lambda *_: report)
    return f"{desk.url}/findings/f1"


def test_what_a_finding_is_read_together_with_stands_on_its_page(desk: Any, url: str) -> None:
    page = html.fromstring(desk.officer.get(url).text)
    parts = [" ".join(one.text_content().split()) for one in page.get_element_by_id("together").xpath(".//li")]
    assert len(parts) == 3 and "The period shall not exceed thirty years." in parts[0] and "Section 8 says so." not in parts[0]
    assert parts[1].startswith("Your draft") and parts[2].endswith("Two texts of this State differ here.")
    same = [one.text_content() for one in page.xpath("//section[h2='Further provisions on the same point']//li")]
    assert len(same) == 1 and "So says section 4." in same[0]


def test_rank_date_and_status_of_what_was_read_are_listed(desk: Any, url: str) -> None:
    text = desk.officer.get(url.rpartition("/")[0]).text
    assert "Statute, 20 November 2014, partly in force." in text


PLACES = [
    ("en", "Part III, Chapter 2, section 14(2)"),
    ("fr", "Part III, Chapter 2, section 14(2)"),
    ("es", "Part III, Chapter 2, sección 14(2)"),
    ("pt", "Part III, Chapter 2, secção 14(2)"),
]


@pytest.mark.parametrize(("lang", "place"), PLACES)
def test_where_words_stand_is_told_with_part_and_paragraph(lang: str, place: str) -> None:
    """Parts and chapters are named as the law prints them, the section in the language of the page."""
    divisions = (Division("Part III", "Rights"), Division("Chapter 2", None))
    law = PolicyPlace("Land Act", "XO", "a.txt", "14", "art_14", "Words.", 0, 6, "section", "14(2)", divisions)

    def words(key: str, **values: object) -> str:
        return say(key, lang, **values)

    assert place_of(law, words, lambda _: "") == place


def test_a_unit_of_a_policy_is_told_by_its_word() -> None:
    law = PolicyPlace(
        "Plan", "XO", "a.txt", "1.1", "para_1_1", "Words.", 0, 6, "paragraph", "1.1", (Division("Eje 1"),), "Lineamiento"
    )
    assert place_of(law, say, lambda _: "paragraph") == "Eje 1, Lineamiento 1.1"
