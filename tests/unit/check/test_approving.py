"""Powers to approve, sentences that begin with their verb, and "not valid unless": read as steps that an act waits for.

All texts are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Demand, Sentence

POWERS = [
    ("en", "It is for the National Assembly to approve the lease of islands to foreign States.", "island"),
    ("en", "Parliament alone approves the lease of islands.", "island"),
    ("fr", "Il appartient à l'Assemblée nationale d'autoriser la cession des îlots.", "ilot"),
    ("es", "Solo el Congreso, por ley, autoriza el arriendo de las islas.", "isla"),
    ("es", "4. autorizar el arriendo de islas a otros Estados.", "isla"),
    ("pt", "Compete à Assembleia Nacional autorizar o arrendamento das ilhas.", "ilha"),
    ("pt", "V - autorizar o arrendamento de ilhas.", "ilha"),
]


def asked(text: str, lang: str) -> tuple[Sentence, tuple[Demand, ...]]:
    sentence = read(text, lang).sentences[0]
    return sentence, sentence.demands


def zones(text: str, lang: str) -> list[set[str]]:
    sentence, demands = asked(text, lang)
    return [{sentence.words[place].stem for place in one.zone} for one in demands]


@each_row(("lang", "text", "thing"), POWERS)
def test_what_an_organ_approves_waits_for_it(lang: str, text: str, thing: str) -> None:
    assert any(thing in zone or any(word.startswith(thing[:4]) for word in zone) for zone in zones(text, lang))


@each_row(
    ("lang", "text"),
    [
        ("en", "The Board may approve the leaflets of the museum."),
        ("en", "Parliament shall not approve the sale of islands."),
        ("es", "El Directorio puede aprobar los folletos del museo."),
        ("pt", "O Conselho não aprova a venda de ilhas."),
        ("fr", "La Commission peut approuver les dépliants du musée."),
    ],
)
def test_who_only_may_approve_asks_for_nothing(lang: str, text: str) -> None:
    assert not asked(text, lang)[1]


INVERTED = [
    ("fr", "Sont mis en service après autorisation de l'Agence : 1) les bacs à câble ; 2) les grues.", "cabl"),
    ("es", "Requieren permiso de la Autoridad del Puerto: a) los transbordadores de cable.", "cabl"),
    ("pt", "Dependem de licença da Autoridade do Porto: a) as barcaças de cabo.", "barc"),
]


@each_row(("lang", "text", "thing"), INVERTED)
def test_what_waits_may_follow_its_step(lang: str, text: str, thing: str) -> None:
    assert any(word.startswith(thing) for word in zones(text, lang)[0])


def test_a_subject_ahead_of_its_verb_stays_what_waits() -> None:
    """ "La excavación requiere permiso" begins with what waits, and not with its verb."""
    assert "excav" in zones("La excavación de pozos requiere permiso de la Autoridad, que nombra a un testigo.", "es")[0]


LIMITS = [
    ("fr", "Le bail d'un étang n'est valable que si l'Office des eaux a donné son accord."),
    ("es", "Los pozos sólo se cavan con permiso de la Autoridad del Agua."),
    ("pt", "Os poços só se abrem mediante licença da Autoridade da Água."),
    ("en", "A lease of wells is not valid unless the Water Office has approved it."),
    ("en", "A lease of wells has no force until the Water Office has approved it."),
]


@each_row(("lang", "text"), LIMITS)
def test_only_with_a_step_demands_it(lang: str, text: str) -> None:
    assert [one.status for one in asked(text, lang)[1]] == ["required"]


def test_what_stands_inside_not_until_waits() -> None:
    assert any(
        "bind" in zone for zone in zones("Loans do not bind the Treasury until an act of Parliament approves them.", "en")
    )


def test_unless_asks_for_a_certificate_that_nothing_is_to_be_had() -> None:
    text = (
        "No quarry shall take on a blaster from abroad unless the Inspector certifies that none is to be had in the district."
    )
    assert [one.status for one in asked(text, "en")[1]] == ["required"]


MADE_KNOWN = [
    ("en", "The Council must advertise the intention to close a road.", "clos"),
    ("en", "The Board shall notify its proposal to close a road.", "clos"),
    ("fr", "La commune doit faire la déclaration de son intention de fermer une route.", "ferm"),
    ("es", "El municipio deberá publicar su intención de cerrar un camino.", "cerr"),
    ("pt", "O município deve publicar a sua intenção de fechar um caminho.", "fech"),
]


@each_row(("lang", "text", "act"), MADE_KNOWN)
def test_what_is_only_intended_waits_to_be_made_known(lang: str, text: str, act: str) -> None:
    assert any(word.startswith(act) for zone in zones(text, lang) for word in zone)


DOERS = [
    ("en", "Wells are dug by a licensed contractor."),
    ("fr", "Les puits sont creusés par un entrepreneur agréé."),
    ("es", "Los pozos son cavados por un contratista autorizado."),
    ("pt", "Os poços são abertos por um empreiteiro licenciado."),
]


@each_row(("lang", "text"), DOERS)
def test_what_a_doer_has_to_be_is_asked_for(lang: str, text: str) -> None:
    assert [one.status for one in asked(text, lang)[1]] == ["required"]


@each_row(
    ("lang", "text"),
    [
        ("en", '"Consent" means what is said by a clear act.'),
        ("en", "Wells are dug by the licensing board."),
        ("fr", "Les puits sont creusés par un contrat écrit."),
    ],
)
def test_who_is_only_called_so_is_not(lang: str, text: str) -> None:
    assert "required" not in {one.status for one in asked(text, lang)[1]}


BUDGET = [
    ("es", "No se contraerá deuda alguna que no esté prevista en la ley de presupuesto."),
    ("pt", "Não pode ser feita despesa alguma que não esteja prevista na lei do orçamento anual."),
    ("en", "No loan shall be taken up which has not been approved by the Treasury."),
    ("fr", "Aucun emprunt ne peut être contracté s'il n'a été autorisé par la loi."),
]


@each_row(("lang", "text"), BUDGET)
def test_none_that_has_not_been_demands(lang: str, text: str) -> None:
    assert "required" in {one.status for one in asked(text, lang)[1]}
