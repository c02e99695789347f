"""What WeasyPrint leaves undone for PDF/A-1a with the PDF/UA-1 mark (measured: docs/decisions).

Running headers and page numbers become artifacts, so that they are not read aloud on each page; the metadata are written
afresh: one description for each schema, with the schema of the PDF/UA mark described as PDF/A asks, no author, fixed producer.
"""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

import pikepdf

from ssc_drafter import places

PRODUCER = "ssc-drafter"
ARTIFACT = [pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination)]


def archived(data: bytes, title: str, lang: str, date: str) -> bytes:
    """Return a WeasyPrint PDF (variant pdf/a-1a) as one that Preflight takes for PDF/A-1 and that bears the PDF/UA-1 mark."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _artifacts(pdf)
        _metadata(pdf, title, lang, date)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
        )
    return out.getvalue()


def _metadata(pdf: pikepdf.Pdf, title: str, lang: str, date: str) -> None:
    words = _template().format(title=escape(title), lang=escape(lang), date=date, producer=PRODUCER)
    stream = pikepdf.Stream(pdf, words.encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)
    pdf.Root.Lang = pikepdf.String(lang)
    stamp = f"D:{date.replace('-', '')}000000+00'00'"
    info = {"Title": title, "Producer": PRODUCER, "CreationDate": stamp, "ModDate": stamp}
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary({f"/{name}": pikepdf.String(value) for name, value in info.items()})
    )


@places.kept_by_look(2)
def _template() -> str:
    return (places.look() / "metadata.xmp").read_text("utf-8").strip()


def _artifacts(pdf: pikepdf.Pdf) -> None:
    """Mark as artifacts what is tagged on a page but hangs on nothing in the tree of the structure."""
    known = _reachable(pdf.Root.StructTreeRoot) if "/StructTreeRoot" in pdf.Root else set()
    for page in pdf.pages:
        number = page.obj.objgen
        made: list[Any] = []
        for step in pikepdf.parse_content_stream(page):
            unknown = str(step.operator) == "BDC" and _unknown(step.operands, number, known)
            made.append((ARTIFACT, step.operator) if unknown else step)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))


def _unknown(operands: Any, page: tuple[int, int], known: set[tuple[tuple[int, int], int]]) -> bool:
    marked = operands[1]
    return isinstance(marked, pikepdf.Dictionary) and "/MCID" in marked and (page, int(marked.MCID)) not in known


def _reachable(root: Any) -> set[tuple[tuple[int, int], int]]:
    """Return (page, number) of all marked content that the structure reaches."""
    found: set[tuple[tuple[int, int], int]] = set()
    waiting: list[tuple[Any, tuple[int, int]]] = [(root.get("/K"), (0, 0))]
    while waiting:
        node, page = waiting.pop()
        if isinstance(node, int):
            found.add((page, node))
        elif isinstance(node, pikepdf.Array):
            waiting.extend((child, page) for child in node)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.Pg.objgen if "/Pg" in node else page
            waiting.append((int(node.MCID), page) if "/MCID" in node else (node.get("/K"), page))
    return found
