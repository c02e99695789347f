"""How a law or a clause means a number: a limit from above or below, a value from which on a rule applies, a penalty."""

from __future__ import annotations

from itertools import pairwise

from ssc_drafter.check.norms.frequency import SCALE as OFTEN
from ssc_drafter.check.norms.reading import Compare, Quantity, Reading, Sentence, remembered

_TOLD = 5  # words between a duty and the number that it orders
_ENDS = 3  # words between "erased at the end of" and the time
_TARGET = 3  # words between the verb of a target and its number
_DENIED = 2  # words from "ne" to "peut"
_OPENED = 14  # words between what opens a condition and the number in it
BAND = 10  # words between the least and the most of one range
_OPPOSED = {"least", "above"}, {"most", "below"}
_STOPS = {",", ";", "."}
_LASTING = {"for", "during", "pendant", "durant", "durante"}  # stems ahead of the time for which a thing is forbidden
_BEFORE = {"befor", "prior", "avant", "ante"}  # stems that lead a date: nothing before it, nothing after it or from it on
_AFTER = {"after", "from", "apre", "despu", "depoi", "apos", "desd", "a", "à"}
_SINCE = {
    "after",
    "following",
    "follow",
    "apre",
    "suivant",
    "despu",
    "posterior",
    "depoi",
    "apos",
}  # behind a time
_CASES = {"for", "para", "pour"}  # stems ahead of the case that a number holds for
_NAMED = 7  # words that name such a case
TIMES = {"days", "months"}
_HEAD = 4  # words from its start within which a sentence names its class, and around what tells it from others
EXCEPTION = 25  # words behind "except" within which a number belongs to the exception


@remembered
def penal(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number is that of a penalty."""
    return any(-6 <= mark.first - one.last <= 1 or abs(mark.first - one.first) <= 6 for mark in sentence.of("penalty"))


def excepted(sentence: Sentence, place: int) -> bool:
    """Whether a word stands in an exception of its sentence: behind "except", before the next comma.

    "Except that no permit shall be for more than six months" rules itself, and excepts nothing from its own limit.
    """
    limits = [mark for name in ("below", "above", "at_most") for mark in sentence.of(name)]
    for mark in sentence.of("exception"):
        if any(mark.first < one.last and one.first < mark.last for one in limits):
            continue  # "à moins de douze milles" is a distance
        if any(mark.last <= one.first < place for name in ("prohibition", "duty") for one in sentence.of(name)):
            continue
        if 0 <= place - mark.last <= EXCEPTION and not any(word.stem in _STOPS for word in sentence.words[mark.last : place]):
            return True
    return False


@remembered
def forbids(sentence: Sentence, one: Quantity) -> bool:
    """Whether a sentence forbids what passes a number: a prohibition ahead of it, a subject that nobody is ("No person shall"),
    what is void or an offence behind it, or an age under which nobody may."""
    if any(mark.first <= 1 for mark in sentence.of("negation")):
        return True
    if any(mark.first <= one.first for mark in sentence.of("prohibition")):
        return True
    behind = [mark for mark in sentence.of("consequence") if mark.first >= one.last]
    if behind and not any(one.last <= mark.first < behind[0].first for mark in sentence.of("duty")):
        return one.compare in ("above", "below")
    young = one.compare == "below" and one.unit == "year"
    return young and any(mark.first >= one.last for mark in sentence.of("prohibition"))


@remembered
def ruled(sentence: Sentence, one: Quantity) -> Compare:
    """Return what a sentence makes of a number: a limit from above or below, or a value from which on its rule applies."""
    compare = one.compare
    if told := _before_all(sentence, one):
        return told
    if compare == "most":  # "no drone shall fly within five kilometres"
        if _closes(sentence, one):
            return "below"
        if one.scale in TIMES and _runs_on(sentence, one) and forbids(sentence, one):
            return "least"  # "may not act until two years after", "shall not be sold within five years after"
        distance = one.scale == "metres" and sentence.has("prohibition") and sentence.has("inside")
        return "least" if distance else "most"
    if compare == "exact" and one.scale == "metres" and sentence.has("prohibition") and _inside(sentence, one):
        return "least"  # "shall not be granted in respect of waters inside twelve miles"
    if compare == "exact":
        lead = _leading_case(sentence, one)
        return lead.compare if lead else _bare(sentence, one)
    if compare == "least":
        return "above" if opens(sentence, one) else "least"
    if forbids(sentence, one) or (one.scale == "metres" and sentence.has("prohibition")):
        return "most" if compare == "above" else "least"  # "shall not hold more than", "no child below fifteen"
    allows = sentence.has("permission", "exempt", "exception") or sentence.of("gate_link")
    if compare == "below" and allows and not sentence.has("duty"):
        return "most"  # "a licence is granted where strangers hold less than one third"
    return "least" if compare == "above" and _told(sentence, one) else compare


def _before_all(sentence: Sentence, one: Quantity) -> Compare | None:
    """Return what a number is that counts a lead, or tells for which things a rule is."""
    if _ahead(sentence, one):
        return "least"
    return "below" if one.compare == "most" and _of_a_class(sentence, one) else None


def _ahead(sentence: Sentence, one: Quantity) -> bool:
    """Whether a time is the least by which something comes ahead of something else: "sixty days prior to", "no later than ten
    days before"; not "within ten days before", nor what is forbidden in that time."""
    if one.scale not in TIMES or forbids(sentence, one):
        return False
    if not any(0 <= mark.first - one.last <= 1 for mark in sentence.of("lead_time")):
        return False
    latest = any(0 <= one.first - mark.last <= 1 for mark in sentence.of("latest"))
    return one.compare == "exact" or (one.compare == "most" and latest)


def _of_a_class(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number tells for which things a rule is: "any tender that is planned for at most nine months is awarded"."""
    heads = [mark for mark in sentence.of("whoever") if mark.first <= _HEAD]
    opened = [mark for mark in sentence.of("opening") if heads and heads[0].last <= mark.first <= heads[0].last + _HEAD]
    if not opened or one.first < opened[0].last:
        return False
    verbs = [mark.first for name in ("duty", "being", "prohibition", "permission") for mark in sentence.of(name)]
    ahead = [at for at in verbs if opened[0].last <= at < one.first]
    stops = any(word.stem in _STOPS for word in sentence.words[opened[0].last : one.first])
    return bool(ahead) and any(one.last <= at <= one.last + _HEAD for at in verbs) and not stops


def _inside(sentence: Sentence, one: Quantity) -> bool:
    """Whether a distance follows "inside" or "within"."""
    return any(0 <= one.first - mark.last <= 1 for mark in sentence.of("inside"))


@remembered
def opens(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number tells to whom or when a rule applies: behind words of a condition or of a class, ahead of the duty.

    "Contracts touching 1,000 or more persons shall be registered": who may, by contrast, has to reach what is named.
    """
    rows = [(mark.first, name) for name in ("duty", "prohibition", "permission") for mark in sentence.of(name)]
    behind = min((row for row in rows if row[0] >= one.last), default=(0, "permission"))
    if behind[1] == "permission" or sentence.has("exclusive"):
        return False
    leads = [mark.last for mark in sentence.of("opening") if 0 <= one.first - mark.last <= _OPENED]
    return bool(leads) and not any(max(leads) <= first < one.first and _rules(sentence, first, name) for first, name in rows)


def _rules(sentence: Sentence, place: int, name: str) -> bool:
    """Whether a modal verb rules: "a period which shall not be less than", "un délai qui ne peut être inférieur à"."""
    denied = any(0 <= place - mark.first <= _DENIED for kind in ("not", "negation") for mark in sentence.of(kind))
    return name != "permission" or denied


def _runs_on(sentence: Sentence, one: Quantity) -> bool:
    """Whether a time runs from something: "two years after"."""
    return one.last < len(sentence.words) and sentence.words[one.last].stem in _SINCE


def _closes(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number is the upper end of a range that tells to whom a rule applies: "persons between 15 and 18"."""
    low = bands(sentence).get(one.first, one.first)
    return low < one.first and any(opens(sentence, other) for other in sentence.quantities if other.first == low)


@remembered
def bands(sentence: Sentence) -> dict[int, int]:
    """Return for each end of a range ("not less than one nor more than three") the place of the other end."""
    found: dict[int, int] = {}
    for low, high in pairwise(sentence.quantities):
        opposed = any(low.compare in one and high.compare in other for one, other in (_OPPOSED, _OPPOSED[::-1]))
        if low.scale == high.scale and opposed and high.first - low.last <= BAND:
            found |= {low.first: high.first, high.first: low.first}
    return found


def _bare(sentence: Sentence, one: Quantity) -> Compare:
    """Return what a number without words of limit is: the least of a right ("is entitled to"), of a target ("reach a third"),
    of how often a thing is done, or of a time for which it is forbidden; the most of a permission."""
    if one.scale == OFTEN or any(0 <= one.first - mark.last <= _TARGET for mark in sentence.of("target")):
        return "least"
    if any(mark.first <= one.first for mark in sentence.of("right")):
        return "least"
    if one.scale in TIMES and any(mark.first <= one.first for mark in sentence.classes.get("rest_leave", ())):
        return "least"  # leave of so many days is what a worker has at least
    if one.scale in TIMES and any(0 <= one.first - mark.last <= _ENDS for mark in sentence.of("ends_after")):
        return "most"  # "shall be erased at the end of five years"
    if one.scale in TIMES and one.first and sentence.words[one.first - 1].stem in _LASTING and forbids(sentence, one):
        return "least"
    allowed = sentence.has("permission") and not sentence.has("duty", "prohibition")
    return "most" if allowed and any(mark.first <= one.first for mark in sentence.of("permission")) else "exact"


@remembered
def lasting(sentence: Sentence, one: Quantity) -> bool:
    """Whether a time is that for which an office is held, or something is valid: nobody promises a longer one."""
    return one.scale in TIMES and any(0 <= one.first - mark.last <= 1 for mark in sentence.of("lasting_for"))


def _told(sentence: Sentence, one: Quantity) -> bool:
    """Whether a duty leads straight to the number, no condition between: "shall hold more than half of the shares"."""
    told = max((mark.last for mark in sentence.of("duty") if mark.last <= one.first), default=-99)
    return one.first - told <= _TOLD and not any(told <= mark.first < one.first for mark in sentence.of("gate_link"))


@remembered
def cases(sentence: Sentence) -> dict[int, frozenset[str]]:
    """Return, for each number that holds for a case of its own ("ten years for radio and fifteen for television"), by its place
    the keys and stems that name its case and no other's."""
    rows: dict[int, set[str]] = {}
    for one, after in zip(sentence.quantities, (*sentence.quantities[1:], None), strict=True):
        words = sentence.words[one.last : after.first if after else len(sentence.words)]
        if words and words[0].stem in _CASES:
            stop = next((place for place, word in enumerate(words) if word.stem in _STOPS), len(words))
            named = words[1 : min(stop, _NAMED)]
            rows[one.first] = {name for word in named if word.weight for name in (word.stem, word.key) if name}
    others = {place: set().union(*(names for other, names in rows.items() if other != place)) for place in rows}
    return {place: frozenset(names - others[place]) for place, names in rows.items()} if len(rows) > 1 else {}


def _leading_case(sentence: Sentence, one: Quantity) -> Quantity | None:
    """Return the first of the numbers that hold for cases of their own, where it has words of limit that hold for all of them:
    "a term of ten years for radio and fifteen for television"."""
    known = cases(sentence)
    lead = next((other for other in sentence.quantities if other.first == min(known, default=-1)), None)
    limit = lead is not None and lead.compare in ("most", "least") and lead.scale == one.scale
    return lead if limit and one.first in known else None


@remembered
def _spoken(clause: Reading) -> frozenset[str]:
    """Return every stem and key of a clause."""
    return frozenset(name for one in clause.sentences for name in (*one.stems, *one.keys))


def of_other_case(clause: Reading, law: Sentence, theirs: Quantity) -> bool:
    """Whether a number of the law holds for another case than the clause's, which names one of the others."""
    known = cases(law)
    if theirs.first not in known:
        return False
    said = {name for name, words in known.items() if words & _spoken(clause)}
    return theirs.first not in said and bool(said)


def dated(sentence: Sentence, one: Quantity, first: float, last: float) -> tuple[Compare, float]:
    """Return how a law means a date that lasts from `first` to `last`, and until when.

    What is forbidden before a day may begin with it; what is forbidden after a year or from a day on is over by then.
    """
    lead = sentence.words[one.first].stem
    if not any(mark.first <= one.first for name in ("prohibition", "negation") for mark in sentence.of(name)):
        return one.compare, last
    if lead in _BEFORE:
        return "least", last
    if lead in _AFTER and one.compare != "most":
        return "most", last if one.compare == "exact" else first - 1
    return one.compare, last
