"""The deed of a law's organ in other hands: what the law gives to one body, done in the clause by a joint or new one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.kinds.actors import ALIEN, Holder, acts_of, hangs, holders, led_by, made, plain
from ssc_drafter.check.kinds.ground import Met, met
from ssc_drafter.check.kinds.holding import OUTSIDE, created, nobody, one_body, part_left
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.kinds.tasks import OR, Tie
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.check.pairs import Facet, Pair

SUBJECT = 14  # words within which a sentence names its subject
HOLDER = 5  # words behind "belongs to" within which the holder is named
TASK = 24  # words that carry weight and say what the law's organ does
LEAST, PLAIN = 0.35, 0.5  # share of them that the clause must have: of a joint, foreign or new body, and of another one
WORDS, FEW, WEIGHT = 3, 2, 6.0  # words of the task that the clause must have, and weight that the task must have
DEFINED = 8  # words within which a definition says that it is one
PASSIVE = 6  # words between "shall be" and "by"
OTHERS = 15  # words between two organs of which either may act
BEGINS, MADE = 3, 8  # words ahead of "a" at the head of a sentence, and from "there shall be" to it
NEXT = 2  # words between "functions of" or "shall be" and the organ
UNSAID = ("es", "pt")  # languages in which a verb needs no subject of its own
# How words for functions begin in the four languages, and words for one who has them, whoever it be: "the competent authority".
TASKS = ("function", "funcion", "func", "attribut", "atribu")
ROLES = ("author", "autor", "body", "organ")
POINTS = 3  # parts of a sentence from which on it is a list
AHEAD = 4  # words between "a" and the head of a new body's name


class Doer(Struct, frozen=True):
    """One who does what a sentence says, with the sentence that names him and how he is tied to it."""

    holder: Holder
    home: Sentence
    tie: Tie | str


@remembered
def doers(reading: Reading) -> dict[int, list[Doer]]:
    """Return for each sentence of a text, by its start, those who do what it says.

    A sentence that begins with a pronoun, and a point of a list, has the doer of what stands before it.
    """
    found: dict[int, list[Doer]] = {}
    before: list[Doer] = []
    for sentence in reading.sentences:
        mine = list(_doers(sentence, reading))
        led = any(mark.first < WORDS or _behind_comma(sentence, mark.first) for mark in sentence.of("who.pronoun"))
        led = led or (not mine and (_point(sentence) or _goes_on(reading, sentence)))
        found[sentence.start] = before[:1] if led and before else mine
        before = found[sentence.start] or before
    return found


def _behind_comma(sentence: Sentence, place: int) -> bool:
    """Whether a pronoun behind the first comma is the subject: "Chaired by the Minister, it shall advise"."""
    comma = next((at for at, word in enumerate(sentence.words) if word.stem == ","), None)
    return comma == place - 1 and any(place < one.first <= place + 2 for one in sentence.of("duty"))


def _point(sentence: Sentence) -> bool:
    """Whether a sentence begins as a point of a list does: with a number, a dash, or a letter and a bracket."""
    first, second = sentence.words[0].stem, sentence.words[1].stem if len(sentence.words) > 1 else ""
    return first in ("(", "-", "—") or first[0].isdigit() or (len(first) == 1 and second == ")")


def _goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence goes on with what stands ahead of it: behind a semicolon, or with a verb whose subject is left out."""
    if reading.text[: sentence.start].rstrip().endswith(";"):
        return True
    verbs = (one.first for name in ("tie.charged", "duty", "power", "permission") for one in sentence.of(name))
    return reading.lang in UNSAID and any(not first for first in verbs)


def _doers(sentence: Sentence, reading: Reading) -> Iterator[Doer]:
    named = holders(sentence, reading.lang)
    free = [one for one in named if one.first <= SUBJECT and not _hangs(sentence, one, reading.lang)]
    yield from (Doer(one, sentence, "subject") for one in free[:1])
    for tie in (*sentence.of("belongs"), *sentence.of("tie.belongs")):
        behind = [one for one in named if tie.first < one.head <= tie.last + HOLDER]
        yield from (Doer(one, sentence, "belongs") for one in behind[:1])
    for agent in sentence.of("agent"):
        if not any(0 <= agent.first - one.last <= PASSIVE for one in (*sentence.of("being"), *sentence.of("duty"))):
            continue  # "land races gathered by joint missions" tells who gathered them
        behind = [one for one in named if one.first >= agent.last - 1 and led_by(sentence, agent, one)]
        yield from (Doer(one, sentence, "by") for one in behind[:1])
    yield from (Doer(one, sentence, "belongs") for one in _tasked(sentence, named))
    yield from (Doer(one, home, "created") for home, one in made(reading) if home is sentence)
    yield from (Doer(one, sentence, "created") for one in _named(sentence, reading.lang))


def _hangs(sentence: Sentence, one: Holder, lang: str) -> bool:
    """Whether a holder hangs on another word, or is listed as belonging to one: "kept by the government, its agencies"."""
    names, words = law.names(lang), sentence.words
    owned = next((at for at in (one.first - 1, one.first) if at > 0 and words[at].stem in names.possessive), None)
    listed = owned is not None and (words[owned - 1].stem == "," or words[owned - 1].stem in names.join)
    return listed or hangs(sentence, one, lang)


def _tasked(sentence: Sentence, named: list[Holder]) -> Iterator[Holder]:
    """Yield whose functions a sentence lists, and who is the authority it speaks of: "the authority shall be the Ministry"."""
    words = sentence.words
    for tie in sentence.of("tie.charged"):
        if any(words[at].stem.startswith(TASKS) for at in range(tie.first, tie.last)):
            yield from [one for one in named if -1 <= one.first - tie.last <= NEXT][:1]
    for verb in (*sentence.of("being"), *sentence.of("duty")):
        behind = [one for one in named if 0 <= one.first - verb.last <= NEXT and plain(sentence, verb.last, one.first)]
        ahead = [one for one in named if one.last <= verb.first and one.first <= SUBJECT and "party" not in one.kinds]
        ahead = ahead or [one for one in named if one.last <= verb.first and one.first <= WORDS]
        if behind and ahead and words[ahead[0].head].stem.startswith(ROLES):
            yield behind[0]


def _named(sentence: Sentence, lang: str) -> Iterator[Holder]:
    """Yield what a sentence that creates it, or begins with it, calls "a Seed House": a body whatever the word for it."""
    articles, words = law.names(lang).indefinite, sentence.words
    heads = [mark.last for mark in (*sentence.of("tie.creates"), *sentence.of("creation"))]
    for place in range(len(words) - 1):
        if words[place].stem not in articles or not words[place + 1].capital:
            continue
        ahead = place < BEGINS or any(0 <= place - head <= MADE for head in heads)
        end = next((at for at in range(place + 1, len(words)) if not (words[at].capital and words[at].weight)), len(words))
        said = any(0 <= place - head <= 1 for head in heads)  # "there shall be an Institution"
        if ahead and end - place > (2 if lang == "en" and not said else 1):
            yield Holder(place + 1, end, place + 1, frozenset({"public"}), frozenset())


def _in_earnest(facet: Facet, pair: Pair) -> list[Doer]:
    """Return the public organs of a sentence of law; none where it forbids or defines, or lets another act."""
    if facet.law.has("permission") and {one.kind for one in facet.law.steps} & {one.kind for one in facet.clause.steps}:
        return []  # what the organ permits is done under its permit
    if facet.law.has("prohibition", "composition") or any(mark.first < DEFINED for mark in facet.law.of("definition")):
        return []
    return organs(pair.law, facet.law.start)


@remembered
def organs(provision: Reading, start: int) -> list[Doer]:
    """Return the public organs that do what the sentence at a place says, and of which no other may do it."""
    every = doers(provision).get(start, [])
    public = [one for one in every if "public" in one.holder.kinds and not one.holder.kinds & {"private", ALIEN}]
    return [one for one in public if not _or_another(one, provision.lang)]


def _or_another(one: Doer, lang: str) -> bool:
    """Whether another may do the same: "by the Authority or by a river commission"."""
    words, holder = one.home.words, one.holder
    named = holders(one.home, lang)
    if any(word.stem in OR[lang] for word in words[max(0, holder.first - 2) : holder.first]):
        return True
    return any(
        word.stem in OR[lang]
        for other in named
        for word in (
            words[other.last : holder.first]
            if 0 < holder.first - other.last <= OTHERS
            else words[holder.last : other.first]
            if 0 < other.first - holder.last <= OTHERS
            else ()
        )
    )


def _new(pair: Pair, one: Doer) -> bool:
    """Whether a clause creates a body: in words, or by calling it "a Results Centre" where it is not known yet."""
    if one.tie == "created" or created(pair, one.holder, one.home):
        return True
    words, holder, articles = one.home.words, one.holder, law.names(pair.clause.lang).indefinite
    for place in range(max(0, holder.first - AHEAD), holder.first):
        named = words[place + 1 : holder.last]
        if words[place].stem in articles and all(word.weight for word in words[place + 1 : holder.first]):
            return any(word.capital for word in named)
    return False


def hands(pair: Pair) -> Iterator[Signal]:
    """Yield that the very deed of the law's organ is done by a body that is not it: another's, or a new one."""
    for facet in pair.facets:
        theirs = _in_earnest(facet, pair) if organs(pair.law, facet.law.start) else []
        actors = _actors(pair, facet, theirs) if theirs else []
        for organ in theirs if actors else ():
            if not part_left(pair, organ.holder, organ.home):
                for actor in actors:
                    yield from _in_other_hands(pair, facet, organ, actor)


def _actors(pair: Pair, facet: Facet, theirs: list[Doer]) -> list[Doer]:
    """Return those who do what a sentence of the clause says; none where one of them is an organ of the law's sentence."""
    every = doers(pair.clause).get(facet.clause.start, [])
    acting = [one for one in every if _acts(one)]
    if not acting:
        return []
    known = any(
        one_body(pair, organ.holder, organ.home, one.home, one.holder)
        for organ in theirs
        for one in every
        if one.tie != "created"
    )  # what the clause creates is not there yet
    return [] if known else acting


def _acts(one: Doer) -> bool:
    """Whether one who does something in a clause is somebody: no Party itself, and of a known kind."""
    return bool(one.holder.kinds) and not nobody(one.holder)


def done(clause: Reading) -> bool:
    """Whether somebody does something in a clause."""
    return any(_acts(one) for rows in doers(clause).values() for one in rows)


def _in_other_hands(pair: Pair, facet: Facet, organ: Doer, actor: Doer) -> Iterator[Signal]:
    new = _new(pair, actor)
    if _by_head(pair, organ) or _left_out(facet) or (not new and _advises(facet)):
        return
    found = _task(pair, facet, organ, actor)
    least = LEAST if new or actor.holder.kinds & OUTSIDE else PLAIN
    words = FEW if organ.tie == "belongs" and least == LEAST and found.share * found.total >= WEIGHT else WORDS
    if found.share < least or found.total < WEIGHT or _distinct(facet, found) < words:
        return
    ours = span(actor.home, actor.holder.first, actor.holder.last, 5)
    theirs = span(organ.home, organ.holder.first, organ.holder.last, 5)
    value = min(1.0, 0.4 + 0.8 * found.share)
    if new:
        yield Signal("second_body", value, "duplication", ours, theirs)
    else:
        yield Signal("organ_other", value, "competence", ours, theirs)


def _advises(facet: Facet) -> bool:
    """Whether the clause only has somebody advise on what the law has its organ do: the deed stays the organ's."""
    first = min(acts_of(facet.clause), default=None)
    return first is not None and first.name == "act.advise" and not facet.law.has("act.advise")


def _left_out(facet: Facet) -> bool:
    """Whether the clause speaks of what the law's sentence leaves out of the task: "on subsidence, but not on landslides"."""
    outs = [one.last for one in facet.law.of("negation") if one.first and facet.law.words[one.first - 1].stem in _BUT]
    return any(0 <= place - end < OUT for end in outs for place in facet.theirs if facet.law.words[place].weight)


_BUT = frozenset(["but", "mais", "pero", "mas", ","])
OUT = 3  # words behind "but not" that say what is left out


def _by_head(pair: Pair, organ: Doer) -> bool:
    """Whether the clause names a body that the law creates by the one word that its name is there: "an Institution"."""
    words = organ.home.words
    name = {word.stem for word in words[organ.holder.first : organ.holder.last] if word.weight and word.capital}
    return organ.tie == "created" and len(name) == 1 and any(name <= one.stems.keys() for one in pair.clause.sentences)


def _distinct(facet: Facet, found: Met) -> int:
    ours = {facet.clause.words[place].stem for place in found.ours}
    return min(len(ours), len({facet.law.words[place].stem for place in found.theirs}))


def _task(pair: Pair, facet: Facet, organ: Doer, actor: Doer) -> Met:
    """Return how much of what the law's sentence is about the clause's is about, both bodies left aside."""
    theirs, ours = facet.law, facet.clause
    known = [one.holder for one in doers(pair.law).get(theirs.start, []) if one.home is theirs]
    aside = {place for one in known for place in range(one.first, one.last)}
    zone = [place for place, word in enumerate(theirs.words) if word.weight and place not in aside][:TASK]
    own = range(actor.holder.first, actor.holder.last) if actor.home is ours else range(0)
    mine = [place for place in range(len(ours.words)) if place not in own]
    same = pair.clause.lang == pair.law.lang
    found = [met(theirs, one, ours, mine, same) for one in (zone, *_listed(theirs, aside))]
    return max(found, key=lambda one: one.share if one.total >= WEIGHT else 0.0)


def _listed(sentence: Sentence, aside: set[int]) -> list[list[int]]:
    """Return the words of each point of a list in a sentence, bodies left aside; none where it is no list."""
    cuts = [place for place, word in enumerate(sentence.words) if word.stem in (";", ":", "—")]
    if len(cuts) < POINTS and not any(sentence.words[place].stem == ":" for place in cuts):
        return []
    rows = pairwise((*cuts, len(sentence.words)))
    return [[at for at in range(first, last) if sentence.words[at].weight and at not in aside] for first, last in rows]
