"""What fits and why, and what officers verified: read in the place of a provision's words, never quoted as its words."""

from __future__ import annotations

from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.check import check, fits_at
from ssc_drafter.policies.instrument import Instrument, Verified
from tests.unit.check.test_document import draft, law

LAW = law(
    "1. Leases\nA lease of public land to a foreign company shall not exceed thirty years.\n\n"
    "2. Medals\nThe Minister may award medals to retired officers.\n\n"
    "3. Seeds\nNo person shall export seeds without a permit of the Seed Board.\n\n"
    "4. Trees\nA forester shall plant trees along the public roads."
)
LONG = "The Ministry shall grant the Company a lease of public land for forty years."
SHORT = "The Ministry shall grant the Company a lease of public land for twenty years."
WITH_PERMIT = "The Institute shall export the seeds after it has obtained a permit of the Seed Board."


def verified(number: str, **said: object) -> Instrument:
    address = next(one.address for one in LAW.provisions if one.number == number)
    return replace(LAW, verified=(Verified(address, number, by="the legal office", at="2026-11-25T10:00:00Z", **said),))  # type: ignore[arg-type]


def test_every_candidate_is_a_finding_or_fits_with_its_reason() -> None:
    report = check(draft(LONG, WITH_PERMIT), [LAW], fits=True)
    assert [(one.clause and one.clause.number, one.policy.number) for one in report.findings] == [("1", "1")]
    spoken = {(one.clause.number, one.policy.number) for one in (*report.findings, *report.look) if one.clause}
    fitting = {(one.clause.number, one.policy.number) for one in report.fits}
    thought = {(row.number, one.number) for row in report.candidates for one in row.candidates}
    assert not spoken & fitting and spoken | fitting == thought
    assert all(one.why and one.policy.quote in LAW.text and one.clause.quote in (LONG, WITH_PERMIT) for one in report.fits)


def test_the_reason_is_that_of_the_guard_and_the_nearest_comes_first() -> None:
    text = draft(SHORT, WITH_PERMIT)
    first = fits_at(text, [LAW], "art_1__para_1")[0]
    assert first.policy.number == "1" and "stays within" in first.why
    seeds = fits_at(text, [LAW], "art_2__para_1")[0]
    assert seeds.policy.number == "3" and "permit" in seeds.policy.quote and "step" in seeds.why


def test_what_is_in_a_finding_does_not_fit() -> None:
    text = draft(LONG)
    report = check(text, [LAW])
    assert "1" in {one.policy.number for one in fits_at(text, [LAW], "art_1__para_1")}
    assert "1" not in {one.policy.number for one in fits_at(text, [LAW], "art_1__para_1", report)}
    assert fits_at(text, [LAW], "art_99__para_1") == ()


def test_a_muted_provision_is_left_out_and_said() -> None:
    report = check(draft(LONG), [verified("1", muted=True, note="for companies under private law only")])
    assert not report.findings and report.checked.provisions == 3
    assert [one.file for one in report.not_read] == ["zz/act.txt, 1"]
    assert "the legal office" in report.not_read[0].reason and "private law only" in report.not_read[0].reason


def test_a_restatement_is_read_in_the_place_of_the_words_and_the_words_are_quoted() -> None:
    plain = check(draft("The Ministry shall plant forty oaks in the park."), [LAW])
    assert not plain.findings
    said = verified(
        "4", text="A ministry shall not plant oaks in a park without a permit of the Forest Board.", type="procedure"
    )
    report = check(draft("The Ministry shall plant forty oaks in the park."), [said])
    one = report.findings[0]
    assert (one.type, one.policy.number) == ("procedure", "4")
    assert (
        one.policy.quote
        == "A forester shall plant trees along the public roads."
        == LAW.text[one.policy.start : one.policy.end]
    )
    assert (
        one.verified and one.verified.by == "the legal office" and "as verified by the legal office on 2026-11-25" in one.reason
    )


def test_a_restatement_that_says_less_silences() -> None:
    said = verified("1", text="A lease of forest land to a foreign company shall not exceed ninety years.")
    assert check(draft(LONG), [LAW]).findings and not check(draft(LONG), [said]).findings


def test_a_confirmed_type_names_the_finding() -> None:
    found = check(draft(LONG), [verified("1", type="prohibition")]).findings[0]
    assert found.type == "prohibition" and found.verified and "as verified by the legal office" in found.reason


POINTED = law(
    "1. Interpretation\nIn this Act, “cultivated plant” means maize, cotton or rice and any plant that is grown for food.\n\n"
    "5. Leases\nA lease of public land may be granted to a foreign body for the period set in section 8.\n\n"
    "8. Period\nThe period shall not exceed thirty years.\n\n"
    "9. Plants\nNo cultivated plant shall be exported without a permit of the Plant Board.\n\n"
    "10. Medals\nThe Minister may award medals to retired officers."
)


def test_a_clause_held_to_fit_shows_the_provision_that_sets_the_number() -> None:
    text = draft(SHORT)
    one = next(row for row in fits_at(text, [POINTED], "art_1__para_1") if row.policy.number == "5")
    assert [(part.how, part.policy and part.policy.quote) for part in one.together] == [
        ("cites", "The period shall not exceed thirty years.")
    ]
    assert one.why.startswith(
        "Section 8 of the text “Act of Zubaria” sets a number (“The period shall not exceed thirty years”)"
    )
    assert "stays within it" in one.why and "twenty years" in one.why and "(The period" not in one.why


def test_a_clause_held_to_fit_shows_the_definition_that_it_was_read_with() -> None:
    text = draft("The Institute shall export maize and rice after it has obtained a permit of the Plant Board.")
    one = next(row for row in fits_at(text, [POINTED], "art_1__para_1") if row.policy.number == "9")
    assert [part.how for part in one.together] == ["defined"] and "maize" in one.why and "Section 1" in one.why
    assert "asks for a step" in one.why and "provides for one" in one.why


def test_another_act_on_the_same_land_does_not_say_the_same() -> None:
    act = law("1. Register\nThe Ministry shall keep a register of public land.\n\n2. Seat\nThe seat is Zub.")
    assert "much the same" not in fits_at(draft(SHORT), [act], "art_1__para_1")[0].why


def test_of_a_stranger_the_words_in_common_are_named_and_nothing_is_read_with_it() -> None:
    one = next(row for row in fits_at(draft(SHORT), [POINTED], "art_1__para_1") if row.policy.number == "10")
    assert one.together == () and "another matter" in one.why and "medals" in one.why


SEAT = {
    "en": "\n\n2. Seat\nThe seat is Zub.",
    "fr": "\n\nArticle 2\nLe siège est à Zub.",
    "es": "\n\nArtículo 2. La sede es Zub.",
    "pt": "\n\nArtigo 2\nA sede é Zub.",
}
WITHIN = {
    "en": (
        "1. Leases\nA lease of public land shall not exceed thirty years.",
        SHORT,
        "stays within it",
        ("thirty years", "twenty years"),
    ),
    "fr": (
        "Article 1\nLe bail des terres publiques ne peut excéder trente ans.",
        "Le Ministère accordera à l'Institut un bail des terres publiques pour vingt ans.",
        "la clause y reste",
        ("trente ans", "vingt ans"),
    ),
    "es": (
        "Artículo 1. El arrendamiento de tierras públicas no podrá exceder de treinta años.",
        "El Ministerio otorgará al Instituto el arrendamiento de tierras públicas por veinte años.",
        "se mantiene dentro",
        ("treinta años", "veinte años"),
    ),
    "pt": (
        "Artigo 1\nO arrendamento de terras públicas não pode exceder trinta anos.",
        "O Ministério concederá ao Instituto o arrendamento de terras públicas por vinte anos.",
        "fica dentro dele",
        ("trinta anos", "vinte anos"),
    ),
}


@each_row("lang", ["en", "fr", "es", "pt"])
def test_the_reason_quotes_both_numbers_in_four_languages(lang: str) -> None:
    words, clause, said, numbers = WITHIN[lang]
    one = fits_at(draft(clause, lang=lang), [law(words + SEAT[lang], lang)], "art_1__para_1")[0]
    assert one.policy.number == "1" and said in one.why and all(number in one.why for number in numbers)


def test_across_languages_the_words_for_things_of_one_kind_are_named() -> None:
    """The clause's "water" and the law's "eau" are of one kind, though nothing is written alike."""
    act = law("1. Prélèvements\nLe prélèvement d'eau est soumis à l'autorisation du préfet.", lang="fr")
    text = draft("The charges for taking water are paid to the Joint Commission.")
    whys = [one.why for one in fits_at(text, [act], "art_1__para_1") if "préfet" in one.policy.quote]
    assert whys and all("“water”" in why for why in whys)


def test_an_officer_confirms_what_is_read_and_the_finding_says_so() -> None:
    plain, confirmed = check(draft(LONG), [LAW]).findings, check(draft(LONG), [verified("1", confirmed=True)]).findings
    assert [one.id for one in plain] == [one.id for one in confirmed], "nothing is read otherwise"
    assert "was confirmed by the legal office on 2026-11-25" in confirmed[0].reason and confirmed[0].verified


def test_an_officer_adds_a_norm_and_the_words_of_the_law_are_read_too() -> None:
    more = "No lease of land shall be registered without the consent of the Chief Registrar of Orvane."
    clause = "The lease of land shall be registered without the consent of the Chief Registrar of Orvane."
    said = verified("1", text=more, beside=True)
    (long,) = check(draft(LONG), [said]).findings
    assert long.type == "limit" and long.policy.quote == check(draft(LONG), [LAW]).findings[0].policy.quote
    (added,) = check(draft(clause), [said]).findings
    assert not check(draft(clause), [LAW]).findings
    assert "Chief Registrar" in added.reason and added.policy.quote in LAW.text and "Chief Registrar" not in added.policy.quote
