"""One part of a draft, made: its wording rendered with the answers and read into headings, paragraphs, recitals, lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.answers.question import Question
from ssc_drafter.answers.values import Value
from ssc_drafter.errors import Problem
from ssc_drafter.library.blocks import Keyed, Line, Reader, lines
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.inlines import Voice
from ssc_drafter.library.load import Library
from ssc_drafter.library.marks import mark
from ssc_drafter.library.speech import Gap, instrument_forms, speakable, spoken
from ssc_drafter.library.wording import Wording
from ssc_drafter.tree.nodes import Inlines, Provenance, Recital, Text

KEPT = 4000  # parts of drafts, made, that a library remembers
LABELS = re.compile(r"(title|joint|parties|party|subject|opening|formula):\s*(.*)")


class Scene(Struct, frozen=True):
    """What all parts of one draft share. `present` are the names of its parts, `instrument` (name, gender, title)."""

    lang: str
    register: str
    values: Mapping[str, Value]
    questions: Mapping[str, Question]
    present: frozenset[str]
    instrument: tuple[str, str, str]
    inherited: frozenset[str] = frozenset()  # terms that the parent instrument defines


class Made(Struct, frozen=True):
    """What a part gives. Only what its clause yields is filled."""

    heading: Inlines = ()
    blocks: tuple[Keyed, ...] = ()
    recitals: tuple[tuple[str, Recital], ...] = ()
    labelled: tuple[tuple[str, Inlines], ...] = ()  # opening: (label, words)
    provenance: Provenance = Provenance()


def wording(clause: Clause, variant: str, register: str, lang: str) -> Wording:
    """Return the wording of a variant. Raises Problem when the clause has none in that register and language."""
    found = clause.wordings.get((variant, register, lang))
    if found is None:
        raise Problem("library.no_wording", clause.id, variant=variant, register=register, language=lang)
    return found


def make(library: Library, name: str, clause: Clause, variant: str, scene: Scene) -> Made:
    """Return a part made of a clause. Raises Problem that names the file (and line) where it cannot be.

    A part whose answers are the same as before is not made again: so a preview after one changed answer is quick.
    """
    text = wording(clause, variant, scene.register, scene.lang)
    key = _same(name, clause, text, variant, scene)
    made = library.made.get(key)
    if made is None:
        made = _make(library, name, clause, variant, scene, text)
        if len(library.made) >= KEPT:
            library.made.clear()
        library.made[key] = made
    return made


def _same(name: str, clause: Clause, text: Wording, variant: str, scene: Scene) -> tuple[object, ...]:
    """Return all that a part depends on."""
    names = [_answer_id(name, clause, slot) for slot in text.passed.slots]
    values = msgspec.json.encode([scene.values.get(one) for one in names])
    open_ = [scene.questions[one] for one in names if one in scene.questions and scene.values.get(one) is None]
    asked = tuple((one.words(one.ask, scene.lang), one.required) for one in open_)
    present = tuple(sorted(scene.present & text.passed.guarded))
    return (id(text), name, variant, scene.register, scene.instrument, present, values, asked)


def _make(library: Library, name: str, clause: Clause, variant: str, scene: Scene, text: Wording) -> Made:
    rendered = text.render(context(library, name, clause.slots, text, scene))
    used = tuple(sorted(_answer_id(name, clause, slot) for slot in text.passed.slots))
    by = Provenance(clause.id, clause.version, variant)
    voice = Voice(scene.lang, lambda slot: _answer_id(name, clause, slot))
    reader = Reader(text.where, voice, by)
    whole = Provenance(clause.id, clause.version, variant, used)
    found = lines(rendered)
    heading: Inlines = (Text(clause.title.get(scene.lang, "")),)
    if found and found[0].text.startswith("= "):
        heading, _ = reader.inlines(found.pop(0).text[2:])
    if clause.yields == "opening":
        return Made(labelled=_labelled(reader, found), provenance=whole)
    if clause.yields == "recital":
        return Made(recitals=tuple(_recital(reader, line) for line in found), provenance=whole)
    return Made(heading, tuple(reader.blocks(found)), provenance=whole)


def _answer_id(part: str, clause: Clause, slot: str) -> str:
    return f"{part}.{slot}" if slot in clause.slots else slot


def _recital(reader: Reader, line: Line) -> tuple[str, Recital]:
    if line.indent:
        raise reader.wrong(line, "indent")
    content, answers = reader.inlines(line.text)
    return reader.key(line), Recital(content, reader.provenance(answers))


def _labelled(reader: Reader, found: list[Line]) -> tuple[tuple[str, Inlines], ...]:
    rows = []
    for line in found:
        label = LABELS.match(line.text)
        if not label or line.indent:
            raise reader.wrong(line, "no_opening_label")
        rows.append((label[1], reader.inlines(label[2])[0]))
    return tuple(rows)


def context(library: Library, part: str, slots: Mapping[str, Question], text: Wording, scene: Scene) -> dict[str, Any]:
    """Return what a wording sees: its slots, the register words, the instrument, which parts are present."""
    words = library.register_words.get(scene.lang, {})
    made: dict[str, Any] = {
        name: mark("term", word.term, word.said(scene.register)) if word.term else word.said(scene.register)
        for name, word in words.items()
    }
    made["instrument"] = instrument_forms(*scene.instrument, scene.lang)
    made["register"] = scene.register
    made["_present"] = scene.present
    for slot in text.passed.slots:
        name = f"{part}.{slot}" if slot in slots else slot
        question = scene.questions.get(name) or slots.get(slot) or library.common[slot]
        value = scene.values.get(name)
        if value is None or not speakable(value, scene.lang):
            asked = {column: one.words(one.ask, scene.lang) for column, one in question.columns.items()}
            made[slot] = Gap(slot, question.words(question.ask, scene.lang), question.required, asked)
        else:
            made[slot] = spoken(question, value, scene.lang)
    return made


def term_meaning(library: Library, meaning: Wording, scene: Scene) -> Inlines:
    """Return the meaning of a term in runs."""
    rendered = meaning.render(context(library, "", {}, meaning, scene))
    reader = Reader(meaning.where, Voice(scene.lang), Provenance())
    found = lines(rendered)
    return reader.inlines(found[0].text)[0] if found else ()
