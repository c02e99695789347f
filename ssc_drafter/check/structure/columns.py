"""What the columns of a policy's table of targets hold, told by the words of its head: indicator, base, target, year, body."""

from __future__ import annotations

import re

from msgspec import Struct

from ssc_drafter.check.structure.told import tongue
from ssc_drafter.language.folding import fold

# A head with words of two kinds is of the first in this row: "Source of targets", "Target year", "Body responsible".
KINDS = ("aside", "base_year", "target_year", "base", "unit", "responsible", "year", "target", "indicator", "action")
LONGEST = 8  # words of a head
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W_]+")


class Columns(Struct, frozen=True):
    """The columns of a table, each kind by number: `targets` are those with what is to be come to, `subject` says of what."""

    subject: int
    targets: tuple[int, ...]
    base: int | None = None
    base_year: int | None = None
    year: int | None = None
    unit: int | None = None
    responsible: int | None = None


def columns(heads: list[str], lang: str, since: int = 0) -> Columns | None:
    """Return what the columns of a head hold; None where it heads no targets and no deeds with a day or a body.

    A head that is a year and no more is of a target; of the base, where no other is and it comes first of several, or lies
    ahead of `since`, the year in which the policy begins.
    """
    kinds = [_kind(one, lang) for one in heads]
    place = {kind: kinds.index(kind) for kind in KINDS if kind in kinds}
    bare = [at for at, kind in enumerate(kinds) if kind == "bare"]
    base = place.get("base")
    if base is None and len(bare) > 1 and not (since and _year(heads[bare[0]]) >= since):
        base = bare[0]
    named = [at for at, kind in enumerate(kinds) if kind == "target"]
    told = any(kind in ("indicator", "action") for kind in kinds) or "base" in place or since > 0
    years = [at for at in bare if at != base and told and _year(heads[at]) >= since]  # else figures of years gone by
    targets = tuple(sorted({*named, *years}))
    rest = {name: place.get(name) for name in ("unit", "responsible")}
    year = place.get("target_year", place.get("year"))
    seen = year is not None or rest["responsible"] is not None
    subject = next((place[kind] for kind in ("indicator", "action") if kind in place), None)
    if subject is None and targets and (base is not None or len(targets) > 1 or not heads[0].strip()):
        ahead = [at for at in range(min(targets)) if not kinds[at]]  # a head of no known kind, or an empty one
        subject = ahead[-1] if ahead else None
    if subject is None and named and seen:
        subject, targets = named[0], tuple(at for at in targets if at != named[0])  # "Target", "Responsible"
    if subject is None or not (targets or (seen and kinds[subject] in ("action", "target"))):
        return None
    return Columns(subject, targets, base, place.get("base_year"), year, **rest)


def _year(head: str) -> int:
    return int(YEAR.findall(head)[-1])


def _kind(head: str, lang: str) -> str:
    """Return of what kind a head of a column is; "bare" where it is a year and no more, empty where nothing tells."""
    words = _WORD.findall(fold(YEAR.sub(" ", head)))
    if not words and YEAR.search(head):
        return "bare"
    if not words or len(words) > LONGEST:
        return ""
    said = f" {' '.join(words)} "
    known = tongue(lang).columns
    for kind in KINDS:
        if any(f" {' '.join(_WORD.findall(fold(one)))} " in said for one in known[kind]):
            return kind
    return ""
