"""Numbers of units as texts print them (4, 4º, IV, One, primera, 9A, 55-A, 5 bis), and the figure a citation gives."""

from __future__ import annotations

import re

from msgspec import Struct

from ssc_drafter.policies.grammar import Grammar

STEP = 1000  # between two whole numbers on the line on which numbers are put in order
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
ROMAN_FORM = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,4})")
FIGURE = re.compile(r"\d{1,4}(?!\d)")
ROMAN_RUN = re.compile(r"[ivxlc]{1,8}(?![\w'’])")
MARK = re.compile(r"\s?([º°ª]|[a-z]{1,3}(?!\w))[.]?(?=\W|$)")
SIGN = re.compile(r"\s?[º°ª]")
DOTTED = re.compile(r"\.[º°ª](?=[-–][A-Z]{1,2}(?!\w))")  # "107.º-A": the letter behind an ordinal that has a full stop
LETTERS = re.compile(r"[-–]?[A-Z]{1,2}(?!\w)")
# "Artículo 5 A" alone on its line, "Artículo 5° A.-": Chile parts the letter from the figure
APART = re.compile(r"[ \t]([A-Z])(?=[.]?[ \t]*[-–—:]|[.)][ \t]*(?:\n|$)|[ \t*_]*(?:\n\s*[^\sa-zà-ÿ]|$))")
WORD = re.compile(r"[^\W\d_]+")


class Number(Struct, frozen=True):
    """A printed number: `text` as a citation gives it, `key` its place in order, `style` how it was printed."""

    text: str
    key: int
    style: str  # figure, roman, word

    @property
    def whole(self) -> int:
        """The number without its letter or suffix."""
        return self.key // STEP


def roman_value(signs: str) -> int:
    """Return the value of a Roman numeral in small letters, 0 when it is none."""
    if not signs or not ROMAN_FORM.fullmatch(signs):
        return 0
    values = [ROMAN[sign] for sign in signs]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def read_number(text: str, folded: str, start: int, words: Grammar) -> tuple[Number, int] | None:
    """Return the number that stands at `start` and where it ends, or None. Figures before Roman numerals before words."""
    return _figure(text, folded, start, words) or _roman(text, folded, start, words) or _in_words(text, folded, start, words)


def _figure(text: str, folded: str, start: int, words: Grammar) -> tuple[Number, int] | None:
    found = FIGURE.match(folded, start)
    if not found:
        return None
    value, end = int(found[0]), found.end()
    sign = SIGN.match(folded, end) or DOTTED.match(text, end)
    if sign:
        end = sign.end()
    suffix, rank, after = _suffix(text, folded, end, words)
    if not rank and not sign:
        mark = MARK.match(folded, end)
        if mark and mark[1] in words.ordinal_marks and text[mark.start(1)].islower():
            suffix, rank, after = _suffix(text, folded, mark.end(1), words)
            after = after if rank else mark.end(1)
    return Number(f"{value}{suffix}", value * STEP + rank, "figure"), after


def _suffix(text: str, folded: str, end: int, words: Grammar) -> tuple[str, int, int]:
    """Return the printed ending of an inserted unit ("A", "-A", " bis"), its rank, and where it ends."""
    word = WORD.match(folded, _past(folded, end))
    if word and word[0] in words.suffixes and (len(word[0]) > 1 or text[word.start()].islower()):
        return f" {_latin(word[0], words)}", words.suffixes[word[0]], word.end()
    letters = LETTERS.match(text, end)
    ordinal = letters is not None and len(letters[0]) > 1 and letters[0].lower() in words.ordinal_marks  # "Article 1ER"
    if letters and ordinal:
        return "", 0, letters.end()
    if letters:
        printed = letters[0].replace("–", "-")
        return printed, _letter_rank(printed.strip("-")), letters.end()
    apart = APART.match(text, end)
    if apart:
        return f" {apart[1]}", _letter_rank(apart[1]), apart.end(1)
    return "", 0, end


def _past(folded: str, end: int) -> int:
    return end + (folded[end : end + 1] in (" ", "-", "–") if end < len(folded) else 0)


def _latin(word: str, words: Grammar) -> str:
    return next(full for full, rank in words.suffixes.items() if rank == words.suffixes[word])


def _letter_rank(letters: str) -> int:
    rank = 0
    for letter in letters:
        rank = rank * 26 + ord(letter) - ord("A") + 1
    return rank


def _roman(text: str, folded: str, start: int, words: Grammar) -> tuple[Number, int] | None:
    found = ROMAN_RUN.match(folded, start)
    if not found:
        return None
    printed = text[found.start() : found.end()]
    if printed.islower() and not set(printed) <= {"l"}:
        return None
    # a small l among capitals is a keyed or recognised capital I
    value = roman_value(printed.replace("l", "I").lower()) or roman_value(found[0])
    if not value:
        return None
    dashed = folded[found.end() : found.end() + 1] == "-"
    suffix, rank, after = ("", 0, found.end()) if dashed else _suffix(text, folded, found.end(), words)
    return Number(f"{value}{suffix}", value * STEP + rank, "roman"), after


def _in_words(text: str, folded: str, start: int, words: Grammar) -> tuple[Number, int] | None:
    value, end, place, last = 0, start, start, 1000
    for _ in range(3):
        word = WORD.match(folded, place)
        part = words.numbers.get(word[0]) if word else None
        if word is None or part is None or part >= last or (last < 10):
            break
        value, end, last = value + part, word.end(), part
        place = end + 1 if folded[end : end + 1] in (" ", "-", "\n") else end
        if place == end:
            break
    if not value:
        return None
    suffix, rank, after = _suffix(text, folded, end, words)
    return Number(f"{value}{suffix}", value * STEP + rank, "word"), after
