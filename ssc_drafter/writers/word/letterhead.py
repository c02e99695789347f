"""A ministry's styles, page, header and footer laid over our document.

Where both have a style of the same name the ministry's wins; ours that it lacks are added. Its style ids may be in its own
language ("Titre2"), so our document is turned to them by name.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from ssc_drafter.writers.word.furniture import KINDS, margin
from ssc_drafter.writers.word.numbering import ANNEXES, BODY
from ssc_drafter.writers.word.reference import Letterhead, relating
from ssc_drafter.writers.word.xml import Element, Tree, qn

NUMBERED = {"heading 1": ANNEXES, "heading 2": BODY}
STYLE_TAGS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PAGE_PARTS = ("pgSz", "pgMar", "pgBorders", "titlePg", "rtlGutter")  # in the order of the schema


def dress(document: Document, head: Letterhead) -> dict[str, str]:
    """Lay a letterhead over our document; return by what id each of our styles goes in it."""
    ours = document.styles.element
    styles, ids = merged_styles(head.styles, ours)
    ours[:] = styles[:]
    if head.theme:
        _change_theme(document, head.theme)
    section = document.element.body.sectPr
    section[:] = _page(head, section)
    document.settings.odd_and_even_pages_header_footer = head.even_and_odd
    for place, one in enumerate(head.margins, 1):
        part = margin(document, one.kind, one.type, one.root)
        for element, attribute in relating(one.root):
            number, _ = part.get_or_add_image(io.BytesIO(one.pictures[element.get(attribute, "")]))
            element.set(attribute, number)
        _count_drawings(one.root, place)
    return ids


def doubled(document: Document, kind: str, part: Tree) -> tuple[str, Tree]:
    """Add a header or footer like `part`, with its pictures; return the relation that names it, and its root."""
    made, content_type, relation = KINDS[kind]
    package = document.part.package
    twin = made(package.next_partname(f"/word/{kind}%d.xml"), content_type, deepcopy(part.element), package)
    for number, one in part.rels.items():
        twin.load_rel(one.reltype, one.target_part, number)
    name = document.part.relate_to(twin, relation)
    _count_drawings(twin.element, len(document.part.rels))
    return name, twin.element


def _page(head: Letterhead, section: Element) -> list[Element]:
    """Return their page, with ours for what it does not say."""
    found = ((head.section.find(qn(f"w:{tag}")), section.find(qn(f"w:{tag}"))) for tag in PAGE_PARTS)
    return [one for theirs, ours in found if (one := ours if theirs is None else theirs) is not None]


def _change_theme(document: Document, theme: bytes) -> None:
    part = document.part
    old = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part.drop_rel(part.relate_to(old, RELATIONSHIP_TYPE.THEME))
    part.relate_to(Part(old.partname, old.content_type, theme, part.package), RELATIONSHIP_TYPE.THEME)


def merged_styles(theirs: Tree, ours: Tree) -> tuple[Tree, dict[str, str]]:
    """Return the styles of both, and by what id each of ours goes there."""
    styles = deepcopy(theirs)
    known = {_name(one): one.styleId for one in styles.style_lst}
    taken = set(known.values())
    ids = {}
    for one in ours.style_lst:
        free = one.styleId if one.styleId not in taken else f"Ssc{one.styleId}"
        ids[one.styleId] = known.get(_name(one), free)
    for one in ours.style_lst:
        if _name(one) not in known:
            added = deepcopy(one)
            added.styleId = ids[one.styleId]
            added.default = None
            renamed([added], ids)
            styles.append(added)
    _number(styles.style_lst)
    return styles, ids


def _number(styles: list[Tree]) -> None:
    """Tie the headings' styles to our lists, and no style that is based on one: "Contents" is not Annex 1."""
    counted = {one.styleId: NUMBERED[_name(one)] for one in styles if _name(one) in NUMBERED}
    for one in styles:
        if one.styleId in counted or one.basedOn_val in counted:
            look = one.get_or_add_pPr()
            if one.styleId in counted or look.numPr is None:
                look._remove_numPr()
                look.get_or_add_numPr().get_or_add_numId().val = counted.get(one.styleId, 0)
            if counted.get(one.styleId) == ANNEXES:
                look.pageBreakBefore_val = True


def renamed(elements: Iterable[Element], ids: dict[str, str]) -> None:
    """Turn every mention of our style ids to the ids of the merged sheet."""
    tags = {qn(f"w:{tag}") for tag in STYLE_TAGS}
    for element in elements if ids else ():
        for one in element.iter(*tags):
            value = one.get(qn("w:val"), "")
            one.set(qn("w:val"), ids.get(value, value))


def _name(style: Tree) -> str:
    return str(style.name_val or "").lower()


def _count_drawings(root: Element, place: int) -> None:
    """Give every drawing a number of its own over all parts, and no name that tells where it came from."""
    for order, one in enumerate(root.iter(DRAWING)):
        one.set("id", str(place * 1000 + order))
        one.set("name", f"Picture {order + 1}")
