"""Points of lists with any sign ahead, functions of organs, passives side by side, what is no authority. Texts are our own."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.structure import norms_of

SIGNED = [
    ("en", "The operator shall:\n- keep a log for two years;\n- not discharge oil; and\n- pay a fee of 5 % of the price."),
    ("fr", "L'exploitant doit :\n- tenir un journal pendant deux ans ;\n- ne pas rejeter d'huile ; et\n- payer 5 % du prix."),
    ("es", "El operador deberá:\n- llevar una bitácora durante dos años;\n- no verter aceite; y\n- pagar el 5 % del precio."),
    ("pt", "O operador deve:\n• manter um diário durante dois anos;\n• não descarregar óleo; e\n• pagar 5 % do preço."),
]


@each_row(("lang", "text"), SIGNED)
def test_points_with_a_dash_or_a_dot_ahead_share_their_chapeau(lang: str, text: str) -> None:
    found = norms_of(text, lang)
    assert [one.modality for one in found] == ["duty", "prohibition", "duty"]
    assert all(one.bearer and one.bearer.kind == "person" and one.bearer.from_chapeau for one in found)


FUNCTIONS = [
    ("en", "The functions of the Authority are to: (a) register ships; (b) inspect ports."),
    ("fr", "L'Autorité a pour missions de : a) immatriculer les navires ; b) inspecter les ports."),
    ("es", "Son funciones de la Autoridad: a) registrar buques; b) inspeccionar puertos."),
    ("pt", "Compete à Autoridade: a) registar navios; b) inspecionar portos."),
]


@each_row(("lang", "text"), FUNCTIONS)
def test_the_functions_of_an_organ_are_its_norms(lang: str, text: str) -> None:
    found = norms_of(text, lang)
    assert len(found) == 2
    assert all(one.bearer and one.bearer.kind == "organ" and one.modality in ("power", "duty") for one in found)


TWO = [
    ("en", "Data shall be stored in Kenya and shall not be transferred abroad without consent."),
    ("fr", "Les données sont conservées au Sénégal et ne sont pas transférées à l'étranger sans consentement."),
    ("es", "Los datos se conservarán en el Perú y no se transferirán al exterior sin consentimiento."),
    ("pt", "Os dados serão conservados em Angola e não serão transferidos para o exterior sem consentimento."),
]


@each_row(("lang", "text"), TWO)
def test_a_passive_duty_and_a_passive_ban_stand_side_by_side(lang: str, text: str) -> None:
    assert [one.modality for one in norms_of(text, lang)] == ["duty", "prohibition"]


@each_row(
    ("lang", "text"),
    [
        ("en", "Subject to the Companies Act 2016, a foreign company shall not hold shares of a bank."),
        ("fr", "Sous réserve du Code de commerce, une société étrangère ne peut détenir des parts d'une banque."),
        ("es", "Con sujeción a la Ley de Sociedades, una sociedad extranjera no podrá poseer acciones de un banco."),
        ("pt", "Sem prejuízo da Lei das Sociedades, uma sociedade estrangeira não pode deter ações de um banco."),
    ],
)
def test_an_act_and_any_bank_are_no_authorities(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert not norm.authority
    assert len(norm.references) == 1
