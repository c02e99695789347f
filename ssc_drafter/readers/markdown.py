"""Markdown: its words without its signs, line by line; headings, items and bold lines become marks, front matter facts.

Laws in Markdown are mostly machine-made, so the signs are read with care: a star in "(*)" or "* * *" is part of the law.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import groupby

from msgspec.structs import replace

from ssc_drafter.readers.plain import lines
from ssc_drafter.readers.reading import Draft, Limits, Reading
from ssc_drafter.readers.source import Cell, Stretch

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"^([ \t]*)(?:[-*+]|(\d{1,4}[.)]))[ \t]+(?=\S)")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")
_DIVIDER = re.compile(r"^[\s|:-]*-[\s|:-]*$")
_FACT = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(.*)$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\(<?[^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*>?(?:\s+\"[^\"]*\")?\)"
)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|code|del|div|em|font|i|img|ins|mark|p|s|small|span|strike|strong|sub|sup|u)\b[^<>]*>", re.I
)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_COMMENT = re.compile(r"<!--.*?-->")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_STRONG = re.compile(r"\*{2,3}(?=[^\s*])(.+?)(?<=[^\s*])\*{2,3}|(?<!\w)__(?=[^\s_])(.+?)(?<=[^\s_])__(?!\w)")
_LOOSE = re.compile(r"(?<![*\w])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)|^[ \t]*\*\*(?!\*)|(?<!\*)\*\*[ \t]*$")
_EMPHASIS = re.compile(
    r"(?<![\w*(])\*(?=[\w“«\"'¿(\[])([^*]+?)(?<=[^\s*(])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?!\w)"
)
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_INLINE = re.compile(r"(?<=[.;:'’\"”»)])[ \t]+(?=#{2,6} +[A-ZÁÉÍÓÚÇ«“(])")  # a heading that a converter left in a line
_PAGE = re.compile(r"^-{5,}[ \t]*$")  # the rule between two pages
_FIGURES = re.compile(r"\d+")
_HEAD = 90  # signs of a line that can head a page
_LONG = 16_000
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return a Markdown file: one line of text for each of its lines, without signs."""
    draft = Draft(limits)
    rows = _front_matter(lines(data, draft), draft)
    fenced = False
    tables = _tables(rows)
    heads = _page_heads(rows)
    for place, line in enumerate(rows):
        if re.match(r"^ {0,3}(```|~~~)", line):
            fenced = not fenced
            continue
        if fenced:
            draft.add(line)
            continue
        under = rows[place + 1] if place + 1 < len(rows) else ""
        _line(line, under, draft, tables.get(place), ["header"] if place in heads else [])
    return draft.done()


def _page_heads(rows: list[str]) -> set[int]:
    """Return the lines that head pages: behind the rule that a converter puts between two, its number or what is repeated."""
    behind = [(place, at) for place, at in enumerate(place for place, row in enumerate(rows) if _PAGE.match(row))]
    first = [
        (page, next((at for at in range(rule + 1, min(rule + 4, len(rows))) if rows[at].strip()), 0)) for page, rule in behind
    ]
    lines_of = {at: (page, plain(rows[at].lstrip("# "))[0].strip()) for page, at in first if at}
    shapes = Counter(_FIGURES.sub("", line).strip() for _, line in lines_of.values())
    return {
        at
        for at, (page, line) in lines_of.items()
        if len(line) <= _HEAD and (_FIGURES.findall(line) == [str(page + 2)] or shapes[_FIGURES.sub("", line).strip()] > 1)
    }


def _tables(rows: list[str]) -> dict[int, Cell]:
    """Return of each line that is a row of a table its first cell; lines with the rule under a head are no rows."""
    found: dict[int, Cell] = {}
    places = [place for place, line in enumerate(rows) if "|" in line and _ROW.match(line)]
    for which, (_, group) in enumerate(groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])):
        lines_of = [place for _, place in group if not _DIVIDER.match(rows[place])]
        width = max((len(_CELLS.split(rows[place].strip()[1:-1])) for place in lines_of), default=0)
        found |= {place: Cell(which, row, 0, len(lines_of), width) for row, place in enumerate(lines_of)}
    return found


def _front_matter(rows: list[str], draft: Draft) -> list[str]:
    """Take the facts between two lines of three hyphens at the head; return the rest."""
    if not rows or rows[0].strip() != "---":
        return rows
    end = next((place for place, row in enumerate(rows[1:400], 1) if row.strip() in ("---", "...")), 0)
    last = ""
    for row in rows[1:end]:
        found = _FACT.match(row)
        if found:
            last = found.group(1)
            draft.facts[last] = _value(found.group(2))
        elif last and row[:1] in " \t-" and row.strip():
            draft.facts[last] = f"{draft.facts[last]} {_value(row.strip(' -'))}".strip()
    return rows[end + 1 :] if end else rows


def _value(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    elif len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].replace("''", "'")
    elif text in (">", ">-", "|", "|-", "null", "~", "[]"):
        text = ""
    return html.unescape(text)


def _line(line: str, under: str, draft: Draft, place: Cell | None, marks: list[str]) -> None:
    if re.fullmatch(r"=+\s*", line) or (_RULE.match(line) and not _words_in(line)):
        draft.add("")
        return
    row = _ROW.match(line)
    if row:
        _cells(line, row.group(1), draft, place)
        return
    while _QUOTE.match(line):
        line = _QUOTE.sub("", line, count=1)
        marks = ["quote"]
    for number, part in enumerate(_BREAK.split(_INLINE.sub("<br>", line))):
        shape, rest = _shape(part, under)
        _add(rest, shape, [*marks, "line"] if number else marks, draft)


def _words_in(line: str) -> bool:
    """Three stars with spaces are how some laws print words left out; three hyphens in a row are a rule."""
    return line.strip().startswith("* * *")


def _cells(line: str, inner: str, draft: Draft, place: Cell | None) -> None:
    if _DIVIDER.match(line):
        return
    for column, cell in enumerate(_CELLS.split(inner)):
        if cell.strip():
            at = replace(place, column=column) if place else None
            _add(cell.strip(), Stretch(0, 0, "cell", cell=at), [], draft)


def _shape(line: str, under: str) -> tuple[Stretch, str]:
    """Return what a line is, and the line without the signs that said so."""
    heading = _HEADING.match(line)
    if heading:
        return Stretch(0, 0, "heading", len(heading.group(1))), heading.group(2)
    if re.fullmatch(r"={3,}\s*", under) and line.strip():
        return Stretch(0, 0, "heading", 1), line
    item = _ITEM.match(line)
    if item and not line.strip().startswith("* * *"):
        level = 1 + len(item.group(1).expandtabs(4)) // 2
        if item.group(2):  # a typed number stays in the text
            return Stretch(0, 0, "item", level, item.group(2)), line.strip()
        return Stretch(0, 0, "item", level), line[item.end() :]
    return Stretch(0, 0), line


def _add(line: str, shape: Stretch, marks: list[str], draft: Draft) -> None:
    text, own = plain(line)
    text = text.rstrip(" \t") if shape.kind == "paragraph" else text.strip(" \t")
    if text.strip():
        marks = [*marks, *own]
    draft.add(text, replace(shape, marks=(*shape.marks, *marks)))


def plain(line: str) -> tuple[str, list[str]]:
    """Return a line without Markdown's signs, and the marks that the whole line bore (bold, italic, strike).

    A line as long as a chapter is read in pieces: the time that signs take must not grow faster than the text.
    """
    if len(line) > _LONG:
        pieces = [_plain(line[start : start + _LONG]) for start in range(0, len(line), _LONG)]
        return "".join(text for text, _ in pieces), []
    return _plain(line)


def _plain(line: str) -> tuple[str, list[str]]:
    escaped: list[str] = []

    def keep(found: re.Match[str]) -> str:
        escaped.append(found.group(1))
        return f"\ue000{len(escaped) - 1}\ue001"

    text = _ESCAPE.sub(keep, line)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", _TAG.sub("", _COMMENT.sub("", text))))
    marks = _marks(text)
    text = _STRONG.sub(lambda found: found.group(1) or found.group(2), text)
    text = _LOOSE.sub("", text)
    text = _EMPHASIS.sub(lambda found: found.group(1) or found.group(2), text)
    text = html.unescape(_STRUCK.sub(r"\1", text))
    return re.sub("\ue000(\\d+)\ue001", lambda found: escaped[int(found.group(1))], text), marks


def _marks(text: str) -> list[str]:
    bare = text.strip()
    if not bare:
        return []
    marks = []
    if re.fullmatch(r"(\*\*[^*]+\*\*|__[^_]+__)[ \t.]*", bare):
        marks.append("bold")
    elif bare.startswith(("**", "__")) and bare[2:3].strip("*_ "):
        marks.append("bold_start")
    if re.fullmatch(r"(\*[^*]+\*|_[^_]+_)[ \t.]*", bare):
        marks.append("italic")
    if re.fullmatch(r"~~.+~~", bare):
        marks.append("strike")
    return marks
