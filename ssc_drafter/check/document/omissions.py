"""What a law says every agreement of this sort shall contain, and the draft does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.check.candidates import Index, Place, known
from ssc_drafter.check.document.bodies import body_of
from ssc_drafter.check.document.phrases import entries, flat, listed, pattern, says
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, remembered
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.check.pairs import families

FILE, MATTERS = "omission", "matters"
MATTER = 0.75  # share of the words of a known matter, whose other wordings are known too
REST = 2.0  # weight of the words that a content has beside the matter that it names, from which it asks for more
_LEAD = 40  # signs at the beginning of a sentence within which the agreement has to be named
_AHEAD = 12  # signs ahead of the verb of a content, or of "a clause on"
_REACH = 90  # signs between the agreement and the verb that commands a content
FOUND, ACROSS = (
    0.45,
    0.3,
)  # share of the weight of a content's words that a clause has where it is that content; across languages
ROOT = 5  # letters from which the beginning of a word stands for it
_OR = {"en": r"\sor\s", "fr": r"\sou\s", "es": r"\s[ou]\s", "pt": r"\sou\s"}
_JOINED = re.compile(r",?\s(?:and|et|y|e|doit|doivent|deberá|deverá)(?:\s(?:doit|doivent|deberá|deverá))?\s*\Z")
_ELIDED = re.compile(r"^(?:l|d|qu)['’]")
_MEMORANDUM = re.compile(r"memor[aá]nd|m[ée]mor[aâ]nd", re.IGNORECASE)
_PARTS = re.compile(
    r"\s(?:and|et|y|e)\s(?=(?:shall|for|a|an|the|le|la|les|un|une|el|los|o|os|as|doit|prevoit)\s)|;\s|,\s(?=and\s)"
)


class Demanded(Struct, frozen=True):
    """A sentence that demands contents of agreements, with the contents one by one, as places in the provision's body."""

    place: Place
    start: int
    end: int
    contents: tuple[tuple[int, int], ...]


_Row = tuple[int, int, int, tuple[tuple[int, int], ...]]


def demanded(index: Index, title: str) -> list[Demanded]:
    """Return the sentences that say what an agreement such as the draft has to contain."""
    entry = "memorandum" if is_memorandum(title) else "any"
    rows = index.fact(f"contents-{entry}", lambda places: list(_rows(places, entry)), list[_Row])
    return [Demanded(index.places[number], start, end, found) for number, start, end, found in rows]


def _rows(places: Sequence[Place], entry: str) -> Iterator[_Row]:
    for number, place in enumerate(places):
        lang, body = place.instrument.lang, body_of(place)
        if says(FILE, lang, entry, body) is None or says(FILE, lang, "contains", body) is None:
            continue
        for start, end in sentence_spans(body):
            found = _contents(body, start, end, lang, entry)
            if found:
                yield number, start, end, found


def is_memorandum(title: str) -> bool:
    """Whether a title is that of a memorandum, which binds nobody in international law."""
    return _MEMORANDUM.search(title) is not None


def names_agreements(sentence: str, lang: str, *, of_any_sort: bool = True) -> bool:
    """Whether a sentence of law begins with agreements, of every sort or of any."""
    found = says(FILE, lang, "any", sentence)
    if found is None or found[0] > _LEAD or sentence[found[1] : found[1] + 1] == "-":
        return False  # "les accords-cadres"
    return not (of_any_sort and _narrowed(sentence[found[1] :]))


def names_memoranda(sentence: str, lang: str) -> bool:
    """Whether a sentence of law begins with memoranda."""
    found = says(FILE, lang, "memorandum", sentence)
    return found is not None and found[0] <= 2 * _LEAD


@remembered
def subject_sort(provision: Reading, span: tuple[int, int]) -> str:
    """Return "any" or "memorandum" where a provision's sentence (that of a span) is about such instruments, else nothing."""
    for sentence in provision.sentences:
        if sentence.start <= span[0] < sentence.end:
            words = provision.text[sentence.start : sentence.end]
            for entry in ("memorandum", "any"):
                found = says(FILE, provision.lang, entry, words)
                if found and found[0] <= _LEAD:
                    return entry
    return ""


def _contents(body: str, start: int, end: int, lang: str, entry: str) -> tuple[tuple[int, int], ...]:
    sentence = body[start:end]
    subject = says(FILE, lang, entry, sentence)
    if subject is None or subject[0] > _LEAD or _narrowed(sentence[subject[1] :]):
        return ()
    verb = says(FILE, lang, "contains", sentence)
    if verb is None or not 0 <= verb[0] - subject[1] <= _REACH:
        return ()
    more = [found.start() for found in pattern(FILE, lang, "contains").finditer(flat(sentence), verb[1])]
    joined = (_JOINED.search(sentence, verb[1], place) for place in more)
    cuts = {verb[1], len(sentence), *(one.start() for one in _PARTS.finditer(sentence, verb[1]))}
    cuts |= {one.start() for one in joined if one}
    return tuple((start + one, start + other) for one, other in pairwise(sorted(cuts)) if other - one > 8)


def _narrowed(after: str) -> bool:
    """Whether the agreement is one of a certain sort only: what stands between it and its verb names another class.

    An agreement of cooperation is none: every agreement of ours is one.
    """
    return bool(re.match(r"\s+(?:between|entre|with|of|de|for|para|pour)\s+(?!co-?op)", after))


def omitted(
    found: Iterable[Demanded], clauses: Sequence[Reading], whole: str, lang: str, title: str = ""
) -> Iterator[Demanded]:
    """Return the demands of which a content is nowhere in the draft, each with those contents alone.

    A demand on agreements of one subject ("on fisheries cooperation") is none on a draft that has no word of it.
    """
    texts = (read(title, lang), *clauses)
    for one in found:
        if not _concerned(one, texts):
            continue
        body = body_of(one.place)
        missing = tuple(span for span in one.contents if not _there(body[span[0] : span[1]], one, clauses, whole, lang))
        if missing:
            yield Demanded(one.place, one.start, one.end, missing)


def _concerned(one: Demanded, texts: Sequence[Reading]) -> bool:
    """Whether the draft is of the subject to which a demand narrows the agreements that it speaks of, if it narrows them."""
    place = one.place
    sentence = body_of(place)[one.start : one.contents[0][0]]
    found = says(FILE, place.instrument.lang, "any", sentence)
    verb = says(FILE, place.instrument.lang, "contains", sentence)
    if found is None or verb is None or is_memorandum(sentence):
        return True
    narrowed = _without(sentence[found[1] : verb[0]], listed(FILE, place.instrument.lang, "general"))
    subject = read(narrowed, place.instrument.lang)
    words = {(word.stem, word.key) for part in subject.sentences for word in part.words if word.weight}
    classes = {name for part in subject.sentences for name in families(part)}
    return not words or any(_named(words, classes, text, text.lang == subject.lang) for text in texts)


def _without(text: str, beginnings: Sequence[str]) -> str:
    """Return the words of a text but those that begin so."""
    words = ((word, _ELIDED.sub("", flat(word.strip(" ,.;:()")))) for word in text.split())
    return " ".join(word for word, folded in words if not folded.startswith(tuple(beginnings)))


def _named(words: set[tuple[str, str]], classes: set[str], text: Reading, same: bool) -> bool:
    """Whether a text has one of some words, or something of their classes."""
    return any(
        not classes.isdisjoint(families(part))
        or any(stem in part.stems if same else key and key in part.keys for stem, key in words)
        for part in text.sentences
    )


def has(content: str, one: Demanded, clauses: Sequence[Reading], lang: str) -> bool:
    """Whether some clauses have a content that a law demands."""
    return _there(content, one, clauses, "", lang)


def _there(content: str, one: Demanded, clauses: Sequence[Reading], whole: str, lang: str) -> bool:
    """Whether the draft has a content, or one of those that the law leaves to choose from."""
    theirs = one.place.instrument.lang
    parts = [bare(part, theirs) for part in re.split(_OR[known(theirs)], content)]
    return any(_one_there(part, theirs, (*clauses, read(whole, lang))) for part in parts)


def bare(content: str, lang: str) -> str:
    """Return a content without the verb that commands it and without "a clause on"."""
    for entry in ("contains", "frame"):
        found = says(FILE, lang, entry, content)
        if found and found[0] <= _AHEAD:
            content = content[found[1] :]
    return content


def _one_there(content: str, lang: str, clauses: Sequence[Reading]) -> bool:
    asked = _matters(content, lang)
    if asked and any(says(MATTERS, clause.lang, f"{name}_said", clause.text) for clause in clauses for name in asked):
        return True
    wanted = read(content, lang)
    weights = {word.stem: (word.key, word.weight) for sentence in wanted.sentences for word in sentence.words if word.weight}
    if sum(weight for _, weight in weights.values()) < 1.5:
        return not asked  # nothing that could be looked for
    names = {name for sentence in wanted.sentences for name in families(sentence)}
    for clause in clauses:
        same = wanted.lang == clause.lang
        if _share(weights, names, clause, same) >= (MATTER if asked else FOUND if same else ACROSS):
            return True
    return False


@lru_cache(maxsize=1_000)
def _matters(content: str, lang: str) -> tuple[str, ...]:
    """Return the matters of agreements that a content names where it names little else: how clauses say them is known."""
    names = (name for name in entries(MATTERS, lang) if not name.endswith("_said"))
    return tuple(name for name in names if (at := says(MATTERS, lang, name, content)) and _little(content, at, lang))


def _little(content: str, at: tuple[int, int], lang: str) -> bool:
    """Whether a content says little beside the matter named in it ("an audit", not "an audit by the Auditor-General")."""
    rest = (content[: at[0]], re.sub(r"^\w+", "", content[at[1] :]))
    return sum(word.weight for part in rest for one in read(part, lang).sentences for word in one.words) < REST


def _share(weights: dict[str, tuple[str, float]], names: set[str], clause: Reading, same: bool) -> float:
    """Return how much of the content's words, or of its classes, a clause has."""
    stems = {stem for sentence in clause.sentences for stem in sentence.stems}
    keys = {key for sentence in clause.sentences for key in sentence.keys}
    got = sum(w for stem, (key, w) in weights.items() if (same and _met(stem, stems)) or (key and key in keys))
    share = got / sum(weight for _, weight in weights.values())
    classes = {name for sentence in clause.sentences for name in families(sentence)}
    least = 2 if same else 1  # across languages few words are written alike: what both name is enough
    return max(share, len(names & classes) / len(names) if len(names) >= least else 0.0)


def _met(stem: str, stems: set[str]) -> bool:
    """Whether a stem is among others, or one that it begins with, or that begins with it: settlement, settled."""
    if stem in stems:
        return True
    longer = (one for one in stems if len(one) >= ROOT and len(stem) >= ROOT)
    return any(one.startswith(stem) or stem.startswith(one) for one in longer)
