"""Word by word: what the law forbids or demands, what the clause promises, denies or makes wait; and where the two meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.ground import segment
from ssc_drafter.check.kinds.lasting import keeps_within, limit_of_time
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

Sense = Literal["plain", "forbidden", "demanded", "denied", "waits", "whatever"]
SUPPOSED = 8  # words between "if" at the head of a sentence and the negation that it supposes
REFUSED = 3  # words between "shall not be" and "refused"
REACH = 9  # words over which a negation or a condition reaches
TAKEN = 6  # words ahead of "withheld from" that name what is withheld
DENIAL = 3  # words between a bare denial and the act that it denies, or a "who" or "if" ahead of it
_RULED = ("duty", "permission", "power", "exempt", "exception", "definition", "gate_link", "right", "exclusive")
_NOT = frozenset({"not", "no", "nao"})
_SUPPOSING = frozenset(
    {"who", "which", "that", "que", "quien", "quienes", "quem", "if", "si", "se", "when", "cuando", "quando", "where"}
)
_WITHOUT = frozenset({"without", "sans", "sin", "sem"})
_TURNS = ("exception",)
_STOPS = {",", ";", ":", ".", "(", ")"}


def _paint(senses: list[Sense], sentence: Sentence, first: int, reach: int, sense: Sense) -> None:
    """Give a sense to the words from `first` on, up to the next stop of the sentence or the end of the reach."""
    for place in range(first, min(len(senses), first + reach)):
        if sentence.words[place].stem in _STOPS and place > first:
            return
        senses[place] = sense


def _turns(sentence: Sentence) -> tuple[Mark, ...]:
    """Return where a rule turns to its condition: unless, without, except with, save."""
    return tuple(sorted(mark for name in _TURNS for mark in sentence.of(name)))


@remembered
def bans(sentence: Sentence) -> tuple[Mark, ...]:
    """Return where a sentence of law forbids: by words of a ban, or by a bare denial ("is not assignable")."""
    marks = sentence.of("prohibition")
    if marks or sentence.has(*_RULED):
        return marks
    acts = [one for listed in sentence.acts.values() for one in listed]
    found = []
    for one in sentence.of("negation"):
        told = one.last - one.first == 1 and sentence.words[one.first].stem in _NOT
        behind = any(word.stem in _SUPPOSING for word in sentence.words[max(0, one.first - DENIAL) : one.first])
        if told and not behind and any(0 <= act.first - one.last <= DENIAL for act in acts):
            found.append(Mark(one.first, one.last, "prohibition"))
    return tuple(found)


@remembered
def law_senses(sentence: Sentence) -> tuple[Sense, ...]:
    """Return for each word of a provision's sentence whether it is forbidden, demanded, or neither."""
    senses: list[Sense] = ["plain"] * len(sentence.words)
    for mark in sentence.of("duty"):
        _paint(senses, sentence, mark.last, len(senses), "demanded")
    granted = promised(sentence)
    forbids = [mark.first for mark in sentence.of("prohibition") if mark not in granted]
    if forbids:
        _fill(senses, min(forbids), "forbidden")
    for mark in granted:
        first, last = segment(sentence, mark.first)
        senses[first:last] = ["demanded"] * (last - first)
    gates = [
        mark
        for mark in sentence.of("excludes")
        if (sentence.words[mark.first].stem in _WITHOUT and not sentence.has("out_of_scope"))
        or any(0 <= step.first - mark.last <= 5 for step in sentence.steps)
    ]
    for mark in (*gates, *_turns(sentence)):
        if forbids and min(forbids) < mark.first:
            _fill(senses, mark.last, "demanded")
        elif mark.name == "exception" and sentence.has("permission", "power", "exempt"):
            _paint(senses, sentence, mark.last, 30, "forbidden")
    for mark in sentence.of("exclusive"):
        if not _forbidden_alone(sentence, mark, forbids):
            _paint(senses, sentence, mark.last, 14, "demanded")
    return tuple(senses)


def _forbidden_alone(sentence: Sentence, mark: Mark, forbids: list[int]) -> bool:
    """Whether "solely" stands in what is forbidden: "no decision may be taken solely on"; "except", "ne ... que" turn that."""
    if mark.last - mark.first > 1:
        return False
    ahead = [first for first in forbids if first < mark.first]
    between = range(max(ahead, default=mark.first), mark.first)
    turned = any(one.first in between for name in _TURNS for one in sentence.of(name))
    return bool(ahead) and not turned and not any(sentence.words[at].stem in {";", "."} for at in between)


def _fill(senses: list[Sense], first: int, sense: Sense) -> None:
    """Give a sense to all words from `first` on."""
    for place in range(first, len(senses)):
        senses[place] = sense


@remembered
def clause_senses(sentence: Sentence) -> tuple[Sense, ...]:
    """Return for each word of a clause's sentence whether it is denied, waits for something, or is promised plainly."""
    senses: list[Sense] = ["plain"] * len(sentence.words)
    for mark in sentence.of("gate_firm"):
        _paint(senses, sentence, mark.last, REACH, "waits")
    _denied(senses, sentence)
    _deprived(senses, sentence)
    for mark in sentence.of("whatever"):
        _paint(senses, sentence, mark.last, REACH, "whatever")
    for step in sentence.steps:
        if step.status == "excluded":
            for place in range(step.first, step.last):
                senses[place] = "denied"
    return tuple(senses)


def _denied(senses: list[Sense], sentence: Sentence) -> None:
    """Count what stands behind "shall not" or "without" as denied, and behind "shall not ... without" as waiting."""
    granted = promised(sentence)
    for mark in sentence.of("prohibition"):
        if mark not in granted:
            _paint(senses, sentence, mark.first, 2 * REACH, "denied")
    for mark in (mark for name in ("negation", "excludes", "exception") for mark in sentence.of(name)):
        if mark.last - mark.first > 3 or any(one.first <= mark.first < one.last + REFUSED for one in granted):
            continue
        forbidding = any(one.last <= mark.first < one.last + 2 * REACH for one in sentence.of("prohibition"))
        reach = _to_comma(sentence, mark.last) if supposed(sentence, mark) else REACH
        _paint(senses, sentence, mark.last, reach, "waits" if forbidding else "denied")


@remembered
def _counted(sentence: Sentence) -> frozenset[int]:
    """Return the words behind a ban on passing a number or a sum: "shall not exceed what has been voted" denies no vote."""
    found = [
        ban for ban in sentence.of("prohibition") if any(-1 <= one.first - ban.last <= 1 for one in sentence.of("at_most"))
    ]
    return frozenset(place for ban in found for place in range(ban.first, ban.first + 2 * REACH))


@remembered
def promised(sentence: Sentence) -> tuple[Mark, ...]:
    """Return the bans that forbid to refuse, and so promise: "no one shall be denied care", "no podrá negarse el acceso"."""
    verbs = sentence.of("refusing")
    return tuple(
        mark
        for mark in sentence.of("prohibition")
        if any(mark.first < one.first and one.first - mark.last <= REFUSED for one in verbs)
    )


def _to_comma(sentence: Sentence, first: int) -> int:
    """Return how many words a condition at the head of a sentence goes on from a place."""
    return next((at - first for at in range(first, len(sentence.words)) if sentence.words[at].stem == ","), REACH)


def supposed(sentence: Sentence, negation: Mark) -> bool:
    """Whether a negation is only a condition: "if the dispute is not settled, it shall be submitted"."""
    for head in sentence.of("waiting"):
        near = head.first <= 1 and 0 <= negation.first - head.last <= SUPPOSED
        if near and all(word.stem != "," for word in sentence.words[head.last : negation.first]):
            return True
    return False


@remembered
def places_of(sentence: Sentence, sense: Sense) -> tuple[int, ...]:
    """Return the words of a clause that have a sense."""
    return tuple([place for place, one in enumerate(clause_senses(sentence)) if one == sense])


@remembered
def ruling(sentence: Sentence) -> bool:
    """Whether a sentence of law forbids or demands anything."""
    return any(sense != "plain" for sense in law_senses(sentence))


def _deprived(senses: list[Sense], sentence: Sentence) -> None:
    """Count what stands around "withheld from" or "go without" as denied."""
    granted = promised(sentence)
    for mark in sentence.of("deprives"):
        if any(0 <= mark.first - one.last <= REFUSED for one in granted):
            continue
        _paint(senses, sentence, mark.last, REACH, "denied")
        for place in range(max(0, mark.first - TAKEN), mark.first):
            senses[place] = "denied"


def meetings(facet: Facet) -> dict[tuple[Sense, Sense], tuple[float, int, int]]:
    """Return for each meeting of senses (law's, clause's) the weight of the words that carry it and one word of each side."""
    ours, theirs = clause_senses(facet.clause), law_senses(facet.law)
    places: dict[str, int] = {}
    keyed: dict[str, int] = {}
    for place in facet.theirs:
        word = facet.law.words[place]
        places.setdefault(word.stem, place)
        if word.key:
            keyed.setdefault(word.key, place)
    found: dict[tuple[Sense, Sense], tuple[float, int, int]] = {}
    seen: set[str] = set()
    for place in facet.ours:
        word = facet.clause.words[place]
        other = places.get(word.stem, keyed.get(word.key, -1) if word.key else -1)
        if other < 0 or word.stem in seen:
            continue
        seen.add(word.stem)
        key = (theirs[other], ours[place])
        weight, first, second = found.get(key, (0.0, place, other))
        found[key] = (weight + word.weight, first, second)
    return found


@remembered
def _frees(sentence: Sentence) -> bool:
    """Whether the bans of a sentence open exemptions: "shall not be liable to duty" forbids the freed nothing."""
    freed = sentence.of("exempt")
    return bool(freed) and all(any(ban.first < one.first < ban.last < one.last for one in freed) for ban in bans(sentence))


def _lets(facet: Facet) -> bool:
    """Whether the bans of the law let the clause do what they speak of: they open exemptions, or limit how long it lasts."""
    if facet.clause.has("exempt") and _frees(facet.law):
        return True
    forbidding = bans(facet.law)
    return bool(forbidding) and all(keeps_within(facet, limit_of_time(facet.law, one.last - 1)) for one in forbidding)


_NAMES: dict[tuple[Sense, Sense], str] = {
    ("forbidden", "plain"): "does_the_forbidden",
    ("forbidden", "denied"): "denies_the_forbidden",
    ("demanded", "denied"): "denies_the_demanded",
    ("demanded", "plain"): "does_the_demanded",
    ("demanded", "whatever"): "denies_the_demanded",
    ("demanded", "waits"): "waits_for_the_demanded",
    ("forbidden", "waits"): "waits_for_the_forbidden",
}
_KINDS = {"does_the_forbidden": "prohibition", "denies_the_demanded": "prohibition"}


def senses(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield where a word that the law forbids is promised, or one that it demands denied; and where the senses agree."""
    if not ruling(facet.law):
        return
    found = meetings(facet)
    total = sum(weight for weight, _, _ in found.values())
    for key, (weight, place, other) in found.items():
        name = _NAMES.get(key)
        exempting = name == "denies_the_forbidden" and facet.law.has("exempt")  # who exempts denies a tax, no exemption
        counted = name == "denies_the_demanded" and place in _counted(facet.clause)
        let = name == "does_the_forbidden" and _lets(facet)
        if name and not (exempting or counted or let):
            spans = span(facet.clause, place, place + 1, 6), span(facet.law, other, other + 1, 6)
            kind = _KINDS.get(name)
            value = 0.6 * weight / total + 0.4 * min(1.0, weight / 6.0)
            yield Signal(name, value, kind, *spans)  # type: ignore[arg-type]
