"""Which names of a clause are another State's, and where it says that its act is done on that State's ground."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import is_own
from ssc_drafter.check.kinds.nations import RARE, states_named
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered

HEADED = 3  # words behind "the Government of" within which the State is named
ROOT = 4  # letters that a country's name has at least without its last vowels
LONGEST_ENDING = 7  # letters that make a people of a country: Kenya, Kenyan; Lumière, lumiérienne
_OF = frozenset({"of", "de", "du", "da", "do", "del"})
BESIDE = 2  # words between ground and the name of whose it is: "the waters of the Kingdom"
TAXES = ("tax", "customs_duty")
NAME = 4  # words of an organ's name ahead of whose it is: "the minister responsible for finance of Norway"
# Organs of which every State has its own: a law binds those of its State.
ORGANS = frozenset(
    {
        "president", "parliament", "cabinet", "minister", "finance_minister", "foreign_minister", "attorney_general", "auditor",
        "regulator", "central_bank", "local_government", "public_body", "state_officer", "police_officer", "data_authority",
        "customs_officer", "immigration_officer", "inspector", "permanent_secretary", "mp_elected",
    }
)  # fmt: skip
SOLE = (
    "president",
    "parliament",
    "cabinet",
    "finance_minister",
    "foreign_minister",
    "attorney_general",
    "auditor",
    "central_bank",
)
_LEADS = _OF | {"the", "la", "le", "el", "o", "a", "republic", "republiqu", "republica", "kingdom", "royaum", "reino", "stat"}
_STOPS = frozenset({",", ";", ":", "."})
_TO = frozenset(
    {"a", "al", "ao", "au", "aux", "to", "by", "par", "por", "para", "with", "avec", "con", "com", "in", "en", "em"}
)


@remembered
def partners(clause: Reading, state: str) -> frozenset[str]:
    """Return the stems of names that a clause shows to be another State's: "the Government of Orvane", "Orvane's Orvanese".

    A name is one where it stands behind "the Government of" or "the labour code of", where "that country" points back to it, or
    where the clause has the people that is called after it.
    """
    found = set[str]()
    alike: dict[str, set[str]] = {}  # by their first letters: a long clause has many names, and many more words
    for word in (word for sentence in clause.sentences for word in sentence.words if word.weight):
        alike.setdefault(word.stem[:ROOT], set()).add(word.stem)
    for sentence in clause.sentences:
        named = states_named(sentence)  # of a name of two words each is of our State: "South Africa"
        towns = {place for one in sentence.classes.get("local_government", ()) for place in range(one.first, one.last + 1)}
        heads = [one for one in sentence.of("state_head") if towns.isdisjoint(range(one.first, one.last))]
        for head in (*heads, *_laws_of(sentence), *_sole_organs(sentence)):
            places = range(head.last, min(head.last + HEADED, len(sentence.words)))
            words = [sentence.words[place] for place in places if named.get(place) != state]
            found |= {word.stem for word in words if word.capital and word.weight >= RARE}
        for back in sentence.of("that_country"):
            ahead = sentence.words[1 : back.first]
            found |= {word.stem for word in ahead if word.capital and word.weight >= RARE and word.stem not in law.towns()}
        for word in sentence.words:
            others = alike.get(word.stem[:ROOT], ()) if word.capital and word.weight >= RARE else ()
            if any(_people(word.stem, other) for other in others):
                found.add(word.stem)
    return frozenset(stem for stem in found if not is_own(stem, state))


def _people(name: str, other: str) -> bool:
    """Whether a word is of a people called after a country."""
    root = name.rstrip("aeiou")
    return name != other and other.startswith(root) and len(root) >= ROOT and 0 < len(other) - len(root) <= LONGEST_ENDING


def _sole_organs(sentence: Sentence) -> list[Mark]:
    """Return where organs are named of which every State has one: "the minister of finance of" is said of a State."""
    words = sentence.words
    marks = [one for name in SOLE for one in sentence.classes.get(name, ())]
    return [one for one in marks if one.last < len(words) and words[one.last].stem in _OF]


def _laws_of(sentence: Sentence) -> list[Mark]:
    """Return where a sentence speaks of the law of somebody who is named: "the labour code of"."""
    words = sentence.words
    return [one for one in sentence.of("law_noun") if one.last < len(words) and words[one.last].stem in _OF]


def foreign(sentence: Sentence, place: int, clause: Reading, state: str) -> bool:
    """Whether a word names another State than the one whose law is read, or its people."""
    named = states_named(sentence)
    if place in named:
        return named[place] != state
    word = sentence.words[place]
    if word.weight < RARE:
        return False
    return any(word.stem == name or _people(name, word.stem) for name in partners(clause, state))


def _last_named(sentence: Sentence, end: int, clause: Reading, state: str) -> bool:
    """Whether the last place, people, Party or State that is named ahead of a word is another State's, or the other Party."""
    named = states_named(sentence)
    parties = {place for one in sentence.of("who.other_party") for place in range(one.first, one.last)}
    for place in range(end - 1, -1, -1):
        word = sentence.words[place]
        if place in parties:
            return True
        if not word.capital:
            continue
        if foreign(sentence, place, clause, state):
            return True
        if place and (place in named or word.weight >= RARE or word.stem in law.towns()):
            return False
    return False


def _own_town(sentence: Sentence, state: str) -> bool:
    return any(word.capital and law.towns().get(word.stem) == state for word in sentence.words)


def their_ground(sentence: Sentence, clause: Reading, state: str) -> Mark | None:
    """Return where a sentence is on another State's ground: "there" behind its name, "the Norwegian side", its own roads."""
    for mark in (*sentence.of("there"), *sentence.of("own_thing")):
        existing = any(one.first == mark.last for name in ("being", "duty") for one in sentence.of(name))
        if not existing and not _own_town(sentence, state) and _last_named(sentence, mark.first, clause, state):
            return mark
    taxes = [one for name in TAXES for one in sentence.classes.get(name, ())]
    for mark in (*sentence.of("ground_of"), *taxes):
        beside = [mark.first - 1, *range(mark.last, mark.last + 1)]
        if sentence.words[mark.last - 1].stem in _OF or (
            mark.last < len(sentence.words) and sentence.words[mark.last].stem in _OF
        ):
            beside += range(mark.last + 1, mark.last + 1 + BESIDE)
        if any(0 <= place < len(sentence.words) and foreign(sentence, place, clause, state) for place in beside):
            return mark
    return None


def their_organ(sentence: Sentence, clause: Reading, state: str) -> Mark | None:
    """Return where a sentence names an organ of another State: "the ministers of Norway", "the Norwegian central bank"."""
    for mark in bodies_of(sentence.classes):
        if mark.name in ORGANS and _theirs(sentence, mark, clause, state):
            return mark
    return None


def _theirs(sentence: Sentence, organ: Mark, clause: Reading, state: str) -> bool:
    words = sentence.words
    beside = [organ.first - 1] if organ.first and words[organ.first - 1].capital else []  # "como" is no State of the Comoros
    beside += [organ.last] if organ.last < len(words) else []
    for place in range(organ.last, min(organ.last + NAME, len(words))):
        if words[place].stem in _STOPS | _TO:
            break
        if words[place].stem in _OF:
            led = next((one for one in range(place + 1, len(words)) if words[one].stem not in _LEADS), place)
            beside += [led] if words[led].capital else []
    return any(foreign(sentence, place, clause, state) for place in beside)
