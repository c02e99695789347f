"""Terms: the law defines one, and the clause defines the same in its own way, narrower, wider or by something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.kinds.term import NAMED, Term, named, staying
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Pair

NEAR = 12  # words between "means" and the term
HEAD = 14  # words within which a sentence of law names the term that it defines
QUOTED = 8  # words that a term in quotes may be long
WHOLE = 0.5  # share of the law's definition from which on the clause repeats it
OF_LAW = 10  # words between "has the meaning" and the law that gives it
SAID, FEW, WITHIN = 14, 4, 0.8  # words that say what a clause means; the share of them from which on it says nothing else
BEHIND = 24  # words behind the defining word within which another changes what it says
EVEN = ("whatever", "concessive", "either_way")  # words that say the same: whatever, even if, or not
# Words that cut or widen what a term means, with how far from the defining word: "only" and "save", "whatever", "also".
ALTERS = (
    ("only", -2, 12),
    ("exception", -2, 12),
    *((name, 0, BEHIND) for name in EVEN),
    ("provided", 0, BEHIND),
    ("as_well", -3, 3),
)
EARLIER = 8  # words ahead of the law's term that belong to its meaning: "only a body of citizens counts as a citizen"
OUT = 24  # words between a term and "does not include"
_WHO = {"who", "qui", "quien", "quem"}  # stems behind which "is not a" tells persons apart
_PAUSES = {",", "—", "–", ":"}
CEASED = 5  # words between "no longer counts as" and a term
TOLD = 4  # words between "are" and the "not" ahead of a term
ADDED = 0.6  # share of what a clause adds to a term from which on it is the law's own
BARE = 0.55  # trust in another meaning that neither cuts nor widens in so many words


class Use(Struct, frozen=True):
    """A clause's definition of a term: where it is named, the word that defines, and whether it cuts or widens in words, or
    says that something is no longer what the term means."""

    first: int
    last: int
    turned: bool
    ceased: bool = False


@remembered
def quoted(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return the words in quotes of a sentence, as far as they are as short as a term."""
    marks = [place for place, word in enumerate(sentence.words) if word.stem in ('"', "''", "'")]
    runs = [(one + 1, two) for one, two in zip(marks[::2], marks[1::2], strict=False)]
    return tuple((first, last) for first, last in runs if 0 < last - first <= QUOTED)


def defining(sentence: Sentence) -> list[Mark]:
    """Return the words that define: "means", and a bare "is" next to a term in quotes."""
    runs = quoted(sentence)
    being = [one for one in sentence.of("being") for first, last in runs if one.last == first - 1 or one.first == last + 1]
    return sorted([*_verbs(sentence), *being])


def _verbs(sentence: Sentence) -> list[Mark]:
    """Return the words that say "means", without those that only say for which text ("for the purposes of this Act") or of whom
    one speaks ("a person who is not a citizen")."""
    frames = sentence.of("term_frame")
    rows = [one for one in sentence.of("definition") if sentence.words[one.first - 1].stem not in _WHO or not one.first]
    return [one for one in rows if not any(two.first <= one.first and one.last <= two.last for two in frames)]


@remembered
def terms(sentence: Sentence) -> tuple[Term, ...]:
    """Return the terms that a sentence of law defines: in quotes beside "means", ahead of it, or a short lead and a colon."""
    ends = len(sentence.words)
    marks = defining(sentence)
    named: list[Term] = []
    waiting: list[tuple[int, ...]] = []
    for run in quoted(sentence):
        names = (*waiting, _telling(sentence, *run))
        found = _quoted_term(sentence, run, names, marks)
        named += [found] if found else []
        waiting = [] if found else [*names]
    if not named:
        lead = _lead(sentence)
        named = [lead] if lead else []
    ahead = [*(one.first for one in named[1:]), ends]
    rows = zip(named, ahead, strict=False)
    return tuple(Term(one.names, one.first, one.last, (*one.body, *range(one.last, end))) for one, end in rows)


def _quoted_term(
    sentence: Sentence, run: tuple[int, int], names: tuple[tuple[int, ...], ...], marks: list[Mark]
) -> Term | None:
    """Return a term in quotes with a defining word right behind it, a colon, or such a word right ahead of it.

    `names` are those of terms in quotes ahead of it that wait for their meaning as well: "seed" or "grain" means.
    """
    first, last = run
    behind = [one for one in marks if 0 <= one.first - last <= 3]
    colon = next(
        (place for place in range(last, min(last + 4, len(sentence.words))) if sentence.words[place].stem.endswith(":")), 0
    )
    before = [one for one in marks if 0 <= first - one.last <= 3]
    if not behind and not colon and not before:
        return None
    start = max(one.last for one in behind) if behind else colon + 1 if colon else last + 1
    return Term(names, first, start, ())


def _telling(sentence: Sentence, first: int, last: int) -> tuple[int, ...]:
    return tuple(place for place in range(first, last) if sentence.words[place].weight)


@remembered
def _lead(sentence: Sentence) -> Term | None:
    """Return the term that a sentence defines without quotes: ahead of "means" or a colon, or behind "on entend par"."""
    spoken = list(accumulate(word.stem.isalpha() for word in sentence.words))
    marks = [one for found in (_verbs(sentence), _whoever(sentence)) for one in found if spoken[one.last - 1] <= HEAD]
    head = marks[0] if marks else None
    if head is None:
        colon = next((place for place, word in enumerate(sentence.words[:HEAD]) if word.stem.endswith(":")), 0)
        names = _telling(sentence, 0, colon)
        return Term((names,), names[0], colon + 1, ()) if names and not sentence.has("duty", "prohibition") else None
    statuses = [*sentence.of("counted_as"), *staying(sentence)]
    status = any(one.first < head.last and head.first < one.last for one in statuses)
    names = _telling(sentence, _framed(sentence, head.first), head.first)
    return Term((names,), names[0], head.last, ()) if names and not status else _behind(sentence, head.last, names)


def _framed(sentence: Sentence, end: int) -> int:
    """Return where a sentence goes on behind words that only say for which text: "for the purposes of this Act,"."""
    frames = [one.last for one in sentence.of("term_frame") if one.last <= end]
    commas = [n + 1 for n in range(max(frames, default=end), end) if sentence.words[n].stem in _PAUSES]
    return commas[0] if commas else 0


def _behind(sentence: Sentence, start: int, ahead: tuple[int, ...]) -> Term | None:
    """Return the term behind a defining word, with what stands `ahead` of that word as part of its meaning: "a body that is
    wholly owned by citizens shall be regarded as a citizen"."""
    first = next((n for n in range(start, min(start + 4, len(sentence.words))) if sentence.words[n].weight), None)
    if first is None:
        return None
    end = next((n for n in range(first, len(sentence.words)) if not sentence.words[n].weight), len(sentence.words))
    end = min(end, first + 4)
    return Term((tuple(range(first, end)),), first, end, ahead)


def _whoever(sentence: Sentence) -> list[Mark]:
    """Return where "is" says who or what a word stands for: "a tenant is whoever", or opens the sentence: "Are treasures:"."""
    found = [
        one for one in sentence.of("being") if one.first == 0 or any(one.last == two.first for two in sentence.of("whoever"))
    ]
    return found + staying(sentence)


def definitions(pair: Pair) -> Iterator[Signal]:
    """Yield a term of the law that the clause defines in its own way, or as the law does."""
    same = pair.clause.lang == pair.law.lang
    for theirs in pair.law.sentences:
        for term in terms(theirs):
            for number, ours in enumerate(pair.clause.sentences):
                following = pair.clause.sentences[number + 1 : number + 2]
                yield from _used(theirs, term, ours, following, same)


def _used(theirs: Sentence, term: Term, ours: Sentence, following: Sequence[Sentence], same: bool) -> Iterator[Signal]:
    places = named(theirs, term, ours, same)
    use = _use(ours, places) if places else None
    if use is None:
        return
    spans = span(ours, use.first, use.last, 6), span(theirs, term.first, term.last, 8)
    turned = use.turned and not (use.ceased and _excludes(theirs, term))
    turned = turned or any(one.has("not_of_term") for one in (ours, *following))
    if not turned and named(theirs, term, ours, same, NAMED):
        turned = _altered(theirs, term, ours, use, same) or _counts_otherwise(theirs, term, ours, use)
    lifted = theirs.has("only") and not ours.has("only")
    if not turned and (_refers(ours, use) or (not lifted and _repeats(theirs, term, ours, use, same))):
        yield Signal("both_define", 1.0, None, *spans)
    else:
        yield Signal("redefined", 1.0 if turned else BARE, "definition", *spans)


def _excludes(theirs: Sentence, term: Term) -> bool:
    """Whether a law itself says what a term does not mean: "anonymous data shall not be considered personal data"."""
    return any(abs(one.first - term.first) <= TOLD + 1 for name in ("negation", "prohibition") for one in theirs.of(name))


def _altered(theirs: Sentence, term: Term, ours: Sentence, use: Use, same: bool) -> bool:
    """Whether a clause cuts or widens what a term means by a word that the law's own definition does without: "also", "whatever
    the share", "whether or not it is paid", "provided that it is in writing"."""
    found = {name for name, least, most in ALTERS for one in ours.of(name) if least <= one.first - use.last <= most}
    names = found | set(EVEN if found & set(EVEN) else ())
    said = any(one.first >= term.first - EARLIER for name in names for one in theirs.of(name))
    if "as_well" in found and _of_others(ours, use) and not _of_others(theirs, None):
        return True
    if found == {"as_well"} and met(ours, _said(ours, use), theirs, term.body, same).share >= ADDED:
        return False  # "also includes used oils", where the law has them
    return bool(found) and not said


def _of_others(sentence: Sentence, use: Use | None) -> bool:
    """Whether a meaning takes in what is of another State or Party: "also any product of the other Party"."""
    start = use.last if use else 0
    return any(one.first >= start for name in ("other_side", "who.other_party", "another_state") for one in sentence.of(name))


def _said(ours: Sentence, use: Use) -> list[int]:
    """Return the words by which a clause says what a term means."""
    return [place for place in range(use.last, len(ours.words)) if ours.words[place].weight][:SAID]


def _counts_otherwise(theirs: Sentence, term: Term, ours: Sentence, use: Use) -> bool:
    """Whether both say what a term means by a number of one sort, and none of the clause's is the law's."""
    body = set(term.body)
    known = [one for one in theirs.quantities if one.first in body]
    said = [one for one in ours.quantities if 0 <= one.first - use.last <= BEHIND]
    for scale in {one.scale for one in known} & {one.scale for one in said}:
        values = {one.value for one in known if one.scale == scale}
        if not any(one.value in values for one in said if one.scale == scale):
            return True
    return False


def _refers(ours: Sentence, use: Use) -> bool:
    """Whether the clause leaves the meaning to the law: "as the law defines it", "has the meaning that it bears in the Act"."""
    behind = any(0 <= one.first - use.last <= OF_LAW for one in ours.of("law_noun"))
    return (behind or (ours.has("law_noun") and ours.has("deference"))) and not ours.has("other_side")


def _repeats(theirs: Sentence, term: Term, ours: Sentence, use: Use, same: bool) -> bool:
    """Whether the clause has most of what the law says of the term, or says of it nothing that the law does not."""
    if met(theirs, term.body, ours, range(len(ours.words)), same).share >= WHOLE:
        return True
    body = _said(ours, use)
    return len(body) > FEW and met(ours, body, theirs, term.body, same).share >= WITHIN


def _use(sentence: Sentence, named: tuple[int, ...]) -> Use | None:
    """Return how a clause defines a term that it names: by a defining word near it."""
    marks = [one for one in defining(sentence) if any(_apart(one, place) <= NEAR for place in named)]
    marks += [one for one in sentence.of("being") if _is_what(sentence, one, named)]
    out = [one for one in sentence.of("not_of_term") if any(0 <= one.first - place <= OUT for place in named)]
    out += [one for one in sentence.of("ceased") if any(0 <= place - one.last <= CEASED for place in named)]
    denied = _told(sentence, named)
    gone = any(one.name == "ceased" for one in out)
    if not marks and (denied or out):
        mark = denied or out[0]
        return Use(mark.first, mark.last, True, gone)
    if not marks:
        return None
    mark = min(marks, key=lambda one: min(_apart(one, place) for place in named))
    turned = denied is not None or gone
    turned = turned or any(mark.first - 3 <= one.first < mark.last + 2 for one in sentence.of("negation"))
    return Use(mark.first, mark.last, turned, gone and denied is None)


def _is_what(sentence: Sentence, verb: Mark, named: tuple[int, ...]) -> bool:
    """Whether "is" tells what a term means: between it and "a", "any" or "whoever": "a child is a person under"."""
    behind = sentence.words[verb.last].stem if verb.last < len(sentence.words) else ""
    return behind in _ANY and any(verb.first - place == 1 for place in named)


_ANY = frozenset(  # as stems
    [
        "a",
        "an",
        "any",
        "ever",
        "un",
        "une",
        "tout",
        "celu",
        "una",
        "todo",
        "toda",
        "cualqui",
        "quien",
        "um",
        "uma",
        "qualc",
        "quem",
    ]
)


def _told(sentence: Sentence, named: tuple[int, ...]) -> Mark | None:
    """Return the "not" right ahead of a term that says what something is not: "are food and not medicine"."""
    for one in sentence.of("negation"):
        ahead = any(0 <= place - one.last <= 1 for place in named)
        if ahead and any(0 <= one.first - two.last <= TOLD for two in sentence.of("being")):
            return one
    return None


def _apart(mark: Mark, place: int) -> int:
    return max(0, mark.first - place, place - mark.last + 1)
