"""What a finding of a draft says: its title, its reason on whole sentences of both sides, and why a provision does not bite."""

from __future__ import annotations

from collections.abc import Iterable

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.advising import advises
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.citing import pinpoint
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.standing import Standing, lowered
from ssc_drafter.check.finding import Kind, PolicyPlace, Together
from ssc_drafter.check.kinds.signal import Signal


def title(leading: Signal, kind: Kind, held: Held, lang: str) -> str:
    """Return the few words that name the trouble."""
    if held.place.rank in POLICIES:
        return reasons.sentences(lang)["title_policy"]
    if advises(held.provision, *leading.law):
        return reasons.sentences(lang)["title_advises"]
    return reasons.title(leading.name, kind, lang)


def why(leading: Signal, held: Held, stands: Standing, lang: str, rests: Iterable[Together] = ()) -> str:
    """Return why the clause does not fit the provision, in the draft's language, and what else that `rests` on."""
    ours = reasons.shown(held.clause.text, quotes.whole(held.clause, leading.clause), leading.clause)
    theirs = reasons.shown(held.provision.text, quotes.whole(held.provision, leading.law), leading.law)
    policy = held.place.rank in POLICIES
    law = cited_place(held.place, lang, quotes.whole(held.provision, leading.law))
    maker = stands.bound.get(held.place.instrument.name)
    if advises(held.provision, *leading.law) and (maker is not None or not policy):
        told = reasons.sentences(lang)["reason_advises"].format(law=law, ours=ours, theirs=theirs)
    elif policy and maker is not None:
        made = cited_place(maker, lang)
        told = reasons.sentences(lang)["reason_policy_bound"].format(law=law, ours=ours, theirs=theirs, maker=made)
    else:
        told = reasons.said(leading.name, law, ours, theirs, lang, policy=policy)
    told = " ".join([told, *(one.text for one in rests)])
    if held.place.instrument.status == "partly_in_force":
        told = reasons.sentences(lang)["reason_partly_in_force"].format(reason=told)
    if stands.deferring is None or not lowered(held, stands):
        return told
    return reasons.sentences(lang)["reason_deferring"].format(reason=told, number=stands.deferring.number)


def cited_place(place: Place, lang: str, span: tuple[int, int] | None = None) -> str:
    """Return how a provision is cited; with the paragraph or point of it that holds the words at `span`."""
    number = place.provision.number
    if span and not (place.verified and place.verified.text):
        number = pinpoint(place.provision, place.text, place.instrument.lang, *span)
    return reasons.cited(place.provision.level, number, place.instrument.title, lang, place.provision.word)


def cited_at(place: PolicyPlace, lang: str) -> str:
    """Return how the words of a law are cited."""
    return reasons.cited(place.level, place.pinpoint or place.number, place.instrument, lang, place.word)
