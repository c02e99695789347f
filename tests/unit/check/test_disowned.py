"""Who says of his thing that it is none of those the law speaks of stands outside the law; who denies a demand does not."""

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

BANKS = {
    "en": "A pension fund shall not lend more than ten per cent of its resources to one member.",
    "fr": "Une caisse d'épargne ne peut prêter à un même membre plus de dix pour cent de ses ressources.",
    "es": "Una caja de ahorros no podrá prestar a un mismo socio más del diez por ciento de sus recursos.",
    "pt": "Uma caixa de poupança não pode emprestar a um mesmo membro mais de dez por cento dos seus recursos.",
}
OUTSIDE = [
    ("en", "The Trade House, which is not a pension fund, may lend one member thirty per cent of its resources."),
    ("en", "The two houses, neither of which is a pension fund, may lend one member thirty per cent of their resources."),
    ("fr", "Le Fonds, qui n'est pas une caisse d'épargne, peut prêter à un membre trente pour cent de ses ressources."),
    ("es", "El Fondo, que no es caja de ahorros, podrá prestar a un socio el treinta por ciento de sus recursos."),
    ("pt", "O Fundo, que não é caixa de poupança, pode emprestar a um membro trinta por cento dos seus recursos."),
]
INSIDE = [
    ("en", "The pension fund, which is not a public body, may lend one member thirty per cent of its resources."),
    ("en", "The pension fund may lend one member thirty per cent of its resources."),
    ("fr", "La caisse d'épargne, qui n'est pas un service public, peut prêter à un membre trente pour cent de ses ressources."),
    ("es", "La caja de ahorros, que no es órgano público, podrá prestar a un socio el treinta por ciento de sus recursos."),
    ("pt", "A caixa de poupança, que não é órgão público, pode emprestar a um membro trinta por cento dos seus recursos."),
]
DEMANDED = [
    (
        "en",
        "The director must be a doctor of medicine.",
        "The director, who is not a doctor of medicine, takes up his post in May.",
    ),
    ("en", "No person who is not a citizen shall keep bees.", "Experts who are not citizens shall keep bees at Chilanga."),
    (
        "fr",
        "Le directeur doit être docteur en médecine.",
        "Le directeur, qui n'est pas docteur en médecine, entre en fonction en mai.",
    ),
    ("es", "El director deberá ser médico.", "El director, que no es médico, asumirá su cargo en mayo."),
    ("pt", "O diretor deve ser médico.", "O diretor, que não é médico, toma posse em maio."),
]


def found(lang: str, clause: str, law: str) -> set[str]:
    return set(signals(pair(read(clause, lang), read(law, lang), "ZM")))


@each_row(("lang", "clause"), OUTSIDE)
def test_what_is_none_of_those_stands_outside(lang, clause):
    assert "disowned" in found(lang, clause, BANKS[lang])
    assert judge(pair(read(clause, lang), read(BANKS[lang], lang), "ZM")).verdict not in ("conflict", "step_needed")


@each_row(("lang", "clause"), INSIDE)
def test_what_is_not_something_else_stays_inside(lang, clause):
    assert "disowned" not in found(lang, clause, BANKS[lang])


@each_row(("lang", "law", "clause"), DEMANDED)
def test_who_lacks_what_is_demanded_is_not_outside(lang, law, clause):
    assert "disowned" not in found(lang, clause, law)


def test_what_is_not_done_with_the_thing():
    law = "Whoever sells seed for sowing without a licence commits an offence."
    milled = "The mill may sell by retail what is left of the seed for milling; none of it shall be sold for sowing."
    assert "disowned" in found("en", milled, law)
    assert "disowned" not in found("en", "The mill may sell by retail for sowing what is left of the seed.", law)
