"""How long the renewals of a period last: their number and length ("renewable twice", "two further periods of three years")."""

from __future__ import annotations

import re
from functools import lru_cache

from ssc_drafter.check.candidates import known
from ssc_drafter.check.document.phrases import flat, listed, pattern, says
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.numbers import tables
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence

FILE = "linked"
MONTH = 30.4
REACH = 120  # signs behind "renewed" within which number and length of the renewals stand
AHEAD = 40  # signs ahead of it: "two renewals of three years each"
DENYING = 20  # signs between a denial and what it denies
ENDLESS = float("inf")
_PERIOD = re.compile(r"\bp[eé]r[ií]od\w*\s+(?:de|of)\s+", re.IGNORECASE)
_ONE_TO_THREE = (("once", 1), ("twice", 2), ("thrice", 3))


def months(number: Quantity) -> float:
    """Return a length of time in months."""
    return number.value / MONTH if number.scale == "days" else number.value


def length(number: Quantity) -> bool:
    """Whether a quantity is a length of time, and no least one."""
    return number.scale in ("days", "months") and number.compare != "least"


def renewing(clause: Reading, sentence: Sentence) -> int:
    """Return where a sentence begins to renew; its end where it does not."""
    found = says(FILE, clause.lang, "renews", clause.text[sentence.start : sentence.end])
    return sentence.start + found[0] if found else sentence.end


def renewed(clause: Reading, sentence: Sentence, first: float) -> float:
    """Return the months by which a sentence may lengthen a first period of so many; 0 where it does not tell.

    Renewals without number are endless; where only their number is told, each is as long as the first period.
    """
    begin = renewing(clause, sentence)
    if begin == sentence.end or _denied(sentence, begin):
        return 0.0
    end = _end(clause, begin, sentence.end)
    words = flat(clause.text[begin:end])
    times = _times(flat(clause.text[max(sentence.start, begin - AHEAD) : begin]), words, clause.lang)
    if pattern(FILE, clause.lang, "any_number").search(words):
        return ENDLESS
    if not times and pattern(FILE, clause.lang, "endless").search(words):
        return ENDLESS
    lengths = _lengths(clause, sentence, begin, end)
    if lengths:
        return (times or 1) * months(lengths[0])
    return (times or bool(pattern(FILE, clause.lang, "as_long").search(words))) * first


def _denied(sentence: Sentence, begin: int) -> bool:
    """Whether words of denial stand right ahead of "renewed"."""
    denials = (mark for name in ("negation", "prohibition") for mark in sentence.of(name))
    return any(0 <= begin - sentence.words[one.last - 1].end <= DENYING for one in denials)


def _end(clause: Reading, begin: int, last: int) -> int:
    """Return where what is said of the renewals ends: ahead of a notice, of an exception ("unless")."""
    last = min(last, begin + REACH)
    found = says(FILE, clause.lang, "unless_noticed", clause.text[begin:last])
    return begin + found[0] if found else last


def _times(ahead: str, behind: str, lang: str) -> int:
    """Return how many renewals words tell; 0 where they do not."""
    for entry, value in _ONE_TO_THREE:
        if pattern(FILE, lang, entry).search(behind):
            return value
    counted, number_ahead = _counting(known(lang))
    found = counted.search(behind) or number_ahead.search(ahead)
    return _value(found.group(1), lang) if found else 0


@lru_cache(maxsize=8)
def _counting(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a number of periods or times ("two further periods"), and of one that stands at the end of a text."""
    numbers = "|".join(sorted((re.escape(one) for one in tables(lang).numbers), key=len, reverse=True))
    more = "|".join(re.escape(one) for one in listed(FILE, lang, "further"))
    counted = "|".join(re.escape(one) for one in listed(FILE, lang, "periods"))
    number = rf"(?<![\w.,])(\d{{1,2}}|{numbers})(?:\s*\(\w+\))?(?:\s+(?:{more}))*"
    return re.compile(rf"{number}\s+(?:\w+-\w+\s+)?(?:{counted})(?!\w)"), re.compile(rf"{number}\s+\Z")


def _value(written: str, lang: str) -> int:
    return int(written) if written.isdigit() else int(tables(known(lang)).numbers.get(written, 0))


def _lengths(clause: Reading, sentence: Sentence, begin: int, end: int) -> list[Quantity]:
    """Return the lengths of time behind words of renewal.

    A number behind "a period of" is read as a base over which others are counted, so it is read once more without those words.
    """
    found = [one for one in sentence.quantities if begin <= sentence.words[one.first].start < end and length(one)]
    behind = _PERIOD.split(clause.text[begin:end], maxsplit=1)
    if found or len(behind) == 1:
        return found
    return [one for part in read(behind[1], clause.lang).sentences for one in part.quantities if length(one)]
