"""Marks in rendered text: what a wording's filters print, so that answers, terms and references stay apart from its own words.

A mark is U+E000, JSON in plain ASCII, U+E001. No answer can hold one (JSON escapes both signs), nor a line break, so an
answer is never structure. U+E002 n U+E003 stands at the start of every line of a wording and tells its number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

OPEN, CLOSE, LINE, LINE_END = "\ue000", "\ue001", "\ue002", "\ue003"
SIGNS = (OPEN, CLOSE, LINE, LINE_END)
TOKEN = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
LINE_MARK = re.compile(f"{LINE}(\\d+){LINE_END}")


class Mark(Struct, frozen=True, array_like=True):
    """`what` is answer, blank, ref, term or defines; `name` its slot, target or term; `text` its words or form.

    `row` are the things of which an answer consists, `by` the word that links them ("and", "or").
    """

    what: str
    name: str
    text: str = ""
    row: tuple[str, ...] = ()
    by: str = "and"


def mark(what: str, name: str, text: str = "", row: Sequence[str] = (), by: str = "and") -> str:
    """Return a mark as it is printed into rendered text."""
    said = [what, name, text, [*row], by] if row else [what, name, text]
    return f"{OPEN}{json.dumps(said, ensure_ascii=True)}{CLOSE}"


def unmark(text: str) -> Mark | None:
    """Return the mark that a text consists of, or None."""
    found = TOKEN.fullmatch(text)
    return read(found[1]) if found else None


def read(written: str) -> Mark:
    """Return the mark that JSON tells of."""
    what, name, text, *more = json.loads(written)
    return Mark(what, name, text, tuple(more[0]), more[1]) if more else Mark(what, name, text)


def pieces(text: str) -> Iterator[str | Mark]:
    """Yield the wording's own words and the marks between them."""
    start = 0
    for found in TOKEN.finditer(text):
        if found.start() > start:
            yield text[start : found.start()]
        yield read(found[1])
        start = found.end()
    if start < len(text):
        yield text[start:]


def decoded_length(text: str) -> int:
    """Return how many characters a rendered text has when its marks are read."""
    return sum(len(piece) if isinstance(piece, str) else len(piece.text) for piece in pieces(text))


def without_signs(text: str) -> str:
    """Return officer's words without control signs, the private signs replaced: they can never be taken for marks."""
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "", text)
    return re.sub("[\ue000-\ue003]", "\ufffd", kept)
