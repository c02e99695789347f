"""How a sentence of the clause stands to the law: deferring, insisting, soft, denying, acting at once, on which side."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, Step, remembered
from ssc_drafter.check.norms.stems import fold
from ssc_drafter.check.pairs import Facet, closeness

NAMED_LAW = 0.8  # strength of "as far as the law allows" wherever in its sentence it stands
LAW_WITHIN = 9  # words after "in accordance with" within which the law has to be named


class Attitude(Struct, frozen=True):
    """Strengths from 0 to 1, by how close the words stand to what clause and provision have in common."""

    defers: float
    as_law_allows: float
    insists: float
    soft: float
    denies: float
    at_once: float
    other_side: float
    own_side: float
    conditional: float
    lang: str = ""  # of both, where they have one language
    state: str = ""  # whose law is read
    submits: tuple[Mark, ...] = ()  # the words by which it defers


@remembered
def deferences(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the words by which a sentence submits its promise to law: "in accordance with ... the laws".

    What tells of a finished fact submits nothing: "a company registered under the law", "has raised a loan under the Act"; nor
    does what a promise adds to: "exempt, in addition to the benefits provided for in the Code, from".
    """
    found = []
    nouns = sentence.of("law_noun")
    if _past(sentence) and not sentence.has("duty", "permission", "exempt"):
        return ()
    for head in sentence.of("deference"):
        noun = next((one for one in nouns if head.first <= one.first <= head.last + LAW_WITHIN), None)
        told = noun is None or _tells(sentence, head) or _added(sentence, head) or _named_under(sentence, head)
        if noun and not told and not _names(sentence, head, noun):
            found.append(Mark(head.first, noun.last, "deference"))
    return tuple(found)


@remembered
def qualities(sentence: Sentence) -> tuple[Mark, ...]:
    """Return where a sentence says under which law somebody is constituted or something was made."""
    nouns = sentence.of("law_noun")
    heads = [head for head in sentence.of("deference") if _tells(sentence, head)]
    rows = [(head, next((one for one in nouns if head.first <= one.first <= head.last + LAW_WITHIN), None)) for head in heads]
    return tuple(Mark(head.first, noun.last, "deference") for head, noun in rows if noun)


def deferring(facet: Facet, text: str, state: str) -> tuple[Mark, ...]:
    """Return the words by which the clause's promise submits to the law of the State that is looked at.

    Where the law itself asks for a quality under it ("a company constituted under its laws"), naming that quality keeps to it.
    """
    marks = deferences(facet.clause)
    if _asked(facet.law):
        marks = (*marks, *qualities(facet.clause))
    return () if not marks else tuple(one for one in marks if not _elsewhere(facet.clause, one, text, state))


@remembered
def _asked(law_sentence: Sentence) -> bool:
    """Whether a law asks for a quality under itself; behind "shall not" or ahead of the verb it only says who is meant."""
    rules = [one.last for name in ("duty", "permission", "exclusive") for one in law_sentence.of(name)]
    found = qualities(law_sentence)
    return bool(rules and found) and not law_sentence.has("prohibition") and max(one.first for one in found) > min(rules)


def _elsewhere(sentence: Sentence, mark: Mark, text: str, state: str) -> bool:
    """Whether the law that is named is that of somebody else: "under the laws of Canada", "of the other Party"."""
    words = sentence.words
    last = min(len(words), mark.last + OF_WITHIN)
    stop = next((place for place in range(mark.last, last) if words[place].stem in _STOPS), last)
    pattern = _own(state)
    if pattern and pattern.search(fold(text[words[mark.first].start : words[stop - 1].end])):
        return False
    if any(mark.first <= one.first < stop for one in sentence.of("other_side")):
        return True
    if (
        words[mark.last - 2].capital
        and words[mark.last - 2].weight >= RARE_NAME
        and mark.last - 2 > mark.first
        and _foreign(words[mark.last - 2].stem, state)
    ):
        return True
    names = [word for word in words[mark.last : stop] if word.capital and word.weight >= RARE_NAME]
    return (
        bool(names)
        and words[mark.last].stem in _OF
        and words[mark.last - 1].capital is False
        and not any(mark.last <= one.first < stop for one in sentence.of("host"))
    )


_STOPS = {",", ";", ":", "."}
_OF = {"of", "de", "du", "da", "do"}
ADDED_WITHIN = 6  # words between "in addition to" and the law that is gone beyond
OF_WITHIN = 4  # words behind "the laws" that say whose they are
RARE_NAME = 2.4  # weight from which a word with a capital letter is a name


@remembered
def _past(sentence: Sentence) -> bool:
    """Whether a sentence tells what has happened: "has raised", "were registered"."""
    done = sentence.of("done_under")
    return any(one.last - one.first > 1 or any(0 <= two.first - one.last <= 1 for two in done) for one in sentence.of("past"))


def _tells(sentence: Sentence, head: Mark) -> bool:
    """Whether words of deference hang on a participle that says what has been done already, with no "shall be" ahead of it."""
    ruled = [*sentence.of("duty"), *sentence.of("permission")]
    for one in sentence.of("done_under"):
        if not 0 <= head.first - one.last <= DONE_WITHIN or _opens(sentence, one):
            continue
        if any(one.last <= mark.first < head.first for mark in ruled) or _stopped(sentence, one.last, head.first):
            continue
        promised = any(0 <= one.first - being.last <= 2 for being in (*sentence.of("being"), *ruled))
        if not promised:
            return True
    return False


def _added(sentence: Sentence, head: Mark) -> bool:
    """Whether the promise goes beyond what stands under the law that is named: "besides the benefits under the Code"."""
    rows = sentence.of("added_to")
    return any(0 <= head.first - one.last <= ADDED_WITHIN and not _stopped(sentence, one.last, head.first) for one in rows)


def _named_under(sentence: Sentence, head: Mark) -> bool:
    """Whether a law is only named as the one under which something stands: "the order under the Act is void", "exempt from
    registration under the Act"."""
    freed = [one for name in ("exempt", "free_of") for one in sentence.of(name) if 0 < head.first - one.last <= FREED]
    if any(one.last <= step.first and step.last == head.first for one in freed for step in sentence.every_step):
        return True
    words = sentence.words[head.first : head.last]
    under = words[0].stem == "under" or any(word.stem in _VIRTUE for word in words)  # "in accordance with" submits
    return under and any(one.last == head.first for one in sentence.of("named_under"))


_VIRTUE = frozenset({"vert", "virtud"})  # of "en vertu de", "en virtud de", "em virtude de"
FREED = 6  # words between "exempt" and the law under which that stands from which one is freed


def _names(sentence: Sentence, head: Mark, noun: Mark) -> bool:
    """Whether words only say where a thing is found: "the regime provided for by the Code", "trade under this Agreement".

    Conditions, limits and forms that a law provides are what a promise is held to. Behind a comma and the agreement's own name
    begins something else.
    """
    own = any(head.last <= one.first < noun.first for one in sentence.of("instrument"))
    if own and _stopped(sentence, head.last, noun.first):
        return True
    bare = any(one.first == head.first and one.last == head.last for one in sentence.of("found_in"))
    ahead = sentence.words[head.first - 1] if head.first else None
    return (
        bare
        and bool(ahead and ahead.weight)
        and not any(-1 <= head.first - one.last <= NAMED for one in sentence.of("held_to"))
    )


NAMED = 4  # words between "conditions" and "provided for by the law"


def _opens(sentence: Sentence, mark: Mark) -> bool:
    """Whether a participle opens its sentence: "Concluded and ratified in accordance with the laws, the Treaty ..." waits."""
    done = {place for one in sentence.of("done_under") for place in range(one.first, one.last)}
    return not any(word.weight for place, word in enumerate(sentence.words[: mark.first]) if place not in done)


def _stopped(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma or another stop stands between two places."""
    return any(word.stem in _STOPS for word in sentence.words[first:last])


DONE_WITHIN = 5  # words between "registered" and "under the laws of"


def _best(marks: tuple[Mark | Step, ...], places: tuple[int, ...]) -> float:
    return max([closeness(mark.first, mark.last, places) for mark in marks]) if marks else 0.0


@lru_cache(maxsize=64)
def _own(state: str) -> re.Pattern[str] | None:
    names = law.states().get(state.upper(), ())
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in names) + ")") if names else None


def is_own(stemmed: str, state: str) -> bool:
    """Whether a stem is of a State's name or of its people."""
    names = law.states().get(state.upper(), ())
    return bool(names) and stemmed.startswith(names)


def _foreign(stemmed: str, state: str) -> bool:
    """Whether a stem is of another State's name or people: "English law"."""
    return any(stemmed.startswith(names) for code, names in law.states().items() if code != state.upper())


@remembered
def _names_own(sentence: Sentence, text: str, state: str) -> float:
    pattern = _own(state)
    return 1.0 if pattern and pattern.search(fold(text[sentence.start : sentence.end])) else 0.0


def _sides(reading: Reading, sentence: Sentence, state: str) -> tuple[float, float]:
    """Return how far a sentence speaks of the other side, and of ours."""
    own = _names_own(sentence, reading.text, state)
    other = 1.0 if sentence.has("other_side") else 0.0
    return other * (0.4 if own else 1.0), own


def _as_law_allows(marks: tuple[Mark, ...], sentence: Sentence, places: tuple[int, ...]) -> float:
    """Return how far a promise goes only as far as the law does: surely where the law is named beside the words that say so."""
    if not marks:
        return 0.0
    named = any(-LAW_WITHIN <= noun.first - one.last <= LAW_WITHIN for one in marks for noun in sentence.of("law_noun"))
    return max(NAMED_LAW if named else 0.0, _best(marks, places))


@remembered
def _at_once(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the words by which a sentence acts at once; "from the day on which it is approved" waits."""
    waits = sentence.of("waiting")
    return tuple(
        one
        for one in sentence.of("at_once")
        if not any(
            two.first <= one.first and one.last <= two.last and two.last - two.first > one.last - one.first for two in waits
        )
    )


class _Moods(Struct, frozen=True):
    """The words of a sentence by which it takes each attitude."""

    as_law_allows: tuple[Mark, ...]
    insists: tuple[Mark, ...]
    soft: tuple[Mark, ...]
    denies: tuple[Mark, ...]
    at_once: tuple[Mark, ...]
    conditional: tuple[Step, ...]


@remembered
def _moods(sentence: Sentence) -> _Moods:
    return _Moods(
        as_law_allows=sentence.of("as_far_as_law") if sentence.has("law_noun") else (),
        insists=sentence.of("defiance"),
        soft=sentence.of("soft"),
        denies=sentence.of("negation") + sentence.of("prohibition"),
        at_once=_at_once(sentence) + sentence.of("fixed_day"),
        conditional=tuple(step for step in sentence.steps if step.status == "required"),
    )


def attitude(facet: Facet, clause: Reading, state: str, lang: str = "") -> Attitude:
    """Return how the clause's sentence stands to the law in what the two sentences have in common."""
    sentence, places, words = facet.clause, facet.ours, _moods(facet.clause)
    other, own = _sides(clause, sentence, state)
    submits = deferring(facet, clause.text, state)
    return Attitude(
        defers=_best(submits, places),
        as_law_allows=_as_law_allows(words.as_law_allows, sentence, places),
        insists=_best(words.insists, places),
        soft=_best(words.soft, places),
        denies=_best(words.denies, places),
        at_once=_best(words.at_once, places),
        other_side=other,
        own_side=own,
        conditional=_best(words.conditional, places),
        lang=lang,
        state=state,
        submits=submits,
    )
