"""What a text is called, where its file does not say: the line of its head that names an instrument, or its first heading.

A cover has more than the name: the State, a ministry, the mark of a page, what a web page thanks for. Words of such lines stand
in law/reading/_shared.toml (`covers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ssc_drafter.policies.grammar import Grammar, any_of, fold, grammar, shared_words
from ssc_drafter.policies.pages import Printed
from ssc_drafter.policies.ranked import hierarchy_in

HEAD = 40  # lines among which a title is looked for, empty ones apart
BROKEN = 3  # lines that a title may be broken over, each way from the one with the word of rank
SHORT = 70  # signs of a line that goes on with a title
LEAST, LONGEST = 8, 250
SENTENCE = re.compile(r"[^\W\d_]{3}[.:] [A-ZÁÉÍÓÚ][^\W\d_]*\s[a-z]")
SENTENCE_WORDS = 12
NUMBERED = re.compile(
    r"(?i)\bn(?:[º°.]|o\b|um)|\d[./]\d|\b\d{5,}\b"
)  # an instrument by its number: nothing before belongs to it
OPENS = 3  # words among which the word of rank stands where a title has small letters
CAPITALS = 0.7  # share of long words with a capital from which a line is one of a title
NO_NAME = re.compile(r"\W*(?:\[[^\]]*\]|\([^()]*\)|https?://\S+|www\.\S+|(?:page|p\.)?\s?[\divxlc]{1,6}|[\d\W]*)\W*")
PERIOD = re.compile(r"[^\w©]*(?:19|20)\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?\W*")
WORD = re.compile(r"[^\W\d_]+")


class Line(NamedTuple):
    """A line of the head, and whether it stands right below the one before."""

    words: str
    below: bool


def title_of(text: str, printed: Sequence[Printed], lang: str) -> str:
    """Return the title that a text shows, or nothing."""
    lines = _head(text, grammar(lang))
    shown = _first(text, printed, lines, grammar(lang))
    if hierarchy_in(shown) is None:
        return shown if _of_agreement(shown, grammar(lang)) else _named(lines) or shown
    place = next((place for place, line in enumerate(lines) if line.words == shown), None)
    return shown if place is None else _joined(lines, place)


def _of_agreement(shown: str, words: Grammar) -> bool:
    """Whether a title is that of an agreement, whatever its matter: "Arreglo de ejecución sobre un programa"."""
    titles = any_of(words.agreement.get("titles", ()))
    return re.match(rf"\W*(?:\w+ ){{0,4}}?(?:{titles})(?!\w)", fold(shown)) is not None


def is_name(stated: str) -> bool:
    """Whether a title that a file states is a name and not the name of the file: "L13709" is none."""
    return any(len(word) > 2 for word in WORD.findall(stated))


# ---- the lines of the head ---------------------------------------------------------------------------------------------
def _head(text: str, words: Grammar) -> list[Line]:
    """Return the lines of the head that can be a title or part of one."""
    rows = text[: HEAD * 400].split("\n")
    listed = [place for place, row in enumerate(rows) if row.strip()][:HEAD]
    shown = [(place, one_line(rows[place])) for place in listed]
    kept = [(place, line) for place, line in shown if line and (PERIOD.fullmatch(line) or not _no_title(line, words))]
    before = [-9, *(place for place, _ in kept)]
    return [Line(line, place - last == 1) for (place, line), last in zip(kept, before, strict=False)]


def one_line(words: str) -> str:
    """Return words on one line, without signs of print around them."""
    return re.sub(r"\s+", " ", words).strip(" #*_|\\")


def _no_title(line: str, words: Grammar) -> bool:
    bare = fold(line)
    return bool(NO_NAME.fullmatch(bare) or _openings(words.lang).match(bare) or bare.strip(" .:-–—") in words.contents)


@lru_cache(maxsize=16)
def _openings(lang: str) -> re.Pattern[str]:
    """Return how lines begin that are no title: a unit, a part or chapter, what stands on covers."""
    words = grammar(lang)
    units = rf"(?:{any_of(words.units)})\W{{1,4}}\w{{1,9}}(?:\W|$)"
    parts = rf"(?:{any_of(words.divisions)})\s(?:[\divxlc]+|{any_of(words.numbers)})(?!\w)"
    return re.compile(rf"\W*(?:\d+(?:\.\d+)*[.)\s]|{units}|{parts}|(?:{any_of(shared_words('covers'))})(?!\w))")


@lru_cache(maxsize=1)
def _whose() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(shared_words('bodies'))})(?!\w)")


def _first(text: str, printed: Sequence[Printed], lines: Sequence[Line], words: Grammar) -> str:
    """Return the first heading that numbers no unit, else the first line that can be one; names of States after others."""
    heads = (one_line(text[one.start : one.end]) for one in printed[:HEAD] if one.kind == "heading")
    listed = [one for one in heads if one and not _no_title(one, words)]
    fit = [
        one
        for one, _ in lines
        if LEAST <= len(one) <= LONGEST
        and sum(map(str.isalpha, one)) > 0.4 * len(one)
        and not (one.endswith(":") or SENTENCE.search(one))
    ]
    ranked = [*listed, *fit]
    better = (one for one in ranked if not one[0].islower() and not _whose().match(fold(one)))
    return next(better, ranked[0] if ranked else "")


# ---- the line that names an instrument ---------------------------------------------------------------------------------
def _named(lines: Sequence[Line]) -> str:
    """Return the title around the first line with a word of rank, joined where it is broken over lines; nothing without one."""
    for place, line in enumerate(lines):
        if LEAST < len(line.words) <= LONGEST and _like_title(line.words) and hierarchy_in(line.words):
            return _joined(lines, place)
    return ""


def _like_title(line: str) -> bool:
    """Whether a line is one of a title: words of rank lead it, or most of its words have capitals; it is no sentence."""
    words = WORD.findall(line)
    sentence = line.endswith((";", ",")) or SENTENCE.search(line) or (line.endswith(".") and len(words) > SENTENCE_WORDS)
    if not words or sentence or words[0][0].islower():
        return False
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long) >= CAPITALS * max(len(long), 1)
    return capitals or hierarchy_in(" ".join(words[:OPENS])) is not None


def _joined(lines: Sequence[Line], place: int) -> str:
    low, high = place, place + 1
    while low > 0 and place - low < BROKEN and _goes_with(lines[low], lines[low - 1]) and not NUMBERED.search(lines[low].words):
        low -= 1
    while high < len(lines) and high - place < BROKEN and _goes_on(lines[high], lines[high - 1]):
        high += 1
    return " ".join(one.words for one in lines[low:high])


def _goes_on(line: Line, above: Line) -> bool:
    """Whether a title goes on in a line: the period of a plan, or the rest of a title that is broken."""
    return bool(PERIOD.fullmatch(line.words)) or _goes_with(line, above, line)


def _goes_with(line: Line, other: Line, lower: Line | None = None) -> bool:
    """Whether two lines of a title belong together: both short, printed alike and one below the other, or all in capitals;
    neither is the name of a State or ministry."""
    alike = line.words.isupper() == other.words.isupper() and max(len(line.words), len(other.words)) <= SHORT
    near = (lower or line).below or line.words.isupper()
    return alike and near and all(_like_title(one.words) and not _whose().match(fold(one.words)) for one in (line, other))
