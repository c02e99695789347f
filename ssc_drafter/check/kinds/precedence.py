"""Rank: the law says what prevails, and the clause puts the agreement above it."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.signal import Signal, law_strength, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

REACH = 10  # words between a verb of rank and the law or agreement that it speaks of
_ENGLISH = {"the", "this", "any", "ever", "all"}
_WITH = {"with", "avec", "con", "com"}
OF_TOWN = 6  # words between a law and the province or town whose it is
LEAST = 0.7  # how sure it is that a clause ranks itself above the law, where the law hardly speaks of rank
SURE = 0.85  # the same, where the law holds agreements to itself
YIELDING = 4  # words between a law and the verb that says that it gives way
APART = 10  # the same, where that it is "at odds with them" stands between
JOINT = 5  # words behind "rules" within which stands that a joint body made them
MADE = 16  # words between an order and the verb that sets it above an Act
REPLACED = 3  # words between "in place of" and the law
_FORCE = ("forc", "fuerz", "valeur", "valor", "rang", "rank")  # how words begin that say of what rank a text is
AFTER = 3  # words after a verb of rank within which its subject may stand ("regirá el Convenio")


@remembered
def raised(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause puts an agreement above law, whichever way round it says so."""
    defied = next((mark for mark in (*sentence.of("defiance"), *sentence.of("taking_in")) if _law_behind(sentence, mark)), None)
    defied = defied or _in_its_place(sentence)
    told = None if defied else chosen(sentence)
    if told is not None:
        return told[0] if told[1] == "instrument" else None
    lower = sentence.of("below_law")
    for verb in _verbs(sentence):
        if any(abs(verb.first - one.first) <= 2 for one in lower):
            continue
        holder = _subject(sentence, verb)
        beneath = _beneath(sentence, verb)
        if (holder == "instrument" and sentence.has("law_noun")) or (holder != "law_noun" and beneath):
            return verb
        if beneath and _lesser(sentence, verb, beneath):
            return verb
    return _made_to_yield(sentence) or (defied if not lower else None)


def _verbs(sentence: Sentence) -> list[Mark]:
    """Return the verbs of rank; "s'en écarte" says that two rules do not agree."""
    odds = sentence.of("at_odds")
    return [one for one in sentence.of("above_law") if not any(two.first <= one.first < two.last for two in odds)]


def _in_its_place(sentence: Sentence) -> Mark | None:
    """Return where a clause applies something in the place of a law: "is applied in lieu of the Act"."""
    nouns = sentence.of("law_noun")
    return next(
        (one for one in sentence.of("tie.displaces") if any(0 <= noun.first - one.last <= REPLACED for noun in nouns)), None
    )


@remembered
def _made_to_yield(sentence: Sentence) -> Mark | None:
    """Return where a clause says that a law gives way, or is without effect: "that statute shall give way to these rules"."""
    made = [*sentence.of("instrument"), *(one for one in sentence.of("law_noun") if _joint(sentence, one))]
    laws = [one for one in sentence.of("law_noun") if not _of_odds(sentence, one)]
    laws = [one for one in laws if not any(two.first <= one.first < two.last for two in made)]
    odds = sentence.of("at_odds")
    for verb in sentence.of("yields"):
        ahead = [one for one in laws if 0 <= verb.first - one.last <= APART]
        if not ahead:
            continue
        far = any(ahead[-1].last <= one.first < verb.first for one in odds)
        near = verb.first - ahead[-1].last <= (APART if far else YIELDING)
        nearer = any(two.last <= verb.first and two.first > ahead[-1].first and not _of_odds(sentence, two) for two in made)
        if near and not nearer and not _beneath(sentence, verb) and _joined(sentence, ahead[-1].last, verb.first):
            return verb
    return None


def _of_odds(sentence: Sentence, noun: Mark) -> bool:
    """Whether a noun is what something else is at odds with: "terms contrary to the law are void"."""
    near = (one for one in sentence.of("at_odds") if 0 <= noun.first - one.last <= 3)
    return any(_joined(sentence, one.last, noun.first) for one in near)


def _beneath(sentence: Sentence, verb: Mark) -> list[Mark]:
    """Return the law that stands just behind a verb of rank."""
    return [noun for noun in sentence.of("law_noun") if 0 <= noun.first - verb.last <= REACH]


def _lesser(sentence: Sentence, verb: Mark, beneath: list[Mark]) -> bool:
    """Whether what is set above law is itself a lesser law: that of a province or town, any set above a constitution, or
    regulations, orders and annexes set above an Act."""
    ahead = [one for one in _named(sentence, "law_noun") if one.last <= verb.first]
    towns = [one for one in sentence.classes.get("local_government", ()) if one.first < verb.first]
    if any(0 <= town.first - one.last <= OF_TOWN for one in ahead for town in towns):
        return True
    if any(_constitution(sentence, one) for one in beneath) and not any(_constitution(sentence, one) for one in ahead):
        return True
    rules = sentence.of("lesser_rule")
    acts = [one for one in beneath if not any(two.first < one.last and one.first < two.last for two in rules)]
    return bool(acts) and any(0 <= verb.first - one.last <= MADE for one in rules)


def _constitution(sentence: Sentence, noun: Mark) -> bool:
    return sentence.words[noun.first].stem.startswith("constit")


def _law_behind(sentence: Sentence, mark: Mark) -> bool:
    """Whether law is named just behind words that defy: "notwithstanding the Constitution"."""
    return any(0 <= noun.first - mark.last <= 5 for noun in sentence.of("law_noun"))


@remembered
def bound(law: Sentence) -> Mark | None:
    """Return where a law holds agreements to itself: "treaties that are in conformity with this Constitution"."""
    for head in law.of("deference"):
        ahead = any(0 <= head.first - one.last <= BEHIND for one in law.of("treaty"))
        if ahead and any(0 <= noun.first - head.last <= REACH for noun in law.of("law_noun")):
            return head
    return None


@remembered
def lowered(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause yields to law."""
    told = chosen(sentence)
    if told is not None:
        return told[0] if told[1] == "law_noun" else None
    lower = [*sentence.of("below_law"), *(one for one in sentence.of("yields") if _beneath(sentence, one))]
    return lower[0] if lower and sentence.has("law_noun") and _made_to_yield(sentence) is None else None


@remembered
def chosen(sentence: Sentence) -> tuple[Mark, str] | None:
    """Return what is followed where an agreement and law do not agree ("instrument" or "law_noun"), and the words that say so.

    "The former" and "the latter" are the first and the second that the sentence names; what yields gives place to the other.
    """
    named = sorted((one.first, one.last, name) for name in ("instrument", "law_noun") for one in _named(sentence, name))
    if len({name for _, _, name in named}) < 2:
        return None
    for mark in sentence.of("preferring"):
        after = [name for first, _, name in named if 0 <= first - mark.last <= BEHIND]
        if after:
            return mark, after[0]
    if not sentence.has("at_odds"):
        return None
    yields = (*sentence.of("below_law"), *sentence.of("yields"))
    odds = min(one.first for one in sentence.of("at_odds"))
    for verb in sorted((*sentence.of("followed"), *_verbs(sentence), *yields)):
        holder = _holder(sentence, verb, named) if verb.first > odds else ""
        if holder:
            return verb, _other(holder) if verb in yields else holder
    return None


def _named(sentence: Sentence, name: str) -> list[Mark]:
    """Return where agreements or laws are named; "that regulation" is one that the agreement has made."""
    back = {mark.last for mark in sentence.of("this_one")}
    laws = sentence.of("law_noun")
    made = [one for one in laws if one.first in back or _joint(sentence, one)]
    if name == "instrument":
        return [*sentence.of("instrument"), *made]
    parts = [*sentence.of("instrument"), *made]
    return [one for one in laws if not any(two.first <= one.first < two.last for two in parts)]


def _joint(sentence: Sentence, noun: Mark) -> bool:
    """Whether rules are those of a joint body: "the regulations of the Joint Commission"."""
    return any(0 < one.first - noun.last <= JOINT for one in sentence.of("who.joint"))


def _other(name: str) -> str:
    return "law_noun" if name == "instrument" else "instrument"


def _holder(sentence: Sentence, verb: Mark, named: list[tuple[int, int, str]]) -> str:
    """Return what a verb of rank speaks of: "the former", "the latter", or the nearest ahead with no stop between."""
    ahead = [name for first, _, name in named if first < verb.first]
    for turn, at in (("first_named", 0), ("last_named", -1)):
        near = [one for one in sentence.of(turn) if -2 <= verb.first - one.last <= BEHIND or 0 <= one.first - verb.last <= 2]
        pair = [name for first, _, name in named if near and first < near[0].first]
        if near and len(set(pair)) == 2:
            return _in_order(pair)[at]
    rows = [row for row in named if 0 <= verb.first - row[1] <= BEHIND and _joined(sentence, row[1], verb.first)]
    close = [name for first, last, name in rows if not _complement(sentence, Mark(first, last, name))]
    if close:
        return close[-1]
    behind = [name for first, _, name in named if ahead and 0 <= first - verb.last <= AFTER]
    return behind[0] if behind else ""


def _in_order(names: list[str]) -> list[str]:
    """Return the two kinds in the order in which they are first named."""
    return list(dict.fromkeys(names))


def _joined(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no stop stands between two places."""
    return not any(word.stem in {",", ";", ":"} for word in sentence.words[first:last])


BEHIND = 6  # words between a verb of rank and what it speaks of, where two rules do not agree


def _subject(sentence: Sentence, verb: Mark) -> str:
    """Return what is said to rank above: "instrument", "law_noun" or "", the nearest ahead of the verb, else just after."""
    rows = [
        (verb.first - one.last, name)
        for name in ("instrument", "law_noun")
        for one in _named(sentence, name)
        if 0 <= verb.first - one.last <= REACH and not _complement(sentence, one)
    ]
    after = [
        (one.first - verb.last, name)
        for name in ("instrument", "law_noun")
        for one in sentence.of(name)
        if 0 <= one.first - verb.last <= AFTER
    ]
    if (rows and min(rows)[0] <= 4) or (verb.last < len(sentence.words) and sentence.words[verb.last].stem in _ENGLISH):
        return min(rows)[1] if rows else ""  # "displaces the Act": in English what stands behind is no subject
    return min(after)[1] if after and not rows else min(rows)[1] if rows else ""


def _complement(sentence: Sentence, noun: Mark) -> bool:
    """Whether a noun is no subject: what something is in conflict with ("en caso de discrepancia con la ley"), or the rank that
    it is given ("having the force of law")."""
    ahead = sentence.words[max(0, noun.first - 2) : noun.first]
    return any(word.stem in _WITH or word.stem.startswith(_FORCE) for word in ahead)


@remembered
def _yields(law: Sentence) -> Mark | None:
    """Return where the law itself lets treaties rank above it: "a treaty prevails over statute", "subject to any treaty"."""
    treaties = law.of("treaty") + law.of("instrument")
    ranks = law.of("precedence") + law.of("above_law")
    defied = [one for one in law.of("defiance") if any(0 <= noun.first - one.last <= REACH for noun in treaties)]
    heads = law.of("exception") + law.of("deference")
    above = [one for one in treaties if any(0 <= rank.first - one.last <= REACH for rank in ranks)]
    spared = [one for one in law.of("treaty") if any(0 <= one.first - head.last <= REACH for head in heads)]
    return next(iter([*above, *spared]), None) if not defied else None


def precedence(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a clause that puts itself above the law, where the provision speaks of rank; or one that yields to it."""
    strong, mark = law_strength(facet, "precedence", "above_law")
    mark = mark or bound(facet.law)
    if mark is None:
        return
    law_span = span(facet.law, mark.first, mark.last, 6)
    ours = None if facet.clause.has("leaves_be") else raised(facet.clause)
    given = _yields(facet.law)
    if ours is not None and _lesser(facet.clause, ours, _beneath(facet.clause, ours)):
        given = None  # a law that yields to treaties does not yield to the law of a province
    if ours is not None and given is not None:
        yield Signal("law_yields", 1.0, None, (0, 0), span(facet.law, given.first, given.last, 6))
    elif ours is not None:
        spoken = max(LEAST, strong) if mark.name == "precedence" else LEAST  # "the rules governing" speak of no rank
        voids = (facet.law.has("consequence") or facet.law.has("yields")) and facet.law.has(
            "at_odds"
        )  # what is inconsistent with it is void
        supreme = any(_constitution(facet.law, one) for one in facet.law.of("law_noun"))
        defied = any(_constitution(facet.clause, one) for one in facet.clause.of("law_noun"))
        value = max(SURE, spoken) if voids or bound(facet.law) or (supreme and defied) else spoken
        yield Signal("ranked_above", value, "precedence", span(facet.clause, ours.first, ours.last, 6), law_span)
    elif (lower := lowered(facet.clause)) is not None:
        yield Signal("ranked_below", 1.0, None, span(facet.clause, lower.first, lower.last, 6), law_span)
