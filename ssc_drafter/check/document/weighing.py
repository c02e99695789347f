"""The chance that a provision bites a clause, weighed by all that a whole draft shows (law/judge/draft.toml).

Pairs alone say little, since nearly all pairs of a draft and a body of law are of strangers. A draft shows more: which
provision of all is nearest to a clause, and which clause of all is nearest to a provision.
"""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check.judge import Judgement, Weights, sigmoid
from ssc_drafter.check.norms.reading import Reading, remembered

# Words by which a clause sets itself against a rule, and how much each kind of them tells.
_CONTRARY = {"excludes": 1.0, "defiance": 1.0, "negation": 0.5, "prohibition": 0.5, "exclusive": 0.5}
_MOST = 2.0
MOST_RELATED = 0.95
SPEAKING, GUARDING = 3.0, -4.0  # the most that signals for and against a finding may weigh


class DraftWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of a whole draft; `flag` and `look` are the chances from which a finding counts or is shown."""

    base: float
    near: float
    share: float
    mutual: float
    contrary: float
    subject: float
    speaks: float
    guards: float
    repeats: float
    least: float
    slope: float
    shift: float
    flag: float
    look: float


class Ground(Struct, frozen=True):
    """What a draft shows of a pair before it is judged.

    `share` is how near the provision is to the best one of its clause, `mutual` how near the clause is to the best one of
    its provision, `contrary` how far the clause denies and excludes, `subject` how far its article names what the law is about.
    """

    share: float
    mutual: float
    contrary: float
    subject: float


class Features(Struct, frozen=True):
    """What is weighed of a pair in its draft; `repeats` is how far the clause says what the law says, `score` the sum of its
    signals."""

    near: float
    share: float
    mutual: float
    contrary: float
    subject: float
    speaks: float
    guards: float
    repeats: float
    score: float


@lru_cache(maxsize=1)
def draft_weights() -> DraftWeights:
    """Return the weights in force."""
    raw = tomllib.loads((places.LAW / "judge" / "draft.toml").read_text("utf-8"))
    return DraftWeights(**raw)


@remembered
def contrary(clause: Reading) -> float:
    """Return from 0 to 2 how far the words of a clause rule out, defy or deny something."""
    found = (weight for name, weight in _CONTRARY.items() if any(one.has(name) for one in clause.sentences))
    return min(_MOST, sum(found))


def features(found: Judgement, on: Ground, by: Weights) -> Features:
    """Return what is weighed of a judged pair."""
    terms = [by.signal.get(name, 0.0) * signal.value for name, signal in found.signals.items()]
    speaks, guards = sum(term for term in terms if term > 0), sum(term for term in terms if term < 0)
    most, least = min(SPEAKING, speaks), max(GUARDING, guards)
    same = found.signals.get("says_the_same")
    repeats = same.value if same else 0.0
    return Features(found.related, on.share, on.mutual, on.contrary, on.subject, most, least, repeats, speaks + guards)


def chance(of: Features, by: DraftWeights) -> float:
    """Return the probability of being right to flag; none where the signals do not speak for it."""
    if of.score < by.least:
        return 0.0
    total = by.base + by.near * of.near + by.share * of.share + by.mutual * of.mutual
    total += by.contrary * of.contrary + by.subject * of.subject
    total += by.speaks * of.speaks + by.guards * of.guards + by.repeats * of.repeats
    return sigmoid(by.slope * total + by.shift)


NO_FEATURES = Features(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)  # of a pair that nobody weighs


def promise(on: Ground, by: DraftWeights) -> float:
    """Return how much a pair promises by its ground alone."""
    return by.share * on.share + by.mutual * on.mutual + by.subject * on.subject


def least_promise(against: float, by: DraftWeights) -> float:
    """Return what a pair has to promise to be read: from there on it could be shown if all that is still unknown of it spoke
    for a finding. `against` is how contrary its clause is."""
    unknown = by.base + by.contrary * against + by.near * MOST_RELATED + by.speaks * SPEAKING
    return (logit(by.look) - by.shift) / by.slope - unknown


def could_matter(near: float, on: Ground, by: DraftWeights) -> bool:
    """Whether a pair of known relatedness could be shown if its signals spoke for a finding."""
    most = Features(near, on.share, on.mutual, on.contrary, on.subject, SPEAKING, 0.0, 0.0, SPEAKING)
    return chance(most, by) >= by.look


def logit(share: float) -> float:
    """Return the sum that a probability stands for."""
    return math.log(share / (1.0 - share))
