"""Whether the words of a provision only recommend: "should", "debería", "devrait", "deveria" bind nobody as a law does."""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.structure import norms


def advises(provision: Reading, start: int, end: int) -> bool:
    """Whether all norms of the sentences that hold the words at `start` to `end` are recommendations, and there is one."""
    sentences = [one for one in provision.sentences if one.start < max(end, start + 1) and start < one.end]
    if not any(_words(provision.lang).search(provision.text, one.start, one.end) for one in sentences):
        return False  # most sentences have no such word, and the norms of a long provision take their time
    first, last = sentences[0].start, sentences[-1].end
    found = [one.modality for one in norms(provision) if first <= one.start < last]
    return bool(found) and set(found) == {"recommendation"}


@lru_cache(maxsize=4)
def _words(lang: str) -> re.Pattern[str]:
    """Return a pattern of the words that recommend, as law/structure has them."""
    table = law.read_table(places.LAW / "structure" / f"{lang}.toml")["recommendation"]
    phrases = [r"\s+".join(map(re.escape, one.split())).replace("'", "['’]") for one in (*table["words"], *table["said"])]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})", re.I)
