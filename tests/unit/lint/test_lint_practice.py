"""Faults of real signed agreements (Argentina, Peru, the Netherlands, CEMAC), shortened: each is found, its near neighbour is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf
from examples import found

from ssc_drafter import places
from ssc_drafter.lint import lint
from ssc_drafter.tree.running import RunningText

TAIL = "\n\nARTICULO III\nEl presente Acuerdo entrará en vigor en la fecha del canje de los instrumentos de ratificación."

FAULTS = [
    # LEY-24981, article X: the number of months is missing
    ("ARTICULO I\nLas Partes cooperarán.\n\nARTICULO II\nSe prorrogará automáticamente por períodos sucesivos de 2 años, salvo que meses antes del "
     "vencimiento de la vigencia inicial una Parte notifique a la otra su intención de darlo por concluido.", "es", "period_without_number"),
    # LEY-24929: the year breaks off
    ("Artículo 1\nLas Partes cooperarán.\n\nArtículo 2\nSe reunirán.\n\nHecho en Buenos Aires el 3 de mayo de 19 en dos ejemplares originales, en los idiomas "
     "español y armenio, siendo ambos igualmente válidos.", "es", "year_cut"),
    # LEY-26237: three languages, "both texts"
    ("Artículo 1\nLas Partes cooperarán.\n\nArtículo 2\nSe reunirán.\n\nHecho en Ankara, el 28 de marzo de 2005, en dos originales, en los idiomas español, turco e "
     "inglés, siendo ambos textos igualmente auténticos.", "es", "languages_counted"),
    # LEY-23440, article XII: a body that nothing sets up
    ("ARTICULO I\nLas Partes Contratantes cooperarán.\n\nARTICULO II\nSe consultarán por la vía diplomática.\n\nARTICULO III\nLa Comisión Mixta velará por la "
     "aplicación del presente Acuerdo.\n\nARTICULO IV\nEl presente Acuerdo entrará en vigor luego del intercambio de los instrumentos de ratificación.",
     "es", "body_not_created"),
    # LEY-25838: both names in one sentence
    ("Acuerdo de cooperación entre el Gobierno de Orvane y el Gobierno de Dalmira\n\nARTICULO I\nSi una Parte no notificara seis meses antes de la expiración del "
     "presente Acuerdo su deseo de denunciar el presente Convenio, su vigencia se extenderá." + TAIL.replace("III", "II"), "es", "own_name"),
    # LEY-23507: Partes defined, later Partes Contratantes
    ('El Gobierno de Orvane y el Gobierno de Dalmira, en adelante denominados las "Partes",\nHan convenido lo siguiente:\n\nARTICULO I\nLas Partes Contratantes '
     "cooperarán.\n\nARTICULO II\nLas Partes se reunirán.", "es", "party_word"),
    # LEY-25130: which of two notifications counts
    ("ARTICULO 1\nLas Partes cooperarán.\n\nARTICULO 2\nEl presente Acuerdo entrará en vigor en el momento en que las Partes se notifiquen mutuamente el "
     "cumplimiento de sus requisitos internos de aprobación.", "es", "which_notification"),
    # LEY-26041, articles 13 and 14: two periods, to be confirmed
    ("ARTICULO 1\nLas Partes podrán denunciar el presente Convenio; la denuncia surtirá efecto sesenta días después de la notificación.\n\nARTICULO 2\nEl Convenio "
     "se renovará automáticamente cada cuatro años, salvo que una de las Partes comunicara su intención de denunciarlo, con una antelación de seis meses.",
     "es", "two_notices"),
    # DS-095-2003-RE: blanks left in a signed amendment
    ("ARTICULO 1\nSe enmienda el Convenio mediante nota de fecha        de        del 2003.\n\nARTICULO 2\nLa enmienda rige desde hoy.", "es", "blank_left"),
    # BWBV0001235: a Greek rho
    ("Article 1\nWomen have an indisρensable part.\n\nArticle 2\nThe Parties shall meet.", "en", "other_script"),
    # LEY-21760: de de
    ("El Gobierno de Orvane y el Gobierno de de la República de Dalmira,\nHan convenido lo siguiente:\n\nARTICULO 1\nLas Partes cooperarán.\n\nARTICULO 2\nSe reunirán.",
     "es", "doubled_word"),
]  # fmt: skip

# what looks like a fault and is none
RIGHT = [
    # LEY-21803: a renewal of one year beside a notice of six months
    ("ARTICULO 1\nSe renovará por períodos de un año, salvo que una Parte lo denuncie con seis meses de anticipación.\n\nARTICULO 2\nLa denuncia surtirá efecto seis "
     "meses después.", "es", "two_notices"),
    # LEY-22366, article 4: a reference into another agreement
    ("ARTICULO 1\nLos pagos se regirán por las disposiciones del artículo 13 del  Convenio Comercial suscripto en 1974.\n\nARTICULO 2\nLas Partes se reunirán.",
     "es", "reference_missing"),
    # LEY-25355: an article of a code
    ("ARTICULO 1\nSe aplicará el artículo 224 del Código.\n\nARTICULO 2\nLas Partes se reunirán.", "es", "reference_missing"),
    # BBNJ Agreement, article 60: articles of the Convention, and its annexes
    ("Article 1\nArticle 287, paragraphs 6 to 8, of the Convention applies; an Annex VII arbitral tribunal may be chosen.\n\nArticle 2\nThe Parties shall meet.",
     "en", "reference_missing"),
    ("Article 1\nAn Annex VII arbitral tribunal may be chosen.\n\nArticle 2\nThe Parties shall meet.", "en", "annex_missing"),
    # BWBV0001898: Roman thirty is no blank
    ("Article 1\nA Party may withdraw under Article XXX of the Convention.\n\nArticle 2\nThe Parties shall meet.", "en", "blank_left"),
    # LEY-23695: a pronoun, not an article
    ("ARTICULO 1\nLos Acuerdos en virtud de él celebrados serán aplicados.\n\nARTICULO 2\nLas Partes se reunirán.", "es", "contraction"),
    # BWBV0003674: a lettered paragraph
    ("Article 1\nUnder paragraphs a and b of this Article the Parties shall meet.\n\nArticle 2\nThe Parties shall report.", "en", "elision"),
]  # fmt: skip


# faults planted in real agreements by a machine that were not found (docs/lint.md, "Faults planted")
PLANTED = [
    ("Article 1\nIt ends as Article 13, paragraph 2, of this Agreement says.\n\nArticle 2\nThe Parties meet.", "en", "reference_missing"),
    ("Article 1\nThe contribution shall be 250,000.", "en", "amount_without_currency"),
    ("Article 1\nLa contribution est de 250 000.", "fr", "amount_without_currency"),
    ("Artículo 1\nLa contribución será de 250.000.", "es", "amount_without_currency"),
    ("Artigo 1\nA contribuição será de 250.000.", "pt", "amount_without_currency"),
    ("Article 1\nUn rapport est présenté chaque année.", "fr", "duty_without_owner"),
    ("Artículo 1\nEl Gobierno sufragará todos los gastos del proyecto previsto en el presente Acuerdo.", "es", "money_open_ended"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "rule"), PLANTED, ids=[f"{row[2]}-{row[1]}" for row in PLANTED])
def test_a_planted_fault_is_found(text: str, lang: str, rule: str) -> None:
    assert {one.rule for one in found(text, lang, rule).findings} == {rule}


@pytest.mark.parametrize(("text", "lang", "rule"), FAULTS, ids=[row[2] for row in FAULTS])
def test_a_fault_of_a_real_agreement_is_found(text: str, lang: str, rule: str) -> None:
    assert {one.rule for one in found(text, lang, rule).findings} == {rule}


@pytest.mark.parametrize(("text", "lang", "rule"), RIGHT, ids=[row[2] for row in RIGHT])
def test_what_only_looks_like_one_is_left_alone(text: str, lang: str, rule: str) -> None:
    assert found(text, lang, rule).findings == ()


SAMPLES = sorted((places.ROOT / "templates").glob("*/samples/*.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_sample_of_the_library_has_no_error_and_no_warning(sample: Path) -> None:
    library = shelf.shipped()
    for lang in library.languages_of(library.kinds[sample.parts[-3]]):
        findings = lint(shelf.sample(sample, lang)).findings
        assert [(lang, one.rule, one.number, one.quote[:80]) for one in findings if one.severity != "note"] == []


def test_a_language_without_words_is_said_to_be_not_looked_at() -> None:
    report = lint(RunningText("Abkommen", "de", "Die Parteien treffen sich.", (), 0))
    assert report.findings == ()
    assert len(report.not_read) == 1
