"""The verdict on a pair: related at all, and do the signals speak against the clause. Weights are data (law/judge)."""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check.finding import KINDS, Kind, Severity, Verdict
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.kinds.matter import matter
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.pairs import Pair
from ssc_drafter.check.rules import rules


class Weights(Struct, frozen=True):
    """What each signal adds for or against, what makes two texts related, and from where on a pair is flagged."""

    base: float
    signal: dict[str, float]
    slope: float  # from the base and the sum of the signals to a probability
    level: float
    related_base: float
    related: dict[str, float]
    flag: float
    look: float
    cut: float  # relatedness under which a pair is never flagged: set where half a per cent of pairs drawn by chance would be
    stranger: float  # how much of its distance from even chances a pair under the cut keeps in their order (decision 0056)
    unkindred: float  # what a number keeps of its weight where little of what the law's sentence is about is met by class
    likeness: float  # what it adds where two texts are surely related, and takes where not: what fits shares more words


class Judgement(Struct, frozen=True):
    """The outcome for one pair: `confidence` is the probability that it should be flagged, where any provision may have been
    held against the clause; `rank` is the same where somebody has put just these two side by side; `leading` decided."""

    verdict: Verdict
    type: Kind | None
    severity: Severity | None
    confidence: float
    rank: float
    related: float
    leading: Signal | None
    guard: Signal | None
    signals: dict[str, Signal]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights in force."""
    raw = tomllib.loads((places.LAW / "judge" / "weights.toml").read_text("utf-8"))
    signal, related_to = raw.pop("signal"), raw.pop("related")
    return Weights(signal=signal, related=related_to, **raw)


def sigmoid(value: float) -> float:
    """Return the logistic function."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def relatedness(pair: Pair) -> dict[str, float]:
    """Return what tells whether clause and provision regulate the same thing."""
    facet = pair.facets[0] if pair.facets else None
    shared = sorted({name for one in pair.facets[:3] for name in one.shared})
    return {
        "law_cover": pair.law_cover,
        "clause_cover": pair.clause_cover,
        "class_cover": pair.class_cover,
        "rare_words": min(pair.rare, 4.0) / 4.0,
        "best_sentence": facet.near if facet else 0.0,
        "best_law_cover": facet.law_cover if facet else 0.0,
        "common_weight": min(1.0, facet.common / 15.0) if facet else 0.0,
        "shared_classes": min(len(shared), 4) / 4.0,
        "words_and_cover": min(1.0, facet.common / 12.0) * min(1.0, 2 * facet.law_cover) if facet else 0.0,
        "words_and_classes": min(1.0, facet.common / 12.0) * facet.class_cover if facet else 0.0,
        "both_cover": min(1.0, 4 * facet.law_cover * facet.clause_cover) ** 0.5 if facet else 0.0,
        "across": 1.0 if pair.clause.lang != pair.law.lang else 0.0,
    }


def related(pair: Pair, by: Weights) -> float:
    """Return the probability that clause and provision regulate the same thing."""
    found = relatedness(pair)
    return sigmoid(by.related_base + sum(by.related.get(name, 0.0) * value for name, value in found.items()))


NUMBERS = ("number_passed", "number_lifted", "number_differs", "threshold_crossed")
# Share of the classes of a sentence of law from which on a number of the clause is likely to count the same (decision 87).
KINDRED = 0.3
SURE_RANK = 0.8  # strength from which a clause surely ranks itself above the law
# Readings that show by themselves that two texts regulate one matter: numbers that count the same thing in the same unit, the
# law's act, organ or step, a quality and its contrary. Each with a strength and the relatedness from which on it does; measured
# on pairs drawn by chance, of which no more are to be flagged than without (decisions 0023, 0048, 0049).
PROVES: tuple[tuple[str, float, float], ...] = (
    ("number_passed", 0.75, 0.0),
    ("number_passed", 0.55, 0.33),
    ("number_lifted", 0.5, 0.1),
    ("number_differs", 0.75, 0.2),
    ("number_differs", 0.55, 0.33),
    ("threshold_crossed", 0.5, 0.1),
    ("step_silent", 0.7, 0.3),
    ("step_excluded", 0.4, 0.45),
    ("organ_other", 0.7, 0.2),
    ("organ_other", 0.4, 0.3),
    ("clashes", 0.7, 0.2),
    ("clashes", 0.4, 0.3),
    ("law_elsewhere", 0.9, 0.0),
    ("courts_opened", 0.7, 0.3),
    ("forum_elsewhere", 0.9, 0.2),
    ("forum_elsewhere", 0.7, 0.33),
    ("redefined", 0.9, 0.2),
    ("favour_barred", 0.7, 0.15),
    ("favour_by_order", 0.7, 0.15),
    ("stranger_barred", 0.5, 0.2),
    ("stranger_barred", 0.7, 0.1),
    ("organ_directed", 0.9, 0.15),
    ("organ_shut_out", 0.8, 0.2),
    ("other_language", 0.55, 0.3),
    ("kept_from_public", 0.7, 0.0),
    ("unasked", 0.7, 0.1),
    ("laid_open", 0.7, 0.2),
    ("given_elsewhere", 0.7, 0.2),
    ("right_revoked", 0.9, 0.2),
)
# Of readings that prove it with less, the share of the law's part that is quoted which the clause has to have (decision 0055).
PROVES_BY_SHARE: tuple[tuple[str, float, float, float], ...] = (
    ("number_passed", 0.55, 0.2, 0.2),
    ("step_silent", 0.5, 0.3, 0.3),
    ("exempted", 0.55, 0.2, 0.24),
    ("forbidden_flatly", 0.6, 0.25, 0.5),
    ("favour_barred", 0.7, 0.15, 0.0),
    ("favour_by_order", 0.7, 0.1, 0.05),
    ("step_at_once", 0.55, 0.15, 0.15),
    ("step_silent", 0.4, 0.15, 0.3),
    ("step_excluded", 0.35, 0.1, 0.3),
    ("organ_sole", 0.4, 0.1, 0.2),
    ("forbidden_flatly", 0.4, 0.1, 0.4),
    ("other_language", 0.35, 0.1, 0.15),
)
PROVEN = 0.55  # how related two texts then are
MATTER = 0.1  # share of the law's part that is quoted which the clause has then at least (decision 0055)
# A right of access reaches every paper, whatever it is about (decision 0054); a rule of conflict names its matter (kinds/lex).
WHOLE = frozenset({"kept_from_public", "law_elsewhere"})
BELOW = 0.01  # how far under the flag the surest of strangers stays


def calibrated(score: float, by: Weights) -> float:
    """Return the probability that a pair of this score should be flagged, where half of the pairs should be."""
    return sigmoid(by.slope * score + by.level)


def capped(chance: float, near: float, by: Weights) -> float:
    """Return the confidence of a pair: strangers stay under the flag, yet keep their order.

    Relatedness says whether to flag, not how grave it is: multiplied in, it punished the very pairs that conflict, since a
    clause that contradicts a provision shares fewer words with it than one that repeats it.
    """
    room = 2 * (by.flag - BELOW - 0.5)
    return chance if near > by.cut or chance < 0.5 else 0.5 + room * (chance - 0.5)


def ranked(chance: float, near: float, by: Weights) -> float:
    """Return the probability that a pair which somebody has put side by side should be flagged (decision 0056).

    Of labelled pairs that share few words, as many are conflicts as of others where the signals speak for it.
    """
    return chance if near > by.cut or chance < 0.5 else 0.5 + by.stranger * (chance - 0.5)


def judge(pair: Pair, by: Weights | None = None, near: float | None = None) -> Judgement:
    """Return the verdict on a pair; a whole draft weighs the signals anew (check/document/weighing.py).

    `near` is how related the two are, where that is known already.
    """
    return judged_by(pair, signals(pair), by or weights(), near)


def judged_by(pair: Pair, found: dict[str, Signal], by: Weights, near: float | None = None) -> Judgement:
    """Return the verdict that signals of a pair make by these weights: `judge`, for those who weigh the same signals again."""
    drafted = near is not None  # a draft weighs itself how a provision stands among those of its clause
    near = related(pair, by) if near is None else near
    apart = by.unkindred if not drafted and pair.facets and pair.facets[0].class_cover < KINDRED else 1.0
    shares = dict.fromkeys(NUMBERS, apart)
    score = by.base + sum(by.signal.get(name, 0.0) * shares.get(name, 1.0) * one.value for name, one in found.items())
    alone, near = near, max(near, _proven(pair, found, near))
    score += by.likeness * (near - 0.5)
    chance = calibrated(score, by)
    leading = _leading(found, by) or _threshold(found)
    if leading is not None and not drafted and _by_the_way(pair, leading, alone, near, by):
        near = min(near, by.cut)
    confidence, rank = capped(chance, near, by), ranked(chance, near, by)
    guard = min(found.values(), key=lambda one: by.signal.get(one.name, 0.0) * one.value, default=None)
    if confidence < by.flag or leading is None:
        confidence = min(confidence, by.flag - 0.01) if leading is None else confidence
        verdict: Verdict = "unrelated" if near < 0.5 else "aligned"
        return Judgement(verdict, None, None, confidence, rank, near, leading, guard, found)
    verdict, severity = _grade(leading, found)
    return Judgement(verdict, leading.kind, severity, confidence, rank, near, leading, guard, found)


def _proven(pair: Pair, found: dict[str, Signal], near: float) -> float:
    """Return how related two texts are by what was found: rank concerns every subject, and an act with the step that it waits
    for, or two numbers that count the same thing, are one matter however few other words the texts share, so long as the clause
    has something of the very words of the law that are quoted."""
    rank = found["ranked_above"].value if "ranked_above" in found else 0.0
    rank = rank if rank >= SURE_RANK else 0.0
    if near >= PROVEN or rank >= PROVEN:
        return rank
    sure = {name for name, least, floor in PROVES if name in found and found[name].value >= least and near >= floor}
    if any(name in WHOLE or matter(pair, found[name]) >= MATTER for name in sure):
        return PROVEN
    rows = [row for row in PROVES_BY_SHARE if row[0] in found and found[row[0]].value >= row[1] and near >= row[2]]
    return PROVEN if any(matter(pair, found[name]) >= share for name, _, _, share in rows) else rank


# Signs of a provision that says one thing; what each doubling of them asks more of the part that is quoted, of a pair that only
# a reading proves, and of how related the two are.
SAID, MORE, MORE_PROVEN, NEARER = 400, 0.2, 0.3, 0.12


def _by_the_way(pair: Pair, leading: Signal, alone: float, near: float, by: Weights) -> bool:
    """Whether a long provision only comes by the way of the clause: the more it says, the more often one of its sentences meets
    a clause by chance, so that the words which decide, and the whole, are to have more in common with it (decision 79)."""
    doublings = math.log2(max(len(pair.law.text), SAID) / SAID)
    apart = alone > by.cut and near == alone and alone <= by.cut + NEARER * doublings
    more = MORE if near == alone or leading.name == "ranked_above" else MORE_PROVEN
    return apart or matter(pair, leading) < more * doublings


def _leading(found: dict[str, Signal], by: Weights) -> Signal | None:
    """Return the signal that names the finding: of the strong ones the first type that fits (guidelines, table of types)."""
    rows = [(by.signal.get(one.name, 0.0) * one.value, one) for one in found.values() if one.kind]
    rows = [row for row in rows if row[0] > 0]
    if not rows:
        return None
    most = max(value for value, _ in rows)
    near = [row for row in rows if row[0] >= CLOSE * most]
    return min(near, key=lambda row: (KINDS.index(row[1].kind) if row[1].kind in KINDS else 99, -row[0]))[1]


def _threshold(found: dict[str, Signal]) -> Signal | None:
    """Return what names a finding of which no type speaks: a number from which on the law's rule holds is passed."""
    crossed = found.get("threshold_crossed")
    return msgspec.structs.replace(crossed, kind="limit") if crossed else None


CLOSE = 0.6
_STEPS = {"step_silent", "step_weaker", "step_at_once", "power_silent", "number_lifted", "favour_by_order"}


def _grade(leading: Signal, found: dict[str, Signal]) -> tuple[Verdict, Severity]:
    """Return conflict or step needed, and how grave (guidelines: rules 3, 8, 9 and 10; gravity stands in law/rules)."""
    rule = rules()[leading.kind or "prohibition"]
    if leading.name in _STEPS and "step_excluded" not in found and "insists" not in found:
        return "step_needed", rule.step_severity
    return "conflict", rule.severity
