"""Laws that a later law of the same State, which is at hand too, repeals as a whole: they are mentioned and not used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Index, Place
from ssc_drafter.check.document.binding import LAWS
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.document.holding import Outcome
from ssc_drafter.check.document.phrases import flat, says
from ssc_drafter.check.document.telling import cited_at
from ssc_drafter.check.finding import NotRead
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.policies.instrument import Instrument

FILE = "repeal"
LONGEST = 400  # signs of a sentence that repeals; a longer one is a list of many things
LEAST = 8  # signs of a name that a law is known by
_Row = tuple[int, int, int]
Gone = dict[tuple[str, str, str], Place]  # laws by name, each with the provision that repeals it
_NUMBER = re.compile(r"\bn\s?[.º°o]{1,2}\s?(?=\d)|\bnum\.\s?(?=\d)|\bno\.?\s?(?=\d)")
_NAMED = re.compile(r"(?:loi|ley|lei|decret|decreto|ordonnance|ordenanza)\s\d[\d./-]*\d")


def repealed(index: Index, used: Sequence[Instrument]) -> Gone:
    """Return the laws, by name, that another one at hand repeals, each with the provision that does."""
    rows = [(index.places[number], start, end) for number, start, end in index.fact("repeals", _rows, list[_Row])]
    found: Gone = {}
    for place, start, end in rows:
        words = _plain(provision_body(place.instrument, place.provision)[start:end])
        for one in used:
            if _later(place.instrument, one) and any(name in words for name in _names(one.title)):
                found.setdefault(one.name, place)
    return found


def _rows(places: Sequence[Place]) -> list[_Row]:
    return [row for number, place in enumerate(places) for row in _repealing(number, place)]


def _repealing(number: int, place: Place) -> Iterator[_Row]:
    lang = place.instrument.lang
    if place.rank not in LAWS or not says(FILE, lang, "repeals", place.text):
        return
    body = provision_body(place.instrument, place.provision)
    for start, end in sentence_spans(body):
        words = body[start:end]
        if end - start <= LONGEST and says(FILE, lang, "repeals", words) and not says(FILE, lang, "part", words):
            yield number, start, end


def _later(law: Instrument, other: Instrument) -> bool:
    """Whether a law may repeal another: of the same State, not itself, and not known to be older."""
    older = bool(law.date and other.date and law.date < other.date)
    return law.country == other.country and law.sha256 != other.sha256 and not older


def _names(title: str) -> list[str]:
    """Return the names by which another law may cite one: its title and its kind with its number, where they have a number."""
    plain = _plain(title)
    rows = [plain, *(found.group() for found in _NAMED.finditer(plain))]
    return [name for name in rows if len(name) >= LEAST and any(sign.isdigit() for sign in name)]


def _plain(words: str) -> str:
    """Return words folded, without what stands ahead of a number ("n°"), each sign of space one blank."""
    return " ".join(_NUMBER.sub("", flat(" ".join(words.split()))).replace(",", " ").split())


def without(outcome: Outcome, gone: Gone) -> Outcome:
    """Return what was held without the pairs of laws that are repealed."""
    if not gone:
        return outcome
    held = tuple(one for one in outcome.held if one.place.instrument.name not in gone)
    return msgspec.structs.replace(outcome, held=held)


def told(gone: Gone, lang: str) -> Iterator[NotRead]:
    """Yield the laws that were left out so, each with the law that repeals it."""
    for (_, file, _), place in gone.items():
        provision = place.provision
        law = cited_at(law_place(place.instrument, provision, provision.start, provision.end), lang)
        yield NotRead(file, reasons.sentences(lang)["left_repealed_by"].format(law=law))
