"""What the law protects, and the clause that denies it, takes it away or puts it off."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.banned import rules
from ssc_drafter.check.kinds.ground import met, segment
from ssc_drafter.check.kinds.prohibition import deed
from ssc_drafter.check.kinds.senses import places_of
from ssc_drafter.check.kinds.signal import Signal, nearest, span, strength
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet, closeness

NAMED, OF_OTHER = 4, 0.4  # words behind a right that say what it is to; trust in one that the law does not speak of
HALF = 0.5  # of the thing that cannot pass to another, what a clause that passes it on has at least
THING = 20  # words of the law ahead that may name that thing
LEAST = 0.3  # of what the right is about, from which on a denial concerns it


def right(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a right or freedom of persons or of the public that the clause takes away."""
    yield from _freedom(facet, bool(mood.lang))
    yield from _given_up(facet)
    yield from _passed_on(facet, bool(mood.lang))
    found = nearest(_rights(facet.law), facet.theirs)
    if found is None:
        return
    mark = found[0]
    law_span = span(facet.law, mark.first, mark.last, 6)
    revoked = _revoked(facet.clause)
    if revoked:
        words = span(facet.clause, revoked.first, revoked.last, 6)
        sure = closeness(revoked.first, revoked.last, facet.ours) * (1.0 if _met_behind(facet, revoked) else OF_OTHER)
        yield Signal("right_revoked", sure, "right", words, law_span)
        return
    close, given_up = strength(facet, "waived")
    if given_up is not None:
        yield Signal("right_waived", close, "right", span(facet.clause, given_up.first, given_up.last, 6), law_span)
    yield from _denied(facet, mark, bool(mood.lang), law_span)


def _met_behind(facet: Facet, revoked: Mark) -> bool:
    """Whether the law has anything of what the right is to that a clause revokes: "without a right to compensation"."""
    behind = range(revoked.last, min(revoked.last + NAMED, len(facet.clause.words)))
    told = [place for place in behind if facet.clause.words[place].weight]
    return not told or any(place in facet.ours for place in told)


def _given_up(facet: Facet) -> Iterator[Signal]:
    """Yield that the clause has persons give up what the law lets nobody give up."""
    kept, (_, waived) = facet.law.of("unwaivable"), strength(facet, "waived")
    if kept and waived is not None:
        words, theirs = span(facet.clause, waived.first, waived.last, 6), span(facet.law, kept[0].first, kept[0].last, 6)
        yield Signal("right_revoked", 1.0, "right", words, theirs)


def _passed_on(facet: Facet, same: bool) -> Iterator[Signal]:
    """Yield that the clause passes on what the law says is nobody's to pass on: "inalienable", "not transferable"."""
    refused = set(places_of(facet.clause, "denied"))
    passed = [one for one in facet.clause.of("passed_on") if one.first not in refused]
    for kept in facet.law.of("untransferable") if passed else ():
        zone = range(max(0, kept.first - THING), kept.first)
        found = met(facet.law, zone, facet.clause, range(len(facet.clause.words)), same)
        if found.share >= HALF:
            kind: Kind = "right" if _rights(facet.law) else "prohibition"
            words = span(facet.clause, passed[0].first, passed[0].last, 6), span(facet.law, kept.first, kept.last, 6)
            yield Signal("right_revoked", min(1.0, HALF + found.share / 2), kind, *words)
            return


def _freedom(facet: Facet, same: bool) -> Iterator[Signal]:
    """Yield that the clause forbids what the law leaves persons free to do: "farmers may save seed", "remittances are free"."""
    refused = places_of(facet.clause, "denied")
    if not refused or facet.law.has("prohibition"):
        return
    for free in (*rules(facet.law, "freedom"), *rules(facet.law, "permission")):
        gone = deed(facet, free, refused, same)
        if gone:
            spans = span(facet.clause, gone.place, gone.place + 1, 6), span(facet.law, free.mark.first, free.mark.last, 6)
            yield Signal("freedom_denied", gone.value, "right", *spans)


def _denied(facet: Facet, mark: Mark, same: bool, law_span: tuple[int, int]) -> Iterator[Signal]:
    """Yield a denial that reaches what the right is about."""
    first, last = segment(facet.law, mark.first)
    zone = [place for place in range(first, last) if not mark.first <= place < mark.last]
    refused = places_of(facet.clause, "denied")
    found = met(facet.law, zone, facet.clause, refused, same)
    if found.ours and found.share >= LEAST:
        place = found.ours[0]
        yield Signal("right_denied", min(1.0, 0.4 + found.share), "right", span(facet.clause, place, place + 1, 6), law_span)


@remembered
def _rights(sentence: Sentence) -> tuple[Mark, ...]:
    """Return where a sentence speaks of rights: "droits de douane" and "derechos de importación" are dues, and none."""
    rights, known = sentence.of("right"), law.classes()
    dues = [one for name, marks in sentence.classes.items() if known[name].levied for one in marks] if rights else []
    return tuple(one for one in rights if not any(one.first < two.last and two.first < one.last for two in dues))


def _both_ways(sentence: Sentence, denial: Mark, mark: Mark) -> bool:
    """Whether a denial only names the other half of a pair: "patented and non-patented", "registrada o no registrada"."""
    said = {word.stem for word in sentence.words[max(0, denial.first - 3) : denial.first]}
    denied = sentence.words[denial.last : denial.last + 1]
    return sentence.words[mark.first].stem in said or any(word.weight and word.stem in said for word in denied)


@remembered
def _revoked(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause says that there is no such right: a negation within three words of the right."""
    asked = [step for step in sentence.every_step if step.status == "required"]
    for mark in _rights(sentence):
        if any(step.first < mark.last and mark.first < step.last for step in asked):
            continue  # "shall not be passed on without the consent of the other Party"
        for denial in sentence.of("negation"):
            if _both_ways(sentence, denial, mark):
                continue
            if -1 <= mark.first - denial.last <= 3 or 0 <= denial.first - mark.last <= 1:
                return Mark(min(mark.first, denial.first), max(mark.last, denial.last), "right")
    return None
