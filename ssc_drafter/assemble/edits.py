"""Paragraphs in an officer's words: how they are shown for editing, kept with living references, and put back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ssc_drafter.assemble.references import TO_NOTHING
from ssc_drafter.library.blocks import LABEL, Keyed, Reader, lines
from ssc_drafter.library.changes import Edit
from ssc_drafter.library.inlines import Voice
from ssc_drafter.library.marks import mark, without_signs
from ssc_drafter.tree.nodes import Blank, Inlines, Item, Paragraph, Provenance, Ref, Term, Text, plain
from ssc_drafter.tree.numbering import letters, roman

TOKEN = re.compile(r"\[\[(\?)?([a-z0-9_./:]+)\]\]")


class Stale(Struct, frozen=True):
    """An edit whose clause beneath says something else by now: the words it replaced, the words now, the officer's own."""

    edit: Edit
    base: str
    now: str


def words_of(node: Paragraph | Inlines) -> str:
    """Return a paragraph (or runs) as it is shown for editing: one line, its points indented beneath."""
    if isinstance(node, tuple):
        return plain(node)
    rows = [plain(node.content), *_item_lines(node.items, 0)]
    if node.closing:
        rows.append(f"  {plain(node.closing)}")
    return "\n".join(rows)


def _item_lines(items: Iterable[Item], depth: int) -> Iterator[str]:
    for place, item in enumerate(items, 1):
        label = letters(place) if depth == 0 else roman(place)
        yield f"{'  ' * (depth + 1)}({label}) {plain(item.content).replace(chr(10), ' ')}"
        yield from _item_lines(item.items, depth + 1)


def runs_of(node: Paragraph | Inlines) -> Iterator[Inlines]:
    """Yield all runs of a paragraph."""
    if isinstance(node, tuple):
        yield node
        return
    yield node.content
    for item in node.items:
        yield from _runs_of_item(item)
    yield node.closing


def _runs_of_item(item: Item) -> Iterator[Inlines]:
    yield item.content
    for one in item.items:
        yield from _runs_of_item(one)


def linked(words: str, base: Paragraph | Inlines) -> str:
    """Return the officer's words with the references and blanks of the paragraph beneath kept alive as tokens."""
    for runs in runs_of(base):
        for run in runs:
            if isinstance(run, Ref) and run.text:
                words = re.sub(rf"(?<!\w){re.escape(run.text)}(?!\w)", f"[[{run.target}]]", words)
            elif isinstance(run, Blank):
                words = words.replace(f"[{run.prompt}]", f"[[?{run.slot}]]")
    return words


def blocks(edit_text: str, base: Paragraph | Inlines | None, key: str, reader: Reader, known: frozenset[str]) -> list[Keyed]:
    """Return the paragraphs of an officer's text, all under the key of the one they replace. Any text whatever can be read.

    `known` are the names that a reference may bear: the parts that stand, and those that could.
    """
    prepared = "\n".join(_prepared(edit_text, base, known))
    return [Keyed(key, one.block) for one in reader.blocks(lines(prepared))]


def runs(edit_text: str, base: Inlines, reader: Reader, known: frozenset[str]) -> Inlines:
    """Return an officer's text as one stretch of runs."""
    return reader.inlines(_marked(" ".join(edit_text.split()), base, known))[0]


def officer(clause: Provenance, by: str, lang: str, where: str) -> Reader:
    """Return a reader of officer's words: nothing in them is set, counted or looked up."""
    provenance = Provenance(clause.clause, clause.version, clause.variant, (), by or "-")
    return Reader(where, Voice(lang), provenance)


def _prepared(text: str, base: Paragraph | Inlines | None, known: frozenset[str]) -> Iterator[str]:
    """Yield the lines in an order that a reader always takes: what is no point of a paragraph is a paragraph."""
    paragraph = point = closed = False
    for raw in without_signs(text).replace("\t", "    ").splitlines():
        bare = raw.strip()
        if not bare:
            continue
        indent, label = len(raw) - len(raw.lstrip(" ")), LABEL.match(bare)
        if label and paragraph and not closed and bare[label.end() :].strip():
            depth = 4 if indent >= 4 and point else 2
            point = True
            yield f"{' ' * depth}(a) {_marked(bare[label.end() :], base, known)}"
        elif indent and point and not closed and not label:
            closed = True
            yield f"  {_marked(bare, base, known)}"
        else:
            paragraph, point, closed = True, False, False
            yield _marked(bare, base, known)


def _marked(text: str, base: Paragraph | Inlines | None, known: frozenset[str]) -> str:
    """Return a line as marks alone, so that none of its signs is read as structure."""
    terms = _terms(base)
    parts = []
    start = 0
    for found in TOKEN.finditer(text):
        parts.append(_with_terms(text[start : found.start()], terms))
        parts.append(_token(found, base, known))
        start = found.end()
    parts.append(_with_terms(text[start:], terms))
    return "".join(parts)


def _token(found: re.Match[str], base: Paragraph | Inlines | None, known: frozenset[str]) -> str:
    name = found[2]
    if name.startswith(TO_NOTHING):  # the part that it led to may have come back
        name = name.removeprefix(TO_NOTHING)
    elif found[1]:
        return _blank(name, base) or mark("officer", "", found[0])
    if name.partition("/")[0] in known and re.fullmatch(r"\w+(/\d{1,2})?", name):
        return mark("ref", name, "bare")
    return mark("officer", "", found[0])


def _blank(name: str, base: Paragraph | Inlines | None) -> str:
    """Return the answer that has come in the meantime, or the blank that is still open."""
    for inlines in runs_of(base) if base is not None else ():
        for run in inlines:
            if isinstance(run, Text) and run.answer == name:
                return mark("officer", "", run.text)
            if isinstance(run, Blank) and run.slot == name:
                return mark("blank", name, run.prompt)
    return ""


def _terms(base: Paragraph | Inlines | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for inlines in runs_of(base) if base is not None else ():
        found.update({run.text: run.term for run in inlines if isinstance(run, Term)})
    return found


def _with_terms(text: str, terms: dict[str, str]) -> str:
    if not text:
        return ""
    if not terms:
        return mark("officer", "", text)
    pattern = "|".join(re.escape(form) for form in sorted(terms, key=len, reverse=True))
    parts = re.split(rf"(?<!\w)({pattern})(?!\w)", text)
    return "".join(
        mark("term", terms[part], part) if place % 2 else mark("officer", "", part) for place, part in enumerate(parts) if part
    )
