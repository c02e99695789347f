"""Paragraphs in an officer's words: kept over later answers, shown as stale when the clause changes, references alive."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf
from hypothesis import given, settings
from hypothesis import strategies as st

from ssc_drafter.assemble import Draft, draft
from ssc_drafter.assemble.edits import linked, words_of
from ssc_drafter.library.changes import Changes, Edit, FreeArticle
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement, Paragraph, plain
from ssc_drafter.tree.walk import open_points

DAYS = '[slots.days]\nkind = "number"\nask = { en = "Days", fr = "Jours" }\nsample = 6\n'
GIVEN = {"parties": shelf.PARTIES, "first.days": 6}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("library")
    shelf.clause(root, "first", "Within {{ days }} days, see {{ 'second' | ref }}.\nThe Parties:\n  (a) one;\n  (b) two;", DAYS)
    shelf.clause(root, "second", "The second article.")
    shelf.clause(root, "recitals", "Recalling one,\nRecalling two,", yields="recital")
    shelf.kind(root, ["recitals", "first", "second"])
    return Library.load(root)


def edited(library: Library, text: str, key: str = "1", answers: dict[str, object] | None = None, base: str = "") -> Draft:
    part = "first"
    edit = Edit(part, key, text, base, "Officer")
    return draft(library, "test", answers or GIVEN, changes=Changes(edits=(edit,)))


def lines(agreement: Agreement) -> list[str]:
    return [words_of(block) for block in agreement.articles[0].blocks if isinstance(block, Paragraph)]


def test_an_edit_stands_and_is_marked_as_the_officers(library: Library) -> None:
    made = edited(library, "In due time.")
    assert lines(made.agreement)[0] == "In due time."
    first, second = made.agreement.articles[0].blocks
    assert (first.provenance.edited_by, first.provenance.clause) == ("Officer", "tests/first")
    assert second.provenance.edited_by == ""


def test_an_edit_outlives_a_changed_answer_and_is_told_to_be_stale(library: Library) -> None:
    base = words_of(draft(library, "test", GIVEN).beneath["first", "1"])
    assert edited(library, "In due time.", base=base).stale == ()
    later = edited(library, "In due time.", base=base, answers={**GIVEN, "first.days": 9})
    assert lines(later.agreement)[0] == "In due time."
    (stale,) = later.stale
    assert (stale.base, stale.now) == ("Within 6 days, see Article 2.", "Within 9 days, see Article 2.")


def test_references_in_an_edit_stay_alive(library: Library) -> None:
    made = draft(library, "test", GIVEN)
    text = linked("As Article 2 says.", made.beneath["first", "1"])
    assert text == "As [[second]] says."
    free = FreeArticle("new", "New", "Words.", "first")
    changes = Changes(edits=(Edit("first", "1", text),), articles=(free,))
    assert lines(draft(library, "test", GIVEN, changes=changes).agreement)[0] == "As Article 3 says."


def test_a_blank_in_an_edit_stays_a_blank_until_it_is_answered(library: Library) -> None:
    without = {"parties": shelf.PARTIES}
    text = linked("Some [Days] days.", draft(library, "test", without).beneath["first", "1"])
    assert text == "Some [[?first.days]] days."
    assert [point.text for point in open_points(edited(library, text, answers=without).agreement)] == ["Days"]
    assert lines(edited(library, text).agreement)[0] == "Some 6 days."


def test_points_are_shown_and_read_back(library: Library) -> None:
    made = draft(library, "test", GIVEN)
    shown = words_of(made.beneath["first", "2"])
    assert shown == "The Parties:\n  (a) one; and\n  (b) two."
    again = edited(library, shown, key="2")
    assert lines(again.agreement)[1] == shown


def test_an_edit_may_become_two_paragraphs_or_none(library: Library) -> None:
    assert lines(edited(library, "One.\nTwo.").agreement)[:2] == ["One.", "Two."]
    assert len(lines(edited(library, " \n").agreement)) == 1


def test_headings_recitals_and_the_opening_can_be_edited(library: Library) -> None:
    edits = (
        Edit("first", "heading", "A heading"),
        Edit("recitals", "2", "Recalling three,", by="Officer"),
        Edit("opening", "formula", "Have agreed:"),
    )
    agreement = draft(library, "test", GIVEN, changes=Changes(edits=edits)).agreement
    assert plain(agreement.articles[0].heading) == "A heading"
    assert agreement.preamble
    assert [plain(one.content) for one in agreement.preamble.recitals] == ["Recalling one,", "Recalling three,"]
    assert plain(agreement.preamble.formula) == "Have agreed:"


def test_addresses_lead_to_part_and_key(library: Library) -> None:
    keys = draft(library, "test", GIVEN).keys
    assert keys["art_1__para_2"] == ("first", "2")
    assert keys["art_1"] == ("first", "heading")
    assert keys["preamble__recital_2"] == ("recitals", "2")


def test_an_edit_of_another_language_version_does_not_stand(library: Library) -> None:
    changes = Changes(edits=(Edit("first", "1", "Mots.", lang="fr"),))
    assert lines(draft(library, "test", GIVEN, changes=changes).agreement)[0].startswith("Within 6")


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="([\ue000\ue001\ue002\ue003"), max_size=120))
@pytest.mark.slow
def test_any_words_of_an_officer_are_kept_in_their_order(library: Library, text: str) -> None:
    changes = Changes(articles=(FreeArticle("mine", "Mine", text),))
    agreement = draft(library, "test", GIVEN, changes=changes).agreement
    rows = [one for one in agreement.articles if one.name == "mine"]
    said = "".join(words_of(block) for one in rows for block in one.blocks if isinstance(block, Paragraph))
    assert "".join(said.split()) == "".join(text.split())


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("(a) bi;.|=*[]{}%\n\t x?"), max_size=60))
@pytest.mark.slow
def test_whatever_looks_like_notation_can_be_read(library: Library, text: str) -> None:
    changes = Changes(articles=(FreeArticle("mine", "Mine", text),), edits=(Edit("first", "2", text),))
    assert draft(library, "test", GIVEN, changes=changes).problems == ()


def test_jinja_in_a_free_article_is_words(library: Library) -> None:
    changes = Changes(articles=(FreeArticle("mine", "{{ 7*7 }}", "{{ 7*7 }} {% if x %} *a* | b |\n= c", by="Officer"),))
    (mine,) = [one for one in draft(library, "test", GIVEN, changes=changes).agreement.articles if one.name == "mine"]
    assert plain(mine.heading) == "{{ 7*7 }}"
    assert [plain(block.content) for block in mine.blocks if isinstance(block, Paragraph)] == [
        "{{ 7*7 }} {% if x %} *a* | b |",
        "= c",
    ]
    assert mine.provenance.edited_by == "Officer"
