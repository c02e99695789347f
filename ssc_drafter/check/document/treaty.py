"""How the State comes to be bound: what its law demands between signature and force, and a clause that skips it.

Silence on the State's own steps is no conflict; a clause that binds on signature excludes them (labelling guidelines, rule 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place, known
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.document.omissions import is_memorandum
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.tree.running import Unit

FILE = "treaty"
_LAWS = ("constitution", "act", "regulation", "treaty")
_NEAR = 280  # signs between the words for agreement and for approval


class Demand(Struct, frozen=True):
    """A sentence of law that makes an agreement wait for a step, `start` to `end` in the provision's body."""

    place: Place
    start: int
    end: int


class Skipped(Struct, frozen=True):
    """Words of a clause that bind on signature, `start` to `end` in the unit, and the demands that they skip."""

    unit: Unit
    start: int
    end: int
    demands: tuple[Demand, ...]


def demands(index: Index) -> list[Demand]:
    """Return what the laws demand before an agreement binds, a sentence for each provision."""
    rows = index.fact("treaty", _rows, list[tuple[int, int, int]])
    found = [Demand(index.places[number], start, end) for number, start, end in rows]
    return [one for one in found if one.place.rank in _LAWS]


def _rows(places: Sequence[Place]) -> list[tuple[int, int, int]]:
    return [(number, one.start, one.end) for number, place in enumerate(places) for one in _demand(place)]


def _demand(place: Place) -> Iterator[Demand]:
    lang = place.instrument.lang
    if not all(says(FILE, lang, entry, place.text) for entry in ("agreement", "approval", "not_before", "force")):
        return
    body = provision_body(place.instrument, place.provision)
    for start, end in sentence_spans(body):
        if _demands(body[start:end], lang):
            yield Demand(place, start, end)
            return


def _demands(sentence: str, lang: str) -> bool:
    agreement = says(FILE, lang, "agreement", sentence)
    approval = says(FILE, lang, "approval", sentence)
    if not (agreement and approval and says(FILE, lang, "not_before", sentence) and says(FILE, lang, "force", sentence)):
        return False
    return abs(approval[0] - agreement[0]) <= _NEAR and not says(FILE, lang, "only_names", sentence)


def skipped(title: str, clauses: Sequence[tuple[Unit, Reading]], found: Sequence[Demand]) -> Iterator[Skipped]:
    """Return the sentences that make the agreement bind on signature, where a law makes it wait."""
    if not found or is_memorandum(title):
        return
    for unit, clause in clauses:
        for sentence in _on_signature(clause):
            yield Skipped(unit, sentence.start, sentence.end, tuple(found))


def binds_on_signature(clause: Reading) -> bool:
    """Whether a clause makes the agreement bind on signature, and waits for nothing."""
    return any(_on_signature(clause))


def _on_signature(clause: Reading) -> Iterator[Sentence]:
    lang = known(clause.lang)
    for sentence in clause.sentences:
        words = clause.text[sentence.start : sentence.end]
        if says(FILE, lang, "on_signature", words) and not _waits(words, lang, sentence.has("excludes", "negation")):
            yield sentence


def _waits(words: str, lang: str, denied: bool) -> bool:
    """Whether a sentence leaves room for a step: it names one and does not deny it."""
    return not denied and says(FILE, lang, "filled", words) is not None


def about_force(words: str, lang: str) -> bool:
    """Whether words of a clause speak of coming into force or binding: else a law on that has nothing to say to them."""
    return says(FILE, known(lang), "force", words) is not None


def about_agreement(words: str, lang: str) -> bool:
    """Whether words of a clause speak of the agreement itself."""
    return says(FILE, known(lang), "agreement", words) is not None


def lasts(words: str, lang: str, unit: str = "") -> bool:
    """Whether words of a clause say how long the agreement itself is in force, is renewed, or how it ends.

    Where another sentence of the `unit` names the agreement, these need not ("It shall be renewed tacitly"), nor a unit that
    begins so.
    """
    if says(FILE, known(lang), "lasts", words):
        return True
    opening = says(FILE, known(lang), "life_first", words.lstrip())
    opens = opening is not None and opening[0] == 0
    if not about_agreement(unit, lang):
        return opens and unit.lstrip().startswith(words.strip())
    return opens or says(FILE, known(lang), "life", words) is not None


def between_parties(words: str, lang: str) -> bool:
    """Whether words of a clause order dealings between the Parties themselves: a request and its reply, notices."""
    return says(FILE, known(lang), "dealings", words) is not None
