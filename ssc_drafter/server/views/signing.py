"""The sign-off as the page shows it: who may sign, what is still open and must be known, or by whom it was signed."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.language.lists import joined
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import can
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.store import drafts, signoff, users


class Signing(Struct, frozen=True):
    """What stands under "A reviewer's sign-off". `offered` says that this person may sign this version."""

    line: str
    offered: bool = False
    who: str = ""
    open: tuple[str, ...] = ()
    message: str = ""


def view(head: drafts.Draft, still_open: list[str], message: str = "") -> Signing:
    """Return how the sign-off of a draft stands for whoever looks at it."""
    signed = signoff.standing(store(), head.id)
    if signed is not None:
        return Signing(say("pages.sign_off_done", who=signed.by, number=signed.version, date=date_of(signed.at, language())))
    line = say("pages.sign_off_none")
    if head.archived:
        return Signing(line)
    if can("draft.sign_off") and head.author != me().id:
        return Signing(line, True, "", tuple(still_open), message)
    return Signing(line, who=_who(head))


def _who(head: drafts.Draft) -> str:
    """Say who may sign: the reviewers of the team but the one who saved this version, for nobody signs their own words."""
    others = [
        one.name
        for one in users.listed(store())
        if "reviewer" in one.roles and one.team == head.team and not one.disabled and one.id != head.author
    ]
    mine = say("pages.sign_off_own", number=head.version) if head.author == me().id else ""
    may = say("pages.sign_off_by", who=joined(others, language(), "or")) if others else say("pages.sign_off_nobody")
    return f"{mine} {may}".strip()
