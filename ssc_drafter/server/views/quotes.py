"""Quotes with what stands around them, and two texts compared by whole words. Pieces only: the pages print them, escaped."""

from __future__ import annotations

import difflib
import re

from ssc_drafter.server.views.marks import Marked
from ssc_drafter.tree.running import RunningText, Unit

AROUND = 700  # characters shown on either side of a quote
ANOTHER_TEXT = 0.35  # below this share of common words two texts are shown whole: marks on nearly every word help nobody
Pieces = list[tuple[str, str]]


def around(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str, str]:
    """Return what stands before a quote, the quote, what stands after it, within the bounds of its paragraph."""
    low, high = max(0, min(low, start)), max(high, end)
    before, after = text[low:start], text[end:high]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return before.lstrip(), text[start:end], after.rstrip()


def unit_of(running: RunningText, mark: Marked) -> Unit | None:
    """Return the unit of the draft that a finding lies in."""
    return next((one for one in running.units if one.address == mark.address), None) if mark.address else None


def compared(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces ("same", "del" or "ins", words): whole words, never single letters."""
    a, b = re.findall(r"\S+\s*|\s+", old), re.findall(r"\S+\s*|\s+", new)
    before: Pieces = []
    after: Pieces = []
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < ANOTHER_TEXT:
        return [("same", old)], [("same", new)]
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            before.append(("same", "".join(a[i:j])))
            after.append(("same", "".join(b[k:m])))
            continue
        if i < j:
            before.append(("del", "".join(a[i:j])))
        if k < m:
            after.append(("ins", "".join(b[k:m])))
    return before, after
