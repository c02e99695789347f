"""Who is to be told: the law has something made known to one of its organs, the clause to somebody else alone."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.actors import Holder, holders, plain
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.holding import one_body
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

TELLING = ("notify", "disclose")  # acts of law/classes/acts.toml by which something is made known
TO = 4  # words between the telling, or "only", and the one who is told
WITHIN = 14  # words between the telling and the one who is told, where what is told stands between
NEXT = 1  # words between "notify" and the one who is notified
DENIED = 2  # words between "not" and the one who is not told
ALONE = 4  # words between "only", or "nobody else", and the one who is told
LEAST = 0.25  # share of what is to be told that the clause has
_DATIVE = frozenset(["to", "a", "au", "aux", "al", "ao", "aos", "as"])


@remembered
def _acts(sentence: Sentence) -> list[Mark]:
    return sorted(mark for name in TELLING for mark in sentence.acts.get(name, ()))


@remembered
def _told(sentence: Sentence, lang: str) -> list[Holder]:
    """Return those to whom something is made known: a name behind "to", with the telling ahead of it."""
    acts, words = _acts(sentence), sentence.words
    found = []
    for one in holders(sentence, lang) if acts else ():
        led = any(word.stem in _DATIVE for word in words[max(0, one.first - TO) : one.first])
        led = led and plain(sentence, max(0, one.first - TO), one.first)
        next_to = any(0 <= one.first - act.last <= NEXT and act.name == "notify" for act in acts)  # "notify the Authority"
        if next_to or (led and any(0 <= one.first - act.last <= WITHIN for act in acts)):
            found.append(one)
    return found


def commanded(law: Reading) -> list[tuple[Sentence, Holder]]:
    """Return the organs that a law has told of something, each with its sentence."""
    rows = []
    for one in law.sentences:
        if one.has("permission", "prohibition", "definition") or not (one.has("duty") or law.lang != "en"):
            continue
        rows += [(one, organ) for organ in _told(one, law.lang) if "public" in organ.kinds]
    return rows


@remembered
def _alone(sentence: Sentence, lang: str) -> tuple[Holder, Mark] | None:
    """Return the one who alone is told in a clause, and the words that say so: "to the committee only", "to nobody else"."""
    shut = [*sentence.of("only"), *sentence.of("nobody_else")]
    for one in _told(sentence, lang):
        for mark in shut:
            ahead, behind = one.first - mark.last, mark.first - one.last
            if (0 <= ahead <= 1 or 0 <= behind <= ALONE) or (mark.first >= one.first and mark.last <= one.last + 1):
                return one, mark
    return None


@remembered
def _shut(sentence: Sentence, lang: str) -> tuple[tuple[Holder, Mark], ...]:
    """Return those to whom nothing is to be told: "to the board and not to the Ministry"."""
    denials = [*sentence.of("negation"), *sentence.of("excludes")]
    return tuple((one, mark) for one in _told(sentence, lang) for mark in denials if 0 <= one.first - mark.last <= DENIED)


def alone(clause: Reading) -> bool:
    """Whether a clause makes something known to one alone."""
    return any(_alone(one, clause.lang) or _shut(one, clause.lang) for one in clause.sentences)


def told(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause rules out what the law wants told to its organ: another alone is told of it."""
    same = pair.clause.lang == pair.law.lang
    for clause in pair.clause.sentences:
        alone_, shut = _alone(clause, pair.clause.lang), _shut(clause, pair.clause.lang)
        for sentence, organ in commanded(pair.law) if alone_ or shut else ():
            denied = next((row for row in shut if one_body(pair, organ, sentence, clause, row[0])), None)
            named = any(one_body(pair, organ, sentence, clause, one) for one in holders(clause, pair.clause.lang))
            found = denied or (None if named else alone_)
            if found is None:
                continue
            zone = [n for n, word in enumerate(sentence.words) if word.weight and not organ.first <= n < organ.last]
            share = met(sentence, zone, clause, range(len(clause.words)), same).share
            if share >= LEAST:
                ours = span(clause, found[0].first, found[1].last if found[1].last > found[0].last else found[0].last, 5)
                theirs = span(sentence, organ.first, organ.last, 6)
                yield Signal("step_excluded", min(1.0, 0.5 + share), "procedure", ours, theirs)
                return
