"""How long an agreement lasts, against a law that limits it: by its first period, or only together with its renewals.

A clause on its own duration shares hardly a word with such a law, so the two are brought together by what they are about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from ssc_drafter.check.document.holding import Held, Outcome
from ssc_drafter.check.document.omissions import is_memorandum, subject_sort
from ssc_drafter.check.document.phrases import flat, pattern, says
from ssc_drafter.check.document.subjects import article_of
from ssc_drafter.check.document.treaty import about_agreement, lasts
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, remembered
from ssc_drafter.tree.running import Unit

FILE = "linked"
GROUND = 2.5  # weight of words that a period needs in common with the law's limit, where both are not about the agreement
MONTH = 30.4
SLACK = 1.04  # a month is 28 to 31 days
REACH = 120  # signs behind "renewed" within which the length of the renewal stands
_PERIOD = re.compile(r"\bp[eé]r[ií]od\w*\s+(?:de|of)\s+", re.IGNORECASE)
ENDLESS = float("inf")


class Period(Struct, frozen=True):
    """A length of time that a clause sets, in months, and its words: `start` to `end` of the sentence, in the unit."""

    unit: Unit
    start: int
    end: int
    months: float


class Total(Struct, frozen=True):
    """A period that passes the limit of a provision (`start` to `end` in its body), alone or together with its renewal."""

    held: Held
    first: Period
    renewal: Period | None
    start: int
    end: int


def passed(outcome: Outcome, title: str) -> Iterator[Total]:
    """Yield each limit on a duration that is passed: one for each article and provision."""
    articles: dict[str, list[tuple[Unit, Reading]]] = defaultdict(list)
    for unit, clause in outcome.clauses:
        articles[article_of(unit)].append((unit, clause))
    seen: set[tuple[str, str, str]] = set()
    for one in outcome.held:
        key = article_of(one.unit), one.place.instrument.file, one.place.provision.address
        if key not in seen and _speaks(one.provision):
            found = next(chain(_against(one, articles[key[0]], outcome.clauses), _alone(one, title)), None)
            if found:
                seen.add(key)
                yield found


@remembered
def _speaks(provision: Reading) -> bool:
    """Whether a provision has words on how long something lasts in all."""
    return any(says(FILE, provision.lang, entry, provision.text) for entry in ("total", "lives"))


def _against(one: Held, clauses: Sequence[tuple[Unit, Reading]], everywhere: Sequence[tuple[Unit, Reading]]) -> Iterator[Total]:
    for law in one.provision.sentences:
        words = one.provision.text[law.start : law.end]
        limit = max((_months(number) for number in law.quantities if _limits(number)), default=0.0)
        if not limit or not says(FILE, one.provision.lang, "total", words):
            continue
        for first in _firsts(one, law, clauses):
            for renewal in _renewals(everywhere, first):
                if first.months <= limit < first.months + renewal.months:
                    yield Total(one, first, renewal, law.start, law.end)


def _alone(one: Held, title: str) -> Iterator[Total]:
    """Yield the limits on how long an agreement lasts that a sentence of the clause passes with its first period."""
    for law in one.provision.sentences:
        limit = max((_months(number) for number in law.quantities if _limits(number)), default=0.0)
        sort = subject_sort(one.provision, (law.start, law.end))
        if not limit or sort not in ("any", "memorandum") or (sort == "memorandum" and not is_memorandum(title)):
            continue
        if law.has("inside") or not says(FILE, one.provision.lang, "lives", one.provision.text[law.start : law.end]):
            continue
        for first in _firsts(one, law, [(one.unit, one.clause)]):
            if first.months > limit * SLACK and lasts(one.clause.text[first.start : first.end], one.clause.lang):
                yield Total(one, first, None, law.start, law.end)


def _limits(number: Quantity) -> bool:
    return number.scale in ("days", "months") and number.compare in ("most", "above", "exact")


def _months(number: Quantity) -> float:
    return number.value / MONTH if number.scale == "days" else number.value


def _firsts(one: Held, law: Sentence, clauses: Iterable[tuple[Unit, Reading]]) -> Iterator[Period]:
    """Yield the periods, outside words of renewal, that the law's limit is about."""
    for unit, clause in clauses:
        for sentence in clause.sentences:
            first = first_length(clause, sentence)
            if first and _about(one, law, clause, sentence):
                yield Period(unit, sentence.start, sentence.end, _months(first))


def first_length(clause: Reading, sentence: Sentence) -> Quantity | None:
    """Return the length of time that a sentence sets first, outside words of renewal."""
    until = renewing(clause, sentence)
    return next((one for one in sentence.quantities if sentence.words[one.first].start < until and _length(one)), None)


def _length(number: Quantity) -> bool:
    return number.scale in ("days", "months") and number.compare != "least"


def renewing(clause: Reading, sentence: Sentence) -> int:
    """Return where a sentence begins to renew; its end where it does not."""
    found = says(FILE, clause.lang, "renews", clause.text[sentence.start : sentence.end])
    return sentence.start + found[0] if found else sentence.end


def _about(one: Held, law: Sentence, clause: Reading, sentence: Sentence) -> bool:
    words = clause.text[sentence.start : sentence.end]
    if lasts(words, clause.lang):
        return about_agreement(one.provision.text, one.provision.lang) or bool(
            subject_sort(one.provision, (law.start, law.end))
        )
    same = clause.lang == one.provision.lang
    mine, its = (sentence.stems, law.stems) if same else (sentence.keys, law.keys)
    return sum(its[word] for word in mine.keys() & its.keys()) >= GROUND


def _lengths(clause: Reading, sentence: Sentence, begin: int) -> list[Quantity]:
    """Return the lengths of time behind words of renewal.

    A number behind "a period of" is read as a base over which others are counted, so it is read once more without those words.
    """
    found = [one for one in sentence.quantities if 0 <= sentence.words[one.first].start - begin <= REACH and _length(one)]
    behind = _PERIOD.split(clause.text[begin : min(sentence.end, begin + REACH)], maxsplit=1)
    if found or len(behind) == 1:
        return found
    return [one for part in read(behind[1], clause.lang).sentences for one in part.quantities if _length(one)]


def _renewals(clauses: Iterable[tuple[Unit, Reading]], first: Period) -> Iterator[Period]:
    """Yield the renewals of a period, each with its length: in its article behind it, or of the agreement wherever they stand.

    Renewals that follow one another without number are endless.
    """
    rows = [(unit, clause) for unit, clause in clauses if unit.start >= first.unit.start]
    for unit, sentence, clause in chain.from_iterable(((u, s, c) for s in c.sentences) for u, c in rows):
        begin = renewing(clause, sentence)
        if begin == sentence.end or (unit == first.unit and sentence.start < first.start):
            continue
        words = clause.text[begin : sentence.end]
        if article_of(unit) != article_of(first.unit) and not lasts(clause.text[sentence.start : sentence.end], clause.lang):
            continue
        numbers = _lengths(clause, sentence, begin)
        if pattern(FILE, clause.lang, "endless").search(flat(words)):
            yield Period(unit, sentence.start, sentence.end, ENDLESS)
        elif numbers:
            yield Period(unit, sentence.start, sentence.end, _months(numbers[0]))
