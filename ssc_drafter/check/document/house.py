"""Rules of an office on what offices most often rule on, known by their words in four languages (law/house).

Such a rule is short and says little ("No automatic renewal"), and is often in another language than the draft, so what it has
in common with a clause tells nothing. What is named here is held by words; all else is left to the reading of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.candidates import known
from ssc_drafter.check.document.phrases import HOUSE as FILE
from ssc_drafter.check.document.phrases import entries, flat, listed, pattern, says
from ssc_drafter.check.document.renewals import months
from ssc_drafter.check.document.treaty import lasts
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.language import languages
from ssc_drafter.check.kinds.nations import states_named
from ssc_drafter.check.kinds.signal import Signal, Span
from ssc_drafter.check.norms.reading import Mark, Quantity, Reading, Sentence, remembered

BARRED: dict[str, Kind] = {  # what a rule does not want, and the type of a finding on it
    "court": "forum",
    "arbitration": "forum",
    "renewal": "prohibition",
    "immunity": "prohibition",
    "exclusive": "prohibition",
    "secret": "prohibition",
    "liability": "prohibition",
    "provisional": "prohibition",
}
PERIODS = ("term", "notice")
SLACK = 1.04  # a month is 28 to 31 days
CLOSE = 60  # signs between a length of time and the words that say of what it is
_REACH = 8  # words over which a denial reaches
_DENYING = ("negation", "prohibition")
MATTERS = (*BARRED, *PERIODS, "language", "currency")  # all that rules are known to be on
HARD = frozenset({"USD", "EUR", "GBP", "CHF", "JPY", "CNY"})  # as a rule no currency of a State that rules foreign ones out


class Ruled(Struct, frozen=True):
    """What a rule of an office says on a matter: `most` or `least` months; the languages or the currencies that it wants.

    `foreign` says that it wants no foreign currency, and names none; or no court but those of the office's own State.
    """

    matter: str
    span: Span
    most: float = 0.0
    least: float = 0.0
    wants: frozenset[str] = frozenset()
    foreign: bool = False


@remembered
def ruled(rule: Reading) -> tuple[Ruled, ...]:
    """Return the matters that a rule is on; none where it has a condition, or where its words are not known."""
    if _says(rule.lang, "conditional", flat(rule.text)):
        return ()
    return tuple(one for sentence in rule.sentences for one in _of(rule, sentence))


def _of(rule: Reading, sentence: Sentence) -> Iterator[Ruled]:
    words, span = rule.text[sentence.start : sentence.end], (sentence.start, sentence.end)
    lang = known(rule.lang)
    denies = sentence.has(*_DENYING) or _says(lang, "denying", words) is not None
    for matter in BARRED:
        named = _says(lang, f"{matter}_rule", words) or _both(lang, matter, words)
        if (denies and named) or _says(lang, f"{matter}_wanted", words):
            abroad = matter == "court" and not _says(lang, "court_wanted", words) and _says(lang, "court_abroad", words)
            yield Ruled(matter, span, foreign=bool(abroad))
    lengths = [one for one in sentence.quantities if one.scale in ("days", "months")]
    matter = "notice" if _says(lang, "notice_rule", words) else "term" if _says(lang, "term_rule", words) else ""
    if matter and len(lengths) == 1 and not (matter == "term" and _says(lang, "term_not", words)):
        compare = lengths[0].compare
        least = compare == "least" or (compare == "above" and not sentence.has(*_DENYING))
        least = least and not _says(lang, "ceiling", words)
        exactly = months(lengths[0])
        yield Ruled(matter, span, 0.0 if least else exactly, exactly if least else 0.0)
    tongues = _tongues(rule, sentence)
    if len(tongues) == 1 and _says(lang, "language_rule", words):
        yield Ruled("language", span, wants=frozenset(tongues))
    currencies = frozenset(key for _, key in _currencies(words, lang))
    if currencies or _says(lang, "currency_rule", words):
        bans = sentence.has(*_DENYING)
        foreign = bans and _says(lang, "foreign", words) is not None
        if (currencies and not bans) or foreign:
            yield Ruled("currency", span, wants=frozenset() if foreign else currencies, foreign=foreign)


def against(rule: Ruled, clause: Reading, home: str = "") -> Signal | None:
    """Return what in a clause speaks against a rule, and on which words; None where nothing does.

    `home` is the code of the office's State where it is known: its own courts are no foreign ones."""
    return next((found for sentence in clause.sentences if (found := _bites(rule, clause, sentence, home))), None)


def on_matter(rule: Ruled, clause: Reading) -> bool:
    """Whether a clause has words of the matter, so that what it says of it was understood."""
    names = [f"{rule.matter}_{name}" for name in ("clause", "not", "prevails", *(["rule"] if rule.matter in BARRED else []))]
    said = any(_says(clause.lang, name, clause.text) for name in names)
    return said or (rule.matter in BARRED and _both(clause.lang, rule.matter, clause.text) is not None)


def _bites(rule: Ruled, clause: Reading, sentence: Sentence, home: str) -> Signal | None:
    if rule.matter == "court" and rule.foreign and _at_home(clause, sentence, home):
        return None
    if _says(clause.lang, f"{rule.matter}_not", clause.text[sentence.start : sentence.end]):
        return None
    if rule.matter in BARRED:
        at = _done(rule.matter, clause, sentence)
        kind = BARRED[rule.matter]
    elif rule.matter in PERIODS:
        at, kind = _too_long(rule, clause, sentence), "limit"
    else:
        at = (_other_tongue if rule.matter == "language" else _other_currency)(rule, clause, sentence)
        kind = "prohibition"
    values = {"language": _called(min(rule.wants), clause.lang)} if rule.matter == "language" else {}
    return Signal(f"house_{rule.matter}", 1.0, kind, (sentence.start, sentence.end), rule.span, values) if at else None


def _at_home(clause: Reading, sentence: Sentence, home: str) -> bool:
    """Whether a sentence can mean the courts of the office's own State alone: it or a town of it is named, and no other."""
    if not home or _says(clause.lang, "court_abroad", clause.text[sentence.start : sentence.end]):
        return False
    towns = {law.cities()[word.stem] for word in sentence.words if word.capital and word.stem in law.cities()}
    return towns | set(states_named(sentence).values()) == {home}


def _called(tongue: str, lang: str) -> str:
    """Return the name of a language in another."""
    name = law.classes()[tongue].words[known(lang)][0]
    return name.capitalize() if known(lang) == "en" else name


def _done(matter: str, clause: Reading, sentence: Sentence) -> bool:
    """Whether a sentence does what a rule does not want, and does not deny it."""
    words = flat(clause.text[sentence.start : sentence.end])
    names = (f"{matter}_clause", *([f"{matter}_done"] if _both(clause.lang, matter, words) else ()))
    starts = [one.start() for name in names for one in pattern(FILE, known(clause.lang), name).finditer(words)]
    return any(not denied(clause, sentence, sentence.start + at) for at in starts)


def _both(lang: str, matter: str, words: str) -> tuple[int, int] | None:
    """Return where words do what a rule may not want, if they name the thing too that it is done with."""
    done = _says(lang, f"{matter}_done", words)
    return done if done and _says(lang, f"{matter}_thing", words) else None


def denied(clause: Reading, sentence: Sentence, place: int) -> bool:
    """Whether a place of a sentence stands within a few words behind a denial, with no comma between.

    "Neither to a court, nor to arbitration": a denial behind the comma reaches on its own."""
    at = next((number for number, word in enumerate(sentence.words) if word.end > place), len(sentence.words))
    marks: list[Mark] = [mark for name in _DENYING for mark in sentence.of(name) if 0 <= at - mark.last <= _REACH]
    ends = [sentence.words[mark.last - 1].end for mark in marks]
    return any(not re.search(r"[,;:]", clause.text[end:place]) for end in ends)


def _too_long(rule: Ruled, clause: Reading, sentence: Sentence) -> bool:
    """Whether a sentence sets a length of time of the matter that is beyond the rule's."""
    beyond: Callable[[float], bool] = (
        (lambda value: value > rule.most * SLACK) if rule.most else lambda value: value < rule.least
    )
    words = flat(clause.text[sentence.start : sentence.end])
    for one in sentence.quantities:
        if one.scale in ("days", "months") and beyond(months(one)) and _matter_of(one, clause, sentence, words) == rule.matter:
            return True
    return False


def _matter_of(one: Quantity, clause: Reading, sentence: Sentence, words: str) -> str:
    """Return of what a length of time is: the matter whose words stand nearest to it."""
    start = sentence.words[one.first].start - sentence.start
    end = sentence.words[one.last - 1].end - sentence.start
    rows = [
        (max(start - found.end(), found.start() - end, 0), matter)
        for matter in ("term", "notice", "renewal")
        for found in pattern(FILE, clause.lang, f"{matter}_clause").finditer(words)
    ]
    near, matter = min(rows, default=(CLOSE + 1, ""))
    if near > CLOSE and lasts(clause.text[sentence.start : sentence.end], clause.lang) and not rows:
        return "term"
    return matter if near <= CLOSE else ""


def _other_tongue(rule: Ruled, clause: Reading, sentence: Sentence) -> bool:
    """Whether a text is in other languages than the one that the rule wants, or one of them goes before it."""
    words, lang = clause.text[sentence.start : sentence.end], known(clause.lang)
    prevails = _says(lang, "language_prevails", words)
    if not prevails and not _says(lang, "language_clause", words):
        return False
    tongues = _tongues(clause, sentence)
    if prevails and tongues:
        tongues = {min(tongues, key=lambda name: min(abs(place - prevails[0]) for place in tongues[name])): []}
    return bool(tongues) and not rule.wants & tongues.keys()


def _tongues(text: Reading, sentence: Sentence) -> dict[str, list[int]]:
    """Return the languages that a sentence names, and where in it."""
    found = {
        name: [sentence.words[mark.first].start - sentence.start for mark in sentence.classes[name]]
        for name in sentence.classes
        if name in languages()
    }
    words = flat(text.text[sentence.start : sentence.end])
    for key, name in _names(known(text.lang), "tongues"):
        found.setdefault(key, []).extend(one.start() for one in name.finditer(words))
    return {name: sorted(places) for name, places in found.items() if places}


def _other_currency(rule: Ruled, clause: Reading, sentence: Sentence) -> bool:
    """Whether a sentence pays or counts in another currency than the rule's, or in one that is foreign to most States."""
    words, lang = clause.text[sentence.start : sentence.end], known(clause.lang)
    if not _says(lang, "currency_clause", words):
        return False
    named = {key for at, key in _currencies(words, lang) if not denied(clause, sentence, sentence.start + at)}
    if rule.foreign:
        at = _says(lang, "foreign", words)
        return bool(named & HARD) or (at is not None and not denied(clause, sentence, sentence.start + at[0]))
    return bool(named) and not named & rule.wants


def _currencies(words: str, lang: str) -> list[tuple[int, str]]:
    """Return where a text names currencies, and which."""
    folded = flat(words)
    return [(found.start(), key) for key, name in _names(known(lang), "currencies") for found in name.finditer(folded)]


@lru_cache(maxsize=8)
def _names(lang: str, entry: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row.split(" => ") for row in listed(FILE, lang, entry))
    return tuple((key, re.compile(_named(name))) for key, name in rows)


def _named(name: str) -> str:
    return rf"(?<!\w){re.escape(name.removesuffix('_'))}" + (r"(?!\w)" if name.endswith("_") else "")


def _says(lang: str, entry: str, words: str) -> tuple[int, int] | None:
    return says(FILE, known(lang), entry, words) if entry in entries(FILE, known(lang)) else None
