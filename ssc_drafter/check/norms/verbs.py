"""What verbs say without a word of function: the future commands, and a denial that tells of somebody is no ban.

"Se notificará" is a duty and "no otorgará" a ban, as "shall" and "shall not" are in English, where words of function say so.
"Une entreprise qui n'a pas été agréée" forbids nothing: it says of whom the law speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark

BETWEEN = 2  # pronouns between a denial and its verb: "no se les exigirá"
MONTH = "May"  # a month inside of a sentence, where the verb has a small letter
LEAST = 4  # letters of a verb in the future
# What already says how a verb is meant: "podrá" permits, "procurará" is soft, "no podrá" forbids.
_SAID = ("duty", "permission", "prohibition", "soft", "power", "right", "definition")
Marks = dict[str, tuple[Mark, ...]]


def with_futures(marks: Marks, texts: Sequence[str], lang: str) -> Marks:
    """Return the marks with those of duty and ban that only the future of a verb says."""
    by = law.words(lang).verbs
    if not by.future:
        return marks
    said = {place for name in _SAID for mark in marks.get(name, ()) for place in range(mark.first, mark.last)}
    found: dict[str, list[Mark]] = {"duty": [], "prohibition": []}
    for place, text in enumerate(texts):
        if len(text) < LEAST or not text.endswith(by.future) or place in said or text in by.not_verbs or not text.islower():
            continue
        head = _head(texts, place, by)
        ahead = texts[head].lower() if head >= 0 else ""
        if ahead in by.denials:
            if head not in said and not by.double:
                found["prohibition"].append(Mark(head, place, "prohibition"))
        elif ahead not in by.relative:
            found["duty"].append(Mark(place, place + 1, "duty"))
    added = {name: tuple(sorted((*marks.get(name, ()), *row))) for name, row in found.items() if row}
    return marks | added


def without_months(marks: Marks, texts: Sequence[str], lang: str) -> Marks:
    """Return the marks without a permission that is a month: "closed until May" lets nobody do anything."""
    told = marks.get("permission", ()) if lang == "en" else ()
    kept = tuple(one for one in told if one.first == 0 or texts[one.first] != MONTH)
    if len(kept) == len(told):
        return marks
    return {name: row for name, row in (marks | {"permission": kept}).items() if row}


def without_tales(marks: Marks, texts: Sequence[str], lang: str) -> Marks:
    """Return the marks without bans that are none: what somebody does not do or has not done, behind "who" or "if"."""
    by = law.words(lang).verbs
    bans = marks.get("prohibition", ())
    kept = tuple(one for one in bans if not (texts[one.first].lower() in by.denials and _tells(texts, one, by)))
    if len(kept) == len(bans):
        return marks
    return {name: row for name, row in (marks | {"prohibition": kept}).items() if row}


def _tells(texts: Sequence[str], ban: Mark, by: law.Verbs) -> bool:
    """Whether a denial only tells of something: behind a relative or a condition, or of something done."""
    head = _head(texts, ban.first, by)
    if head >= 0 and texts[head].lower() in by.relative | by.condition:
        return True
    done, inside = texts[ban.last : ban.last + 1], texts[ban.first + 1 : ban.last]
    return any(text.lower() in by.perfect for text in inside) and any(text.endswith(by.participle) for text in done)


def _head(texts: Sequence[str], verb: int, by: law.Verbs) -> int:
    """Return the place of the word ahead of a verb, its pronouns passed over; -1 where there is none."""
    for place in range(verb - 1, max(-1, verb - 2 - BETWEEN), -1):
        if texts[place].lower() not in by.pronouns:
            return place
    return -1
