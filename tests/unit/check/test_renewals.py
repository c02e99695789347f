"""A period and its renewals that pass a limit only together, in every pair of languages: number and length of the renewals.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT, act
from tests.unit.check.test_together import exact, shown

LANGUAGES = ("en", "fr", "es", "pt")
LAW = {
    "en": [
        'The duration of an agreement shall not exceed eight years, including any renewal.',
        'The total duration of an agreement, renewals included, shall not exceed eight years.',
        'No agreement shall be concluded for a period of more than eight years.',
        'An agreement has a maximum duration of eight years.',
    ],
    "fr": [
        "La durée d'un accord ne peut excéder huit ans, renouvellements compris.",
        "La durée totale d'un accord, y compris les renouvellements, ne peut excéder huit ans.",
        'Aucun accord ne peut être conclu pour une durée supérieure à huit ans.',
        'Un accord a une durée maximale de huit ans.',
    ],
    "es": [
        'La duración de un acuerdo no podrá exceder de ocho años, incluidas las prórrogas.',
        'La duración total de un acuerdo, comprendidas las prórrogas, no podrá exceder de ocho años.',
        'Ningún acuerdo podrá celebrarse por un plazo superior a ocho años.',
        'Un acuerdo tendrá una duración máxima de ocho años.',
    ],
    "pt": [
        'A duração de um acordo não pode exceder oito anos, incluídas as prorrogações.',
        'A duração total de um acordo, incluídas as renovações, não pode exceder oito anos.',
        'Nenhum acordo pode ser celebrado por um prazo superior a oito anos.',
        'Um acordo tem a duração máxima de oito anos.',
    ],
}  # fmt: skip
TWICE = {
    "en": [
        'This Agreement shall remain in force for three years. It may be renewed {} for periods of the same length.',
        'This Agreement is concluded for three years, renewable {}.',
        'This Agreement shall remain in force for three years. It shall be extended by tacit agreement {}.',
    ],
    "fr": [
        'Le présent Accord reste en vigueur pendant trois ans. Il peut être renouvelé {} pour des périodes de même durée.',
        'Le présent Accord est conclu pour une durée de trois ans, renouvelable {}.',
        'Le présent Accord reste en vigueur pendant trois ans. Il est prorogé {} par tacite reconduction.',
    ],
    "es": [
        'El presente Acuerdo tendrá una vigencia de tres años. Podrá renovarse {} por períodos de igual duración.',
        'El presente Acuerdo se celebra por tres años, renovables {}.',
        'El presente Acuerdo tendrá una vigencia de tres años. Se prorrogará tácitamente {}.',
    ],
    "pt": [
        'O presente Acordo vigorará por três anos. Pode ser renovado {} por períodos de igual duração.',
        'O presente Acordo é celebrado por três anos, renováveis {}.',
        'O presente Acordo vigorará por três anos. Será prorrogado tacitamente {}.',
    ],
}  # fmt: skip
TIMES = {
    "en": ('twice', 'once'),
    "fr": ('deux fois', 'une fois'),
    "es": ('dos veces', 'una vez'),
    "pt": ('duas vezes', 'uma vez'),
}  # fmt: skip
FREE = {
    "en": 'The duration of an agreement shall not exceed eight years and may be renewed.',
    "fr": "La durée d'un accord ne peut excéder huit ans ; elle peut être renouvelée.",
    "es": 'La duración de un acuerdo no podrá exceder de ocho años y podrá prorrogarse.',
    "pt": 'A duração de um acordo não pode exceder oito anos e pode ser prorrogada.',
}  # fmt: skip
# What a clause says, and whether its first period and the renewals go beyond eight years.
ROWS = {
    "en": [
        ('This Agreement shall remain in force for four years and may be renewed for two further periods of three years each.', True),
        ('This Agreement has a term of three (3) years, with two (2) renewals of three (3) years each.', True),
        ('This Agreement is valid for five years, renewable for a like period.', True),
        ('This Agreement is valid for four years, renewable for a like period.', False),
        ("This Agreement shall remain in force for three years and shall be renewed once, unless either Party gives ten years' notice.", False),
        ('This Agreement shall remain in force for five years. It may be renewed by agreement of the Parties.', False),
        ('This Agreement shall remain in force for five years and shall be automatically renewed for successive periods of one year.', True),
        ('This Agreement shall remain in force for five years and may be extended for a three-year period.', False),
        ('This Agreement shall remain in force for five years and may be extended one or more times.', True),
        ('This Agreement shall remain in force for five years and shall not be renewed for a further period of five years.', False),
        ('This Agreement shall remain in force for 36 months and is renewable two times.', True),
        ('The Parties shall renew the list of experts twice. This Agreement shall remain in force for five years.', False),
    ],
    "fr": [
        ('Le présent Accord est conclu pour quatre ans et peut être renouvelé pour deux nouvelles périodes de trois ans.', True),
        ('Le présent Accord est valable trois (3) ans, avec deux (2) renouvellements de trois (3) ans chacun.', True),
        ('Le présent Accord est conclu pour cinq ans, renouvelable pour la même durée.', True),
        ('Le présent Accord est conclu pour quatre ans, renouvelable pour la même durée.', False),
        ('Le présent Accord est conclu pour trois ans et renouvelé une fois, sauf dénonciation avec un préavis de dix ans.', False),
        ("Le présent Accord est conclu pour cinq ans. Il peut être renouvelé d'un commun accord.", False),
        ("Le présent Accord est conclu pour cinq ans et renouvelé par tacite reconduction pour des périodes successives d'un an.", True),
        ('Le présent Accord est conclu pour cinq ans et peut être prorogé de trois ans.', False),
        ('Le présent Accord est conclu pour cinq ans et peut être prorogé une ou plusieurs fois.', True),
        ("Le présent Accord est conclu pour cinq ans et n'est pas renouvelable pour une nouvelle période de cinq ans.", False),
        ('Le présent Accord est conclu pour 36 mois, renouvelable deux fois.', True),
    ],
    "es": [
        ('El presente Acuerdo tendrá una vigencia de cuatro años y podrá renovarse por dos nuevos períodos de tres años.', True),
        ('El presente Acuerdo tendrá una vigencia de tres (3) años, con dos (2) prórrogas de tres (3) años cada una.', True),
        ('El presente Acuerdo tendrá una vigencia de cinco años, renovable por igual período.', True),
        ('El presente Acuerdo tendrá una vigencia de cuatro años, renovable por igual período.', False),
        ('El presente Acuerdo tendrá una vigencia de tres años y se renovará una vez, salvo denuncia con diez años de antelación.', False),
        ('El presente Acuerdo tendrá una vigencia de cinco años. Podrá renovarse de común acuerdo.', False),
        ('El presente Acuerdo tendrá una vigencia de cinco años y se renovará automáticamente por períodos sucesivos de un año.', True),
        ('El presente Acuerdo tendrá una vigencia de cinco años y podrá prorrogarse por tres años.', False),
        ('El presente Acuerdo tendrá una vigencia de cinco años y podrá prorrogarse una o más veces.', True),
        ('El presente Acuerdo tendrá una vigencia de cinco años y no podrá prorrogarse por otros cinco años.', False),
        ('El presente Acuerdo tendrá una vigencia de 36 meses, prorrogable por dos veces.', True),
    ],
    "pt": [
        ('O presente Acordo vigorará por quatro anos e pode ser renovado por dois novos períodos de três anos.', True),
        ('O presente Acordo vigorará por três (3) anos, com duas (2) prorrogações de três (3) anos cada.', True),
        ('O presente Acordo vigorará por cinco anos, renovável por igual período.', True),
        ('O presente Acordo vigorará por quatro anos, renovável por igual período.', False),
        ('O presente Acordo vigorará por três anos e será renovado uma vez, salvo denúncia com dez anos de antecedência.', False),
        ('O presente Acordo vigorará por cinco anos. Pode ser renovado de comum acordo.', False),
        ('O presente Acordo vigorará por cinco anos e será renovado automaticamente por períodos sucessivos de um ano.', True),
        ('O presente Acordo vigorará por cinco anos e pode ser prorrogado por três anos.', False),
        ('O presente Acordo vigorará por cinco anos e pode ser prorrogado uma ou mais vezes.', True),
        ('O presente Acordo vigorará por cinco anos e não pode ser prorrogado por outros cinco anos.', False),
        ('O presente Acordo vigorará por 36 meses, prorrogáveis por duas vezes.', True),
    ],
}  # fmt: skip
LEASE = {
    "en": 'A lease of public land shall not exceed thirty years, including any renewal.',
    "fr": 'Le bail de terres publiques ne peut excéder trente ans, renouvellements compris.',
    "es": 'El arrendamiento de tierras públicas no podrá exceder de treinta años, incluidas las prórrogas.',
    "pt": 'O arrendamento de terras públicas não pode exceder trinta anos, incluídas as prorrogações.',
}  # fmt: skip
GRANT = {
    "en": 'The Ministry shall grant the Institute a lease of public land for twenty years, renewable {}.',
    "fr": "Le Ministère accorde à l'Institut un bail de terres publiques pour vingt ans, renouvelable {}.",
    "es": 'El Ministerio otorgará al Instituto el arrendamiento de tierras públicas por veinte años, renovable {}.',
    "pt": 'O Ministério concederá ao Instituto o arrendamento de terras públicas por vinte anos, renovável {}.',
}  # fmt: skip
RENEWED = {
    "en": ('once', 'for five years'),
    "fr": ('une fois', 'pour cinq ans'),
    "es": ('una vez', 'por cinco años'),
    "pt": ('uma vez', 'por cinco anos'),
}  # fmt: skip


@pytest.mark.slow
@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
def test_the_number_of_renewals_is_reckoned(ours: str, theirs: str) -> None:
    many, few = TIMES[ours]
    for rule in LAW[theirs]:
        one = act(theirs, rule)
        for words in TWICE[ours]:
            text = draft(SEAT[ours], words.format(many), lang=ours)
            report = check(text, [one])
            assert [(row[0], row[1]) for row in shown(report)] == [("limit", "1")]
            exact(report, text, one)
            assert not check(draft(SEAT[ours], words.format(few), lang=ours), [one]).findings


@pytest.mark.slow
@each_row(("ours", "words", "bites"), [(lang, *row) for lang in LANGUAGES for row in ROWS[lang]])
def test_how_renewals_are_put(ours: str, words: str, bites: bool) -> None:
    for theirs in LANGUAGES:
        report = check(draft(words, lang=ours), [act(theirs, LAW[theirs][0])])
        assert [one.type for one in report.findings] == ["limit"] * bites
        free = check(draft(words, lang=ours), [act(theirs, FREE[theirs])])
        assert not free.findings, "the law lets it be renewed"


@each_row("theirs", LANGUAGES)
@each_row("ours", LANGUAGES)
def test_a_lease_with_its_renewals(ours: str, theirs: str) -> None:
    long, short = RENEWED[ours]
    one = act(theirs, LEASE[theirs])
    assert [row.type for row in check(draft(GRANT[ours].format(long), lang=ours), [one]).findings] == ["limit"]
    assert not check(draft(GRANT[ours].format(short), lang=ours), [one]).findings


def test_term_and_renewals_in_two_articles_are_both_named_with_their_sum() -> None:
    one = act("en", LAW["en"][0])
    text = draft("This Agreement shall remain in force for three years.", SEAT["en"], "This Agreement may be renewed twice.")
    report = check(text, [one])
    (found,) = report.findings
    assert found.clause and found.clause.number == "3" and [part.how for part in found.together] == ["total"]
    assert "9 years" in found.reason and "number 1" in found.reason and found.severity == "high"
    exact(report, text, one)


def test_a_law_that_is_silent_on_renewals_weighs_less() -> None:
    text = draft("This Agreement shall remain in force for three years and may be renewed twice.")
    (found,) = check(text, [act("en", LAW["en"][2])]).findings
    assert found.severity == "low" and "does not speak of renewals" in found.reason


@each_row(
    ("lang", "words"),
    [
        ("en", "The scholarship lasts six years and may be renewed twice."),
        ("fr", "La bourse dure six ans et peut être renouvelée deux fois."),
        ("es", "La beca dura seis años y podrá renovarse dos veces."),
        ("pt", "A bolsa dura seis anos e pode ser renovada duas vezes."),
    ],
)
def test_how_long_an_agreement_lasts_says_nothing_of_another_thing(lang: str, words: str) -> None:
    for theirs in LANGUAGES:
        for rule in LAW[theirs]:
            assert not check(draft(words, lang=lang), [act(theirs, rule)]).findings
