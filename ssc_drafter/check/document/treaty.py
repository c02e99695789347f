"""How the State comes to be bound: what its law demands between signature and force, and a clause that skips it.

Silence on the State's own steps is no conflict; a clause that binds on signature excludes them (labelling guidelines, rule 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place, known
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.omissions import names_agreements, names_memoranda
from ssc_drafter.check.document.phrases import flat, pattern, says
from ssc_drafter.check.kinds.attitude import deferences
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.tree.running import Unit

FILE = "treaty"
_LAWS = ("constitution", "act", "regulation", "treaty")
LONG = 300  # signs from which a sentence is quoted by the point that matters
_CUTS = re.compile(r";\s+|:\s*\n\s*")
_NEAR = 280  # signs between the words for agreement and for approval


class Demand(Struct, frozen=True):
    """A sentence of law that makes an agreement wait for a step, `start` to `end` in the provision's body.

    `signing` says that the step comes before signature already; `memorandum` that the law asks it of memoranda too.
    """

    place: Place
    start: int
    end: int
    signing: bool = False
    memorandum: bool = False


class Skipped(Struct, frozen=True):
    """Words of a clause that bind on signature, `start` to `end` in the unit, and the demands that they skip.

    `provisional` says that they only apply the agreement from then on, until it is in force.
    """

    unit: Unit
    start: int
    end: int
    demands: tuple[Demand, ...]
    provisional: bool = False


def demands(index: Index) -> list[Demand]:
    """Return what the laws demand before an agreement binds, a sentence for each provision."""
    rows = index.fact("treaty-steps", _rows, list[tuple[int, int, int, bool, bool]])
    found = [Demand(index.places[number], start, end, signing, memo) for number, start, end, signing, memo in rows]
    return [one for one in found if one.place.rank in _LAWS]


def _rows(places: Sequence[Place]) -> list[tuple[int, int, int, bool, bool]]:
    rows = ((number, one) for number, place in enumerate(places) for one in _demand(place))
    return [(number, one.start, one.end, one.signing, one.memorandum) for number, one in rows]


def _demand(place: Place) -> Iterator[Demand]:
    """Yield the first sentence of a provision that makes agreements wait for force, and the first that does for signature."""
    lang, body = place.instrument.lang, body_of(place)
    force = all(says(FILE, lang, entry, body) for entry in ("agreement", "approval", "not_before", "force"))
    signing = says(FILE, lang, "before_signing", body) is not None
    if not force and not signing:
        return
    spans = list(sentence_spans(body))
    highest = place.rank == "constitution"  # where every agreement is one of the State
    asked = next((span for span in spans if force and _demands(body[slice(*span)], lang, highest=highest)), None)
    if asked:
        yield Demand(place, *_point(body, *asked, lang))
    before = next((span for span in spans if signing and span != asked and _before_signing(body[slice(*span)], lang)), None)
    if before:
        yield Demand(place, *before, signing=True, memorandum=names_memoranda(body[slice(*before)], lang))


def _point(body: str, start: int, end: int, lang: str) -> tuple[int, int]:
    """Return the point of a long list that speaks of agreements and their approval; a short sentence as it is."""
    cuts = [start, *(one.end() for one in _CUTS.finditer(body, start, end)), end]
    for first, last in pairwise(cuts) if end - start > LONG else ():
        words = body[first:last]
        if says(FILE, lang, "agreement", words) and says(FILE, lang, "approval", words):
            return first, first + len(words.rstrip())
    return start, end


def _before_signing(sentence: str, lang: str) -> bool:
    """Whether a sentence asks for something before any agreement is signed: an opinion, a consent, an approval."""
    named = names_agreements(sentence, lang) or names_memoranda(sentence, lang)
    asked = says(FILE, lang, "consulted", sentence) or says(FILE, lang, "approval", sentence)
    return bool(named and asked and says(FILE, lang, "before_signing", sentence))


def _demands(sentence: str, lang: str, *, highest: bool) -> bool:
    agreement = says(FILE, lang, "agreement", sentence)
    approval = says(FILE, lang, "approval", sentence)
    if not (agreement and approval and says(FILE, lang, "not_before", sentence) and says(FILE, lang, "force", sentence)):
        return False
    if not highest and not says(FILE, lang, "treaties", sentence) and not names_agreements(sentence, lang, of_any_sort=False):
        return False  # an arbitration agreement, a framework agreement of suppliers
    return abs(approval[0] - agreement[0]) <= _NEAR and not says(FILE, lang, "only_names", sentence)


def skipped(clauses: Sequence[tuple[Unit, Reading]], found: Sequence[Demand]) -> Iterator[Skipped]:
    """Return the sentences that make the agreement bind on signature, where a law makes it wait."""
    waiting = tuple(one for one in found if not one.signing)
    for unit, clause in clauses if waiting else ():
        for sentence in clause.sentences:
            if _on_signature(clause, sentence):
                yield Skipped(unit, sentence.start, sentence.end, waiting)
            elif _provisionally(clause, sentence):
                yield Skipped(unit, sentence.start, sentence.end, waiting, provisional=True)


def binds_on_signature(clause: Reading) -> bool:
    """Whether a clause makes the agreement bind on signature, and waits for nothing."""
    return any(_on_signature(clause, sentence) for sentence in clause.sentences)


def applies_provisionally(clause: Reading) -> bool:
    """Whether a clause applies the agreement before it is in force."""
    return any(_provisionally(clause, sentence) for sentence in clause.sentences)


def _on_signature(clause: Reading, sentence: Sentence) -> bool:
    lang, words = known(clause.lang), clause.text[sentence.start : sentence.end]
    return bool(says(FILE, lang, "on_signature", words)) and not _waits(words, lang, sentence.has("excludes", "negation"))


def _provisionally(clause: Reading, sentence: Sentence) -> bool:
    """Whether a sentence applies the agreement before it is in force, and does not leave to the laws how far it may be."""
    lang, words = known(clause.lang), clause.text[sentence.start : sentence.end]
    applied = says(FILE, lang, "provisional", words) and about_agreement(words, lang)
    return bool(applied) and not sentence.has("negation", "prohibition") and not deferences(sentence)


def _waits(words: str, lang: str, denied: bool) -> bool:
    """Whether a sentence leaves room for a step: it names one and does not deny it."""
    return not denied and says(FILE, lang, "filled", words) is not None


def about_force(words: str, lang: str) -> bool:
    """Whether words of a clause speak of coming into force or binding: else a law on that has nothing to say to them."""
    return says(FILE, known(lang), "force", words) is not None


def about_agreement(words: str, lang: str) -> bool:
    """Whether words speak of an agreement; "de acuerdo con" and its like name none."""
    bare = pattern(FILE, known(lang), "idiom").sub(" ", flat(words))
    return says(FILE, known(lang), "agreement", bare) is not None


def lasts(words: str, lang: str, unit: str = "") -> bool:
    """Whether words of a clause say how long the agreement itself is in force, is renewed, or how it ends.

    Where another sentence of the `unit` names the agreement, these need not ("It shall be renewed tacitly"), nor a unit that
    begins so.
    """
    if says(FILE, known(lang), "lasts", words):
        return True
    opening = says(FILE, known(lang), "life_first", words.lstrip())
    opens = opening is not None and opening[0] == 0
    if not about_agreement(unit, lang) and not says(FILE, known(lang), "this_text", unit):
        return opens and unit.lstrip().startswith(words.strip())
    return opens or says(FILE, known(lang), "life", words) is not None


def between_parties(words: str, lang: str) -> bool:
    """Whether words of a clause order dealings between the Parties themselves: a request and its reply, notices."""
    return says(FILE, known(lang), "dealings", words) is not None
