"""The words of a unit that say something: its number and heading blanked out, so that neither is read as a norm.

What is blanked keeps its length, so that every place in the body is the place in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.check.candidates import Place
from ssc_drafter.policies.grammar import any_of, fold, grammar
from ssc_drafter.policies.instrument import Instrument, Provision

_AHEAD = 60  # signs of number and marks that may stand before a heading
_LONGEST = 160  # signs of a heading; what is longer is an article printed as one
_SIGNS = r"[\s*_#>“”\"«».:;)\]º°–—\-]*"
_MARKER = re.compile(r"\s*[*_#>]*\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(\w{1,4}\)|\d{1,3}(?:\.\d{1,3})+)[\s*_]+")


@lru_cache(maxsize=8)
def _opening(lang: str) -> re.Pattern[str]:
    """Return what a unit begins with: the word of its kind and one number, or a number alone."""
    units = any_of(grammar(lang).units)
    return re.compile(
        rf"{_SIGNS}(?:(?:{units})\.?[\s*_.]*[\w°º-]{{1,14}}(?:[ -]?(?:bis|ter|quater))?|[\d.]{{1,9}}[A-Z]?)(?=\W)"
    )


def body_start(text: str, start: int, end: int, lang: str, heading: str | None) -> int:
    """Return where the words of a unit begin, behind its number and its heading."""
    place = start
    if heading and len(heading) <= _LONGEST:
        at = text.find(heading, start, min(end, start + _AHEAD + len(heading)))
        place = at + len(heading) if at >= 0 else start
    if place == start:
        found = _opening(lang).match(fold_same(text[start : min(end, start + 60)]))
        place = start + found.end() if found else start
    while place < end and (text[place].isspace() or text[place] in "*_#.:;)]–—-º°"):
        place += 1
    return place if end - place >= 12 else start


def fold_same(text: str) -> str:
    """Return the text folded where that keeps its length, else only in small letters."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()


def clause_body(words: str) -> str:
    """Return the words of a paragraph of a draft with its own number blanked."""
    found = _MARKER.match(words)
    return words if not found else " " * found.end() + words[found.end() :]


@lru_cache(maxsize=50_000)
def _blanked(text: str, ahead: int) -> str:
    return " " * ahead + text[ahead:]


def provision_body(one: Instrument, provision: Provision) -> str:
    """Return the words of a provision with its number and heading blanked."""
    words = one.words(provision.start, provision.end)
    return _blanked(words, body_start(words, 0, len(words), one.lang, provision.heading))


def body_of(place: Place) -> str:
    """Return the words of a provision that are read: the sentence that an officer verified, alone or behind its own words, or
    its own."""
    said, own = place.verified, provision_body(place.instrument, place.provision)
    if not said or not said.text:
        return own
    return f"{own}\n{said.text}" if said.beside else said.text
