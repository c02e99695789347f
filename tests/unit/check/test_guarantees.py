"""What laws guarantee to persons, taken in whichever sentence; laws that a clause keeps from binding; favours that do not extend."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Pair, pair


def couple(lang: str, theirs: str, ours: str, state: str = "XX") -> Pair:
    """Return a clause and a provision of one language, side by side."""
    return pair(read(ours, lang), read(theirs, lang), state)


FLAGGED = {"conflict", "step_needed"}

# language, what the law guarantees, a clause that takes it
TAKEN = [
    (
        "en",
        "A licence of a diver shall be withdrawn only after the diver has been given an opportunity to be heard.",
        "The harbour officer may withdraw the licence of a diver on the spot. The diver shall not be heard on the withdrawal.",
    ),
    (
        "fr",
        "Le retrait de la licence du plongeur est une décision motivée.",
        "Le retrait de la licence du plongeur est décidé par le comité, sans en donner les motifs.",
    ),
    (
        "es",
        "El personal del hospital guardará secreto sobre los enfermos. Esta obligación subsistirá aun después de terminado su contrato.",
        "El personal del hospital guardará secreto sobre los enfermos mientras dure su contrato y podrá hablar de ellos después.",
    ),
    (
        "pt",
        "Os peritos assistem às reuniões do conselho da lagoa com voz e sem voto.",
        "O perito da outra Parte assiste às reuniões do conselho da lagoa e terá voto sobre o orçamento.",
    ),
    (
        "en",
        "The operator of a dam is strictly liable for any flood that the dam causes.",
        "The operator of the dam answers for a flood only where gross negligence is proved.",
    ),
    (
        "es",
        "El seguro del colono se paga en justa y previa indemnización de la tierra ocupada.",
        "La tierra del colono puede ser ocupada. El precio se abona en anualidades.",
    ),
    (
        "es",
        "El permiso del buzo se retira previo traslado para que presente sus descargos en audiencia.",
        "El permiso del buzo se retira en el acto, sin haber escuchado al buzo.",
    ),
    (
        "es",
        "El operador de la represa responderá objetivamente por toda inundación.",
        "El operador de la represa responde de la inundación sólo cuando medie culpa.",
    ),
]
# the same laws, clauses that keep to them
KEPT = [
    (
        "en",
        "A licence of a diver shall be withdrawn only after the diver has been given an opportunity to be heard.",
        "The harbour officer may withdraw the licence of a diver once the diver has had an opportunity to be heard.",
    ),
    (
        "fr",
        "Le retrait de la licence du plongeur est une décision motivée.",
        "Le retrait de la licence du plongeur n'est pas décidé sans motif ; le comité prend une décision motivée.",
    ),
    (
        "es",
        "El personal del hospital guardará secreto sobre los enfermos. Esta obligación subsistirá aun después de terminado su contrato.",
        "El personal del hospital guardará secreto sobre los enfermos durante y después de su contrato.",
    ),
    (
        "pt",
        "Os peritos assistem às reuniões do conselho da lagoa com voz e sem voto.",
        "O perito da outra Parte assiste às reuniões do conselho da lagoa, sem direito a voto.",
    ),
    (
        "en",
        "The operator of a dam is strictly liable for any flood that the dam causes.",
        "The operator of the dam answers for a flood, irrespective of fault.",
    ),
]


@each_row("lang, theirs, ours", TAKEN)
def test_what_is_guaranteed_and_taken_clashes(lang: str, theirs: str, ours: str) -> None:
    """A hearing, reasons, secrecy after the post, a vote, liability without fault, payment beforehand: the contrary is told."""
    found = signals(couple(lang, theirs, ours))
    assert found["clashes"].value >= 0.8


@each_row("lang, theirs, ours", KEPT)
def test_what_keeps_to_a_guarantee_does_not_clash(lang: str, theirs: str, ours: str) -> None:
    """Neither its own words nor a denial of the contrary."""
    assert "clashes" not in signals(couple(lang, theirs, ours))


# language, State, whom the law binds or who frees from it, a clause that keeps it from binding, the signal
PUT_OFF = [
    (
        "en",
        "KE",
        "This Act applies to every person who keeps bees in Kenya.",
        "The Bees Act of Kenya shall not apply to the project's keepers, who keep bees as they choose.",
        "law_put_off",
    ),
    (
        "fr",
        "SN",
        "Tout apiculteur doit respecter les normes d'élevage des abeilles.",
        "Les normes sénégalaises d'élevage des abeilles ne lui sont pas opposables.",
        "law_put_off",
    ),
    (
        "es",
        "PE",
        "Toda persona que críe abejas está sujeta a la presente ley.",
        "Los apicultores del proyecto quedan fuera del alcance de la ley peruana de abejas.",
        "law_put_off",
    ),
    (
        "pt",
        "BR",
        "O apicultor deve observar a legislação sobre abelhas.",
        "O apicultor do projeto fica eximido do cumprimento da legislação brasileira sobre abelhas.",
        "law_put_off",
    ),
    (
        "en",
        "KE",
        "The Minister may, by order, exempt any keeper of bees from the provisions of this Act.",
        "Keepers of bees of the project are exempt from the obligations of the Bees Act of Kenya.",
        "favour_by_order",
    ),
]
# laws of the other Party, the agreement's own rules, the order named, and dealings between States that the law leaves out
BINDING = [
    (
        "en",
        "KE",
        "This Act applies to every person who keeps bees in Kenya.",
        "The bees law of the other Party shall not apply to the keepers of Kenya.",
    ),
    (
        "en",
        "KE",
        "This Act applies to every person who keeps bees in Kenya.",
        "Paragraph 2 of this Agreement shall not apply to keepers of bees.",
    ),
    (
        "en",
        "KE",
        "The Minister may, by order, exempt any keeper of bees from the provisions of this Act.",
        "Keepers of bees are exempt from the obligations of the Bees Act of Kenya where the Minister has so provided by order.",
    ),
    (
        "en",
        "KE",
        "This Act applies to every sale of honey, other than a sale to the Government of a foreign country.",
        "The Honey Act of Kenya shall not apply to the sale of honey to the Government of the other Party.",
    ),
]


@each_row("lang, state, theirs, ours, name", PUT_OFF)
def test_a_law_kept_from_binding(lang: str, state: str, theirs: str, ours: str, name: str) -> None:
    """Where a law says whom it binds, or who frees from it, a clause that keeps it from binding is told."""
    found = judge(couple(lang, theirs, ours, state))
    assert name in found.signals and found.verdict in FLAGGED


@each_row("lang, state, theirs, ours", BINDING)
def test_a_law_left_binding(lang: str, state: str, theirs: str, ours: str) -> None:
    """The law of another State, the agreement itself, what waits for the order, and what the law leaves out are none."""
    assert not {"law_put_off", "favour_by_order"} & signals(couple(lang, theirs, ours, state)).keys()


RELIEF = [
    ("en", "The relief does not extend to fuel.", "The relief from duty granted to the mill covers its fuel."),
    ("fr", "L'exonération ne s'applique pas au carburant.", "L'exonération accordée au moulin s'étend à son carburant."),
    ("es", "La exención no se extiende al combustible.", "La exención concedida al molino alcanza también su combustible."),
    ("pt", "A isenção não se estende ao combustível.", "A isenção concedida ao moinho abrange o seu combustível."),
]


@each_row("lang, theirs, ours", RELIEF)
def test_a_favour_that_does_not_extend_is_no_scope_of_the_law(lang: str, theirs: str, ours: str) -> None:
    """ "The relief does not extend to fuel" keeps it from fuel: a clause on fuel is not outside the law."""
    assert not {"out_of_scope", "leaves_free"} & signals(couple(lang, theirs, ours)).keys()


# a sum that is paid before what has to be there, and one that is paid once it is
EARLY = [
    ("en", "Payment of invoices that have not been verified is prohibited.", "Invoices are paid before they are verified."),
    ("fr", "Il est interdit de payer des factures non vérifiées.", "Les factures sont payées avant d'être vérifiées."),
    ("es", "Se prohíbe pagar facturas no verificadas.", "Se pagarán las facturas antes de verificadas por la oficina."),
    ("pt", "É proibido pagar faturas não verificadas.", "As faturas serão pagas antes de verificadas pela repartição."),
]


@each_row("lang, theirs, ours", EARLY)
def test_what_is_done_before_is_done_without(lang: str, theirs: str, ours: str) -> None:
    """What may not be done to things that lack a quality is done before they have it."""
    found = signals(couple(lang, theirs, ours))
    assert found["forbidden_flatly"].value >= 0.6 and "quality_met" not in found
