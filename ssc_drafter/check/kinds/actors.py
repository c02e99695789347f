"""Who may act in a text: names of organs, joint bodies, companies (law/organs.toml), and the bodies that the text creates."""

from __future__ import annotations

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered
from ssc_drafter.check.norms.roles import name_of

MOST = 80  # acts, and actors, that are told apart in a sentence: a list without end costs no more than its length
CREATED = 16  # words between the words of creation and the body created
STOPS = {";", ":", "."}
_VAGUE = {"investor", "data_controller", "joint_body"}  # classes of which a word means much else: "operating", "coordinates"
_WHO = ("public", "joint", "private", "other_party", "party")
ALIEN = "alien"  # "foreign governments", "a foreign bank": no organ of the State whose law is read
_WHO_DOES = {"who", "which", "qui", "quien"}


class Holder(Struct, frozen=True):
    """One who acts: the words of the name, what kind of actor it is, and the classes of body that the name shows."""

    first: int
    last: int
    head: int
    kinds: frozenset[str]
    bodies: frozenset[str]


@remembered
def holders(sentence: Sentence, lang: str) -> list[Holder]:
    """Return all those who may act in a sentence, in order."""
    by = law.names(lang)
    marks = [mark for name in (*_WHO[:3], "party") for mark in sentence.of(f"who.{name}")]
    written = {mark.first for mark in marks}
    marks += [mark for mark in bodies_of(sentence.classes) if mark.name not in _VAGUE]
    longest: dict[int, int] = {}
    for mark in marks:
        longest[mark.first] = max(mark.last, longest.get(mark.first, 0))
    found: list[Holder] = []
    end = 0
    for first, last in sorted(longest.items()):
        if len(found) == MOST:
            break
        if first < end or (
            first not in written and any(agent.first == last for agent in sentence.of("agent"))
        ):  # "présidée par"
            continue
        while last in longest:  # "comité mixte", "mission conjointe"
            last = longest[last]
        start = first
        while lang == "en" and start > 1 and sentence.words[start - 1].capital and sentence.words[start - 1].weight:
            start -= 1
        end = _end(sentence, last, name_of(sentence.words, first, last, by), by)
        found.append(_holder(sentence, start, first, end))
    return found


def _end(sentence: Sentence, least: int, end: int, by: law.Names) -> int:
    """Return where a name ends that stops short of the next act: "Congreso Nacional | las decisiones"."""
    ties = [mark for name, listed in sentence.marks.items() if name.startswith("tie.") for mark in listed]
    end = min([mark.first for mark in (*acts_of(sentence), *ties) if least <= mark.first < end], default=end)
    while end > least and sentence.words[end - 1].stem in by.join | by.articles:
        end -= 1
    return end


def _holder(sentence: Sentence, first: int, head: int, last: int) -> Holder:
    ahead = first
    while ahead > max(0, first - 2) and sentence.words[ahead - 1].stem != "," and sentence.words[ahead - 1].stem not in STOPS:
        ahead -= 1  # "the joint census, the Commission": another name
    reach = range(ahead, last + 3)
    kinds = set()
    for name in _WHO:
        around = range(first, last) if name in ("public", "private", "party") else reach
        if any(mark.first < around.stop and around.start < mark.last for mark in sentence.of(f"who.{name}")):
            kinds.add(name)
    if any(mark.first < last + 1 and first - 1 < mark.last for mark in sentence.of("alien")):
        kinds.add(ALIEN)
    bodies = frozenset(mark.name for mark in bodies_of(sentence.classes) if first <= mark.first < last)
    return Holder(first, last, head, frozenset(kinds), bodies)


@remembered
def made(reading: Reading) -> list[tuple[Sentence, Holder]]:
    """Return the bodies that a text creates."""
    found = []
    for sentence in reading.sentences:
        for mark in (*sentence.of("tie.creates"), *sentence.of("creation")):
            free = [
                one
                for one in holders(sentence, reading.lang)
                if "party" not in one.kinds and one.head not in range(mark.first, mark.last)
            ]
            free = [one for one in free if not hangs(sentence, one, reading.lang)]
            behind = [one for one in free if 0 <= one.first - mark.last <= CREATED]
            ahead = [one for one in free if 0 <= mark.first - one.last <= CREATED]
            found += [(sentence, one) for one in (behind[:1] or ahead[-1:])]
    return found


@remembered
def acts_of(sentence: Sentence) -> list[Mark]:
    """Return the acts that laws give to organs, in order; in "Joint Steering Group" none is done."""
    marks = [mark for name, listed in sentence.marks.items() if name.startswith("act.") for mark in listed]
    return sorted(mark for mark in marks if not _in_name(sentence, mark))[:MOST]


def _in_name(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word with a capital letter stands in mid-sentence beside another one: it is part of a name."""
    words = sentence.words
    if not mark.first or not words[mark.first].capital:
        return False
    return words[mark.first - 1].capital or (mark.last < len(words) and words[mark.last].capital)


@remembered
def other_acts(sentence: Sentence) -> list[Mark]:
    """Return the acts of a sentence that are none of those which laws give to organs."""
    mine = acts_of(sentence)
    every = [mark for marks in sentence.acts.values() for mark in marks]
    every = [one for one in every if sentence.words[one.first].stem not in _LIGHT]
    return [one for one in every if not any(one.first < two.last and two.first < one.last for two in mine)]


def hangs(sentence: Sentence, holder: Holder, lang: str) -> bool:
    """Whether a preposition or "by" governs a name."""
    by, words, place = law.names(lang), sentence.words, holder.first
    behind = [word.stem for word in words[holder.last : holder.last + 2] if word.stem != ","]
    if behind and behind[0] in _WHO_DOES:  # "made known to the Institute, which issues"
        return False
    if any(0 <= place - mark.last <= 2 for mark in sentence.of("agent")):
        return True
    least = max(0, place - 4)
    while place > least and words[place - 1].stem not in by.articles | by.ahead and words[place - 1].stem not in {",", *STOPS}:
        place -= 1
    stepped = place > 0 and words[place - 1].stem in by.articles - by.ahead
    place -= stepped
    ahead = by.ahead | by.articles if stepped else by.ahead  # of two articles the first is none: "a um organismo"
    return place > 0 and words[place - 1].stem in ahead


def plain(sentence: Sentence, first: int, last: int) -> bool:
    """Whether neither a comma nor a stop stands between two places."""
    return all(word.stem not in STOPS and word.stem != "," for word in sentence.words[first:last])


def unbroken(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no stop stands between two places."""
    return all(word.stem not in STOPS for word in sentence.words[first:last])


def telling(sentence: Sentence, places: range) -> list[int]:
    """Return the words that carry weight among some places."""
    return [place for place in places if sentence.words[place].weight]


# Between "by" and the name of one who acts: a preposition or "which" begins another phrase; "seule", "ship's" do not.
_NOT_OF_NAME = frozenset(
    {
        ",",
        *STOPS,
        *["of", "to", "which", "whom", "for", "in", "de", "a", "en", "qui", "que", "quien", "quem", "mayori", "maior"],
    }
)
# "by officers of the Revenue Authority" is by the Authority. Stems of the four languages.
_MEN_OF = frozenset(
    ["memb", "offic", "officer_", "staff", "agent", "servant", "funcionario_", "fonctionnaire_", "membr", "miembr", "integr"]
)
# Verbs that say nothing of what is done: "powers of arrest are exercised by". Stems of the four languages.
_LIGHT = frozenset(
    [
        "exercis",
        "perform",
        "effect",
        "conduct",
        "carr",
        "exerc",
        "proced",
        "effectu",
        "realis",
        "realiz",
        "ejerc",
        "efectu",
        "execut",
    ]
)


def led_by(sentence: Sentence, agent: Mark, holder: Holder) -> bool:
    """Whether the name of one who acts follows "by" with nothing but articles between."""
    between = sentence.words[agent.last : holder.first]
    place = next((at for at, word in enumerate(between[:3]) if word.stem in _MEN_OF), None)
    if place is not None and place + 1 < len(between) and between[place + 1].stem in ("of", "de"):
        between = between[place + 2 :]
    return len(between) <= 4 and not any(word.stem in _NOT_OF_NAME for word in between)
