"""Main clauses that rule in the present, verbs side by side, points that stand alone: forms of statutes drawn at random.

All sentences are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.structure import norms_of


@each_row(
    ("lang", "text", "verb", "thing"),
    [
        ("en", "If the contract is cancelled, the security is returned to the holder.", "returned", "the security"),
        ("fr", "Les opérateurs recourent à un prestataire agréé.", "recourent", "à un prestataire agréé"),
        ("es", "El reglamento establece los casos en que se requerirá un inspector.", "establece", "los casos"),
        ("pt", "A lei do domicílio determina as regras sobre o nome.", "determina", "as regras sobre o nome"),
    ],
)
def test_a_main_clause_rules_in_the_present(lang: str, text: str, verb: str, thing: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.modality == "duty"
    assert norm.effect
    assert norm.effect.text == verb
    assert norm.object
    assert norm.object.text.startswith(thing)


@each_row(
    ("lang", "text"),
    [
        ("en", "The holder whose licence expires."),
        ("fr", "Le titulaire qui détermine la date de la demande."),
        ("es", "La empresa que establece la tasa."),
        ("pt", "O titular que determina a taxa."),
        ("es", "Reserva de los recursos del presupuesto."),
    ],
)
def test_a_verb_that_tells_of_somebody_and_a_noun_rule_nothing(lang: str, text: str) -> None:
    assert not norms_of(text, lang)


@each_row(
    ("lang", "text", "verbs"),
    [
        ("en", "The Board shall keep a register and submit the accounts.", ["keep", "submit"]),
        ("fr", "L'exploitant est tenu d'identifier les risques et de prendre des mesures.", ["identifier", "prendre"]),
        ("es", "El juez podrá exigir informes, ordenar inspecciones y designar un perito.", ["exigir", "ordenar", "designar"]),
        ("pt", "O órgão deve manter um registro e publicar as contas.", ["manter", "publicar"]),
        ("fr", "L'exploitant doit prendre des mesures pour gérer les risques et réduire les dommages.", ["prendre"]),
    ],
)
def test_verbs_side_by_side_are_norms_of_one_bearer(lang: str, text: str, verbs: list[str]) -> None:
    found = norms_of(text, lang)
    assert [norm.effect.text for norm in found if norm.effect] == verbs
    assert len({norm.bearer.text for norm in found if norm.bearer}) == 1


@each_row(
    ("lang", "text", "verb"),
    [
        ("es", "Son funciones de la Autoridad: a) registrar los buques.\n\nb) inspeccionar los puertos.", "inspeccionar"),
        (
            "pt",
            "Compete à Autoridade: I - registrar os navios.\n\n(Incluído pela Lei nº 1, de 2019) II - vistoriar os portos.",
            "vistoriar",
        ),
    ],
)
def test_a_point_that_stands_alone_has_the_bearer_of_its_list(lang: str, text: str, verb: str) -> None:
    last = norms_of(text, lang)[-1]
    assert last.effect
    assert last.effect.text == verb
    assert last.bearer
    assert (last.bearer.kind, last.bearer.from_chapeau) == ("organ", True)


@each_row(
    ("lang", "text", "modality"),
    [
        ("pt", "Os prazos serão definidos pelo edital, vedada a prorrogação.", "prohibition"),
        ("es", "Los plazos serán fijados por el juez, quedando prohibida la prórroga.", "prohibition"),
    ],
)
def test_a_participle_behind_a_comma_rules(lang: str, text: str, modality: str) -> None:
    assert norms_of(text, lang)[-1].modality == modality


@each_row(
    ("lang", "text", "verb"),
    [
        ("en", "The Minister may, from time to time, by notice in the Gazette, amend the Schedule.", "amend"),
        ("en", "The President shall in accordance with article 195 appoint three deputies.", "appoint"),
        ("es", "El interesado podrá en cualquier momento tomar vista del expediente.", "tomar"),
    ],
)
def test_the_verb_behind_an_insertion_is_the_one_that_is_ruled(lang: str, text: str, verb: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.effect
    assert norm.effect.text == verb


def test_a_list_of_conditions_is_one_norm() -> None:
    (norm,) = norms_of("The licence shall lapse if: (a) the holder dies; or (b) the holder leaves the State.", "en")
    assert len(norm.conditions) == 1


def test_a_heading_in_the_same_line_is_no_subject() -> None:
    text = "29. Interest Where an award orders payment, the debtor shall pay interest."
    (norm,) = norms_of(text, "en", heading="Interest")
    assert norm.bearer
    assert norm.bearer.text == "the debtor"
    assert len(norm.conditions) == 1
