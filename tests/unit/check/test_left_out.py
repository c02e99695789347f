"""What a draft's own definition leaves out of a term: a ban on that does not reach the clauses that use the term.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.leaving import left_out
from ssc_drafter.check.document.terms import goes_on, terms
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact

LANGUAGES = ("en", "fr", "es", "pt")
STEP = {
    'en': 'No biological sample of human tissue shall be taken out of Zubaria without a permit of the Health Council.',
    'fr': 'Aucun échantillon biologique de tissus humains ne peut sortir de Zubaria sans un permis du Conseil de la santé.',
    'es': 'Ninguna muestra biológica de tejidos humanos podrá salir de Zubaria sin permiso del Consejo de Salud.',
    'pt': 'Nenhuma amostra biológica de tecidos humanos pode sair da Zubaria sem licença do Conselho de Saúde.',
}  # fmt: skip
# A definition that leaves human tissue out, one that does not name it, one that leaves it out otherwise, one that names it.
SAMPLES = {
    'en': [
        'In this Agreement, “samples” means samples of plants and soil; it does not include human tissue.',
        'In this Agreement, “samples” means samples of plants and soil.',
        'In this Agreement, “samples” means biological samples, excluding human tissue.',
        'In this Agreement, “samples” means biological samples, including human tissue.',
    ],
    'fr': [
        'Au sens du présent Accord, « échantillons » désigne des échantillons de plantes et de sols ; cela ne comprend pas les tissus humains.',
        'Au sens du présent Accord, « échantillons » désigne des échantillons de plantes et de sols.',
        "Au sens du présent Accord, « échantillons » désigne les échantillons biologiques, à l'exclusion des tissus humains.",
        'Au sens du présent Accord, « échantillons » désigne les échantillons biologiques, y compris les tissus humains.',
    ],
    'es': [
        'A los efectos del presente Acuerdo, «muestras» significa muestras de plantas y suelos; no incluye tejidos humanos.',
        'A los efectos del presente Acuerdo, «muestras» significa muestras de plantas y suelos.',
        'A los efectos del presente Acuerdo, «muestras» significa muestras biológicas, con exclusión de los tejidos humanos.',
        'A los efectos del presente Acuerdo, «muestras» significa muestras biológicas, incluidos los tejidos humanos.',
    ],
    'pt': [
        'Para os efeitos do presente Acordo, «amostras» significa amostras de plantas e solos; não inclui tecidos humanos.',
        'Para os efeitos do presente Acordo, «amostras» significa amostras de plantas e solos.',
        'Para os efeitos do presente Acordo, «amostras» significa amostras biológicas, com exclusão dos tecidos humanos.',
        'Para os efeitos do presente Acordo, «amostras» significa amostras biológicas, incluindo os tecidos humanos.',
    ],
}  # fmt: skip
EXPORT = {
    'en': 'The Institute shall export the samples to the laboratory of the other Party.',
    'fr': "L'Institut exporte les échantillons vers le laboratoire de l'autre Partie.",
    'es': 'El Instituto exportará las muestras al laboratorio de la otra Parte.',
    'pt': 'O Instituto exporta as amostras para o laboratório da outra Parte.',
}  # fmt: skip
BAN = {
    'en': 'No person shall export biological samples that contain human tissue.',
    'fr': 'Nul ne peut exporter des échantillons biologiques qui contiennent des tissus humains.',
    'es': 'Nadie podrá exportar muestras biológicas que contengan tejidos humanos.',
    'pt': 'Ninguém pode exportar amostras biológicas que contenham tecidos humanos.',
}  # fmt: skip
LISTED = {
    'en': 'No person shall export biological samples of plants, animals or human tissue.',
    'fr': "Nul ne peut exporter des échantillons biologiques de plantes, d'animaux ou de tissus humains.",
    'es': 'Nadie podrá exportar muestras biológicas de plantas, animales o tejidos humanos.',
    'pt': 'Ninguém pode exportar amostras biológicas de plantas, animais ou tecidos humanos.',
}  # fmt: skip
BIOLOGICAL = {
    'en': [
        'In this Agreement, “biological samples” means samples of plants and animals. It does not include human tissue.',
        'In this Agreement, “biological samples” means samples of plants and animals, other than human tissue.',
        'In this Agreement, “biological samples” means samples of plants, animals and human tissue.',
    ],
    'fr': [
        "Au sens du présent Accord, « échantillons biologiques » désigne des échantillons de plantes et d'animaux. Cela ne comprend pas les tissus humains.",
        "Au sens du présent Accord, « échantillons biologiques » désigne des échantillons de plantes et d'animaux, à l'exception des tissus humains.",
        "Au sens du présent Accord, « échantillons biologiques » désigne des échantillons de plantes, d'animaux et de tissus humains.",
    ],
    'es': [
        'A los efectos del presente Acuerdo, «muestras biológicas» significa muestras de plantas y animales. No incluye tejidos humanos.',
        'A los efectos del presente Acuerdo, «muestras biológicas» significa muestras de plantas y animales, con excepción de los tejidos humanos.',
        'A los efectos del presente Acuerdo, «muestras biológicas» significa muestras de plantas, animales y tejidos humanos.',
    ],
    'pt': [
        'Para os efeitos do presente Acordo, «amostras biológicas» significa amostras de plantas e animais. Não inclui tecidos humanos.',
        'Para os efeitos do presente Acordo, «amostras biológicas» significa amostras de plantas e animais, com exceção dos tecidos humanos.',
        'Para os efeitos do presente Acordo, «amostras biológicas» significa amostras de plantas, animais e tecidos humanos.',
    ],
}  # fmt: skip
PROMISE = {
    'en': 'The Institute shall export the biological samples to the laboratory of the other Party.',
    'fr': "L'Institut exporte les échantillons biologiques vers le laboratoire de l'autre Partie.",
    'es': 'El Instituto exportará las muestras biológicas al laboratorio de la otra Parte.',
    'pt': 'O Instituto exporta as amostras biológicas para o laboratório da outra Parte.',
}  # fmt: skip


@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
def test_what_a_definition_leaves_out_brings_no_clause_under_a_rule(ours: str, theirs: str) -> None:
    one = act(theirs, STEP[theirs])
    for meaning in SAMPLES[ours][:3]:
        assert not check(draft(meaning, SEAT[ours], EXPORT[ours], lang=ours), [one]).findings


@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
@each_row("rule", [STEP, BAN])
def test_what_it_includes_does(rule: dict[str, str], ours: str, theirs: str) -> None:
    one, text = act(theirs, rule[theirs]), draft(SAMPLES[ours][3], SEAT[ours], EXPORT[ours], lang=ours)
    report = check(text, [one])
    assert [(found.clause and found.clause.number, found.together[0].how) for found in report.findings] == [
        ("3", "defined_here")
    ]
    exact(report, text, one)


@each_row("lang", LANGUAGES)
def test_a_clause_that_has_the_other_words_of_the_ban_is_shown_with_the_definition(lang: str) -> None:
    one = act(lang, BAN[lang])
    for meaning in BIOLOGICAL[lang][:2]:
        text = draft(meaning, SEAT[lang], PROMISE[lang], lang=lang)
        report = check(text, [one])
        assert not report.findings
        for shown in report.look:
            assert [part.how for part in shown.together] == ["left_out"] and shown.together[0].text in shown.reason
            assert shown.together[0].clause and shown.together[0].clause.quote in meaning
        exact(report, text, one)


def test_the_sentence_that_shows_it() -> None:
    (shown,) = check(draft(BIOLOGICAL["en"][1], SEAT["en"], PROMISE["en"]), [act("en", BAN["en"])]).look
    assert "Number 1 of the draft leaves out of “biological samples” what the provision speaks of" in shown.reason


@each_row("lang", LANGUAGES)
def test_a_ban_that_lists_what_the_term_means_beside_it_still_reaches_the_clause(lang: str) -> None:
    report = check(draft(BIOLOGICAL[lang][1], SEAT[lang], PROMISE[lang], lang=lang), [act(lang, LISTED[lang])])
    said = [part.how for found in (*report.findings, *report.look) for part in found.together]
    assert said == ["defined_here"]


@each_row(
    ("lang", "text", "out"),
    [
        ("en", "“Data” means any record, other than health records.", "health records"),
        ("en", "“Data” means any record. It does not include health records.", "health records"),
        ("en", "“Data” means any record. “Device” means a tool other than a drone.", None),
        ("fr", "« Données » désigne tout registre, à l'exclusion des dossiers de santé.", "des dossiers de santé"),
        ("es", "«Datos» significa todo registro, con excepción de los registros de salud.", "los registros de salud"),
        ("pt", "«Dados» significa qualquer registo, exceto os registos de saúde.", "os registos de saúde"),
        ("pt", "«Dados» significa qualquer registo de saúde.", None),
    ],
)
def test_where_a_definition_leaves_something_out(lang: str, text: str, out: str | None) -> None:
    span = left_out(text, terms(text, lang)[0], lang)
    assert (text[slice(*span)].strip() if span else None) == out


@each_row(
    ("lang", "words", "goes"),
    [
        ("en", "It does not include human tissue.", True),
        ("en", "The Institute shall export samples other than those of plants.", False),
        ("fr", "Cela ne comprend pas les tissus humains.", True),
        ("es", "No incluye tejidos humanos.", True),
        ("pt", "Não inclui tecidos humanos.", True),
        ("pt", "O Instituto exporta amostras, exceto as de plantas.", False),
    ],
)
def test_a_sentence_that_goes_on_with_a_definition(lang: str, words: str, goes: bool) -> None:
    assert goes_on(words, lang) is goes
