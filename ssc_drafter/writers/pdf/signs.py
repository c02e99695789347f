"""No empty box in a signed text: what the shipped fonts cannot print is named before anything is made."""

from __future__ import annotations

import io
import unicodedata

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from ssc_drafter.errors import Problem
from ssc_drafter.places import kept_by_look
from ssc_drafter.tree.nodes import Agreement, plain
from ssc_drafter.tree.walk import all_words
from ssc_drafter.writers.pdf.fonts import shipped
from ssc_drafter.writers.sheet import cleaned

UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})  # control, format and space signs leave no mark


def require(agreement: Agreement) -> None:
    """Raise Problem, with sign and place, for the first sign that no shipped font has."""
    known = _known()
    for number, _, inlines in all_words(agreement):
        for sign in unicodedata.normalize("NFC", cleaned(plain(inlines))):
            if ord(sign) not in known and unicodedata.category(sign) not in UNSEEN:
                raise Problem("writers.missing_sign", sign=sign, code=f"U+{ord(sign):04X}", place=number)


@kept_by_look(4)
def _known() -> frozenset[int]:
    found: set[int] = set()
    for data in shipped().values():
        found.update(TTFont(io.BytesIO(data), lazy=True).getBestCmap())
    return frozenset(found)
