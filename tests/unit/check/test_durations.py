"""How long an agreement lasts, in the words of agreements and of the laws that limit it. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.omissions import subject_sort
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.treaty import lasts
from ssc_drafter.check.norms import read

CLAUSES = [
    ("en", "This Agreement shall remain in force for six years."),
    ("en", "This Agreement is concluded for six years."),
    ("en", "This Agreement is valid for six years."),
    ("en", "The Memorandum shall run for six years."),
    ("fr", "Le présent Accord reste en vigueur pendant six ans."),
    ("fr", "Le présent Accord est conclu pour six ans."),
    ("fr", "Le présent Accord est valable six ans."),
    ("fr", "Le présent Accord a une durée de six ans."),
    ("es", "El presente Convenio permanecerá en vigor por seis años."),
    ("es", "El presente Acuerdo se celebra por seis años."),
    ("es", "El presente Acuerdo regirá por seis años."),
    ("es", "El presente Acuerdo es válido por seis años."),
    ("pt", "O presente Acordo vigora por seis anos."),
    ("pt", "O presente Acordo é celebrado por seis anos."),
    ("pt", "O presente Acordo é válido por seis anos."),
    ("pt", "O presente Acordo permanecerá em vigor por seis anos."),
]


@each_row(("lang", "text"), CLAUSES)
def test_a_clause_says_how_long_the_agreement_lasts(lang: str, text: str) -> None:
    assert lasts(text, lang)
    assert [(one.value, one.scale) for one in read(text, lang).sentences[0].quantities] == [(72, "months")]


LAWS = [
    ("en", "The duration of an agreement shall not exceed four years."),
    ("en", "No cooperation agreement shall be concluded for more than four years."),
    ("fr", "La durée d'un accord de coopération ne peut excéder quatre ans."),
    ("fr", "Aucun accord de coopération ne peut être conclu pour plus de quatre ans."),
    ("es", "La duración de los convenios de cooperación no podrá exceder de cuatro años."),
    ("es", "Ningún acuerdo de cooperación podrá celebrarse por más de cuatro años."),
    ("pt", "A duração dos acordos de cooperação não pode exceder quatro anos."),
    ("pt", "Nenhum acordo de cooperação pode ser celebrado por mais de quatro anos."),
]


@each_row(("lang", "text"), LAWS)
def test_a_law_limits_how_long_agreements_last(lang: str, text: str) -> None:
    reading = read(text, lang)
    assert subject_sort(reading, (0, len(text))) == "any"
    assert says("linked", lang, "lives", text)
    (limit,) = reading.sentences[0].quantities
    assert (limit.value, limit.scale) == (48, "months")
    assert limit.compare in ("most", "above")


OTHERS = [
    ("en", "The project shall run for six years."),
    ("en", "The Agreement provides for six years of training."),
    ("fr", "Le projet est conclu avec six partenaires."),
    ("fr", "La bourse est valable six ans."),
    ("es", "El proyecto regirá sus gastos por seis partidas."),
    ("es", "La licencia es válida por seis años."),
    ("pt", "O projeto vigora por seis anos."),
    ("pt", "A licença é válida por seis anos."),
]


@each_row(("lang", "text"), OTHERS)
def test_what_else_lasts_is_no_agreement(lang: str, text: str) -> None:
    assert not lasts(text, lang)
