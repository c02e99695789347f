"""What a stretch of a text is that stands in no unit: contents, a list, a foreword, recitals ... or the text's own words.

What is no provision is known by its heading, by how its lines look (leaders and page numbers, openings of recitals) or by who
speaks (nobody writes "I am pleased" in a provision). The words stand in law/reading (table `matter`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.policies.grammar import Grammar, any_of, fold, grammar, shared_words
from ssc_drafter.policies.pages import Page, header_form

BODY, COVER, RECITALS, CONTENTS, FOREWORD, NOTES = "", "cover", "recitals", "contents", "foreword", "notes"
LISTS = ("contents", "lists", "acronyms")  # kinds that end where their lines end
HEADED = ("lists", "acronyms", "foreword", "sources", "notes")  # kinds that a heading names
HEADING = 110  # signs of a heading
ENTRY = 200  # signs of a paragraph, which is no entry of a list
WORDS, SMALL = 8, 0.5  # words of a piece of prose, and the share of them that begin small
NUMBER_OF_PAGE = 40  # signs of a line that is one
ALONE = 70  # signs of a heading that only its place tells
PROSE = 150  # signs of prose that make a unit
LEADING, FIGURES = 3, 4  # signs that lead to a page number, and its figures
LEADERS = 0.5  # share of lines that end like entries of a contents page
OPENINGS, OPENED = 3, 0.4  # recitals, and their share of the paragraphs
IMPRINT = 3  # marks of a publisher
SPOKEN = 2  # times that somebody says "I"
AHEAD = r"\W*(?:\d+\W+|[ivx]+\.\s+)?"  # what stands before the words of a heading, and behind them
MORE = r"\W*(?:\d{1,3}|[ivxl]{1,5})?\W*"
BEHIND = {FOREWORD: r"(?:\W.{0,60})?"}  # "Statement from the President"
TRIM = " \t\n#*_|.:–—-•"
ENDS = (".", ";", ",", ":")
PAGE = re.compile(r"(?i)\W*(?:p\s?a\s?g\s?e|pág(?:ina)?|p\.)?\W*(?:\d{1,4}|[ivxlc]{1,6})\W*(?:(?:of|de|sur)\s+\d{1,4}\W*)?")
NUMBERED = re.compile(r"(?:\d{1,2}\.(?:\d{1,2}\.?){0,3}|[IVX]{2,5}\.|[A-Z]\))\s+[A-ZÁÉÍÓÚÂÊÔÃÕÀÇ]")
APART = re.compile(r"\n[ \t]*\n\s*")
WORD = re.compile(r"[^\W\d_]{2,}")


def letters(words: str) -> str:
    """Return the letters of a line alone, without a page number: what two prints of one heading share."""
    return "".join(filter(str.isalpha, fold(words)))


def furniture(on: Page, start: int, end: int) -> bool:
    """Whether a line only tells the page, or is repeated on every page."""
    return page_mark(on.text[start:end]) or header_form(on.folded[start:end]) in on.headers


def page_mark(line: str) -> bool:
    """Whether a line is the number of a page."""
    return len(line) <= NUMBER_OF_PAGE and PAGE.fullmatch(line) is not None


def entry(line: str) -> bool:
    """Whether a line ends like one of a contents page: leaders, or a number far to the right."""
    shown = line.rstrip(" \t\n|*")
    before = shown.rstrip("0123456789")
    gap = before[len(before.rstrip(" \t|.…_")) :]
    figures = len(shown) - len(before)
    if figures > FIGURES:
        return False
    leads = sum(gap.count(sign) for sign in ".…_")
    return leads >= LEADING or "…" in gap or (figures > 0 and leads == 0 and ("\t" in gap or "|" in gap or len(gap) >= LEADING))


def prose(words: str) -> int:
    """Return how many signs of a text stand in sentences, and not in labels, cells and headings."""
    return sum(len(piece) for piece in APART.split(words) if sentence(piece))


def sentence(piece: str) -> bool:
    """Whether a piece of text has as many words, small ones among them, as a sentence has."""
    found = WORD.findall(piece)
    return len(found) >= WORDS and sum(word[0].islower() for word in found) >= SMALL * len(found)


@lru_cache(maxsize=16)
def _heads(lang: str) -> dict[str, re.Pattern[str]]:
    words = grammar(lang)
    listed = {name: words.matter[name] for name in HEADED if words.matter.get(name)}
    listed["contents"] = tuple(words.contents)
    return {name: re.compile(AHEAD + f"(?:{any_of(row)})" + BEHIND.get(name, MORE)) for name, row in listed.items()}


def named(line: str, words: Grammar) -> str:
    """Return the kind of what a folded line heads, by its words; nothing where it is the heading of the text's own words."""
    bare = line.strip()
    if len(bare) > HEADING or not bare:
        return BODY
    return next((name for name, pattern in _heads(words.lang).items() if pattern.fullmatch(bare)), BODY)


@lru_cache(maxsize=16)
def _opening(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?m)^\W{{0,12}}(?:{any_of(grammar(lang).matter.get(RECITALS, ()))})(?!\w)")


@lru_cache(maxsize=16)
def _recital_head(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(grammar(lang).matter.get('recital_heads', ()))})(?!\w)")


@lru_cache(maxsize=16)
def _speaker(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(grammar(lang).matter.get('speaker', ()))})(?!\w)")


def opens_recitals(on: Page, start: int, end: int) -> bool:
    """Whether a line begins the recitals of an act: "CONSIDERANDO:", "VISTO el expediente"."""
    return (
        on.text[start:end].strip(TRIM)[:1].isupper() and _recital_head(on.words.lang).match(on.folded, start, end) is not None
    )


def opens_notes(on: Page, start: int, end: int) -> bool:
    """Whether a line begins the notes of an editor: "CONCORDANCIAS: D.S. 013-2017 (...)"."""
    return _note_head(on.words.lang).match(on.folded, start, end) is not None


@lru_cache(maxsize=16)
def _note_head(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(grammar(lang).matter.get(NOTES, ()))})\s?:")


@lru_cache(maxsize=1)
def _imprint() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(shared_words('imprint'))})(?!\w)")


def kind(on: Page, start: int, end: int) -> str:
    """Return what the words below a heading are that does not tell it."""
    lines = [line for line in on.text[start:end].split("\n") if line.strip(TRIM)]
    if lines and sum(map(entry, lines)) >= max(LEADERS * len(lines), OPENINGS):
        return CONTENTS
    opened = len(_opening(on.words.lang).findall(on.folded[start:end]))
    pieces = sum(sentence(piece) for piece in re.split(r"\n\s*", on.text[start:end]))
    if opened >= max(OPENINGS, OPENED * pieces):
        return RECITALS
    if len(set(_imprint().findall(on.folded, start, end))) >= IMPRINT:
        return COVER
    spoken = len(_speaker(on.words.lang).findall(on.folded, start, end)) if _speaker(on.words.lang).pattern else 0
    return FOREWORD if spoken >= SPOKEN else BODY


def signed(on: Page, start: int, end: int) -> int:
    """Return where the words of somebody who speaks end: behind the last paragraph of theirs and the lines of the signature."""
    last = max(found.end() for found in _speaker(on.words.lang).finditer(on.folded, start, end))
    gaps = [(found.start(), found.end()) for found in APART.finditer(on.text, last, end)]
    for place, (_, begin) in enumerate(gaps):
        stop = gaps[place + 1][0] if place + 1 < len(gaps) else end
        if sentence(on.text[begin:stop]):
            return begin
    return end
