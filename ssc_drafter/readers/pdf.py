"""PDF with a text layer: its lines in the order of reading, running heads and page numbers set apart.

A PDF knows no paragraphs: each printed line is a stretch, hyphens at its end stay. The words come from pdfium; where they stand
on the page decides three things only: numbers printed in a column of their own go before their text, two clear columns are
read one after the other, and what repeats at the head or foot of pages is marked and not taken for the law.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pypdfium2
from msgspec import Struct

from ssc_drafter.readers.pages import Line, in_order, mark_contents, mark_heads
from ssc_drafter.readers.pdf_tables import in_cells, numbered, placed, rest_of, set_in
from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.ruled import Grid, grids
from ssc_drafter.readers.source import Stretch

_FEW = 3  # letters; a page with fewer has no text worth the name
_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line
_ENDS = re.compile("\r\n|\n|\r")
_PRINTED = re.compile(f"[^\r\n{_HYPHEN}]+{_HYPHEN}?")
_GUTTER = 11.0  # points: wider than a space in justified lines, as narrow as gaps between columns are
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd\uffff]")


class Page(Struct):
    """The lines of a page in the order of reading, and how sure that order is."""

    number: int
    lines: list[Line]
    columns: bool = False
    unclear: bool = False
    tables: list[Grid] = []


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return a PDF. Raises Refusal where it is protected, broken, or has no text on its pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise _refusal(str(problem)) from problem
    count = len(document)
    if count > limits.pages:
        raise Refusal("readers.too_many_pages", pages=count, limit=limits.pages)
    draft = Draft(limits, _facts(document))
    draft.pages = count
    pages = [_page(document, number, limits) for number in range(count)]
    _say_pictures(pages, draft)
    heads = mark_heads([page.lines for page in pages])
    mark_contents([page.lines for page in pages])
    numbered([(page.lines, page.tables) for page in pages])
    _print(pages, draft)
    _say_layout(pages, draft)
    if heads:
        draft.note("readers.heads", count=heads)
    return draft.done()


def warm() -> None:
    """Open a first document, so that nothing is loaded later."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100).get_textpage().get_text_range()
    document.close()


def _refusal(why: str) -> Refusal:
    if "password" in why.lower() or "security" in why.lower():
        return Refusal("readers.encrypted")
    return Refusal("readers.broken_pdf", why=why[:100])


def _facts(document: pypdfium2.PdfDocument) -> dict[str, str]:
    try:
        title = document.get_metadata_value("Title").strip()
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return {}
    return {"pdf_title": title} if title else {}


def _page(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> Page:
    try:
        page = document[number]
        text = page.get_textpage()
        if text.count_chars() > limits.characters:
            raise Refusal("readers.too_long", limit=limits.characters)
        tables = grids(page)
        found, cells = _lines(text, page.get_width(), tables)
        lines, columns, unclear = in_order(found, *page.get_size())
    except pypdfium2.PdfiumError:
        return Page(number + 1, [], unclear=True)
    return Page(number + 1, set_in(lines, cells, tables), columns, unclear, tables)


def _lines(text: pypdfium2.PdfTextPage, width: float, tables: list[Grid]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page in pdfium's order, and apart those in cells of its tables.

    Each has its box; none where pdfium's counts do not agree, and then no table is known either.
    """
    whole = text.get_text_range()
    if text.count_chars() != len(whole):
        return [Line(words.rstrip()) for words in _ENDS.split(whole.replace(_HYPHEN, "-\n")) if words.strip()], []
    spans = [(found.start(), found.end()) for found in _PRINTED.finditer(whole) if found.group().strip()]
    taken = in_cells(text, whole, spans, tables) if tables else {}
    cells = [
        Line(whole[start:end].replace(_HYPHEN, "-").strip(), *_box(text, start, whole[start:end]), cell=placed(place, tables))
        for (start, end), place in taken.items()
    ]
    spans = [one for span in spans for one in rest_of(span, taken) if whole[one[0] : one[1]].strip()] if taken else spans
    lines: list[Line] = []
    for start, end in _parted(text, whole, spans, width):
        raw = whole[start:end]
        if raw.strip():
            box = _box(text, start, raw)
            upright = raw.strip().isdigit() and box[3] - box[1] > 2 * (box[2] - box[0])
            lines += _stacked(text, start, raw) if upright else [Line(raw.replace(_HYPHEN, "-").rstrip(), *box)]
    return lines, cells


def _stacked(text: pypdfium2.PdfTextPage, start: int, raw: str) -> list[Line]:
    """Part figures one beneath the other, which pdfium takes for a word written downwards."""
    return [Line(sign, *text.get_charbox(start + place)) for place, sign in enumerate(raw) if sign.strip()]


def _parted(text: pypdfium2.PdfTextPage, whole: str, spans: list[tuple[int, int]], width: float) -> list[tuple[int, int]]:
    """Part lines that run across the gap between two columns, where enough of them have a gap at the same place."""
    gaps = {span: _gaps(text, whole, *span) for span in spans}
    best, most = 0.0, 0
    for share in range(40, 61):
        here = share / 100 * width
        count = sum(any(left < here < right for left, right, _ in found) for found in gaps.values())
        best, most = (here, count) if count > most else (best, most)
    if most < max(6, 0.3 * len(spans)):
        return spans
    parted: list[tuple[int, int]] = []
    for start, end in spans:
        at = next((place for left, right, place in gaps[start, end] if left < best < right), end)
        parted += [(start, at), (at, end)]
    return parted


def _gaps(text: pypdfium2.PdfTextPage, whole: str, start: int, end: int) -> list[tuple[float, float, int]]:
    """Return the wide gaps in a line: from where to where, and the place in the text behind each."""
    if text.count_rects(start, end - start) < 2:
        return []
    found = []
    for space in re.finditer(r"(?<=\S)\s+(?=\S)", whole[start:end]):
        left = text.get_charbox(start + space.start() - 1)[2]
        right = text.get_charbox(start + space.end())[0]
        if right - left > _GUTTER:
            found.append((left, right, start + space.end()))
    return found


def _box(text: pypdfium2.PdfTextPage, start: int, raw: str) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a line from its first, middle and last letter."""
    first = start + len(raw) - len(raw.lstrip())
    last = start + len(raw.rstrip(" \t" + _HYPHEN)) - 1
    boxes = [text.get_charbox(place) for place in dict.fromkeys((first, (first + last) // 2, max(first, last)))]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return left, bottom, max(box[2] for box in boxes), max(box[3] for box in boxes)


def _say_pictures(pages: Sequence[Page], draft: Draft) -> None:
    """Refuse a PDF of pictures; name single pages without text."""
    if not any(sum(letter.isalpha() for line in page.lines for letter in line.text) >= _FEW for page in pages):
        raise Refusal("readers.no_text_layer", pages=ranges([page.number for page in pages]))
    bare = [page.number for page in pages if not page.lines]
    if bare:
        draft.note("readers.pages_without_text", pages=ranges(bare))


def _print(pages: Sequence[Page], draft: Draft) -> None:
    broken = 0
    for page in pages:
        for line in page.lines:
            words, count = _CONTROL.subn("\ufffd", line.text)
            broken += count
            marks = (line.mark,) if line.mark else ()
            draft.add(words, Stretch(0, 0, "cell" if line.cell else "paragraph", marks=marks, cell=line.cell))
    if broken:
        draft.note("readers.broken_letters", count=broken)


def _say_layout(pages: Sequence[Page], draft: Draft) -> None:
    for key, found in (
        ("readers.columns", [page.number for page in pages if page.columns]),
        ("readers.columns_unclear", [page.number for page in pages if page.unclear]),
    ):
        if found:
            draft.note(key, pages=ranges(found))


def ranges(numbers: Sequence[int]) -> str:
    """Return page numbers for a sentence: 1, 3-5, 9."""
    parts: list[str] = []
    groups = Counter(number - place for place, number in enumerate(numbers))
    place = 0
    for size in groups.values():
        first, last = numbers[place], numbers[place + size - 1]
        parts.append(str(first) if size == 1 else f"{first}-{last}")
        place += size
    return ", ".join(parts)
