"""From a text that was read to its norms as people see them: one structure in four languages, every part with its place."""

from __future__ import annotations

from collections.abc import Sequence

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.structure.carried import Lead, begin, carried
from ssc_drafter.check.structure.clauses import clauses
from ssc_drafter.check.structure.cut import cut
from ssc_drafter.check.structure.made import Made
from ssc_drafter.check.structure.norm import Amount, Bearer, Gate, Norm, Part
from ssc_drafter.check.structure.plans import norms_of_plan
from ssc_drafter.check.structure.told import told
from ssc_drafter.policies.instrument import Table

__all__ = ["Amount", "Bearer", "Gate", "Norm", "Part", "norms", "norms_at", "norms_of"]


def norms_of(
    text: str, lang: str, policy: bool = False, heading: str = "", tables: Sequence[Table] = (), since: int = 0
) -> tuple[Norm, ...]:
    """Return the norms of a text in one of the four languages, in order.

    Of a `policy` also its aims, which an infinitive or a noun sets without a word of modality; what heads it sets none.
    Rows of its `tables` (places in the text) that set targets are norms, from the year `since` on, with which it begins.
    """
    return norms_of_plan(text, lang, heading, tables, since) if policy else _norms(read(text, lang), heading)


def norms(reading: Reading) -> tuple[Norm, ...]:
    """Return the norms of a reading, in order."""
    return _norms(reading, "")


@remembered
def norms_at(reading: Reading, place: int) -> tuple[Norm, ...]:
    """Return the norms of one sentence of a reading, told by its place among them, as it stands alone."""
    words = told(reading, reading.sentences[place])
    whole = cut(words)
    return tuple(Made(reading, words, whole, one).norm() for one in clauses(words, whole))


@remembered
def _norms(reading: Reading, heading: str) -> tuple[Norm, ...]:
    """Return the norms of a reading, in order; its heading may stand ahead of its first words in the same line."""
    found: list[Norm] = []
    lead = Lead()
    for sentence in reading.sentences:
        words = told(reading, sentence, heading="" if found or lead.norm else heading)
        whole = cut(words)
        rows = clauses(words, whole)
        text = reading.text[sentence.start : sentence.end]
        point = lead.goes_on(text)
        here = [Made(reading, words, whole, one).norm() for one in rows]
        if point and lead.norm and (not rows or rows[0].first == rows[0].subject[0] == begin(words)):
            here = list(carried(reading, words, whole, lead.norm)) or here
        lead.take(text, here, point or any(one.chapeau for one in rows))
        found += here
    return tuple(found)
