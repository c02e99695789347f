"""The Word template opened, and the finished file packed so that the same agreement makes the same bytes."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document

from ssc_drafter import places

EPOCH = (1980, 1, 1, 0, 0, 0)


def opened() -> Document:
    """Return our template: templates/_look/docx, an unpacked .docx that can be read and reviewed."""
    return docx.Document(str(places.look() / "docx"))


def saved(document: Document) -> bytes:
    """Return the bytes of a document. python-docx stamps each part with the time of writing; here all bear the same."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0, 0
            package.writestr(entry, parts.read(name))
    return out.getvalue()
