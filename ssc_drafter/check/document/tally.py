"""Numbers of persons and things, areas, catches and stays of several clauses that pass a law's limit only when they are added.

"Dalmira shall send six experts" and, elsewhere, "Dalmira shall provide five more experts" each keep under a limit of ten.
Added is what the law limits as a whole and several clauses promise one beside the other: not what one only says once more,
what takes the place of another, what is for each of several, or what is there at another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from ssc_drafter.check import law as law_words
from ssc_drafter.check.document.adding import NO_MORE_THAN, STRANGERS, Part, Sum
from ssc_drafter.check.document.holding import UNJUDGED, Held, Outcome
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.subjects import title_words
from ssc_drafter.check.document.tallied import FILE, MEASURES, TIMES, Count, counts, kinds_at
from ssc_drafter.check.document.weighing import NO_FEATURES
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.meant import forbids
from ssc_drafter.check.kinds.nations import RARE, states_named
from ssc_drafter.check.norms.reading import Reading, Sentence, remembered
from ssc_drafter.tree.running import Unit

WORKING = frozenset(
    ["staff", "expert", "technician", "engineer", "teacher", "doctor", "nurse", "researcher", "official", "crew", "volunteer"]
)
TAKES_IN = {"staff": WORKING, "persons": WORKING | {"persons", "student", "soldier", "observer"}}
YEAR = "12 months"  # of a number that is one for each year
RARE_ENOUGH = 1.1  # weight above which a word of a limit says for what it is set
MATTER, MATTER_ACROSS = 0.3, 0.1  # share of the words of a limit on time that a clause needs more than
SORT = 0.5  # share of the words of a sort that a clause needs
_YEAR = re.compile(r"(?<![\w.,])20\d\d(?![\w.,]\d)")
SAME_SORT = 0.34  # share of the words of two numbers' sorts from which on they are one


class _Limit(Struct, frozen=True):
    """A limit on a whole: its sentence and number, the kinds it takes in, what it is set for, on whom it is set and when."""

    law: Sentence
    count: Count
    kinds: frozenset[str]
    setting: tuple[int, ...]
    strangers: bool
    all_told: bool
    yearly: bool


def tallied(outcome: Outcome) -> Iterator[Sum]:
    """Yield each limit on a number that clauses pass only together: one for each sentence of law."""
    rows: dict[tuple[str, ...], Held] = {}
    for one in outcome.held:
        rows.setdefault(one.place.key, one)
    promised = [(unit, clause) for unit, clause in outcome.clauses if counts(clause)]
    for one in rows.values() if len(promised) > 1 else ():
        for limit in _limits(one.provision):
            found = _sum(one, limit, _parts(one, limit, promised))
            if found:
                yield found


def _sum(one: Held, limit: _Limit, parts: Sequence[tuple[Part, Count]]) -> Sum | None:
    most, value = limit.count.number.value, sum(part.number.value for part, _ in parts)
    if len(parts) < 2 or value <= most:
        return None
    last = tuple(part for part, _ in parts[-NO_MORE_THAN:])
    unit = last[-1].number.unit
    one_of_it = law_words.scales().get(unit, (unit, 1.0))[1]  # a tonne is 1,000 on the scale of kilograms
    rest = (most - value + last[-1].number.value) / one_of_it
    return Sum(last, value / one_of_it, unit or limit.count.number.scale, (limit.law.start, limit.law.end), rest)


@remembered
def _limits(provision: Reading) -> list[_Limit]:
    """Return what a provision limits as a whole, by number, area, weight or length of stay."""
    found = []
    counted = counts(provision)
    for law in provision.sentences if counted else ():
        most = [one for one in counted.get(law.start, ()) if _is_most(law, one)]
        words, lang = _words(provision, law), provision.lang
        if len(most) != 1 or _of_each(law, words, lang) or _otherwise(words, lang, most[0]):
            continue
        (one,) = most
        if says(FILE, lang, "on_condition", provision.text[law.start : law.words[one.number.first].start]):
            continue  # "where more than ten experts are employed": a case in which something else is ruled
        all_told = says(FILE, lang, "all_told", words) is not None
        if one.number.scale not in TIMES or all_told:
            setting, kinds = _setting(provision, law, one), _allowed(provision, law, one)
            found.append(_Limit(law, one, kinds, setting, _on_strangers(law), all_told, _yearly(words, lang, one)))
    return found


def _is_most(law: Sentence, one: Count) -> bool:
    compare = one.number.compare
    return compare == "most" or (compare == "above" and forbids(law, one.number))


def _yearly(words: str, lang: str, one: Count) -> bool:
    return one.number.per == YEAR or says(FILE, lang, "yearly", words) is not None


def _otherwise(words: str, lang: str, one: Count) -> bool:
    """Whether a number is one for each day, month or person."""
    return one.number.per not in ("", YEAR) or says(FILE, lang, "otherwise", words) is not None


def _on_strangers(law: Sentence) -> bool:
    return STRANGERS in law.classes or law.has("another_state", "of_another")


def _words(text: Reading, sentence: Sentence) -> str:
    return text.text[sentence.start : sentence.end]


def _of_each(law: Sentence, words: str, lang: str) -> bool:
    """Whether a limit is one of each ("no employer"), and not of the whole that a draft is ("no project")."""
    limits = {place for mark in law.of("at_most") for place in range(mark.first, mark.last)}  # "no more than" is nobody
    whoever = [role for role in law.roles if role.kind == "whoever" and role.first not in limits]
    whole = says(FILE, lang, "one_whole", words) is not None
    return (bool(whoever) and not whole) or says(FILE, lang, "each", words) is not None


def _allowed(provision: Reading, law: Sentence, one: Count) -> frozenset[str]:
    """Return the kinds that a limit takes in; of "persons" those that the sentence names beside ("the personnel")."""
    kinds = one.kinds
    if "persons" in kinds and any("staff" in kinds_at(provision, law, place) for place in range(len(law.words))):
        kinds = kinds - {"persons"} | {"staff"}
    return kinds.union(*(TAKES_IN.get(name, frozenset({name})) for name in kinds))


def _setting(provision: Reading, law: Sentence, one: Count) -> tuple[int, ...]:
    """Return the words of a limit that say for which place, trade or act it is set."""
    own = {*one.head, *one.sort, *range(one.number.first, one.number.last)}
    marks = (*law.classes.get(STRANGERS, ()), *law.of("another_state"), *law.of("of_another"))
    beside = (range(mark.first - 1, mark.last + 1) for mark in marks)  # "foreign companies": on whom it is set
    own.update(chain.from_iterable(beside))
    least = 0.0 if one.number.scale in TIMES else RARE_ENOUGH
    found = []
    for place, word in enumerate(law.words):
        text = provision.text[word.start : word.end]
        if word.weight > least and place not in own and not says(FILE, provision.lang, "setting", text):
            found.append(place)
    return tuple(found)


def _parts(one: Held, limit: _Limit, promised: Sequence[tuple[Unit, Reading]]) -> list[tuple[Part, Count]]:
    """Return what clauses promise of what is limited, each within it, in the order of the draft."""
    found: list[tuple[Part, Count]] = []
    foreign = not limit.strangers
    for unit, clause in sorted(promised, key=lambda row: row[0].start):
        for sentence in clause.sentences:
            count = _count(clause, sentence, limit)
            whose = _stranger(one, clause, sentence, count) if count and limit.strangers else None
            if count is None or whose is False or not _about(one, limit, unit, clause, sentence, count):
                continue
            held = Held(unit, clause, one.place, one.provision, UNJUDGED, 0.0, NO_FEATURES)
            part = Part(held, sentence, count.number)
            if all(_beside(other, (part, count)) for other in found):
                found.append((part, count))
                foreign = foreign or whose is True
    return found if foreign else []


def _count(clause: Reading, sentence: Sentence, limit: _Limit) -> Count | None:
    """Return the one number of a sentence that may be added to others."""
    words, lang = _words(clause, sentence), clause.lang
    alike = [one for one in counts(clause).get(sentence.start, ()) if one.number.scale == limit.count.number.scale]
    if limit.kinds:
        alike = [one for one in alike if one.kinds & limit.kinds]
    if len(alike) != 1 or alike[0].told or alike[0].number.compare == "below":
        return None
    if alike[0].number.value > limit.count.number.value:
        return None  # the clause passes the limit by itself, which is told where it is held against it
    if any(says(FILE, lang, entry, words) for entry in ("instead", "each")) or sentence.has("prohibition", "not"):
        return None
    if _otherwise(words, lang, alike[0]) or _yearly(words, lang, alike[0]) != limit.yearly:
        return None
    if not limit.all_told and (says(FILE, lang, "in_turn", words) or _YEAR.search(words)):
        return None
    return alike[0]


def _about(one: Held, limit: _Limit, unit: Unit, clause: Reading, sentence: Sentence, count: Count) -> bool:
    """Whether a number is of what the law limits: the same noun, the same sort of it, the place or trade it is set for."""
    law, same = limit.law, clause.lang == one.provision.lang
    if not limit.kinds and limit.count.head and not met(law, limit.count.head, sentence, count.head, same).share:
        return False
    everything = range(len(sentence.words))
    asked = [place for place in limit.count.sort if not _of_strangers(law, place)]
    said = count.sort if limit.count.number.scale in MEASURES else everything
    if asked and met(law, tuple(asked), sentence, said, same).share < SORT:
        return False
    time = limit.count.number.scale in TIMES  # many things last: a time is told by its matter alone
    least = (MATTER if same else MATTER_ACROSS) if time else 0.0
    return not limit.setting or met(law, limit.setting, sentence, everything, same).share > least


def _of_strangers(law: Sentence, place: int) -> bool:
    return any(mark.first <= place < mark.last for mark in law.classes.get(STRANGERS, ()))


def _beside(other: tuple[Part, Count], one: tuple[Part, Count]) -> bool:
    """Whether a number stands beside another one: it is named as an addition, of another kind or sort, or promised anew."""
    (first, before), (later, count) = other, one
    if count.more:
        return True
    if count.number.scale in TIMES:
        return False
    if before.kinds and not before.kinds & count.kinds:
        return True
    if _sorts_apart(first.sentence, before, later.sentence, count):
        return True
    both = [_words(part.held.clause, part.sentence) for part in (first, later)]
    promised = all(says(FILE, first.held.clause.lang, "given", words) for words in both)
    return promised and (count.number.value != before.number.value or _new_name(first.sentence, later.sentence))


def _new_name(first: Sentence, later: Sentence) -> bool:
    new = {word.stem for word in later.words if word.capital and word.start > later.start and word.weight}
    return bool(new - first.stems.keys())


def _sorts_apart(first: Sentence, before: Count, later: Sentence, count: Count) -> bool:
    one, two = (
        {sentence.words[place].stem for place in which.sort if sentence.words[place].weight}
        for sentence, which in ((first, before), (later, count))
    )
    return bool(one and two) and len(one & two) <= SAME_SORT * min(len(one), len(two))


def _stranger(one: Held, clause: Reading, sentence: Sentence, count: Count) -> bool | None:
    """Whether what is counted comes from another State: by the name behind its noun, else the first name of the sentence."""
    owner = next(iter(_names(one, sentence, _behind(count))), None)
    if owner is None:
        owner = next(iter(_names(one, sentence, range(len(sentence.words)))), None)
    if owner is None and STRANGERS in sentence.classes:
        return True
    return owner


def _behind(count: Count) -> range:
    last = max((*count.head, count.number.last - 1))
    return range(last + 1, last + 4)


def _names(one: Held, sentence: Sentence, places: range) -> Iterator[bool]:
    """Yield of the names among some words whether they are of another State than the law's."""
    named = states_named(sentence)
    state = one.place.instrument.country.upper()
    own = {stem for row in one.provision.sentences for stem in row.stems}
    own |= title_words(one.place.instrument.title, one.provision.lang).keys()
    marked = {place for mark in sentence.of("another_state") for place in range(mark.first, mark.last)}
    for place in places:
        if place >= len(sentence.words):
            return
        word = sentence.words[place]
        if place in named:
            yield named[place] != state
        elif place in marked:
            yield True
        elif word.capital and word.weight >= RARE:
            yield not any(word.stem.startswith(name[:5]) for name in own if len(name) >= 5)
