"""How long an agreement lasts, against a law that limits it: by its first period, or only together with its renewals.

A clause on its own duration shares hardly a word with such a law, so the two are brought together by what they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.ground import common
from ssc_drafter.check.document.holding import UNJUDGED, Held, Outcome
from ssc_drafter.check.document.omissions import is_memorandum, subject_sort
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.renewals import length, months, renewed, renewing
from ssc_drafter.check.document.subjects import article_of
from ssc_drafter.check.document.treaty import about_agreement, lasts
from ssc_drafter.check.document.weighing import NO_FEATURES
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, remembered
from ssc_drafter.tree.running import Unit

FILE = "linked"
GROUND = 2.5  # weight of words that a period needs in common with the law's limit, where both are not about the agreement
MEMORANDUM = "memorandum"  # a title for which laws on memoranda are looked at too
SLACK = 1.04  # a month is 28 to 31 days


class Period(Struct, frozen=True):
    """A length of time that a clause sets, in months, and its words: `start` to `end` of the sentence, in the unit."""

    unit: Unit
    start: int
    end: int
    months: float


class Total(Struct, frozen=True):
    """A period that passes the limit of a provision (`start` to `end` in its body), alone or together with its renewal.

    `counted` says that the law counts renewals in; else it is silent on them.
    """

    held: Held
    first: Period
    renewal: Period | None
    start: int
    end: int
    counted: bool = True


def lives(index: Index) -> list[Place]:
    """Return the provisions that set how long agreements last; none of them has to share a word with a clause."""
    rows = index.fact("agreement-lives", lambda places: [at for at, one in enumerate(places) if _sets_life(one)], list[int])
    return [index.places[at] for at in rows]


def _sets_life(place: Place) -> bool:
    lang, words = place.instrument.lang, body_of(place)
    named = any(says("omission", lang, entry, words) for entry in ("any", "memorandum"))
    if not named or not says(FILE, lang, "lives", words):
        return False
    reading = read(words, lang)
    return any(one.quantities and _of_agreements(reading, one, MEMORANDUM) for one in reading.sentences)


def passed(outcome: Outcome, title: str, laws: Sequence[Place] = ()) -> Iterator[Total]:
    """Yield each limit on a duration that is passed: one for each article and provision.

    `laws` are those on how long agreements last: they are held against every clause that says how long this one does.
    """
    articles: dict[str, list[tuple[Unit, Reading]]] = defaultdict(list)
    for unit, clause in outcome.clauses:
        articles[article_of(unit)].append((unit, clause))
    seen: set[tuple[str, tuple[str, str, str, str]]] = set()
    for one in (*outcome.held, *_with_lives(articles, laws)):
        key = article_of(one.unit), one.place.key
        if key not in seen and _speaks(one.provision):
            found = next(chain(_against(one, articles[key[0]], outcome.clauses, title), _alone(one, title)), None)
            if found:
                seen.add(key)
                yield found


def _with_lives(articles: dict[str, list[tuple[Unit, Reading]]], laws: Sequence[Place]) -> Iterator[Held]:
    """Yield the clauses on how long the agreement lasts, each with every law on that."""
    for unit, clause in chain.from_iterable(articles.values()) if laws else ():
        if any(one.quantities and lasts(_words(clause, one), clause.lang) for one in clause.sentences):
            for place in laws:
                yield Held(unit, clause, place, read(body_of(place), place.instrument.lang), UNJUDGED, 0.0, NO_FEATURES)


@remembered
def _speaks(provision: Reading) -> bool:
    """Whether a provision has words on how long something lasts in all."""
    return any(says(FILE, provision.lang, entry, provision.text) for entry in ("total", "lives"))


def _against(
    one: Held, clauses: Sequence[tuple[Unit, Reading]], everywhere: Sequence[tuple[Unit, Reading]], title: str
) -> Iterator[Total]:
    """Yield the limits that a period passes with its renewals: those that count them in, and those on how long an agreement
    lasts of a provision that does not speak of renewals."""
    for law in one.provision.sentences:
        counted = says(FILE, one.provision.lang, "total", _words(one.provision, law)) is not None
        limit = _most(law)
        if not limit or not (counted or (_of_agreements(one.provision, law, title) and not _renews(one.provision))):
            continue
        for first in _firsts(one, law, clauses):
            if not counted and not _lasts(first, clauses):
                continue
            for renewal in _renewals(everywhere, first):
                if first.months <= limit * SLACK < first.months + renewal.months:
                    yield Total(one, first, renewal, law.start, law.end, counted)


def _most(law: Sentence) -> float:
    """Return the longest time that a sentence of law allows, in months; 0 where it sets none."""
    return max((months(number) for number in law.quantities if _limits(number)), default=0.0)


def _of_agreements(provision: Reading, law: Sentence, title: str = "") -> bool:
    """Whether a sentence of law says how long agreements last, of every sort (or memoranda, where the draft is one).

    A time in which they are to be published or filed is no such term.
    """
    sort = subject_sort(provision, (law.start, law.end))
    if law.has("inside") or says(FILE, provision.lang, "done_in", _words(provision, law)):
        return False
    if sort not in ("any", "memorandum") or (sort == "memorandum" and not is_memorandum(title)):
        return False
    return says(FILE, provision.lang, "lives", _words(provision, law)) is not None


def _renews(provision: Reading) -> bool:
    return says(FILE, provision.lang, "renews", provision.text) is not None


def _lasts(first: Period, clauses: Iterable[tuple[Unit, Reading]]) -> bool:
    """Whether a period is that of the agreement itself."""
    return any(unit == first.unit and lasts(clause.text[first.start : first.end], clause.lang) for unit, clause in clauses)


def _alone(one: Held, title: str) -> Iterator[Total]:
    """Yield the limits on how long an agreement lasts that a sentence of the clause passes with its first period."""
    for law in one.provision.sentences:
        limit = _most(law)
        if not limit or not _of_agreements(one.provision, law, title):
            continue
        for first in _firsts(one, law, [(one.unit, one.clause)]):
            if first.months > limit * SLACK and lasts(one.clause.text[first.start : first.end], one.clause.lang):
                yield Total(one, first, None, law.start, law.end)


def _limits(number: Quantity) -> bool:
    return number.scale in ("days", "months") and number.compare in ("most", "above", "exact")


def _firsts(one: Held, law: Sentence, clauses: Iterable[tuple[Unit, Reading]]) -> Iterator[Period]:
    """Yield the periods, outside words of renewal, that the law's limit is about."""
    for unit, clause in clauses:
        for sentence in clause.sentences:
            first = first_length(clause, sentence)
            if first and _about(one, law, clause, sentence):
                yield Period(unit, sentence.start, sentence.end, months(first))


def first_length(clause: Reading, sentence: Sentence) -> Quantity | None:
    """Return the length of time that a sentence sets first, outside words of renewal."""
    until = renewing(clause, sentence)
    return next((one for one in sentence.quantities if sentence.words[one.first].start < until and length(one)), None)


def _about(one: Held, law: Sentence, clause: Reading, sentence: Sentence) -> bool:
    of_agreements = bool(subject_sort(one.provision, (law.start, law.end)))
    if lasts(_words(clause, sentence), clause.lang):
        return of_agreements or about_agreement(one.provision.text, one.provision.lang)
    least = 2 * GROUND if of_agreements else GROUND  # "lasts" and "renewed" alone make no agreement of a scholarship
    return common(sentence, law, clause.lang == one.provision.lang) >= least


def _renewals(clauses: Iterable[tuple[Unit, Reading]], first: Period) -> Iterator[Period]:
    """Yield the renewals of a period, each with its length: in its article, or of the agreement wherever they stand."""
    rows = [(unit, clause) for unit, clause in clauses if unit.start >= first.unit.start]
    for unit, sentence, clause in chain.from_iterable(((u, s, c) for s in c.sentences) for u, c in rows):
        if unit == first.unit and sentence.start < first.start:
            continue
        more = renewed(clause, sentence, first.months)
        if more and (article_of(unit) == article_of(first.unit) or lasts(_words(clause, sentence), clause.lang)):
            yield Period(unit, sentence.start, sentence.end, more)


def _words(text: Reading, sentence: Sentence) -> str:
    return text.text[sentence.start : sentence.end]
