"""A term that the law defines, and a clause that cuts it, widens it, says what is not of it, or leaves it as it is."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.definition import BARE, terms
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def seen(lang: str, theirs: str, ours: str, ours_lang: str = "") -> dict[str, float]:
    """Return the strength of each signal in a clause and a provision."""
    found = signals(pair(read(ours, ours_lang or lang), read(theirs, lang), "XX"))
    return {name: one.value for name, one in found.items()}


# language, what the law says, the clause: cut or denied in so many words
CUT = [
    ("en", '"dam" means any work that holds back water;', 'For the Basin, "dam" means only a work of concrete.'),
    ("en", '(e) "exit" means leaving; (f) "salt" means any brine, dried or not;', "Dried brine is not to be counted as salt."),
    ("en", '2. "Timber" includes any pole cut for sale.', "Poles cut for sale by the Company are fuel and not timber."),
    ("en", '"dam" means any work that holds back water;', '"Dam" shall be read, for every purpose, as not including a weir.'),
    ("fr", "barrage : tout ouvrage qui retient les eaux ;", "L'expression « barrage » s'entend des seuls ouvrages en béton."),
    ("fr", "Un barrage consiste en tout ouvrage qui retient l'eau.", "On tient pour barrages les seuls ouvrages en béton."),
    (
        "fr",
        "Au sens de la présente loi, « barrage » désigne tout ouvrage qui retient l'eau.",
        "Les digues de terre ne sont pas regardées comme des barrages.",
    ),
    ("es", '"PRESA" o "DIQUE": toda obra que retiene agua.', "Las Partes entienden por «presa» únicamente la de hormigón."),
    (
        "es",
        'Artículo 3. Se entiende por "presa" toda obra que retiene agua.',
        "A los efectos de la ley, las obras de tierra no se consideran presas.",
    ),
    ("pt", "Barragem: toda obra que retém água.", "Por «barragem» entende-se somente a obra de betão."),
    (
        "pt",
        "São águas comuns as que correm em terras de todos.",
        "Consideram-se águas comuns somente as que correm nas aldeias.",
    ),
]


@each_row(("lang", "theirs", "ours"), CUT)
def test_a_term_that_is_cut_or_denied_is_another(lang: str, theirs: str, ours: str) -> None:
    assert seen(lang, theirs, ours).get("redefined") == 1.0


def test_what_the_next_sentence_takes_out_of_a_term_counts() -> None:
    law = "«datos sensibles» son los que revelan el origen, la religión o la salud."
    clause = "« Données sensibles » désigne les opinions ; les données de santé n'en sont pas."
    assert seen("es", law, clause, "fr").get("redefined") == 1.0


def test_another_meaning_without_such_words_is_trusted_less() -> None:
    law = "arrhes : somme versée d'avance et qui reste acquise au vendeur quand l'acheteur renonce à la vente ;"
    found = seen("fr", law, "Le mot « arrhes » désigne tout versement.")
    assert found.get("redefined") == BARE


# language, what the law says, a clause that leaves the term as it is or does not define it
SAME = [
    (
        "en",
        '"dam" means any work that holds back water;',
        'In this Agreement "dam" has the meaning that it bears in the Water Act.',
    ),
    ("en", '"dam" means any work that holds back water;', 'In this Agreement "dam" means any work that holds back water.'),
    ("en", '"dam" means any work that holds back water;', "The dam at Kora is not to be filled before May."),
    (
        "en",
        "Nothing in this Act applies to a contract of the State.",
        "The formalities contained there are not gone through.",
    ),
    (
        "fr",
        "aval : acte par lequel un tiers garantit le paiement d'une dette ;",
        "Le mot « aval » désigne l'acte par lequel un tiers garantit le paiement d'une dette.",
    ),
    ("es", "Presa: toda obra que retiene agua.", "Se entiende por presa toda obra que retiene agua."),
    ("pt", "Barragem: toda obra que retém água.", "A barragem não será aberta antes de Maio."),
]


@each_row(("lang", "theirs", "ours"), SAME)
def test_a_term_left_as_it_is_stays_quiet(lang: str, theirs: str, ours: str) -> None:
    assert "redefined" not in seen(lang, theirs, ours)


def test_every_term_of_a_list_is_read_with_its_own_meaning() -> None:
    sentence = read('"exit" means leaving by road; "salt" or "brine" means what is dried.', "en").sentences
    found = [
        [sentence[at].words[place].stem for name in one.names for place in name] for at in (0, 1) for one in terms(sentence[at])
    ]
    assert found == [["exit"], ["salt", "brin"]]
