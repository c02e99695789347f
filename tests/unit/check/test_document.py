"""What a whole draft shows: steps of treaty-making, omissions, general deference, repealed laws, policies, whole quotes."""

from __future__ import annotations

import hashlib

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.document.bodies import clause_body, provision_body
from ssc_drafter.check.document.quotes import whole
from ssc_drafter.check.document.standing import submits
from ssc_drafter.check.finding import Report
from ssc_drafter.check.norms import read
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.provisions import segment
from ssc_drafter.tree.running import RunningText, Unit


def law(text: str, lang: str = "en", **facts: str) -> Instrument:
    """Return an invented law of an invented State."""
    parts = segment(text, lang)
    digest = hashlib.sha256(text.encode()).hexdigest()
    stated = {"title": "Act of Zubaria", "country": "ZZ", "file": "zz/act.txt"} | facts
    return Instrument(lang=lang, text=text, sha256=digest, provisions=parts.provisions, other=parts.other, **stated)  # type: ignore[arg-type]


def draft(*clauses: str, lang: str = "en", title: str = "Framework Agreement") -> RunningText:
    """Return an invented draft, an article for each clause."""
    units, start = [], 0
    for number, words in enumerate(clauses, 1):
        units.append(Unit(f"art_{number}__para_1", str(number), start, start + len(words), str(number)))
        start += len(words) + 1
    return RunningText(title, lang, "\n".join(clauses), tuple(units), len(units))


def kinds(report: Report) -> list[tuple[str, str]]:
    """Return the number of each finding's clause ("" for none) and its type."""
    return [(one.clause.number if one.clause else "", one.type) for one in report.findings]


APPROVED = {
    "en": "Article 1. Treaties\nNo treaty shall enter into force before Parliament has approved it by law.\n\nArticle 2. Seat\nThe seat is Zub.",
    "fr": "Article 1\nLes traités ne peuvent être ratifiés qu'après avoir été approuvés par l'Assemblée.\n\nArticle 2\nLe siège est à Zub.",
    "es": "Artículo 1. Los tratados deben ser aprobados por el Congreso antes de su ratificación.\n\nArtículo 2. La sede es Zub.",
    "pt": "Artigo 1\nOs tratados só entram em vigor depois de aprovados; somente a lei os ratifica.\n\nArtigo 2\nA sede é Zub.",
}
ON_SIGNATURE = {
    "en": "This Agreement shall enter into force on the date of its signature.",
    "fr": "Le présent Accord entre en vigueur à la date de sa signature.",
    "es": "El presente Acuerdo entrará en vigor en la fecha de su firma.",
    "pt": "O presente Acordo entrará em vigor na data da sua assinatura.",
}


@each_row("lang", ["en", "fr", "es", "pt"])
def test_force_on_signature_skips_the_approval_that_the_constitution_demands(lang: str) -> None:
    report = check(draft(ON_SIGNATURE[lang], lang=lang), [law(APPROVED[lang], lang, hierarchy="constitution")])
    first = report.findings[0]
    assert (first.clause and first.clause.number, first.type, first.verdict, first.severity) == (
        "1",
        "procedure",
        "conflict",
        "high",
    )
    assert {cure.kind for cure in first.cure} == {"wording", "domestic_step"} and first.policy.number == "1"


def test_force_after_notifications_leaves_room_and_the_step_is_only_listed() -> None:
    words = "This Agreement enters into force on the date of the last notification that the internal procedures are completed."
    report = check(draft(words), [law(APPROVED["en"], hierarchy="constitution")])
    assert not report.findings and [step.policy.number for step in report.steps] == ["1"]


def test_a_memorandum_on_signature_is_no_treaty() -> None:
    report = check(
        draft(ON_SIGNATURE["en"], title="Memorandum of Understanding"), [law(APPROVED["en"], hierarchy="constitution")]
    )
    assert not report.findings


DEMANDS = "1. Contents\nEvery cooperation agreement shall provide for the auditing of the accounts and shall name a focal institution.\n\n2. Name\nThis is the Act."


@each_row(
    ("lang", "words"),
    [
        ("en", "A treaty binds the State only when the Assembly has approved it."),
        ("en", "An agreement shall have no force of law before it is ratified by the Assembly."),
        ("fr", "Aucun traité ne lie l'État avant l'autorisation de sa ratification par l'Assemblée."),
        ("fr", "Les accords sont soumis à l'approbation de l'Assemblée avant leur entrée en vigueur."),
        ("fr", "Les traités ne lient l'État qu'une fois ratifiés."),
        ("es", "Ningún tratado obliga al Estado sin que la Asamblea apruebe su ratificación."),
        ("pt", "Nenhum tratado obriga o Estado enquanto não for aprovado pela Assembleia."),
    ],
)
def test_a_step_before_force_is_known_however_a_law_puts_it(lang: str, words: str) -> None:
    word = {"en": "Article", "fr": "Article", "es": "Artículo", "pt": "Artigo"}[lang]
    text = f"{word} 1\n{words}\n\n{word} 2\nZub."
    report = check(draft(ON_SIGNATURE[lang], lang=lang), [law(text, lang)])
    assert [step.policy.number for step in report.steps] == ["1"]
    assert ("1", "procedure") in kinds(report)


FISHERS = {
    "en": "Article 1\nEvery agreement on fisheries shall provide for the training of national crews.\n\nArticle 2\nZub.",
    "fr": "Article 1\nTout accord de coopération en matière de pêche comporte une clause sur la formation des équipages.\n\nArticle 2\nZub.",
    "es": "Artículo 1\nTodo convenio de cooperación pesquera deberá contener una cláusula sobre capacitación de tripulaciones.\n\nArtículo 2\nZub.",
    "pt": "Artigo 1\nTodo o acordo de cooperação no domínio da pesca deve conter uma cláusula sobre a formação das tripulações.\n\nArtigo 2\nZub.",
}


@each_row(
    ("lang", "title", "other"),
    [
        ("en", "Agreement on Fisheries", "Agreement on Health"),
        ("fr", "Accord de coopération en matière de pêche", "Accord de coopération en matière de santé"),
        ("es", "Convenio de cooperación pesquera", "Convenio de cooperación en materia de salud"),
        ("pt", "Acordo de cooperação no domínio da pesca", "Acordo de cooperação no domínio da saúde"),
    ],
)
def test_what_agreements_of_one_subject_shall_contain_is_demanded_of_no_other(lang: str, title: str, other: str) -> None:
    clause = {"en": "The Parties cooperate.", "fr": "Les Parties coopèrent."}.get(lang, "Las Partes cooperan.")
    assert ("", "omission") in kinds(check(draft(clause, lang=lang, title=title), [law(FISHERS[lang], lang)]))
    assert ("", "omission") not in kinds(check(draft(clause, lang=lang, title=other), [law(FISHERS[lang], lang)]))


def test_a_demanded_content_that_nobody_wrote_is_an_omission() -> None:
    report = check(draft("Each Party names one focal institution for the cooperation."), [law(DEMANDS)])
    one = next(one for one in report.findings if one.type == "omission")
    assert one.clause is None and one.verdict == "step_needed" and "auditing" in one.reason and "focal" not in one.reason
    assert one.policy.quote in DEMANDS


def test_a_demanded_content_that_is_there_is_none() -> None:
    words = "The accounts are audited every year by the auditing office.", "Each Party names one focal institution."
    assert ("", "omission") not in kinds(check(draft(*words), [law(DEMANDS)]))


LEASE = "1. Leases\nA lease of public land to a foreign company shall not exceed thirty years.\n\n2. Medals\nThe Minister may award medals."
LONG_LEASE = "The Ministry shall grant the Company a lease of public land for forty years."


def test_a_general_deference_lowers_and_does_not_silence() -> None:
    alone = check(draft(LONG_LEASE), [law(LEASE)]).findings
    deferring = "The activities under this Agreement are subject to the laws in force in each country."
    both = check(draft(LONG_LEASE, deferring), [law(LEASE)]).findings
    assert alone[0].type == both[0].type == "limit"
    assert (alone[0].severity, both[0].severity) in {("high", "medium"), ("medium", "low")} and "number 2" in both[0].reason


@each_row(
    ("lang", "words", "whole_draft"),
    [
        ("en", "This Agreement shall be carried out in accordance with the laws of each Party.", True),
        ("en", "Experts shall be exempt from tax in accordance with the laws of the host State.", False),
        ("fr", "Le présent Accord est exécuté conformément aux lois de chaque Partie.", True),
        ("es", "El presente Acuerdo se ejecutará de conformidad con la legislación vigente en cada Parte.", True),
        ("pt", "As atividades realizam-se de acordo com a legislação em vigor de cada Parte.", True),
    ],
)
def test_what_submits_the_whole_draft_to_the_laws(lang: str, words: str, whole_draft: bool) -> None:
    assert submits(read(words, lang)) is whole_draft


def test_a_repealed_law_is_mentioned_and_not_used() -> None:
    report = check(draft(LONG_LEASE), [law(LEASE, status="repealed")])
    assert not report.findings and [one.file for one in report.not_read] == ["zz/act.txt"]
    assert report.checked.provisions == 0


def test_a_policy_says_and_is_never_more_than_friction() -> None:
    one = check(draft(LONG_LEASE), [law(LEASE, hierarchy="policy", title="Land Policy")]).findings[0]
    assert one.severity == "low" and " says “" in one.reason and "not law" in one.reason and "unlawful" not in one.reason
    assert {cure.kind for cure in one.cure} == {"wording"}
    assert all("the law" not in cure.text and "policy" in cure.text for cure in one.cure)


def test_number_and_heading_are_no_part_of_what_a_provision_says() -> None:
    one = law("6. Time for reply\nA public body shall reply within twenty-one days.\n\n7. Fees\nNo fee is levied.")
    body = provision_body(one, one.provisions[0])
    assert body.strip() == "A public body shall reply within twenty-one days." and len(body) == len(
        one.text[: one.provisions[0].end]
    )
    assert clause_body("2. The Parties meet.") == "   The Parties meet."


def test_a_quote_is_the_sentence_of_the_words_without_its_marker() -> None:
    text = "(1) The Board keeps a register. (2) No person shall export seed without a permit."
    place = text.index("export")
    start, end = whole(read(text, "en"), (place, place + 6))
    assert text[start:end] == "No person shall export seed without a permit."


def test_a_clause_that_only_defines_clashes_with_no_duty() -> None:
    words = '"Project" means a set of activities approved by the Board; "Expert" means a person whom a Party sends.'
    acts = "1. Projects\nNo project shall begin without a set of activities approved by the Board.\n\n2. Seat\nThe seat is Zub."
    assert not [one for one in check(draft(words), [law(acts)]).findings if one.type != "definition"]


LEASES = "2. Leases\nA lease of public land shall not exceed thirty years.\n\n5. Register\nThe Registrar shall keep a register of leases."
FORTY = "The Ministry shall grant the Institute a lease of public land for forty years."


def test_the_constitution_leads_where_a_statute_says_the_same() -> None:
    highest = law(
        "Article 1. Land\nA lease of public land shall not exceed twenty years.\n\nArticle 2. Seat\nThe seat is Zub.",
        title="Constitution of Zubaria", hierarchy="constitution", file="zz/constitution.txt",
    )  # fmt: skip
    act = law("1. Name\nThis Act may be cited as the Land Act.\n\n" + LEASES, title="Land Act")
    for laws in ([act, highest], [highest, act]):
        one = check(draft(FORTY), laws).findings[0]
        assert (one.policy.instrument, [other.instrument for other in one.also]) == ("Constitution of Zubaria", ["Land Act"])


def test_a_text_that_is_there_twice_is_held_against_the_draft_once() -> None:
    one, two = (law("1. Name\nThis is the Land Act.\n\n" + LEASES, file=file) for file in ("zz/a.txt", "zz/b.txt"))
    report = check(draft(FORTY), [one, two], fits=True)
    assert len(report.findings) == 1 and report.findings[0].also == ()
    assert report.not_read[0].file == "zz/b.txt" and "zz/a.txt" in report.not_read[0].reason
    assert {fit.policy.file for fit in report.fits} == {"zz/a.txt"}


@each_row(("lang", "said"), [("en", "3-4"), ("fr", "3-4"), ("es", "3-4"), ("pt", "3-4")])
def test_what_a_law_lacks_is_said_in_the_language_of_the_draft(lang: str, said: str) -> None:
    report = check(draft(ON_SIGNATURE[lang], lang=lang), [law("1. Name\nThis is the Land Act.\n\n" + LEASES)])
    assert [one.file for one in report.not_read] == ["zz/act.txt"] and said in report.not_read[0].reason


@each_row(
    ("lang", "words"),
    [
        (
            "pt",
            "Artigo 1\nAs compras públicas de bens de valor até dois mil dólares dispensam concurso.\n\nArtigo 2\nA sede é Zub.",
        ),
        (
            "fr",
            "Article 1\nLe prix d'un achat public sans appel d'offres ne dépasse pas deux mille dollars.\n\nArticle 2\nLe siège est à Zub.",
        ),
        (
            "es",
            "Artículo 1. Las compras públicas sin licitación no pueden exceder de dos mil dólares.\n\nArtículo 2. La sede es Zub.",
        ),
    ],
)
def test_a_finding_across_languages_stands_on_classes_where_no_word_is_written_alike(lang: str, words: str) -> None:
    clause = "Public purchases up to five thousand dollars shall be made without a tender."
    assert kinds(check(draft(clause), [law(words, lang)])) == [("1", "limit")]
