"""Ways out of a finding: a variant of the clause with which it goes, a wording, or a step of the State's own law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ssc_drafter.check import reasons
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.merging import Merged
from ssc_drafter.check.document.standing import POLICIES
from ssc_drafter.check.document.weighing import Ground, chance, contrary, draft_weights, features
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.judge import Judgement, judge, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.pairs import Pair, pair
from ssc_drafter.tree.running import RunningText

if TYPE_CHECKING:
    from ssc_drafter.library.load import Library

_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
BLANK = "…"  # what stands for a slot while a variant is held against a law
_STEPS = {"procedure"}
_SAME = 0.3  # relatedness from which a variant speaks of the same matter
_TOLD = 0.6  # of the nearest sentences' common ground, from which a sentence counts in the outcome


def cures(one: Merged, draft: RunningText, library: Library | None) -> tuple[Cure, ...]:
    """Return the cures of a finding, the variant that fits first.

    A variant is put in the place of the clause and weighed again. It is verified where the finding goes and the sentences
    that decide have no slot: what an officer types into a slot may bring the trouble back.
    """
    leading = one.lead.found.leading
    kind = "domestic_step" if one.kind in _STEPS else "wording"
    if one.lead.place.instrument.hierarchy in POLICIES:  # no law: neither its limit nor its step binds
        plain = Cure("wording", reasons.sentences(draft.lang)["cure_policy"])
    else:
        plain = Cure(kind, reasons.cure(leading.name if leading else "", one.kind, draft.lang))  # type: ignore[arg-type]
    unit = one.lead.unit
    found = _variant(one.lead, draft.lang, library) if library is not None and unit.clause else None
    return (Cure("variant", "", unit.clause, found[0], found[1]), plain) if found else (plain,)


def _variant(held: Held, lang: str, library: Library) -> tuple[str, bool] | None:
    """Return the first variant of the unit's clause with which the finding goes, and whether that is sure; else None."""
    clause = library.clauses.get(held.unit.clause)
    if clause is None:
        return None
    for variant in clause.insertable():
        if variant.id == held.unit.variant:
            continue
        for (one, _, tongue), wording in sorted(clause.wordings.items()):
            if (one, tongue) == (variant.id, lang):
                outcome = _held_again(_FILLED.sub(BLANK, wording.source), held, lang)
                if outcome is not None:
                    return variant.id, outcome
                break
    return None


def _held_again(words: str, held: Held, lang: str) -> bool | None:
    """Return None where the finding stays with other words in the clause's place, else whether no slot decides that."""
    clause = read(words, lang)
    found, slot = _judged(held.whole or held.provision, words, lang, held.place.instrument.country)
    on = Ground(held.features.share, held.features.mutual, contrary(clause), held.features.subject)
    by = draft_weights()
    if found.related < _SAME or (found.signals and chance(features(found, on, weights()), by) >= by.look):
        return None
    return not slot


@remembered
def _judged(provision: Reading, words: str, lang: str, state: str) -> tuple[Judgement, bool]:
    """Return the words of a variant held against a provision, and whether a slot decides: worked out once.

    An edit elsewhere changes nothing of it. Both texts and their facets are not kept: answers make ever new words of a variant.
    """
    both = pair(read(words, lang), provision, state)
    return judge(both), _slot_decides(both)


def _slot_decides(both: Pair) -> bool:
    top = max((facet.near for facet in both.facets), default=0.0)
    return any(
        BLANK in both.clause.text[facet.clause.start : facet.clause.end] for facet in both.facets if facet.near >= _TOLD * top
    )
