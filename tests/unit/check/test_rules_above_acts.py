"""Regulations, orders and annexes that a clause sets above an Act, where the law speaks of rank; the twin leaves them beneath."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

# language of the clause and of the law, the law, a clause that sets rules above it, one that does not
RANKED = [
    (
        "en",
        "en",
        "The provisions of this Act shall have effect notwithstanding anything inconsistent therewith in any other law.",
        "Orders made by the harbour master under the Ports Act shall override the Safety of Ships Act, 1990.",
        "Orders made by the harbour master shall be consistent with the Safety of Ships Act, 1990.",
    ),
    (
        "fr",
        "fr",
        "Les dispositions de la présente loi l'emportent sur toute disposition contraire.",
        "Les arrêtés pris pour le port commun l'emportent sur la loi relative à la sécurité des navires.",
        "Les arrêtés pris pour le port commun sont conformes à la loi relative à la sécurité des navires.",
    ),
    (
        "es",
        "es",
        "Las disposiciones de esta ley prevalecen sobre toda norma que se les oponga.",
        "Las directrices del puerto común prevalecerán sobre la ley de seguridad de los buques.",
        "Las directrices del puerto común se sujetarán a la ley de seguridad de los buques.",
    ),
    (
        "pt",
        "pt",
        "As disposições desta lei prevalecem sobre qualquer norma em contrário.",
        "As regras do anexo portuário prevalecem sobre a lei de segurança dos navios.",
        "As regras do anexo portuário respeitam a lei de segurança dos navios.",
    ),
    (
        "pt",
        "en",
        "Where there is any inconsistency between this Act and any other written law, this Act shall prevail.",
        "As regras do anexo portuário prevalecem sobre a lei de segurança dos navios.",
        "As regras do anexo portuário respeitam a lei de segurança dos navios.",
    ),
]


@each_row(("lang", "lang_of_law", "law", "above", "beneath"), RANKED)
def test_rules_set_above_an_act_are_ranked_above_the_law(
    lang: str, lang_of_law: str, law: str, above: str, beneath: str
) -> None:
    found = [signals(pair(read(clause, lang), read(law, lang_of_law), "XX")) for clause in (above, beneath)]
    assert found[0]["ranked_above"].value > 0.5
    assert "ranked_above" not in found[1]
