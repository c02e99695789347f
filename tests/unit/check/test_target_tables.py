"""Rows of a policy's table of targets: one norm each, with its amount, year, base and body, in four languages; and near misses."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of
from ssc_drafter.check.structure.rows import YEAR, rows
from ssc_drafter.words import LANGUAGES as PAGES

LANGUAGES = ("en", "fr", "es", "pt")
# Heads of columns, two rows of figures, one row of words; all tables are written for this file.
TABLE = {
    "en": """| Indicator | Baseline (2015) | Target (2025) | Responsible body |
| --- | --- | --- | --- |
| Maternal deaths per 100,000 live births | 398 | 70 | Ministry of Health |
| Households with electricity (%) | 31.5 | 60 | Rural Energy Agency |
| Waste law | none | Law adopted | Ministry of the Environment |
""",
    "fr": """| Indicateur | Valeur de référence (2015) | Cible (2025) | Structure responsable |
| --- | --- | --- | --- |
| Décès maternels pour 100 000 naissances vivantes | 398 | 70 | Ministère de la Santé |
| Ménages raccordés à l'électricité (%) | 31,5 | 60 | Agence de l'énergie rurale |
| Loi sur les déchets | aucune | Loi adoptée | Ministère de l'Environnement |
""",
    "es": """| Indicador | Línea de base (2015) | Meta (2025) | Entidad responsable |
| --- | --- | --- | --- |
| Muertes maternas por 100.000 nacidos vivos | 398 | 70 | Ministerio de Salud |
| Hogares con electricidad (%) | 31,5 | 60 | Agencia de Energía Rural |
| Ley de residuos | ninguna | Ley aprobada | Ministerio del Ambiente |
""",
    "pt": """| Indicador | Linha de base (2015) | Meta (2025) | Órgão responsável |
| --- | --- | --- | --- |
| Óbitos maternos por 100.000 nascidos vivos | 398 | 70 | Ministério da Saúde |
| Domicílios com eletricidade (%) | 31,5 | 60 | Agência de Energia Rural |
| Lei dos resíduos | nenhuma | Lei aprovada | Ministério do Ambiente |
""",
}


def day(norm: Norm) -> list[int]:
    return [int(one.value) // YEAR for one in norm.quantities if one.scale == "date"]


@each_row("lang", LANGUAGES)
def test_each_row_is_one_norm_with_amount_year_base_and_body(lang: str) -> None:
    text = TABLE[lang]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[2:]]
    deaths, homes, law = norms_of(text, lang, policy=True)
    for norm, (about, base, goal, body) in zip((deaths, homes, law), cells, strict=True):
        assert norm.modality == "commitment"
        assert norm.bearer
        assert (norm.bearer.kind, norm.bearer.text) == ("organ", body)
        assert norm.object
        assert norm.object.text == about
        assert day(norm) == [2025]
        figure = norm.quantities[0]
        assert (figure.base.text if figure.base else "") == (base if base[0].isdigit() else "")
        assert (figure.text == goal) is (norm is not law)
    assert [(one.quantities[0].compare, one.quantities[0].scale) for one in (deaths, homes)] == [
        ("most", "percent"),
        ("least", "percent"),
    ]
    assert [one.quantities[0].value for one in (deaths, homes)] == [pytest.approx(0.07), 60]
    assert all(one.quantities[0].base_when and "2015" in one.quantities[0].base_when.text for one in (deaths, homes))
    assert law.effect
    assert law.effect.text == cells[2][2]


@each_row("lang", LANGUAGES)
def test_every_part_of_a_row_is_exactly_the_text_at_its_place(lang: str) -> None:
    text = f"1. \n\n{TABLE[lang]}"
    for norm in norms_of(text, lang, policy=True):
        for ui in PAGES:
            assert all(text[one.start : one.end] == one.text for one in rows(norm, ui) if one.text)


@each_row("lang", LANGUAGES)
def test_no_table_of_a_statute_sets_targets(lang: str) -> None:
    assert not norms_of(TABLE[lang], lang)


YEARS = {
    "en": "| Goal | Indicator | 2019 | 2025 | 2030 | Source |\n| Water | Piped water (%) | 41 | 55 | 80 | Survey |\n| | Losses in the network (%) | 40[1] | 30 | 20 | |\n",
    "fr": "| But | Indicateur | 2019 | 2025 | 2030 | Source |\n| Eau | Eau courante (%) | 41 | 55 | 80 | Enquête |\n| | Pertes du réseau (%) | 40[1] | 30 | 20 | |\n",
    "es": "| Fin | Indicador | 2019 | 2025 | 2030 | Fuente |\n| Agua | Agua por red (%) | 41 | 55 | 80 | Encuesta |\n| | Pérdidas de la red (%) | 40[1] | 30 | 20 | |\n",
    "pt": "| Fim | Indicador | 2019 | 2025 | 2030 | Fonte |\n| Água | Água canalizada (%) | 41 | 55 | 80 | Inquérito |\n| | Perdas da rede (%) | 40[1] | 30 | 20 | |\n",
}


@each_row("lang", LANGUAGES)
def test_columns_of_years_are_targets_behind_the_year_that_is_the_base(lang: str) -> None:
    more, less = norms_of(YEARS[lang], lang, policy=True)
    for norm, compare, figures in ((more, "least", [55, 80]), (less, "most", [30, 20])):
        amounts = [one for one in norm.quantities if one.scale == "percent"]
        assert [(one.value, one.compare) for one in amounts] == [(value, compare) for value in figures]
        assert day(norm) == [2025, 2030]
        assert all(one.base_when and one.base_when.text == "2019" for one in amounts)


@each_row("lang", LANGUAGES)
def test_years_ahead_of_the_policy_are_no_targets(lang: str) -> None:
    assert not norms_of(YEARS[lang], lang, policy=True, since=2031)
    (more, _) = norms_of(YEARS[lang], lang, policy=True, since=2018)
    assert day(more) == [2019, 2025, 2030]


DEEDS = {
    "en": "| No. | Action | Deadline | Lead agency |\n| 1 | Training of 300 nurses | 2027 | Nursing Council |\n| 2 | Reduce losses to 12 % by 2026 | 2028 | Water Board |\n",
    "fr": "| N° | Action | Échéance | Chef de file |\n| 1 | Formation de 300 infirmières | 2027 | Conseil infirmier |\n| 2 | Réduire les pertes à 12 % d'ici 2026 | 2028 | Office des eaux |\n",
    "es": "| N° | Acción | Plazo | Órgano responsable |\n| 1 | Formación de 300 enfermeras | 2027 | Consejo de Enfermería |\n| 2 | Reducir las pérdidas al 12 % para 2026 | 2028 | Junta de Aguas |\n",
    "pt": "| N.º | Ação | Prazo | Órgão responsável |\n| 1 | Formação de 300 enfermeiras | 2027 | Conselho de Enfermagem |\n| 2 | Reduzir as perdas para 12 % até 2026 | 2028 | Junta das Águas |\n",
}


@each_row("lang", LANGUAGES)
def test_a_deed_in_a_row_has_the_day_and_the_body_of_its_row(lang: str) -> None:
    noun, verb = norms_of(DEEDS[lang], lang, policy=True)
    assert (day(noun), day(verb)) == ([2027], [2026])  # its own day, where its words name one
    bodies = [line.strip("|").split("|")[-1].strip() for line in DEEDS[lang].splitlines()[1:]]
    assert [one.bearer.text for one in (noun, verb) if one.bearer] == bodies
    assert any((one.compare, one.value) == ("most", 12) for one in verb.quantities)
    assert noun.modality == verb.modality == "commitment"


@each_row(
    ("lang", "text"),
    [
        ("en", "| Content | Page |\n| Targets for 2030 | 12 |\n| Goal 1 | 48 |\n"),
        ("en", "| District | 2019 | 2020 | 2021 |\n| North | 12 | 14 | 15 |\n"),
        ("fr", "| Région | Superficie | Habitants |\n| Nord | 12 | 1400 |\n"),
        ("es", "| Categoría | Componentes |\n| Datos | Calidad, apertura |\n"),
        ("pt", "| Distrito | 2019 | 2020 | 2021 |\n| Norte | 12 | 14 | 15 |\n"),
        ("en", "| Target group | Number |\n| Farmers | 1200 |\n"),
        ("es", "| Grupo meta | Número |\n| Agricultores | 1200 |\n"),
    ],
)
def test_other_tables_set_no_target(lang: str, text: str) -> None:
    assert not norms_of(text, lang, policy=True)
