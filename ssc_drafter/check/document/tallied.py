"""Numbers of persons and things, areas, weights and stays in one sentence: how many of what, and what is said of the number.

"Dalmira shall send six experts" is read as six of a kind (law/document/tallied_kinds.toml), so that it may be added to the
"five more experts" of another clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.check.document.phrases import entries, flat, pattern, says
from ssc_drafter.check.norms.counted import LASTING, Line, comparator
from ssc_drafter.check.norms.counting import counting
from ssc_drafter.check.norms.halves import vague
from ssc_drafter.check.norms.numbers import number, repeated, tables
from ssc_drafter.check.norms.quantities import opened
from ssc_drafter.check.norms.reading import Quantity, Reading, Sentence, remembered
from ssc_drafter.check.norms.stems import fold

FILE, KINDS = "tally", "tallied_kinds"
MEASURES = frozenset({"hectares", "kilograms", "litres"})  # scales of what is given out bit by bit
TIMES = frozenset({"months", "days"})  # a stay and its extension, a time and the one behind it
HEADS = frozenset({"count", "member"})  # scales of what is counted by the head
WINDOW = 4  # words behind a number within which its noun stands
AHEAD = 24  # signs ahead of a number that tell whether it is a new one
LEAST = 2  # "one" and "un" are mostly no number
_STOPS = {",", ";", ":", ".", "(", ")"}
_PLACES = (
    "articl",
    "section",
    "annex",
    "paragraph",
    "anex",
    "chapt",
    "capitul",
    "chapitr",
    "secion",
    "phase",
    "fase",
    "numb",
    "numer",
)


class Count(Struct, frozen=True):
    """How many of what: the number, the kinds that its noun is of, the places of the noun and of the words that tell its sort.

    `more` says that it is named as an addition; `told` that it was told of before ("the six experts").
    """

    number: Quantity
    kinds: frozenset[str]
    head: tuple[int, ...]
    sort: tuple[int, ...]
    more: bool
    told: bool


@remembered
def counts(reading: Reading) -> dict[int, tuple[Count, ...]]:
    """Return what each sentence of a text counts or measures, by its start; only of those that do."""
    rows = ((one.start, (*_of_heads(reading, one), *_measured(reading, one))) for one in reading.sentences)
    return {start: found for start, found in rows if found}


def _of_heads(reading: Reading, sentence: Sentence) -> Iterator[Count]:
    line = _line(reading, sentence)
    taken = {place for one in sentence.quantities if one.scale not in HEADS for place in range(one.first, one.last)}
    at = 0
    while at < len(line.folded):
        value, after = number(line.folded, at, line.by) if not vague(line.folded, at, line.by, line.how) else (None, at)
        if value is None:
            at += 1
            continue
        after = repeated(line.folded, after, value, line.by)
        found = _counted(reading, sentence, line, at, after, value) if line.place_of[at] not in taken else None
        if found:
            yield found
        at = max(after, at + 1)


def _line(reading: Reading, sentence: Sentence) -> Line:
    texts = [fold(reading.text[word.start : word.end]) for word in sentence.words]
    folded, place_of = opened(texts, tables(reading.lang), counting(reading.lang))
    weights = [sentence.words[place].weight for place in place_of]
    by, how = tables(reading.lang), counting(reading.lang)
    return Line(reading.lang, folded, place_of, weights, sentence.words, sentence.marks, by, how)


def _counted(reading: Reading, sentence: Sentence, line: Line, at: int, after: int, value: float) -> Count | None:
    """Return the number from `at` to `after` of the opened words with its noun; None where it counts no persons or things."""
    if value < LEAST or value != int(value) or (at and line.folded[at - 1].startswith(_PLACES)):
        return None
    first, last = line.span(at, after)
    compare = comparator(first, last, line, 0)
    window, passed = _window(reading, sentence, last)
    head = _head(reading, sentence, window)
    kinds = _kinds(reading, sentence, head)
    ahead = _ahead(reading, sentence, first) if not kinds and compare in ("most", "above") else None
    head, window = (ahead, ()) if ahead else (head, window)
    if not head:
        return None
    after_head = max((*window, *head)) + 1
    sort = tuple(place for place in (*window, *_behind(reading, sentence, after_head)) if place not in head)
    amount = Quantity(first, last, value, "count", "", compare)
    more = passed or _more(reading, sentence, first)
    return Count(amount, kinds or _kinds(reading, sentence, head), head, sort, more, _told(reading, sentence, first))


def _window(reading: Reading, sentence: Sentence, last: int) -> tuple[tuple[int, ...], bool]:
    """Return the words behind a number in which its noun stands, and whether a word of addition parts the two."""
    found: list[int] = []
    more = False
    for place in range(last, min(last + WINDOW + 1, len(sentence.words))):
        word = sentence.words[place]
        text = reading.text[word.start : word.end]
        if not found and says(FILE, reading.lang, "more", text):
            more = True
        elif word.stem in _STOPS or (not word.weight and not (_is_kind(text, reading.lang))):
            break
        else:
            found.append(place)
    behind = found[-1] + 1 if found else last
    if behind < len(sentence.words) and says(FILE, reading.lang, "more", _text(reading, sentence, behind)):
        more = more or behind + 1 >= len(sentence.words) or not sentence.words[behind + 1].weight  # no "más jóvenes"
    more = more or any(says(FILE, reading.lang, "more", _text(reading, sentence, place)) for place in found)
    return tuple(found[:WINDOW]), more


def _text(reading: Reading, sentence: Sentence, place: int) -> str:
    word = sentence.words[place]
    return reading.text[word.start : word.end]


def _is_kind(text: str, lang: str) -> bool:
    return any(says(KINDS, lang, name, text) for name in entries(KINDS, lang))


def _adjoined(text: str, lang: str) -> bool:
    """Whether a word of a kind is mostly said of another noun: "tres informes técnicos"."""
    return says(FILE, lang, "adjoined", text) is not None


def _head(reading: Reading, sentence: Sentence, window: tuple[int, ...]) -> tuple[int, ...]:
    """Return the place of the noun that is counted: of the known kinds, else the last plural (English) or the first word."""
    if not window:
        return ()
    edge = window[-1] if reading.lang == "en" else window[0]
    known = [place for place in window if _is_kind(_text(reading, sentence, place), reading.lang)]
    known = [place for place in known if place == edge or not _adjoined(_text(reading, sentence, place), reading.lang)]
    if reading.lang == "en":
        plural = [place for place in window if flat(_text(reading, sentence, place)).endswith("s")]
        return tuple((known or plural or window)[-1:])
    return tuple((known or window)[:1])


def kinds_at(reading: Reading, sentence: Sentence, place: int) -> frozenset[str]:
    """Return the kinds that a word of a sentence names."""
    return _kinds(reading, sentence, (place,))


def _kinds(reading: Reading, sentence: Sentence, places: tuple[int, ...]) -> frozenset[str]:
    words = [_text(reading, sentence, place) for place in places]
    return frozenset(
        name for name in entries(KINDS, reading.lang) if any(says(KINDS, reading.lang, name, one) for one in words)
    )


def _behind(reading: Reading, sentence: Sentence, place: int) -> Iterator[int]:
    """Yield the words behind a noun that tell of which sort it is: "experts in soil science", "licences de radio"."""
    if place >= len(sentence.words) or not says(FILE, reading.lang, "behind", _text(reading, sentence, place) + " "):
        return
    for at in range(place + 1, min(place + WINDOW, len(sentence.words))):
        word = sentence.words[at]
        text = _text(reading, sentence, at)
        if word.stem in _STOPS or (word.weight and word.capital):
            return
        if not word.weight and at > place + 1 and not says(FILE, reading.lang, "behind", text + " "):
            return
        if word.weight and not says(FILE, reading.lang, "setting", text):
            yield at


def _ahead(reading: Reading, sentence: Sentence, first: int) -> tuple[int, ...] | None:
    """Return the noun ahead of a number behind words of limit: "the number of vessels shall not exceed ten"."""
    places = range(first)
    return next(((place,) for place in places if _is_kind(_text(reading, sentence, place), reading.lang)), None)


def _measured(reading: Reading, sentence: Sentence) -> Iterator[Count]:
    """Yield the areas, weights and lengths of stay of a sentence, each with the words of what is measured."""
    for one in sentence.quantities:
        time = one.scale in TIMES and one.unit in LASTING
        if not (one.scale in MEASURES or time):
            continue
        window, more = _window(reading, sentence, one.last)
        after = max(window) + 1 if window else one.last
        if not window and more:
            after += 1  # "250 hectáreas adicionales de tierras"
        sort = () if time else (*window, *_behind(reading, sentence, after))
        more = more or _more(reading, sentence, one.first) or (time and _next(reading, sentence))
        told = not time and _told(reading, sentence, one.first)
        yield Count(one, frozenset(), (), tuple(dict.fromkeys(sort)), more, told)


def _more(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether a sentence says of a number that it comes on top: "in addition, six", "otros seis", "mais seis"."""
    until = sentence.words[first].start
    ahead = flat(reading.text[max(sentence.start, until - AHEAD) : until])
    opening = reading.text[sentence.start : sentence.start + 2 * AHEAD]
    near = [one for one in pattern(FILE, reading.lang, "more").finditer(ahead) if len(ahead) - one.end() <= 2 * WINDOW]
    return bool(near) or bool(says(FILE, reading.lang, "besides", opening)) or bool(says(FILE, reading.lang, "besides", ahead))


def _next(reading: Reading, sentence: Sentence) -> bool:
    """Whether a time begins where another one ended: "after the examination", "within fifteen days following its receipt"."""
    return says(FILE, reading.lang, "afterwards", reading.text[sentence.start : sentence.end]) is not None


def _told(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether a number was told of before: "the six experts", "ces six experts"."""
    until = sentence.words[first].start
    ahead = flat(reading.text[max(sentence.start, until - AHEAD) : until]).rstrip()
    return any(one.end() == len(ahead) for one in pattern(FILE, reading.lang, "definite").finditer(ahead))
