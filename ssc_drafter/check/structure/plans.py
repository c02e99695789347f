"""The norms of a policy: of each piece its own, with the body that its section names and the condition that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.structure.aims import aims
from ssc_drafter.check.structure.bearers import kind_of
from ssc_drafter.check.structure.clauses import Clause, clauses
from ssc_drafter.check.structure.cut import cut
from ssc_drafter.check.structure.heads import STRONG
from ssc_drafter.check.structure.norm import Bearer, Norm, Part
from ssc_drafter.check.structure.pieces import Piece, pieces
from ssc_drafter.check.structure.planned import Planned
from ssc_drafter.check.structure.targets import Target, piped, targets
from ssc_drafter.check.structure.told import Told, told
from ssc_drafter.policies.instrument import Table

RULES = ("duty", "prohibition", "permission", "power", "right", "exemption", "recommendation")
CAPITALS = 4  # words of a name ahead of its own word: "National Health Authority"
BODY = 14  # words of the name of a body that stands behind "Responsible:"
_FIRST = re.compile(r"(?m)^[^\w\n]*(?:\(?\w{1,4}[.)]\s+)?[^\W\d_]+(?=\s\d)")
S = TypeVar("S")


def norms_of_plan(text: str, lang: str, heading: str = "", tables: Sequence[Table] = (), since: int = 0) -> tuple[Norm, ...]:
    """Return the norms of a text of a policy in order. `heading` is what heads it, where that is known: it sets no aim.

    `tables` are those that its file told of; rows of a plain text are told by "|". `since` is the year in which it begins.
    """

    def says(start: int, end: int) -> tuple[Norm, ...]:
        return tuple(_moved(one, start) for one in norms_in_plan(_read(text[start:end], lang)))

    rows = targets(text, lang, tables or piped(text), says, since)
    section = _Section(text, lang)
    found = pieces(_without(text, rows), heading)
    place = 0
    while place < len(found):
        last = _list_end(text, found, place)
        if last > place + 1 and _leads(text[found[place].start : found[place].end], lang):
            section.take(Piece(found[place].start, found[last - 1].end, "text"))  # points of a list share its modality
            place = last
        else:
            section.take(found[place])
            place += 1
    return tuple(sorted([*section.close(), *(each for one in rows for each in one.norms)], key=lambda one: one.start))


def _without(text: str, rows: Sequence[Target]) -> str:
    """Return a text with blanks in the place of the rows that are norms, so that nothing of them is read twice."""
    for one in rows:
        text = text[: one.start] + re.sub(r"[^\n]", " ", text[one.start : one.end]) + text[one.end :]
    return text


def _list_end(text: str, found: list[Piece], place: int) -> int:
    """Return where the points end that a piece leads into with a colon; the place behind it where it leads into none."""
    if found[place].kind == "heading" or text[found[place].end - 1 : found[place].end] not in (":", "—"):
        return place + 1
    end = place + 1
    while end < len(found) and found[end].kind in ("item", "numbered"):
        end += 1
    return end


def _leads(words: str, lang: str) -> bool:
    """Whether words that lead into a list rule: "The Ministry shall:", unlike "The objectives are:"."""
    reading = read(words, lang)
    heads = [one.name for sentence in reading.sentences[-1:] for one in cut(told(reading, sentence)).heads]
    return bool(heads) and heads[-1] in RULES


class _Section:
    """What was read of a section of a policy so far: its norms, and which body has to meet its aims."""

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang = text, lang
        self.done: list[Norm] = []
        self.open: list[Norm] = []
        self.ahead: Bearer | None = None  # a body that a heading or words ahead of a list name
        self.named: Bearer | None = None  # a body that stands behind "Responsible:" ahead of the aims

    def take(self, piece: Piece) -> None:
        words = self.text[piece.start : piece.end]
        reading = _read(words, self.lang)
        if piece.kind == "heading":
            self._next()
            self.ahead = self._body(reading, piece, whole=True)
        if body := self._responsible(reading, piece):
            waiting = any(_bare(one) for one in self.open)
            self.open = [_borne(one, body) for one in self.open]
            self.named = None if waiting else body
            return
        headed = piece.kind == "heading"
        found = [one for one in norms_in_plan(reading) if not headed or _labelled(one, reading)]
        if not any(one.modality == "commitment" for one in found):
            parts = (part for sentence in reading.sentences for part in _conditions(reading, sentence))
            rows = tuple(_moved(part, piece.start) for part in parts)
            self.open = [_with(one, rows) for one in self.open]
        if piece.kind == "text" and words.endswith(":"):
            self.ahead = self._body(reading, piece) or self.ahead
        if not found and self.open and self._beside(piece) and (body := self._body(reading, piece, whole=True)):
            self.open[-1] = _borne(self.open[-1], body)  # the next cell of a row
            self.ahead = None
            return
        body = self.named or self.ahead
        self.open += [_borne(_moved(one, piece.start), body) for one in found]

    def close(self) -> list[Norm]:
        self._next()
        return self.done

    def _next(self) -> None:
        self.done += self.open
        self.open, self.ahead, self.named = [], None, None

    def _beside(self, piece: Piece) -> bool:
        between = self.text[self.open[-1].end : piece.start]
        return "|" in between and "\n" not in between

    def _responsible(self, reading: Reading, piece: Piece) -> Bearer | None:
        """Return the body that a piece names behind "Responsible:"; none where it says something else."""
        for sentence in reading.sentences[:1]:
            words = told(reading, sentence, True)
            first = next((place for place, text in enumerate(words.texts) if text[0].isalpha()), 0)
            behind = first + words.starts("responsible", first)
            if behind == first or behind + 1 >= len(words.texts) or words.texts[behind] not in (":", "|", "–", "-"):
                continue
            last = behind + 1
            while last < min(len(words.texts), behind + BODY) and words.texts[last] not in STRONG:
                last += 1
            return self._made(reading, sentence, behind + 1, last, piece, "organ")
        return None

    def _body(self, reading: Reading, piece: Piece, whole: bool = False) -> Bearer | None:
        """Return the organ or the State that words ahead of aims name as who sets them."""
        for sentence in reversed(reading.sentences):
            words = told(reading, sentence, True)
            marks = sorted((*words.of("organs"), *sentence.of("who.public"), *sentence.of("who.party")))
            begins = [one for one in marks if _opens(words, one) and kind_of(words, one.first, one.last) in ("organ", "party")]
            if begins and (whole or words.texts[-1] == ":"):
                return self._made(reading, sentence, 0, _name_end(words, begins[0].last), piece, "organ")
        return None

    def _made(self, reading: Reading, sentence: Sentence, first: int, last: int, piece: Piece, kind: str) -> Bearer:
        while first < last - 1 and not any(sign.isalnum() for sign in reading.text[sentence.words[first].start]):
            first += 1
        start, end = reading.span(sentence, first, last)
        return Bearer(kind, piece.start + start, piece.start + end, reading.text[start:end], (), True)  # type: ignore[arg-type]


def _opens(words: Told, one: Mark) -> bool:
    """Whether the name of a body begins a line: with its own word, or with words in capitals ahead of it."""
    first = words.starts("article", 0)
    ahead = range(first, one.last)
    return one.first == first or (one.first <= first + CAPITALS and all(words.sentence.words[at].capital for at in ahead))


def _read(words: str, lang: str) -> Reading:
    """Return what a piece says, the first word of its lines without its capital: "Build 40 clinics" cites no section 40."""
    plain = _FIRST.sub(lambda found: found[0].lower(), words)
    return Reading(words, lang, read(plain, lang).sentences) if len(plain) == len(words) else read(words, lang)


def _name_end(words: Told, place: int) -> int:
    while place < len(words.texts) and (words.sentence.words[place].capital or not words.sentence.words[place].weight):
        if words.texts[place] in STRONG | {",", "("}:
            break
        place += 1
    while place > 1 and not words.sentence.words[place - 1].weight:
        place -= 1
    return place


def _labelled(one: Norm, reading: Reading) -> bool:
    """Whether a heading says an aim in so many words: "Objective 2: Reduce ...", behind its label."""
    first = reading.text[: one.modal.start]
    return one.modality == "commitment" and one.effect is not None and one.modal.end <= one.effect.start and ":" not in first


def _bare(one: Norm) -> bool:
    return one.modality == "commitment" and one.bearer is not None and one.bearer.kind == "policy" and not one.bearer.text


def _borne(one: Norm, body: Bearer | None) -> Norm:
    return msgspec.structs.replace(one, bearer=body) if body and _bare(one) else one


def _with(one: Norm, conditions: tuple[Part, ...]) -> Norm:
    return msgspec.structs.replace(one, conditions=one.conditions + conditions) if one.modality == "commitment" else one


def _conditions(reading: Reading, sentence: Sentence) -> Iterator[Part]:
    """Yield what a sentence that goes on from aims makes them conditional on: "These targets are subject to ..."."""
    words = told(reading, sentence, True)
    first = next((place for place, text in enumerate(words.texts) if text[0].isalpha()), 0)
    if not words.starts("follows", first):
        return
    for one in sorted((*words.of("supported"), *words.of("deference"))):
        if one.first > first and (one.name == "supported" or words.lower[one.first] in ("subject", "sous", "sob")):
            stops = [place for place in range(one.last, len(words.texts)) if words.texts[place] in STRONG]
            start, end = reading.span(sentence, one.first, min([*stops, len(words.texts)]))
            yield Part(start, end, reading.text[start:end])
            return


@remembered
def norms_in_plan(reading: Reading) -> tuple[Norm, ...]:
    """Return the norms of one piece of a policy."""
    found: list[Norm] = []
    for sentence in reading.sentences:
        words = told(reading, sentence, True)
        set_aims = {one.head: one for one in aims(words)}
        if found and not set_aims and (rows := tuple(_conditions(reading, sentence))):
            found = [_with(one, rows) for one in found]
            continue
        whole = cut(words, tuple(set_aims))
        for one in clauses(words, whole):
            aim = set_aims.get(one.head)
            if aim and one.chapeau is None:
                one = Clause(one.head, aim.first, _closes(one, aim.last), (aim.first, aim.first), one.after)
            made = Planned(reading, words, whole, one, aim)
            if not made.hollow:
                found.append(made.norm())
    return tuple(found)


def _closes(one: Clause, last: int) -> int:
    return min(one.last, last) if one.last > one.head.first else last


def _moved(value: S, by: int) -> S:
    """Return a norm or a part of one with its places counted from further ahead."""
    raw: dict[str, Any] = {}
    for name in value.__struct_fields__:  # type: ignore[attr-defined]
        part = getattr(value, name)
        if name in ("start", "end"):
            raw[name] = part + by
        elif isinstance(part, Struct):
            raw[name] = _moved(part, by)
        elif isinstance(part, tuple) and part and isinstance(part[0], Struct):
            raw[name] = tuple(_moved(one, by) for one in part)
    return msgspec.structs.replace(value, **raw) if raw else value  # type: ignore[type-var]
