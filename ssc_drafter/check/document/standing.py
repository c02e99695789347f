"""How grave a finding is in its draft: rank and status of the law, and an article that submits the whole draft to the laws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document.advising import advises
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.holding import Held, Outcome
from ssc_drafter.check.document.phrases import flat, listed, says
from ssc_drafter.check.finding import NotRead, Read, Severity
from ssc_drafter.check.kinds.attitude import deferences
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.policies.instrument import APPROVES, COUNTRY, FORCE, Instrument
from ssc_drafter.tree.running import Unit
from ssc_drafter.words import say

FILE = "deference"
ISO = re.compile(r"\d{4}-\d\d-\d\d")
RANKS = {"constitution": 0, "treaty": 1, "act": 2, "regulation": 3, "circular": 4, "policy": 5}
_NOT_LAW = ("repealed", "bill")
_LOWER: dict[Severity, Severity] = {"high": "medium", "medium": "low", "low": "low"}
_LONGEST = 120  # signs of a list of missing numbers
_SHORT = 40  # words of a sentence that only submits to the law


class Standing(Struct, frozen=True):
    """What holds for all findings of a draft: the unit that submits the whole of it to the laws in force, if there is one.

    `bound` are the policies, by name, that a law makes binding, each with the provision that does.
    """

    deferring: Unit | None = None
    bound: Mapping[tuple[str, str, str], Place] = {}


def usable(instruments: Iterable[Instrument], lang: str) -> tuple[list[Instrument], list[NotRead]]:
    """Return the instruments that are law or policy in force, each text once, and those that are left out with the reason.

    Of two files with the same words the one of higher rank is used.
    """
    words, known = reasons.sentences(lang), dict[tuple[str, str], str]()
    used, left, every = [], [], list(instruments)
    for one in sorted((one for one in every if one.status not in _NOT_LAW), key=lambda one: RANKS[one.hierarchy]):
        known.setdefault((one.country, one.sha256), one.file or one.title)
    for one in every:
        name, text = one.file or one.title, (one.country, one.sha256)
        if one.status in _NOT_LAW:
            left.append(NotRead(name, words[f"left_{one.status}"]))
        elif known[text] != name:
            left.append(NotRead(name, words["left_copy"].format(file=known[text])))
        else:
            used.append(one)
    return used, left


def gaps(instruments: Iterable[Instrument], lang: str) -> list[NotRead]:
    """Return for each law whose numbering has gaps the provisions that its file does not hold, which nobody read, and those
    that it prints and that never came into force."""
    found = []
    for one in instruments:
        numbers = one.missing()
        if numbers:
            told = numbers if len(numbers) <= _LONGEST else f"{numbers[:_LONGEST].rsplit(', ', 1)[0]} …"
            found.append(NotRead(one.file or one.title, reasons.sentences(lang)["left_gap"].format(numbers=told)))
        if one.void:
            void = ", ".join(each.number for each in one.provisions if each.address in one.void)
            found.append(NotRead(one.file or one.title, reasons.sentences(lang)["left_void"].format(numbers=void)))
    return found


def read_of(one: Instrument, lang: str) -> Read:
    """Return what a report says of an instrument that took part."""
    facts = (one.title, one.country, one.lang, one.file, one.sha256, len(one.provisions), one.date, one.status, one.hierarchy)
    return Read(*facts, note=" ".join(_notes(one, lang)))


def _notes(one: Instrument, lang: str) -> Iterator[str]:
    """Yield what has to be known of an instrument that took part: whose it may be, what its file lacks, and from
    when it holds: a law is kept as it was read, perhaps before that day."""
    for warning in one.warnings:
        if warning.where == COUNTRY:
            yield warning.what
        elif warning.where == APPROVES:
            yield say("policies.only_approves", lang)
        elif warning.where == FORCE and (day := ISO.search(warning.what)) and day[0] > str(date.today()):
            yield say("policies.force_later", lang, date=day[0])


def standing(outcome: Outcome, bound: Mapping[tuple[str, str, str], Place]) -> Standing:
    """Return what holds for all findings of a draft."""
    return Standing(next((unit for unit, clause in outcome.clauses if submits(clause)), None), bound)


def submits(clause: Reading) -> bool:
    """Whether a sentence of a clause submits the whole agreement to the laws in force."""
    return any(_submits(clause, sentence) for sentence in clause.sentences)


def _submits(clause: Reading, sentence: Sentence) -> bool:
    words = clause.text[sentence.start : sentence.end]
    bows = deferences(sentence) or says(FILE, clause.lang, "bows", words)
    if not bows or len(sentence.words) > _SHORT or sentence.has("defiance", "exempt"):
        return False
    return flat(words).lstrip(" 0123456789.()").startswith(listed(FILE, clause.lang, "opens"))


def lowered(held: Held, stands: Standing) -> bool:
    """Whether a general submission to the laws takes a step of gravity from a finding.

    A clause that defies the law in so many words keeps its weight, and so does a breach of the constitution.
    """
    deferred = stands.deferring is not None and stands.deferring.address != held.unit.address
    return deferred and "insists" not in held.found.signals and held.place.rank != "constitution"


def severity(base: Severity, held: Held, stands: Standing, *, overtaken: bool = False) -> Severity:
    """Return how grave a finding is: a policy is no law, but one that a law makes binding is more than a wish.

    A general submission to the laws takes away one step, and so does a later law of the same rank that the clause fits
    (`overtaken`). What the provision only recommends weighs least, whatever text says it.
    """
    leading = held.found.leading
    if leading is not None and advises(held.provision, *leading.law):
        return "low"
    if held.place.rank in POLICIES:
        return "medium" if held.place.instrument.name in stands.bound else "low"
    return _LOWER[base] if lowered(held, stands) or overtaken else base
