"""What a text frees from (tax, fee, visa, suit): a clause frees ("exempt", "pays no rate"); a law bars that or orders it."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.kinds.actors import STOPS, unbroken
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered

REACH = 8  # words around words of freeing within which stands what one is freed from
PAYING = 4  # words between "not" and "pay"
OF = 4  # words between "free of" and the charge
BARRED = 8  # words between a denial and the freeing that it bars
LAW = 5  # words between "exemption" and the law that one is freed of
WAIVED_BEHIND = 14  # words from an immunity to the verb that gives it up
SUPPOSED = 3  # words between "if" and the denial that is part of the case
BACK = 10  # words between "withdraw" and the favour
RELIEF = 3  # the same for a word that frees only beside a denial: "no relief", "sin dispensa"
ORDERED, AHEAD = 16, 60  # words between a favour and the order that grants it, and where the order stands ahead of it
DENIAL = 2  # words between a denial and the verb that it denies: "does not extend to", "s'étend ni aux"
WITHOUT = frozenset({"without", "sans", "sin", "sem"})  # "applies without formalities"
ONLY = frozenset({"only", "seul", "sino", "sena"})  # "not only"; "no alcanza sino a", "senão"
MONEY = frozenset({"tax", "customs", "fee"})
GUESTS = frozenset({"immunity"})  # what guests of a State are given as a whole


class Freed(Struct, frozen=True):
    """Words that free from something, with the matters (tax, fee, suit ...) named; of a law, with what bars or orders it."""

    sentence: Sentence
    mark: Mark
    matters: frozenset[str]
    by: Mark


@remembered
def matters(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """Return the matters from which one can be freed that words of a sentence name, wider ones too.

    "Waived" alone says that something is given up and not what: a law on the waiving of taxes is none on immunity.
    """
    known = law.classes()
    given_up = set(sentence.of("waived"))
    found = set[str]()
    for name, marks in sentence.classes.items():
        wide = [one for one in (name, known[name].under) if one and known[one].levied]
        told = (mark for mark in marks if not any(mark.first < one.last and one.first < mark.last for one in given_up))
        if wide and any(first <= mark.first < last for mark in told):
            found.update(wide)
    return frozenset(found)


@remembered
def _levied(sentence: Sentence) -> list[Mark]:
    known = law.classes()
    return sorted(mark for name, marks in sentence.classes.items() if known[name].levied for mark in marks)


@remembered
def frees(sentence: Sentence) -> list[Mark]:
    """Return where a sentence frees: "exempt", "free of the tax", "without duty", "does not pay the fee"."""
    levied = _levied(sentence)
    said = sentence.of("exempt")
    found = [mark for mark in said if not _denied(sentence, mark) and not kept_back(sentence, mark)]
    for head in sentence.of("free_of"):
        near = [mark for mark in levied if 0 <= mark.first - head.last <= OF and unbroken(sentence, head.last, mark.first)]
        near = [] if _denied(sentence, head) or _bounded(sentence, head) else near
        found += [Mark(head.first, mark.last, "exempt") for mark in near[:1]]
    bounds = [one for mark in said for one in _bounds(sentence, mark)]  # "does not include duty", "ne couvre pas les délits"
    for denial in sentence.of("negation"):
        if denial.last - denial.first > 2 or _meets(denial, said) or denial in (*sentence.of("exception"), *bounds):
            continue
        near = [mark for mark in levied if 0 <= mark.first - denial.last <= 2]
        paid = [mark for mark in sentence.of("paying") if 0 <= mark.first - denial.last <= PAYING]
        paid = [one for one in paid if not _noun(sentence, denial, one)]
        paid = [one for one in paid if any(abs(one.first - mark.first) <= REACH for mark in levied)]
        ends = [mark for mark in (*near[:1], *paid[:1]) if unbroken(sentence, denial.last, mark.first)]
        found += [Mark(denial.first, mark.last, "exempt") for mark in ends]
    return found


def _meets(mark: Mark, others: tuple[Mark, ...]) -> bool:
    return any(one.first < mark.last and mark.first < one.last for one in others)


def _noun(sentence: Sentence, denial: Mark, paid: Mark) -> bool:
    """Whether "pay" is what somebody earns: "take no pay"."""
    return paid.first == denial.last and sentence.words[denial.first].stem == "no" and sentence.words[paid.first].stem == "pay"


def given_up(sentence: Sentence, mark: Mark) -> bool:
    """Whether what is waived is an immunity: who gives it up is not freed."""
    return any(
        (-1 <= mark.first - one.last <= 3 and "immunity" in matters(sentence, 0, mark.last + 6))
        or (0 <= one.first - mark.last <= WAIVED_BEHIND and "immunity" in matters(sentence, mark.first, mark.last))
        for one in sentence.of("waived")
    )


def kept_back(sentence: Sentence, mark: Mark) -> bool:
    """Whether words of freeing free nobody: the immunity is given up, or said not to reach somebody ("does not extend to")."""
    return given_up(sentence, mark) or _bounded(sentence, mark)


@remembered
def _bounded(sentence: Sentence, mark: Mark) -> bool:
    return bool(_bounds(sentence, mark))


@remembered
def _bounds(sentence: Sentence, mark: Mark) -> list[Mark]:
    """Return the denials by which words of freeing do not reach somebody; "not only", "ne ... que", "applies without" free."""
    if not _leads(sentence, mark):
        return []
    verbs = [one for one in sentence.of("reaching") if 0 <= one.first - mark.last <= REACH]
    verbs = [one for one in verbs if unbroken(sentence, mark.last, one.first)]
    return [denial for one in verbs for denial in sentence.of("negation") if _keeps_from(sentence, denial, one)]


def _keeps_from(sentence: Sentence, denial: Mark, verb: Mark) -> bool:
    """Whether a denial stands beside a verb of reaching and denies all of it."""
    if not -DENIAL <= denial.first - verb.first <= DENIAL or sentence.words[denial.first].stem in WITHOUT:
        return False
    first, last = min(denial.first, verb.first), max(denial.last, verb.last) + DENIAL
    if any(word.stem in ONLY for word in sentence.words[first:last]):
        return False
    alone = [one for one in sentence.of("exclusive") if one.first == denial.first or one.last - one.first == 1]
    return not any(first <= one.first < last for one in alone)


def _denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether a denial stands right ahead of words that free: "shall not be exempt"."""
    return any(0 <= mark.first - one.last <= 3 for one in (*sentence.of("negation"), *sentence.of("prohibition")))


@remembered
def freed(reading: Reading) -> list[Freed]:
    """Return from what a clause frees."""
    found = []
    for sentence in reading.sentences:
        for mark in frees(sentence):
            named = matters(sentence, mark.first - REACH, mark.last + REACH)
            if named:
                found.append(Freed(sentence, mark, named, mark))
    return found


@remembered
def _around(reading: Reading) -> frozenset[str]:
    """Return the matters of a whole provision."""
    return frozenset(name for one in reading.sentences for name in matters(one, 0, len(one.words)))


@remembered
def _of(reading: Reading) -> frozenset[str]:
    """Return the matters of a provision that frees; an exemption from nothing that is named is one from charges.

    "Privileges and immunities" with nothing further named are those from charges, suits and rules of entry alike.
    """
    named = _around(reading)
    if named and named <= GUESTS:
        return named | MONEY | {"entry_stay", "court", "dispute", "detention", "criminal"}
    return named if named & {*MONEY, "entry_stay", "liability", "court"} else named | MONEY


@remembered
def barred(reading: Reading) -> list[Freed]:
    """Return where a law bars freeing: "no exemption may be granted", "exempt only if listed", "without relief"."""
    found = []
    for sentence in reading.sentences:
        rows = [] if _from_law(sentence) else [row for row in _barring(sentence) if not _agreed(sentence, *row)]
        found += [Freed(sentence, relief, _of(reading), bar) for bar, relief in rows[:1]]
    return found


@remembered
def _barring(sentence: Sentence) -> list[tuple[Mark, Mark]]:
    """Return each denial, ban or "only" that bars words of freeing, with these."""
    bans = [*sentence.of("prohibition"), *sentence.of("penal")]
    turns = tuple(one for one in sentence.of("exception") if one.last - one.first < RELIEF)  # "does not extend to" bars
    bars = [one for one in sentence.of("negation") if not _meets(one, turns)]
    bars = [
        one
        for one in (*bars, *sentence.of("prohibition"), *sentence.of("exclusive"))
        if not _meets(one, sentence.of("below_law"))
    ]
    rows = [(bar, relief) for relief in sentence.of("exempt") for bar in bars if _bars(sentence, bar, relief)]
    near = [(bar, relief) for relief in sentence.of("relief") for bar in bars if 0 <= relief.first - bar.last <= RELIEF]
    rows += [(bar, relief) for bar, relief in near if unbroken(sentence, bar.last, relief.first)]
    return rows + [(bar, out) for out in sentence.of("liability_out") for bar in bans]


@remembered
def _from_law(sentence: Sentence) -> bool:
    """Whether one is freed of a law and not of a charge: "exemptions to the provisions of this Act"."""
    named = any(0 <= noun.first - one.last <= LAW for one in sentence.of("exempt") for noun in sentence.of("law_noun"))
    return named and not matters(sentence, 0, len(sentence.words))


def _agreed(sentence: Sentence, bar: Mark, relief: Mark) -> bool:
    """Whether an agreement is what may free after all: "no exemption save by treaty", "only by an agreement".

    A verb of granting that a denial reaches says the contrary: "no exemption shall be granted by agreement".
    """
    granted = () if bar.name == "exclusive" else sentence.of("act.permit")

    turns = [one.last for one in sentence.of("exception") if one.first >= bar.first and not _meets(one, (relief, bar))]
    turns += [one.last for one in sentence.of("exclusive") if one.first >= bar.first and not _meets(one, granted)]
    agreed = [*sentence.of("treaty"), *sentence.of("instrument"), *sentence.of("by_deal")]
    return any(0 <= one.first - turn <= BARRED for turn in turns for one in agreed)


def _bars(sentence: Sentence, bar: Mark, relief: Mark) -> bool:
    """Whether a denial or "only" governs words of freeing and is no part of them ("shall not be liable to tax")."""
    if bar.first < relief.last and relief.first < bar.last:
        return False
    if _supposed(sentence, bar) or any(0 <= one.first - relief.last <= BARRED for one in sentence.of("other_side")):
        return False
    if bar.last <= relief.first:
        return relief.first - bar.last <= BARRED and unbroken(sentence, bar.last, relief.first)
    return (
        (bar.name == "exclusive" or _leads(sentence, relief))
        and bar.first - relief.last <= BARRED
        and unbroken(sentence, relief.last, bar.first)
    )


def _supposed(sentence: Sentence, bar: Mark) -> bool:
    """Whether a denial only says in which case: "if they are not nationals, they enjoy the privileges"."""
    return bar.name == "negation" and any(0 <= bar.first - one.last <= SUPPOSED for one in sentence.of("opening"))


def _leads(sentence: Sentence, relief: Mark) -> bool:
    """Whether words of freeing are what a rule begins with: "The exemption does not extend to"."""
    start = relief.first
    while start > 0 and sentence.words[start - 1].stem not in STOPS | {")", ","}:
        start -= 1
    return sum(word.weight > 0 for word in sentence.words[start : relief.first]) <= 1


@remembered
def ordered(reading: Reading) -> list[Freed]:
    """Return where a law leaves it to an organ to free: "the Minister may by order exempt"; not where an agreement may."""
    found = []
    for sentence in reading.sentences:
        if sentence.has("prohibition") or _barring(sentence) or _from_law(sentence):
            continue
        agreed = [*sentence.of("treaty"), *sentence.of("instrument")]
        powers = [one for one in sentence.of("power") if not any(0 <= one.first - mark.last <= 3 for mark in agreed)]
        for relief in sorted({*sentence.of("exempt"), *frees(sentence), *sentence.of("relief")}):
            if given_up(sentence, relief) or _taken_back(sentence, relief):
                continue
            near = [one for one in powers if -AHEAD <= one.first - relief.first <= ORDERED]
            if near:
                found.append(Freed(sentence, relief, _of(reading), near[0]))
                break
    return found


def _taken_back(sentence: Sentence, relief: Mark) -> bool:
    """Whether a favour is what an order withdraws or cuts: "may by notification withdraw such of the privileges"."""
    near = [one for one in sentence.of("taking_back") if 0 <= relief.first - one.last <= BACK]
    return any(unbroken(sentence, one.last, relief.first) for one in near)
