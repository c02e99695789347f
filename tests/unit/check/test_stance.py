"""What becomes of the law's step in a clause: named in any words, ruled out, a lesser one, or silence; and who fills the role.

All texts are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.competence import filler
from ssc_drafter.check.kinds.stance import stance
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Facet, pair

SALT = "No person shall export salt without a licence from the Minister of Trade."
FORAGE = "Tout forage est soumis à l'autorisation préalable de l'Agence des mines."
VENTA = "La venta de plaguicidas requiere autorización previa del Servicio Agrícola."
PESCA = "A pesca no lago depende de licença da Autoridade das Pescas."


def facet(clause: str, ours: str, provision: str, theirs: str) -> Facet:
    return pair(read(clause, ours), read(provision, theirs), "XX").facets[0]


ANSWERS = [
    ("en", "The cooperative exports two tons of salt each month.", "en", SALT, "silent"),
    ("en", "The cooperative exports salt once the Minister of Trade has licensed it.", "en", SALT, "named"),
    ("en", "The cooperative exports salt under the permits that the law requires.", "en", SALT, "named"),
    ("en", "The cooperative exports salt without prior clearance of any kind.", "en", SALT, "excluded"),
    ("en", "The cooperative may export salt and shall not be required to hold a licence.", "en", SALT, "excluded"),
    ("en", "The cooperative, not so far licensed, exports salt in May.", "en", SALT, "silent"),
    ("en", "The cooperative exports salt after notice to the Minister.", "en", SALT, "weaker"),
    ("en", "The cooperative exports salt once the Minister of Trade has agreed.", "en", SALT, "named"),
    ("en", "The cooperative exports the salt that the Parties agreed to buy.", "en", SALT, "silent"),
    (
        "en",
        "The cooperative exports salt without waiting for the Minister to put his hand to any licence.",
        "en",
        SALT,
        "excluded",
    ),
    ("fr", "Les forages commencent quand l'Agence a donné son accord.", "fr", FORAGE, "named"),
    (
        "fr",
        "Les forages commencent sans attendre que l'Agence des mines signe la moindre autorisation.",
        "fr",
        FORAGE,
        "excluded",
    ),
    ("es", "Se venderán plaguicidas una vez que el Servicio haya aceptado.", "es", VENTA, "named"),
    ("es", "Se venderán plaguicidas sin esperar a que el Servicio firme ninguna autorización.", "es", VENTA, "excluded"),
    ("pt", "Os barcos pescam no lago depois que a Autoridade tenha concordado.", "pt", PESCA, "named"),
    ("pt", "Os barcos pescam no lago sem esperar que a Autoridade assine qualquer licença.", "pt", PESCA, "excluded"),
    ("fr", "Les forages commencent en mars.", "fr", FORAGE, "silent"),
    ("fr", "Les forages commencent dès que l'Agence des mines les a autorisés.", "fr", FORAGE, "named"),
    ("fr", "Les forages commencent sans qu'aucune autorisation soit requise.", "fr", FORAGE, "excluded"),
    ("es", "Se venderán plaguicidas en la feria.", "es", VENTA, "silent"),
    ("es", "Se venderán plaguicidas mientras no se oponga nadie y una vez concedida la autorización.", "es", VENTA, "named"),
    ("es", "Se venderán plaguicidas sin pedir autorización.", "es", VENTA, "excluded"),
    ("pt", "Os barcos pescam no lago todo o ano.", "pt", PESCA, "silent"),
    ("pt", "Os barcos pescam no lago enquanto for válida a licença emitida.", "pt", PESCA, "named"),
    ("pt", "Os barcos pescam no lago, dispensada a licença.", "pt", PESCA, "excluded"),
    ("en", "The cooperative exports salt, and a licence for each load shall not be demanded of it.", "en", SALT, "excluded"),
    ("en", "The cooperative exports salt, the consent of the Minister not being required again.", "en", SALT, "excluded"),
    (
        "en",
        "Exports of salt shall be submitted neither to the Minister nor to Parliament for a licence.",
        "en",
        SALT,
        "excluded",
    ),
    ("en", "The cooperative exports salt from the day on which the licence is granted.", "en", SALT, "named"),
    ("en", "The cooperative exports salt, no further act being needed.", "en", SALT, "excluded"),
    ("fr", "Les forages commencent, et l'autorisation de l'Agence n'en est pas exigée.", "fr", FORAGE, "excluded"),
    ("fr", "Les forages commencent à compter de l'autorisation de l'Agence des mines.", "fr", FORAGE, "named"),
    ("fr", "Les forages commencent en mars sans autre démarche.", "fr", FORAGE, "excluded"),
    ("es", "Se venderán plaguicidas, y la autorización del Servicio no se les exigirá.", "es", VENTA, "excluded"),
    ("es", "Se venderán plaguicidas desde el día siguiente al de la autorización.", "es", VENTA, "named"),
    ("pt", "Os barcos pescam no lago, e a licença da Autoridade não lhes será exigida.", "pt", PESCA, "excluded"),
    ("pt", "Os barcos pescam no lago a partir da licença da Autoridade das Pescas.", "pt", PESCA, "named"),
    ("es", "El barco exportará sal previa licencia del Ministro.", "en", SALT, "named"),
    ("en", "Boreholes are drilled without any authorisation.", "fr", FORAGE, "excluded"),
]


@each_row(("ours", "clause", "theirs", "provision", "answer"), ANSWERS)
def test_what_becomes_of_the_step(ours: str, clause: str, theirs: str, provision: str, answer: str) -> None:
    held = facet(clause, ours, provision, theirs)
    assert stance(held, held.law.demands[0]).answer == answer


FILLERS = [
    ("en", "Tolls on the bridge shall be fixed by the Joint Committee.", "en", "Tolls shall be fixed only by the Roads Board.", "other"),
    ("en", "Tolls on the bridge shall be fixed by the Roads Board.", "en", "Tolls shall be fixed only by the Roads Board.", "kept"),
    ("fr", "Le ministre de l'agriculture signe l'emprunt.", "fr", "Seul le ministre des finances signe les emprunts.", "other"),
    ("fr", "La convention de financement est signée par le ministre de la santé.", "fr", "Seul le ministre des finances signe.", "other"),
    ("es", "Las cuotas las fija la empresa.", "es", "Corresponde exclusivamente a la Comisión del Lago fijar las cuotas.", "other"),
    ("pt", "As quotas são fixadas pela Autoridade das Pescas.", "pt", "Só a Autoridade das Pescas fixa as quotas.", "kept"),
    ("en", "Quotas are fixed by the donor.", "pt", "Só a Autoridade das Pescas fixa as quotas.", "other"),
]  # fmt: skip


@each_row(("ours", "clause", "theirs", "provision", "fate"), FILLERS)
def test_who_fills_the_role(ours: str, clause: str, theirs: str, provision: str, fate: str) -> None:
    found = filler(facet(clause, ours, provision, theirs), ours == theirs)
    assert found is not None and found.fate == fate


TREATY = [
    (
        "en",
        "Unless a treaty is ratified by Parliament, it shall not apply to the Republic.",
        "This Treaty applies from its signing.",
    ),
    (
        "fr",
        "À moins qu'un traité ne soit ratifié, il ne s'applique pas à la République.",
        "Ce traité s'applique dès sa signature.",
    ),
    ("es", "Salvo que un tratado sea ratificado, no se aplicará.", "Este tratado se aplica desde el momento de la firma."),
    ("pt", "Salvo se um tratado for ratificado, não se aplica.", "Este tratado aplica-se desde o momento da assinatura."),
]


@each_row(("lang", "provision", "clause"), TREATY)
def test_a_treaty_that_waits_to_be_ratified_is_given_way_to_by_none(lang: str, provision: str, clause: str) -> None:
    found = signals(pair(read(clause, lang), read(provision, lang), "XX"))
    assert not {"law_yields", "step_excepted", "out_of_scope"} & found.keys()
