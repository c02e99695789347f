"""A step that another article of the draft provides for, or a power that another article leaves to the organ of the law.

"The Centre may use radio equipment", and elsewhere "the equipment referred to in Article 1 shall be registered before it is
used": what the first passes over is no finding. It is shown to be looked at, with the article that speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check.document.answered import is_asked, read_with
from ssc_drafter.check.document.crossing import Crossing
from ssc_drafter.check.document.effects import alone, lifted, says_so, sentence_of
from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.together import Sight
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.norms.reading import Sentence

SILENT = frozenset({"step_silent", "step_at_once", "step_weaker", "power_silent", "does_the_forbidden", "forbidden_flatly"})
TAKEN = frozenset({"organ_other", "organ_sole", "second_body"})


def provided(one: Held, sight: Sight) -> Held:
    """Return a pair as it is, or as one to be looked at only, with the article that provides for what this one passes over."""
    leading, by = one.found.leading, draft_weights()
    if leading is None or one.chance < by.look or one.links:
        return one
    for crossing, sentence in _speaking(one.unit.address, sight):
        step = leading.name in SILENT | TAKEN and _provides(crossing, sentence, one, sight)
        if (step and (leading.name in SILENT or _names_organ(sentence, one))) or (
            leading.name in TAKEN and says_so(crossing, sentence, "saves") and _names_organ(sentence, one)
        ):
            link = _link(crossing, sentence)
            return msgspec.structs.replace(one, chance=min(one.chance, by.flag - 0.01), links=(link,))
    return one


def speaking(address: str, sight: Sight) -> list[Link]:
    """Return the links to the sentences of other articles that cite a unit's article."""
    return [_link(crossing, sentence) for crossing, sentence in _speaking(address, sight)]


def _speaking(address: str, sight: Sight) -> Iterator[tuple[Crossing, Sentence]]:
    """Yield the sentences of other articles that cite the unit's article."""
    for crossing in sight.crossings.of.get(address, ()):
        sentence = sentence_of(crossing)
        if sentence is not None:
            yield crossing, sentence


def _provides(crossing: Crossing, sentence: Sentence, one: Held, sight: Sight) -> bool:
    """Whether a sentence names a step of a kind that the law asks for, and does not lift it."""
    rows = [(law, demand) for law in one.provision.sentences for demand in law.demands]
    mine = [step for step in sentence.every_step if step.status != "excluded" and any(is_asked(step, *row) for row in rows)]
    if not mine or lifted(crossing) or alone(crossing):
        return False
    other = msgspec.structs.replace(one, unit=crossing.unit, clause=crossing.clause)
    found = read_with(crossing, other, sight)
    return "step_excluded" not in found.signals and not found.signals.keys() & TAKEN


def _names_organ(sentence: Sentence, one: Held) -> bool:
    """Whether a sentence names who is named in the law."""
    law = {word.stem for part in one.provision.sentences for word in part.words[1:] if word.capital and word.weight}
    return any(word.capital and word.stem in law for word in sentence.words[1:])


def _link(crossing: Crossing, sentence: Sentence) -> Link:
    start, end = crossing.way.term
    return Link("speaks_of", crossing.clause.text[start:end], None, crossing.unit, sentence.start, sentence.end)
