"""What the law keeps for persons: information opened to them, secrets kept for them, acts that wait for their consent.

A right of access reaches every paper that an authority holds, and secrecy every one who would learn: a clause that takes
them away shares the kind of thing with the law, and hardly a word. So what is compared is the kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ssc_drafter.check import law
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.senses import clause_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair, class_weight, families

BESIDE = 20  # words between "secret" and the papers that are kept so
TOLD = ("disclose", "publish")  # acts by which others learn
GIVEN = ("disclose", "publish", "sell", "use_commercially", "transfer")
# Matters that concern persons, which laws keep from others.
PERSONAL = frozenset({"personal_data", "bank_secrecy", "communication_data", "bank"})
CLOSED = PERSONAL | {"trade_secret", "official_secret", "confidential", "patent", "security"}
ALIKE = 0.3  # share of what a law speaks of from which on a clause is of its matter though no class says so
DENIED = 4  # words between consent and the "not" that denies it
UNTIL = 5  # words between "confidential" and "until"
BEHIND, HALF = 14, 0.5  # words behind "except" that say what is; share of them from which on a clause falls under it
WEIGHTY = 0.8


@remembered
def closings(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the words by which a clause keeps something from those who would know it."""
    senses = clause_senses(sentence)
    denied = [mark for name in TOLD for mark in sentence.acts.get(name, ()) if senses[mark.first] == "denied"]
    secret = [mark for mark in sentence.classes.get("kept_secret", ()) if senses[mark.first] != "denied"]
    return tuple(sorted([*sentence.of("closes"), *secret, *denied]))


def protected(pair: Pair) -> Iterator[Signal]:
    """Yield what a clause takes from the persons whom the law protects in what they may know, keep to themselves or refuse."""
    for theirs in pair.law.sentences:
        opened, kept, asked = theirs.of("opens"), _secrets(theirs), theirs.of("consent")
        if not (opened or kept or asked or theirs.has("secrecy")):
            continue
        if kept_close := theirs.of("secrecy"):
            yield from _made_known(pair, theirs, kept_close[0])
        for ours in pair.clause.sentences:
            if opened:
                yield from _kept_back(theirs, opened[0], ours)
            if kept:
                yield from _laid_open(pair, theirs, kept[0], ours)
            if asked:
                yield from _unasked(pair, theirs, asked[0], ours)


def _kept_back(theirs: Sentence, opened: Mark, ours: Sentence) -> Iterator[Signal]:
    """Yield that papers which the law opens to persons are kept from them."""
    if families(ours) & CLOSED - {"confidential"} or (ours.has("law_noun") and ours.has("opens", "as_far_as_law")):
        return  # of persons or of trade; or as far as the laws on access let it be
    for mark in closings(ours):
        if any(0 <= one.first - mark.last <= UNTIL for one in ours.of("until")):
            continue  # a draft is kept until it is signed
        if any(_gap(mark, paper) <= BESIDE for paper in ours.of("papers")):
            spans = span(ours, mark.first, mark.last, 6), span(theirs, opened.first, opened.last, 6)
            yield Signal("kept_from_public", 1.0, "right", *spans)
            return


def _gap(one: Mark, other: Mark) -> int:
    return max(other.first - one.last, one.first - other.last, 0)


@remembered
def _secrets(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the words by which a sentence of law keeps a matter of persons to them."""
    return sentence.of("secrecy") if families(sentence) & PERSONAL else ()


@remembered
def _matters(reading: Reading) -> frozenset[str]:
    """Return the classes of a whole text, with those above them: who is concerned may be named a sentence before."""
    return frozenset(name for one in reading.sentences for name in families(one))


def _laid_open(pair: Pair, theirs: Sentence, kept: Mark, ours: Sentence) -> Iterator[Signal]:
    """Yield that what the law keeps secret is given to others, none of whom the law excepts."""
    if not families(theirs) & families(ours) & PERSONAL or "names_off" in ours.classes:
        return
    senses = clause_senses(ours)
    given = [mark for name in GIVEN for mark in ours.acts.get(name, ()) if senses[mark.first] == "plain"]
    if given and not _excepted(pair, theirs, ours):
        spans = span(ours, given[0].first, given[0].last, 6), span(theirs, kept.first, kept.last, 6)
        yield Signal("laid_open", 1.0, "right", *spans)


def _made_known(pair: Pair, theirs: Sentence, kept: Mark) -> Iterator[Signal]:
    """Yield that the very thing which a law has kept secret is published: "the list is kept secret", "the list is printed"."""
    if families(theirs) & PERSONAL or theirs.has("prohibition", "exception", "permission"):
        return
    zone = [place for place, word in enumerate(theirs.words) if word.weight and not kept.first <= place < kept.last]
    same = pair.clause.lang == pair.law.lang
    rows = [met(theirs, zone, one, range(len(one.words)), same).share for one in pair.clause.sentences] if zone else []
    if max(rows, default=0.0) < HALF:
        return
    for ours in pair.clause.sentences:
        senses = clause_senses(ours)
        told = [mark for name in TOLD for mark in ours.acts.get(name, ()) if senses[mark.first] == "plain"]
        if told and not ours.has("closes"):
            spans = span(ours, told[0].first, told[0].last, 6), span(theirs, kept.first, kept.last, 6)
            yield Signal("laid_open", 1.0, "prohibition", *spans)
            return


def _excepted(pair: Pair, theirs: Sentence, ours: Sentence) -> bool:
    """Whether a clause has most of what stands behind the law's "except" or "only", or names a step of its own."""
    if ours.has("consent") or any(one.status in ("required", "likely") for one in ours.every_step):
        return True
    turns = [mark.last for name in ("exception", "exclusive", "only") for mark in theirs.of(name)]
    same = pair.clause.lang == pair.law.lang
    zones = [[n for n in range(turn, min(turn + BEHIND, len(theirs.words))) if theirs.words[n].weight] for turn in turns]
    return any(met(theirs, zone, ours, range(len(ours.words)), same).share >= HALF for zone in zones if zone)


def _unasked(pair: Pair, theirs: Sentence, asked: Mark, ours: Sentence) -> Iterator[Signal]:
    """Yield that an act which waits for somebody's consent goes past that person."""
    over = [one for one in ours.of("passed_over") if not any(two.last == one.first for two in ours.of("negation"))]
    over += ours.classes.get("other_purpose", ())
    if not over or not consent_of_persons(theirs) or _consents(ours, over):
        return
    same = pair.clause.lang == pair.law.lang
    zone = [place for place, word in enumerate(theirs.words) if word.weight and not asked.first <= place < asked.last]
    alike = met(theirs, zone, ours, range(len(ours.words)), same).share
    if alike >= ALIKE or any(_tells(name) for name in families(theirs) & _matters(pair.clause)):
        spans = span(ours, over[0].first, over[0].last, 6), span(theirs, asked.first, asked.last, 6)
        yield Signal("unasked", 1.0, "right", *spans)


def _consents(ours: Sentence, over: list[Mark]) -> bool:
    """Whether a clause names the consent elsewhere than in the words that go past it."""
    inside = {place for mark in over for place in range(mark.first - 3, mark.last + 3)}
    denials = [mark for name in ("negation", "prohibition", "excludes") for mark in ours.of(name)]
    named = [mark for mark in ours.of("consent") if mark.first not in inside]
    return any(all(_gap(mark, denial) > DENIED for denial in denials) for mark in named)


@cache
def _tells(name: str) -> bool:
    """Whether a class tells of which matter a text is: a person or thing, and no body that decides."""
    known = law.classes()[name]
    return not known.body and not known.contrary and class_weight(name) >= WEIGHTY


@remembered
def consent_of_persons(sentence: Sentence) -> bool:
    """Whether a sentence makes an act wait for the consent of persons, not of bodies alone: the Minister's is procedure."""
    if not sentence.has("consent"):
        return False
    known = law.classes()
    return any(known[name].person and not known[name].body for name in sentence.classes) or bool(families(sentence) & PERSONAL)
