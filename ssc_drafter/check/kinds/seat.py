"""Courts of another State: a clause sends a case before them where the law has a court or a judge of its own for it."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.actors import unbroken
from ssc_drafter.check.kinds.cities import RARE, foreign_places
from ssc_drafter.check.kinds.forum import judges
from ssc_drafter.check.kinds.nations import states_named
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Pair

WHOSE = 7  # words behind "courts of" within which stands whose they are
NAME = 4  # words behind a court within which a place is named that no list has
UNKNOWN = 0.75  # trust in such a place
HOME = 5  # words behind "courts" within which they are said to be the nation's
BEFORE = 2  # words between "before" and the judges: who is a judge may do much else
_AT = {"of", "at", "in", "de", "du", "da", "do", "en", "em", "a"}
_BEFORE = frozenset(
    ["before", "to", "by", "devant", "aux", "au", "par", "ante", "a", "al", "por", "perante", "aos", "ao", "pelos", "pelo"]
)
FIXES = ("exclusive", "prohibition", "duty")


@remembered
def abroad(sentence: Sentence, state: str) -> tuple[Mark, float] | None:
    """Return where a sentence names courts or judges of another State ("the courts of the flag State"), and how surely."""
    named = states_named(sentence)
    rows = [*sentence.of("of_another"), *sentence.of("other_side"), *foreign_places(sentence, state)]
    rows += [Mark(place, place + 1, "state") for place, code in named.items() if code != state.upper()]
    courts = [one for one in sentence.of("judging") if _asked(sentence, one)]
    for court in courts:
        for one in sorted(rows):
            if 0 <= one.first - court.last <= WHOSE and unbroken(sentence, court.last, one.first):
                return Mark(court.first, one.last, "court"), 1.0
    towns, own = law.towns(), law.states().get(state.upper(), ())
    for court in courts:
        for place in range(court.last + 1, min(court.last + 1 + NAME, len(sentence.words))):
            word = sentence.words[place]
            home = towns.get(word.stem) == state.upper() or any(word.stem.startswith(name[:5]) for name in own)
            led = sentence.words[place - 1].stem in _AT
            led = led or (sentence.words[place - 1].capital and sentence.words[place - 2].stem in _AT)  # "of Port Azure"
            if led and word.capital and word.weight >= RARE and not home and unbroken(sentence, court.last, place):
                return Mark(court.first, place + 1, "court"), UNKNOWN
    return None


def _asked(sentence: Sentence, court: Mark) -> bool:
    """Whether a court is gone before: a judge only behind "before", "to" or "by"."""
    if not any(court.first <= one.first < court.last for one in sentence.of("judge_person")):
        return True
    return any(word.stem in _BEFORE for word in sentence.words[max(0, court.first - BEFORE - 1) : court.first])


@remembered
def at_home(sentence: Sentence) -> Mark | None:
    """Return where a law fixes a court or judge: it alone judges, or shall, or nobody may be taken elsewhere."""
    courts = sentence.of("judging") if judges(sentence) else ()
    if not courts or (sentence.has("open_to_agreement", "of_another") and not sentence.has("prohibition")):
        return None
    home = [one for one in courts if any(0 <= two.first - one.last <= HOME for two in sentence.of("of_home"))]
    return courts[0] if sentence.has(*FIXES) or home or "own_courts" in sentence.classes else None


def seated(pair: Pair) -> Iterator[Signal]:
    """Yield that a clause takes before courts of another State what the law has a court of its own for."""
    rows = [(one, found) for one in pair.clause.sentences if (found := abroad(one, pair.state))]
    homes = [(one, home) for one in pair.law.sentences if (home := at_home(one))] if rows else []
    for clause, (mark, sure) in rows[:1]:
        name = {word.stem for word in clause.words[max(0, mark.first - 1) : mark.first] if word.capital and word.weight}
        for sentence, home in homes[:1]:
            if name and any(name <= one.stems.keys() for one in pair.law.sentences):
                return  # "before the Fisheries Court at Port Sall": it is the law's own
            spans = span(clause, mark.first, mark.last, 6), span(sentence, home.first, home.last, 6)
            yield Signal("forum_elsewhere", sure, "forum", *spans)
