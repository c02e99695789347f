"""Two laws of one State that say different things on a clause: which the rule of rank, or of date, prefers.

The rule is told, never applied: whether the two can stand side by side, or one is made for the special case, is for the
officer to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.standing import RANKS
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.document.whole import policy_at
from ssc_drafter.check.finding import Together
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.policies.instrument import Instrument

GROUND = 2.5  # weight of words that the sentences of the two laws have in common at least
DAY = 10  # signs of a date
SURE = 0.6  # strength of a signal from which the other law is fit by the clause
FITS = ("number_within", "number_excepted", "threshold_below", "same_side", "law_yields", "says_the_same")
Rule = Literal["rank", "date", "law", "treaty", "unknown"]


class Preferred(Struct, frozen=True):
    """Which of two instruments goes first, and by what rule; neither where the rule does not tell."""

    first: Instrument | None
    rule: Rule


def preferred(one: Instrument, other: Instrument) -> Preferred:
    """Return which of two instruments of one State goes before the other: law before policy, higher before lower, later before
    earlier. A treaty and a statute are ranked by each constitution, so nothing is said of them."""
    if (one.hierarchy in POLICIES) != (other.hierarchy in POLICIES):
        return Preferred(other if one.hierarchy in POLICIES else one, "law")
    if one.hierarchy != other.hierarchy:
        if "treaty" in (one.hierarchy, other.hierarchy) and "constitution" not in (one.hierarchy, other.hierarchy):
            return Preferred(None, "treaty")
        return Preferred(min(one, other, key=lambda law: RANKS.get(law.hierarchy, 9)), "rank")
    same = min(len(one.date or ""), len(other.date or ""), DAY)  # of one the year may be known alone
    if same and (one.date or "")[:same] != (other.date or "")[:same]:
        return Preferred(max(one, other, key=lambda law: law.date or ""), "date")
    return Preferred(None, "unknown")


def others(lead: Held, rows: Iterable[Held]) -> Iterator[Held]:
    """Yield the provisions of other laws of the same State that say something different on the same sentence of the clause."""
    leading = lead.found.leading
    ours = sentence_at(lead.clause, leading.clause) if leading else None
    theirs = sentence_at(lead.provision, leading.law) if leading else None
    if ours is None or theirs is None or lead.links:
        return
    address, mine = lead.unit.address, lead.place.instrument
    for one in rows:
        if one.unit.address != address:
            continue
        law = one.place.instrument
        if law.country != mine.country or law.sha256 == mine.sha256:
            continue
        sentence = _differs(lead, one, ours)
        if sentence is not None and _common(theirs, sentence, lead.provision.lang == one.provision.lang) >= GROUND:
            yield one


def _differs(lead: Held, one: Held, ours: Sentence) -> Sentence | None:
    """Return the sentence of another law that the clause fits, or that sets another number, where it speaks of the same."""
    signals, numbers = one.found.signals, lead.found.leading is not None and lead.found.leading.kind == "limit"
    names = FITS[:3] if numbers else FITS[3:]
    for name in names:
        signal = signals.get(name)
        if signal and signal.value >= SURE and (not numbers or _inside(ours, signal.clause)):
            found = sentence_at(one.provision, signal.law) if signal.law[1] else _nearest(ours, one)
            if found is not None and (numbers or found.has("permission", "right", "power", "exempt")):
                return found
    return None


def _inside(ours: Sentence, span: tuple[int, int]) -> bool:
    return ours.start <= span[0] < ours.end


def _nearest(ours: Sentence, one: Held) -> Sentence | None:
    same = one.clause.lang == one.provision.lang
    return max(one.provision.sentences, key=lambda found: _common(ours, found, same), default=None)


def _common(one: Sentence, other: Sentence, same: bool) -> float:
    mine, its = (one.stems, other.stems) if same else (one.keys, other.keys)
    return sum(its[word] for word in mine.keys() & its.keys())


def told(lead: Held, other: Held, lang: str) -> Together:
    """Return in words that another law says otherwise, and which of the two goes first."""
    words = reasons.sentences(lang)
    found = preferred(_ranked(lead.place), _ranked(other.place))
    ours = other.found.signals
    signal = next((ours[name] for name in FITS if name in ours and ours[name].value >= SURE), None)
    start, end = quotes.whole(other.provision, signal.law if signal else (0, 0))
    chosen = lead if found.first == _ranked(lead.place) else other
    first = cited_place(chosen.place, lang)
    first = first[:1].lower() + first[1:]
    rule = words[f"prevails_{found.rule}"].format(first=first)
    text = words["together_prevails"].format(
        law=cited_place(other.place, lang, (start, end)), dated=_dated(_ranked(other.place), lang),
        theirs=reasons.shortened(other.provision.text[start:end]),
        first=cited_place(lead.place, lang), mine=_dated(_ranked(lead.place), lang), rule=rule,
    )  # fmt: skip
    return Together("prevails", text, policy_at(other.place, start, end))


def _ranked(place: Place) -> Instrument:
    """Return the instrument of a provision, with the rank that the provision has."""
    one = place.instrument
    return one if place.rank == one.hierarchy else replace(one, hierarchy=place.rank)


def _dated(one: Instrument, lang: str) -> str:
    """Return the rank and date of an instrument in words: "act of 2015-03-02"."""
    words = reasons.sentences(lang)
    rank = words[f"rank_{one.hierarchy}"]
    return words["ranked_dated"].format(rank=rank, date=one.date) if one.date else words["ranked_undated"].format(rank=rank)


def overtaken(lead: Held, rows: Iterable[Held]) -> bool:
    """Whether a law of the same rank, made later, is fit by the clause: the older rule may no longer stand."""
    mine = _ranked(lead.place)
    found = (preferred(mine, _ranked(one.place)) for one in rows)
    return any(one.rule == "date" and one.first != mine for one in found)
