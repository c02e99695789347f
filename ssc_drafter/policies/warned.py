"""What a person has to know of the units that were found: gaps in the numbers, lost order, doubled text, what stands apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ssc_drafter.policies.instrument import Provision, Warn
from ssc_drafter.words import say

FEW = 3  # units from which as many missing numbers show that a text is shortened
LONG = 4000  # characters of a text in which one unit alone is suspicious
SENTENCE = re.compile(r"(?<=[.;:,])\s+|\n")
WHOLE = re.compile(r"(?:[A-Z]{2,3} )?(\d+)")


def warned(
    text: str, provisions: Sequence[Provision], other: Sequence[Provision], ui: str = "en", twice: Sequence[str] = ()
) -> tuple[Warn, ...]:
    """Return the warnings on the units of a text, in the language `ui`; `twice`: numbers of two units read as one."""
    if not provisions:
        return (Warn(say("policies.no_units", ui), "provisions"),)
    said = [*_numbers(provisions, ui), *_doubled(text, provisions, ui), *_apart(other, ui)]
    if twice:
        said.append(Warn(say("policies.number_twice", ui, numbers=", ".join(dict.fromkeys(twice))), "provisions"))
    if len(provisions) == 1 and len(text) > LONG:
        said.append(Warn(say("policies.one_unit", ui), "provisions"))
    return tuple(said)


def _numbers(provisions: Sequence[Provision], ui: str) -> Iterator[Warn]:
    body = [one for one in provisions if one.number[:1].isdigit()]
    have = {whole(one.number) for one in body}
    missing = [number for number in range(1, max(have, default=0) + 1) if number not in have]
    if missing:
        yield Warn(say("policies.missing", ui, numbers=ranges(missing)), "provisions")
    if len(body) >= FEW and len(missing) >= len(have):
        yield Warn(say("policies.abridged", ui, have=len(have), missing=len(missing)), "provisions")
    by_place = [whole(one.number) for one in sorted(body, key=lambda one: one.start)]
    if by_place != sorted(by_place):
        yield Warn(say("policies.out_of_order", ui), "provisions")


def _doubled(text: str, provisions: Sequence[Provision], ui: str) -> Iterator[Warn]:
    sample = provisions[:: max(len(provisions) // 60, 1)]
    count = sum(_repeats(text[one.start : min(one.end, one.start + 4000)]) for one in sample)
    if count > max(len(sample) * 0.3, 2):
        total = len(provisions)
        yield Warn(say("policies.doubled", ui, count=round(count / len(sample) * total), total=total), "provisions")


def _repeats(words: str) -> bool:
    """Whether a piece between two stops stands twice within a few pieces."""
    pieces = [piece for piece in SENTENCE.split(words) if len(piece) > 30]
    return any(piece in pieces[place + 1 : place + 4] for place, piece in enumerate(pieces))


def _apart(other: Sequence[Provision], ui: str) -> Iterator[Warn]:
    for container in ("earlier wording", "quoted"):
        numbers = list(dict.fromkeys(one.number for one in other if one.container == container))
        if numbers:
            key = "policies.earlier" if container != "quoted" else "policies.quoted"
            yield Warn(say(key, ui, numbers=", ".join(numbers)), "other")
    approving = sum(one.container == "approving act" for one in other)
    if approving:
        yield Warn(say("policies.approving", ui, count=approving), "other")
    for container in dict.fromkeys(one.container for one in other if one.container.startswith("part ")):
        yield Warn(say("policies.restarts", ui, container=container), "other")


def missing(provisions: Iterable[Provision]) -> str:
    """Return the numbers that a row of provisions leaves out, from 1 to the highest; nothing where none is missing."""
    have = {whole(one.number) for one in provisions if one.number[:1].isdigit()}
    return ranges([number for number in range(1, max(have, default=0) + 1) if number not in have])


def whole(number: str) -> int:
    """Return the figure of a printed number without its letter: 12 of "12A"."""
    found = WHOLE.match(number)
    return int(found[1]) if found else 0


def order(number: str) -> tuple[str, list[int], str]:
    """Return what numbers are put in order by: the body, then final provisions by their code; 7.10 stands after 7.9."""
    code = re.match(r"[A-Z]{2,3}(?= )", number)
    return (code[0] if code else "", [int(figure) for figure in re.findall(r"\d+", number)], number)


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers as one writes them: 9, 29, 44-46."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(str(group[0]) if len(group) == 1 else f"{group[0]}-{group[-1]}" for group in groups)
