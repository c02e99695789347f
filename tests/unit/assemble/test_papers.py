"""The papers that go with an agreement: from its answers, in four languages, drafts for the ministry with blanks."""

from __future__ import annotations

from typing import Any

import pytest
from rowwise import each_row

from ssc_drafter.assemble.papers import BINDING, LANGUAGES, Source, library, offered, paper, title
from ssc_drafter.errors import Problem
from ssc_drafter.library.check import problems
from ssc_drafter.policies.domestic_steps import subject_of
from ssc_drafter.tree.nodes import Agreement, Article, Paragraph, Party, Provenance, Text, TitleLine, plain
from ssc_drafter.tree.running import running_text
from ssc_drafter.tree.walk import open_points

OFFICE = {"en": "Minister of Health", "fr": "ministre de la Santé", "es": "Ministra de Salud", "pt": "Ministra da Saúde"}
ANSWERS: dict[str, Any] = {
    "parties": [{"country": "KE", "capacity": "government", "office": OFFICE}, {"country": "CL", "capacity": "government"}],
    "languages": ["en", "es"],
    "testimonium.place": {"en": "Nairobi", "es": "Nairobi"},
}


def article(clause: str, variant: str, heading: str) -> Article:
    by = Provenance(clause, "2026-11-25", variant)
    return Article(clause.rpartition("/")[2], (Text(heading),), (Paragraph((Text("Words."),), provenance=by),), provenance=by)


def source(lang: str = "en", answers: dict[str, Any] = ANSWERS, register: str = "binding") -> Source:
    articles = (
        article("finance/contributions", "transfer", "Money"),
        article("final/entry_into_force", "ratification", "Start"),
    )
    parties = (
        Party("the Government of Kenya", "Kenya", "government", "KE"),
        Party("the Government of Chile", "Chile", "government", "CL"),
    )
    agreement = Agreement("", lang, register, (TitleLine((Text("Agreement on Water"),)),), parties, None, articles)  # type: ignore[arg-type]
    return Source(agreement, answers, subject_of(agreement), {})


def words(made: Agreement) -> str:
    return running_text(made).text


def test_the_library_of_papers_has_no_fault() -> None:
    assert [one.sentence() for one in problems(library())] == []


@each_row("lang", LANGUAGES)
@each_row("name", BINDING)
def test_a_paper_is_a_draft_for_the_ministry_in_each_language(name: str, lang: str) -> None:
    made = paper(source(lang), name, 0, lang)
    assert made.draft_mark
    assert made.lang == lang
    assert "Agreement on Water" in words(made)
    assert open_points(made), "names, dates and seal are blanks"
    assert title(name, lang) != title(name, "de") or lang == "en"


def test_the_issuing_party_comes_first_and_signs_alone() -> None:
    made = paper(source(), "full_powers", 1, "en")
    assert [plain(one.party) for one in made.signatures] == ["the Government of the Republic of Chile"]
    assert "on behalf of the Government of the Republic of Chile" in words(made)
    assert "with the Government of the Republic of Kenya" in words(made)


def test_who_signs_the_agreement_is_the_representative_and_not_the_issuing_authority() -> None:
    made = paper(source(), "full_powers", 0, "en")
    assert "representative: Minister of Health" in words(made)
    assert plain(made.signatures[0].office) == ""


def test_the_note_cites_the_article_on_entry_into_force() -> None:
    assert "its Article 2 on entry into force" in words(paper(source(), "notification", 0, "en"))


def test_the_data_for_registration_name_languages_and_method() -> None:
    said = words(paper(source(), "registration", 0, "en"))
    assert "English and Spanish" in said
    assert "Start (2)" in said


def test_the_memorandum_sets_out_articles_matters_and_steps() -> None:
    said = words(paper(source(), "memorandum", 0, "en"))
    assert "money is committed" in said
    assert "Act 45 of 2012, ss. 3, 8-9" in said
    assert "Money" in said


def test_a_title_in_another_language_is_a_blank() -> None:
    said = words(paper(source("en"), "full_powers", 0, "pt"))
    assert "Agreement on Water" not in said
    assert "[título completo do acordo]" in said


def test_a_text_that_binds_nobody_has_the_memorandum_alone() -> None:
    assert offered(source(register="non_binding").agreement) == ("memorandum",)


@each_row(("name", "place", "answers"), [("moon", 0, ANSWERS), ("memorandum", 2, ANSWERS), ("memorandum", 0, {})])
def test_what_cannot_be_made_is_refused(name: str, place: int, answers: dict[str, Any]) -> None:
    with pytest.raises(Problem):
        paper(source(answers=answers), name, place, "en")


def test_papers_are_no_kinds_of_instrument() -> None:
    from ssc_drafter import places

    shipped = {path.name for path in places.TEMPLATES.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert not shipped & set(BINDING)
