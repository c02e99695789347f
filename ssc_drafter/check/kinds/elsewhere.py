"""What a clause has done in another country, on its ground and under its rules, is not what the law at home rules over."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.abroad import partners, their_ground, their_organ
from ssc_drafter.check.kinds.contrary import place_demanded
from ssc_drafter.check.kinds.language import languages
from ssc_drafter.check.kinds.nations import INSIDE, NAMED, OUTSIDE, RARE, resolved, states_named
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.pairs import Pair

BEHIND = 2  # words behind "in" within which the country is named: "in the Swedish market", "in Chile"
_SETTLED = frozenset({"court", "arbitrator"})  # where disputes go is a forum, not a place where the clause's act is done
_BACK = frozenset(
    {
        "the",
        "such",
        "this",
        "he",
        "she",
        "it",
        "le",
        "la",
        "cette",
        "ce",
        "el",
        "dich",
        "esta",
        "este",
        "o",
        "a",
        "essa",
        "esse",
    }
)
_TAKEN_OUT = frozenset({"export", "import", "remit_abroad", "extradite", "move"})


def _abroad(sentence: Sentence, clause: Reading, state: str) -> Mark | None:
    """Return where a sentence says that its act is done in another country."""
    own_ground = [one for one in sentence.of("partner_ground") if not _whose(sentence, one) and not _to_serve(sentence, one)]
    if own_ground:
        return own_ground[0]
    named, known = states_named(sentence), partners(clause, state)
    for head in sentence.of("in_country"):
        for place in range(head.last, min(head.last + BEHIND, len(sentence.words))):
            word = sentence.words[place]
            if not word.capital or named.get(place) == state or (place not in named and word.stem not in known):
                continue
            if not _language(sentence, place) and not _whose(sentence, head):
                return Mark(head.first, place + 1, OUTSIDE)
    return their_ground(sentence, clause, state) or _under_their_law(sentence)


def _under_their_law(sentence: Sentence) -> Mark | None:
    """Return where a sentence says that its act is done under the law of the other Party; what it frees from, and which law
    alone governs a contract or a dispute, is another matter."""
    marks = sentence.of("their_law")
    forums = [one for one in sentence.of("forum") if not any(one.first < two.last and two.first < one.last for two in marks)]
    return marks[0] if marks and not forums and not sentence.has("exempt", "exclusive") else None


def _language(sentence: Sentence, place: int) -> bool:
    """Whether the name of a country or people is that of a language: "in French"."""
    marks = [one for name in languages() for one in sentence.classes.get(name, ())]
    return any(one.first <= place < one.last for one in marks)


def _whose(sentence: Sentence, head: Mark) -> bool:
    """Whether "in" hangs on a person or body, and only says where that is: "a firm in Iceland"."""
    known = law.classes()
    return any(one.last == head.first for name, marks in sentence.classes.items() if known[name].person for one in marks)


def _to_serve(sentence: Sentence, ground: Mark) -> bool:
    """Whether ground is where a thing is to serve, and not where the act is done: "documents to be used in"."""
    return any(0 <= ground.first - one.last <= 1 for one in sentence.of("to_serve"))


def _at_home(sentence: Sentence, state: str) -> bool:
    """Whether a sentence also says that something is at home: "in Zambia", "on the national territory"."""
    return INSIDE in sentence.classes or bool(resolved(sentence, state).get(INSIDE))


@remembered
def _of_places(provision: Reading, state: str) -> bool:
    """Whether a law speaks of what is abroad, or demands that something be at home: then the place is what it rules."""
    for sentence in provision.sentences:
        if sentence.has("among_states") or OUTSIDE in sentence.classes or OUTSIDE in resolved(sentence, state):
            return True
        if place_demanded(sentence, state):
            return True
        foreigners = {one.first for one in sentence.classes.get("foreigner", ())}
        if any(one.first not in foreigners for one in sentence.of("another_state")):
            return True
    return False


@remembered
def _away(clause: Reading, start: int, state: str) -> tuple[Mark | None, Mark | None]:
    """Return where the sentence that begins there says that its act is done in another country, and another State's organ."""
    sentence = next(one for one in clause.sentences if one.start == start)
    if not _SETTLED.isdisjoint(sentence.classes) or not _TAKEN_OUT.isdisjoint(sentence.acts):
        return None, None
    own = state in states_named(sentence).values()
    organ = None if own else their_organ(sentence, clause, state) or _organ_before(sentence, clause, state)
    return _abroad(sentence, clause, state), organ


def _organ_before(sentence: Sentence, clause: Reading, state: str) -> Mark | None:
    """Return another State's organ in the sentence before, where a sentence goes on with its matter and the clause never names
    our State: "may complain to the Commissioner of Norway. The complaint shall be decided within"."""
    at = next(n for n, one in enumerate(clause.sentences) if one is sentence)
    named = {code for one in clause.sentences for code in states_named(one).values()}
    if not at or state in named or not sentence.words or sentence.words[0].stem not in _BACK:
        return None
    return their_organ(clause.sentences[at - 1], clause, state)


def _of_law(organ: Mark | None, pair: Pair) -> Mark | None:
    """Return the organ of another State that acts, where the law speaks of such an organ: it binds that of its own State."""
    if organ is None:
        return None
    named = {one.name for other in pair.facets[:2] for one in bodies_of(other.law.classes)}
    return organ if organ.name in named else None


def _named_by_law(clause: Sentence, mark: Mark, pair: Pair) -> bool:
    """Whether the name beside a place is of no State that is listed and the law itself has it: then it is its own."""
    named = states_named(clause)
    beside = range(max(0, mark.first - 1), min(mark.last + NAMED, len(clause.words)))
    names = {clause.words[place].stem for place in beside if clause.words[place].capital and place not in named}
    found = {name for name in names if any(word.stem == name and word.weight >= RARE for word in clause.words)}
    return any(word.capital and word.stem in found for one in pair.law.sentences for word in one.words)


def elsewhere(pair: Pair) -> Iterator[Signal]:
    """Yield that the clause's act is done in another country and not at home, and the law does not speak of places."""
    clause, state = pair.facets[0].clause, pair.state.upper()
    done, organ = _away(pair.clause, clause.start, state)
    mark = done or _of_law(organ, pair)
    if mark is None or _at_home(clause, state) or _of_places(pair.law, state) or _named_by_law(clause, mark, pair):
        return
    yield Signal("elsewhere", 1.0, None, span(clause, mark.first, mark.last, 4), (0, 0))
