"""The clause of each norm of a sentence: from where to where it runs, its subject, and what it takes from a chapeau."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.beside import verbs_beside
from ssc_drafter.check.structure.cut import Cut
from ssc_drafter.check.structure.heads import STRONG
from ssc_drafter.check.structure.points import CLOSES, POINT, colon, points
from ssc_drafter.check.structure.told import Told, leads

NEAR_COLON = 3  # words from "which" to the colon: "among which:"
WHOLE = ("constitutive", "being", "definition")  # what a thing consists of is one norm, whatever its points
GIVEN = {
    "en": {"to"},
    "fr": {"à", "au", "aux"},
    "es": {"a", "al"},
    "pt": {"ao", "aos", "à", "às"},
}  # "to whom" something is given
LABEL = 8  # words of the number of a unit
SHORT = 3  # letters of a word in it
_COUNTED = re.compile(r"\d+(?:\.\d+)*[.ºª°oa]{0,2}")  # "27.", "1º"
_LABELS = {"art", "artículo", "artigo", "article", "section", "sec", "§", "parágrafo", "párrafo"}


class Clause(Struct, frozen=True):
    """One norm's clause: its head (None where a point of a list rules by the head of its chapeau), the words it runs over,
    its subject, and the clause of the chapeau that it goes on from."""

    head: Mark
    first: int
    last: int
    subject: tuple[int, int]
    after: int  # where what it rules begins
    chapeau: Clause | None = None
    denied: bool = False  # a point that says "not ..." behind "shall:"


def clauses(told: Told, cut: Cut) -> list[Clause]:
    """Return the clauses of a sentence in order; points of a list take from their chapeau what they do not say."""
    listed = points(told)
    begin = listed[0] if listed else len(told.texts)
    heads = [one for one in cut.heads if one.name != "nullity"]
    lead = [one for one in heads if one.first < begin]
    found = _run(told, cut, lead, 0, begin)
    chapeau = found[-1] if found and listed else None
    if chapeau is not None and (_of_a_relative(told, chapeau.head, begin) or _of_a_stretch(told, cut, chapeau, begin)):
        chapeau = None
    if chapeau is not None and not told.plan and (chapeau.head.name in WHOLE or _of_a_condition(told, cut, chapeau)):
        return [*found[:-1], msgspec.structs.replace(chapeau, last=len(told.texts))]
    if chapeau is None:
        rest = [] if not listed else _run(told, cut, heads[len(lead) :], begin, len(told.texts))
        if rest and not found and not told.plan and any(told.starts("relative", place) for place in range(colon(told))):
            subject = _subject(told, cut, 0, colon(told))  # "Any person who: (a) ...; or (b) ..., shall be liable"
            rest[0] = msgspec.structs.replace(rest[0], first=0, subject=subject if subject[0] < subject[1] else rest[0].subject)
        return found + rest
    rows: list[Clause] = []
    for place, first in enumerate(listed):
        last = listed[place + 1] if place + 1 < len(listed) else len(told.texts)
        own = _run(told, cut, [one for one in heads if first <= one.first < last], first, last, chapeau)
        rows += own or [_point(told, chapeau, first, last)]
    return found[:-1] + rows


def _point(told: Told, chapeau: Clause, first: int, last: int) -> Clause:
    """Return a point that has no modality of its own: that of its chapeau, turned by "not"."""
    denied = told.starts("negation", first)
    return Clause(chapeau.head, first, last, (first, first), first + denied, chapeau, bool(denied))


def _run(told: Told, cut: Cut, heads: list[Mark], first: int, last: int, chapeau: Clause | None = None) -> list[Clause]:
    """Return the clauses of the heads that stand between two words."""
    found: list[Clause] = []
    lefts = [_left(told, cut, one, heads[place - 1] if place else None, first) for place, one in enumerate(heads)]
    for place, head in enumerate(heads):
        end = lefts[place + 1] if place + 1 < len(heads) else last
        subject = _subject(told, cut, lefts[place], head.first)
        if head.name == "penal" and subject[0] == subject[1]:
            subject = _punished(told, head.last, end)
        found.append(Clause(head, lefts[place], end, subject, head.last, chapeau))
        if chapeau is None and (more := _beside(told, cut, found[-1])):
            found[-1:] = [msgspec.structs.replace(found[-1], last=more[0].first), *more]
    return found


def _beside(told: Told, cut: Cut, one: Clause) -> list[Clause]:
    """Return the clauses of the further verbs that the words of modality of a clause rule."""
    inside = frozenset(place for row in cut.stretches for place in range(row.first, row.last))
    found = verbs_beside(told, one.head, one.after, one.last, inside)
    ends = [place for place, _ in found[1:]] + [one.last]
    return (
        [Clause(one.head, place, end, (place, place), verb) for (place, verb), end in zip(found, ends, strict=True)]
        if found
        else []
    )


def _punished(told: Told, first: int, last: int) -> tuple[int, int]:
    """Return who is punished where the penalty comes first: "Est puni d'une amende ... quiconque refuse"."""
    marks = [one.first for name in ("anyone", "everyone") for one in told.of(name) if first <= one.first < last]
    while last > first and not any(sign.isalnum() for sign in told.texts[last - 1]):
        last -= 1
    return (min(marks), last) if marks else (first, first)


def _of_a_relative(told: Told, head: Mark, begin: int) -> bool:
    """Whether the words that lead into a list end in a clause that tells of a thing: ", which shall be lost in case of:"."""
    commas = [place for place in range(head.last, begin) if told.texts[place] == ","]
    end = min(colon(told), begin)
    if any(told.starts("relative", place) for place in range(max(head.last, end - NEAR_COLON), end)):
        return True
    if commas and told.starts("relative", commas[-1] + 1):
        return True
    tells = max([place for place in range(head.last, end) if told.starts("relative", place)], default=-1)
    modal = any(told.starts(name, tells + 1) for name in ("duty", "permission", "power"))
    return tells > 0 and modal and not any(place > tells for place in commas)  # "a statement which shall state the— (a)"


def _of_a_stretch(told: Told, cut: Cut, chapeau: Clause, begin: int) -> bool:
    """Whether the words that lead into a list open an exception: "save: (a) ...; (b) ..." """
    colon = next((place for place in range(chapeau.head.last, begin) if told.texts[place].strip("—") in {":", ""}), begin)
    return any(row.kind == "exception" and row.first >= chapeau.head.last and row.last == colon for row in cut.stretches)


def _of_a_condition(told: Told, cut: Cut, chapeau: Clause) -> bool:
    """Whether the points of a list are conditions: "does not apply where processing is— (a) ...; (b) ..."."""
    end = colon(told)
    if any(row.kind == "condition" and chapeau.head.last <= row.first < end <= row.last for row in cut.stretches):
        return True
    marks = [one.first for name in ("condition", "condition_led") for one in told.of(name)]
    return any(chapeau.after < place < end and "," not in told.texts[place:end] for place in marks) and end - chapeau.after > 1


def _left(told: Told, cut: Cut, head: Mark, before: Mark | None, first: int) -> int:
    """Return where a clause begins: behind the last strong stop, or where it is joined to the clause before."""
    floor = before.last if before else first
    strong = [place + 1 for place in range(floor, head.first) if told.texts[place] in STRONG and not _numbers(told, place)]
    strong = sorted([*strong, *(place for place in told.lines if floor <= place < head.first)])
    if strong:
        return strong[-1]
    if before is None:
        return first
    leading = [one.first for one in cut.stretches if one.leading and floor <= one.first < head.first]
    joined = [place for place in range(floor, head.first) if told.texts[place] == "," or told.starts("joiner", place)]
    return min(leading) if leading else (joined[-1] if joined else head.first)


def _numbers(told: Told, place: int) -> bool:
    """Whether a stop only closes the number of the sentence or of a point: "1.", "Art. 5."."""
    return (
        told.texts[place] == "."
        and told.lower[place - 1] != "etc"
        and (told.texts[place - 1].isdigit() or len(told.texts[place - 1]) <= 3)
    )


def _subject(told: Told, cut: Cut, first: int, last: int) -> tuple[int, int]:
    """Return the words of the subject between where a clause begins and its head, stretches and signs left out."""
    inside = {place for one in cut.stretches for place in range(one.first, one.last)}
    places = [place for place in range(first, last) if place not in inside]
    places = _without_label(told, places)
    while places and _hollow(told, places[0]):
        places.pop(0)
    while places and not any(sign.isalnum() for sign in told.texts[places[-1]]):
        places.pop()
    places = _without_lead(told, places, last)
    while len(places) > 1 and (told.starts("reflexive", places[-1]) or told.starts("negation", places[-1])):
        places.pop()  # "Los datos se conservarán", "Aucun marché n'est"
    if not places or not any(told.sentence.words[place].weight or told.texts[place].isalpha() for place in places):
        return last, last
    run = [places[0]]
    for place in places[1:]:
        if place != run[-1] + 1:
            break  # what stands between is a stretch: the subject is ahead of it
        run.append(place)
    while len(run) > 1 and not any(sign.isalnum() for sign in told.texts[run[-1]]):
        run.pop()
    return run[0], run[-1] + 1


def _without_label(told: Told, places: list[int]) -> list[int]:
    """Return the words of a subject without what an editor put in brackets ahead of it, and without the number of its unit:
    "(Incluído pela Lei nº 13.853) § 4º Os mandatos", "SEGUNDA.- El presente Decreto", "A RT. 13. – Le prestataire"."""
    while places and told.texts[places[0]] == "(":
        closes = [place for place in places if told.texts[place] == ")"]
        if not closes:
            break
        places = [place for place in places if place > closes[0]]
    numbers = [place for place in places[1:-3] if _numbered(told, place)]
    if numbers and not told.plan:
        places = [place for place in places if place > numbers[-1] + 2]
    dashes = [place for place in places[:LABEL] if told.texts[place].strip("–-—") == "" or told.texts[place].endswith(".-")]
    if dashes:
        ahead = [told.texts[place] for place in places if place < dashes[0]]
        ahead += [told.texts[dashes[0]].rstrip(".-")]
        if (
            all(len(text) <= SHORT or text.isupper() or not text.isalpha() for text in ahead)
            or told.lower[places[0]] in _LABELS
        ):
            places = [place for place in places if place > dashes[0]]
    return places


def _numbered(told: Told, place: int) -> bool:
    """Whether the number of a subsection stands at a place, behind a heading in the same line: "Mandate (1) The mandate"."""
    texts = told.texts[place : place + 4]
    return (
        texts[0] == "("
        and texts[1].isdigit()
        and texts[2] == ")"
        and texts[3][0].isupper()
        and not told.texts[place - 1].isdigit()
    )


def _without_lead(told: Told, places: list[int], head: int) -> list[int]:
    """Return the words of a subject without words of place or manner that a comma closes: "No processo, poderá"."""
    while places and (leads(told, places[0]) or _says_how(told, places[0])):
        commas = [place for place in range(places[0], head) if told.texts[place] == ","]
        if not commas:
            break
        places = [place for place in places if place > commas[0]]
        while places and _hollow(told, places[0]):
            places.pop(0)
    return _behind_preposition(told, places, head) if places and leads(told, places[0]) and not told.plan else places


def _behind_preposition(told: Told, places: list[int], head: int) -> list[int]:
    """Return the subject behind words of place or manner that no comma closes: "In determining such appeal the Minister may";
    none where nobody follows: "En éstos se incluye"."""
    marks = {one.first for name in ("persons", "organs") for one in told.of(name)}
    for place in reversed(places[2:-1]):
        if told.starts("article", place) and place + 1 in marks and not leads(told, place - 1):
            return [one for one in places if one >= place]
    given = told.lower[places[0]] in GIVEN[told.lang]
    return places if given or told.lang == "en" else []


def _says_how(told: Told, place: int) -> bool:
    return told.lower[place].endswith(("mente", "ally", "ment")) and told.texts[place + 1 : place + 2] == (",",)


def _hollow(told: Told, place: int) -> bool:
    """Whether a word ahead of a subject is none of it: signs, numbers of points, "and"."""
    text = told.texts[place]
    closed = text.endswith(".") or (place + 1 < len(told.texts) and told.texts[place + 1] in CLOSES)
    numbered = bool(POINT.fullmatch(text.rstrip("."))) and closed
    label = told.lower[place].rstrip(".") in _LABELS or bool(_COUNTED.fullmatch(text))
    neither = bool(told.starts("nobody", place)) and (place == 0 or told.texts[place - 1] in STRONG)  # "Ni el director ni"
    small = (told.starts("joiner", place) and not neither) or told.starts("reflexive", place)
    small = small or (bool(told.starts("relative", place)) and not told.starts("anyone", place))  # "que debe"
    return not any(sign.isalpha() for sign in text) or numbered or label or bool(small)
