"""Aims of a policy: where an infinitive, a headed line or a noun with its day rules by itself ("Reducir la pobreza",
"Meta: 95 % das crianças", "Reduction of losses to 20 % by 2030"), and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.norms.reading import Mark, Quantity
from ssc_drafter.check.structure.heads import INTENDS, STRONG
from ssc_drafter.check.structure.told import HEADS, Told, tongue

AIM = "aim"
LEAST = 3  # letters of an infinitive
LEADS = 3  # words of lead ahead of a verb: "and further to"
NEAR = 4  # words from where a line begins to its noun of change or its amount: "a 23 % reduction"
JOINED = 6  # words of verbs that share what they are about: "Conservar, aprovechar y proteger"
_ASIDE = {",", "(", ")", "*", "_"}
_NUMBERED = {":", ".", "-", "–", "—", "|", ")", "*"}


class Aim(Struct, frozen=True):
    """An aim: the words that set it, the words of what is to come about (none where a noun says it), where it begins."""

    head: Mark
    effect: tuple[int, int] | None
    first: int
    last: int


def aims(told: Told) -> tuple[Aim, ...]:
    """Return the aims of a sentence of a policy, part by part."""
    if not told.plan:
        return ()
    stops = [place for place, text in enumerate(told.texts) if text in (";", "—")]
    rows = zip([0, *(place + 1 for place in stops)], [*stops, len(told.texts)], strict=True)
    return tuple(one for first, last in rows for one in _of_part(told, first, last))


def _of_part(told: Told, first: int, last: int) -> Iterator[Aim]:
    begin = _opening(told, first, last)
    head, behind = _label(told, begin, last)
    verb = _verb(told, behind, last)
    if verb and not _only_tells(told, verb[1], last) and _says(told, verb[1], last):
        yield Aim(head or Mark(verb[0], verb[1], AIM), verb, begin, last)
        yield from _second(told, verb[1], last)
    elif verb is None and (named := head or _day(told, behind, last)) and _measured(told, behind, last, bool(head)):
        yield Aim(named, None, behind if head else begin, last)


def _opening(told: Told, place: int, last: int) -> int:
    """Return where the words of a part begin, behind signs and the number of a point."""
    while place < last:
        text = told.texts[place]
        closed = place + 1 < last and told.texts[place + 1] in (")", ".", "º")
        numbered = text.rstrip(".)").replace(".", "").isdigit() and (closed or text[-1] in ".)" or "." in text)
        lettered = len(text) <= 3 and text.isalpha() and closed and told.texts[place + 1] == ")"
        if any(sign.isalnum() for sign in text) and not (numbered or lettered):
            break
        place += 1 + (closed and (numbered or lettered))
    return place


def _label(told: Told, first: int, last: int) -> tuple[Mark | None, int]:
    """Return the words that head an aim ("Target 3.2:", "Meta:"), and the place behind them; none where nothing does."""
    if not (length := told.starts("label", first)):
        return None, first
    place = first + length
    numbered = place
    while numbered < last and (told.texts[numbered].replace(".", "").isdigit() or len(told.texts[numbered]) == 1):
        if told.texts[numbered] in _NUMBERED:
            break
        numbered += 1
    while numbered < last and told.texts[numbered] in _NUMBERED:
        numbered += 1
    return (Mark(first, place, AIM), numbered) if numbered > place else (None, first)


def _verb(told: Told, place: int, last: int) -> tuple[int, int] | None:
    """Return the infinitives with which a part begins, behind a day or words of manner that a comma closes."""
    commas = [one + 1 for one in range(place, last) if told.texts[one] == ","]
    led = bool(_dates(told, place, commas[0])) or _opens(told, place) if commas else False
    for begin in (place, *(commas[:1] if led else ())):
        start = begin
        for _ in range(LEADS):
            start += told.starts("aim_lead", start) + (told.texts[start] in _ASIDE if start < last else 0)
        if start < last and infinitive(told, start):
            return start, joined(told, start, last)
    return None


def _opens(told: Told, place: int) -> bool:
    return any(told.starts(name, place) for name in ("deference", "condition", "condition_led", "supported", "by_means"))


def infinitive(told: Told, place: int) -> int:
    """Return how many words at a place are a verb in the infinitive; 0 where none are."""
    text = told.lower[place]
    if told.starts("no_infinitive", place) or any(place == one.first for one in told.sentence.quantities):
        return 0
    if length := told.starts("infinitive", place):
        return length
    reflexive = told.lower[place + 1] in ("-se", "se") if text.endswith("-") and place + 1 < len(told.texts) else False
    ends = text.rstrip("-").endswith(tongue(told.lang).infinitive) if tongue(told.lang).infinitive else False
    return 1 + reflexive if ends and len(text) >= LEAST and text.replace("-", "").isalpha() else 0


def joined(told: Told, place: int, last: int) -> int:
    """Return where a row of infinitives ends that share what they are about: "Conservar e incrementar"."""
    end = place + infinitive(told, place)
    at = end
    while at < min(last, place + JOINED) and (told.texts[at] in (",", "/") or told.starts("joiner", at)):
        at += 1
        if told.starts("joiner", at):
            continue
        if at < last and (length := infinitive(told, at)):
            end = at = at + length
    return end


def _only_tells(told: Told, first: int, last: int) -> bool:
    """Whether a verb that rules or tells follows in the clause: "Reducir la pobreza es un reto", "To end this, we shall"."""
    heads = [one.first for name in (*HEADS, INTENDS) if name != "definition" for one in told.of(name)]
    for place in sorted({*heads, *(one.first for one in told.of("tells"))}):
        if first <= place < last and not _subordinate(told, first, place):
            return not any(told.texts[one] in STRONG for one in range(first, place))
    return False


def _subordinate(told: Told, first: int, place: int) -> bool:
    """Whether a verb stands in a clause that a relative, a condition or an exception opens."""
    names = ("relative", "condition", "condition_led", "exception", "supported", "proviso", "be")
    return any(told.starts(name, one) for one in range(first, place) for name in names)


def _says(told: Told, first: int, last: int) -> bool:
    """Whether something is said of what the verb is about: a verb alone is a heading."""
    if first < last and told.texts[first] == ":":
        return False
    return any(told.sentence.words[place].weight for place in range(first, last)) or bool(_amounts(told, first, last))


def _second(told: Told, first: int, last: int) -> Iterator[Aim]:
    """Yield a further aim joined to the first: behind "and", where both have an amount of their own."""
    for place in range(first, last - 2):
        joined = told.starts("joiner", place)
        verb = infinitive(told, place + joined) if joined else 0
        if verb and _amounts(told, first, place) and _amounts(told, place, last):
            head = Mark(place + joined, place + joined + verb, AIM)
            yield Aim(head, (head.first, head.last), place, last)
            return


def _dates(told: Told, first: int, last: int) -> list[Quantity]:
    return [one for one in told.sentence.quantities if one.scale == "date" and first <= one.first < last]


def _amounts(told: Told, first: int, last: int) -> list[Quantity]:
    return [one for one in told.sentence.quantities if one.scale not in ("date", "day_of_year") and first <= one.first < last]


def _day(told: Told, first: int, last: int) -> Mark | None:
    """Return the words of the day by which something is to have come about, "in" which behind a noun of change."""
    changes = any(told.starts("changes", place) for place in range(first, min(first + NEAR, last)))
    compares = ("most", "exact") if changes else ("most",)
    return next((Mark(one.first, one.last, AIM) for one in _dates(told, first, last) if one.compare in compares), None)


def _measured(told: Told, first: int, last: int, labelled: bool) -> bool:
    """Whether a noun rules: behind a label with an amount or a day; else with both, a noun of change or the amount ahead."""
    heads = [
        one for name in HEADS for one in told.of(name) if first <= one.first < last and not _subordinate(told, first, one.first)
    ]
    tells = [one for one in told.of("tells") if first <= one.first < last and not _subordinate(told, first, one.first)]
    if heads or tells or first >= last:
        return False
    amounts, dates = _amounts(told, first, last), _dates(told, first, last)
    changes = any(told.starts("changes", place) for place in range(first, min(first + NEAR, last)))
    if labelled:
        return bool(amounts or dates or changes)
    near = any(one.first < first + NEAR for one in amounts)
    return bool(dates) and bool(amounts) and (changes or near)
