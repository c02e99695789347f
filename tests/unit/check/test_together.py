"""Two texts that bite a clause only together: definitions, provisions that point to one another, terms of a step, renewals.

Every law here is invented, of invented States.
"""

from __future__ import annotations

import msgspec
from rowwise import each_row

from ssc_drafter.check import candidates, check
from ssc_drafter.check.document.pointing import citations, law_of
from ssc_drafter.check.document.splicing import Spliced, read_spliced
from ssc_drafter.check.document.terms import terms, uses
from ssc_drafter.check.finding import Finding, Report
from ssc_drafter.check.norms import read
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText, Unit
from tests.unit.check.test_document import draft, law

SEAT = "\n\n90. Seat\nThe seat is Zub."
LEASE = "The Ministry shall grant the Institute a lease of public land for forty years."


def shown(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each finding its type, its provision, and how what it rests on is tied to it."""
    return [(one.type, one.policy.number, tuple(part.how for part in one.together)) for one in report.findings]


def exact(report: Report, text: RunningText, *laws: Instrument) -> None:
    """Hold that every quote is the text between its ends, on both sides."""
    texts = {one.file: one.text for one in laws}
    for one in (*report.findings, *report.look):
        for part in one.together:
            if part.policy:
                assert texts[part.policy.file][part.policy.start : part.policy.end] == part.policy.quote
            if part.clause:
                assert text.text[part.clause.start : part.clause.end] == part.clause.quote


def article(*paragraphs: str, lang: str = "en") -> RunningText:
    """Return an invented draft of one article."""
    units, start = [], 0
    for number, words in enumerate(paragraphs, 1):
        units.append(Unit(f"art_1__para_{number}", f"1({number})", start, start + len(words), "1"))
        start += len(words) + 1
    return RunningText("Framework Agreement", lang, "\n".join(paragraphs), tuple(units), 1)


POINTING = (
    "1. Name\nThis is the Land Act.\n\n5. Leases\nA lease of public land may be granted to a foreign body for the period set in "
    "section 8.\n\n8. Period\nThe period shall not exceed thirty years."
)


def test_a_limit_that_another_section_sets_is_found_and_both_are_quoted() -> None:
    act, text = law(POINTING + SEAT), draft(LEASE)
    report = check(text, [act])
    assert shown(report) == [("limit", "5", ("cites",))]
    one = report.findings[0]
    assert one.together[0].policy and one.together[0].policy.quote == "The period shall not exceed thirty years."
    assert [law.number for law in one.also] == ["8"] and "Section 8" in one.reason and "thirty years" in one.reason
    exact(report, text, act)


def test_neither_section_bites_alone() -> None:
    for part in (POINTING.split("\n\n5.")[0] + "\n\n8." + POINTING.split("\n\n8.")[1], POINTING.split("\n\n8.")[0]):
        assert shown(check(draft(LEASE), [law(part + SEAT)])) == []
    assert shown(check(draft(LEASE.replace("forty", "twenty")), [law(POINTING + SEAT)])) == []


STEPS = (
    "1. Name\nThis is the Seed Act.\n\n5. Collecting\nNo person shall collect seeds of wild plants without an authorisation of the "
    "Seed Board.\n\n9. Terms\nThe Seed Board shall not issue an authorisation unless an environmental assessment has been approved."
)
COLLECT = "The Institute shall collect seeds of wild plants after it has obtained the authorisation of the Seed Board"


def test_a_step_that_is_provided_for_and_its_terms_ruled_out() -> None:
    act, text = law(STEPS + SEAT), draft(f"{COLLECT}; no environmental assessment shall be required.")
    report = check(text, [act])
    assert shown(report) == [("procedure", "9", ("step",))]
    assert [law.number for law in report.findings[0].also] == ["5"]
    exact(report, text, act)


def test_a_step_that_is_provided_for_carries_its_terms() -> None:
    assert shown(check(draft(f"{COLLECT}."), [law(STEPS + SEAT)])) == []


BODIES = (
    "1. Interpretation\nIn this Act, “public body” means a ministry, a department or an agency of the State.\n\n3. Accounts\nNo "
    "public body shall open or keep an account with a commercial bank without the written authority of the Treasury."
)


def test_the_definition_that_brings_the_clause_under_the_law_is_named() -> None:
    act, text = law(BODIES + SEAT), draft("The Ministry shall open an account with a commercial bank for the Project.")
    report = check(text, [act])
    assert shown(report) == [("procedure", "3", ("defined",))]
    assert "Section 1 of the text “Act of Zubaria” says what “public body” means there" in report.findings[0].reason
    exact(report, text, act)


ITEMS = "1. Interpretation\nIn this Act, “regulated item” means a weapon, an explosive or radioactive material.\n\n3. Ban\nNo regulated item shall be imported."


def test_a_term_of_the_law_is_read_as_its_definition_says() -> None:
    found = check(draft("The Institute shall import radioactive material for the joint laboratory."), [law(ITEMS + SEAT)])
    other = check(draft("The Institute shall import musical instruments for the joint laboratory."), [law(ITEMS + SEAT)])
    said: list[Finding] = [*found.findings, *found.look]
    assert [(one.type, one.policy.number, one.together[0].how) for one in said] == [("prohibition", "3", "defined")]
    assert said[0].together[0].policy and "radioactive material" in said[0].together[0].policy.quote
    assert not [*other.findings, *other.look]


def test_a_term_of_the_draft_is_read_as_its_definition_says() -> None:
    drones = law("1. Ban\nNo drone shall be flown over a border district." + SEAT)
    text = draft(
        "In this Agreement “Device” means a drone with its camera and batteries.",
        "The Institute shall fly the Devices over the border district at any time.",
    )
    report = check(text, [drones])
    assert shown(report) == [("prohibition", "1", ("defined_here",))]
    assert "Number 1 of the draft" in report.findings[0].reason and report.findings[0].together[0].clause
    exact(report, text, drones)


@each_row(
    ("act", "how", "units"),
    [
        (POINTING, "cites", ("The seat is Zub.", LEASE)),
        ("1. Ban\nNo drone shall be flown over a border district.", "defined_here",
         ("In this Agreement “Device” means a drone with its camera.", "The seat is Zub.",
          "The Institute shall fly the Devices over the border district at any time.")),
    ],
)  # fmt: skip
def test_what_was_found_before_an_edit_stands_at_its_new_place(act: str, how: str, units: tuple[str, ...]) -> None:
    one = law(act + SEAT)
    later = draft(*(words.replace("The seat is Zub.", "The seat of the Institute is in Zub.") for words in units))
    check(draft(*units), [one])
    edited = check(later, [one])
    candidates._at_hand.clear()
    anew = check(later, [one])
    assert [ways for _, _, ways in shown(edited)] == [(how,)]
    assert edited.findings == anew.findings and edited.look == anew.look
    exact(edited, later, one)


TOTALS = {
    "en": ("An agreement shall not be concluded for more than eight years, including any renewal.",
           "This Agreement shall remain in force for five years.", "It shall be renewed for a further period of {n} years."),
    "fr": ("Un accord ne peut être conclu pour plus de huit ans, y compris les renouvellements.",
           "Le présent Accord reste en vigueur pour cinq ans.", "Il est renouvelé pour une nouvelle période de {n} ans."),
    "es": ("Un acuerdo no podrá celebrarse por más de ocho años, incluidas las prórrogas.",
           "El presente Acuerdo tendrá una vigencia de cinco años.", "Será prorrogado por un nuevo período de {n} años."),
    "pt": ("Um acordo não pode ser celebrado por mais de oito anos, incluídas as prorrogações.",
           "O presente Acordo tem a duração de cinco anos.", "Será prorrogado por um novo período de {n} anos."),
}  # fmt: skip
UNIT = {"en": "Section 1\n", "fr": "Article 1\n", "es": "Artículo 1. ", "pt": "Artigo 1\n"}
NUMBERS = {"en": ("five", "two"), "fr": ("cinq", "deux"), "es": ("cinco", "dos"), "pt": ("cinco", "dois")}


@each_row("lang", ["en", "fr", "es", "pt"])
def test_a_period_and_its_renewal_pass_a_limit_only_together(lang: str) -> None:
    rule, first, renewed = TOTALS[lang]
    act = law(UNIT[lang] + rule + "\n\n" + UNIT[lang].replace("1", "2") + "Zub.", lang)
    long, short = NUMBERS[lang]
    text = article(first, renewed.format(n=long), lang=lang)
    report = check(text, [act])
    assert shown(report) == [("limit", "1", ("total",))]
    one = report.findings[0]
    assert one.clause and one.clause.number == "1(2)" and one.together[0].clause and one.together[0].clause.number == "1(1)"
    exact(report, text, act)
    assert shown(check(article(first, renewed.format(n=short), lang=lang), [act])) == []


def test_renewals_without_number_pass_every_total() -> None:
    act = law("1. Duration\n" + TOTALS["en"][0] + SEAT)
    words = (
        "This Agreement shall remain in force for five years and shall be renewed tacitly for successive periods of one year."
    )
    assert shown(check(draft(words), [act])) == [("limit", "1", ())]


@each_row(
    ("lang", "text", "expected"),
    [
        ("en", 'In this Act— "permit" means a permit of the Board; "Board" means the Seed Board.', ["permit", "board"]),
        ("fr", "On entend par « étranger » toute personne sans la nationalité.", ["etranger"]),
        ("fr", "« Données » désigne toute information sur une personne.", ["donnees"]),
        ("es", "Se entiende por: a) Datos personales: Información de una persona. b) Titular: La persona.", ["datos personales", "titular"]),
        ("pt", "“Titular” significa a pessoa a quem os dados se referem.", ["titular"]),
    ],
)  # fmt: skip
def test_terms_are_found_in_four_languages(lang: str, text: str, expected: list[str]) -> None:
    found = terms(text, lang)
    assert [one.words for one in found] == expected
    assert all(text[one.body : one.end].strip() for one in found)


def test_a_term_is_used_in_the_plural_and_not_inside_another_word() -> None:
    assert [(words, start) for words, start, _ in uses("Permits are given. The permitted are few.", ("permit",))] == [
        ("permit", 0)
    ]


@each_row(
    ("lang", "text", "expected"),
    [
        ("en", "subject to section 12(3) and sections 4 and 5", ["12", "4", "5"]),
        ("en", "as section thirty-four provides", ["34"]),
        ("en", "under section 7 of the Companies Act", []),
        ("fr", "dans les conditions de l'article 9", ["9"]),
        ("fr", "en vertu de l'article 12 de la Constitution", []),
        ("es", "conforme al artículo 8 y al artículo 10", ["8", "10"]),
        ("es", "según el artículo 8 de la Ley General", []),
        ("pt", "nos termos do artigo 15", ["15"]),
    ],
)
def test_what_a_provision_cites_of_its_own_law(lang: str, text: str, expected: list[str]) -> None:
    assert [number for number, _, _ in citations(text, lang)] == expected


def test_pointing_goes_both_ways() -> None:
    known = law_of(law(POINTING + SEAT))
    five, eight = known.numbered["5"], known.numbered["8"]
    assert [cite.to.provision.number for cite in known.cites(five)] == ["8"] and not list(known.cites(eight))
    assert [place.provision.number for place, _, _ in known.cited_by[eight.provision.address]] == ["5"]


@each_row("in_place", [True, False])
def test_a_span_of_a_text_with_words_put_in_is_led_back(in_place: bool) -> None:
    base = "No item shall be sold. A fee is due."
    spliced = Spliced(base, "radio", 3, 7, in_place)
    reading = read_spliced(read(base, "en"), spliced)
    assert (
        reading.text == spliced.text and [spliced.text[one.start : one.end] for one in reading.sentences][-1] == "A fee is due."
    )
    place = spliced.text.index("A fee")
    assert base[slice(*spliced.back((place, place + 5)))] == "A fee"
    assert base[slice(*spliced.back(spliced.inside))] == "item" and spliced.is_inside(spliced.inside)
    assert base[slice(*spliced.back((0, 2)))] == "No"


@each_row(
    ("lang", "rule", "clause", "expected"),
    [
        ("en", "An agreement shall not be concluded for more than four years.", "This Agreement shall remain in force for {}.", ("six years", "three years")),
        ("fr", "Tout accord est conclu pour une durée de quatre ans au plus.", "Le présent Accord reste en vigueur pour {}.", ("six ans", "trois ans")),
        ("es", "Todo convenio tendrá una duración máxima de cuatro años.", "El presente Convenio tendrá una duración de {}.", ("seis años", "tres años")),
        ("pt", "Todo acordo terá a duração máxima de quatro anos.", "O presente Acordo tem a duração de {}.", ("seis anos", "três anos")),
        ("en", "An agreement shall be published within a period of sixty days.", "This Agreement shall remain in force for {}.", ("", "six years")),
    ],
)  # fmt: skip
def test_a_law_on_how_long_agreements_last(lang: str, rule: str, clause: str, expected: tuple[str, str]) -> None:
    act = law(UNIT[lang] + rule + "\n\n" + UNIT[lang].replace("1", "2") + "Zub.", lang)
    long, short = expected
    if long:
        assert [one.type for one in check(draft(clause.format(long), lang=lang), [act]).findings] == ["limit"]
    assert not check(draft(clause.format(short), lang=lang), [act]).findings


LEASES = law(
    "1. Name\nThis is the Land Act.\n\n5. Leases\nA lease of public land to a foreign body shall not exceed thirty years."
    + SEAT
)
CITING = "The Ministry shall grant the Institute a lease of public land for the period mentioned in Article 3."


def test_a_period_that_the_clause_takes_from_another_article_is_held_against_the_limit() -> None:
    text = draft(CITING, "The seat is Zub.", "The period shall be forty years.")
    report = check(text, [LEASES])
    assert shown(report) == [("limit", "5", ("cites_here",))]
    one = report.findings[0]
    assert one.clause and one.clause.number == "1" and one.together[0].clause and one.together[0].clause.number == "3"
    assert "Number 3 of the draft" in one.reason and "forty years" in one.reason
    exact(report, text, LEASES)
    assert shown(check(draft(CITING, "The seat is Zub.", "The period shall be twenty years."), [LEASES])) == []
    assert shown(check(draft(CITING, "The period shall be forty years.", "The seat is Zub."), [LEASES])) == []


def test_an_article_that_is_only_named_gives_the_clause_no_number() -> None:
    named = "The Ministry shall grant the Institute a lease of public land. Article 2 continues to apply after its end."
    assert shown(check(draft(named, "The period shall be forty years."), [LEASES])) == []


REFERRED = {
    "fr": ("Le bail des terres publiques à un organisme étranger ne peut excéder trente ans.",
           "Le Ministère accorde à l'Institut un bail des terres publiques pour la durée prévue à l'article 2.",
           "La durée est de {} ans.", ("quarante", "vingt")),
    "es": ("El arrendamiento de tierras públicas a un organismo extranjero no podrá exceder de treinta años.",
           "El Ministerio otorgará al Instituto el arrendamiento de tierras públicas por el plazo previsto en el artículo 2.",
           "El plazo será de {} años.", ("cuarenta", "veinte")),
    "pt": ("O arrendamento de terras públicas a um organismo estrangeiro não pode exceder trinta anos.",
           "O Ministério concederá ao Instituto o arrendamento de terras públicas pelo prazo previsto no artigo 2.",
           "O prazo será de {} anos.", ("quarenta", "vinte")),
}  # fmt: skip


@each_row("lang", ["fr", "es", "pt"])
def test_references_between_clauses_in_the_other_languages(lang: str) -> None:
    rule, clause, period, (long, short) = REFERRED[lang]
    act = law(UNIT[lang] + rule + "\n\n" + UNIT[lang].replace("1", "2") + "Zub.", lang)
    text = draft(clause, period.format(long), lang=lang)
    report = check(text, [act])
    assert shown(report) == [("limit", "1", ("cites_here",))]
    exact(report, text, act)
    assert shown(check(draft(clause, period.format(short), lang=lang), [act])) == []


TWO_TERMS = law(
    "1. Interpretation\nIn this Act, “public body” means a ministry, a department or an agency of the State; “depository” means "
    "a commercial bank or a savings house.\n\n3. Accounts\nNo public body shall place money with a depository without the written "
    "authority of the Treasury." + SEAT
)


def test_two_definitions_may_be_needed_at_once() -> None:
    text = draft("The Ministry shall place the money of the Project with a commercial bank.")
    report = check(text, [TWO_TERMS])
    said = [*report.findings, *report.look]
    assert [(one.type, one.policy.number, [part.how for part in one.together]) for one in said] == [
        ("procedure", "3", ["defined", "defined"])
    ]
    assert {part.policy.quote for part in said[0].together if part.policy} == {"a commercial bank", "a ministry"}
    exact(report, text, TWO_TERMS)


SHARES = {
    "en": ("An advance to a supplier shall not exceed thirty per cent of the contract price.",
           "An advance to a supplier shall not exceed 300,000 dollars.", "The contract price is 1,000,000 dollars.",
           "An advance of {} dollars shall be paid to the supplier.", ("400,000", "250,000"),
           "An advance of {} per cent shall be paid to the supplier.", ("forty", "twenty")),
    "fr": ("Une avance au fournisseur ne peut excéder trente pour cent du prix du marché.",
           "Une avance au fournisseur ne peut excéder 300 000 dollars.", "Le prix du marché est de 1 000 000 dollars.",
           "Une avance de {} dollars est versée au fournisseur.", ("400 000", "250 000"),
           "Une avance de {} pour cent est versée au fournisseur.", ("quarante", "vingt")),
    "es": ("El adelanto al proveedor no podrá exceder del treinta por ciento del monto del contrato.",
           "El adelanto al proveedor no podrá exceder de 300.000 dólares.", "El monto del contrato es de 1.000.000 de dólares.",
           "Se pagará al proveedor un adelanto de {} dólares.", ("400.000", "250.000"),
           "Se pagará al proveedor un adelanto del {} por ciento.", ("cuarenta", "veinte")),
    "pt": ("O adiantamento ao fornecedor não pode exceder trinta por cento do valor do contrato.",
           "O adiantamento ao fornecedor não pode exceder 300.000 dólares.", "O valor do contrato é de 1.000.000 de dólares.",
           "Será pago ao fornecedor um adiantamento de {} dólares.", ("400.000", "250.000"),
           "Será pago ao fornecedor um adiantamento de {} por cento.", ("quarenta", "vinte")),
}  # fmt: skip


@each_row("lang", ["en", "fr", "es", "pt"])
def test_a_share_meets_a_limit_only_with_the_sum_that_another_article_names(lang: str) -> None:
    in_share, in_money, price, money, sums, share, percents = SHARES[lang]
    for rule, clause, (much, little) in ((in_share, money, sums), (in_money, share, percents)):
        act = law(UNIT[lang] + rule + "\n\n" + UNIT[lang].replace("1", "2") + "Zub.", lang)
        text = draft(price, clause.format(much), lang=lang)
        report = check(text, [act])
        limits = [one for one in report.findings if one.type == "limit"]
        assert [(one.clause and one.clause.number, one.together[0].how) for one in limits] == [("2", "base")]
        assert limits[0].together[0].clause and limits[0].together[0].clause.number == "1"
        exact(report, text, act)
        cure = limits[0].cure[0]
        assert cure.verified and cure.value, "what the law allows of that sum"
        assert not [one for one in check(draft(price, cure.text, lang=lang), [act]).findings if one.type == "limit"], cure.text
        few = check(draft(price, clause.format(little), lang=lang), [act])
        assert not [one for one in few.findings if one.type == "limit"]
        assert not [one for one in check(draft(clause.format(much), lang=lang), [act]).findings if one.type == "limit"]


def test_a_limit_in_shares_of_a_sum_that_another_section_sets() -> None:
    act = law(
        "1. Name\nThis is the Supply Act.\n\n5. Advances\nAn advance to a supplier shall not exceed thirty per cent of the ceiling "
        "set in section 8.\n\n8. Ceiling\nThe ceiling is 100,000 dollars." + SEAT
    )
    text = draft("An advance of 50,000 dollars shall be paid to the supplier.")
    report = check(text, [act])
    assert shown(report) == [("limit", "5", ("base",))] and [law.number for law in report.findings[0].also] == ["8"]
    exact(report, text, act)
    assert shown(check(draft("An advance of 20,000 dollars shall be paid to the supplier."), [act])) == []


def test_words_read_in_one_language_first_are_found_in_the_other_as_anew() -> None:
    act, text = law(POINTING + SEAT), draft(LEASE)
    check(msgspec.structs.replace(text, lang="fr"), [act])  # a draft whose language was guessed wrongly, then mended
    mended = check(text, [act])
    candidates._at_hand.clear()
    assert mended.findings == check(text, [act]).findings != ()


NATIONAL = (
    "Article 1. Au sens de la présente loi, l'expression « navire national » désigne le navire dont les citoyens de Zubaria "
    "détiennent au moins 40 % des parts.\n\n"
    "Article 2. Le cabotage dans les eaux de Zubaria est réservé aux navires nationaux.\n\nArticle 3. Le siège est à Zub."
)


@each_row(("share", "bites"), [("25", True), ("60", False)])
def test_a_term_of_the_draft_meets_one_of_the_law_in_what_the_two_mean(share: str, bites: bool) -> None:
    text = draft(
        f"Au sens du présent Accord, « navire mixte » désigne un navire dont les citoyens de Zubaria détiennent {share} % des parts.",
        "Le cabotage dans les eaux de Zubaria est assuré par des navires mixtes.",
        lang="fr",
    )
    one = law(NATIONAL, "fr")
    report = check(text, [one])
    assert [(*row,) for row in shown(report) if row[1] == "2"] == (
        [("limit", "2", ("defined_here", "defined"))] if bites else []
    )
    exact(report, text, one)


@each_row(
    ("term", "text"),
    [
        ("navire national", "Les navires nationaux naviguent."),
        ("buque nacional", "Los buques nacionales navegan."),
        ("navio nacional", "Os navios nacionais navegam."),
        ("associacao mista", "As associações mistas navegam."),
        ("national craft", "A national craft sails."),
    ],
)
def test_a_term_is_known_in_the_plural_of_each_of_its_words(term: str, text: str) -> None:
    ((words, start, end),) = uses(text, (term,))
    assert words == term and text[start:end].split()[-1] in text and end > start
