"""Ways out of a finding: a variant of the clause that would not be flagged, a wording, or a step of the State's own law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ssc_drafter.check import reasons
from ssc_drafter.check.finding import Cure
from ssc_drafter.check.judge import Judgement, judge, weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import pair
from ssc_drafter.tree.running import Unit

if TYPE_CHECKING:
    from ssc_drafter.library.load import Library

_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STEPS = {"procedure"}


def cures(found: Judgement, unit: Unit, provision: Reading, state: str, lang: str, library: Library | None) -> tuple[Cure, ...]:
    """Return the cures of a finding, the variant that fits first. A variant is judged by its words before they are filled in.

    So `verified` stays false: whether the finding goes is known only when the variant stands in the draft and is checked again.
    """
    kind = "domestic_step" if found.type in _STEPS else "wording"
    plain = Cure(kind, reasons.cure(found, lang))  # type: ignore[arg-type]
    name = _variant(unit, provision, state, lang, library) if library is not None and unit.clause else ""
    return (Cure("variant", "", unit.clause, name), plain) if name else (plain,)


def _variant(unit: Unit, provision: Reading, state: str, lang: str, library: Library | None) -> str:
    """Return the variant of the unit's clause that speaks of the same and is not flagged, or nothing."""
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
            other = judge(pair(read(_FILLED.sub("…", sources[0]), lang), provision, state), in_draft=True)
            if other.related >= 0.3 and other.confidence < weights().look:
                return variant.id
    return ""
