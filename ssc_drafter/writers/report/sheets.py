"""The report as a table of sheets (.xlsx). Every cell is text: nothing that a law or draft says becomes a formula (T17)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from ssc_drafter.words import say
from ssc_drafter.writers.report.said import Row, language, read, rows, second_reader, steps, unread
from ssc_drafter.writers.sheet import NO_DATE, cleaned

WIDTHS = {
    "clause": 60,
    "quote": 60,
    "reason": 60,
    "cures": 50,
    "also": 40,
    "together": 60,
    "law": 34,
    "title": 28,
    "answer": 40,
}
COLUMNS = (
    "place",
    "title",
    "verdict",
    "type",
    "severity",
    "clause",
    "law",
    "quote",
    "reason",
    "together",
    "cures",
    "also",
    "answer",
    "by",
)
LONGEST = 32_767  # signs that a cell takes


def render(document: Mapping[str, Any]) -> bytes:
    """Return the sheets: what was not read, the findings, what rests on one sign, the laws that took part."""
    lang, out = language(document), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("report.title", lang), "created": datetime.fromisoformat(NO_DATE)})
    look = {"head": book.add_format({"bold": True, "bottom": 1}), "cell": book.add_format({"text_wrap": True, "valign": "top"})}
    for part in ("findings", "look"):
        heads = [say(f"report.column_{name}", lang) for name in COLUMNS]
        widths = [WIDTHS.get(name, 14) for name in COLUMNS]
        _sheet(book, look, say(f"report.{part}", lang), heads, widths, map(_cells, rows(document, part)))
    heads = [say(f"report.column_{name}", lang) for name in ("law", "quote", "cures")]
    _sheet(book, look, say("report.steps", lang), heads, [40, 80, 60], steps(document))
    heads = [say(f"report.column_{name}", lang) for name in ("instrument", "country", "rank", "date", "status", "provisions")]
    _sheet(book, look, say("report.read", lang), heads, [60, 10, 16, 14, 18, 14], [*read(document), *_reader(document)])
    heads = [say(f"report.column_{name}", lang) for name in ("file", "why")]
    _sheet(book, look, say("report.not_read", lang), heads, [50, 80], unread(document))
    book.close()
    return out.getvalue()


def _reader(document: Mapping[str, Any]) -> list[tuple[str, ...]]:
    said = second_reader(document)
    return [(said,)] if said else []


def _cells(row: Row) -> list[str]:
    found = [getattr(row, name) for name in COLUMNS]
    return ["\n".join(one) if isinstance(one, tuple) else str(one) for one in found]


def _sheet(
    book: Any, look: Mapping[str, Any], name: str, heads: Sequence[str], widths: Sequence[int], lines: Iterable[Sequence[str]]
) -> None:
    sheet = book.add_worksheet(name[:31])
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, look["head"])
    sheet.freeze_panes(1, 0)
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            sheet.write_string(number, column, cleaned(text)[:LONGEST], look["cell"])
