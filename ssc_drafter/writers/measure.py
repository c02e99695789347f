"""How many lines a paragraph takes: filled greedily, with the widths of Times New Roman (Liberation Serif has the same)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from ssc_drafter import places

Run = tuple[str, bool, bool, float]  # words, bold, italic, size in points
FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
HAIR = 0.06  # points: programs round the width of a page differently by so much
WORD = re.compile(r"[^\s-]*-|[^\s-]+|[ \t\n]|\s")


@places.kept_by_look(8)
def _widths(bold: bool, italic: bool) -> dict[int, float]:
    path = places.look() / "fonts" / f"LiberationSerif-{FACES[bold, italic]}.ttf"
    font = TTFont(io.BytesIO(path.read_bytes()), lazy=True)
    advances, names = font["hmtx"], font.getBestCmap()
    return {code: advances[name][0] / font["head"].unitsPerEm for code, name in names.items()}


@places.kept_by_look(20_000)
def width(word: str, bold: bool, italic: bool, size: float) -> float:
    """Return how wide a word is, in points."""
    widths = _widths(bold, italic)
    return sum(widths.get(ord(sign), 0.5) for sign in word) * size


def lines(runs: Iterable[Run], first: float, others: float) -> int:
    """Return how many lines words take where the first line has `first` points and each further one `others`."""
    count, room, used, gap, word = 1, first, 0.0, 0.0, 0.0
    for text, bold, italic, size in runs:
        for part in WORD.findall(text):
            if part == "\n":
                count, room, used, gap, word = count + 1, others, 0.0, 0.0, 0.0
            elif part.isspace() and part != "\u00a0":
                used, gap, word = used + gap + word, width(part, bold, italic, size), 0.0
                gap = gap if part != "\t" else 0.0
            else:
                word += width(part, bold, italic, size)
                if used + gap + word > room + HAIR and used:
                    count, room, used, gap = count + 1, others, 0.0, 0.0
                if part.endswith("-"):
                    used, gap, word = used + gap + word, 0.0, 0.0
    return count
