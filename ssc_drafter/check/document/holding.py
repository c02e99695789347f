"""Every unit of a draft held against the provisions that may concern it, with all that the draft shows about each pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import msgspec
from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place, Ranked
from ssc_drafter.check.document.bodies import body_of, clause_body
from ssc_drafter.check.document.subjects import ArticleWords, article_of, articles, subject
from ssc_drafter.check.document.weighing import (
    DraftWeights,
    Features,
    Ground,
    chance,
    contrary,
    could_matter,
    draft_weights,
    features,
    least_promise,
    promise,
)
from ssc_drafter.check.judge import Judgement, judge, related, weights
from ssc_drafter.check.kept import Readings
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import Pair, pair
from ssc_drafter.tree.running import RunningText, Unit

_NOT_CLAUSES = ("title", "signatures", "testimonium", "preamble")
Progress = Callable[[int, int], None]
JUDGED = 12  # candidates of a unit that are read and judged: with six, two conflicts of the labelled drafts fewer are found
CONSTITUTION, HIGHER = "constitution", 3  # further provisions of constitutions that are, whatever other law is nearer
KEPT = 2_000  # units whose candidates and outcomes are remembered with an index
COUPLES = 3  # couples of sentences of a pair that are looked into
READ = 3_000  # provisions whose reading is
AT_ONCE = 40  # units whose provisions are taken from disk together
UNDER = 0.01  # how far under the flag of a draft a pair of strangers stays at least
UNJUDGED = Judgement("unrelated", None, None, 0.0, 0.0, 0.0, None, None, {})


class Link(Struct, frozen=True):
    """What a pair has to be read together with: `start` to `end` in the body of a provision, or in a unit of the draft.

    `how` says why: the term is defined there (in the law, in the draft), the provision cites it (the clause, an article of the
    draft), it cites the provision, it says on what terms a step is taken, the draft leaves that out of its term, another
    article of the draft speaks of that.
    """

    how: Literal["defined", "defined_here", "cites", "cites_here", "cited", "step", "left_out", "speaks_of"]
    term: str
    place: Place | None
    unit: Unit | None
    start: int
    end: int


class Held(Struct, frozen=True):
    """A unit of the draft held against one provision: what the pair says, and the chance of being right to flag it.

    `links` are what it was read together with; `whole` is then the provision as it was read, those words put into it.
    """

    unit: Unit
    clause: Reading
    place: Place
    provision: Reading
    found: Judgement
    chance: float
    features: Features
    links: tuple[Link, ...] = ()
    whole: Reading | None = None


class Outcome(Struct, frozen=True):
    """What holding a draft gave: the pairs that were read, and for each unit its candidates, best first."""

    held: tuple[Held, ...]
    ranked: tuple[tuple[Unit, tuple[Ranked, ...]], ...]
    clauses: tuple[tuple[Unit, Reading], ...] = ()


Grounds = list[tuple[Ranked, Ground]]


class _Memory(Struct):
    """What is remembered of a unit's words: how they read, their candidates, how related those are, and the judgements made."""

    clause: Reading
    ranked: list[Ranked]
    near: dict[int, float] = msgspec.field(default_factory=dict)
    judged: dict[int, Judgement] = msgspec.field(default_factory=dict)
    promising: tuple[object, Grounds] | None = None  # what the draft showed when they were last chosen, and which were
    held: tuple[Grounds, list[Held]] | None = None  # what was last read


def operative(draft: RunningText) -> list[Unit]:
    """Return the units that promise something: not the title, the preamble or the signatures."""
    return [
        unit for unit in draft.units if not unit.address.startswith(_NOT_CLAUSES) and draft.text[unit.start : unit.end].strip()
    ]


def hold(draft: RunningText, index: Index, progress: Progress | None = None) -> Outcome:
    """Return a draft held against a body of law. `progress` is told how many units are done, of how many."""
    units = operative(draft)
    memories = [_remembered(draft, unit, index) for unit in units]
    sight = _Sight(_nearest(memories), articles(units, [one.clause for one in memories]), _Provisions(index))
    held: list[Held] = []
    rows = list(zip(units, memories, strict=True))
    for first in range(0, len(rows), AT_ONCE):
        grounds = [_grounds(unit, memory, sight) for unit, memory in rows[first : first + AT_ONCE]]
        sight.provisions.ahead(one for listed in grounds for one, _ in listed)
        for done, ((unit, memory), listed) in enumerate(zip(rows[first:], grounds, strict=False), first + 1):
            held += _unit(unit, memory, listed, sight)
            if progress:
                progress(done, len(units))
    sight.provisions.close()
    ranked = tuple((unit, tuple(one.ranked)) for unit, one in zip(units, memories, strict=True))
    return Outcome(tuple(held), ranked, tuple((unit, one.clause) for unit, one in zip(units, memories, strict=True)))


def _remembered(draft: RunningText, unit: Unit, index: Index) -> _Memory:
    words = draft.text[unit.start : unit.end]
    key = (words, draft.lang, unit.heading)
    if key not in index.kept:
        if len(index.kept) >= KEPT:
            index.kept.clear()
        clause = read(clause_body(words), draft.lang)
        index.kept[key] = _Memory(clause, index.search(clause, unit.heading))
    memory: _Memory = index.kept[key]
    return memory


def _nearest(memories: Iterable[_Memory]) -> dict[int, float]:
    """Return for each provision how near the nearest unit of the draft comes to it."""
    found: dict[int, float] = {}
    for memory in memories:
        for one in memory.ranked:
            found[one.number] = max(found.get(one.number, 0.0), one.near)
    return found


def _unit(unit: Unit, memory: _Memory, grounds: Grounds, sight: _Sight) -> list[Held]:
    """Return a unit held against those of its candidates that promise most, the same values as before where nothing changed."""
    known = memory.held
    held = known[1] if known and known[0] is grounds else _held(unit, memory, grounds, sight)
    if held and held[0].unit != unit:  # an edit ahead of it moved it
        held = [msgspec.structs.replace(one, unit=unit) for one in held]
    memory.held = grounds, held
    return held


def _held(unit: Unit, memory: _Memory, grounds: Grounds, sight: _Sight) -> list[Held]:
    by, pairs = draft_weights(), weights()
    held = []
    for one, on in grounds:
        provision = sight.provisions.read(one)
        found = _judgement(memory, one, provision, on)
        values = features(found, on, pairs)
        weighed = chance(values, by) if found.signals else 0.0
        leading = found.leading.kind if found.leading else None
        if found.verdict == "unrelated" and leading != "definition":  # strangers by themselves are looked at and no finding
            weighed = min(weighed, by.flag - UNDER)
        held.append(Held(unit, memory.clause, one.place, provision, found, weighed, values))
    return held


def _grounds(unit: Unit, memory: _Memory, sight: _Sight) -> Grounds:
    """Return the candidates that are read, the same list as before where the draft shows the same of them."""
    words = sight.articles[article_of(unit)]
    shown = words, [sight.nearest[one.number] for one in memory.ranked]
    known = memory.promising
    if known is None or known[0] != shown:
        memory.promising = known = shown, _chosen(memory, words, sight, draft_weights())
    return known[1]


def _chosen(memory: _Memory, words: ArticleWords, sight: _Sight, by: DraftWeights) -> Grounds:
    """Return those candidates whose ground in the draft promises most, and could bring a finding."""
    against = contrary(memory.clause)
    least, rows = least_promise(against, by), []
    for one in memory.ranked:
        on = _ground(one, against, words, sight)
        promised = promise(on, by)
        if promised >= least:
            rows.append((promised, one, on))
    rows.sort(key=lambda row: -row[0])
    return [(one, on) for _, one, on in rows[:JUDGED]] + _highest(
        memory, words, sight, {one.number for _, one, _ in rows[:JUDGED]}
    )


def _ground(one: Ranked, against: float, words: ArticleWords, sight: _Sight) -> Ground:
    mutual = one.near / (sight.nearest[one.number] or 1.0)
    return Ground(one.near / (one.nearest or 1.0), mutual, against, subject(one.place.instrument, words))


def _highest(memory: _Memory, words: ArticleWords, sight: _Sight, chosen: set[int]) -> Grounds:
    """Return further candidates of constitutions, which no law of lower rank that is nearer to the clause makes a stranger."""
    by, against = draft_weights(), contrary(memory.clause)
    least, rows = least_promise(against, by), []
    for one in memory.ranked:
        if one.place.rank == CONSTITUTION and one.number not in chosen:
            on = _ground(one, against, words, sight)
            promised = promise(by_itself(on), by)
            if promised >= least:
                rows.append((promised, one, on))
    return [(one, on) for _, one, on in sorted(rows, key=lambda row: -row[0])[:HIGHER]]


def by_itself(on: Ground) -> Ground:
    """Return the ground of a pair as if no other provision were nearer to its clause."""
    return msgspec.structs.replace(on, share=1.0)


def _judgement(memory: _Memory, one: Ranked, provision: Reading, on: Ground) -> Judgement:
    """Return the verdict on a pair, as remembered; a pair too far apart to bring a finding in this draft is not judged.

    Whether it is too far apart is asked anew each time: what a draft showed of it before an edit must not tell afterwards.
    """
    on = by_itself(on) if one.place.rank == CONSTITUTION else on
    near, both = memory.near.get(one.number), None
    if near is None:
        both = _pair(memory, one, provision)
        near = memory.near[one.number] = related(both, weights())
    if not could_matter(near, on, draft_weights()):
        return UNJUDGED
    if one.number not in memory.judged:
        memory.judged[one.number] = judged(both or _pair(memory, one, provision), near)
    return memory.judged[one.number]


def _pair(memory: _Memory, one: Ranked, provision: Reading) -> Pair:
    return pair(memory.clause, provision, one.place.instrument.country, COUPLES)


def judged(both: Pair, near: float | None = None) -> Judgement:
    """Return the verdict on a pair; a clause that insists against a provision leads itself where no other signal does.

    `near` is how related the two are, where that is known already.
    """
    found = judge(both, near=near)
    defiant = found.signals.get("insists")
    if found.leading is None and defiant is not None and both.facets:
        law = both.facets[0].law
        led = msgspec.structs.replace(defiant, kind="prohibition", law=(law.start, law.end))
        found = msgspec.structs.replace(found, leading=led)
    return found


class _Sight(Struct):
    """What the whole draft shows to each of its units: the nearest unit of each provision, and the words of each article."""

    nearest: dict[int, float]
    articles: dict[str, ArticleWords]
    provisions: _Provisions


class _Provisions:
    """Provisions read as they are needed: from memory, from what is kept on disk, else anew."""

    def __init__(self, index: Index) -> None:
        self.known: dict[int, Reading] = index.readings
        self.fresh: list[Reading] = []
        self.kept: Readings | None = None
        self.taken: dict[tuple[str, str], Reading] = {}

    def ahead(self, wanted: Iterable[Ranked]) -> None:
        """Take provisions that will be read from what is kept on disk, as far as they are there."""
        texts = {one.number: (body_of(one.place), one.place.instrument.lang) for one in wanted if one.number not in self.known}
        self.kept = self.kept or (Readings() if texts else None)
        self.taken = self.kept.get_all(texts.values()) if self.kept else {}

    def read(self, one: Ranked) -> Reading:
        if one.number not in self.known:
            if len(self.known) >= READ:
                self.known.pop(next(iter(self.known)))
            self.known[one.number] = self._fetched(one.place)
        return self.known[one.number]

    def _fetched(self, place: Place) -> Reading:
        words, lang = body_of(place), place.instrument.lang
        found = self.taken.get((words, lang))
        if found is None:
            found = read(words, lang)
            self.fresh.append(found)
        return found

    def close(self) -> None:
        """Keep what was read anew."""
        if self.kept:
            self.kept.put(self.fresh)
            self.kept.close()
