"""Whether a term of a draft and one of a law are one, and where a law says what its term means.

The same are two terms where every word of each is one of the other's, across languages by origin, class or act; or where they
have a word in common there and both meanings bound one scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssc_drafter.check.document.scales import numbers, one_side
from ssc_drafter.check.document.terms import Term, terms
from ssc_drafter.check.kinds import definition
from ssc_drafter.check.kinds import term as terms_of_law
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered

KEY = 4  # letters of a key by which two words of one origin are told across languages
FIRST = 8  # words of a sentence within which it says "is"
_RULES = ("permission", "exempt", "duty", "prohibition", "exclusive", "only")
_DENIES = ("negation", "excludes")
DENIED = 2  # words behind "is" within which it is denied: "is not", and no "is an aircraft without a pilot"
QUOTED = re.compile(r"[“\"«]\s*([^”\"»]+?)\s*[”\"»]")


@remembered
def defined(law: Reading) -> tuple[tuple[Sentence, terms_of_law.Term], ...]:
    """Return what the sentences of a law define, each with its sentence: as the comparison reads them, else by quotation marks
    ("«buque pesquero» incluye")."""
    found = [(one, its) for one in law.sentences for its in definition.terms(one)]
    for term in terms(law.text, law.lang, listed=False):
        one = next((one for one in law.sentences if one.start <= term.start < one.end), None)
        if one and not any(sentence is one for sentence, _ in found):
            quoted = next(iter(definition.quoted(one)), (0, 0))
            names = tuple(at for at in range(*quoted) if one.words[at].weight)
            body = tuple(at for at, word in enumerate(one.words) if word.start >= term.body)
            if names and body:
                found.append((one, terms_of_law.Term((names,), names[0], body[0], body)))
    return tuple(found)


def told_what(law: Reading, name: Sentence) -> Iterator[tuple[Sentence, terms_of_law.Term]]:
    """Yield the sentences of a law that begin with as many words as a term of the draft has, or with "are", and say what it is.

    "Members of the family are the spouse and the minor children."
    """
    length = sum(bool(word.weight) for word in name.words)
    for one in law.sentences:
        verbs = [] if one.has(*_RULES) else [mark for mark in one.of("being") if mark.first <= FIRST and not _denied(one, mark)]
        for verb in verbs[:1]:
            telling = [at for at, word in enumerate(one.words) if word.weight and (at < verb.first or verb.first <= 1)]
            at = tuple(telling[:length])
            if len(at) == length and (verb.first <= 1 or not telling[length:]):
                first = max(verb.last, at[-1] + 1)
                yield one, terms_of_law.Term((at,), at[0], first, tuple(range(first, len(one.words))))


def _denied(one: Sentence, verb: Mark) -> bool:
    """Whether a sentence denies what it says behind its "is", or says it of none."""
    return any(mark.first < verb.last + DENIED for name in _DENIES for mark in one.of(name))


def name_of(text: str, term: Term, lang: str) -> Sentence | None:
    """Return a term of the draft as it is written, read by itself."""
    found = QUOTED.match(text, term.start)
    words = text[slice(*found.span(1))] if found else term.words
    return next(iter(read(words, lang).sentences), None)


def one_name(mine: Sentence, theirs: Sentence, names: tuple[int, ...], same: bool) -> bool:
    """Whether two terms are one: each word of either is one of the other's; across languages by its origin or class."""
    places = tuple(at for at, word in enumerate(mine.words) if word.weight)
    if not (places and names):
        return False
    if same:
        return {mine.words[at].stem for at in places} == {theirs.words[at].stem for at in names}
    own, others = [labels(mine, at) for at in places], [labels(theirs, at) for at in names]
    met_by = [any(one & other for other in others) for one in own], [any(one & other for one in own) for other in others]
    return all(map(all, met_by))


def one_count(mine: Sentence, rest: Reading, theirs: Sentence, body: Iterable[int], names: tuple[int, ...]) -> bool:
    """Whether two terms of two languages have a word in common and as many in all, and both meanings bound one scale on one
    side: "light aircraft", "aéronef léger"."""
    places = tuple(at for at, word in enumerate(mine.words) if word.weight)
    if len(places) != len(names) or not any(labels(mine, at) & labels(theirs, other) for at in places for other in names):
        return False
    return one_side([number for sentence in rest.sentences for number in sentence.quantities], numbers(theirs, body))


def labels(sentence: Sentence, place: int) -> set[str]:
    """Return what a word goes by in any language: the beginning of its key, and the classes and acts that it names.

    A vowel that Spanish doubles is told in both ways: "miembro" and "membro".
    """
    named = {
        name
        for marks in (sentence.classes, sentence.acts)
        for name, rows in marks.items()
        if any(one.first <= place < one.last for one in rows)
    }
    key = sentence.words[place].key
    return named | ({key[:KEY], key.replace("ie", "e").replace("ue", "o")[:KEY]} - {""})
