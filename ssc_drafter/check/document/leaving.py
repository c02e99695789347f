"""What a draft's own definition leaves out of a term: a ban on that does not reach the clauses that use the term.

"Samples means biological samples, excluding human tissue": exporting the samples is no export of human tissue. What would be
found is only shown, to be looked at, with the definition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.splicing import Span
from ssc_drafter.check.document.terms import Term, uses
from ssc_drafter.check.document.ways import Said, gain, said
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, Sentence, Word
from ssc_drafter.tree.running import Unit

FILE = "linked"
BEHIND = 400  # signs behind the beginning of a definition within which it says what it leaves out
MOST = 0.5  # share of what is left out that the law's sentence has
LEAST = 2.0  # weight of those words, beside what the clause itself says
STILL = 1.8  # weight of a word of the rest of the definition that the law lists too: the rule reaches the clause all the same
_OR = re.compile(r",|\b(?:or|and|ou|et|o|u|y|e)\b")
_STOPS = ".;\n"


class Left(Struct, frozen=True):
    """A term of the draft in a clause, what its definition leaves out, what it says else, and where it stands."""

    lang: str
    at: Span
    out: str
    rest: str
    link: Link


def left_out(text: str, term: Term, lang: str) -> Span | None:
    """Return where a definition says what its term leaves out, behind the words that say so; None where it leaves nothing."""
    last = min(len(text), term.body + BEHIND)
    found = pattern(FILE, lang, "leaves_out").search(flat(text), term.body, last)
    if found is None or any(mark in text[term.end : found.start()] for mark in '“"«'):
        return None  # those words are of the next definition
    end = next((place for place in range(found.end(), last) if text[place] in _STOPS), last)
    return (found.end(), end) if end - found.end() > 2 else None


def lefts(one: Held, terms: dict[str, tuple[Term, Unit, str]]) -> list[Left]:
    """Return the terms of the draft in a clause that leave something out."""
    found = []
    for words, start, end in uses(one.clause.text, tuple(terms)):
        term, unit, text = terms[words]
        span = left_out(text, term, one.clause.lang) if unit.address != one.unit.address else None
        if span:
            link = Link("left_out", one.clause.text[start:end], None, unit, term.start, span[1])
            out, rest = text[slice(*span)], text[term.body : span[0]]
            found.append(Left(one.clause.lang, (start, end), " ".join(out.split()), " ".join(rest.split()), link))
    return found


def without_left(one: Held, known: Sequence[Left]) -> Held:
    """Return a pair as it is, or as one to be looked at only: where the law speaks of what the draft's own term leaves out."""
    leading = one.found.leading
    ours = sentence_at(one.clause, leading.clause) if leading and known else None
    theirs = sentence_at(one.provision, leading.law) if leading and ours else None
    by = draft_weights()
    if ours is None or theirs is None or one.chance < by.look:
        return one
    law, clause = said(one.provision, theirs), said(one.clause, ours)
    for left in known:
        if ours.start <= left.at[0] < ours.end and _spoken_of(left, law, clause) and not _listed(left, one.provision, theirs):
            return msgspec.structs.replace(one, chance=min(one.chance, by.flag - 0.01), links=(*one.links, left.link))
    return one


def _spoken_of(left: Left, law: Said, clause: Said) -> bool:
    """Whether a sentence of law speaks of what is left out, and the clause itself does not."""
    out = said(read(left.out, clause.lang))
    return gain(out, None, law) >= MOST * gain(out, None, out) and gain(out, clause, law) >= LEAST


def _listed(left: Left, provision: Reading, theirs: Sentence) -> bool:
    """Whether a sentence of law lists beside what is left out something that the definition means: "plants or human tissue"."""
    same = left.lang == provision.lang
    out, rest = (_names(read(words, left.lang), same) for words in (left.out, left.rest))
    mine = [word for word in theirs.words if _name(word, same) in out]
    others = [word for word in theirs.words if _name(word, same) in rest - out and word.weight >= STILL]
    return any(_OR.search(provision.text[min(a.end, b.end) : max(a.start, b.start)]) for a in mine for b in others)


def _names(reading: Reading, same: bool) -> set[str]:
    return {_name(word, same) for one in reading.sentences for word in one.words if word.weight} - {""}


def _name(word: Word, same: bool) -> str:
    return word.stem if same else word.key
