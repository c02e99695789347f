"""The door of the writers: a table of formats, `render` to bytes, `write` to a file."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.tree import codec
from ssc_drafter.tree.nodes import Agreement


class Format(Struct, frozen=True):
    """A format: how its files end, and what makes their bytes (agreement, reference file or None, internal copy or not)."""

    suffix: str
    render: Callable[[Agreement, bytes | None, bool], bytes]


def _docx(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    from ssc_drafter.writers.word import document

    return document.render(agreement, reference=reference, internal=internal)


def _pdf(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    from ssc_drafter.writers.pdf import document

    return document.render(agreement, internal=internal)


def _html(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    from ssc_drafter.writers import html

    return html.page(agreement, internal=internal).encode()


def _markdown(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    from ssc_drafter.writers import plain

    return plain.markdown(agreement).encode()


def _akn(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    from ssc_drafter.writers.akn import document

    return document.render(agreement)


def _json(agreement: Agreement, reference: bytes | None, internal: bool) -> bytes:
    return codec.to_json(agreement)


FORMATS = {
    "docx": Format(".docx", _docx),
    "pdf": Format(".pdf", _pdf),
    "html": Format(".html", _html),
    "md": Format(".md", _markdown),
    "akn": Format(".xml", _akn),
    "json": Format(".json", _json),
}
BY_SUFFIX = {one.suffix: name for name, one in FORMATS.items()}


def render(agreement: Agreement, fmt: str, *, reference: bytes | None = None, internal: bool = False) -> bytes:
    """Return the agreement as the bytes of a file: the same agreement always makes the same bytes.

    `reference` (docx alone) is a ministry's own .docx, whose header, footer, styles and page are taken.
    `internal` marks a copy that is not meant for the other Party.
    Raises Problem for an unknown format, a reference that leads nowhere, or a reference file that cannot be used.
    """
    if fmt not in FORMATS:
        raise Problem("writers.unknown_format", format=fmt, formats=", ".join(FORMATS))
    return FORMATS[fmt].render(agreement, reference, internal)


def ahead(formats: Iterable[str]) -> None:
    """Start what is slow to start for formats that will be written, while the caller goes on."""
    if "pdf" in formats:
        from ssc_drafter.writers.pdf import printer

        printer.start()


def write(agreement: Agreement, path: Path | str, *, reference: bytes | None = None, internal: bool = False) -> Path:
    """Write the agreement in the format of the path's ending, whole or not at all, and return the path.

    Raises Problem for an unknown ending, for whatever `render` raises, and where the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in BY_SUFFIX:
        raise Problem("writers.unknown_suffix", str(path), suffix=path.suffix, endings=", ".join(BY_SUFFIX))
    put(path, render(agreement, BY_SUFFIX[path.suffix.lower()], reference=reference, internal=internal))
    return path


def put(path: Path, data: bytes) -> None:
    """Write bytes to a path whole or not at all: beside it first, then moved over it. Raises Problem where that fails."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise Problem("writers.cannot_write", str(path), detail=error.strerror or error) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
