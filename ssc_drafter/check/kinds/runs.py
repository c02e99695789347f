"""Acts that stand together ("fix, publish and revise"), and the words of what an act is done to."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.actors import STOPS, Holder, acts_of, hangs, holders, telling
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered

OBJECT = 8  # words that tell what an act is done to
REACH = 200  # words on either side of an act that are looked through for what it is done to
COORDINATE = 14  # words between two acts that "and" joins
_POINTS = (")", "-", ";", ":", "o", "°", "º")
_AND = {"and", "or", "et", "ou", "y", "e", "o", "u", ","}
Zones = tuple[tuple[int, ...], ...]


def run(sentence: Sentence, first: int, last: int) -> Iterator[Mark]:
    """Yield the first act between two places, and those joined to it by "and", a comma or the point of a list."""
    previous: Mark | None = None
    for act in acts_of(sentence):
        if not first <= act.first < last or (previous and previous.first < act.first < previous.last):
            continue
        if (
            previous is None
            or act.first == previous.first
            or listed(sentence, act)
            or joined(sentence, previous, act)
            or _decided(previous, act)
        ):
            yield act
            previous = act


def listed(sentence: Sentence, act: Mark) -> bool:
    """Whether an act stands at the beginning of a point of a list: behind a bracket, a dash or a semicolon."""
    first = act.first - (3 if act.first and sentence.words[act.first - 1].stem in _AND else 0)  # "(d) to hold and manage"
    return any(word.stem in _POINTS for word in sentence.words[max(0, first - 2) : act.first])


def _decided(previous: Mark, act: Mark) -> bool:
    """Whether an act is what is decided on: "decides whether the Republic stands surety"."""
    return previous.name == "act.decide" and act.first - previous.last <= 5


def joined(sentence: Sentence, previous: Mark, act: Mark) -> bool:
    """Whether "and", "or" or a comma stands ahead of an act that follows another one closely."""
    ahead = {word.stem for word in sentence.words[max(0, act.first - 2) : act.first]}
    return act.first - previous.last <= COORDINATE and bool(ahead & _AND)


def after(sentence: Sentence, act: Mark, holder: Holder) -> Zones:
    """Return the words behind an act, to the end of its part of the sentence; of a list, those of each point."""
    following = [one.first for one in acts_of(sentence) if one.first >= act.last and listed(sentence, one)]
    end = min(*following, act.last + REACH, len(sentence.words))
    zones: list[tuple[int, ...]] = []
    zone: list[int] = []
    for place in range(act.last, end):
        if sentence.words[place].stem in STOPS:
            zones.append(tuple(zone[:OBJECT]))
            zone = []
        elif sentence.words[place].weight and not holder.first <= place < holder.last:
            zone.append(place)
    return tuple(one for one in (*zones, tuple(zone[:OBJECT])) if one)


def between(sentence: Sentence, act: Mark, end: int) -> Zones:
    """Return the first words that carry weight between an act and a place."""
    return (tuple(telling(sentence, range(act.last, end))[:OBJECT]),)


def before_of(sentence: Sentence, act: Mark, at: int) -> Zones:
    """Return what is done "by" somebody: the subject, to the first comma where that tells enough, and what follows the act."""
    start = act.first
    while start > max(0, act.first - REACH) and sentence.words[start - 1].stem not in STOPS:
        start -= 1
    comma = next((place for place in range(start, act.first) if sentence.words[place].stem == ","), act.first)
    phrase = telling(sentence, range(start, comma))
    if comma == act.first or sum(sentence.words[place].weight for place in phrase) < 3.0:
        phrase = telling(sentence, range(start, act.first))[-OBJECT:]
    return ((*phrase[:OBJECT], *telling(sentence, range(act.last, at))[:3]),)


@remembered
def opening_a_list(sentence: Sentence, lang: str) -> tuple[Holder, Sentence] | None:
    """Return whom a sentence charges with what the points behind its colon name: "a pour mission, outre ..., de : -"."""
    colons = [at for at, word in enumerate(sentence.words) if word.stem == ":"]
    for tie in sentence.of("tie.charged"):
        ahead = [one for one in holders(sentence, lang) if one.last <= tie.first + 1 and not hangs(sentence, one, lang)]
        if ahead and any(at >= tie.last for at in colons):
            return ahead[0], sentence
    return None
