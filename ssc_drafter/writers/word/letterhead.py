"""A ministry's styles, page, header and footer laid over our document.

Where both have a style of the same name the ministry's wins; ours that it lacks are added. Its style ids may be in its own
language ("Titre2"), so our document is turned to them by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from msgspec import Struct

from ssc_drafter.writers.word.numbering import ANNEXES, BODY
from ssc_drafter.writers.word.package import OFFICE, WORD, Part
from ssc_drafter.writers.word.reference import Letterhead, Margin
from ssc_drafter.writers.word.xml import Element, printed, qn, w

NUMBERED = {"heading 1": ANNEXES, "heading 2": BODY}
STYLE_TAGS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PAGE_PARTS = ("pgSz", "pgMar", "pgBorders", "titlePg", "rtlGutter")  # in the order of the schema


class Dressed(Struct, frozen=True):
    """What surrounds the text: parts to add, references of the section to them, and its page."""

    parts: list[Part]
    references: list[Element]
    page: list[Element]


def merged_styles(theirs: Element, ours: Element) -> tuple[Element, dict[str, str]]:
    """Return the styles of both, and by what id each of ours goes there."""
    styles = deepcopy(theirs)
    known = {_name(one): _id(one) for one in styles.iter(qn("w:style"))}
    taken = set(known.values())
    ids = {}
    for one in ours.iter(qn("w:style")):
        free = _id(one) if _id(one) not in taken else f"Ssc{_id(one)}"
        ids[_id(one)] = known.get(_name(one), free)
    for one in ours.iter(qn("w:style")):
        if _name(one) not in known:
            added = deepcopy(one)
            added.set(qn("w:styleId"), ids[_id(one)])
            added.attrib.pop(qn("w:default"), "")
            renamed([added], ids)
            styles.append(added)
    for one in styles.iter(qn("w:style")):
        if _name(one) in NUMBERED:
            _number(one, NUMBERED[_name(one)])
    return styles, ids


def renamed(elements: Iterable[Element], ids: dict[str, str]) -> None:
    """Turn every mention of our style ids to the ids of the merged sheet."""
    tags = {qn(f"w:{tag}") for tag in STYLE_TAGS}
    for element in elements:
        for one in element.iter(*tags):
            value = one.get(qn("w:val"), "")
            one.set(qn("w:val"), ids.get(value, value))


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").lower()


def _id(style: Element) -> str:
    return style.get(qn("w:styleId"), "")


def _number(style: Element, instance: int) -> None:
    """Tie a heading's style to our list, in its place among the properties (after keepNext, keepLines, pageBreakBefore)."""
    look = style.find(qn("w:pPr"))
    if look is None:
        look = w("pPr")
        letters = style.find(qn("w:rPr"))
        style.insert(len(style) if letters is None else style.index(letters), look)
    for old in look.findall(qn("w:numPr")):
        look.remove(old)
    before = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    place = sum(1 for one in look if one.tag in {qn(f"w:{tag}") for tag in before})
    look.insert(place, w("numPr", w("numId", val=instance)))


def dressed(head: Letterhead, mark: Element | None, main: str, first_id: int) -> Dressed:
    """Return header and footer as parts. `mark` is our own header of a draft: its line is set beneath theirs."""
    parts: list[Part] = []
    references: list[Element] = []
    margins = list(head.margins)
    if mark is not None and not any(one.kind == "header" and one.type == "default" for one in margins):
        margins.insert(0, Margin("header", "default", w("hdr"), ()))
    for place, margin in enumerate(margins):
        root = deepcopy(margin.root)
        if margin.kind == "header" and mark is not None:
            root.extend(deepcopy(one) for one in mark)
        name, number = f"word/{margin.kind}{place + 1}.xml", f"rId{first_id + place}"
        parts += _parts(margin, root, name, number, main, place)
        references.append(_reference(margin, number))
    kept = [deepcopy(one) for tag in PAGE_PARTS for one in head.section.findall(qn(f"w:{tag}"))]
    return Dressed(parts, references, kept)


def _reference(margin: Margin, number: str) -> Element:
    made = w(f"{margin.kind}Reference", type=margin.type)
    made.set(qn("r:id"), number)
    return made


def _parts(margin: Margin, root: Element, name: str, number: str, main: str, place: int) -> Iterator[Part]:
    _count_drawings(root, place)
    yield Part(name, f"{WORD}.{margin.kind}+xml", f"{OFFICE}/{margin.kind}", printed(root), main, number)
    for order, picture in enumerate(margin.pictures):
        ending = picture.name.rpartition(".")[2].lower()
        path = f"word/media/letterhead{place + 1}_{order + 1}.{ending}"
        yield Part(path, picture.content_type, f"{OFFICE}/image", picture.data, name, picture.relation)


def _count_drawings(root: Element, place: int) -> None:
    """Give every drawing a number of its own over all parts, and no name that tells where it came from."""
    for order, one in enumerate(root.iter(DRAWING)):
        one.set("id", str((place + 1) * 1000 + order))
        one.set("name", f"Picture {order + 1}")
