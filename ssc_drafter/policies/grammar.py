"""The grammar of headings of a language: law/reading/<language>.toml, read once and turned into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.language.folding import fold as fold

READING = places.LAW / "reading"
STATUS = (
    "repealed",
    "repealed_line",
    "amended",
    "amended_line",
    *(f"bill{part}" for part in ("", "_line", "_title", "_alone", "_passed")),
)
HEADINGS = ("opens", "articles", "finite", "links", "begins")
GENERAL = "en"  # the grammar for a language that has no file


class Grammar(Struct, frozen=True):
    """What a language's file says, folded. `units` leads from a word before a number to the level of its unit."""

    lang: str
    units: dict[str, str]
    divisions: frozenset[str]
    widest: tuple[str, ...]  # words of divisions, the widest first
    unnumbered: frozenset[str]  # what stands in the place of the number of a part or title
    attached: dict[str, str]  # words of a heading -> container
    contents: frozenset[str]
    closing: dict[str, str]  # words of a heading -> code put before the numbers that follow
    coded: dict[str, str]  # words before a number that say so of the unit itself ("artículo transitorio 5") -> its code
    ends: tuple[str, ...]
    notes: tuple[str, ...]
    leads: tuple[str, ...]  # words that end what leads to the wording of another law's article
    approving: tuple[str, ...]  # words by which an act approves what stands elsewhere
    plan_units: tuple[str, ...]  # words that head the units of a policy, the widest first
    plan_beside: frozenset[str]  # what may stand beside them
    matter: dict[str, tuple[str, ...]]  # what is no provision: its headings, how recitals begin, who speaks in a foreword
    vetoed: dict[str, tuple[str, ...]]  # how a vetoed unit is noted, and what stands alone in its place
    enacting: frozenset[str]  # words of a text that is law
    announced: tuple[str, ...]  # lines behind which the name of a law stands ("DECRETA: la siguiente")
    makers: tuple[str, ...]  # parliaments, as a law begins with them: their decree is an act
    records: frozenset[str]  # titles of a list of decisions
    cites: frozenset[str]
    numbers: dict[str, int]
    suffixes: dict[str, int]
    ordinal_marks: frozenset[str]
    agreement: dict[str, tuple[str, ...]]
    months: tuple[tuple[str, ...], ...]  # the names of each, short ones too
    dates: dict[str, tuple[str, ...]]
    status: dict[str, tuple[str, ...]]
    abbreviations: frozenset[str]
    parts: dict[str, tuple[str, ...]]
    headings: dict[str, frozenset[str]]  # what tells a sentence from a heading, with its accents ("à" is no "a")


@lru_cache(maxsize=16)
def grammar(lang: str) -> Grammar:
    """Return the grammar of a language, the general one (English) where it has none of its own."""
    path = READING / f"{lang}.toml"
    data = _table(path if path.is_file() else READING / f"{GENERAL}.toml")
    shared = _table(READING / "_shared.toml")
    listed = data.get("agreement", {})
    return Grammar(
        lang=lang,
        units={fold(word): level for level, words in data["units"].items() for word in words},
        divisions=frozenset(fold(word) for word in data["divisions"]["words"]),
        widest=tuple(fold(word) for word in data["divisions"].get("widest_first", ())),
        unnumbered=frozenset(fold(word) for word in data["divisions"].get("unnumbered", ())),
        attached={fold(word): name for name, words in data.get("attached", {}).items() for word in words},
        contents=_words(data, "contents"),
        closing={fold(word): code for code, words in data.get("closing", {}).items() if code.isupper() for word in words},
        coded={
            fold(word): code[:2].upper() for code, words in data.get("closing", {}).items() if code.islower() for word in words
        },
        ends=tuple(_words(data, "ends")),
        notes=tuple(_words(data, "notes")),
        leads=_folded(data.get("notes", {}), "leads"),
        approving=_folded(data.get("approving", {}), "words"),
        plan_units=tuple(fold(word) for word in data.get("plan_units", {}).get("words", ())),
        plan_beside=frozenset(fold(word) for word in data.get("plan_units", {}).get("beside", ())),
        matter={name: tuple(fold(word) for word in words) for name, words in data.get("matter", {}).items()},
        vetoed={name: _folded(data.get("vetoed", {}), name) for name in ("note", "alone", "gone")},
        enacting=_words(data, "enacting"),
        announced=_folded(data.get("enacting", {}), "announced"),
        makers=_folded(data.get("enacting", {}), "makers"),
        records=_words(data, "records"),
        cites=_words(data, "cites"),
        numbers={fold(word): value for word, value in data["numbers"].items()},
        suffixes=shared["suffixes"],
        ordinal_marks=frozenset(fold(word) for word in shared["ordinal_marks"]["words"]),
        agreement={name: tuple(fold(word) for word in words) for name, words in listed.items()},
        months=tuple(tuple(fold(name) for name in names.split()) for names in data.get("dates", {}).get("months", ())),
        dates={name: _folded(data.get("dates", {}), name) for name in ("made", "published", "force", "close")},
        status={name: _folded(data.get("status", {}), name) for name in STATUS},
        abbreviations=frozenset(fold(word) for word in data.get("sentences", {}).get("abbreviations", ())),
        parts={name: tuple(fold(word) for word in words) for name, words in data.get("parts", {}).items()},
        headings={name: frozenset(data.get("headings", {}).get(name, ())) for name in HEADINGS},
    )


@lru_cache(maxsize=8)
def shared_words(table: str) -> tuple[str, ...]:
    """Return the folded words of a table of law/reading/_shared.toml."""
    return _folded(_table(READING / "_shared.toml")[table], "words")


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _folded(table: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in table.get(name, ()))


def _words(data: dict[str, Any], table: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data.get(table, {}).get("words", ()))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) or r"(?!)"
