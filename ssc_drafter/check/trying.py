"""Other words tried in a clause's place: they are read, held against each law of a finding again, and weighed again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from ssc_drafter.check.document import totals
from ssc_drafter.check.document.holding import COUPLES, Held, Outcome, judged
from ssc_drafter.check.document.merging import Merged
from ssc_drafter.check.document.weighing import Ground, chance, contrary, draft_weights, features
from ssc_drafter.check.judge import Judgement, weights
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.pairs import Pair, pair
from ssc_drafter.check.rewording import BLANK, Limit, limits
from ssc_drafter.tree.running import RunningText

_TOLD = 0.6  # of the nearest sentences' common ground, from which a sentence counts in the outcome
FAR = (
    5.0  # times the number of the lead from which another law's is of another thing: the days of a notice, the years of a lease
)
Weigh = Callable[[str], bool | None]  # words in the clause's place: None where the finding stays, else whether that is sure


def bitten(one: Merged) -> list[Held]:
    """Return the pairs that a cure has to satisfy: the one that leads, the others of the finding that bite by themselves, and
    every limit on the same thing, since a clause has to keep to the strictest."""
    leading, flag = one.lead.found.leading, draft_weights().flag
    rows = [row for row in one.also if row.found.leading and leading and row.found.leading.name == leading.name]
    return [one.lead, *(row for row in rows if one.kind == "limit" or row.chance >= flag)]


def limits_passed(rows: list[Held]) -> Iterator[tuple[Held, Limit]]:
    """Yield the limits that the clause passes, those of the pair that leads first; none of another order than its own."""
    own = next((limit.theirs.value for limit in limits(rows[0])), 0.0)
    for row in rows:
        for limit in limits(row):
            if not own or own / FAR <= limit.theirs.value <= own * FAR:
                yield row, limit


def all_of(rows: list[Held], draft: RunningText, *, whole: bool = False) -> Weigh:
    weighs = [weighing(row, draft, whole=whole) for row in rows]
    return lambda words: _together(one(words) for one in weighs)


def _together(outcomes: Iterable[bool | None]) -> bool | None:
    """Return None where one of the outcomes is, and then the others are not worked out; else whether all are sure."""
    sure = True
    for one in outcomes:
        if one is None:
            return None
        sure = sure and one
    return sure


def weighing(held: Held, draft: RunningText, *, whole: bool = False, silent: bool = False) -> Weigh:
    """Return what tells whether a finding goes with other words: `whole` where they are one paragraph with its points, as the
    clause itself was read; a variant may be several paragraphs. `silent`: renewals of which the law says nothing count too."""

    def weigh(words: str) -> bool | None:
        lines = [words] if whole else [line for line in words.split("\n") if line.strip()]
        outcome = _together(_held_again(line, held, draft) for line in lines)
        return None if outcome is None or _lasts_too_long(held, lines, draft, silent) else outcome

    return weigh


def _held_again(words: str, held: Held, draft: RunningText) -> bool | None:
    """Return None where the finding stays with other words in the clause's place, else whether no blank decides that."""
    _, likely = judged_again(words, held, draft)
    blank = _judged(held.whole or held.provision, words, draft.lang, held.place.instrument.country)[1]
    return None if likely >= draft_weights().look else not blank


def judged_again(words: str, held: Held, draft: RunningText) -> tuple[Judgement, float]:
    """Return how other words in the clause's place are judged, and the chance that the finding stays."""
    found, _, against = _judged(held.whole or held.provision, words, draft.lang, held.place.instrument.country)
    on = Ground(held.features.share, held.features.mutual, against, held.features.subject)
    return found, chance(features(found, on, weights()), draft_weights()) if found.signals else 0.0


def _lasts_too_long(held: Held, lines: list[str], draft: RunningText, silent: bool) -> bool:
    """Whether a period still passes a limit of the law, alone or with the renewals that the law counts (any, if `silent`)."""
    rows = [(held.unit, read(line, draft.lang)) for line in lines]
    again = tuple(msgspec.structs.replace(held, clause=clause) for _, clause in rows)
    return any(one.counted or silent for one in totals.passed(Outcome(again, (), tuple(rows)), draft.title))


@remembered
def _judged(provision: Reading, words: str, lang: str, state: str) -> tuple[Judgement, bool, float]:
    """Return the words of a variant held against a provision, whether a blank decides, how contrary they are: worked out once.

    An edit elsewhere changes nothing of it. Both texts and their facets are not kept: answers make ever new words of a variant.
    """
    both = pair(read(words, lang), provision, state, COUPLES)
    return judged(both), _blank_decides(both), contrary(both.clause)


def standing(words: str, rows: list[Held], draft: RunningText) -> tuple[Held, Signal] | None:
    """Return the pair that still bites other words in the clause's place, with the signal that leads it."""
    for row in rows:
        found, likely = judged_again(words, row, draft)
        leading = found.leading or row.found.leading
        if likely >= draft_weights().look and leading:
            return row, leading
    return None


def _blank_decides(both: Pair) -> bool:
    top = max((facet.near for facet in both.facets), default=0.0)
    return any(
        BLANK in both.clause.text[facet.clause.start : facet.clause.end] for facet in both.facets if facet.near >= _TOLD * top
    )
