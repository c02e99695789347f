"""A decider that is not asked has nothing to say: what each looks for in a sentence or a text is no more than it needs.

The sentences are invented, in the manner of statutes and agreements.
"""

from __future__ import annotations

from itertools import product

from ssc_drafter.check.kinds import EVERY, WHOLE
from ssc_drafter.check.kinds.attitude import attitude
from ssc_drafter.check.kinds.needs import silent_on_clause, silent_on_law, whole
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Pair, pair

CLAUSES = (
    "The experts shall be exempt from income tax and shall not be required to hold a work permit for two years.",
    "Disputes shall be settled before the courts of Norway. The Joint Commission shall register the vessels.",
    "The research data shall be the property of the University and shall be kept confidential from the public.",
    "The Parties shall direct the Electoral Commission to publish the list. Farmers waive the right to compensation.",
    "In this Agreement, a small boat is a boat of less than ten metres. It is not a fishing vessel.",
    "Los expertos extranjeros podrán exportar las muestras sin autorización y sin el consentimiento de las personas.",
    "L'Office conjoint délivre les licences de pêche dans les ports de la Norvège.",
)
LAWS = (
    "Income tax shall be charged on the income of every person; no exemption shall be granted except by this Act.",
    "The High Court alone has jurisdiction over disputes on vessels. The Registrar shall register the vessels within ten days.",
    "Every person has the right of access to information held by a public body. Personal data shall be kept secret.",
    "The Electoral Commission is independent and shall not be subject to the direction of any person or authority.",
    "In this Act, a small boat means a boat of less than eight metres. This section shall not apply to canoes.",
    "No foreigner shall export samples, except with the consent of the owner. Samples are the property of the State.",
    "Les licences de pêche sont délivrées par le ministre. Nul étranger ne peut exporter des échantillons.",
)


def tongue(text: str) -> str:
    return "es" if text.startswith("Los") else "fr" if text.startswith(("L'", "Les")) else "en"


def pairs() -> list[Pair]:
    """Return all clauses beside all laws, as of a State of which nothing else is known."""
    return [pair(read(one, tongue(one)), read(other, tongue(other)), "KE") for one, other in product(CLAUSES, LAWS)]


def test_deciders_on_whole_pairs_that_are_not_asked_say_nothing() -> None:
    spoke, left = set(), 0
    for one in pairs():
        asked = set(whole(one, WHOLE))
        speaking = {decider for decider in WHOLE if list(decider(one))}
        assert speaking <= asked
        spoke |= speaking
        left += len(WHOLE) - len(asked)
    assert len(spoke) >= 8 and left > len(pairs()), "some speak, and some are left out of each pair"


def test_deciders_on_sentences_that_are_not_asked_say_nothing() -> None:
    spoke, left = set(), 0
    for one in pairs():
        lang = one.clause.lang if one.clause.lang == one.law.lang else ""
        for facet in one.facets:
            mood = attitude(facet, one.clause, one.state, lang)
            silent = silent_on_law(facet.law) | silent_on_clause(facet.clause)
            speaking = {decider for decider in EVERY if list(decider(facet, mood))}
            assert speaking.isdisjoint(silent)
            spoke |= speaking
            left += len(silent)
    assert len(spoke) >= 8 and left > len(pairs())
