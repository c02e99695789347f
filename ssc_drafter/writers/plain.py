"""An agreement as Markdown (CommonMark and its tables): headings, paragraphs with their printed numbers, nothing renumbered.

What is typed is never taken as a mark: every sign that Markdown reads is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Bracket,
    Break,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Recital,
    Row,
    Table,
    Term,
    Testimonium,
    Text,
)
from ssc_drafter.tree.walk import Placed, placed
from ssc_drafter.writers import references, sheet

SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
LIST_MARK = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")
NO_BREAK = "\u00a0"


def markdown(agreement: Agreement) -> str:
    """Return the agreement as Markdown; numbers are printed as text, so that no reader counts anew.

    Raises Problem where a reference leads nowhere.
    """
    references.targets(agreement)
    return "\n\n".join(line for line in _lines(agreement) if line) + "\n"


def _lines(agreement: Agreement) -> Iterator[str]:
    words = sheet.document_words(agreement.lang)
    tops = placed(agreement)
    if agreement.draft_mark:
        yield _begun(f"{_escaped(agreement.draft_mark)} · {_escaped(words.not_agreed)}")
    yield f"# {'<br>'.join(_words(line.content) for line in agreement.title)}"
    if agreement.preamble:
        yield _words(agreement.preamble.opening)
        for one in tops:
            if isinstance(one.node, Recital):
                yield _words(sheet.opened(one.node.content, words.recital_openings, first_word=True))
        yield _words(agreement.preamble.formula)
    yield from _articles(agreement, tops, "##")
    if agreement.testimonium:
        yield from _testimonium(agreement.testimonium, words.closing_openings)
    for block in agreement.signatures:
        yield "<br>".join(_words(part) for part in (block.lead, block.party))
        yield "\\_" * 24 + "".join(f"<br>{_words(part)}" for part in (block.signatory, block.office) if part)
    for one in tops:
        if isinstance(one.node, Annex):
            yield _heading(agreement, one, one.node.heading, "##")
            yield from _blocks(one.inner)
            yield from _articles(agreement, one.inner, "###")


def _articles(agreement: Agreement, places: Iterable[Placed], mark: str) -> Iterator[str]:
    for one in places:
        if isinstance(one.node, Article):
            yield _heading(agreement, one, one.node.heading, mark)
            yield from _blocks(one.inner)


def _heading(agreement: Agreement, one: Placed, heading: Inlines, mark: str) -> str:
    label = _escaped(sheet.label_of(agreement, one)).removesuffix(".")  # a letter's "1." has its full stop already
    return f"{mark} {label}. {_words(heading)}" if heading else f"{mark} {label}"


def _blocks(blocks: Iterable[Placed]) -> Iterator[str]:
    for one in blocks:
        if isinstance(one.node, Paragraph):
            yield _numbered(one, one.node.content)
            yield from _items(one.inner)
            yield _words(one.node.closing)
        elif isinstance(one.node, Table):
            yield _words(one.node.caption)
            yield _table(one.node)


def _items(items: Iterable[Placed]) -> Iterator[str]:
    for one in items:
        assert isinstance(one.node, Item)
        yield NO_BREAK * 4 * (one.depth - 1) + _numbered(one, one.node.content)
        yield from _items(one.inner)


def _numbered(one: Placed, content: Inlines) -> str:
    """A number before a full stop would begin a list, and be counted anew: it is escaped."""
    label = one.label.replace(".", "\\.")
    return f"{label} {_words(content, first=False)}" if label else _words(content)


def _testimonium(node: Testimonium, openings: tuple[str, ...]) -> Iterator[str]:
    for paragraph in node.paragraphs:
        yield _words(sheet.opened(paragraph.content, openings, first_word=False))
        for item in paragraph.items:
            yield _words(item.content)
        yield _words(paragraph.closing)


def _table(node: Table) -> str:
    width = max(len(row.cells) for row in (node.heading, *node.rows))
    marks = ["--:" if place in node.figures else "---" for place in range(width)]
    return "\n".join([_row(node.heading, width), f"| {' | '.join(marks)} |", *(_row(row, width) for row in node.rows)])


def _row(row: Row, width: int) -> str:
    cells = [_words(cell, first=False) for cell in row.cells] + [""] * (width - len(row.cells))
    return f"| {' | '.join(cells)} |"


def _words(inlines: Inlines, first: bool = True) -> str:
    text = "".join(_inline(inline) for inline in inlines)
    return _begun(text) if first else text


def _begun(text: str) -> str:
    """Escape what makes a list, code or HTML of a line where it stands first."""
    bare = text.lstrip(" \t")
    spaces = "".join("&#32;" if sign == " " else "&#9;" for sign in text[: len(text) - len(bare)])
    if not spaces and bare.startswith("<br>"):
        spaces = "&#32;"
    return spaces + LIST_MARK.sub(_unlisted, bare)


def _unlisted(match: re.Match[str]) -> str:
    mark = match.group()
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _inline(inline: Inline) -> str:
    if isinstance(inline, Text):
        mark = {"bold": "**", "italic": "*"}.get(inline.emphasis, "")
        words = _escaped(inline.text)
        return f"{mark}{words}{mark}" if words.strip() == words and words else words
    if isinstance(inline, Blank):
        return f"\\[{_escaped(inline.prompt)}\\]"
    if isinstance(inline, Bracket):
        lead = f"{_escaped(inline.by)}: " if inline.by else ""
        return f"\\[{lead}{''.join(_inline(one) for one in inline.content)}\\]"
    if isinstance(inline, Break):
        return "<br>"
    if isinstance(inline, Term) and inline.defines:
        return f"**{_escaped(inline.text)}**"
    return _escaped(inline.text)


def _escaped(text: str) -> str:
    return "<br>".join(SIGNS.sub(r"\\\1", line) for line in sheet.cleaned(text).split("\n"))
