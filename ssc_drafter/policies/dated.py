"""What a text says of itself: when it was made, when it comes into force, whether it was repealed, amended, or is no law yet.

Only its head (what stands before its first unit) and its close are asked: an article that was repealed repeals no law.
Words stand in law/reading: `dates` and `status` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Day
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.language.spoken import days_in
from ssc_drafter.policies.grammar import Grammar, any_of, fold, grammar
from ssc_drafter.policies.instrument import Provision, Status

HEAD = 4000  # signs of a head, or of a text whose units are not known
CLOSE = 2500  # signs from the end in which a law is dated
REACH = 70  # signs between the words that announce a date and the date
CLOSE_REACH = 160  # signs between the words that close a law and its date: the place, and the palace, stand between
FORCE_REACH = 40
OLDEST = 1750
OPENING = 600  # signs from the beginning in which a plan names its period
YEAR = re.compile(r"(?<![\d.-])(1[789]\d\d|20\d\d)(?![\d/.]\d)(?!\d)")
PERIOD = re.compile(r"(?<![\d/.-])(20\d\d)\s?[-–—/]\s?(20\d\d|\d\d)(?![\d/.-])")
SPOKEN = ("en", "fr", "es", "pt")  # languages whose numbers in words are read
# "An Act to amend the Interpretation Act 1967": what stands behind is the name of the law that is changed
CHANGES = re.compile(
    r"(?<!\w)(?:to (?:amend|repeal)|amending|repealing|(?:modifi|altera|reforma|deroga|revoga|abrog)\w*)"
    r"\s(?:the|an?|certain\w*|la|le|les|el|los|las|al|a|o|as|os|algun\w+|alguns|divers[ao]s)(?!\w)|(?:modifi|abrog)\w+\sl['’]"
)
AIMED = re.compile(r"(?:vision|visao|horizont?e?|agenda|al|ao|hacia|until|by|to|ano|annee|year)[\s:]*$")


class Told(Struct, frozen=True):
    """What a text says of itself. `date` is a day or a year; `force` the day from which it says that it is in force."""

    date: str | None = None
    status: Status | None = None
    force: str | None = None
    sure: bool = False  # the date stands where the law is named, or its making is told


def told(text: str, lang: str, title: str, units: Sequence[Provision] = ()) -> Told:
    """Return what a text in a language says of itself; `units` are its provisions."""
    words = grammar(lang)
    first = min((one.start for one in units), default=HEAD)
    last = max((one.start for one in units), default=0)
    head, close = text[: min(first, HEAD)], text[max(last, len(text) - CLOSE) :]
    sure = _after(fold(head), words.dates["made"], words, REACH) or _numbered(f"{title}\n{head}", words)
    day = sure or _closed(close, words) or _after(fold(head), words.dates["published"], words, REACH) or _year(title, head)
    force = next((iso for one in units if (iso := _forced(text[one.start : one.end], words))), None)
    return Told(day, status_of(head, title, words), force, sure is not None)


# ---- dates ---------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=8)
def _date(months: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    names = any_of(name for listed in months for name in listed)
    day, year = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|o|º|°|ª|a)?", r"(?P<{0}>\d{{4}})"
    return re.compile(
        rf"(?<![\d/.-])(?:{day.format('d1')}\s?(?:days?\s|dias\s|jours\s)?(?:de\s|del\s|do\s|of\s|d')?(?:mes\s|mois\s)?(?:de\s|d')?\s?"
        rf"(?P<m1>{names})\.?,?\s(?:de\s|del\s|do\s)?(?:ano\s|an\s|annee\s)?(?:de\s)?{year.format('y1')}"
        rf"|(?P<m2>{names})\.?\s{day.format('d2')},?\s(?:de\s|del\s)?{year.format('y2')}"
        rf"|{year.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)|(?P<d4>\d{{1,2}})[/.](?P<m4>\d{{1,2}})[/.]{year.format('y4')})(?!\d)"
    )


def dates(folded: str, words: Grammar) -> Iterator[tuple[int, int, str]]:
    """Yield the dates in a folded text with their places: "5 de marzo de 2019", "March 5, 2019", "2019-03-05", "5/3/2019"."""
    number = {name: place for place, listed in enumerate(words.months, 1) for name in listed}
    for found in _date(words.months).finditer(folded):
        form = next(form for form in "1234" if found[f"y{form}"])
        month = found[f"m{form}"]
        try:
            made = Day(int(found[f"y{form}"]), number.get(month) or int(month), int(found[f"d{form}"]))
        except ValueError:
            continue
        if made.year >= OLDEST:
            yield found.start(), found.end(), str(made)


def spoken(folded: str, words: Grammar) -> Iterator[tuple[int, int, str]]:
    """Yield the dates that a text tells in words: "el día doce del mes de mayo del año dos mil tres"."""
    for found in days_in(folded, words.lang) if words.lang in SPOKEN else ():
        in_words = not re.search(r"\d{4}", folded[found.start : found.end])
        if in_words and found.day and found.month and found.year >= OLDEST:
            try:
                yield found.start, found.end, str(Day(found.year, found.month, found.day))
            except ValueError:
                continue


def _after(folded: str, phrases: Sequence[str], words: Grammar, reach: int, *, in_words: bool = False) -> str | None:
    """Return the date that stands behind one of the phrases, the first phrase of the list first; `in_words` as it is spoken."""
    known = sorted(spoken(folded, words)) if in_words else list(dates(folded, words))
    for phrase in phrases if known else ():
        for found in re.finditer(rf"(?<!\w){any_of([phrase])}(?!\w)", folded):
            day = next((iso for start, _, iso in known if 0 <= start - found.end() <= reach), None)
            if day:
                return day
    return None


def _numbered(head: str, words: Grammar) -> str | None:
    """Return the date in a line that names the law itself: "Loi n° 2008-12 du 25 janvier 2008"."""
    named = re.compile(rf"\W*(?:{any_of(words.agreement.get('law_titles', ()))})(?!\w)")
    for line in fold(head).split("\n")[:40]:
        found = next(dates(line, words), None) if named.match(line) else None
        if found and not re.search(r"[.;]", re.sub(r"n[º°o.]*\s?[\d./-]+", "", line[: found[0]])):
            return found[2]
    return None


def _closed(close: str, words: Grammar) -> str | None:
    """Return the date under a law: behind "Done at", or behind a place at the beginning of a line ("Brasília, 14 de ...")."""
    folded = fold(close)
    said = words.dates["close"]
    day = _after(folded, said, words, REACH) or _after(folded, said, words, CLOSE_REACH, in_words=True)
    if day:
        return day
    for start, _, iso in sorted([*dates(folded, words), *spoken(folded, words)]):
        line = folded.rfind("\n", 0, start) + 1
        if re.fullmatch(r"\W{0,4}[^\W\d]+(?:\s[^\W\d]+){0,3},\s(?:le\s|on\s|el\s|em\s|a\s|aos\s)?", folded[line:start]):
            return iso
    return None


def _year(title: str, head: str) -> str | None:
    """Return the year in a title, or of the period of a plan in its head the first: the only sign of which plan is the later.

    A year to come, or one that is aimed at ("Vision 2030"), is no date.
    """
    period = PERIOD.search(title) or PERIOD.search(head[:OPENING])
    if period:
        return period[1]
    changes = CHANGES.search(fold(title))
    own = title[: changes.start()] if changes else title
    years = (found for found in YEAR.finditer(own) if not AIMED.search(fold(title[: found.start()])))
    return next((found[1] for found in years if int(found[1]) <= Day.today().year), None)


def ended(title: str, text: str) -> str | None:
    """Return the last year of the period of a plan that is over: what came after it is the only sign that it was replaced."""
    period = PERIOD.search(title) or PERIOD.search(text[:OPENING])
    if period is None:
        return None
    last = period[2] if len(period[2]) == 4 else period[1][:2] + period[2]
    return last if int(period[1]) < int(last) < Day.today().year else None


def _forced(words_of: str, words: Grammar) -> str | None:
    return _after(fold(words_of), words.dates["force"], words, FORCE_REACH)


# ---- status --------------------------------------------------------------------------------------------------------
def status_of(head: str, title: str, words: Grammar) -> Status | None:
    """Return the status that the head of a text states of the whole of it, or None."""
    opening = re.sub(r"[ \t\r\f]+", " ", fold(head))
    flat = re.sub(r"\s+", " ", opening)
    said: tuple[Status, ...] = ("repealed", "bill", "amended")
    for status in said:
        anywhere, first = words.status[status], words.status[f"{status}_line"]
        if any(word in flat for word in anywhere):
            return status
        for found in re.finditer(rf"(?m)^[^\w\n]*(?:{any_of(first)})(?!\w)", opening) if first else ():
            if status != "bill" or not _passed(opening[: found.start()], words):
                return status
    if re.search(rf"(?m)^\W*(?:{any_of(words.status['bill_alone'])})\W*$", opening):
        return "bill"
    return "bill" if re.match(rf"\W*(?:{any_of(words.status['bill_title'])})(?!\w)", fold(title)) else None


def _passed(before: str, words: Grammar) -> bool:
    """Whether what stands before the words "draft law" says that it was passed: "ha dado su aprobación al siguiente"."""
    return re.search(rf"(?:{any_of(words.status['bill_passed'])})(?!\w)", re.sub(r"\s+", " ", before[-400:])) is not None
