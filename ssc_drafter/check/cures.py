"""Ways out of a finding: a variant of the clause with which it goes, a wording, or a step of the State's own law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ssc_drafter.check import reasons
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.merging import Merged
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.judge import judge, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import RunningText

if TYPE_CHECKING:
    from ssc_drafter.library.load import Library

_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STEPS = {"procedure"}


def cures(one: Merged, draft: RunningText, library: Library | None) -> tuple[Cure, ...]:
    """Return the cures of a finding, the variant that fits first. A variant is judged by its words before they are filled in.

    So `verified` stays false: whether the finding goes is known only when the variant stands in the draft and is checked again.
    """
    leading = one.lead.found.leading
    kind = "domestic_step" if one.kind in _STEPS else "wording"
    plain = Cure(kind, reasons.cure(leading.name if leading else "", one.kind, draft.lang))  # type: ignore[arg-type]
    unit = one.lead.unit
    name = _variant(one.lead, draft.lang, library) if library is not None and unit.clause else ""
    return (Cure("variant", "", unit.clause, name), plain) if name else (plain,)


def _variant(held: Held, lang: str, library: Library | None) -> str:
    """Return the variant of the unit's clause that speaks of the same and is not flagged, or nothing."""
    unit, state = held.unit, held.place.instrument.country
    clause = library.clauses.get(unit.clause) if library is not None else None
    if clause is None:
        return ""
    for variant in clause.insertable():
        if variant.id == unit.variant:
            continue
        sources = [
            wording.source
            for (one, _, tongue), wording in sorted(clause.wordings.items())
            if (one, tongue) == (variant.id, lang)
        ]
        if sources:
            other = judge(pair(read(_FILLED.sub("…", sources[0]), lang), held.provision, state))
            if other.related >= 0.3 and other.confidence < weights().look:
                return variant.id
    return ""
