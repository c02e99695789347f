"""Clauses of the library for what a draft lacks, and for an article that an officer wrote: tried before they are named.

The laws are invented, of invented States; the clauses are those of the library.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.api import Library as Shipped
from ssc_drafter.check import check
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.rewording import BLANK
from ssc_drafter.check.supplying import texts_of
from ssc_drafter.library.load import Library
from tests.unit.check.test_document import draft, law
from tests.unit.check.test_lifetime import act
from tests.unit.check.test_omissions_worded import DEMANDS, TITLE, WITHOUT
from tests.unit.check.test_redrafting import END

pytestmark = pytest.mark.slow
WANTED = ("final/disputes", "knowledge/data_protection", "finance/audit")  # of the first three demands


@pytest.fixture(scope="module")
def library() -> Library:
    return Shipped.load().shelf


def supplied(ours: str, theirs: str, number: int, library: Library | None, *more: str) -> list[Cure]:
    text = draft(*WITHOUT[ours], *more, lang=ours, title=TITLE[ours])
    found = check(text, [act(theirs, DEMANDS[theirs][number])], library=library).findings
    return [cure for one in found if one.type == "omission" for cure in one.cure]


@each_row("number", range(3))
@each_row(("ours", "theirs"), [("en", "en"), ("fr", "fr"), ("es", "es"), ("pt", "pt"), ("es", "en"), ("en", "es")])
def test_a_content_that_is_lacking_is_supplied_by_the_clause_that_has_it(
    library: Library, ours: str, theirs: str, number: int
) -> None:
    first, *rest = supplied(ours, theirs, number, library)
    assert (first.kind, first.clause_id) == ("variant", WANTED[number]) and first.verified
    assert [cure.verified for cure in rest] == [False], "the advice stays behind it"
    words = next(text for name, text in texts_of(library.clauses[WANTED[number]], ours) if name == first.variant)
    assert not supplied(ours, theirs, number, library, words), "with its text the omission is none"


@each_row("lang", DEMANDS)
def test_without_a_library_a_sentence_names_the_content_and_leaves_a_blank(lang: str) -> None:
    first, *_ = supplied(lang, lang, 0, None)
    assert first.kind == "wording" and first.text.endswith(f": {BLANK}") and not first.verified
    assert not supplied(lang, lang, 0, None, first.text)
    other = "en" if lang != "en" else "fr"
    assert [cure.verified for cure in supplied(lang, other, 0, None)] == [False], "no words of another language"


TAX = {
    "en": ("No exemption from customs duties or taxes shall be granted except by an Act of Parliament.",
           "Equipment imported for the Project shall be exempt from customs duties and taxes by virtue of this Agreement alone."),
    "fr": ("Aucune exonération de droits de douane ou d'impôts ne peut être accordée si ce n'est par une loi.",
           "Le matériel importé pour le Projet est exonéré des droits de douane et des impôts par le seul effet du présent Accord."),
    "es": ("No se concederán exenciones de derechos de aduana o impuestos sino por ley.",
           "El equipo importado para el Proyecto estará exento de derechos de aduana e impuestos por el solo efecto del presente Acuerdo."),
    "pt": ("Qualquer isenção de direitos aduaneiros ou impostos só pode ser concedida mediante lei específica.",
           "O equipamento importado para o Projeto é isento de direitos aduaneiros e impostos por força deste Acordo."),
}  # fmt: skip
ONE = {"en": "1. Taxes\n", "fr": "Article 1\n", "es": "Artículo 1\n", "pt": "Artigo 1\n"}
TAXES = "facilities/taxes_customs"


@each_row("lang", TAX)
@each_row("clause", ["", TAXES])
def test_a_tax_exemption_that_waits_for_an_act_has_a_variant(library: Library, clause: str, lang: str) -> None:
    """Of the library's own clause, and in the place of an article that an officer wrote under that heading."""
    theirs, ours = TAX[lang]
    text = draft(ours, lang=lang)
    heading = library.clauses[TAXES].title[lang]
    units = tuple(replace(one, clause=clause, variant="blanket" if clause else "", heading=heading) for one in text.units)
    (one,) = check(replace(text, units=units), [law(ONE[lang] + theirs + END[lang], lang=lang)], library=library).findings
    found = [cure for cure in one.cure if cure.kind == "variant"]
    assert [cure.clause_id for cure in found] == [TAXES] and found[0].verified
    assert {cure.kind for cure in one.cure if cure.verified} == ({"variant"} if clause else {"wording", "variant"})


def test_an_article_on_something_else_has_no_clause_of_the_library(library: Library) -> None:
    theirs = "1. Sale\nNo person shall sell seed in Orvane without a permit issued by the Seed Board." + END["en"]
    text = draft("Seed bred in Dalmira shall be sold in Orvane without a permit of the Seed Board.")
    (one,) = check(text, [law(theirs)], library=library).findings
    assert [cure.kind for cure in one.cure if cure.verified] == ["wording"]
