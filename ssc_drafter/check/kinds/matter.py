"""Whether the very words of the law that a reading rests on speak of what the clause speaks of."""

from __future__ import annotations

from ssc_drafter.check.kinds.ground import met, segment
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Sentence, remembered
from ssc_drafter.check.pairs import Pair


def matter(pair: Pair, signal: Signal) -> float:
    """Return from 0 to 1 what share of that part of the law's sentence the clause has, by word, cognate or class.

    The part is the stretch between semicolons and points around the words that the signal quotes. Relatedness looks at the two
    texts as wholes, where a long provision hides that its third item names the very thing.
    """
    home = _home(pair, signal)
    if home is None:
        return 0.0
    zone = _part(home, (signal.law[0] + signal.law[1]) // 2)
    same = pair.clause.lang == pair.law.lang
    rows = (met(home, zone, one, range(len(one.words)), same).share for one in pair.clause.sentences if one.words)
    return max(rows, default=0.0)


def _home(pair: Pair, signal: Signal) -> Sentence | None:
    """Return the sentence of the law that a signal quotes; where it quotes none, the one nearest to the clause."""
    start, end = signal.law
    quoted = next((one for one in pair.law.sentences if one.start <= start < one.end), None) if end > start else None
    found = quoted or (pair.facets[0].law if pair.facets else None)
    return found if found and found.words else None


@remembered
def _part(sentence: Sentence, middle: int) -> tuple[int, ...]:
    """Return the words that carry weight in the part of a sentence around a place of the text."""
    words = sentence.words
    place = next((at for at, word in enumerate(words) if word.start >= middle), len(words) - 1)
    first, last = segment(sentence, place)
    return tuple(at for at in range(first, min(last, len(words))) if words[at].weight)
