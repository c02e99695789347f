"""Points of a list that stand in a sentence of their own, behind the one that leads into it: "XVI - realizar auditorias".

Long lists are read point by point, and printed laws close a point with a stop. Such a point has the bearer and the modality of
the words that led into its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ssc_drafter.check.norms.reading import Mark, Reading
from ssc_drafter.check.structure.aims import infinitive, joined
from ssc_drafter.check.structure.clauses import Clause
from ssc_drafter.check.structure.cut import Cut
from ssc_drafter.check.structure.finite import PRESENT
from ssc_drafter.check.structure.made import Made
from ssc_drafter.check.structure.norm import Modality, Norm
from ssc_drafter.check.structure.points import points
from ssc_drafter.check.structure.told import Told, tongue

NOTE = 40  # words of what an editor put in brackets
LEADS = ("duty", "prohibition", "permission", "power", "right", "recommendation")
_BRACKET = r"(?:(?:\([^()]{4,90}\)|\[[^\[\]]{4,140}\])\s*)?"  # what an editor put ahead of a point
_POINT = re.compile(
    rf"\W{{0,3}}{_BRACKET}(?:(?:and|or|et|ou|y|o|e)\s+)?(?:\(?(?:[a-zñ]{{1,2}}|\d{{1,2}}|[ivxl]{{1,6}})\s?[).º°]|[IVXL]{{1,7}}\s?[-–—.)]|[-–•·*])"
)
_GOES_ON = re.compile(rf"\s*{_BRACKET}(?:(?:and|or|et|ou|y|o|e)\s+)?(?:not\s+)?[a-záéíóúâêôãõç]")
_TURNED: dict[str, Modality] = {"duty": "prohibition", "permission": "prohibition", "power": "prohibition"}


class Lead:
    """What led into the list that a text stands in, sentence by sentence."""

    def __init__(self) -> None:
        self.norm: Norm | None = None
        self.open = False  # whether the sentence before went on

    def goes_on(self, words: str) -> bool:
        """Whether a sentence is a point of the list that is open."""
        return self.norm is not None and (bool(_POINT.match(words)) or (self.open and bool(_GOES_ON.match(words))))

    def take(self, words: str, found: list[Norm], listed: bool) -> None:
        """Note a sentence with its norms; `listed` where it holds points of a list, or is one."""
        end = words.rstrip()[-1:]
        ruling = [one for one in found if one.modality in LEADS]
        if ruling and (end in (":", "—", "-", ";") or listed or ":" in words):
            self.norm = ruling[-1]
        elif not listed:
            self.norm = None
        self.open = end in (";", ",", ":", "—")


def carried(reading: Reading, told: Told, whole: Cut, lead: Norm) -> Iterator[Norm]:
    """Yield the norms of a sentence whose points begin with a verb, under the words that led into their list."""
    starts = [begin(told), *(place for place in points(told))]
    for number, start in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(told.texts)
        denied = bool(told.starts("negation", start))
        verb = start + denied
        length = _verb(told, verb, last)
        if not length:
            continue
        clause = Clause(Mark(verb, verb + length, PRESENT), start, last, (verb, verb), verb + length)
        one = Made(reading, told, whole, clause).norm()
        bearer = msgspec.structs.replace(lead.bearer, from_chapeau=True) if lead.bearer else None
        modality = _TURNED.get(lead.modality, lead.modality) if denied else lead.modality
        yield msgspec.structs.replace(one, modality=modality, modal=lead.modal, bearer=bearer)


def _verb(told: Told, place: int, last: int) -> int:
    """Return how many words at a place are verbs as a point of a list begins with them; 0 where none are."""
    if place >= last - 1:
        return 0
    if told.lang == "en":
        return int(told.lower[place] in tongue("en").verbs)
    return joined(told, place, last) - place if infinitive(told, place) else 0


def begin(told: Told) -> int:
    """Return where the first point of a sentence begins, behind its number and what an editor put ahead of it."""
    place = 0
    for opens, closes in (("(", ")"), ("[", "]")):
        if told.texts[0] == opens and closes in told.texts[:NOTE] and told.texts.index(closes) > len("(a)"):
            place = told.texts.index(closes) + 1
    while place < len(told.texts) - 1 and _label(told, place):
        place += 1
    return place


def _label(told: Told, place: int) -> bool:
    text = told.texts[place]
    short = len(text) <= 4 and text.isalnum() and told.texts[place + 1][:1] in (")", ".", "-", "–", "—", "º", "°")
    return not any(sign.isalpha() for sign in text) or short or bool(told.starts("joiner", place))
