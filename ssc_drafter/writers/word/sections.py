"""Pages that lie on their side: sections of their own, with header and footer as wide as they are.

Each section names its headers and footers, so that none hangs on what the one before it has. The first page of the document
alone is a "first page": a letterhead does not stand again on an annex. Page numbers run on.
"""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document

from ssc_drafter.writers.word.body import Spread
from ssc_drafter.writers.word.letterhead import doubled
from ssc_drafter.writers.word.xml import Element, Tree, qn, w

NEAR = 120  # twentieths of a point between a tab and the edge (or the middle) that it is meant for


def text_area(section: Element) -> tuple[int, int]:
    """Return width and height of the text, in twentieths of a point; other programs than Word write parts of these."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    across = _of(size, "w") - sum(_of(margins, side) for side in ("left", "right", "gutter"))
    return max(across, 2000), max(_of(size, "h") - _of(margins, "top") - _of(margins, "bottom"), 2000)


def _of(element: Element | None, name: str) -> int:
    return 0 if element is None else abs(int(float(element.get(qn(f"w:{name}"), 0))))


def turned_page(section: Element) -> Element:
    """Return a section's page turned by a quarter: its upper edge where the binding is, sides as upper and lower edge were.

    A header or footer that needs more room above or below than the sides gave keeps it.
    """
    made = deepcopy(section)
    size, margins = made.find(qn("w:pgSz")), made.find(qn("w:pgMar"))
    short, long = sorted((_of(size, "w"), _of(size, "h")))
    edges = {side: _of(margins, side) for side in ("left", "right", "top", "bottom")}
    side = min(edges["top"], edges["bottom"])
    wanted = {
        "top": max(edges["top"], edges["left"]),
        "bottom": max(edges["bottom"], edges["right"]),
        "left": side,
        "right": side,
    }
    for name, value in {"w": long, "h": short, "orient": "landscape"}.items():
        size.set(qn(f"w:{name}"), str(value))  # type: ignore[union-attr]
    for name, value in wanted.items():
        sign = "-" if margins.get(qn(f"w:{name}"), "").startswith("-") else ""  # type: ignore[union-attr]
        margins.set(qn(f"w:{name}"), f"{sign}{value}")  # type: ignore[union-attr]
    return made


def parted(document: Document, parts: list[Spread], width: int, wide: int) -> None:
    """End each part but the last with its section; the last one is the document's own."""
    if len(parts) == 1:
        return
    upright = document.element.body.sectPr
    lying = _with_wide_margins(document, turned_page(upright), width, wide)
    for place, part in enumerate(parts):
        made = deepcopy(lying if part.wide else upright)
        if place:
            for mark in made.findall(qn("w:titlePg")):
                made.remove(mark)
        if place < len(parts) - 1:
            _look(part.blocks[-1]).append(made)
        else:
            upright[:] = made[:]


def _look(block: Element) -> Element:
    """Return the properties of a part's last paragraph; our parts never end with a table."""
    found = block.find(qn("w:pPr"))
    if found is None:
        found = w("pPr")
        block.insert(0, found)
    return found


def _with_wide_margins(document: Document, section: Tree, width: int, wide: int) -> Tree:
    """Give a section headers and footers of its own where those of the upright pages have tabs for an upright page."""
    for tag, kind in ((qn("w:headerReference"), "header"), (qn("w:footerReference"), "footer")):
        for reference in section.findall(tag):
            part = document.part.related_parts[reference.get(qn("r:id"))]
            if any(tab.get(qn("w:pos")) for tab in part.element.iter(qn("w:tab"))):
                name, root = doubled(document, kind, part)
                _moved(root, width, wide)
                reference.set(qn("r:id"), name)
    return section


def _moved(root: Element, width: int, wide: int) -> None:
    """Move tabs for the right edge and for the middle to where these are on a wide page."""
    for tab in root.iter(qn("w:tab")):
        place = _of(tab, "pos")
        for old, new in ((width, wide), (width // 2, wide // 2)):
            if tab.get(qn("w:pos")) and abs(place - old) <= NEAR:
                tab.set(qn("w:pos"), str(new))
