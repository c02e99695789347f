"""What verbs say without a word of function: the future commands and forbids, and a denial may only tell of somebody.

Sentences are invented in the style of statutes.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.norms.stems import stem
from ssc_drafter.check.pairs import pair


def first(text: str, lang: str) -> Sentence:
    """Return the first sentence of a text as it is read."""
    return read(text, lang).sentences[0]


def words(text: str, lang: str, function: str) -> list[str]:
    """Return the words of a sentence that have a function."""
    sentence = first(text, lang)
    return [text[sentence.words[one.first].start : sentence.words[one.last - 1].end] for one in sentence.of(function)]


@each_row(
    ("lang", "text", "function", "said"),
    [
        ("es", "El transporte se efectuará en buques de bandera nacional.", "duty", ["efectuará"]),
        ("es", "La oficina no otorgará licencias a los menores.", "prohibition", ["no"]),
        ("es", "A los becarios no se les exigirá fianza.", "prohibition", ["no se"]),
        ("es", "La oficina pagará la suma que percibirá el perito.", "duty", ["pagará"]),
        ("es", "El refrán sirve de lema.", "duty", []),
        ("es", "La embajada de Teherán abre los lunes.", "duty", []),
        ("es", "La oficina podrá otorgar becas.", "duty", []),
        ("es", "La oficina procurará otorgar becas.", "duty", []),
        ("pt", "O transporte será feito em navios nacionais.", "duty", ["será"]),
        ("pt", "O órgão não concederá licenças a menores.", "prohibition", ["não"]),
        ("pt", "A pesca do camarão abre no verão.", "duty", []),
        ("fr", "Le transport sera effectué par des navires nationaux.", "duty", ["sera"]),
        ("fr", "Les contrats seront écrits et l'Office paiera la somme qu'il recevra.", "duty", ["seront", "paiera"]),
        ("fr", "L'opéra est sis sur le front de mer.", "duty", []),
        ("en", "The office pays the expert.", "duty", []),
    ],
)
def test_the_future_commands(lang: str, text: str, function: str, said: list[str]) -> None:
    """A verb in the future is a duty, with "no" ahead a ban; behind a relative it tells, and a noun is no verb."""
    assert words(text, lang, function) == said


@each_row(
    ("lang", "text", "forbids"),
    [
        ("fr", "L'entreprise qui n'est pas agréée paie la taxe.", False),
        ("fr", "Si elle n'a pas été agréée, l'entreprise paie la taxe.", False),
        ("fr", "Les litiges qui n'ont pas trouvé de solution sont portés devant le tribunal.", False),
        ("fr", "L'entreprise n'exporte pas de semences.", True),
        ("fr", "Une entreprise étrangère n'a pas droit à la prime.", True),
        ("fr", "Les personnes qui n'ont pas d'agrément ne vendent pas de semences.", True),
        ("es", "Quien no se inscriba paga la tasa.", False),
        ("es", "No se admiten semillas sin etiqueta.", True),
        ("pt", "A empresa que não é registrada paga a taxa.", False),
        ("pt", "Não são admitidas sementes sem rótulo.", True),
    ],
)
def test_a_denial_may_only_say_of_whom(lang: str, text: str, forbids: bool) -> None:
    """Behind "who" or "if", or of what has been done, a denial forbids nothing."""
    assert first(text, lang).has("prohibition") is forbids


@each_row(
    ("lang", "text", "function"),
    [
        ("fr", "L'exploitant est tenu d'assurer le personnel.", "duty"),
        ("fr", "L'exploitant s'engage au respect des normes.", "duty"),
        ("es", "El titular está obligado al pago.", "duty"),
    ],
)
def test_a_phrase_matched_as_written_has_its_contractions(lang: str, text: str, function: str) -> None:
    """What is matched as written is also found with its last word contracted: "tenu d'", "obligado al"."""
    assert first(text, lang).has(function)


@each_row(
    ("lang", "clause", "law", "name"),
    [
        (
            "es",
            "La Misión llevará las muestras a su laboratorio, haya consentido o no el ganadero.",
            "No se tomarán muestras sin el consentimiento del ganadero.",
            "step_excluded",
        ),
        (
            "fr",
            "La Société accorde la concession exclusive de la saline pour cinq ans.",
            "La concession d'une saline n'est valable que si l'Office des sels a donné son accord.",
            "step_silent",
        ),
        (
            "fr",
            "La Commune ouvre la carrière dès que la Société le demande.",
            "La Commune est autorisée à ouvrir une carrière à condition que le riverain ait donné son accord.",
            "step_silent",
        ),
        (
            "es",
            "El Banco designará como agente a la Caja de Lumera desde el 1 de agosto.",
            "El Banco podrá, con sujeción a la aprobación del Gobierno, designar agentes.",
            "step_silent",
        ),
    ],
)
def test_a_step_in_words_of_french_and_spanish(lang: str, clause: str, law: str, name: str) -> None:
    """A step is read in the words that French and Spanish have for it."""
    assert name in judge(pair(read(clause, lang), read(law, lang), "XO")).signals


@each_row(
    ("lang", "one", "other"),
    [
        ("es", "apruebe", "aprobación"),
        ("es", "establezca", "establecer"),
        ("es", "notifique", "notificar"),
        ("es", "autorice", "autorización"),
        ("fr", "perçoit", "percevoir"),
        ("fr", "acquise", "acquérir"),
        ("fr", "souscription", "souscrit"),
    ],
)
def test_forms_that_are_spelt_otherwise_have_one_stem(lang: str, one: str, other: str) -> None:
    """A form of a verb that is spelt otherwise than its fellows has their stem."""
    assert stem(one, lang) == stem(other, lang)


@each_row(("lang", "one", "other"), [("es", "seguro", "seguir"), ("fr", "permis", "permettre")])
def test_words_of_another_sense_keep_their_own(lang: str, one: str, other: str) -> None:
    """A noun of its own sense is no form of a verb."""
    assert stem(one, lang) != stem(other, lang)


def test_the_day_from_which_a_promise_waits() -> None:
    """What runs "from the day on which it says that it has been approved" waits; "from the day of signature" does not."""
    rule = "El presente tratado no regirá sin la aprobación del Congreso."
    waiting = "El tratado regirá desde el día en que se comunique su aprobación."
    at_once = "El tratado regirá desde el día de su firma."
    found = [judge(pair(read(one, "es"), read(rule, "es"), "XO")).signals for one in (waiting, at_once)]
    assert "step_named" in found[0] and "step_at_once" not in found[0]
    assert "step_at_once" in found[1]
