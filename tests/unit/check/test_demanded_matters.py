"""What laws most often demand of agreements, in every pair of languages: clauses that provide for it in other words, and drafts
that do not.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import act
from tests.unit.check.test_omissions_worded import TITLE, WITHOUT

ROWS = tomllib.loads(Path(__file__).with_name("demanded_matters.toml").read_text("utf-8"))
LANGUAGES = ("en", "fr", "es", "pt")


def omitted(ours: str, theirs: str, rule: str, *more: str) -> int:
    """Return how many omissions are found in a draft that has these clauses beside others."""
    text = draft(*WITHOUT[ours], *more, lang=ours, title=TITLE[ours])
    return sum(one.type == "omission" for one in check(text, [act(theirs, rule)]).findings)


@each_row("matter", ROWS)
@each_row("ours", LANGUAGES)
def test_a_matter_is_there_in_other_words(ours: str, matter: str) -> None:
    for theirs in LANGUAGES:
        rule = ROWS[matter][theirs]["law"]
        assert omitted(ours, theirs, rule) == 1, f"it is not there: law in {theirs}"
        for words in ROWS[matter][ours]["clauses"]:
            assert omitted(ours, theirs, rule, words) == 0, f"it is there: law in {theirs}, {words}"


@each_row(
    ("lang", "rule", "near"),
    [
        ("en", "Every agreement shall provide for an audit by the Auditor-General of hospital accounts.", "Funds are audited by a firm."),
        ("en", "Every agreement shall contain a plan of reforestation for the protection of the environment.", "The Parties prevent pollution."),
        ("en", "Every agreement shall state its duration.", "The report is submitted within a period of two months."),
        ("en", "Every agreement shall state the source of its funding.", "The Ministry of Finance and the Parties cooperate in health."),
        ("fr", "Tout accord comporte un plan de reboisement pour la protection de l'environnement.", "Les Parties préviennent la pollution."),
        ("fr", "Tout accord indique sa durée.", "Le rapport est remis dans un délai de deux mois."),
        ("fr", "Tout accord indique la source de son financement.", "Le ministère des Finances et les Parties coopèrent."),
        ("es", "Todo acuerdo contendrá un plan de reforestación para la protección del medio ambiente.", "Las Partes prevendrán la contaminación."),
        ("es", "Todo acuerdo indicará su duración.", "El informe se presentará en un plazo de dos meses."),
        ("es", "Todo acuerdo indicará la fuente de su financiamiento.", "El Ministerio de Finanzas y las Partes cooperarán."),
        ("pt", "Todo acordo conterá um plano de reflorestamento para a proteção do ambiente.", "As Partes previnem a poluição."),
        ("pt", "Todo acordo indicará a sua duração.", "O relatório será apresentado no prazo de dois meses."),
        ("pt", "Todo acordo indicará a fonte do seu financiamento.", "O Ministério das Finanças e as Partes cooperam."),
    ],
)  # fmt: skip
def test_a_clause_on_something_near_is_not_what_is_demanded(lang: str, rule: str, near: str) -> None:
    assert omitted(lang, lang, rule, near) == 1


def test_the_article_of_a_content_in_portuguese_is_no_choice() -> None:
    assert omitted("pt", "pt", "Todo acordo indicará o laboratório de referência.") == 1
