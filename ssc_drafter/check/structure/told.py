"""The words with which a norm is told (law/structure), and where they stand in a sentence that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.norms import clean, dashed
from ssc_drafter.check.norms.pipeline import Pipeline
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence
from ssc_drafter.errors import Problem

HEADS = (
    "duty",
    "owed",
    "prohibition",
    "permission",
    "right",
    "power",
    "exemption",
    "constitutive",
    "being",
    "definition",
    "validity",
    "nullity",
    "precedence",
    "penal",
    "recommendation",
    "advised",
    "let",
    "itself",
)
LINE = 60  # signs of a line up to which it may be a heading
SIGNS = ("-", "*", "•", "●", "▪", "–", "·", "◦")
_NO_PHRASES = ("cites", "column")


class Told(Struct, frozen=True):
    """A sentence with the words that set its norms and their parts: its words as written, and marks by table."""

    lang: str
    sentence: Sentence
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    marks: dict[str, tuple[Mark, ...]]
    lines: frozenset[int] = frozenset()  # words with which a line begins that a heading or a numbered unit ends ahead of
    signs: frozenset[int] = frozenset()  # dashes and dots with which a line begins
    plan: bool = False  # read as a policy, where an infinitive or a noun rules by itself

    def of(self, name: str) -> tuple[Mark, ...]:
        """The marks of one table of law/structure."""
        return self.marks.get(name, ())

    def starts(self, name: str, place: int) -> int:
        """How many words of a table begin at a place, the longest; 0 where none do."""
        return max((one.last - one.first for one in self.of(name) if one.first == place), default=0)


class Tongue(Struct, frozen=True):
    """How one language tells norms: the pipeline for its phrases, endings of participles, patterns of references."""

    line: Pipeline
    participle: tuple[str, ...]
    infinitive: tuple[str, ...]
    gerund: tuple[str, ...]
    state: frozenset[str]
    things: frozenset[str]  # words in capitals that name a text or a thing, and nobody
    cites: re.Pattern[str]
    columns: dict[str, tuple[str, ...]]  # what the columns of a table of targets are called, by kind


@lru_cache(maxsize=4)
def tongue(lang: str) -> Tongue:
    """Return how a language tells norms. Raises Problem where a table has no source."""
    raw = law.read_table(places.LAW / "structure" / f"{lang}.toml")
    for name, table in raw.items():
        if not table.get("source"):
            raise Problem("check.law_no_source", where=f"structure/{lang}.toml", entry=name)
    tables = {name: tuple(table["words"]) for name, table in raw.items() if name not in _NO_PHRASES}
    tables |= {name: tuple(raw["recommendation"][key]) for name, key in (("advised", "said"), ("perfect", "perfect"))}
    tables["let"], tables["itself"] = tuple(raw["permission"]["said"]), tuple(raw["command"].get("itself", ()))
    tables["no_head"] = tuple(raw["adverb"]["no_head"])
    columns = {name: tuple(words) for name, words in raw["column"].items() if name != "source"}
    columns["responsible"] = tuple(raw["responsible"]["words"])
    endings = tuple(raw["be"]["participle"]), tuple(raw["infinitive"]["endings"]), tuple(raw["infinitive"]["gerund"])
    return Tongue(
        Pipeline(lang, tables),
        *endings,
        frozenset(raw["government"]["words"]),
        frozenset(raw["persons"]["things"]),
        _references(raw["cites"]),
        columns,
    )


def _references(table: dict[str, list[str]]) -> re.Pattern[str]:
    number = r"(?:\d+[A-Za-z]?(?:[.º°]?(?:er|bis|ter)?)|\([0-9a-zA-Z]{1,4}\))(?:\s?\([0-9a-zA-Z]{1,4}\))*"
    more = rf"(?:(?:,| and| et| y| e| to| à| a| or| ou| o) {number})*"
    units, laws, of = ("|".join(table[name]) for name in ("words", "laws", "of"))
    return re.compile(
        rf"\b(?:(?:{units.lower()}|{units.title()}|{_capitals(units)})\s(?:{number}){more}(?:,? (?:{of}))?|{laws})"
    )


def _capitals(units: str) -> str:
    """Return the words of references in capitals, without those of which that makes another pattern ("s\\.")."""
    return "|".join(one.upper() for one in units.split("|") if "\\" not in one and "?:" not in one)


def told(reading: Reading, sentence: Sentence, plan: bool = False) -> Told:
    """Return a sentence of a reading with the marks of law/structure; `plan` where it is one of a policy."""
    by = tongue(reading.lang)
    flat, at = clean(reading.text[sentence.start : sentence.end])
    doc = by.line.doc(flat)
    known = {word.start: place for place, word in enumerate(sentence.words)}
    place_of = {token.i: known.get(sentence.start + at[token.idx], -1) for token in doc if not token.is_space}
    marks: dict[str, tuple[Mark, ...]] = {}
    for name, row in by.line.marks(doc)[0].items():
        moved = [(place_of.get(one.first, -1), place_of.get(one.last - 1, -1)) for one in row]
        marks[name] = tuple(Mark(first, last + 1, name) for first, last in moved if first >= 0 and last >= first)
    written = dashed(reading.text[sentence.start : sentence.end])
    texts = tuple(written[word.start - sentence.start : word.end - sentence.start] for word in sentence.words)
    lower = tuple(text.lower().replace("’", "'") for text in texts)
    return Told(
        reading.lang,
        sentence,
        texts,
        lower,
        marks,
        frozenset(_lines(reading.text, sentence)),
        frozenset(_signs(reading.text, sentence)),
        plan,
    )


def _signs(text: str, sentence: Sentence) -> Iterator[int]:
    """Yield the dashes and dots with which a line, and a point of a list, begins."""
    for place in range(1, len(sentence.words)):
        before, word = sentence.words[place - 1], sentence.words[place]
        if text[word.start : word.end] in SIGNS and "\n" in text[before.end : word.start]:
            yield place


def _lines(text: str, sentence: Sentence) -> Iterator[int]:
    """Yield the words with which a line begins behind a short one, in capitals or with a number: what is ahead is a heading."""
    begin = sentence.start
    for place in range(1, len(sentence.words)):
        before, word = sentence.words[place - 1], sentence.words[place]
        if "\n" not in text[before.end : word.start]:
            continue
        short = before.end - begin <= LINE and (before.weight or not text[before.end - 1].isalpha())
        if text[word.start] == "(" or text[word.start].isdigit() or (word.capital and short):
            yield place
        begin = word.start
