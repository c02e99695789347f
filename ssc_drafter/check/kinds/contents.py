"""What the law forbids, commands, grants, defines, taxes, settles; and the clause that says the contrary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.deeds import acted
from ssc_drafter.check.kinds.procedure import gates
from ssc_drafter.check.kinds.signal import Signal, law_strength, span, strength, whole
from ssc_drafter.check.norms.reading import Mark, Sentence
from ssc_drafter.check.norms.stems import stem
from ssc_drafter.check.pairs import Facet, closeness

_ENTRY = {"entry_stay", "tax", "customs", "fee", "liability", "immunity", "criminal"}


def _law_span(facet: Facet, mark: Mark) -> tuple[int, int]:
    return span(facet.law, mark.first, mark.last, 6)


def prohibition(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a flat prohibition against a promise, and the same sense on both sides."""
    _, mark = law_strength(facet, "prohibition")
    if mark is None:
        return
    flat = 0.4 if gates(facet.law) else (0.75 if facet.law.has("exception") else 1.0)
    close, ours = strength(facet, "prohibition")
    negated = max(close, mood.denies if not facet.clause.has("defiance", "excludes") else 0.0)
    if ours is not None and close >= 0.9:
        yield Signal("both_forbid", flat * close, None, span(facet.clause, ours.first, ours.last, 4), _law_span(facet, mark))
        return
    _, promise = strength(facet, "permission", "duty", "at_once")
    words = span(facet.clause, promise.first, promise.last, 6) if promise else whole(facet.clause)
    yield Signal(
        "forbidden_flatly" if flat == 1.0 else "forbidden_promised",
        flat * acted(facet) * (1.0 - 0.5 * negated),
        "prohibition",
        words,
        _law_span(facet, mark),
    )


def command(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a duty of the law that the clause denies."""
    if facet.law.has("prohibition", "permission", "power") or _defined(facet.law):
        return
    strong, found = law_strength(facet, "duty")
    mark = found or Mark(*_core(facet), "duty")  # a statute that speaks in the present tense commands
    strong = strong or 0.8
    close, denial = strength(facet, "prohibition", "negation")
    if denial is not None:
        yield Signal(
            "duty_denied",
            strong * close,
            "prohibition",
            span(facet.clause, denial.first, denial.last, 6),
            _law_span(facet, mark),
        )


def _core(facet: Facet) -> tuple[int, int]:
    """Return the words of the law around the middle of the common ground."""
    middle = facet.theirs[len(facet.theirs) // 2] if facet.theirs else 0
    return middle, middle + 1


def opposite(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a word in the clause that says the contrary of one in the law."""
    if not mood.lang:
        return
    ours = {word.stem: place for place, word in enumerate(facet.clause.words)}
    known = contraries(mood.lang)
    for first in ours.keys() & known.keys():
        theirs = {word.stem: place for place, word in enumerate(facet.law.words)}
        for second in known[first]:
            if second in theirs and first not in theirs and second not in ours:
                place, law_place = ours[first], theirs[second]
                spans = span(facet.clause, place, place + 1, 6), span(facet.law, law_place, law_place + 1, 6)
                yield Signal("opposite_word", closeness(place, place + 1, facet.ours), "prohibition", *spans)
                return


@lru_cache(maxsize=4)
def contraries(lang: str) -> dict[str, set[str]]:
    """Return for a stem the stems of its contraries in a language, single words only."""
    found: dict[str, set[str]] = {}
    for one, other in law.words(lang).opposites:
        if " " not in one + other:
            first, second = stem(one, lang), stem(other, lang)
            found.setdefault(first, set()).add(second)
            found.setdefault(second, set()).add(first)
    return found


def right(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a right of persons or of the public that the clause takes away."""
    strong, mark = law_strength(facet, "right")
    if mark is None:
        return
    revoked = _revoked(facet.clause)
    if revoked:
        spans = span(facet.clause, revoked.first, revoked.last, 6), _law_span(facet, mark)
        yield Signal("right_revoked", closeness(revoked.first, revoked.last, facet.ours), "right", *spans)
        return
    close, denial = strength(facet, "prohibition", "negation", "exclusive", "exempt")
    if denial is not None:
        yield Signal(
            "right_denied", strong * close, "right", span(facet.clause, denial.first, denial.last, 6), _law_span(facet, mark)
        )


def _revoked(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause says that there is no such right: a negation within three words of the right."""
    for mark in sentence.of("right"):
        for denial in sentence.of("negation"):
            if -1 <= mark.first - denial.last <= 3 or 0 <= denial.first - mark.last <= 1:
                return Mark(min(mark.first, denial.first), max(mark.last, denial.last), "right")
    return None


def privilege(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield an exemption or immunity in a matter where the law taxes, admits or holds liable."""
    close, mark = strength(facet, "exempt")
    if mark is None or not any(name in facet.law.classes for name in _ENTRY):
        return
    strong, law_mark = law_strength(facet, "exempt")
    spans = span(facet.clause, mark.first, mark.last, 6), whole(facet.law) if law_mark is None else _law_span(facet, law_mark)
    granted = law_mark is not None and not facet.law.has("prohibition", "power", "exclusive", "exception")
    if granted:
        yield Signal("law_exempts", strong, None, *spans)
    else:
        yield Signal("exempted", close, "privilege", *spans)


def forum(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield disputes sent elsewhere, or immunity given up, where the law fixes the forum."""
    strong, mark = law_strength(facet, "forum")
    if mark is None or not (facet.law.has("prohibition", "exclusive", "duty", "right") or "court" in facet.law.classes):
        return
    close, ours = strength(facet, "forum")
    if ours is None:
        return
    spans = span(facet.clause, ours.first, ours.last, 6), _law_span(facet, mark)
    arbitrated = ("arbitrator" in facet.clause.classes) != ("arbitrator" in facet.law.classes)
    elsewhere = arbitrated or mood.other_side or facet.clause.has("defiance")
    yield Signal("forum_elsewhere" if elsewhere else "forum_same", close * strong, "forum" if elsewhere else None, *spans)


def precedence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a clause that puts itself above the law, where the provision speaks of rank."""
    strong, mark = law_strength(facet, "precedence")
    if mark is None:
        return
    close, ours = strength(facet, "precedence")
    if ours is None and facet.clause.has("law_noun"):
        close, ours = strength(facet, "defiance")
    if ours is None or not facet.clause.has("law_noun"):
        return
    yield Signal(
        "ranked_above", strong * close, "precedence", span(facet.clause, ours.first, ours.last, 6), _law_span(facet, mark)
    )


def _defined(sentence: Sentence) -> tuple[int, int] | None:
    """Return the words of the term that a sentence of law defines: what stands before "means", or a short lead and a colon."""
    marks = sentence.of("definition")
    if marks and 0 < marks[0].first <= 12:
        return 0, marks[0].first
    if marks and marks[0].first == 0:  # "on entend par ...", "considera-se ..."
        return marks[0].last, min(marks[0].last + 4, len(sentence.words))
    colon = next((place for place, word in enumerate(sentence.words[:9]) if word.stem == ":"), 0)
    return (0, colon) if colon and not sentence.has("duty", "prohibition") else None


def definition(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a term of the law that the clause defines in its own way."""
    term = _defined(facet.law)
    if term is None:
        return
    close, ours = strength(facet, "definition")
    named = [place for place in facet.theirs if term[0] <= place < term[1]]
    if ours is None or not named:
        return
    spans = span(facet.clause, ours.first, ours.last, 6), span(facet.law, term[0], term[1], 8)
    denied = mood.denies >= 0.5 or facet.clause.has("exclusive", "exception")
    refers = facet.clause.has("law_noun") and not denied  # "as the law defines it"
    yield Signal(
        "both_define" if refers or (not denied and facet.law_cover >= 0.5) else "redefined", close, "definition", *spans
    )


def duplication(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a second body for a task that the law gives to a body of its own."""
    close, ours = strength(facet, "creation")
    if ours is None or not ({"vote_body", "regulator"} & facet.law.classes.keys()):
        return
    strong, mark = law_strength(facet, "creation", "exclusive", "duty")
    if mark is not None:
        yield Signal(
            "second_body", close * strong, "duplication", span(facet.clause, ours.first, ours.last, 8), _law_span(facet, mark)
        )
