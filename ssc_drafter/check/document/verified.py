"""What officers verified of provisions, in the report: who says so, which provisions were left out, which words are quoted."""

from __future__ import annotations

from collections.abc import Iterable

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.finding import NotRead, VerifiedBy
from ssc_drafter.check.norms import read
from ssc_drafter.policies import stated_norms
from ssc_drafter.policies.instrument import Instrument, Verified

DAY = 10  # signs of a date in a time


def by_whom(place: Place) -> VerifiedBy | None:
    """Return who verified a provision; None where nobody did."""
    said = place.verified
    return VerifiedBy(said.by, said.at, said.text) if said else None


def told(reason: str, place: Place, lang: str) -> str:
    """Return a reason with who verified the provision behind it."""
    said = place.verified
    if said is None:
        return reason
    restated = said.text or said.type or said.muted
    key = "reason_verified" if restated else "reason_confirmed"
    return reasons.sentences(lang)[key].format(reason=reason, **_who(said, lang))


def _who(said: Verified, lang: str) -> dict[str, str]:
    return {"who": said.by or reasons.sentences(lang)["verified_nobody"], "date": said.at[:DAY]}


def quoted(place: Place, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the words of a restated provision that are quoted: its own, never the restatement's.

    None where no restatement is read at `span` of what is read.
    """
    if not place.verified or not place.verified.text:
        return None
    own = provision_body(place.instrument, place.provision)
    if place.verified.beside and span[1] <= len(own):
        return None
    return quotes.whole(read(own, place.instrument.lang), (0, 0))


def unused(instruments: Iterable[Instrument], lang: str) -> list[NotRead]:
    """Return what a file of facts says of provisions that its law does not have: nothing was checked by it."""
    return [
        NotRead(f"{one.file or one.title}, verified_norms", words)
        for one in instruments
        for words in stated_norms.unused(one.warnings, lang)
    ]


def muted(instruments: Iterable[Instrument], lang: str) -> list[NotRead]:
    """Return the provisions that an officer says never apply to agreements: they are not held against the draft."""
    found = []
    for one in instruments:
        for said in one.verified:
            if said.muted:
                words = reasons.sentences(lang)["left_muted"].format(**_who(said, lang), note=said.note or "–")
                found.append(NotRead(f"{one.file or one.title}, {said.number}", words))
    return found
