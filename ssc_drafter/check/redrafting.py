"""Other words for a clause, built from the officer's own sentence and from what the law asks for.

What keeps the promise comes first: the law's own condition behind the sentence, the law's organ in the place of another, a
denial turned round, the promise held to what the law allows. Only then does the sentence give way to one that leaves the matter
to the law; last it is struck out, where others stand beside it. Whether the finding goes is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check import reasons
from ssc_drafter.check.cutting import STOP, cut, in_place
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.law_told import Told, sentence_of, told
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.restoring import put_by, restored
from ssc_drafter.check.rewording import limits, with_law_number

# Words with which a condition behind the sentence would clash, by type; a right may be denied as far as the law itself lets it.
_AGAINST: dict[str, tuple[str, ...]] = {"right": (), "limit": (), "privilege": ("defiance",)}
_AGAINST_ALL = ("excludes", "defiance", "negation", "prohibition")
_RULING = ("duty", "permission", "prohibition")
BY = 3  # words between a denial and the verb that it denies
ROUNDS = 3  # sentences of one clause that are changed at most
TRIES = 24  # texts that are tried for one finding at most
Span = tuple[int, int]
# Words in the clause's place: what of the finding still stands, on which words.
Bites = Callable[[str], tuple[Held, Signal] | None]
_JOINED = re.compile(r",\s(?:and|et|y|e)\s")
_JOINT = re.compile(_JOINED.pattern + "$")
AND = 6  # signs of the joint itself, with which a quote may begin
_POINT = re.compile(r"\s*(?:\(\w{1,5}\)|\w{1,5}\))\s+")


class Place(Struct, frozen=True):
    """A stretch of a clause that is changed, and in it the words that the finding rests on."""

    start: int
    end: int
    ours: Span


Move = Callable[[str, Place, Told, str], str | None]


def redrafts(text: str, lang: str, lead: tuple[Held, Signal], kind: Kind, bites: Bites) -> Iterator[str]:
    """Yield other words for a clause with which, as `bites` tells, nothing of the finding stands: what keeps most comes first.

    What a position of the house speaks against submits to no law: such a sentence is settled otherwise, or struck out.
    """
    own = lead[0].place.rank == "position"
    search = _Search(lang, kind, (_cut_only, _settled, _struck) if own else _moves(kind), bites)
    yield from search.past(text, lead, (), ROUNDS)


def _moves(kind: Kind) -> tuple[Move, ...]:
    """Return the changes that are tried, by type of finding: those that keep the promise, then those that do not."""
    own: dict[str, tuple[Move, ...]] = {
        "competence": (_by_organ, _conditioned, _restored),
        "forum": (_by_organ,),
        "duplication": (_beside, _conditioned),
        "definition": (_defined,),
        "limit": (_limited,),
        "privilege": (_conditioned,),
    }
    if kind == "precedence":
        return (_cut_only, _governed, _struck)
    first = own.get(kind, (_restored, _conditioned, _conditioned_by_kind))
    return (*first, _allowed, _part_struck, _cut_only, _governed, _struck)


class _Search(Struct):
    """A search for words with which nothing of a finding stands, sentence by sentence; `left` texts may still be tried."""

    lang: str
    kind: Kind
    moves: tuple[Move, ...]
    bites: Bites
    left: int = TRIES

    def past(self, text: str, standing: tuple[Held, Signal], laws: tuple[str, ...], rounds: int) -> Iterator[str]:
        """Yield texts in which a pair that still bites, and what bites beside it, no longer does."""
        held, leading = standing
        place = place_of(text, self.lang, leading.clause)
        if place is None or not rounds:
            return
        said, seen = told(held, leading, self.kind, self.lang), {text}
        before = next((one for one in laws if one in text[place.start : place.end]), "")
        moves = () if before else self.moves
        first = [_cited_too(text, before, said.law)] if before else _with_number(held, text)
        for other in chain(first, (move(text, place, said, self.lang) for move in moves)):
            if not other or other in seen or not self.left:
                continue
            seen.add(other)
            self.left -= 1
            still = self.bites(other)
            if still is None:
                yield other.strip()
            elif still[0] is not held or not _same(other, place, still[1]):
                yield from self.past(other, still, (*laws, said.law), rounds - 1)


def _with_number(held: Held, text: str) -> list[str]:
    """Return a clause as it stands yet with each number of the law in the place of its own."""
    stands = text == held.clause.text and held.place.rank not in POLICIES
    rows = (with_law_number(held, one) for one in limits(held)) if stands else ()
    return [one.text for one in rows if one]


def _same(text: str, place: Place, leading: Signal) -> bool:
    """Whether what still bites are the words that were changed."""
    return place.start <= leading.clause[0] < len(text) - (len(text) - place.end)


def place_of(text: str, lang: str, span: Span) -> Place | None:
    """Return the sentence in which words stand, without white space and points around it; of several lines, the line."""
    sentence = sentence_of(read(text, lang).sentences, span)
    if sentence is None:
        return None
    start, end = sentence.start, sentence.end
    first = text.rfind("\n", start, max(span[0], start)) + 1
    last = text.find("\n", max(span[0], start), end)
    start, end = max(start, first), last if last >= 0 else end
    label = _POINT.match(text, start, end)
    start = label.end() if label else start
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Place(start, start + len(piece.strip()), span) if piece.strip() else None


def _cited_too(text: str, before: str, law: str) -> str | None:
    """Cite a further provision beside the one on which a changed sentence rests already."""
    return None if law in text else text.replace(before, f"{before}, {law}", 1)


def _tail(of: Told, lang: str) -> str:
    words = reasons.sentences(lang)
    own = (
        "tail_right"
        if of.kind == "privilege" and not of.by_act
        else "tail_allowed"
        if of.kind == "prohibition"
        else f"tail_{of.kind}"
    )
    key = "tail_policy" if of.policy else "tail_step" if of.done else own
    return words.get(key, words["tail_law"]).format(law=of.law, done=of.done)


def _behind(sentence: str, tail: str) -> str:
    """Return a sentence with words put behind it, ahead of its stop."""
    stop = STOP.search(sentence)
    body = sentence[: stop.start()] if stop else sentence
    return body + tail + (sentence[len(body) :].strip(" ,") or ".")


def _put(text: str, place: Place, sentence: str | None) -> str | None:
    return None if sentence is None else text[: place.start] + sentence + text[place.end :]


def _conditioned(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Put the law's condition behind the sentence, without what sets the sentence above the law."""
    plain = cut(text[place.start : place.end], lang)
    if of.kind == "precedence" or of.flat or of.law in plain or _denies(plain, lang, _AGAINST.get(of.kind, _AGAINST_ALL)):
        return None
    return _put(text, place, _behind(plain, _tail(of, lang)))


def _conditioned_by_kind(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Put the condition of its type behind the sentence where that of a step did not do."""
    return _conditioned(text, place, replace(of, done=""), lang) if of.done and of.kind != "procedure" else None


def _restored(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Turn a denial round: the step is required, the right is granted, in accordance with the law."""
    if of.policy:
        return None
    ahead, half = _halved(text, place, lang)
    begin = place.start + len(ahead)
    plain = restored(cut(half, lang), lang, (place.ours[0] - begin, place.ours[1] - begin))
    tail = reasons.sentences(lang)["tail_law"].format(law=of.law)
    return _put(text, place, ahead + _behind(plain, tail) if plain else None)


def _halved(text: str, place: Place, lang: str) -> tuple[str, str]:
    """Return a sentence in two where its second half alone is the trouble ("A, and B"); else nothing and all of it."""
    sentence = text[place.start : place.end]
    joints = [one for one in _JOINED.finditer(sentence) if place.start + one.start() <= place.ours[0] + AND]
    if joints:
        ahead, behind = sentence[: joints[-1].end()], sentence[joints[-1].end() :]
        if all(any(one.has(*_RULING) for one in read(half, lang).sentences) for half in (ahead, behind)):
            return ahead, behind
    return "", sentence


def _by_organ(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Put the organ or the forum of the law in the place of the one whom the sentence has act."""
    if of.policy:
        return None
    plain = cut(text[place.start : place.end], lang)
    other = reasons.sentences(lang)[f"by_{of.kind}"].format(law=of.law)
    return _put(text, place, put_by(plain, lang, other))


def _beside(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Keep a body beside the one of the law, whose tasks stay its own."""
    plain = cut(text[place.start : place.end], lang)
    return None if of.policy else _put(text, place, _behind(plain, reasons.sentences(lang)["tail_beside"].format(law=of.law)))


def _limited(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Hold the number to the limit of the law, which is named, where it cannot be put in its place."""
    words = reasons.sentences(lang)
    tail = words["tail_number"].format(law=of.law, limit=of.limit) if of.limit and not of.policy else ""
    return _put(text, place, _behind(cut(text[place.start : place.end], lang), tail)) if tail else None


def _defined(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Give the term the meaning that the law gives to it."""
    words = reasons.sentences(lang)
    other = words["stand_term" if of.term else "stand_definition"].format(law=of.law, term=of.term)
    return None if of.policy or other in text else in_place(text, place.start, place.end, other)


def _allowed(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Hold the sentence to what the law allows; where that is nothing, to the day on which the law is another."""
    plain = cut(text[place.start : place.end], lang)
    if of.policy or of.kind == "precedence" or of.law in plain:
        return None
    key = "tail_amended" if of.flat else "tail_allowed"
    return _put(text, place, _behind(plain, reasons.sentences(lang)[key].format(law=of.law)))


def _part_struck(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Strike out the second half of a sentence where that alone is the trouble: "A, and B"."""
    ahead, _ = _halved(text, place, lang)
    stop = STOP.search(text[place.start : place.end])
    return _put(text, place, _JOINT.sub("", ahead) + (stop[0].strip() if stop and stop[0].strip() else ".")) if ahead else None


def _cut_only(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Take out what sets the sentence above the law, and nothing more."""
    sentence = text[place.start : place.end]
    plain = cut(sentence, lang)
    return _put(text, place, plain) if plain != sentence else None


def _governed(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Put a sentence in its place that leaves the matter to the law."""
    words = reasons.sentences(lang)
    key = "stand_policy" if of.policy else "stand_step" if of.done else f"stand_{of.kind}"
    other = words.get(key, words["stand_law"]).format(law=of.law, done=of.done)
    return (
        None
        if other in text or _POINT.match(text[text.rfind("\n", 0, place.start) + 1 :])
        else in_place(text, place.start, place.end, other)
    )


def _settled(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Put in its place what agreements say of the matter that gives rise to no position."""
    other = reasons.sentences(lang).get(f"settled_{of.kind}")
    return text[: place.start] + other + text[place.end :] if other and other not in text else None


def _struck(text: str, place: Place, of: Told, lang: str) -> str | None:
    """Strike the sentence out where others stand beside it."""
    left = (text[: place.start].rstrip(" ;,") + " " + text[place.end :].lstrip()).strip()
    left = left if left.endswith(".") else left.rstrip(" ;,") + "."
    return left if "\n" not in text.strip() and any(sign.isalpha() for sign in left) else None


def _denies(sentence: str, lang: str, words: tuple[str, ...]) -> bool:
    """Whether a sentence still denies something or rules a step out: a condition behind it would contradict it."""
    found = read(sentence, lang).sentences
    return bool(words) and any(
        _denied(one, words) or any(step.status == "excluded" for step in one.every_step) for one in found
    )


def _denied(sentence: Sentence, words: tuple[str, ...]) -> bool:
    """Whether words of denial are those of its verb: "not so far registered" denies nothing of what is promised."""
    ruling = [one for name in (*_RULING, "being") for one in sentence.of(name)]
    near = any(-BY <= one.first - mark.last <= BY for mark in sentence.of("negation") for one in ruling)
    return sentence.has(*(one for one in words if one != "negation")) or ("negation" in words and near)
