"""A clause that says of its thing or person that it is none of those the law speaks of stands outside that law; so does one
that gives or tries out what the law rules over only where it is sold."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.senses import law_senses
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, Word, remembered
from ssc_drafter.check.pairs import Pair

BEHIND = 6  # words behind "which is not" that say what a thing is not
NAMED = 2  # how many of those that carry weight name the thing: "a licensed bank", "sensitive data"
USED = 3  # the same behind words of what is done with it: "none of it shall be sold for sowing"
TELLS = 1.0  # weight from which a word tells of whom a law speaks
LEFT_OUT = 8  # words behind "other than", or a denial, that the law itself leaves out
NEXT, UNSOLD = 2, 8  # words between "other than" and a purpose, and between a denial and the sale that it denies
_STOPS = frozenset({",", ";", ":", "."})
_OUT = ("exception", "negation", "out_of_scope", "excludes")


@remembered
def _denied(sentence: Sentence) -> list[tuple[Mark, list[Word]]]:
    """Return where a sentence says what something is not, or what is not done with it, and the words that say it."""
    found = []
    for mark in (*sentence.of("is_none_of"), *sentence.of("none_done")):
        most = USED if mark.name == "none_done" else NAMED
        words: list[Word] = []
        for word in sentence.words[mark.last : mark.last + BEHIND]:
            if word.stem in _STOPS:
                break
            words += [word] if word.weight else []
        found.append((mark, words[:most]))
    return found


@remembered
def _told(sentence: Sentence) -> list[int]:
    """Return the words by which a sentence of law says of whom and of what it speaks: not what it demands, nor leaves out."""
    senses = law_senses(sentence)
    out = [one for name in _OUT for one in sentence.of(name) if not _rules(sentence, one)]
    return [
        place
        for place, word in enumerate(sentence.words)
        if word.weight >= TELLS and senses[place] != "demanded" and not any(0 <= place - one.last < LEFT_OUT for one in out)
    ]


def _rules(sentence: Sentence, mark: Mark) -> bool:
    """Whether a denial is part of the ban itself: "no company shall" speaks of companies."""
    return any(mark.first == one.first or mark.last == one.last for one in sentence.of("prohibition"))


@remembered
def _for_gain(sentence: Sentence) -> Mark | None:
    """Return where a rule says that it holds for what is done for money: "no person may import seed for purposes of sale"."""
    rules = [one.first for name in ("prohibition", "exclusive", "negation", "duty") for one in sentence.of(name)]
    out = [one for name in _OUT for one in sentence.of(name) if not _rules(sentence, one)]
    marks = [one for one in sentence.of("for_gain") if rules and not any(0 <= one.first - two.last < NEXT for two in out)]
    return marks[0] if marks else None


@remembered
def _sells(clause: Reading) -> bool:
    """Whether a clause sells something, or lets it be sold."""
    for sentence in clause.sentences:
        given = [*sentence.of("gratis"), *sentence.of("negation"), *sentence.of("prohibition")]
        sales = [*sentence.acts.get("sell", ()), *sentence.of("for_gain")]
        if any(not any(one.first - UNSOLD <= two.first < one.last for two in given) for one in sales):
            return True
    return False


def given(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause gives, or keeps for its own use, what the law rules over only where it is sold."""
    free = [(one, mark) for one in pair.clause.sentences for mark in one.of("gratis")]
    if not free or _sells(pair.clause):
        return
    for law in {id(one.law): one.law for one in pair.facets}.values():
        if (gain := _for_gain(law)) is not None:
            ours, theirs = span(free[0][0], free[0][1].first, free[0][1].last, 6), span(law, gain.first, gain.last, 6)
            yield Signal("disowned", 1.0, None, ours, theirs)
            return


def disowned(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause denies of its own thing or person what the law speaks of: "none of it shall be sold"."""
    yield from given(pair)
    same = pair.clause.lang == pair.law.lang
    laws = [one for one in {id(one.law): one.law for one in pair.facets}.values() if not one.has("exempt")]
    for clause in pair.clause.sentences:
        for mark, words in _denied(clause):
            stems = {word.stem for word in words} if same else set()
            keys = {word.key for word in words} - {""}
            for sentence in laws:
                for place in _told(sentence):
                    if sentence.words[place].stem in stems or sentence.words[place].key in keys:
                        theirs = span(sentence, place, place + 1, 6)
                        yield Signal("disowned", 1.0, None, span(clause, mark.first, mark.last, 6), theirs)
                        return
