"""What a sentence on another article of its draft says of it: a step is lifted, a power is nobody else's, a duty does not hold.

Words in law/document/crossing.toml. A sentence that denies it ("may not be waived"), leaves it to the law ("unless the law
provides otherwise") or says it of the agreement's own organs has no such effect.
"""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.document.crossing import Crossing
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.splicing import Span
from ssc_drafter.check.kinds.nations import RARE
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Sentence, Step, remembered

FILE = "crossing"
FAR, NEXT = 12, 4  # words between a step and words that say that it is had; the same where it stands right behind them
AHEAD = 60  # signs ahead of the words that cite an article within which its duty is named
OPENING = 3  # signs of an article ahead of them: "El artículo 4", "L'article 4"
NAMED = 6  # words behind a step within which it is said whose it is
_STOPS = {";", "."}


def sentence_of(crossing: Crossing) -> Sentence | None:
    """Return the sentence that cites."""
    return sentence_at(crossing.clause, crossing.way.term)


def _words(crossing: Crossing, sentence: Sentence) -> str:
    return flat(crossing.clause.text[sentence.start : sentence.end])


def _told(crossing: Crossing, sentence: Sentence, name: str) -> Iterator[Span]:
    """Yield where a sentence has one of the phrases, as places of its text."""
    for found in pattern(FILE, crossing.clause.lang, name).finditer(_words(crossing, sentence)):
        yield sentence.start + found.start(), sentence.start + found.end()


def says_so(crossing: Crossing, sentence: Sentence, *names: str) -> bool:
    """Whether a sentence has a phrase of one of these sets."""
    return any(next(_told(crossing, sentence, name), None) is not None for name in names)


def lifted(crossing: Crossing) -> list[tuple[Step, Span]]:
    """Return the steps that a sentence says are had already or not asked for, each with the words that say so."""
    sentence = sentence_of(crossing)
    if sentence is None or says_so(crossing, sentence, "turned", "denied", "waits"):
        return []
    found = []
    for step in sentence.every_step:
        span = _ruled_out(crossing, sentence, step)
        if span and not _others(sentence, step, crossing):
            found.append((step, span))
    return found


def _ruled_out(crossing: Crossing, sentence: Sentence, step: Step) -> Span | None:
    """Return the words that say of a step that it is had already or not asked for."""
    words = sentence.words
    if step.status == "excluded":
        return words[step.first].start, words[step.last - 1].end
    for name, far in (("given", FAR), ("stands_for", NEXT)):
        for span in _told(crossing, sentence, name):
            first = next((at for at, word in enumerate(words) if word.end > span[0]), len(words))
            last = next((at for at, word in enumerate(words) if word.start >= span[1]), len(words))
            gap = step.first - last if step.first >= first else (first - step.last if name == "given" else -1)
            low, high = sorted((step.first, first))
            if 0 <= gap <= far and not any(word.stem in _STOPS for word in words[low:high]):
                return span
    return None


def _others(sentence: Sentence, step: Step, crossing: Crossing) -> bool:
    """Whether a step is the other side's: "no entry in the register of Dalmira"."""
    if sentence.has("other_side", "another_state"):
        return True
    bodies = {place for mark in bodies_of(sentence.classes) for place in range(mark.first, mark.last)}
    start, end = crossing.way.term
    behind = range(step.first, min(len(sentence.words), step.last + NAMED))
    named = [at for at in behind if sentence.words[at].capital and sentence.words[at].weight >= RARE and at not in bodies]
    return any(not start <= sentence.words[at].start < end and at > 0 and not sentence.words[at - 1].weight for at in named)


def closed(crossing: Crossing) -> Span | None:
    """Return the words by which decisions on another article are final."""
    return _plain(crossing, "final")


def alone(crossing: Crossing) -> Span | None:
    """Return the words by which a power in another article is nobody else's."""
    return _plain(crossing, "sole")


def over_powers(crossing: Crossing) -> bool:
    """Whether a sentence speaks of the powers or decisions of another article."""
    sentence = sentence_of(crossing)
    return sentence is not None and says_so(crossing, sentence, "powers")


def _plain(crossing: Crossing, name: str) -> Span | None:
    sentence = sentence_of(crossing)
    if sentence is None or says_so(crossing, sentence, "turned", "own_organs"):
        return None
    return next(_told(crossing, sentence, name), None)


def suspended(crossing: Crossing) -> Span | None:
    """Return the words by which the duty of another article does not hold: "Article 4 shall not apply to"."""
    sentence = sentence_of(crossing)
    if sentence is None or says_so(crossing, sentence, "turned", "denied"):
        return None
    start = crossing.way.term[0]
    ahead = flat(crossing.clause.text[max(sentence.start, start - AHEAD) : start])
    bare = len(ahead.strip()) <= OPENING
    if not bare and not pattern(FILE, crossing.clause.lang, "duties").search(ahead):
        return None
    return next(_told(crossing, sentence, "suspends"), None)


@remembered
def frees(sentence: Sentence) -> bool:
    """Whether a sentence may free somebody from a charge."""
    return sentence.has("exempt", "excludes", "negation")


def speaks(crossing: Crossing) -> bool:
    """Whether a sentence says anything of the kind of the article that it cites."""
    sentence = sentence_of(crossing)
    return sentence is not None and bool(
        frees(sentence) or lifted(crossing) or closed(crossing) or alone(crossing) or suspended(crossing)
    )
