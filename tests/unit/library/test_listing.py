"""The library as JSON (interfaces.md), and an answers file that can be read again."""

from __future__ import annotations

import json

import pytest
import shelf
from rowwise import each_row

from ssc_drafter import places
from ssc_drafter.answers.files import read_text
from ssc_drafter.answers.read import look
from ssc_drafter.errors import Problem
from ssc_drafter.library import listing
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import questions
from ssc_drafter.library.red_lines import match

KIND = "memorandum_of_understanding"


def library() -> Library:
    return shelf.shipped()


def test_kinds_have_the_fields_that_interfaces_promise() -> None:
    for row in listing.kinds(library()):
        assert {"id", "title", "register", "languages", "questions", "samples"} <= set(row)
        assert row["questions"] > 0
        assert all((places.ROOT / path).is_file() for path in row["samples"])
        json.dumps(row)


def test_clauses_have_the_fields_that_interfaces_promise() -> None:
    rows = listing.clauses(library())
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    for row in rows:
        assert {"id", "family", "title", "version", "languages", "registers", "variants", "source"} <= set(row)
        assert {variant["position"] for variant in row["variants"]} <= {"preferred", "fallback", "red_line"}
        assert row["source"]


def test_one_clause_with_its_wordings() -> None:
    shown = listing.clause(library(), "final/differences")
    assert {wording["lang"] for variant in shown["variants"] for wording in variant["wordings"]} >= {"en", "fr"}
    json.dumps(shown)
    with pytest.raises(Problem, match="no clause “final/none”"):
        listing.clause(library(), "final/none")


@each_row("lang", ["en", "fr"])
def test_questions_have_the_fields_that_interfaces_promise(lang: str) -> None:
    shown = listing.questions(library(), KIND, lang)
    assert (shown["kind"], shown["lang"]) == (KIND, lang)
    fields = {"id", "type", "label", "help", "required", "default", "default_reason", "choices", "if", "validation"}
    for group in shown["groups"]:
        assert group["title"]
        for question in group["questions"]:
            assert fields <= set(question)
            assert question["label"]
    json.dumps(shown)


@each_row("kind", ["memorandum_of_understanding", "framework_agreement", "triangular_agreement"])
@each_row("lang", ["en", "fr"])
def test_a_questionnaire_is_in_one_language(kind: str, lang: str) -> None:
    asked = [one for group in listing.questions(library(), kind, lang)["groups"] for one in group["questions"]]
    assert [one["id"] for one in asked if isinstance(one["default"], dict) and set(one["default"]) & {"en", "fr"}] == []
    assert all(isinstance(choice["label"], str) for one in asked for choice in one["choices"])


def test_a_default_that_has_words_for_each_language_is_given_in_one() -> None:
    def default(lang: str) -> str:
        groups = listing.questions(library(), "triangular_agreement", lang)["groups"]
        return next(one["default"] for group in groups for one in group["questions"] if one["id"] == "roles.label_beneficiary")

    assert (default("en"), default("fr")) == ("beneficiary partner", "partenaire bénéficiaire")


@each_row("kind", ["memorandum_of_understanding", "framework_agreement", "triangular_agreement"])
@each_row("lang", ["en", "fr"])
def test_the_template_can_be_read_and_names_every_question(kind: str, lang: str) -> None:
    text = listing.template(library(), kind, lang)
    file = read_text(text)
    asked = questions(library(), library().kind(kind))
    assert (file.kind, file.lang) == (kind, lang)
    assert set(file.answers) == {question.id for question in asked}
    assert look(asked, file.answers).problems == {}


def test_a_red_line_is_seen_though_its_words_are_moved_about() -> None:
    clause = next(one for one in library().clauses.values() if any(v.position == "red_line" for v in one.variants.values()))
    variant = next(name for name, one in clause.variants.items() if one.position == "red_line")
    wording = next(text for (name, _, lang), text in clause.wordings.items() if name == variant and lang == "en")
    words = wording.source.strip().splitlines()[-1].replace(" shall ", " must ")
    assert (clause.id, variant) in {(found.clause, found.variant) for found in match(library(), f"4. {words}", "en")}
    assert match(library(), "The Parties meet once a year in the capital of either Party.", "en") == []
