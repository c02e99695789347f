"""What the tests of `office` share: a clause on an export in four languages, the signals of a step, what a pair says."""

from __future__ import annotations

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

STEPS = {"step_silent", "step_weaker", "step_at_once", "power_silent"}
EXPORT = {
    "en": "The visiting laboratory shall export soil samples from the first month.",
    "fr": "Le laboratoire invité exporte des échantillons de sol dès le premier mois.",
    "es": "El laboratorio visitante exportará muestras de suelo desde el primer mes.",
    "pt": "O laboratório visitante exportará amostras de solo a partir do primeiro mês.",
}


def found(lang: str, clause: str, law: str) -> set[str]:
    """Return the signals of a clause beside a provision in the same language."""
    return set(signals(pair(read(clause, lang), read(law, lang), "XX")))
