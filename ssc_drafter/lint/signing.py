"""Who signs, for whom and with what power, held against the Parties that the text names; who keeps a text of many Parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled, pattern_of
from ssc_drafter.language.stems import stem
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

CLOSING = ("testimonium", "signatures")
WORD = re.compile(r"[^\W\d_]{3,}")
NAME = re.compile(r"[^\n,.:;(){}|*_\[\]\"“”«»/\d]{4,140}")
OPEN = re.compile(
    r"(?:\b(?:of|the|de|del|da|do|du|la|le|los|las|republica|republic|republique|government|gobierno|governo)\s*)$"
)
END = 160  # signs that the name of a Party has at most
BEFORE, BEHIND = 10, 110  # signs round an office in which it may be that of a foreign minister
TRANSLATION = "####"  # what publishers print over a translation in the same file


class Signature(Struct, frozen=True):
    """For whom somebody signs: the place of the name, and the stems of its words in order."""

    start: int
    end: int
    lead: str
    stems: tuple[str, ...]


@lru_cache(maxsize=16)
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{'|'.join(pattern_of(one) for one in words)})\s+")


def signatures(paper: Paper, rule: Rule) -> list[Signature]:
    """Return for whom a text is signed, of what its closing words print (`signs` begins such a line, `lead` the name)."""
    opens, lead = _before(rule.said(paper.lang, "signs")), compiled(rule.said(paper.lang, "lead"))
    found = []
    for place in paper.in_parts(*CLOSING):
        stop = paper.text.find(TRANSLATION, place.unit.start, place.unit.end)
        for match in opens.finditer(paper.folded, place.unit.start, place.unit.end if stop < 0 else stop):
            name = _name(paper, match.end())
            if not paper.text[match.start()].isupper() or not name or not lead.match(paper.folded, name[0], name[1]):
                continue
            shown = fold(_parted(paper.text[name[0] : name[1]]))
            stems = tuple(stem(word, paper.lang) for word in WORD.findall(shown))
            found.append(Signature(*name, lead.match(paper.folded, *name)[0], stems))  # type: ignore[index]
    return found


def _parted(words: str) -> str:
    """Return words that a publisher ran together over a line's end ("theKingdom") as two."""
    return "".join(f" {sign}" if sign.isupper() and before.islower() else sign for before, sign in pairwise(f" {words}"))


def _name(paper: Paper, start: int) -> tuple[int, int] | None:
    """Return the place of a name: its line, and the next one where the line breaks off inside it."""
    match = NAME.match(paper.text, start)
    if not match:
        return None
    end = match.end()
    while OPEN.search(paper.folded, start, end) and end - start < END:
        more = re.compile(r"\s*\n\s*").match(paper.text, end)
        after = NAME.match(paper.text, more.end()) if more else None
        if not after:
            break
        end = after.end()
    return start, end


def _stems(rule: Rule, paper: Paper, *names: str) -> set[str]:
    return {stem(fold(one), paper.lang) for name in names for one in rule.said(paper.lang, name)}


def _own(stems: tuple[str, ...], rule: Rule, paper: Paper) -> set[str]:
    """Return the stems of a name that are its own: neither "Government" nor "Republic"."""
    forms = _stems(rule, paper, "generic", "forms")
    return {one for one in stems if len(one) > 3 and one not in forms}


def signed_names(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a signature for somebody whom the text never names, and one for a Party under another name than its own."""
    low = next((place.unit.start for place in paper.in_parts(*CLOSING)), len(paper.text))
    named = {stem(word, paper.lang) for word in WORD.findall(paper.folded[:low])}
    parties = [_party(name, paper) for name in paper.running.parties]
    told: set[tuple[str, ...]] = set()
    for one in signatures(paper, rule) if parties else ():
        own = _own(one.stems, rule, paper)
        if not own or one.stems in told:
            continue
        words = {"words": paper.quote(one.start, one.end)}
        if not own & named:
            told.add(one.stems)
            yield Seen(one.start, one.end, words)
        elif other := _otherwise(one, own, parties, _stems(rule, paper, "generic")):
            told.add(one.stems)
            yield Seen(one.start, one.end, words | {"other": other}, alone="message_otherwise")


def _otherwise(one: Signature, own: set[str], parties: list[tuple[str, tuple[str, ...]]], generic: set[str]) -> str:
    """Return the name of the Party that a signature means and calls otherwise: each has words that the other has not."""
    for name, stems in parties:
        shared = own & set(stems)
        if not shared:
            continue
        mine, theirs = (_until(each, shared) - generic for each in (one.stems, stems))
        if mine - theirs and theirs - mine:
            return name.strip()
    return ""


def _party(name: str, paper: Paper) -> tuple[str, tuple[str, ...]]:
    shown = re.split(r"[(,;:\"“«]|\b(?:en adelante|hereinafter|ci-apr|doravante)", name)[0]
    return shown, tuple(stem(word, paper.lang) for word in WORD.findall(fold(shown)))


def _until(stems: tuple[str, ...], shared: set[str]) -> set[str]:
    last = max(place for place, one in enumerate(stems) if one in shared)
    return set(stems[: last + 1])


def capacity(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a ministry that signs a text between States, and a Government that signs one between ministries or agencies."""
    state, organ = (compiled(rule.said(paper.lang, name)) for name in ("state", "organ"))
    names = [
        re.sub(r"^\W*(?:the|el|la|los|las|le|les|l'|o|os|as|a|y|e|et|and)\s+", "", fold(one)) for one in paper.running.parties
    ]
    states, organs = sum(bool(state.match(one)) for one in names), sum(bool(organ.match(one)) for one in names)
    if not names or (states and organs):
        return
    wrong = organ if states == len(names) else state if organs == len(names) else None
    for one in signatures(paper, rule) if wrong else ():
        if wrong and wrong.match(paper.folded, one.start, one.end):
            words = {"words": paper.quote(one.start, one.end), "other": paper.running.parties[0].strip()}
            yield Seen(one.start, one.end, words)
            return


def signatory(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the first office under a signature that has no power to bind of its own, where the text names no powers."""
    office, exempt = compiled(rule.said(paper.lang, "office")), compiled(rule.said(paper.lang, "exempt"))
    if compiled(rule.said(paper.lang, "powers")).search(paper.folded):
        return
    for place in paper.in_parts(*CLOSING):
        stop = paper.text.find(TRANSLATION, place.unit.start, place.unit.end)
        for match in office.finditer(paper.folded, place.unit.start, place.unit.end if stop < 0 else stop):
            near = exempt.finditer(paper.folded, max(match.start() - BEFORE, 0), match.end() + BEHIND)
            own = any(one.start() <= match.start() < one.end() for one in near)
            if paper.text[match.start()].isupper() and not own:
                yield Seen(*match.span(), {"words": paper.quote(*match.span())})
                return


def depositary(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a depositary between two Parties; and that none is named among more, in a note where they are three."""
    generic = _stems(rule, paper, "generic")
    named = {tuple(sorted(set(_party(one, paper)[1]) - generic)) for one in paper.running.parties}
    parties = len({one for one in named if one})
    pattern, others = compiled(rule.said(paper.lang, "depositary")), compiled(rule.said(paper.lang, "open"))
    seen = [
        match.span()
        for place in paper.in_parts("article")
        for match in pattern.finditer(paper.folded, place.unit.start, place.unit.end)
    ]
    if parties == 2 and len(paper.running.parties) == 2 and seen and not others.search(paper.folded):
        yield Seen(*seen[0], {"words": paper.quote(*seen[0])}, alone="message_two")
    elif parties > 2 and not seen and {"whole", "binding"} <= paper.kinds:
        yield Seen(len(paper.text), len(paper.text), {"count": str(parties)}, severity="note" if parties == 3 else None)
