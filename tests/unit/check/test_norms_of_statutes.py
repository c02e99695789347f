"""How statutes write what was read wrongly in sentences drawn at random: each in the languages that write so.

All sentences are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of

Row = tuple[str, str]


def one(row: Row) -> Norm:
    (norm,) = norms_of(row[1], row[0])
    return norm


def who(norm: Norm) -> str:
    return f"{norm.bearer.kind}: {norm.bearer.text}" if norm.bearer else ""


@each_row(
    ("row", "bearer"),
    [
        (("en", "A Data Principal shall observe the rules of the Act."), "person: A Data Principal"),
        (("fr", "Le Point Focal doit observer les règles de la loi."), "person: Le Point Focal"),
        (("es", "El Punto Focal deberá observar las reglas de la ley."), "person: El Punto Focal"),
        (("pt", "O Ponto Focal deve observar as regras da lei."), "person: O Ponto Focal"),
        (("en", "The Schedule shall state the fees."), "thing: The Schedule"),
        (("fr", "La demande doit contenir l'adresse du titulaire."), "thing: La demande"),
        (("es", "La solicitud contendrá el nombre del titular."), "thing: La solicitud"),
        (("pt", "O pedido deve conter o endereço do titular."), "thing: O pedido"),
        (("en", "The licence shall expire."), ""),
    ],
)
def test_a_name_that_acts_bears_the_norm_and_a_thing_that_acts_is_shown_as_one(row: Row, bearer: str) -> None:
    norm = one(row)
    assert who(norm) == bearer
    assert not bearer or (norm.object and norm.object.text not in bearer)


@each_row(
    "row",
    [
        ("en", "The processing of health data is permitted if the patient consents."),
        ("fr", "Le traitement des données de santé est permis si le patient y consent."),
        ("es", "El tratamiento de datos de salud está permitido si el paciente consiente."),
        ("pt", "O tratamento de dados de saúde é permitido quando o paciente consente."),
    ],
)
def test_what_is_permitted_is_a_permission_under_its_condition(row: Row) -> None:
    norm = one(row)
    assert (norm.modality, len(norm.conditions)) == ("permission", 1)
    assert norm.effect
    assert norm.effect.end <= norm.conditions[0].start
    assert norm.object
    assert norm.object.start == 0


@each_row(
    "row",
    [
        ("en", "A holder shall act under the provisions of this Act and shall not sell the seed."),
        ("fr", "Le titulaire doit agir conformément à la présente loi et ne doit pas vendre les semences."),
        ("es", "El titular deberá actuar de conformidad con la presente ley y no podrá vender las semillas."),
        ("pt", "O titular deve agir nos termos da presente lei e não pode vender as sementes."),
    ],
)
def test_a_reference_to_law_ends_ahead_of_the_next_verb_that_rules(row: Row) -> None:
    first, last = norms_of(row[1], row[0])
    assert (first.modality, last.modality) == ("duty", "prohibition")
    assert first.deference[0].end <= last.modal.start
    assert who(first) == who(last)


@each_row(
    ("row", "about"),
    [
        (("en", "In the course of a tender, a margin of preference may be granted."), "a margin of preference"),
        (("fr", "Dans la procédure de marché, une marge de préférence peut être accordée."), "une marge de préférence"),
        (("es", "En el proceso de licitación, podrá establecerse un margen de preferencia."), "un margen de preferencia"),
        (("pt", "No processo de licitação, poderá ser estabelecida margem de preferência."), "margem de preferência"),
    ],
)
def test_words_of_place_ahead_of_a_comma_are_no_subject(row: Row, about: str) -> None:
    norm = one(row)
    assert norm.object
    assert norm.object.text == about


@each_row(
    "row",
    [
        (
            "en",
            "No revenue shall be earmarked for a given expense, except:\n(a) the proceeds of loans;\n(b) the proceeds of gifts.",
        ),
        (
            "fr",
            "Aucune recette ne peut être affectée à une dépense, sauf :\na) le produit des emprunts ;\nb) le produit des dons.",
        ),
        (
            "es",
            "No se podrá destinar un ingreso a un gasto, con excepción de:\na) los de crédito público;\nb) los de donaciones.",
        ),
        (
            "pt",
            "Nenhuma receita pode ser vinculada a uma despesa, salvo:\na) o produto de empréstimos;\nb) o produto de doações.",
        ),
    ],
)
def test_points_of_an_exception_forbid_nothing_of_their_own(row: Row) -> None:
    norm = one(row)
    assert (norm.modality, len(norm.exceptions)) == ("prohibition", 1)


@each_row(
    "row",
    [
        ("en", "Where the data are not collected from the person, the information is sent to that person."),
        (
            "fr",
            "Lorsque les données ne sont pas collectées auprès de la personne, les informations sont transmises à celle-ci.",
        ),
        ("es", "Cuando los datos no son recogidos del interesado, la información es remitida a esa persona."),
        ("pt", "Quando os dados não são recolhidos junto da pessoa, as informações são transmitidas a essa pessoa."),
    ],
)
def test_the_verb_of_a_condition_is_not_the_one_that_rules(row: Row) -> None:
    norm = one(row)
    assert norm.modality == "duty"
    assert [part.start for part in norm.conditions] == [0]
    assert norm.modal.start > norm.conditions[0].end


@each_row(
    ("row", "deed"),
    [
        (("fr", "Est puni d'une amende de 500 francs quiconque refuse l'accès au registre."), "refuse"),
        (("es", "Será sancionado con multa de 500 pesos quien niegue el acceso al registro."), "niegue"),
        (("pt", "Será punido com multa de 500 reais quem negar o acesso ao registro."), "negar"),
    ],
)
def test_a_penalty_may_stand_ahead_of_whom_it_meets(row: Row, deed: str) -> None:
    norm = one(row)
    assert norm.modality == "prohibition"
    assert norm.effect
    assert norm.effect.text == deed
    assert norm.bearer
    assert norm.bearer.kind == "everyone"
    assert [amount.value for amount in norm.quantities] == [500]


@each_row(
    ("row", "modality"),
    [
        (("en", "Foreign States are immune from the jurisdiction of the courts."), "exemption"),
        (("fr", "Les États étrangers jouissent de l'immunité de juridiction."), "exemption"),
        (("es", "Los Estados extranjeros son inmunes a la jurisdicción de los tribunales."), "exemption"),
        (("pt", "Os Estados estrangeiros são imunes a impostos."), "exemption"),
        (("en", "This Act shall not affect the privileges of diplomats."), "exemption"),
        (("fr", "La présente loi n'affecte pas les privilèges des diplomates."), "exemption"),
        (("es", "Esta ley no afectará los privilegios de los diplomáticos."), "exemption"),
        (("pt", "Esta lei não afeta os privilégios dos diplomatas."), "exemption"),
        (("en", "The decisions of the Board are subject to appeal."), "right"),
        (("fr", "Les décisions de la Commission sont susceptibles de recours."), "right"),
        (("es", "Las decisiones del tribunal serán apelables."), "right"),
        (("pt", "Da decisão do conselho cabe recurso."), "right"),
        (("fr", "L'évaluation s'effectue conformément à la loi."), "duty"),
        (("es", "La inscripción se efectúa de conformidad con la ley."), "duty"),
        (("pt", "A inscrição efetua-se nos termos da lei."), "duty"),
        (("pt", "No caso de empate, proceder-se-á ao sorteio."), "duty"),
        (("es", "Los municipios promoverán el turismo."), "duty"),
        (("pt", "Os Municípios promoverão o turismo."), "duty"),
        (("fr", "L'application de la présente loi appartient au ministre."), "power"),
        (("es", "La aplicación de esta ley corresponde a los tribunales."), "power"),
        (("pt", "A aplicação desta lei compete aos tribunais."), "power"),
        (("en", "“Tribunal” means a court of the State."), "definition"),
        (("es", "«Tribunal» significa un órgano judicial del Estado."), "definition"),
    ],
)
def test_what_such_words_say(row: Row, modality: str) -> None:
    norm = one(row)
    assert norm.modality == modality
    assert modality != "definition" or not norm.bearer
    assert modality != "power" or norm.bearer


@each_row(
    ("row", "verbs"),
    [
        (("fr", "Les parents doivent assister, élever et éduquer leurs enfants."), "assister, élever et éduquer"),
        (("es", "Los padres deberán asistir, criar y educar a sus hijos."), "asistir, criar y educar"),
        (("pt", "Os pais devem assistir, criar e educar os filhos."), "assistir, criar e educar"),
    ],
)
def test_verbs_that_share_what_they_are_about_stand_together(row: Row, verbs: str) -> None:
    norm = one(row)
    assert norm.effect
    assert norm.effect.text == verbs
    assert norm.object
    assert norm.object.start == norm.effect.end + 1


@each_row(
    ("row", "done"),
    [
        (("en", "The proof shall be filed:\n(a) by electronic means; or\n(b) by a certificate."), "filed"),
        (("fr", "La preuve doit être déposée :\na) par voie électronique ;\nb) par un certificat."), "déposée"),
        (("es", "La prueba deberá ser presentada:\na) por vía electrónica;\nb) por un certificado."), "presentada"),
        (("pt", "A prova deve ser apresentada:\na) por meio eletrônico;\nb) por um certificado."), "apresentada"),
    ],
)
def test_points_that_say_how_have_the_deed_of_the_words_ahead(row: Row, done: str) -> None:
    found = norms_of(row[1], row[0])
    assert len(found) == 2
    assert {norm.effect.text for norm in found if norm.effect} == {done}
    assert all(norm.object and norm.object.start == 0 for norm in found)


@each_row(
    "row",
    [
        ("en", "The text of 1st May, 1946, of the Gazette."),
        ("en", "Power of the Minister to declare seed to be prescribed seed"),
    ],
)
def test_a_month_and_a_heading_rule_nothing(row: Row) -> None:
    assert not norms_of(row[1], row[0])


def test_what_somebody_may_deem_fit_is_no_permission() -> None:
    norm = one(("en", "The Minister may give such directions as the President may deem fit."))
    assert (norm.modality, norm.bearer and norm.bearer.text) == ("power", "The Minister")


@each_row(
    ("row", "cited"),
    [
        (("en", "An assessment under subsection (1) shall be published."), "subsection (1)"),
        (("fr", "L'évaluation visée aux ARTICLES 7 et 8 doit être publiée."), "ARTICLES 7 et 8"),
    ],
)
def test_references_in_brackets_and_capitals(row: Row, cited: str) -> None:
    assert [part.text for part in one(row).references] == [cited]
