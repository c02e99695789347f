"""From parts that are made to one tree, with edits put in and every paragraph's key told by its address."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ssc_drafter.assemble import edits, opening
from ssc_drafter.assemble.definitions import definition_items, undefined, used_terms, with_items
from ssc_drafter.assemble.edits import Stale
from ssc_drafter.assemble.keys import Parts, Words, keys, own_words
from ssc_drafter.assemble.references import resolved
from ssc_drafter.assemble.titles import Titles, titles
from ssc_drafter.errors import Problem
from ssc_drafter.language.numbers import language_name
from ssc_drafter.library.blocks import Keyed
from ssc_drafter.library.changes import Changes, Edit, FreeArticle, FreeWords
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.library.made import Made, Scene
from ssc_drafter.library.plan import Planned, yields
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Blank, Inlines, Paragraph, Provenance, Recital, Testimonium
from ssc_drafter.words import say

replace = msgspec.structs.replace


class Built(Struct, frozen=True):
    """The tree, the keys of its paragraphs by address, the clause's own words by part and key, edits gone stale."""

    agreement: Agreement
    keys: dict[str, tuple[str, str]]
    beneath: dict[tuple[str, str], Words]
    stale: tuple[Stale, ...]


def build(
    library: Library, kind: Kind, parts: Parts, scene: Scene, changes: Changes, date: str, problems: list[Problem]
) -> Built:
    """Return the tree of the parts. Edits are put in after the clause's own words are known as they would be printed."""
    names = titles(library, kind, changes)
    known = frozenset(names)
    parts = [(row, _free(row, made, scene, known)) for row, made in parts]
    parts = _defined(library, kind, parts, scene, names, problems)
    whole = _tree(kind, parts, scene, date, problems)
    if not any(row.clause and row.clause.yields == "opening" for row, _ in parts):
        problems.append(Problem("assemble.no_opening", "opening"))
    mine = [edit for edit in changes.edits if edit.lang in ("", scene.lang)]
    leading_nowhere: list[Problem] = []
    clean = resolved(whole, names, leading_nowhere)
    beneath = dict(own_words(clean, parts))
    if not mine:
        problems += leading_nowhere
        return Built(clean, dict(keys(clean, parts)), beneath, ())
    stale = tuple(_stale(mine, beneath))
    edited = [(row, _edited(row, made, mine, beneath, scene, known)) for row, made in parts]
    final = resolved(_tree(kind, edited, scene, date, []), names, problems)
    return Built(final, dict(keys(final, edited)), beneath, stale)


# ---- the tree -----------------------------------------------------------------------------------------------------
def _tree(kind: Kind, parts: Parts, scene: Scene, date: str, problems: list[Problem]) -> Agreement:
    named = opening.parties(scene.values, scene.lang)
    question = scene.questions.get(opening.QUESTION)
    prompt = question.words(question.ask, scene.lang) if question else opening.QUESTION
    first = next((made for row, made in parts if yields(row) == "opening" and made.labelled), None)
    recitals = tuple(recital for _, made in parts for _, recital in made.recitals)
    closing = next((made for row, made in parts if yields(row) == "testimonium"), None)
    signed_by = next((_signed_by(row, made) for row, made in parts if yields(row) == "testimonium"), "all")
    return Agreement(
        kind=kind.id,
        lang=scene.lang,
        register=kind.register,
        title=opening.title(first, named, prompt, scene.lang) if first else (),
        parties=named,
        preamble=opening.preamble(first, recitals) if first else None,
        articles=tuple(_article(row, made) for row, made in parts if yields(row) in ("article", "definitions") and made.blocks),
        testimonium=_testimonium(closing) if closing else None,
        signatures=opening.signatures(scene.values, scene.lang, signed_by) if closing else (),
        annexes=tuple(_annex(row, made) for row, made in parts if yields(row) == "annex" and made.blocks),
        unit=kind.unit,
        date=date,
    )


def _signed_by(row: Planned, made: Made) -> str:
    """Return who signs beneath the closing words: all Parties, or of a note its sender alone."""
    variant = row.clause.variants.get(made.provenance.variant) if row.clause else None
    return variant.signs if variant else "all"


def _article(row: Planned, made: Made) -> Article:
    blocks = tuple(one.block for one in made.blocks)
    return Article(row.name, made.heading, blocks, provenance=made.provenance)


def _annex(row: Planned, made: Made) -> Annex:
    blocks = tuple(one.block for one in made.blocks)
    page = row.part.page or (row.clause.page if row.clause else "")
    return Annex(row.name, made.heading, blocks, provenance=made.provenance, landscape=page == "landscape")


def _testimonium(made: Made) -> Testimonium:
    paragraphs = tuple(one.block for one in made.blocks if isinstance(one.block, Paragraph))
    return Testimonium(paragraphs, made.provenance)


def _free(row: Planned, made: Made, scene: Scene, known: frozenset[str]) -> Made:
    """Return the article that an officer wrote. In a language in which they have not, it stands as marked blanks: an article
    that one version has and another has not is the gravest of differences, and the numbers behind it would part.
    """
    if row.free is None:
        return made
    by = Provenance(edited_by=row.free.by or "-")
    said, wanted = row.free.said(scene.lang) or FreeWords("", ""), _wanted(row.free, scene.lang)
    reader = edits.officer(Provenance(), row.free.by, scene.lang, row.name)
    found = edits.blocks(said.text, None, "", reader, known)
    if not found and wanted:
        found = [Keyed("", Paragraph(wanted, provenance=by))]
    blocks = tuple(Keyed(str(place), one.block) for place, one in enumerate(found, 1))
    heading = edits.runs(said.heading, (), reader, known) if said.heading.strip() else wanted
    return Made(heading, blocks, provenance=by)


def _wanted(free: FreeArticle, lang: str) -> Inlines:
    """Return the blank that asks for an officer's words in a language that is not the one they were written in."""
    if free.lang in ("", lang):
        return ()
    return (Blank("", say("library.by_hand_wanted", lang, language=language_name(free.lang, lang))),)


# ---- definitions --------------------------------------------------------------------------------------------------
def is_definitions(row: Planned) -> bool:
    """Return whether a part is the article on definitions."""
    return row.clause is not None and row.clause.yields == "definitions"


def _defined(library: Library, kind: Kind, parts: Parts, scene: Scene, names: Titles, problems: list[Problem]) -> Parts:
    """Return the parts with the definitions filled in, or left out where nothing needs one."""
    before = _tree(kind, parts, scene, "", [])
    used, in_place = used_terms(before)
    with_article = any(is_definitions(row) for row, _ in parts)
    problems += undefined(before, library, scene, names, with_article)
    items = definition_items(library, used, in_place | scene.inherited, scene) if with_article else ()
    filled = []
    for row, made in parts:
        if is_definitions(row):
            blocks = (with_items(made.blocks[0], items), *made.blocks[1:]) if items and made.blocks else ()
            made = replace(made, blocks=blocks)
        filled.append((row, made))
    return filled


# ---- edits --------------------------------------------------------------------------------------------------------
def _stale(mine: list[Edit], beneath: dict[tuple[str, str], Words]) -> Iterator[Stale]:
    for edit in mine:
        words = beneath.get((edit.part, edit.key))
        now = edits.words_of(words) if words is not None else ""
        if edit.base and now != edit.base:
            yield Stale(edit, edit.base, now)


def _edited(
    row: Planned, made: Made, mine: list[Edit], beneath: dict[tuple[str, str], Words], scene: Scene, known: frozenset[str]
) -> Made:
    own = {edit.key: edit for edit in mine if edit.part == row.name}
    if not own:
        return made
    by = made.provenance
    blocks: list[Keyed] = []
    for one in made.blocks:
        edit = own.get(one.key)
        if edit is None or not isinstance(one.block, Paragraph):
            blocks.append(one)
            continue
        reader = edits.officer(by, edit.by, scene.lang, row.name)
        blocks += edits.blocks(edit.text, beneath.get((row.name, one.key)), one.key, reader, known)

    def inline(key: str, runs: Inlines) -> Inlines:
        edit = own.get(key)
        if edit is None:
            return runs
        base = beneath.get((row.name, key))
        reader = edits.officer(by, edit.by, scene.lang, row.name)
        return edits.runs(edit.text, base if isinstance(base, tuple) else runs, reader, known)

    recitals = tuple((key, _recital(recital, inline(key, recital.content), own.get(key))) for key, recital in made.recitals)
    return replace(
        made,
        heading=inline("heading", made.heading),
        blocks=tuple(blocks),
        recitals=tuple((key, recital) for key, recital in recitals if recital.content),
        labelled=tuple((label, inline(label, runs)) for label, runs in made.labelled),
    )


def _recital(recital: Recital, runs: Inlines, edit: Edit | None) -> Recital:
    if edit is None:
        return recital
    return Recital(runs, replace(recital.provenance, answers=(), edited_by=edit.by or "-"))
