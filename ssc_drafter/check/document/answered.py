"""What an article says of another article of its draft, held against the law that the other one meets.

"The Institute may collect wild plants once it holds the permits" fits a law that asks for permits; "the permits referred to in
Article 1 are deemed to have been granted", elsewhere, takes that away. So do finality and exclusivity of a power given in
another article, the suspension of a duty, and a charge of which those are freed whom another article names. Weighed as
strangers such articles share hardly a word with the law, so the words decide (`effects`): the other article is surely of the
law's matter, and this one speaks of just that.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ssc_drafter.check.document.chaining import Chain
from ssc_drafter.check.document.crossing import Crossing
from ssc_drafter.check.document.effects import FILE, alone, closed, frees, lifted, over_powers, sentence_of, speaks, suspended
from ssc_drafter.check.document.holding import UNJUDGED, Held, Outcome
from ssc_drafter.check.document.merging import may_lead
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.together import SURE, Sight, judged_with, of_pair
from ssc_drafter.check.document.ways import gain, said
from ssc_drafter.check.document.weighing import NO_FEATURES, draft_weights
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.competence import holding
from ssc_drafter.check.kinds.holding import given
from ssc_drafter.check.kinds.signal import Signal, whole
from ssc_drafter.check.kinds.tasks import tasks
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Demand, Reading, Sentence, Step
from ssc_drafter.check.structure import norms

MATTER, ACROSS = 0.7, 0.5  # relatedness from which an article is surely of the provision's matter; the same across languages
ASKED = frozenset({"step_named", "step_silent", "step_at_once", "step_weaker", "step_excluded", "conditional"})
TAKEN = frozenset({"organ_other", "organ_sole", "second_body", "organ_shut_out", "forum_elsewhere", "organ_directed"})
_NO_DUTY = ("permission", "right", "power", "definition", "exempt", "negation")
KEPT = frozenset({"does_the_demanded", "says_the_same", "number_within", "both_forbid"})


def of_matter(one: Held) -> bool:
    """Whether a pair is surely of one matter."""
    return one.found.related >= (MATTER if one.clause.lang == one.provision.lang else ACROSS)


def with_articles(outcome: Outcome, sight: Sight) -> Iterator[Held]:
    """Yield the pairs of each unit that says something of another article with the provisions of whose matter that one is."""
    clauses = {unit.address: (unit, clause) for unit, clause in outcome.clauses}
    rows: dict[str, list[Held]] = {}
    for one in outcome.held:
        if one.unit.address in sight.crossings.of and of_matter(one):
            rows.setdefault(one.unit.address, []).append(one)
    done = set(sight.pairs)
    for address, found in sight.crossings.by.items() if rows else ():
        cited = {one.way.link.unit.address for one in found if one.way.link.unit and speaks(one)}
        for one in (one for at in sorted(cited) for one in rows.get(at, ())):
            if address in clauses and of_pair(address, one) not in done:
                done.add(of_pair(address, one))
                yield Held(*clauses[address], one.place, one.provision, UNJUDGED, 0.0, NO_FEATURES)


def crossed(one: Held, sight: Sight) -> Held:
    """Return a pair as it is, or as the finding that its unit makes by what it says of an article of the provision's matter."""
    if one.chance >= draft_weights().flag and one.found.leading and may_lead(one, one.found.leading, sight.draft):
        return one
    law = said(one.provision)
    rows = [row for row in sight.crossings.by.get(one.unit.address, ()) if speaks(row)]
    for crossing in sorted(rows, key=lambda row: -gain(said(read(row.way.insert, one.clause.lang)), None, law)):
        unit = crossing.way.link.unit
        other = sight.pairs.get(of_pair(unit.address, one)) if unit else None
        found = _found(crossing, one, other, sight) if other and of_matter(other) else None
        if found:
            return found
    return one


def _found(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Held | None:
    """Return the finding that a sentence makes by what it says of another article; `other` holds that one against the law."""
    for decide in (_lifted, _closed, _taken, _suspended, _freed):
        told = decide(crossing, one, other, sight)
        if told and not _found_there(other, told[0]):
            leading, sure = told
            found: Judgement = msgspec.structs.replace(other.found, verdict="conflict", leading=leading, type=leading.kind)
            sure = max(one.chance, sure)
            trial = Held(one.unit, one.clause, one.place, one.provision, found, sure, other.features, (crossing.way.link,))
            if may_lead(trial, leading, sight.draft):
                return trial
    return None


Told = tuple[Signal, float]


def _found_there(other: Held, leading: Signal) -> bool:
    """Whether the cited article clashes with the provision by itself, in the same way: that is not said once more."""
    own = other.found.leading
    flagged = other.chance >= draft_weights().flag and other.found.verdict == "conflict"
    return flagged and own is not None and own.kind == leading.kind


def _lifted(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Told | None:
    """A step that the law asks for, and on which the cited article says something or passes over it."""
    mine = lifted(crossing) if other.found.signals.keys() & ASKED else []
    for step, span in mine:
        for law in one.provision.sentences:
            for demand in law.demands:
                if is_asked(step, law, demand):
                    return Signal("step_excluded", 1.0, "procedure", span, whole(law)), SURE
    return None


def is_asked(step: Step, law: Sentence, demand: Demand) -> bool:
    """Whether a step of a clause is the one that a sentence of law asks for: of its kind, or by its very word."""
    keys = {word.key for word in law.words[demand.first : demand.last]} - {""}
    return step.kind in demand.kinds if step.kind and demand.kinds else step.key in keys


def _closed(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Told | None:
    """Recourse that the law gives in the matter of the cited article."""
    span = closed(crossing)
    law = _recourse(one) if span else None
    return (Signal("right_denied", 1.0, "right", span, whole(law)), SURE) if span and law else None


def _recourse(one: Held) -> Sentence | None:
    told = pattern(FILE, one.provision.lang, "recourse")
    for law in one.provision.sentences:
        if told.search(flat(one.provision.text[law.start : law.end])) and not law.has("negation", "prohibition"):
            return law
    return None


def _taken(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Told | None:
    """A power that the law gives to an organ of its own."""
    span = alone(crossing)
    if span is None:
        return None
    found = read_with(crossing, one, sight)
    taken = bool(found.signals.keys() & TAKEN) or bool(other.found.signals.keys() & TAKEN)
    if not over_powers(crossing) and not _does(crossing, one):
        return None
    if not taken and advises(other.clause):
        return None
    law = _organs(one)
    return (Signal("organ_shut_out", 1.0, "competence", span, whole(law)), SURE) if law else None


def _organs(one: Held) -> Sentence | None:
    """Return the first sentence of a provision in which an organ has a power."""
    acting = next((law for law in one.provision.sentences if holding(law)[0]), None)
    theirs, verbs = given(one.provision) or ([], [])
    return acting or next((task.sentence for task in (*theirs, *verbs)), None)


def _does(crossing: Crossing, one: Held) -> bool:
    """Whether somebody does in the sentence that cites what the law has its organ do."""
    theirs, _ = given(one.provision) or ([], [])
    sentence = sentence_of(crossing)
    mine = {task.family for task in tasks(crossing.clause) if task.sentence is sentence}
    return bool(mine & {task.family for task in theirs})


def advises(clause: Reading) -> bool:
    """Whether all that a clause gives to anybody is to advise."""
    found = tasks(clause)
    return bool(found) and all(one.family == "advise" for one in found)


def _suspended(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Told | None:
    """A duty of the law that the cited article repeats."""
    span = suspended(crossing) if other.found.signals.keys() & KEPT else None
    law = _duty(one) if span else None
    return (Signal("denies_the_demanded", 1.0, "prohibition", span, whole(law)), SURE) if span and law else None


def _duty(one: Held) -> Sentence | None:
    """Return the first sentence of a provision that commands or forbids; in the present tense, one that says nothing else."""
    found = norms(one.provision)
    starts = [norm.start for norm in found if norm.modality in ("duty", "prohibition")]
    if not found and not any(law.has(*_NO_DUTY) for law in one.provision.sentences):
        starts = [law.start for law in one.provision.sentences]
    return next((law for law in one.provision.sentences if any(law.start <= at < law.end for at in starts)), None)


def _freed(crossing: Crossing, one: Held, other: Held, sight: Sight) -> Told | None:
    """A charge on those whom, or on what, the cited article names."""
    sentence = sentence_of(crossing)
    if sentence is None or not frees(sentence):
        return None
    found = read_with(crossing, one, sight)
    leading = found.leading
    if leading is None or leading.name != "exempted":
        return None
    return leading, SURE


def read_with(crossing: Crossing, one: Held, sight: Sight) -> Judgement:
    """Return the verdict on a pair with the words of the cited article put into it, spans led back."""
    way = crossing.way
    key = one.clause.lang, one.clause.text, *one.place.key
    chain: Chain
    found: Judgement
    chain, found = sight.remembered("together", (*key, way.put), lambda: judged_with(one, (way,)))
    led = found.leading
    if led is None or chain.is_inside(way, led.clause):
        return msgspec.structs.replace(found, leading=None)
    return msgspec.structs.replace(found, leading=msgspec.structs.replace(led, clause=chain.back(led.clause, ours=True)))
