"""The same act on the same thing, done by another: a task of the law's organ held against who has it in the clause."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.kinds.actors import ALIEN, Holder, acts_of, holders, made
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.runs import REACH
from ssc_drafter.check.kinds.signal import NOWHERE, Signal, span
from ssc_drafter.check.kinds.tasks import OR, Task, doings, tasks, unnamed
from ssc_drafter.check.law import names
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

HEAD = 0.6  # share of its first words from which the rest of what an act is done to counts less
LEAST = 0.4  # share of what the law's act is done to that the clause must have
WEAK = 0.2  # strength up to which nothing is said
NAMED = 0.5  # share of a name from which two bodies are one
SURE = {"by": 1.0, "belongs": 1.0, "charged": 1.0, "subject": 0.85}
WHOLE = 0.75  # the same where what kind of body it is differs: "the Milk Council" is not "the Milk Observatory"
FOR_WITHIN = 5  # words between "on the proposal of" and the organ
OUTSIDE = frozenset({"joint", "private", "other_party"})
# Kinds of body of which a State has one: whoever is of it is that organ.
ONE = frozenset(
    {
        "president",
        "parliament",
        "cabinet",
        "finance_minister",
        "foreign_minister",
        "attorney_general",
        "auditor",
        "central_bank",
        "data_authority",
    }
)
# To allot a licence is to grant it, to set a tax to levy it; KIN is the trust in such a match.
ALIKE = ({"permit", "decide", "allocate"}, {"decide", "levy"}, {"manage", "oversee", "coordinate"})
KIN, OWN, TREATY = 0.8, 0.75, 0.75
WITHIN, FIRST = 0.7, 3  # trust in what the clause's act is done to, its first words, being among what the law's is done to
EXECUTES = 1  # words between an organ and "gives effect to it", by which it has no part in the decision


@remembered
def _name(sentence: Sentence, first: int, last: int) -> tuple[dict[str, float], frozenset[str], str]:
    """Return the stems of a name with their weights, their keys, and its initials."""
    words = sentence.words[first:last]
    telling = {word.stem: max(word.weight, 0.5) for word in words if word.weight}
    keys = frozenset(word.key for word in words if word.weight and word.key)
    return telling, keys, "".join(word.stem[0] for word in words if word.capital)


def _likeness(theirs: Sentence, organ: Holder, ours: Sentence, actor: Holder, same: bool) -> float:
    """Return the share of the law's name of an organ that the name of one who acts in the clause has."""
    name, keys, initials = _name(theirs, organ.first, organ.last)
    other, other_keys, _ = _name(ours, actor.first, actor.last)
    if len(initials) > 2 and any(word.stem == initials for word in ours.words[actor.first : actor.last + 1]):
        return 1.0
    total = sum(name.values())
    if not total:
        return 0.0
    if same:
        return sum(weight for stem, weight in name.items() if stem in other) / total
    return len(keys & other_keys) / len(keys) if keys else 0.0


def one_body(pair: Pair, organ: Holder, organ_home: Sentence, ours: Sentence, actor: Holder) -> bool:
    """Whether one who acts in the clause is the law's organ."""
    same = pair.clause.lang == pair.law.lang
    apart = actor.kinds & OUTSIDE - organ.kinds
    share = _likeness(organ_home, organ, ours, actor, same)
    if same and not _alternative(organ_home, organ.last, pair.law.lang).isdisjoint(_name(ours, actor.first, actor.last)[0]):
        return True
    if apart:  # "the Joint Commission" is not "the Commission"
        return share >= NAMED and len(_name(organ_home, organ.first, organ.last)[0]) > 1 and "joint" not in apart
    head = organ_home.words[organ.head].stem in _name(ours, actor.first, actor.last)[0]
    return (
        share >= (NAMED if head or not same else WHOLE)
        or bool(organ.bodies & actor.bodies & ONE)
        or _acronym(organ_home, organ, ours)
    )


@remembered
def _alternative(sentence: Sentence, last: int, lang: str) -> frozenset[str]:
    """Return the stems of what stands behind "or" after an organ's name: another that may do the same."""
    words = sentence.words
    start = next((place for place in range(last, min(last + 4, len(words))) if words[place].stem in OR[lang]), len(words))
    return frozenset(word.stem for word in words[start + 1 : start + 15] if word.weight)


def _acronym(theirs: Sentence, organ: Holder, ours: Sentence) -> bool:
    initials = _name(theirs, organ.first, organ.last)[2]
    return len(initials) > 2 and any(word.capital and word.stem == initials for word in ours.words)


def _kin(law: str, ours: str) -> float:
    """Return how far two families of acts are one."""
    return 1.0 if law == ours else KIN if any(law in group and ours in group for group in ALIKE) else 0.0


def _treaty(sentence: Sentence, zones: tuple[tuple[int, ...], ...]) -> bool:
    """Whether an act of the law is done to treaties: they stand first of what it is done to, or in the act itself."""
    return any(mark.first <= place < mark.last for zone in zones for place in zone[:2] for mark in sentence.of("treaty"))


def _instrument(sentence: Sentence, zones: tuple[tuple[int, ...], ...]) -> bool:
    places = [place for zone in zones for place in zone[:2]]
    marks = sentence.of("instrument") + sentence.of("treaty")
    return any(mark.first - 2 <= place < mark.last + 1 for place in places for mark in marks)


def _share(law: Task, ours: Task, same: bool) -> float:
    """Return how much of what the law's act is done to the clause's act is done to; what stands elsewhere counts less."""
    kin = _kin(law.family, ours.family)
    if not kin:
        return 0.0
    if not any(law.objects) and law.family == ours.family and law.act.last - law.act.first > 1:
        return OWN  # "marriages are celebrated by": the act has its object in it
    if _treaty(law.sentence, law.objects) and _instrument(ours.sentence, ours.objects):
        return TREATY
    near = [place for zone in ours.objects for place in zone]
    around = range(max(0, ours.act.first - REACH), min(len(ours.sentence.words), ours.act.last + REACH))
    every = [place for place in around if not ours.holder.first <= place < ours.holder.last]
    best = 0.0
    for zone in law.objects:
        close = met(law.sentence, zone, ours.sentence, near, same)
        wide = met(law.sentence, zone, ours.sentence, every, same)
        if wide.total >= 1.0:
            head = met(law.sentence, zone[:3], ours.sentence, near, same)
            best = max(best, close.share, 0.85 * wide.share, 0.8 * head.share if head.share >= HEAD else 0.0)
            best = max(best, WITHIN * _within(law, zone, ours, same))
    return kin * best


def _within(law: Task, zone: tuple[int, ...], ours: Task, same: bool) -> float:
    """Return how much of what the clause's act is done to is among what the law's act is done to: its first words count."""
    best = 0.0
    for mine in ours.objects:
        first = tuple(place for place in mine if not _inside(ours.sentence, place))[:FIRST]
        found = met(ours.sentence, first, law.sentence, zone, same)
        if found.total >= 2.0 and first[0] in found.theirs:
            best = max(best, found.share)
    return best if best >= 0.5 else 0.0


@remembered
def _acting(sentence: Sentence) -> frozenset[int]:
    return frozenset(place for act in acts_of(sentence) for place in range(act.first, act.last))


def _inside(sentence: Sentence, place: int) -> bool:
    """Whether a word is part of an act of its own."""
    return place in _acting(sentence)


def _public(task: Task) -> bool:
    """Whether a law's task is one of a public organ."""
    kinds = task.holder.kinds
    if ALIEN in kinds:
        return False
    if task.tie == "subject" and any(mark.first < task.act.last for mark in task.sentence.of("prohibition")):
        return False  # what an organ may not do is no power of its
    own = "public" in kinds and ("private" not in kinds or task.holder.bodies & ONE)  # "Attorney-General of the Federation"
    return bool("instrument" in kinds or own or task.tie == "belongs")


def nobody(actor: Holder) -> bool:
    """Whether one who acts in the clause is a Party itself or "the competent authority", which may be the law's organ."""
    return "party" in actor.kinds and not actor.kinds & OUTSIDE


def part_left(pair: Pair, organ: Holder, home: Sentence) -> float:
    """Return how far the clause leaves the law's organ a part: 1 where the other acts for it, .5 where it is only named."""
    named = 0.0
    for sentence in pair.clause.sentences:
        for actor in holders(sentence, pair.clause.lang):
            if (
                not one_body(pair, organ, home, sentence, actor)
                or _newly(pair, actor, sentence)
                or informed(sentence, actor.first)
            ):
                continue
            ties = [one for one in sentence.of("tie.for_it") if not sentence.words[one.first].stem.startswith(_INFORMS)]
            led = any(-1 <= actor.first - mark.last <= FOR_WITHIN for mark in ties)
            denied = any(0 <= actor.first - mark.last <= 3 for mark in sentence.of("negation") + sentence.of("excludes"))
            served = any(0 <= mark.first - actor.last <= EXECUTES for mark in sentence.of("carries_out"))
            named = max(named, 1.0 if led else 0.0 if denied or served else 0.5)
    return named


def _newly(pair: Pair, actor: Holder, home: Sentence) -> bool:
    """Whether a clause creates a body just where it names it: it is none that the law has already."""
    articles = names(pair.clause.lang).indefinite
    new = any(word.stem in articles for word in home.words[max(0, actor.first - 2) : actor.first])
    return new and any(other is home and one.first == actor.first for other, one in made(pair.clause))


@remembered
def informed(sentence: Sentence, place: int) -> bool:
    """Whether one who is named at a place is only told of what others do: "communicates its decisions to the central banks"."""
    if not any(word.stem in _DATIVE for word in sentence.words[max(0, place - 2) : place]):
        return False
    acts = [one for name in ("notify", "disclose") for one in sentence.acts.get(name, ()) if 0 <= place - one.last <= TOLD]
    return any(word.stem.startswith(_DECIDED) for one in acts for word in sentence.words[one.last : place])


_INFORMS = ("inform",)  # who is only told has no part in what is decided; so the verb begins in the four languages
_DATIVE = frozenset(["to", "a", "au", "aux", "al", "ao", "aos"])
_DECIDED = ("decis", "decid", "resol", "direct", "instru", "rul", "guidelin", "orient")  # of the four languages
TOLD = 6  # words between the telling and the one who is told


def _other(law: Task, ours: Task) -> float:
    """Return how far one who is not the law's organ is surely another: a body of two words or more, a joint or private one."""
    actor, organ = ours.holder, law.holder
    if actor.kinds & OUTSIDE:
        return 1.0
    if organ.kinds == {"instrument"}:
        return 0.0
    if len(_name(ours.home, actor.first, actor.last)[0]) < 2:  # "the Council" may be the law's in short; a rector is not
        return 0.4 if any(actor.first <= one.first < actor.last for one in ours.home.of("who.short")) else 0.8
    return 0.9 if law.sole or law.tie == "belongs" else 0.8


def created(pair: Pair, actor: Holder, home: Sentence) -> bool:
    """Whether one who acts in the clause is a body that the clause creates: itself, or "the Centre" of a sentence before."""
    name = _name(home, actor.first, actor.last)[0].keys()
    return bool(name) and any(name <= _name(other, one.first, one.last)[0].keys() for other, one in made(pair.clause))


@remembered
def given(provision: Reading) -> tuple[list[Task], list[Task]] | None:
    """Return the tasks of a law's public organs, and what is done "by" one though no family of acts has the verb; None where
    there is neither."""
    found = [one for one in tasks(provision) if _public(one)], [one for one in unnamed(provision) if _public(one)]
    return found if any(found) else None


def _couples(pair: Pair) -> Iterator[tuple[Task, list[Task]]]:
    """Yield what somebody does in the clause, each with the tasks of the law's organs that it is to be held against."""
    theirs, verbs = given(pair.law) or ([], [])
    if theirs:
        yield from ((mine, theirs) for mine in tasks(pair.clause))
    if pair.clause.lang == pair.law.lang:
        for law in verbs:
            yield from ((mine, [law]) for mine in doings(pair.clause, law.family[1:]))


def _denied(task: Task) -> bool:
    """Whether the act of a task is one that its holder is not to do: "the Panel shall not approve the varieties"."""
    marks = task.sentence.of("negation") + task.sentence.of("prohibition")
    return task.tie == "subject" and any(
        task.holder.last <= one.first and 0 <= task.act.first - one.last <= DENIED for one in marks
    )


DENIED = 1  # words between "shall not" and the act


def held(pair: Pair) -> Iterator[Signal]:
    """Yield that a task of the law's organ is another's in the clause, or stays the organ's own."""
    same = pair.clause.lang == pair.law.lang
    for mine, theirs in _couples(pair):
        if nobody(mine.holder) or _denied(mine):
            continue
        found = [(share, law) for law in theirs if (share := _share(law, mine, same)) >= LEAST]
        kept = [law for _, law in found if one_body(pair, law.holder, law.home, mine.home, mine.holder)]
        if kept:
            sure = 0.5 if {kept[0].tie, mine.tie} == {"subject"} else 1.0
            yield Signal("organ_kept", sure, None, NOWHERE, span(kept[0].home, kept[0].holder.first, kept[0].holder.last, 4))
            continue
        for share, law in found:
            yield from _taken(pair, law, mine, share)


def _taken(pair: Pair, law: Task, mine: Task, share: float) -> Iterator[Signal]:
    """Yield that another, or a body that the clause creates, has a task of the law's organ; or that it acts for that organ."""
    part = part_left(pair, law.holder, law.home)
    new = created(pair, mine.holder, mine.home)
    sure = (1.0 if law.sole else SURE[law.tie]) * (1.0 if new else _other(law, mine))
    value = min(1.0, sure * min(1.0, 0.4 + 0.8 * share) * (1.0 - part))
    organ = span(law.home, law.holder.first, law.holder.last, 5)
    if value > WEAK:
        words = span(mine.home, mine.holder.first, mine.holder.last, 5)
        if new and law.holder.kinds != {"instrument"}:
            yield Signal("second_body", value, "duplication", words, organ)
        else:
            yield Signal("organ_other", value, "competence", words, organ)
    elif part == 1.0:
        yield Signal("organ_kept", 0.8, None, NOWHERE, organ)
