"""A period that stands in another article: of the law ("the period set in article 2"), of the draft ("for the term of this Agreement").

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.lifetime import life_of
from ssc_drafter.policies.instrument import Instrument
from tests.unit.check.test_document import draft, kinds, law
from tests.unit.check.test_together import NUMBERS, UNIT, exact, shown

LANGUAGES = ("en", "fr", "es", "pt")
LONG, SHORT = dict(zip(LANGUAGES, ("forty", "quarante", "cuarenta", "quarenta"), strict=True)), {
    "en": "twenty", "fr": "vingt", "es": "veinte", "pt": "vinte"}  # fmt: skip
SEAT = {"en": "The seat is Zub.", "fr": "Le siège est à Zub.", "es": "La sede es Zub.", "pt": "A sede é Zub."}
LEASE = {
    "en": "A lease of public land to a foreign body shall not exceed thirty years.",
    "fr": "Le bail des terres publiques à un organisme étranger ne peut excéder trente ans.",
    "es": "El arrendamiento de tierras públicas a un organismo extranjero no podrá exceder de treinta años.",
    "pt": "O arrendamento de terras públicas a um organismo estrangeiro não pode exceder trinta anos.",
}
ITS_TERM = {
    "en": ["for the term of this Agreement", "for as long as this Agreement is in force", "until the expiry of this Agreement"],
    "fr": ["pour la durée du présent Accord", "pendant toute la durée de validité du présent Accord", "jusqu'à l'expiration du présent Accord"],
    "es": ["por la duración del presente Acuerdo", "durante la vigencia del presente Acuerdo", "mientras esté en vigor el presente Acuerdo"],
    "pt": ["pelo prazo de vigência do presente Acordo", "enquanto vigorar o presente Acordo", "até ao termo do presente Acordo"],
}  # fmt: skip
GRANT = {
    "en": "The Ministry shall grant the Institute a lease of public land {}.",
    "fr": "Le Ministère accorde à l'Institut un bail des terres publiques {}.",
    "es": "El Ministerio otorgará al Instituto el arrendamiento de tierras públicas {}.",
    "pt": "O Ministério concederá ao Instituto o arrendamento de terras públicas {}.",
}
LASTS = {
    "en": "This Agreement shall remain in force for {} years.",
    "fr": "Le présent Accord reste en vigueur pendant {} ans.",
    "es": "El presente Acuerdo tendrá una vigencia de {} años.",
    "pt": "O presente Acordo vigorará por {} anos.",
}
ENDS = {
    "en": "Either Party may denounce this Agreement by forty years' notice.",
    "fr": "Chaque Partie peut dénoncer le présent Accord par un préavis de quarante ans.",
    "es": "Cada Parte podrá denunciar el presente Acuerdo con un preaviso de cuarenta años.",
    "pt": "Cada Parte pode denunciar o presente Acordo com um pré-aviso de quarenta anos.",
}
SET_ELSEWHERE = {
    "en": ("A lease of public land may be granted to a foreign body for the period in section 2.", "The period shall not exceed thirty years."),
    "fr": ("Un bail des terres publiques peut être accordé à un organisme étranger pour la durée prévue à l'article 2.", "La durée ne peut excéder trente ans."),
    "es": ("El arrendamiento de tierras públicas podrá otorgarse a un organismo extranjero por el plazo previsto en el artículo 2.", "El plazo no podrá exceder de treinta años."),
    "pt": ("O arrendamento de terras públicas pode ser concedido a um organismo estrangeiro pelo prazo previsto no artigo 2.", "O prazo não pode exceder trinta anos."),
}  # fmt: skip
YEARS = {"en": "for {} years", "fr": "pour {} ans", "es": "por {} años", "pt": "por {} anos"}


def act(lang: str, *articles: str) -> Instrument:
    """Return an invented law with these articles and one on its seat."""
    rows = (*articles, SEAT[lang])
    return law("\n\n".join(UNIT[lang].replace("1", str(number)) + words for number, words in enumerate(rows, 1)), lang)


@each_row(("lang", "term"), [(lang, term) for lang in LANGUAGES for term in ITS_TERM[lang]])
def test_a_clause_that_lasts_as_long_as_the_agreement_takes_its_period_from_there(lang: str, term: str) -> None:
    one = act(lang, LEASE[lang])
    text = draft(GRANT[lang].format(term), SEAT[lang], LASTS[lang].format(LONG[lang]), lang=lang)
    report = check(text, [one])
    assert shown(report) == [("limit", "1", ("cites_here",))]
    found = report.findings[0]
    assert found.clause and found.clause.number == "1" and found.together[0].clause
    assert found.together[0].clause.quote == LASTS[lang].format(LONG[lang])
    exact(report, text, one)
    short = draft(GRANT[lang].format(term), SEAT[lang], LASTS[lang].format(SHORT[lang]), lang=lang)
    assert shown(check(short, [one])) == []


@each_row("lang", LANGUAGES)
def test_a_time_of_notice_is_not_how_long_the_agreement_lasts(lang: str) -> None:
    text = draft(GRANT[lang].format(ITS_TERM[lang][0]), SEAT[lang], ENDS[lang], lang=lang)
    assert life_of(text) is None and shown(check(text, [act(lang, LEASE[lang])])) == []


@each_row("lang", LANGUAGES)
def test_a_clause_that_only_names_the_agreement_takes_no_period_from_it(lang: str) -> None:
    named = {"en": "under this Agreement", "fr": "en vertu du présent Accord", "es": "en virtud del presente Acuerdo",
             "pt": "ao abrigo do presente Acordo"}[lang]  # fmt: skip
    text = draft(GRANT[lang].format(named), SEAT[lang], LASTS[lang].format(LONG[lang]), lang=lang)
    assert shown(check(text, [act(lang, LEASE[lang])])) == []


@each_row("ours", LANGUAGES)
@each_row("theirs", LANGUAGES)
def test_a_period_that_another_article_of_the_law_sets_is_met_in_every_pair_of_languages(ours: str, theirs: str) -> None:
    one = act(theirs, *SET_ELSEWHERE[theirs])
    text = draft(GRANT[ours].format(YEARS[ours].format(LONG[ours])), lang=ours)
    report = check(text, [one])
    assert ("limit", "1", ("cites",)) in shown(report)
    exact(report, text, one)
    within = check(draft(GRANT[ours].format(YEARS[ours].format(SHORT[ours])), lang=ours), [one])
    assert ("1", "limit") not in kinds(within)


@each_row(
    ("lang", "words"),
    [
        ("en", "For the purposes of this Agreement, the Ministry shall grant the Institute a lease of public land for forty years."),
        ("fr", "Aux fins du présent Accord, le Ministère accorde à l'Institut un bail des terres publiques pour quarante ans."),
        ("es", "A los efectos del presente Acuerdo, el Ministerio otorgará al Instituto el arrendamiento de tierras públicas por cuarenta años."),
        ("pt", "Para os efeitos do presente Acordo, o Ministério concederá ao Instituto o arrendamento de terras públicas por quarenta anos."),
    ],
)  # fmt: skip
def test_a_clause_for_the_purposes_of_the_agreement_is_no_definition(lang: str, words: str) -> None:
    assert kinds(check(draft(words, lang=lang), [act(lang, LEASE[lang])])) == [("1", "limit")]


def test_the_first_period_is_the_life_and_not_its_renewal() -> None:
    long, _ = NUMBERS["en"]
    words = f"This Agreement shall remain in force for {long} years and shall be renewed for further periods of forty years."
    found = life_of(draft("The seat is Zub.", words))
    assert found and (found.unit.number, found.words) == ("2", "five years")


def test_an_edit_of_the_term_is_seen_in_the_clause_that_takes_it() -> None:
    one, lease = act("en", LEASE["en"]), GRANT["en"].format(ITS_TERM["en"][0])

    def report(years: str, more: str = "The seat is Zub.") -> list[tuple[str, str, tuple[str, ...]]]:
        return shown(check(draft(lease, more, LASTS["en"].format(years)), [one]))

    assert report("twenty") == []
    assert report("forty") == [("limit", "1", ("cites_here",))]
    assert report("twenty") == []
    assert report("forty") == [("limit", "1", ("cites_here",))], "found again where the words come back"
    assert report("forty", "The seat of the Institute is in Zub, on the river.") == [("limit", "1", ("cites_here",))]
    assert report("twenty") == []
