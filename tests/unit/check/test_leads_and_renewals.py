"""Times by which one thing comes ahead of another, renewals, classes told by a number, what ceases to be a term, and tasks in
the points of a list. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

ROWS = [
    # language, clause, law, signal, whether it is said
    ("en", "The plan is filed no later than nine days before the dredging begins.", "The plan shall be filed forty days prior to the dredging.",
     "number_passed", True),
    ("en", "The plan is filed sixty days before the dredging begins.", "The plan shall be filed forty days prior to the dredging.",
     "number_passed", False),
    ("fr", "Le plan est déposé huit jours avant le dragage.", "Le plan doit être déposé trente jours avant le dragage.", "number_passed", True),
    ("es", "El plan se presentará ocho días antes del dragado.", "El plan se presentará treinta días antes del dragado.", "number_passed", True),
    ("pt", "O plano será entregue oito dias antes da dragagem.", "O plano será entregue trinta dias antes da dragagem.", "number_passed", True),
    ("en", "The permit lasts one year and is extended by periods of nine months.",
     "A permit may be granted for one year and extended by periods not exceeding two months.", "number_passed", True),
    ("en", "The permit lasts one year and is extended by periods of one month.",
     "A permit may be granted for one year and extended by periods not exceeding two months.", "number_passed", False),
    ("en", "The contract, planned for thirty months, has prices that follow an index.",
     "Any contract that is planned for a period that does not exceed nine months is let at fixed prices.", "number_passed", False),
    ("fr", "L'application du présent Protocole peut être suspendue pour une durée de douze mois.",
     "La licence peut être suspendue pour une durée qui ne peut excéder trois mois.", "number_passed", False),
    ("fr", "La licence est suspendue pour une durée de douze mois.", "La licence peut être suspendue pour une durée qui ne peut excéder trois mois.",
     "number_passed", True),
    ("en", "A boat that is laid up ceases to be a fishing vessel.", "A boat remains a fishing vessel notwithstanding that it is laid up.", "redefined", True),
    ("en", "A boat that is laid up has a berth as a fishing vessel.", "A boat remains a fishing vessel notwithstanding that it is laid up.", "redefined", False),
    ("fr", "Le terme « produit national » s'entend aussi de tout produit de l'autre Partie.",
     "« Produit national » : tout produit obtenu sur le territoire de la République.", "redefined", True),
    ("fr", "La Commission mixte homologue, par décision commune, les appareils de mesure du réseau.",
     "L'Agence a pour mission, outre les tâches prévues ailleurs, de : – tenir les comptes ; – homologuer les appareils de mesure du réseau.",
     "organ_other", True),
    ("fr", "L'Agence homologue les appareils de mesure du réseau.",
     "L'Agence a pour mission, outre les tâches prévues ailleurs, de : – tenir les comptes ; – homologuer les appareils de mesure du réseau.",
     "organ_other", False),
    ("en", "A boat owner may complain to the Tax Commissioner of Norway. The complaint shall be decided within ninety days.",
     "The Tax Commissioner shall decide on a complaint within thirty days.", "elsewhere", True),
    ("en", "A boat owner may complain to the Tax Commissioner of Kenya. The complaint shall be decided within ninety days.",
     "The Tax Commissioner shall decide on a complaint within thirty days.", "elsewhere", False),
]  # fmt: skip


@each_row(("lang", "ours", "theirs", "name", "expected"), ROWS)
def test_leads_renewals_terms_and_points(lang: str, ours: str, theirs: str, name: str, expected: bool) -> None:
    assert (name in signals(pair(read(ours, lang), read(theirs, lang), "KE"))) is expected
