"""Whether the words of a provision only recommend: "should", "debería", "devrait", "deveria" bind nobody as a law does."""

from __future__ import annotations

from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.structure import norms
from ssc_drafter.check.structure.heads import ADVICE
from ssc_drafter.check.structure.told import told


def advises(provision: Reading, start: int, end: int) -> bool:
    """Whether all norms of the sentences that hold the words at `start` to `end` are recommendations, and there is one."""
    sentences = [one for one in provision.sentences if one.start < max(end, start + 1) and start < one.end]
    if not any(told(provision, one).of(name) for one in sentences for name in ADVICE):
        return False  # told of one sentence is soon made; the norms of a long provision are not
    first, last = sentences[0].start, sentences[-1].end
    found = [one.modality for one in norms(provision) if first <= one.start < last]
    return bool(found) and set(found) == {"recommendation"}
