"""Where the points of a list begin in a sentence that leads into them with a colon."""

from __future__ import annotations

import re

from ssc_drafter.check.structure.heads import STRONG
from ssc_drafter.check.structure.told import Told

POINT = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,3}|[ivxlIVXL]{1,6})$")
UNIT = 4  # words of the number of a unit: "Art. 2:"
CLOSES = {")", ".", "-", "–", "—", "º", "°"}


def points(told: Told) -> list[int]:
    """Return where the points of a list begin (behind their numbers), in a sentence that leads into them with a colon."""
    found = []
    for place in range(colon(told) + 1, len(told.texts) - 2):
        if place in told.signs:
            found.append(place + 1)
            continue
        if place + 1 in told.signs:
            continue  # "; and" ahead of the next sign
        at = place + (told.texts[place] == "(")
        ahead = told.texts[place - 1] in STRONG | {",", "-"} or bool(told.starts("joiner", place - 1)) or place in told.lines
        if ahead and POINT.fullmatch(told.texts[at]) and told.texts[at + 1] in CLOSES:
            found.append(at + 2)
    return found if len(found) > 1 else []


def colon(told: Told) -> int:
    """Return where the words end that lead into a list."""
    labelled = told.texts[0][:3].lower() in ("art", "par", "§", "sec")
    first = UNIT if labelled and any(text.strip("—") in {":", ""} for text in told.texts[1:UNIT]) else 0
    signs = (place for place, text in enumerate(told.texts) if place >= first and text.strip("—") in {":", ""})
    return next(signs, len(told.texts))
