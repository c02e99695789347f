"""Readings that kept true restatements flagged, or own favours and secrets of the law misread; four languages where words decide."""

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def found(lang: str, clause: str, law: str, state: str = "AR") -> set[str]:
    return {name for name, one in signals(pair(read(clause, lang), read(law, lang), state)).items() if one.value >= 0.4}


def flagged(lang: str, clause: str, law: str, state: str = "AR") -> bool:
    return judge(pair(read(clause, lang), read(law, lang), state)).verdict in ("conflict", "step_needed")


SECRET = {
    "en": "The list of protected sites shall be kept secret.",
    "fr": "La liste des sites protégés est tenue secrète.",
    "es": "La lista de los sitios protegidos se mantendrá en secreto.",
    "pt": "A lista dos sítios protegidos é mantida em segredo.",
}
PRINTED = {
    "en": "The list of protected sites shall be published each year.",
    "fr": "La liste des sites protégés est publiée chaque année.",
    "es": "La lista de los sitios protegidos será publicada cada año.",
    "pt": "A lista dos sítios protegidos será publicada todos os anos.",
}
OTHER = {
    "en": "The report on fish prices shall be published each year.",
    "fr": "Le rapport sur le prix du poisson est publié chaque année.",
    "es": "El informe sobre el precio del pescado será publicado cada año.",
    "pt": "O relatório sobre o preço do peixe será publicado todos os anos.",
}


@each_row("lang", SECRET)
def test_what_a_law_keeps_secret_is_not_published(lang):
    assert "laid_open" in found(lang, PRINTED[lang], SECRET[lang])
    assert "laid_open" not in found(lang, OTHER[lang], SECRET[lang])


IMMUNITY = {
    "en": (
        "The appearance of a State before a court to invoke its immunity shall not be construed as a waiver of it.",
        "Appearing before the courts to plead its immunity, the State does not waive it.",
        "Before the courts the State waives its immunity.",
    ),
    "fr": (
        "La comparution d'un État devant un tribunal pour invoquer son immunité ne peut être interprétée comme une renonciation.",
        "L'État qui comparaît devant un tribunal pour opposer son immunité n'y renonce pas.",
        "Devant les tribunaux, l'État renonce à son immunité.",
    ),
    "es": (
        "La presentación de un Estado ante los tribunales para invocar la inmunidad no debe interpretarse como renuncia.",
        "El Estado que comparece ante los tribunales para alegar su inmunidad no renuncia a ella.",
        "Ante los tribunales el Estado renuncia a su inmunidad.",
    ),
    "pt": (
        "A comparência de um Estado perante os tribunais para invocar a imunidade não deve ser interpretada como renúncia.",
        "O Estado que comparece perante os tribunais para alegar a sua imunidade não renuncia a ela.",
        "Perante os tribunais o Estado renuncia à sua imunidade.",
    ),
}


@each_row("lang", IMMUNITY)
def test_an_immunity_that_is_pleaded_is_not_given_up(lang):
    law, pleads, waives = IMMUNITY[lang]
    assert "forum_elsewhere" not in found(lang, pleads, law)
    assert "exempted" not in found(lang, pleads, law)
    assert "forum_elsewhere" in found(lang, waives, law)


ARBITRATION = "Las controversias sobre la validez o la ejecución del contrato se resuelven mediante arbitraje, salvo que la ley lo prohíba."


def test_a_law_that_sends_to_arbitration_bars_none():
    clause = "Toda controversia sobre la ejecución del contrato se decide en un arbitraje con sede en Buenos Aires."
    assert "forum_elsewhere" not in found("es", clause, ARBITRATION)


def test_the_own_court_by_its_full_name_is_no_other():
    law = "A person who is fined may appeal to the Court of Appeal within twenty-one days."
    assert "forum_elsewhere" not in found(
        "en", "The company shall appeal solely to the Court of Appeal of Sri Lanka.", law, "LK"
    )
    assert "forum_elsewhere" in found("en", "The company shall appeal solely to the Court of Appeal of Norway.", law, "LK")


RELIEVED = "The Bank shall not be liable to the payment of any stamp duty."


def test_who_is_not_liable_to_a_duty_is_freed_and_forbidden_nothing():
    assert "forbidden_flatly" not in found(
        "en", "Mortgages of the export bank shall bear no stamp duty, it being relieved of it.", RELIEVED
    )
    assert flagged("en", "Exporters shall bear no stamp duty.", "Exporters shall pay stamp duty on each deed.")


LEVIED = {
    "en": (
        "Ships shall pay a fee for inspection at night.",
        "Ships of the other Party are exempt from the fee for inspection at night.",
    ),
    "fr": (
        "Les navires acquittent une taxe pour l'inspection de nuit.",
        "Les navires de l'autre Partie sont exonérés de la taxe pour l'inspection de nuit.",
    ),
    "es": (
        "Los buques abonan una tasa por la inspección nocturna.",
        "Los buques de la otra Parte están exentos de la tasa por la inspección nocturna.",
    ),
    "pt": (
        "Os navios pagam uma taxa pela inspeção noturna.",
        "Os navios da outra Parte estão isentos da taxa pela inspeção noturna.",
    ),
}


@each_row("lang", LEVIED)
def test_who_frees_from_what_is_levied_does_not_say_the_same(lang):
    law, clause = LEVIED[lang]
    assert "says_the_same" not in found(lang, clause, law) and "exempted" in found(lang, clause, law)


OTHERWISE = [
    ("en", "Unless the tender document provides otherwise, the delivery of goods is made within a year.", True),
    ("en", "Unless the tender board approves, no delivery of goods is made within a year.", False),
]


@each_row(("lang", "law", "silent"), OTHERWISE)
def test_a_paper_that_may_provide_otherwise_is_no_step(lang, law, silent):
    assert ("step_silent" not in found(lang, "The delivery of goods is made within a year.", law)) is silent
