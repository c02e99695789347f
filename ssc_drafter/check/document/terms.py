"""Terms that a law or a draft defines: what it calls them, where the definition stands, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check.document.phrases import flat, pattern, says

FILE = "linked"
LONGEST = 700  # signs of a definition that are read
LEAST = 4  # signs of a term
OPENING = 200  # signs within which a section of definitions says that it is one
_QUOTED = re.compile(r"[“”\"«]\s*([^“”\"«»\n;]{3,60}?)\s*[“”\"»]")
_ITEM = re.compile(
    r"(?:^|\n|[;:.]\s)\s*(?:\(?\w{1,3}[.)]\s*|[—–-]\s*)([^\W\d_][^\n:.;“”\"()]{2,60}?)\s*(?::|\.\s?[-–—]|\.\s)\s*",
    re.MULTILINE,
)
_ENDS = re.compile(r";|\.(?=\s|$)|\n\s*\n")
_TAIL = re.compile(r"[\s;,.“\"«(—–-]+(?:(?:and|or|et|ou|y|o|e|[a-z0-9]{1,2}\)?)[\s;,.“\"«(—–-]*)?$")
PRONOUN = 12  # signs ahead of what a definition leaves out, in a sentence of its own
AHEAD = 30  # signs ahead of a term within which it is said that something is not that
_NEAR = 30  # signs between a term and "means", or between "on entend par" and the term


class Term(Struct, frozen=True):
    """A defined term: its words folded, `start` to `end` of the whole definition, `body` where what it says begins."""

    words: str
    start: int
    body: int
    end: int


def defines(heading: str, text: str, lang: str) -> bool:
    """Whether a section is one of definitions, by its heading or its opening."""
    return any(says(FILE, lang, "defining", part) for part in (heading, text[:OPENING]) if part)


def terms(text: str, lang: str, *, listed: bool = True) -> tuple[Term, ...]:
    """Return the terms that a text defines: in quotation marks, and, where `listed`, as points of a list with a colon."""
    starts = sorted({*_quoted(text, lang), *(_items(text) if listed else ())})
    found = []
    for number, (start, words, body) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        end = _end(text, body, following)
        if len(words) >= LEAST and end - body > LEAST:
            found.append(Term(words, start, body, end))
    return tuple(found)


def _end(text: str, body: int, following: int) -> int:
    """Return where a definition ends: at the next one; the last one at its first full stop."""
    stop = min(following, body + LONGEST)
    if following == len(text):
        stop = next((one.start() for one in _ENDS.finditer(text, body + 20, stop) if one.group() != ";"), stop)
    return body + len(_TAIL.sub("", text[body:stop]))


def _quoted(text: str, lang: str) -> Iterator[tuple[int, str, int]]:
    folded = flat(text)
    for found in _QUOTED.finditer(text):
        after = pattern(FILE, lang, "means").search(folded, found.end(), found.end() + _NEAR + 10)
        before = says(FILE, lang, "entered", text[max(0, found.start() - _NEAR) : found.start()])
        if after and after.start() <= found.end() + _NEAR and not re.search(r"[;.]", text[found.end() : after.start()]):
            yield found.start(), flat(found.group(1)).strip(), after.end()
        elif before:
            yield found.start(), flat(found.group(1)).strip(), found.end()


def _items(text: str) -> Iterator[tuple[int, str, int]]:
    for found in _ITEM.finditer(text):
        yield found.start(1), flat(found.group(1)).strip(), found.end()


def goes_on(sentence: str, lang: str) -> bool:
    """Whether a sentence goes on with the definition ahead of it: "It does not include human tissue"."""
    found = says(FILE, lang, "leaves_out", sentence.lstrip())
    return found is not None and found[0] <= PRONOUN


def other_than(text: str, at: int, lang: str) -> bool:
    """Whether a term that begins at a place stands for what it is not: "data other than personal data"."""
    ahead = flat(text)[max(0, at - AHEAD) : at]
    return any(len(ahead) - found.end() <= 1 for found in pattern(FILE, lang, "other_than").finditer(ahead))


# Plurals of one word inside a term, folded: "navires nationaux", "buques nacionales", "navios nacionais", "associações".
_PLURALS = (("al", "(?:al(?:es)?|aux|ais)"), ("eau", "eaux?"), ("ao", "(?:aos?|oes|aes)"), ("ion", "ion(?:e?s)?"))


def _either(words: str) -> str:
    """Return a pattern of a term in the singular or plural; in Romance languages each of its words takes the plural."""
    return r"\s+".join(_plural(word) for word in words.split())


def _plural(word: str) -> str:
    for end, either in _PLURALS:
        if word.endswith(end):
            return re.escape(word[: -len(end)]) + either
    return re.escape(word) + "(?:s|es)?"


@lru_cache(maxsize=2_000)
def _using(words: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    listed = tuple(sorted(words, key=len, reverse=True))
    return (re.compile(rf"(?<!\w)(?:{'|'.join(f'({_either(one)})' for one in listed)})(?!\w)"), listed) if listed else None


def uses(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield where a text uses terms, in the singular or plural, each term once: its words, start and end."""
    using = _using(words)
    seen: set[str] = set()
    for found in using[0].finditer(flat(text)) if using else ():
        term = using[1][(found.lastindex or 1) - 1] if using else ""
        if term not in seen:
            seen.add(term)
            yield term, found.start(), found.end()
