"""Positions of the house held against a draft: rules that an office sets itself, clause by clause.

They are few and short, so each is held against every clause, as a pair of its own; what a body of law tells about rank does
not apply to them. The conditions below were set on the shipped examples and the samples of the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import msgspec

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place, known
from ssc_drafter.check.document import house, quotes, speaking
from ssc_drafter.check.document.holding import UNJUDGED, Held
from ssc_drafter.check.document.phrases import flat, pattern, says
from ssc_drafter.check.document.stated import Stated, stated
from ssc_drafter.check.document.treaty import about_agreement, lasts
from ssc_drafter.check.document.weighing import NO_FEATURES
from ssc_drafter.check.document.whole import Identity, clause_at
from ssc_drafter.check.finding import ClausePlace, Cure, Finding, PolicyPlace, Read
from ssc_drafter.check.judge import NUMBERS, Judgement, judge, weights
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import pair
from ssc_drafter.language.folding import fold
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.positions import Position
from ssc_drafter.tree.running import RunningText, Unit

FILE = "positions"
NEAR = 0.75  # relatedness from which a clause without named words is held to a position
NEAR_NAMED = 0.5  # and where the position names its words and the clause has one
SURE_NAMED = 0.55  # confidence that is enough there
NEAR_TERM = 0.2  # and where both say how long an agreement lasts
LOOK = 0.5
CLOSING = "testimonium"
STATED = 0.8  # confidence where the words of a clause do what a rule, by its own words, does not want
REACH = 8  # words over which a denial reaches
_LISTED = 25  # signs between two words of one list
_DENYING = ("negation", "prohibition")


def binds(draft: RunningText) -> bool:
    """Whether a draft binds its Parties: by what its title calls it, and by what it calls those who sign."""
    if says(FILE, draft.lang, "non_binding", draft.title):
        return False
    lang, text = known(draft.lang), flat(draft.text)
    return len(pattern(FILE, lang, "parties").findall(text)) >= len(pattern(FILE, lang, "participants").findall(text))


def applying(positions: Iterable[Position], draft: RunningText) -> list[Position]:
    """Return the positions that are switched on and held against a draft of this sort."""
    on = [one for one in positions if one.on]
    sort = "binding" if on and binds(draft) else "non_binding"
    return [one for one in on if one.texts in ("all", sort)]


def taken_part(positions: Iterable[Position], draft: RunningText) -> tuple[Read, ...]:
    """Return the positions that a draft was held against, as instruments that were read."""
    laws = [one.instrument(draft.lang) for one in applying(positions, draft)]
    return tuple(Read(law.title, "", law.lang, law.file, law.sha256, 1, None, None) for law in laws)


Bites = Callable[[str], Judgement | None]


def against(
    draft: RunningText,
    clauses: Sequence[tuple[Unit, Reading]],
    positions: Iterable[Position],
    identity: Identity,
    cured: Callable[[Held, Bites], tuple[Cure, ...]],
) -> Iterator[tuple[Finding, bool]]:
    """Return a finding for each clause that a position speaks against, and whether it is sure or only to be looked at.

    `cured` gives its cures: it is told what was held together, and how the position speaks against other words.
    """
    for position in applying(positions, draft):
        law = position.instrument(draft.lang)
        rule = read(law.text, law.lang)
        for unit, clause in (*clauses, *_closing(draft, rule)):
            spoken = _against(position, clause, rule)
            if spoken is not None:
                found, sure = spoken
                held = Held(unit, clause, Place(law, law.provisions[0]), rule, found, found.confidence, NO_FEATURES)
                cures = cured(held, partial(_other_words, position, rule, draft.lang))
                yield _finding(draft, held, position, cures, identity), sure
        for one in stated(rule):
            if one.sort == "demands" and speaking.missing(one, rule, [clause for _, clause in clauses]):
                yield _omitted(draft, law, one, position, identity), True


def _omitted(draft: RunningText, law: Instrument, one: Stated, position: Position, identity: Identity) -> Finding:
    """Return the finding that no article has what a position wants in every agreement."""
    words, (start, end) = reasons.sentences(draft.lang), one.span
    quote = law.text[start:end]
    theirs = PolicyPlace(law.title, "", law.file, "", law.provisions[0].address, quote, start, end, level="position")
    said = {"title": law.title, "theirs": reasons.shortened(quote)}
    return Finding(
        identity("", quote, "omission"),
        words["title_position"],
        "step_needed",
        "omission",
        position.severity,
        STATED,
        None,
        theirs,
        words["reason_position_omitted"].format(**said),
        (Cure("wording", words["cure_position_omitted"].format(**said)),),
    )


def _closing(draft: RunningText, rule: Reading) -> Iterator[tuple[Unit, Reading]]:
    """Yield the closing words where a rule is on the languages of the text: that is where they are named."""
    if any(one.matter == "language" for one in house.ruled(rule)):
        for unit in draft.units:
            if unit.address.startswith(CLOSING):
                yield unit, read(draft.text[unit.start : unit.end], draft.lang)


def _against(position: Position, clause: Reading, rule: Reading) -> tuple[Judgement, bool] | None:
    """Return how a position speaks against a clause, and whether that is sure; None where it does not."""
    named = _named(position, clause, rule)
    if named is False:
        return None
    matters = house.ruled(rule)
    told = next((signal for one in matters if (signal := house.against(one, clause, position.country))), None)
    if told:
        return msgspec.structs.replace(UNJUDGED, confidence=STATED, leading=told), True
    if any(house.on_matter(one, clause) for one in matters):
        return None  # what the clause says of the matter was understood
    rules = [one for one in stated(rule) if one.sort != "demands"]
    spoken = [said for one in rules if (said := speaking.against(one, rule, clause))]
    led = next((said for wanted in ("bites", "maybe") for said in spoken if said.says == wanted), None)
    if led is not None and led.signal is not None:
        firm = led.says == "bites"
        return msgspec.structs.replace(UNJUDGED, confidence=STATED if firm else LOOK, leading=led.signal), firm
    if named is None and speaking.heard_whole(rule, clause.lang) and not _of_the_term(clause, rule):
        return None  # the clause says of the same thing what fits, or nothing
    found = judge(pair(clause, rule, ""))
    sure = _sure(found, clause, rule, named is True)
    return (found, sure and not matters) if sure is not None and found.leading else None


def compared(position: Position, clause: Reading, rule: Reading) -> tuple[bool, bool]:
    """Return whether a clause has enough of a position's words that its sentences are weighed, and whether they speak then."""
    named = _named(position, clause, rule)
    if named is False:
        return False, False
    found = judge(pair(clause, rule, ""))
    return _near(found, clause, rule, named is True), _sure(found, clause, rule, named is True) is not None


def _near(found: Judgement, clause: Reading, rule: Reading, named: bool) -> bool:
    """Whether a clause is related enough to a rule; what both say in numbers of the term needs the least in common."""
    of_term = found.leading is not None and found.leading.name in NUMBERS and _of_the_term(clause, rule)
    return found.related >= (NEAR_TERM if of_term else NEAR_NAMED if named else NEAR)


def _other_words(position: Position, rule: Reading, lang: str, words: str) -> Judgement | None:
    spoken = _against(position, read(words, lang), rule)
    return spoken[0] if spoken and (spoken[1] or not house.ruled(rule)) else None


def _named(position: Position, clause: Reading, rule: Reading) -> bool | None:
    """Whether a clause has one of the words that a position names in its language; None where it names none.

    Where the position forbids, words that the clause itself denies ("will not refer it to any court") do not count.
    """
    words = position.about.get(clause.lang)
    if not words:
        return None
    text = flat(clause.text)
    starts = sorted(found.start() for word in words for found in re.finditer(rf"(?<!\w){re.escape(fold(word))}", text))
    if any(one.has(*_DENYING) for one in rule.sentences):
        starts = _not_denied(clause, starts)
    return bool(starts)


def _not_denied(clause: Reading, starts: list[int]) -> list[int]:
    """Return the places that no denial reaches; what stands close behind a denied word is denied with it, as in a list."""
    left, last = [], -_LISTED
    for place in starts:
        if _denied(clause, place) or place - last < _LISTED:
            last = place
        else:
            left.append(place)
    return left


def _denied(clause: Reading, place: int) -> bool:
    """Whether a word of a clause stands within a few words behind a denial, with no comma between."""
    for sentence in clause.sentences:
        if sentence.start <= place < sentence.end:
            at = next((number for number, word in enumerate(sentence.words) if word.end > place), len(sentence.words))
            ends = [mark.last for name in _DENYING for mark in sentence.of(name) if 0 <= at - mark.last <= REACH]
            return any(not re.search(r"[,;:]", clause.text[sentence.words[end - 1].end : place]) for end in ends)
    return False


def _sure(found: Judgement, clause: Reading, rule: Reading, named: bool) -> bool | None:
    """Whether a pair is a finding (True), only to be looked at (False), or nothing. A rule with a number is about numbers."""
    leading = found.leading
    if leading is None:
        return None
    numbers = leading.name in NUMBERS
    named = named or (numbers and _of_the_term(clause, rule))
    if not _near(found, clause, rule, named):
        return None
    if not numbers and any(one.quantities for one in rule.sentences):
        return None
    # a number for agreements is for no other number; what no agreement may promise, every clause of one may not
    if numbers and about_agreement(rule.text, rule.lang) and not named and not about_agreement(clause.text, clause.lang):
        return None
    if found.confidence >= (SURE_NAMED if named else weights().flag):
        return True
    return False if found.confidence >= LOOK else None


def _of_the_term(clause: Reading, rule: Reading) -> bool:
    """Whether both speak of how long an agreement lasts: then they are about one matter, in whatever words."""
    whole = about_agreement(rule.text, rule.lang) and says(FILE, known(rule.lang), "term", rule.text)
    return bool(whole) and lasts(clause.text, clause.lang)


def _finding(draft: RunningText, held: Held, position: Position, cures: tuple[Cure, ...], identity: Identity) -> Finding:
    law, clause, leading = held.place.instrument, held.clause, held.found.leading
    assert leading is not None, "_against() keeps pairs that a signal leads"
    ours = clause_at(draft, held.unit, *quotes.whole(clause, leading.clause))
    address = law.provisions[0].address
    theirs = PolicyPlace(law.title, "", law.file, "", address, law.text, 0, len(law.text), level="position")
    words = reasons.sentences(draft.lang)
    return Finding(
        identity(ours.quote, theirs.quote, leading.kind or "prohibition"),
        words["title_position"],
        "conflict",
        leading.kind or "prohibition",
        position.severity,
        round(held.found.confidence, 3),
        ours,
        theirs,
        _reason(draft.lang, clause, held.provision, leading, ours, law.title),
        (*cures, Cure("wording", words["cure_position"])),
    )


def _reason(lang: str, clause: Reading, rule: Reading, leading: Signal, ours: ClausePlace, title: str) -> str:
    quoted = reasons.shown(clause.text, quotes.whole(clause, leading.clause), leading.clause) or reasons.shortened(ours.quote)
    return reasons.sentences(lang)["reason_position"].format(title=title, theirs=reasons.shortened(rule.text), ours=quoted)
