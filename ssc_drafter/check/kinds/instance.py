"""Before whom one goes: the law has a court or panel of its own for a complaint, a dispute or a question; the clause has it
settled for good by somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.kinds.actors import Holder, holders, unbroken
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.holding import one_body
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

BEFORE = 6  # words between "before" or "to" and the one before whom one goes
NEXT = 2  # words between "tried by" and the one who tries
SUBJECT = 8  # words between the one who hears and the hearing
FROM = 16  # words between the complaint and "before"
LEAST, ENOUGH = 0.2, 0.5  # share of what the law says is heard that the clause has; with which the signal is whole
_LED = {  # as stems
    "en": frozenset(["befor", "to"]),
    "fr": frozenset(["devant", "aupr", "a", "au"]),
    "es": frozenset(["ante", "a", "al"]),
    "pt": frozenset(["perant", "junt", "a", "ao"]),
}


class Instance(Struct, frozen=True):
    """One who hears something, and the words that say what: a complaint brought before him, or a question that he decides."""

    holder: Holder
    heard: Mark


@remembered
def instances(sentence: Sentence, lang: str) -> list[Instance]:
    """Return those who hear or decide something in a sentence."""
    pleas, hears, by = sentence.of("plea"), sentence.of("hears"), sentence.of("heard_by")
    if not pleas and not hears:
        return []
    words, found = sentence.words, []
    for one in holders(sentence, lang):
        led = any(word.stem in _LED[lang] for word in words[max(0, one.first - BEFORE) : one.first])
        ahead = [two for two in pleas if 0 <= one.first - two.last <= FROM and unbroken(sentence, two.last, one.first)]
        behind = [two for two in hears if 0 <= two.first - one.last <= SUBJECT and unbroken(sentence, one.last, two.first)]
        told = any(0 <= one.first - two.last <= NEXT for two in by)  # "shall be tried by special judges"
        far = [two for two in pleas if two.last <= one.first and unbroken(sentence, two.last, one.first)] if told else []
        if (led and ahead) or far:
            found.append(Instance(one, (ahead or far)[-1]))
        elif behind:
            found.append(Instance(one, behind[0]))
    return found


def _denied(sentence: Sentence, holder: Holder) -> bool:
    """Whether one is named only to be ruled out: "and to no labour tribunal"."""
    rows = (*sentence.of("negation"), *sentence.of("nobody_else"))
    return any(0 <= holder.first - one.last <= 1 or one.first <= holder.first < one.last for one in rows)


@remembered
def _final(sentence: Sentence) -> Mark | None:
    """Return the words by which a clause leaves nobody else to go to: "only", "final", "to the exclusion of"."""
    marks = [one for name in ("only", "last_word", "nobody_else") for one in sentence.of(name)]
    marks += list(sentence.of("tie.displaces"))
    courts = sentence.of("judging")
    marks += [one for one in sentence.of("negation") if any(0 <= two.first - one.last <= 2 for two in courts)]
    return min(marks) if marks else None


def of_law(law: Reading) -> list[tuple[Sentence, Instance]]:
    """Return those whom a law has hear something, each with its sentence."""
    rows = [one for one in law.sentences if not one.has("open_to_agreement", "definition")]
    found = [(sentence, one) for sentence in rows for one in instances(sentence, law.lang)]
    return [(sentence, one) for sentence, one in found if "public" in one.holder.kinds and "private" not in one.holder.kinds]


def last(clause: Reading) -> bool:
    """Whether a clause has something settled by somebody for good."""
    return any(_final(one) and instances(one, clause.lang) for one in clause.sentences)


def heard_elsewhere(pair: Pair) -> Iterator[Signal]:
    """Yield that another than the law's court or panel hears in the clause, for good, what is that court's to hear."""
    same = pair.clause.lang == pair.law.lang
    for clause in pair.clause.sentences:
        end = _final(clause)
        ours = [one for one in instances(clause, pair.clause.lang) if not _denied(clause, one.holder)] if end else []
        for sentence, theirs in of_law(pair.law) if ours else ():
            if any(
                one_body(pair, theirs.holder, sentence, one, holder)
                for one in pair.clause.sentences
                for holder in holders(one, pair.clause.lang)
                if not _denied(one, holder)
            ):
                return
            aside = {n for one in holders(sentence, pair.law.lang) for n in range(one.first, one.last)}
            zone = [n for n, word in enumerate(sentence.words) if word.weight and n not in aside]
            mine = [n for n in range(len(clause.words)) if not ours[0].holder.first <= n < ours[0].holder.last]
            share = met(sentence, zone, clause, mine, same).share
            if share >= LEAST:
                spans = (
                    span(clause, ours[0].holder.first, ours[0].holder.last, 6),
                    span(sentence, theirs.holder.first, theirs.holder.last, 6),
                )
                yield Signal("forum_elsewhere", min(1.0, 0.5 + share), "forum", *spans)
                return
