"""Words of HTML that no line may part, though a tag stands between them: "«", a defined term, "»".

WeasyPrint 70 breaks the line too early where an element that does not fit is joined without a space to the text before it
(measured). Such words are put in one span, so that the space before them is where it breaks.
"""

from __future__ import annotations

import re

from markupsafe import Markup

PART = re.compile(r"<[^>]+>|[^<]+")


def knit(html: Markup) -> Markup:
    """Return HTML of one paragraph with every cluster of text and elements that no space parts in a span of its own."""
    made: list[str] = []
    cluster: list[str] = []
    for piece in _pieces(html):
        if piece == "<br>":
            made += [*_closed(cluster), piece]
            cluster = []
        elif piece.startswith("<") or " " not in piece:
            cluster.append(piece)
        else:
            head, _, rest = piece.partition(" ")
            body, space, tail = f" {rest}".rpartition(" ")
            made += [*_closed([*cluster, head]), body + space]
            cluster = [tail]
    return Markup("".join([*made, *_closed(cluster)]))  # noqa: S704 - the pieces of what was escaped before


def _closed(cluster: list[str]) -> list[str]:
    parts = [piece for piece in cluster if piece]
    if len(parts) > 1 and any(piece.startswith("<") for piece in parts):
        return ['<span class="knit">', *parts, "</span>"]
    return parts


def _pieces(html: Markup) -> list[str]:
    """Return stretches of text and whole elements, with all that stands within them, in turn."""
    made: list[str] = []
    depth = 0
    for part in PART.findall(str(html)):
        if depth:
            made[-1] += part
        else:
            made.append(part)
        if part.startswith("</"):
            depth -= 1
        elif part.startswith("<") and part != "<br>":
            depth += 1
    return made
