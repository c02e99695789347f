"""PDF files made by hand for tests: words at places on pages."""

from __future__ import annotations

Words = list[tuple[float, float, str]]


def pdf(*pages: Words, size: int = 10) -> bytes:
    """Return a PDF; each page is a list of (left, bottom, words) in the order in which the file keeps them."""
    streams = [_stream(words, size) for words in pages]
    return from_streams(streams)


def _stream(words: Words, size: int) -> bytes:
    lines = []
    for left, bottom, text in words:
        shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        lines.append(f"BT /F1 {size} Tf 1 0 0 1 {left} {bottom} Tm ({shown}) Tj ET")
    return "\n".join(lines).encode("cp1252")


def with_map(stream: bytes, encoding: bytes) -> bytes:
    """Return a PDF of one page whose font names this character map."""
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /X /CIDSystemInfo << /Registry (X) /Ordering (Y) /Supplement 0 >> >>"
    )
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding %s /DescendantFonts [%s] >>" % (encoding, inner)
    return from_streams([stream], font=font)


HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def from_streams(streams: list[bytes], more: bytes = b"", font: bytes = HELVETICA) -> bytes:
    """Return a PDF whose pages have these contents; `more` goes into each stream's dictionary."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(streams)))
    objects.append(f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode())
    objects.append(font)
    for place, stream in enumerate(streams):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * place} 0 R "
        objects.append(page.encode() + b"/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), more, stream))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
