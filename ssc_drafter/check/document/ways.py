"""The ways in which a pair may be read together with another text, and how much each brings the two sides together.

A term that the law defines elsewhere, a provision that is cited or that cites, a term that the draft defines. What is put in is
always one point or one sentence of that other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document.bodies import body_of, clause_body, provision_body
from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.pointing import Law, Use, citations
from ssc_drafter.check.document.splicing import Span
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.subjects import article_of
from ssc_drafter.check.document.terms import Term, other_than, uses
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import class_weight, families
from ssc_drafter.tree.running import RunningText, Unit

GAIN = 2.4  # weight of words that the put-in words share with the other side and their own text does not: one rare word
CLASS = 2.0  # what a class counts that both name
SHORT = 80  # signs of a point of a definition that can stand in the place of the term
LONGEST = 320  # signs that are put in
LEAD = 40  # signs ahead of an article's number within which it is said that something is taken from there
FILE = "linked"
_PARTS = re.compile(r"[;,]\s|\s(?:or|and|ou|et|o|y|e)\s|\n|—|\(\w{1,3}\)\s?")
_NOT = ("negation", "prohibition", "out_of_scope")
How = Literal["cites", "cited"]


class Said(Struct, frozen=True):
    """What a text says: its stems and cognate keys with their weights, its classes with theirs."""

    lang: str
    stems: dict[str, float]
    keys: dict[str, float]
    classes: dict[str, float]


class Way(Struct, frozen=True):
    """One way of reading a pair: words of a link put into the provision (or, for `ours`, into the clause).

    `term` are the words of that text which lead to the link: replaced by what is put in where that `stands_for` them, else
    followed by it in brackets.
    """

    gain: float
    term: Span
    insert: str
    link: Link
    ours: bool

    @property
    def stands_for(self) -> bool:
        """Whether what is put in can stand in the place of the term: a short point of its definition."""
        return self.link.how in ("defined", "defined_here") and len(self.insert) <= SHORT

    @property
    def put(self) -> tuple[Span, str, bool, bool]:
        """What tells this way from others of the same pair, in this check and in the next: the words, their place and side."""
        return self.term, self.insert, self.ours, self.stands_for


class Sides(Struct, frozen=True):
    """A pair with what each side says."""

    held: Held
    ours: Said
    theirs: Said


def said(reading: Reading, sentence: Sentence | None = None) -> Said:
    """Return what a text says, or one sentence of it."""
    return _said(reading, (sentence,)) if sentence else _whole(reading)


@remembered
def _whole(reading: Reading) -> Said:
    return _said(reading, reading.sentences)


def _said(reading: Reading, sentences: Sequence[Sentence]) -> Said:
    stems = {stem: weight for one in sentences for stem, weight in one.stems.items()}
    keys = {key: weight for one in sentences for key, weight in one.keys.items()}
    classes = {name: class_weight(name) for one in sentences for name in families(one)}
    return Said(reading.lang, stems, keys, classes)


def gain(more: Said, own: Said | None, other: Said) -> float:
    """Return the weight of what a text shares with the other side that its own side does not have yet."""
    same = more.lang == other.lang
    mine, its = (more.stems, other.stems) if same else (more.keys, other.keys)
    had = (own.stems if same else own.keys).keys() if own else set()
    words = sum(min(mine[word], its[word]) for word in mine.keys() & its.keys() - had)
    named = more.classes.keys() & other.classes.keys() - (own.classes.keys() if own else set())
    return words + sum(CLASS * more.classes[name] for name in named)


def clause_ways(one: Held, terms: dict[str, tuple[Term, Unit, str]]) -> Iterator[tuple[Way, Said]]:
    """Yield the readings of a clause with what the draft's own terms mean, and what is put in; the gain is not yet known."""
    lang = one.clause.lang
    for words, start, end in uses(one.clause.text, tuple(terms)):
        term, unit, text = terms[words]
        elsewhere = unit.address != one.unit.address and not other_than(one.clause.text, start, lang)
        for first, last in _stretches(text, _named(text, term, lang)) if elsewhere else ():
            link = Link("defined_here", one.clause.text[start:end], None, unit, first, last)
            yield Way(0.0, (start, end), _flat(text[first:last]), link, True), said(read(text[first:last], lang))


def _named(text: str, term: Term, lang: str) -> Term:
    """Return a definition up to where it says what it leaves out: that is none of what the term means."""
    found = pattern(FILE, lang, "leaves_out").search(flat(text), term.body, term.end)
    return Term(term.words, term.start, term.body, found.start()) if found else term


def numbered(draft: RunningText) -> dict[str, tuple[Unit, ...]]:
    """Return the units of each article of a draft, by the article's number."""
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in draft.units:
        number = unit.number.split("(")[0].strip().lower()
        if number and unit.address.startswith("art"):
            found[number] = (*found.get(number, ()), unit)
    return found


def cited_ways(one: Held, units: dict[str, tuple[Unit, ...]], draft: RunningText) -> Iterator[tuple[Way, Said]]:
    """Yield the readings of a clause with the sentences of the articles of its draft that it cites ("set in Article 6")."""
    lang = one.clause.lang
    for number, start, end in citations(one.clause.text, lang):
        for unit in units.get(number, ()) if _taken_from(one.clause.text[max(0, start - LEAD) : start], lang) else ():
            words = clause_body(draft.text[unit.start : unit.end])
            found = read(words, lang)
            for sentence in found.sentences if article_of(unit) != article_of(one.unit) else ():
                if sentence.end - sentence.start <= LONGEST:
                    link = Link("cites_here", one.clause.text[start:end], None, unit, sentence.start, sentence.end)
                    insert = _flat(words[sentence.start : sentence.end]).rstrip(".")
                    yield Way(0.0, (start, end), insert, link, True), said(found, sentence)


def _taken_from(ahead: str, lang: str) -> bool:
    """Whether the words ahead of an article's number take something from it: "the period set in"."""
    folded = flat(ahead)
    return any(len(folded) - one.end() <= 5 for one in pattern(FILE, lang, "taken_from").finditer(folded))


def own_gain(way: Way, more: Said, both: Sides) -> float:
    """Return what a reading with words of the draft itself brings: words of the law, or a number of the kind that it limits."""
    found = gain(more, both.ours, both.theirs)
    if way.link.how != "cites_here":
        return found
    counted = _scales(read(way.insert, more.lang)) & _scales(both.held.provision) - _scales(both.held.clause)
    return found + (GAIN if counted else 0.0)


def law_ways(pair: Sides, law: Law) -> Iterator[Way]:
    """Yield the readings of a provision with what its own law says elsewhere of its terms, and where it points."""
    place, reading = pair.held.place, pair.held.provision
    for use in law.uses(place):
        yield from _definition(pair, use)
    for cite in law.cites(place):
        yield from _sentences(pair, cite.to, "cites", (cite.start, cite.end))
    for other in {one.provision.address: one for one, _, _ in law.cited_by.get(place.provision.address, ())}.values():
        if not carries(other):
            yield from _sentences(pair, other, "cited", _first(reading))


def two_definitions(pair: Sides, own: Sequence[tuple[Way, Said]], law: Law) -> tuple[Way, Way] | None:
    """Return a term of the draft and one of the law whose meanings speak of one thing, where neither term says so by itself.

    "Joint craft may tow" meets "towage is for national craft" in what the two say of who owns the craft.
    """
    best: tuple[float, Way, Way] | None = None
    for way, more in own:
        if way.link.how == "defined_here":
            completed = Sides(pair.held, _with(pair.ours, more), pair.theirs)
            across = more.lang != pair.theirs.lang
            for use in law.uses(pair.held.place):
                for other in _definition(completed, use, 0.0 if across else GAIN):
                    found = _counting_alike(way, more, other, pair.theirs.lang) if across else other.gain
                    if found >= GAIN and (best is None or found > best[0]):
                        best = found, way, other
    return best[1:] if best else None


def _counting_alike(way: Way, more: Said, other: Way, lang: str) -> float:
    """Return what two definitions in two languages have in common, where they count on one scale (shares that citizens hold).

    What the terms themselves have in common is not taken off: "nacional" is a citizen in one language and none in another.
    """
    theirs = read(other.insert, lang)
    return gain(said(theirs), None, more) if _scales(read(way.insert, more.lang)) & _scales(theirs) else 0.0


def _with(one: Said, more: Said) -> Said:
    return Said(one.lang, one.stems | more.stems, one.keys | more.keys, one.classes | more.classes)


def definition_ways(pair: Sides, law: Law, least: float) -> list[Way]:
    """Return the readings of a provision with what its own law says its terms mean, that bring so much at least."""
    return [way for use in law.uses(pair.held.place) for way in _definition(pair, use, least)]


def _definition(pair: Sides, use: Use, least: float = GAIN) -> Iterator[Way]:
    body = provision_body(use.place.instrument, use.place.provision)
    lang, words = pair.held.provision.lang, pair.held.provision.text
    if gain(said(read(body[use.term.body : use.term.end], lang)), pair.theirs, pair.ours) < least:
        return
    for first, last in _stretches(body, use.term):
        found = read(body[first:last], lang)
        more = gain(said(found), pair.theirs, pair.ours)
        if more >= least and not any(sentence.has(*_NOT) for sentence in found.sentences):
            link = Link("defined", words[use.start : use.end], use.place, None, first, last)
            yield Way(more, (use.start, use.end), _flat(body[first:last]), link, False)


def _flat(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:—-")


def _stretches(text: str, term: Term) -> list[Span]:
    """Return what a definition says point by point, and the whole of it where it is short."""
    cuts = [(one.start(), one.end()) for one in _PARTS.finditer(text, term.body, term.end)]
    cuts = [(term.body, term.body), *cuts, (term.end, term.end)]
    parts = [(one, other) for (_, one), (other, _) in pairwise(cuts) if other - one > 3]
    whole = [(term.body, term.end)] if term.end - term.body <= LONGEST else []
    return [*whole, *(part for part in parts if part not in whole)]


def _first(reading: Reading) -> Span:
    """Return a provision's first sentence, without its full stop."""
    first = reading.sentences[0] if reading.sentences else None
    start, end = (first.start, first.end) if first else (0, len(reading.text))
    return start, end - (reading.text[end - 1 : end] in (".", ";"))


def _sentences(pair: Sides, other: Place, how: How, at: Span) -> Iterator[Way]:
    """Yield the readings of a provision with the sentences of another that it points to, or that points to it."""
    body = body_of(other)
    if not (_may_gain(body, other.instrument.lang, pair) or _scales(pair.held.clause)):
        return
    found = read(body, other.instrument.lang)
    for sentence in found.sentences:
        if sentence.end - sentence.start <= LONGEST:
            yield _way(pair, other, sentence, how, at, found)


def _counted(one: Held, sentence: Sentence) -> float:
    """Return what it brings that a number of the clause is one of that other sentence, and its own provision has none such."""
    other = {number.scale for number in sentence.quantities}
    return GAIN if other & _scales(one.clause) - _scales(one.provision) else 0.0


def _scales(reading: Reading) -> set[str]:
    return {number.scale for sentence in reading.sentences for number in sentence.quantities}


def _may_gain(body: str, lang: str, pair: Sides) -> bool:
    """Whether a text has words of the clause that its own provision lacks: told by their stems, before it is read."""
    if lang != pair.ours.lang:
        return True
    text = flat(body)
    lacking = (weight for stem, weight in pair.ours.stems.items() if stem not in pair.theirs.stems and stem in text)
    return sum(lacking) >= GAIN


def _way(pair: Sides, other: Place, sentence: Sentence, how: How, at: Span, found: Reading) -> Way:
    more = gain(said(found, sentence), pair.theirs, pair.ours) + _counted(pair.held, sentence)
    link = Link(how, pair.held.provision.text[slice(*at)], other, None, sentence.start, sentence.end)
    return Way(more, at, _flat(found.text[sentence.start : sentence.end]).rstrip("."), link, False)
