"""What the provisions of a law say of one another: which of them cite which, and what the terms that they use mean there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check.candidates import Place, known, mark_of, places_of
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.document.phrases import flat, listed, says
from ssc_drafter.check.document.terms import Term, defines, terms, uses
from ssc_drafter.check.kept import Readings
from ssc_drafter.policies.grammar import grammar
from ssc_drafter.policies.instrument import Instrument

FILE = "linked"
BEHIND = 24  # signs behind a number within which another law is named
_FIGURE = r"\d{1,4}[A-Za-z]?(?![\w.]\d)(?:\s?\(\w{1,4}\))*"


class Cite(Struct, frozen=True):
    """Words of a provision that cite another of the same law, `start` to `end` in its body, and the place that they cite."""

    start: int
    end: int
    to: Place


class Use(Struct, frozen=True):
    """Words of a text that a definition gives a meaning, with the definition and where it stands."""

    start: int
    end: int
    term: Term
    place: Place


class Law(Struct, frozen=True):
    """An instrument with what its provisions say of one another; made once for each body of law."""

    places: tuple[Place, ...]
    numbered: dict[str, Place]
    defined: dict[str, tuple[Term, Place]]
    cited_by: dict[str, tuple[tuple[Place, int, int], ...]]  # address -> those that cite it, with the words that do

    def uses(self, place: Place) -> Iterator[Use]:
        """Yield the defined terms that a provision uses, outside their own definitions."""
        body = provision_body(place.instrument, place.provision)
        for words, start, end in uses(body, tuple(self.defined)):
            term, at = self.defined[words]
            if at.provision.address != place.provision.address:
                yield Use(start, end, term, at)

    def cites(self, place: Place) -> Iterator[Cite]:
        """Yield the other provisions of the law that a provision cites."""
        body = provision_body(place.instrument, place.provision)
        for number, start, end in citations(body, place.instrument.lang):
            to = self.numbered.get(number)
            if to is not None and to.provision.address != place.provision.address:
                yield Cite(start, end, to)


class _Found(Struct, frozen=True, array_like=True):
    """What was found in the provisions of a law, each by its place among them: terms, and who cites whom with which words."""

    terms: list[tuple[int, str, int, int, int]] = []
    cites: list[tuple[int, int, int, int]] = []


def law_of(one: Instrument) -> Law:
    """Return an instrument with what its provisions say of one another, as it is kept or found anew."""
    places = tuple(places_of(one))
    kept = Readings()
    found = kept.of_law(mark_of(one), lambda: _found(one, places), _Found)
    kept.close()
    numbered = {place.provision.number.lower(): place for place in reversed(places)}
    defined = {words: (Term(words, start, body, end), places[at]) for at, words, start, body, end in found.terms}
    cited: dict[str, list[tuple[Place, int, int]]] = defaultdict(list)
    for to, at, start, end in found.cites:
        cited[places[to].provision.address].append((places[at], start, end))
    return Law(places, numbered, defined, {address: tuple(rows) for address, rows in cited.items()})


def _found(one: Instrument, places: tuple[Place, ...]) -> _Found:
    """Return what the provisions of a law define, the first definition of a term, and what they cite."""
    numbered = {place.provision.number.lower(): at for at, place in reversed(list(enumerate(places)))}
    defined: dict[str, tuple[int, str, int, int, int]] = {}
    cites = []
    for at, place in enumerate(places):
        body = provision_body(one, place.provision)
        if defines(place.provision.heading or "", body, one.lang):
            for term in terms(body, one.lang):
                defined.setdefault(term.words, (at, term.words, term.start, term.body, term.end))
        for number, start, end in citations(body, one.lang):
            to = numbered.get(number)
            if to is not None and places[to].provision.address != place.provision.address:
                cites.append((to, at, start, end))
    return _Found(list(defined.values()), cites)


@lru_cache(maxsize=8)
def _pattern(lang: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_numbers(lang), key=len, reverse=True)))
    number = rf"(?:{_FIGURE}|(?:{words})(?:-(?:{words}))?(?!\w))"
    joined = "|".join(map(re.escape, listed(FILE, lang, "joined")))
    units = "|".join(listed(FILE, lang, "units"))
    return re.compile(rf"(?<!\w)(?:{units})\s+({number}(?:\s*(?:{joined})\s*{number}){{0,4}})", re.IGNORECASE)


@lru_cache(maxsize=8)
def _numbers(lang: str) -> dict[str, int]:
    return grammar(known(lang)).numbers


def citations(body: str, lang: str) -> Iterator[tuple[str, int, int]]:
    """Yield the numbers of provisions that a text cites, each with the words that do; those of other laws are left out."""
    for found in _pattern(known(lang)).finditer(body):
        if _of_another(body[found.end() : found.end() + BEHIND], lang):
            continue
        for one in re.finditer(rf"{_FIGURE}|[^\W\d_]+(?:-[^\W\d_]+)?", found.group(1)):
            number = _number(one.group(), lang)
            if number:
                yield number, found.start(), found.end()


def _of_another(behind: str, lang: str) -> bool:
    text = behind.lstrip(" ,)")
    other, same = says(FILE, lang, "other_law", text), says(FILE, lang, "same_law", text)
    return bool(other and other[0] == 0) and not (same and same[0] == 0)


def _number(words: str, lang: str) -> str:
    """Return a number as it is kept of provisions: the part before a bracket, in figures."""
    plain = words.split("(")[0].strip().lower()
    if plain[:1].isdigit():
        return plain
    values = [_numbers(lang).get(part, 0) for part in flat(plain).split("-")]
    return str(sum(values)) if values and all(values) else ""
