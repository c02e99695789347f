"""What the file of facts of a law says of its provisions (`verified_norms`), as the check reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssc_drafter.policies.instrument import NORM_TYPES, Provision, Verified, Warn
from ssc_drafter.words import say

UNKNOWN = "verified_norms: "  # where an entry stands that names no provision of the text, with the number that it names
BROKEN = "verified_norms, "  # where one stands that cannot be used, with its place in the list


def stated_norms(
    rows: Iterable[Mapping[str, Any]], provisions: Iterable[Provision], ui: str = "en"
) -> tuple[tuple[Verified, ...], tuple[Warn, ...]]:
    """Return what is verified of the provisions, and a warning for each entry that cannot be used.

    An entry has `provision` (a number) and `says` (a sentence in the language of the law, read in the place of its words),
    `adds` (one read beside them), `type`, `confirmed: true` or `muted: true`; `by`, `date` and `note` may stand beside them.
    """
    known = {one.number.casefold(): one for one in provisions}
    found, warnings = [], []
    for place, row in enumerate(rows, 1):
        number = str(row.get("provision", "")).strip()
        kind, text = str(row.get("type") or ""), " ".join(str(row.get("says") or row.get("adds") or "").split())
        muted, confirmed = row.get("muted") is True, row.get("confirmed") is True
        beside = bool(row.get("adds")) and not row.get("says")
        if not number or not (muted or kind or text or confirmed) or (kind and kind not in NORM_TYPES):
            warnings.append(Warn(say("policies.verified_broken", ui, number=place), f"{BROKEN}{place}"))
        elif number.casefold() not in known:
            warnings.append(Warn(say("policies.verified_unknown", ui, number=number), f"{UNKNOWN}{number}"))
        else:
            one = known[number.casefold()]
            note, by, at = (str(row.get(name) or "") for name in ("note", "by", "date"))
            found.append(Verified(one.address, one.number, muted, kind, text, note, by, at, confirmed, beside))
    return tuple(found), tuple(warnings)


def unused(warnings: Iterable[Warn], ui: str) -> list[str]:
    """Return again, in the language `ui`, what is said of the entries of a file of facts that nothing came of."""
    keys = {UNKNOWN: "policies.verified_unknown", BROKEN: "policies.verified_broken"}
    return [
        say(key, ui, number=one.where.removeprefix(ahead))
        for one in warnings
        for ahead, key in keys.items()
        if one.where.startswith(ahead)
    ]
