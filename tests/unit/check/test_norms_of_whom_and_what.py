"""Who acts and what is done in sentences of statutes: reflexive verbs, rows behind commas, relatives, lists, amounts.

All sentences are written for this file.
"""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of


def one(lang: str, text: str) -> Norm:
    (norm,) = norms_of(text, lang)
    return norm


@each_row(
    ("lang", "text", "who"),
    [
        ("fr", "Le conseil se prononcera sur la plainte.", "Le conseil"),
        ("es", "El tribunal se pronunciará sobre la queja.", "El tribunal"),
        ("pt", "O conselho se pronunciará sobre a queixa.", "O conselho"),
    ],
)
def test_whoever_acts_by_a_reflexive_verb_of_his_own_is_the_bearer(lang: str, text: str, who: str) -> None:
    norm = one(lang, text)
    assert norm.bearer
    assert norm.bearer.text == who
    assert norm.object
    assert who not in norm.object.text


@each_row(
    ("lang", "text", "thing"),
    [
        ("fr", "Les licences se renouvelleront chaque année.", "Les licences"),
        ("es", "Las licencias se publicarán en el diario.", "Las licencias"),
        ("pt", "As licenças se publicarão no diário.", "As licenças"),
    ],
)
def test_what_is_done_by_another_reflexive_verb_is_the_object(lang: str, text: str, thing: str) -> None:
    norm = one(lang, text)
    assert norm.bearer is None
    assert norm.object
    assert norm.object.text == thing


@each_row(
    ("lang", "text"),
    [
        ("en", "The decision taken in matters of labour, tax or court fees, to close a file shall state its reasons."),
        ("fr", "La décision prise en matière de travail, d'impôts ou de tribunal, doit indiquer ses motifs."),
        (
            "es",
            "La decisión que, en materia administrativa, fiscal o de tribunal, cierre un expediente deberá indicar sus motivos.",
        ),
        (
            "pt",
            "A decisão que, em matéria administrativa, fiscal ou de tribunal, encerrar um processo deverá indicar seus motivos.",
        ),
    ],
)
def test_a_row_in_the_middle_of_a_phrase_is_no_bearer(lang: str, text: str) -> None:
    norm = one(lang, text)
    assert norm.bearer is None or norm.bearer.kind == "thing"


@each_row(
    ("lang", "text", "who"),
    [
        ("en", "At any time, the Minister may close the register.", "the Minister"),
        ("fr", "À tout moment, le ministre peut fermer le registre.", "le ministre"),
        ("es", "En todo momento, el Ministro podrá cerrar el registro.", "el Ministro"),
        ("pt", "A qualquer tempo, o Ministro poderá fechar o registro.", "o Ministro"),
        ("en", "On the last day of the month, of which notice is given, he may close the register.", "he"),
        ("es", "Visto el artículo 5, inciso b) y 6, inciso c) la Junta deberá fijar las tasas.", "la Junta"),
    ],
)
def test_who_stands_behind_words_of_time_bears_the_norm(lang: str, text: str, who: str) -> None:
    norm = one(lang, text)
    assert norm.bearer
    assert norm.bearer.text == who


@each_row(
    ("lang", "text", "verb"),
    [
        ("en", "The Board shall publish the cases in which the transfer of the herd may take place.", "publish"),
        ("fr", "Le conseil doit publier les cas dans lesquels le transfert du troupeau peut avoir lieu.", "publier"),
        ("es", "El consejo deberá publicar los casos en los que la entrega del rebaño podrá tener lugar.", "publicar"),
        ("pt", "O conselho deverá publicar os casos em que a entrega do rebanho poderá ter lugar.", "publicar"),
    ],
)
def test_what_may_happen_in_a_clause_that_only_tells_is_no_norm(lang: str, text: str, verb: str) -> None:
    norm = one(lang, text)
    assert norm.effect
    assert norm.effect.text == verb


@each_row(
    ("lang", "text", "verb"),
    [
        ("en", "The permits to which this Part applies shall be kept in the register.", "kept"),
        ("en", "A certificate stating any fact relevant to that question shall be published by the Board.", "published"),
        ("fr", "Les permis dans lesquels l'aire est fixée doivent être publiés par le conseil.", "publiés"),
        ("es", "Los permisos a que se refiere la presente Ley deberán ser publicados por el consejo.", "publicados"),
        ("pt", "As licenças a que se refere a presente Lei deverão ser publicadas pelo conselho.", "publicadas"),
    ],
)
def test_the_verb_behind_a_clause_that_tells_rules(lang: str, text: str, verb: str) -> None:
    norm = one(lang, text)
    assert norm.effect
    assert norm.effect.text == verb


def test_in_which_case_opens_a_norm() -> None:
    found = norms_of("The Board shall hear the owner, in which case the Minister may close the register.", "en")
    assert [norm.modality for norm in found] == ["duty", "power"]


@each_row(
    ("lang", "text", "done"),
    [
        ("en", "An application for a permit shall be made to the Board.", "made"),
        ("en", "The meeting shall be held in the capital.", "held"),
        ("fr", "La demande doit être faite au conseil.", "faite"),
        ("es", "La solicitud deberá ser presentada al consejo.", "presentada"),
        ("pt", "O pedido deverá ser feito ao conselho.", "feito"),
    ],
)
def test_a_participle_of_little_weight_is_what_is_done(lang: str, text: str, done: str) -> None:
    norm = one(lang, text)
    assert norm.effect
    assert norm.effect.text == done


@each_row(
    ("lang", "text"),
    [
        ("en", "The Minister may determine— (a) the fees; (b) the forms."),
        ("fr", "Le ministre peut fixer : a) les droits ; b) les formulaires."),
        ("es", "El Ministro podrá fijar: a) las tasas; b) los formularios."),
        ("pt", "O Ministro poderá fixar: a) as taxas; b) os formulários."),
    ],
)
def test_points_of_what_an_organ_may_do_are_powers_over_what_they_name(lang: str, text: str) -> None:
    found = norms_of(text, lang)
    assert [norm.modality for norm in found] == ["power", "power"]
    assert all(norm.object and norm.object.start >= norm.start for norm in found)


def test_a_point_of_what_an_entry_shall_state_is_no_deed_of_who_writes_it() -> None:
    norm = one(
        "en", "The Minister shall, by June of each year, prepare and issue a report which shall state the— (a) fees; (b) forms."
    )
    assert norm.effect
    assert norm.effect.text.startswith("prepare")


@each_row(
    ("lang", "text"),
    [
        ("en", "The Government of Ruritania may require a list of members."),
        ("fr", "Le Gouvernement de Ruritanie peut demander une liste des membres."),
        ("es", "El Gobierno de Ruritania podrá pedir una lista de los miembros."),
        ("pt", "O Governo da Ruritânia poderá pedir uma lista dos membros."),
    ],
)
def test_what_a_government_may_do_is_a_power_and_an_article_is_no_amount(lang: str, text: str) -> None:
    norm = one(lang, text)
    assert norm.modality == "power"
    assert not norm.quantities


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The owner shall observe the Freedom of Assembly Act, 2002.", "the Freedom of Assembly Act, 2002"),
        ("The owner shall observe the Seeds and Plants Act.", "the Seeds and Plants Act"),
    ],
)
def test_the_title_of_an_act_is_cited_whole(text: str, cited: str) -> None:
    assert [part.text for part in one("en", text).references] == [cited]


def test_a_portuguese_reflexive_is_no_condition() -> None:
    norm = one("pt", "A revisão do ato cuja produção já se houver completado deverá observar as regras da época.")
    assert not norm.conditions


def test_a_command_with_its_accent_on_u_frees() -> None:
    assert one("es", "Exceptúese a la cooperativa de las tasas de registro.").modality == "exemption"
    assert one("es", "Efectúese el pago en la sede del registro.").modality == "duty"


def test_an_insertion_behind_the_modal_takes_no_subject_of_the_clause_before() -> None:
    norm = one("en", "Where a trader dies, the rules on succession shall, as far as may be, apply.")
    assert norm.object
    assert norm.object.text == "the rules on succession"
    assert [condition.text for condition in norm.conditions] == ["Where a trader dies"]
