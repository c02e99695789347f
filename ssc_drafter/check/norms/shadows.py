"""What a sentence says inside longer words: "de conformidad con" names no approval, and an editor's note is no law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark

# Phrases that swallow what a shorter one inside them would say: fixed ones all of it, those of limits classes and "by".
_LIMITS = ("at_most", "at_least", "above", "below", "most_behind", "least_behind")
_SWALLOWED = ("step", "gate_link", "gate_firm", "waiting", "agent", "exclusive", "forum", "negation")
_LACKING = {"sans", "sin", "sem"}
_DENIALS = ("negation", "prohibition", "excludes")
_NOTE = 40  # words that an editor's note may be long
Marks = dict[str, tuple[Mark, ...]]


def notes(marks: Marks, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return where editors of a law say since when words stand in it: to the closing bracket, or else to the year."""
    found = []
    for mark in marks.get("editorial", ()):
        bracketed = "(" in texts[max(0, mark.first - 2) : mark.first]
        ends = [
            place + 1
            for place in range(mark.last, min(len(texts), mark.last + _NOTE))
            if (texts[place] == ")" if bracketed else len(texts[place]) == 4 and texts[place].isdigit())
        ]
        last = ends[0] if ends else len(texts) if bracketed else mark.last
        found.append((mark.first, last))
    return found


def without(marks: Marks, spans: Sequence[tuple[int, int]]) -> Marks:
    """Return the marks of which no word stands in one of the spans."""
    if not spans:
        return marks
    kept = {name: tuple(one for one in row if not _inside(one, spans)) for name, row in marks.items()}
    return {name: row for name, row in kept.items() if row}


def denied_once(marks: Marks, texts: Sequence[str]) -> Marks:
    """Return the marks without a second denial behind "without": "sans aucun permis", "sin ningún", "sem nenhuma".

    English has the same in "without any", which denies once.
    """
    behind = {place + 1 for place, text in enumerate(texts) if text.lower() in _LACKING}
    if not behind:
        return marks
    kept = {name: tuple(one for one in row if name not in _DENIALS or one.first not in behind) for name, row in marks.items()}
    return {name: row for name, row in kept.items() if row}


def _inside(mark: Mark, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first < mark.last and mark.first < last for first, last in spans)


def swallowed(functions: Marks, others: Sequence[Marks]) -> tuple[Marks, list[Marks]]:
    """Return the marks of function, and those of classes and acts, without what a longer fixed phrase swallows."""
    fixed = _spans(functions, ("formula",))
    wide = fixed + _spans(functions, _LIMITS)
    if not wide:
        return functions, list(others)
    by = {"agent": wide} | {name: fixed for name in _SWALLOWED if name != "agent"}
    kept = {name: tuple(one for one in row if not _within(one, by.get(name, []))) for name, row in functions.items()}
    rest = [{name: tuple(one for one in row if not _within(one, wide)) for name, row in marks.items()} for marks in others]
    return {name: row for name, row in kept.items() if row}, [{n: row for n, row in one.items() if row} for one in rest]


def _spans(marks: Marks, names: Sequence[str]) -> list[tuple[int, int]]:
    return [(one.first, one.last) for name in names for one in marks.get(name, ()) if one.last - one.first > 1]


def _within(mark: Mark, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a mark lies in one of the spans and is shorter."""
    length = mark.last - mark.first
    return any(first <= mark.first and mark.last <= last and length < last - first for first, last in spans)


def nested(classes: Marks) -> Marks:
    """Return the marks of classes without those inside a longer name of another class: "personal data" names no personnel.

    A class keeps its words inside one above or under it, a body inside any, an object inside the name of a person or body
    (finance in "Minister of Finance"), and words that say the contrary of others ("paid leave") swallow nothing.
    """
    known = law.classes()
    wide = [one for name, row in classes.items() if not known[name].contrary for one in row if one.last - one.first > 1]
    if not wide:
        return classes
    over: dict[int, list[Mark]] = defaultdict(list)  # the long names over each word
    for one in wide:
        for place in range(one.first, one.last):
            over[place].append(one)
    kept = {
        name: row if known[name].body else tuple(one for one in row if not _named(one, over.get(one.first, ())))
        for name, row in classes.items()
    }
    return {name: row for name, row in kept.items() if row}


def _named(mark: Mark, wide: Sequence[Mark]) -> bool:
    """Whether a mark is part of the longer name of a class that is no relative of its own."""
    known = law.classes()
    return any(
        _within(mark, [(one.first, one.last)])
        and mark.name not in (one.name, known[one.name].under)
        and known[mark.name].under != one.name
        and known[mark.name].person >= known[one.name].person
        for one in wide
    )
