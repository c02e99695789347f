"""A term that a draft and a law both define: how far the draft's meaning is narrower or wider than the law's.

What tells it is what the draft leaves out in so many words and the law's meaning names ("vaccines are excluded"), a list of the
draft that is a part of the law's list, a point of the draft that the law's meaning has not, or two limits on one scale ("under
fourteen years", "under eighteen years").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ssc_drafter.check.candidates import Place, known
from ssc_drafter.check.document.holding import Held, Link
from ssc_drafter.check.document.leaving import BEHIND, left_out
from ssc_drafter.check.document.one_term import KEY, QUOTED, defined, labels, name_of, one_count, one_name, told_what
from ssc_drafter.check.document.phrases import flat, pattern, says
from ssc_drafter.check.document.scales import LOWER, UPPER, by_number, numbers
from ssc_drafter.check.document.terms import Term, uses
from ssc_drafter.check.kinds import term as terms_of_law
from ssc_drafter.check.kinds.ground import Met, met
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, Sentence, Word
from ssc_drafter.tree.running import Unit

FILE = "linked"
SAID = 0.5  # share of a point that the other side has to have
LONG = 4  # letters of a word that is none of grammar
_JOINED = {"en": "or|and", "fr": "ou|et", "es": "o|u|y|e", "pt": "ou|e"}
_STOP = re.compile(r"[.;,:\n]")


class Parted(Struct, frozen=True):
    """Two meanings of one term: where each stands, the law's sentence and its term, how they part.

    `out` is what the law's meaning names and the draft's leaves out, `further` what the draft's has beyond the law's,
    `more` the same where the two have something in common, too.
    """

    draft: Link
    law: Link
    lang: str
    theirs: Sentence
    term: terms_of_law.Term
    narrower: bool
    wider: bool
    out: tuple[str, ...]
    more: tuple[str, ...]
    further: tuple[str, ...]
    told: bool  # whether what the draft has beyond the law could be told: in one language, or by a number

    def of(self, place: Place) -> bool:
        """Whether a provision is of the law that defines the term."""
        return self.law.place is not None and self.law.place.key[:3] == place.key[:3]


def parted(term: Term, unit: Unit, text: str, rows: Iterable[Held]) -> Iterator[Parted]:
    """Yield the meanings that laws give a term of the draft, out of what the article that defines it is held against."""
    for one in rows:
        lang = one.clause.lang
        name = name_of(text, term, lang)
        same = lang == one.provision.lang
        done: set[int] = set()
        if name is None:
            return
        for theirs, its in (*defined(one.provision), *told_what(one.provision, name)):
            one_term = any(one_name(name, theirs, names, same) for names in its.names)
            if not one_term and not same:
                rest = read(text[term.body : rest_end(text, term, lang)], lang)
                one_term = any(one_count(name, rest, theirs, its.body, names) for names in its.names)
            if theirs.start not in done and one_term:
                done.add(theirs.start)
                yield _compared(term, unit, text, one, theirs, its)


def _compared(term: Term, unit: Unit, text: str, one: Held, theirs: Sentence, its: terms_of_law.Term) -> Parted:
    lang, law = one.clause.lang, one.provision
    outs = tuple(words for words in _outs(text, term, lang) if _law_has(words, lang, theirs, its, law))
    rest = read(text[term.body : rest_end(text, term, lang)], lang)
    silent, more, points = _points_apart(text, term, rest, theirs, its, law)
    less, further = by_number(rest, theirs, its.body)
    further = further or (_any_such(rest, theirs, its.body) and not outs)
    out = (*outs, *silent)
    start, end = theirs.start, theirs.end
    mine = Link("defined_here", text[slice(*_span(text, term))], None, unit, term.start, term.end)
    other = Link(
        "defined",
        law.text[theirs.words[its.names[0][0]].start : theirs.words[its.names[0][-1]].end],
        one.place,
        None,
        start,
        end,
    )
    return Parted(
        mine,
        other,
        law.lang,
        theirs,
        its,
        bool(out) or less,
        bool(more) or further,
        out,
        more,
        points,
        lang == law.lang or less or further or _agreed(rest, theirs, its.body),
    )


def _span(text: str, term: Term) -> tuple[int, int]:
    found = QUOTED.match(text, term.start)
    return found.span(1) if found else (term.start, term.body)


def _outs(text: str, term: Term, lang: str) -> Iterator[str]:
    """Yield what a definition says that its term leaves out, behind or ahead of the words that say so."""
    found = left_out(text, term, lang)
    if found and not any(uses(text[slice(*found)], (term.words,))):
        yield " ".join(text[slice(*found)].split())
    for place in pattern(FILE, lang, "left_behind").finditer(flat(text), term.body, min(len(text), term.body + BEHIND)):
        if _of_term(text, place.end(), term):
            first = max((one.end() for one in _STOP.finditer(text, term.body, place.start())), default=term.body)
            yield " ".join(text[first : place.start()].split())


def _of_term(text: str, start: int, term: Term) -> bool:
    """Whether what follows "are not", "are excluded from" is the term itself or this definition."""
    end = next((one.start() for one in _STOP.finditer(text, start)), len(text))
    behind = text[start:end]
    return len(behind.split()) <= 4 or any(uses(behind, (term.words,)))


def rest_end(text: str, term: Term, lang: str) -> int:
    """Return where a definition ends, or begins to say what it leaves out."""
    found = pattern(FILE, lang, "leaves_out").search(flat(text), term.body, term.end)
    ahead = pattern(FILE, lang, "left_behind").search(flat(text), term.body, term.end)
    ends = [one.start() for one in (found,) if one]
    ends += [max((s.end() for s in _STOP.finditer(text, term.body, ahead.start())), default=term.body)] if ahead else []
    return min(ends, default=term.end)


def _law_has(words: str, lang: str, theirs: Sentence, its: terms_of_law.Term, law: Reading) -> bool:
    """Whether the law's meaning names what the draft leaves out, and does not leave it out itself."""
    own = {theirs.words[at].stem for names in its.names for at in names}
    for one in read(words, lang).sentences:
        zone = _telling(one, own)
        found = met(one, zone, theirs, its.body, lang == law.lang) if zone else _by_letters(one, theirs, its, own)
        if found and found.share >= SAID:
            first = theirs.words[min(found.ours)].start
            begins = theirs.words[its.body[0]].start
            return says(FILE, law.lang, "leaves_out", law.text[begins:first]) is None
    return False


def _telling(one: Sentence, own: set[str]) -> tuple[int, ...]:
    """Return the words of a point that say something beside the term itself, and beside "only"."""
    only = {place for mark in one.of("only") for place in range(mark.first, mark.last)}
    return tuple(at for at, word in enumerate(one.words) if word.weight and word.stem not in own and at not in only)


def _by_letters(one: Sentence, theirs: Sentence, its: terms_of_law.Term, own: set[str]) -> Met | None:
    """Return where the law's meaning has a word that is too common to tell anything elsewhere ("navio de apoio")."""
    long = {word.stem for word in one.words if word.end - word.start >= LONG and word.stem not in own}
    there = tuple(at for at in its.body if theirs.words[at].stem in long)
    return Met(1.0, 1.0, there) if there else None


def _points_apart(
    text: str, term: Term, rest: Reading, theirs: Sentence, its: terms_of_law.Term, law: Reading
) -> tuple[tuple[str, ...], ...]:
    """Return the points of the law's list that the draft's list, a part of it, has not; the draft's further points where it has
    some of the law's; and all that it has beyond the law's.

    Across languages words are too seldom alike for what is missing to tell anything.
    """
    if rest.lang != law.lang or not its.body:
        return (), (), ()
    body = law.text[theirs.words[its.body[0]].start : theirs.words[its.body[-1]].end]
    own = {theirs.words[at].stem for names in its.names for at in names}
    mine, others = points(rest.text, rest.lang, own), points(body, law.lang, own)
    lacking = tuple(words for words, point in others if not _said(point, own, rest.sentences))
    beyond = tuple(words for words, point in mine if not _said(point, own, (theirs,)))
    opened = says(FILE, rest.lang, "taking_in", text[term.start : term.end]) is not None
    listed = len(mine) > 1 and len(others) > len(mine) and says(FILE, law.lang, "taking_in", body) is None
    silent = lacking if listed and not beyond and not opened and len(lacking) < len(others) else ()
    return silent, beyond if len(beyond) < len(mine) else (), beyond


def _parts(lang: str) -> re.Pattern[str]:
    """Return what parts the points of a list: "o" joins two in Spanish, and is an article in Portuguese."""
    return re.compile(rf"[;,]\s|\s(?:{_JOINED[known(lang)]})\s|\n|—|\(\w{{1,3}}\)\s?")


def called(word: Word, same: bool) -> str:
    """Return what a word goes by: its stem, or the beginning of what it has in common with words of other languages."""
    return word.stem if same else word.key[:KEY]


def points(text: str, lang: str, own: set[str]) -> list[tuple[str, Sentence]]:
    """Return the points of a list that say something beside the term itself."""
    parts = [" ".join(part.split()) for part in _parts(lang).split(text)]
    rows = [(part, one) for part in parts if part for one in read(part, lang).sentences[:1]]
    return [(part, one) for part, one in rows if _telling(one, own)]


def _said(point: Sentence, own: set[str], by: Sequence[Sentence]) -> bool:
    """Whether a sentence has most of a point, in its own words: paintings are no manuscripts, though of one class."""
    telling = _telling(point, own)
    words = {point.words[at].stem: point.words[at].weight for at in telling}
    if any(point.words[telling[0]].stem in one.stems for one in by):
        return True  # by the word that names it: "minor children of an expert"
    return any(sum(weight for stem, weight in words.items() if stem in one.stems) >= SAID * sum(words.values()) for one in by)


def _any_such(rest: Reading, theirs: Sentence, body: Sequence[int]) -> bool:
    """Whether the draft means any of a kind of which the law's term means those alone that keep to a number.

    "Any company entered in the register" is more than "a company in which citizens hold sixty per cent".
    """
    first = rest.sentences[0] if rest.sentences else None
    law = numbers(theirs, body)
    if (
        first is None
        or any(one.quantities for one in rest.sentences)
        or not (len(law) == 1 and law[0].compare in UPPER + LOWER)
    ):
        return False
    head = next((at for at, word in enumerate(first.words) if word.weight), None)
    genus = next((at for at in body if theirs.words[at].weight), None)
    any_one = head is not None and any(mark.last <= head for mark in first.of("whoever"))
    return any_one and genus is not None and bool(labels(first, head or 0) & labels(theirs, genus))


def _agreed(rest: Reading, theirs: Sentence, body: Sequence[int]) -> bool:
    """Whether two meanings in two languages agree: one number on one scale, or each point of the draft's met in the law's.

    What is missing tells nothing there; what meets does.
    """
    law, mine = numbers(theirs, body), [one for sentence in rest.sentences for one in sentence.quantities]
    if mine or law:
        return {(one.value, one.scale) for one in mine} == {(one.value, one.scale) for one in law}
    there = set().union(*(labels(theirs, at) for at in body if theirs.words[at].weight))
    listed = [point for _, point in points(rest.text, rest.lang, set())]
    return bool(listed) and all(any(labels(point, at) & there for at in _telling(point, set())) for point in listed)
