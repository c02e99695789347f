"""Other words for a clause, to be weighed again: a variant of the library, blanks filled, or the clause with the law's number.

A blank that asks for a number takes the number that the library proposes, brought within the law's own; one that asks for
anything else stays open, since what an officer types there may bring the trouble back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from ssc_drafter.check import reasons
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.renewals import renewing
from ssc_drafter.check.kinds.limits import comparable
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence
from ssc_drafter.language.numbers import figures, in_words, spelled

if TYPE_CHECKING:
    from ssc_drafter.answers.question import Question
    from ssc_drafter.library.clause import Clause

COUNT, PLURAL = "count", 2  # what is counted by the head; from two on its noun stays as it is
BLANK = "…"  # what stands for a blank that is no number
_FORMS = re.compile(  # two forms of the same words: by the number of Parties, or by what else the draft has
    r"\{%\s*if [^%]*\b(?:parties|present)\b[^%]*%\}(?:(?!\{%).)*\{%\s*else\s*%\}((?:(?!\{%).)*)\{%\s*endif\s*%\}", re.DOTALL
)
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SAID = re.compile(r"\{\{\s*(?:'([^']*)'|([a-z_]+))(.*?)\}\}", re.DOTALL)
_UNIT = re.compile(r"spelled\('(\w+)'\)")
_DATE = "day_of_year"  # a day of the calendar, in the place of which no period can stand
_ORDINAL = re.compile(
    r"\b(?:first|second|third|\w+(?:th|ieth)|premi\w+|\w+i[èe]me|primer\w*|segund\w+|tercer\w*|\w*[éeêa]sim[oa]|cuart\w+|quint\w+|d[ée]cim\w+)\b(?!\s+(?:of|de)\b)",
    re.IGNORECASE,
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_MONTHS = {"month": 1, "year": 12}
_PROPOSED = 3  # the number in a blank for which the library proposes none


class Limit(Struct, frozen=True):
    """A number of the clause that passes one of the law, with their sentences; `most` where the law sets an upper end."""

    clause: Sentence
    law: Sentence
    ours: Quantity
    theirs: Quantity
    most: bool


class Reworded(Struct, frozen=True):
    """Words for a clause, and the number of the law that stands in them ("" where none had to be put in)."""

    text: str
    value: str = ""


def limits(held: Held) -> Iterator[Limit]:
    """Yield the numbers that a finding on a limit rests on."""
    leading = held.found.leading
    if leading is not None and leading.kind == "limit" and not held.links:
        yield from between(held, leading.clause, leading.law)


def between(held: Held, ours_in: tuple[int, int], theirs_in: tuple[int, int]) -> Iterator[Limit]:
    """Yield the numbers in a stretch of the clause that differ from those in a stretch of the provision."""
    for clause, ours in _within(held.clause, ours_in):
        for law, theirs in _within(held.provision, theirs_in):
            values = comparable(ours, theirs)
            if values and values[0] != values[1]:
                yield Limit(clause, law, ours, theirs, values[0] > values[1])


def _within(reading: Reading, span: tuple[int, int]) -> Iterator[tuple[Sentence, Quantity]]:
    for sentence in reading.sentences:
        for one in sentence.quantities:
            if span[0] <= sentence.words[one.first].start and sentence.words[one.last - 1].end <= span[1]:
                yield sentence, one


def with_law_number(held: Held, one: Limit) -> Reworded | None:
    """Return the clause with the law's number in the place of its own; None where its words cannot simply be changed."""
    text, value = held.clause.text, value_of(held, one)
    places = [_place(one.clause, number) for number in _beyond(held, one)]
    if (
        not value
        or any(_joined(text[start:end], value) for start, end in places)
        or _DATE in (one.ours.scale, one.theirs.scale)
    ):
        return None
    for start, end in sorted(places, reverse=True):
        text = text[:start] + value + text[end:]
    return Reworded(text.strip(), value)


def _joined(words: str, value: str) -> bool:
    """Whether another number cannot simply stand in a number's place: it is one word with its unit ("a five-year term"), an
    ordinal ("on the fifth day"), or no fraction where the other is one."""
    return not words.split() or "-" in words.split()[-1] or bool(_ORDINAL.search(words)) or ("/" in value and "/" not in words)


def _beyond(held: Held, one: Limit) -> list[Quantity]:
    """Return the number that passes the law's, and in a sentence that renews those of the renewals that pass it too."""
    if not one.most or renewing(held.clause, one.clause) == one.clause.end:
        return [one.ours]
    rows = [(number, comparable(number, one.theirs)) for number in one.clause.quantities]
    return [number for number, values in rows if number == one.ours or (values and values[0] > values[1])]


def _place(sentence: Sentence, one: Quantity) -> tuple[int, int]:
    return sentence.words[one.first].start, sentence.words[one.last - 1].end


def value_of(held: Held, one: Limit) -> str:
    """Return the law's number in words of the draft: its own where both are in one language, else spelled."""
    start, end = _place(one.law, one.theirs)
    if held.clause.lang == held.provision.lang:
        return held.provision.text[start:end]
    number = _counted(one, one.theirs.unit)
    return spelled(number, held.clause.lang, one.theirs.unit) if number else ""


def _counted(one: Limit, unit: str) -> int:
    """Return how many of a unit of time the law's number makes, in whole ones that it allows; 0 where it counts none."""
    if one.theirs.scale not in ("months", "days") or unit not in _DAYS:
        return 0
    if one.theirs.scale == "months" and unit in _MONTHS:
        whole, rest = divmod(one.theirs.value, _MONTHS[unit])
    else:
        whole, rest = divmod(one.theirs.value * (_DAYS["month"] if one.theirs.scale == "months" else 1.0), _DAYS[unit])
    return int(whole) if one.most or not rest else int(whole) + 1


_SHARE = re.compile(r"(\s?%|\s(?:per\s?cent|pour\scent|por\s?ciento|por\scento))\Z", re.IGNORECASE)
_FIGURES = re.compile(r"\d(?:[\d.,\s]*\d)?")


def with_less(clause: Reading, number: Quantity, near: int, most: float) -> Reworded | None:
    """Return a clause with no more than a law leaves to a share or sum, in whole ones, in the place of its own.

    `near` is where its sentence begins. None where nothing is left to it, or a sum is not in figures; persons and things are
    told in words as well, two of them at least, since their noun is in the plural.
    """
    sentence = next((one for one in clause.sentences if one.start <= near < one.end), None)
    whole = int(most + 1e-9)
    if sentence is None or whole < 1:
        return None
    start, end = _place(sentence, number)
    said, amount = clause.text[start:end], figures(whole, clause.lang)
    if number.scale == "percent":
        unit = _SHARE.search(said)
        value = f"{amount}{unit[1]}" if unit else ""
    elif _FIGURES.search(said):
        value = _FIGURES.sub(amount, said, count=1)
    else:
        value = _told(whole, said, clause.lang) if number.scale == COUNT and whole >= PLURAL else ""
    return Reworded((clause.text[:start] + value + clause.text[end:]).strip(), value) if value else None


_AGREES = re.compile(r"(?:un|uno|um|dois|entos)\Z")


def _told(whole: int, said: str, lang: str) -> str:
    """Return a number of persons or things in words; in figures where its word would agree with what it counts (dois, duas)."""
    words = in_words(whole, lang)
    words = figures(whole, lang) if lang != "en" and _AGREES.search(words) else words
    return words.capitalize() if said[:1].isupper() else words


def filled(clause: Clause, source: str, lang: str, limit: Limit | None) -> Reworded:
    """Return the text of a variant as it would stand in a draft of two States."""
    put: list[str] = []

    def said(found: re.Match[str]) -> str:
        quoted, name, rest = found.groups()
        slot = clause.slots.get(name or "")
        if slot is None:
            return str(
                (quoted or "").replace("_", " ") or (reasons.sentences(lang)["this_instrument"] if name == "instrument" else "")
            )
        unit = _UNIT.search(rest)
        if slot.kind != "number" or unit is None or unit[1] not in _DAYS:
            return str(slot.default) if slot.kind == "number" and slot.default is not None else BLANK
        number, changed = _proposed(slot, unit[1], limit)
        words = spelled(number, lang, unit[1])
        if changed and words not in put:
            put.append(words)
        return words

    text = _SAID.sub(said, _TAG.sub(" ", _FORMS.sub(r"\1", source)))
    return Reworded(text, ", ".join(put))


def _proposed(slot: Question, unit: str, limit: Limit | None) -> tuple[int, bool]:
    """Return the number that stands in a blank, and whether it was brought within the law's."""
    number = int(slot.default or slot.least or _PROPOSED)
    law = _counted(limit, unit) if limit else 0
    if limit and law and (number > law if limit.most else number < law):
        return law, True
    return number, False


def in_force_later(text: str, span: tuple[int, int], lang: str) -> str:
    """Return a clause that waits for the Parties' own procedures where a sentence of it made the agreement bind at once."""
    return text[: span[0]] + reasons.sentences(lang)["stand_force"] + text[span[1] :]
