"""Aims of policies as norms of their own, in four languages: true rows and near misses (rows: plan_norms.toml)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of
from ssc_drafter.check.structure.naming import subjects
from ssc_drafter.check.structure.rows import YEAR, as_json, rows
from ssc_drafter.words import LANGUAGES as PAGES
from ssc_drafter.words import say

LANGUAGES = ("en", "fr", "es", "pt")
ROWS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("plan_norms.toml").read_text("utf-8"))["row"]
CASES = [pytest.param(lang, row, id=f"{number}-{lang}") for number, row in enumerate(ROWS, 1) for lang in LANGUAGES]
AIMS = [case for case in CASES if not case.values[1].get("none")]


@each_row(("lang", "row"), CASES)
def test_an_aim_of_a_policy_is_a_norm_of_its_own(lang: str, row: dict[str, Any]) -> None:
    found = norms_of(row[lang], lang, policy=True)
    if row.get("none"):
        assert not found
        return
    (norm,) = found
    assert norm.modality == row.get("norm", "commitment")
    assert (norm.bearer.kind if norm.bearer else "") == row["bearer"]
    assert {name: len(getattr(norm, name)) for name in ("conditions", "mechanism", "priority")} == {
        name: row.get(name, 0) for name in ("conditions", "mechanism", "priority")
    }
    assert any(one.base for one in norm.quantities) == row.get("base", False)
    assert "amount" not in row or counted(norm, *row["amount"])
    days = {one.value // YEAR: one.compare for one in norm.quantities if one.scale == "date"}
    assert "year" not in row or days[row["year"]] in (
        "most",
        "exact" if re.search(r" e[mn] 20[23][05]\.?$", row[lang]) else "most",
    )


def counted(norm: Norm, compare: str, value: float, scale: str) -> bool:
    return any((one.compare, one.scale) == (compare, scale) and one.value == pytest.approx(value) for one in norm.quantities)


@each_row(("lang", "row"), AIMS)
def test_every_part_of_an_aim_is_exactly_the_text_at_its_place(lang: str, row: dict[str, Any]) -> None:
    text = row[lang]
    for norm in norms_of(text, lang, policy=True):
        for ui in PAGES:
            shown = rows(norm, ui)
            assert all(text[one.start : one.end] == one.text for one in shown if one.text)
            assert all(one.label for one in shown)
            assert any(one.name == "frame" and one.note for one in shown)


@each_row(("lang", "row"), [case for case in AIMS if "norm" not in case.values[1] and case.values[1]["bearer"] == "policy"])
def test_no_other_text_sets_an_aim(lang: str, row: dict[str, Any]) -> None:
    assert all(one.modality != "commitment" for one in norms_of(row[lang], lang))


SUBJECTS = [
    ("en", "No person shall sell electricity without a licence.", "energy"),
    ("fr", "Nul ne peut vendre de l'électricité sans licence.", "énergie"),
    ("es", "Nadie podrá vender electricidad sin licencia.", "energía"),
    ("pt", "Ninguém poderá vender eletricidade sem licença.", "energia"),
]


@each_row(("lang", "text", "wider"), SUBJECTS)
def test_a_norm_tells_its_subjects_in_the_language_of_the_reader(lang: str, text: str, wider: str) -> None:
    for ui, called in zip(LANGUAGES, ("energy", "énergie", "energía", "energia"), strict=True):
        (norm,) = norms_of(text, lang)
        told = [one["called"] for one in as_json(norm, ui)["subjects"]]
        assert len(told) == 1
        assert called in told[0]
        assert called in next(row.note for row in rows(norm, ui) if row.name == "frame")


@each_row(
    ("lang", "text"),
    [
        ("en", "The Council shall adopt a plan."),  # no adoption of children
        ("fr", "Le conseil doit adopter un plan."),
        ("es", "El consejo deberá adoptar un plan."),
        ("pt", "O conselho deve adotar um plano."),
    ],
)
def test_a_word_of_another_meaning_is_no_subject(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert not norm.frame
    assert [row.text for row in rows(norm, lang) if row.name == "frame"] == [""]


@each_row(
    ("lang", "text"),
    [
        ("en", "The State will cut losses by 12 % by 2030. This target is conditional on international support."),
        ("fr", "Réduire les pertes de 12 % d'ici 2030.\n\nCette cible est subordonnée à un appui international."),
        ("es", "Reducir las pérdidas en 12 % para 2030.\n\nEsta meta está condicionada al apoyo internacional."),
        ("pt", "Reduzir as perdas em 12 % até 2030.\n\nEsta meta está condicionada ao apoio internacional."),
    ],
)
def test_a_condition_in_the_next_sentence_belongs_to_the_aim(lang: str, text: str) -> None:
    found = [one for one in norms_of(text, lang, policy=True) if one.modality == "commitment"]
    assert len(found) == 1
    assert len(found[0].conditions) == 1
    assert text[found[0].conditions[0].start : found[0].conditions[0].end] == found[0].conditions[0].text


@each_row(
    ("lang", "text"),
    [
        ("en", "The Registrar should publish the register."),
        ("fr", "Le registraire devrait publier le registre."),
        ("es", "El Registrador debería publicar el registro."),
        ("pt", "O Conservador deveria publicar o registo."),
    ],
)
def test_what_should_be_done_is_no_duty_in_a_statute(lang: str, text: str) -> None:
    assert [one.modality for one in norms_of(text, lang)] == ["recommendation"]


@each_row(
    ("lang", "text"),
    [
        ("en", "If the tribunal finds that the officer ought to be removed, the President shall remove him."),
        ("en", "Should the Minister refuse, the applicant shall be informed."),
        ("fr", "Si le tribunal constate que l'agent devrait être révoqué, le Président doit le révoquer."),
        ("es", "Si el tribunal determina que no debería haberse otorgado la medida, el solicitante deberá pagar los daños."),
        ("pt", "Se o tribunal entender que o agente deveria ser demitido, o Presidente deve demiti-lo."),
    ],
)
def test_a_statute_that_reports_what_should_be_recommends_nothing(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.modality == "duty"
    assert len(norm.conditions) == 1


def test_every_subject_has_its_name_in_the_languages_of_the_pages() -> None:
    names = {name for known in subjects().items() for name in known if name}
    for ui in PAGES:
        assert all(say(f"subjects.{name}", ui) not in ("", f"subjects.{name}") for name in names)
