"""A rule of an office on any matter held against a clause: whether the clause does what the rule denies, passes its number, or
gives to another what it fixes. What is not sure is only to be looked at; what the clause itself denies fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ssc_drafter.check.candidates import known
from ssc_drafter.check.document.called import LIKELY, Met, Term, light_rows, meets, named, of, reached, tokens
from ssc_drafter.check.document.phrases import STATED, says
from ssc_drafter.check.document.stated import Stated, stated
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Mark, Quantity, Reading, Sentence

Says = Literal["bites", "maybe", "fits"]
APART = 14  # words over which they may be spread for what is sure
NEAR = 40  # words within which the terms of a rule stand together
REACH = 8  # words over which a denial reaches
VERB = 3  # words behind a denial within which it denies the verb itself: "is not obliged to"
_MODAL = ("duty", "permission", "prohibition")
_DENYING = ("negation", "prohibition")
_LIMITS = ("at_most", "at_least", "above", "below", "formula", "most_behind", "least_behind")
_RECITAL = re.compile(r"\W*(?:[A-ZÉ]\w+(?:ing|ant|ndo|mbr|dos|das)|DESE\w+)\b.*[,;]\s*$", re.DOTALL)  # "Desiring to ...,"
_STOPS = re.compile(r"[;:]")
SLACK = 1.04  # a month is 28 to 31 days
_OTHER = {
    "joint": ("single", "sender", "receiver", "donor"),
    "sender": ("receiver",),
    "receiver": ("sender",),
    "donor": ("receiver",),
    "ours": ("sender", "receiver", "donor", "single", "abroad"),
    "home": ("abroad",),
    "abroad": ("home",),
}
_GIVING = frozenset({"provide", "benefit", "pay"})
DOING = 14  # words ahead of a thing within which stands what is done with it
_PAID = frozenset({"pay", "benefit"})
_MERE = frozenset({"accept", "take_place"})  # light acts that every clause does which has the thing
UNSURE = frozenset({"ours"})  # whose side a Party of the draft is, the rule does not tell
KINDS: dict[str, Kind] = {"denies": "prohibition", "bounds": "limit", "fixes": "prohibition", "demands": "omission"}


class Spoken(Struct, frozen=True):
    """What a clause says to a rule, and the words of the clause on which that rests."""

    says: Says
    signal: Signal | None = None


def against(one: Stated, rule: Reading, clause: Reading) -> Spoken | None:
    """Return what a clause says to what a rule states; None where it is on something else."""
    found = [spoken for number in range(len(clause.sentences)) if (spoken := _held(one, rule, clause, number))]
    return next((row for says_ in ("bites", "maybe", "fits") for row in found if row.says == says_), None)


def _held(one: Stated, rule: Reading, clause: Reading, number: int) -> Spoken | None:
    same = known(rule.lang) == known(clause.lang)
    met = _together(one, clause, number, same=same)
    if met is None:
        return None
    places, sure = met
    sentence = clause.sentences[number]
    words = clause.text[sentence.start : sentence.end]
    if (
        _aside(words, clause, number, places)
        or not _done(one, clause, number, places)
        or _conditioned(one, clause, number, same=same)
        or _by_another(one, clause, number, places)
    ):
        return Spoken("fits")
    span = sentence.start, sentence.end
    if one.sort == "bounds":
        beyond = _beyond(one, clause, number, places)
        bitten, span = beyond is not None, beyond or span
    elif one.sort == "fixes":
        bitten = _given(one, words, clause, number, same=same) and not any(
            denied(clause, number, place, places) for place in places
        )
    else:
        bitten = not any(denied(clause, number, place, places) for place in (*places, *_giving(one, clause, number, same=same)))
    if not bitten:
        return Spoken("fits")
    sure = sure and one.holder not in UNSURE
    return Spoken("bites" if sure else "maybe", _signal(one, span))


def _signal(one: Stated, span: tuple[int, int]) -> Signal:
    return Signal(f"stated_{one.sort}", 1.0, KINDS[one.sort], span, one.span)


def _together(one: Stated, clause: Reading, number: int, *, same: bool) -> tuple[list[Met], bool] | None:
    """Return where a sentence has what a rule is on, and whether all of it; None where it has not.

    Whose something is may be left unsaid in a clause ("personal data", for those of citizens): then it is unsure, and so it is
    where a word of the rule cannot be looked for in the clause's language.
    """
    rows = [(term, meets(term, clause, number, same=same)) for term in one.things]
    heads = [(term, found[0]) for term, found in rows if found]
    lacking = [term for term, found in rows if not found]
    if not any(not term.person for term, _ in heads) and (lacking or not heads):
        return None
    if any(not term.person and (same or term.rows or term.classes) for term in lacking):
        return None
    places = _close(heads)
    spread = max(met.last for _, met in heads) - min(met.first for _, met in heads)
    trusted = all(met.trust > LIKELY for _, met in heads) or len(heads) > 1
    return None if places is None else (places, trusted and not lacking and spread <= APART)


def _close(heads: Sequence[tuple[Term, Met]]) -> list[Met] | None:
    first = min(met.first for _, met in heads)
    return [met for _, met in heads] if max(met.last for _, met in heads) - first <= NEAR else None


def _giving(one: Stated, clause: Reading, number: int, *, same: bool) -> list[Met]:
    """Return the words that give or have, of those that a rule names; none where a sentence has several, of several things."""
    found = [row for term in one.terms if term.light for row in meets(term, clause, number, same=same)]
    return found if len({row.first for row in found}) == 1 else []


def _done(one: Stated, clause: Reading, number: int, places: Sequence[Met]) -> bool:
    """Whether a sentence gives or has the thing, where that is all that a rule says of it: of the acts around the thing the
    nearest ahead of it is what is done with it, or the first behind it. "Vehicles are exempt" gives none."""
    given = {name for term in one.terms if term.light and term.rows.isdisjoint(_MERE) for name in term.rows}
    if one.sort != "denies" or not given:
        return True
    first, last = min(met.first for met in places), max(met.last for met in places)
    rows = [row for row in named(clause, number) if not row[3] and row[2] in of("acts") | light_rows()]
    ahead = max((row[0] for row in rows if first - DOING <= row[0] < first), default=None)
    behind = min((row[0] for row in rows if row[0] >= last), default=None)
    at = behind if ahead is None else ahead
    return any(row[0] == at and row[2] in given | _GIVING for row in rows)


def _aside(words: str, clause: Reading, number: int, places: Sequence[Met]) -> bool:
    """Whether a sentence only mentions what a rule is on: in a recital, a definition, as a subject, or at its own cost."""
    lang = known(clause.lang)
    starts = [tokens(clause, number)[place.first].start - clause.sentences[number].start for place in places]
    at = says(STATED, lang, "aside", words)
    cost = says(STATED, lang, "own_cost", words)
    ruled_out = says(STATED, lang, "ruled_out", words)
    recital = _RECITAL.match(words) is not None and not clause.sentences[number].has(*_MODAL)
    return recital or (at is not None and at[0] < min(starts)) or ruled_out is not None or (cost is not None and cost[0] > 0)


def _by_another(one: Stated, clause: Reading, number: int, places: Sequence[Met]) -> bool:
    """Whether what a rule does not want paid is paid by persons, and by no Party: "borne by the employer". The persons that
    the rule is on do not pay: "cubrirá al cónyuge"."""
    if one.sort != "denies" or not any(term.rows and term.rows <= _PAID for term in one.terms):
        return False
    rows, words = [row for row in named(clause, number) if not row[3]], tokens(clause, number)
    persons = {first for first, _, name, _ in rows if name in of("persons")} - {place.first for place in places}
    ends = {last for _, last, name, _ in rows if name == "pay"}
    behind = (next((at for at in range(end, len(words)) if words[at].weight), -1) for end in ends)
    return any(at in persons for at in behind)


def _conditioned(one: Stated, clause: Reading, number: int, *, same: bool) -> bool:
    """Whether a clause has the condition under which a rule bears what it denies."""
    return bool(one.unless) and any(meets(term, clause, number, same=same) for term in one.unless)


def denied(clause: Reading, number: int, place: Met, own: Sequence[Met]) -> bool:
    """Whether a denial reaches a word of a sentence: ahead of it with no other verb between, or behind it on its own verb.

    A denial that is itself what a rule is on ("free of duties") is none: `own` are the rule's terms in the sentence.
    """
    sentence, words = clause.sentences[number], tokens(clause, number)
    start = words[place.first].start
    spans = [(words[one.first].start, words[one.last - 1].end) for one in own]
    at = next((index for index, word in enumerate(sentence.words) if word.end > start), 0)
    marks = [mark for name in _DENYING for mark in sentence.of(name)]
    inside = [any(first <= sentence.words[mark.first].start < last for first, last in spans) for mark in marks]
    return any(_reaches(mark, at, clause, sentence) for mark, its in zip(marks, inside, strict=True) if not its)


def _reaches(mark: Mark, at: int, clause: Reading, sentence: Sentence) -> bool:
    limits = [one for name in _LIMITS for one in sentence.of(name)]
    if any(one.first <= mark.first and mark.last <= one.last for one in limits):
        return False
    first, last = (mark.last, at) if mark.first <= at else (at, mark.first)
    if last - first > REACH or mark.first <= at < mark.last:
        return False
    between = clause.text[sentence.words[max(0, first - 1)].end : sentence.words[min(last, len(sentence.words) - 1)].start]
    if _STOPS.search(between) or "," in between:
        return False
    verbs = [one.first for name in _MODAL for one in sentence.of(name) if one.first >= mark.last + VERB]
    return not any(first <= verb < last for verb in verbs)


def _beyond(one: Stated, clause: Reading, number: int, places: Sequence[Met]) -> tuple[int, int] | None:
    """Return the place of the number of a clause that counts the same and is beyond a rule's; None where there is none."""
    wanted, sentence = one.quantity, clause.sentences[number]
    assert wanted is not None, "a rule that bounds has a number"
    rows = [row for row in sentence.quantities if _comparable(row, wanted)]
    near = min(rows, key=lambda row: _gap(row, clause, number, places[:1]), default=None)
    if near is None:
        return None
    low = near.value * SLACK < wanted.value and near.compare not in ("most", "below")
    passed = near.value > wanted.value * SLACK if one.most else low
    return (sentence.words[near.first].start, sentence.words[near.last - 1].end) if passed else None


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.scale == other.scale and one.per == other.per


def _gap(one: Quantity, clause: Reading, number: int, places: Sequence[Met]) -> int:
    """Return how many signs stand between a number and the nearest term, a stop counting as many more."""
    sentence = clause.sentences[number]
    start, end = sentence.words[one.first].start, sentence.words[one.last - 1].end
    words = tokens(clause, number)
    gaps = []
    for place in places:
        here, there = words[place.first].start, words[place.last - 1].end
        first, last = (end, here) if end <= here else (there, start)
        between = clause.text[first:last]
        gaps.append(len(between) + 60 * len(re.findall(r"[;,:]", between)))
    return min(gaps, default=0)


def _given(one: Stated, words: str, clause: Reading, number: int, *, same: bool) -> bool:
    """Whether a sentence gives to another, or to another place, what a rule fixes."""
    lang = known(clause.lang)
    if one.body is not None:
        others = any(name in of("bodies") for _, _, name, of_law in named(clause, number) if not of_law)
        return others and not meets(one.body, clause, number, same=same)
    if says(STATED, lang, one.holder, words) and one.holder != "home":
        return False
    return any(says(STATED, lang, name, words) for name in _OTHER[one.holder])


def missing(one: Stated, rule: Reading, clauses: Sequence[Reading]) -> bool | None:
    """Return whether what a rule demands is in none of the clauses; None where it cannot be looked for in their language."""
    lang = clauses[0].lang if clauses else rule.lang
    if not all(reached(term, rule.lang, lang) for term in one.things):
        return None
    same = known(rule.lang) == known(lang)
    return not any(_has(one, clause, same=same) for clause in clauses)


def _has(one: Stated, clause: Reading, *, same: bool) -> bool:
    numbers = range(len(clause.sentences))
    return all(any(meets(term, clause, number, same=same) for number in numbers) for term in one.things)


def heard_whole(rule: Reading, lang: str) -> bool:
    """Whether every sentence of a rule is understood, and all that it is about can be looked for in a language."""
    found = stated(rule)
    whole = len(found) == len(rule.sentences)
    return whole and all(reached(term, rule.lang, lang) for one in found for term in one.things)
