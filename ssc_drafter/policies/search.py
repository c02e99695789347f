"""Search in provisions: an SQLite full-text index (FTS5) of words led back to their stems, one column a kind of words.

Words are led to their stems, so that "exemptions" is found by "exemption". The index lives in memory or in a file; `search`
ranks by BM25, the heading counting three times.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ssc_drafter.language.stems import stem
from ssc_drafter.policies.instrument import Instrument, Provision

WORD = re.compile(r"[^\W_]{2,}")
MOST_WORDS = 24  # words of one query: of a whole paragraph the rarest
COMMON = 0.3  # a word in more than this share of the provisions tells nothing
SCHEMA = """
CREATE TABLE provision (id INTEGER PRIMARY KEY, instrument INTEGER, file TEXT, country TEXT, lang TEXT, number TEXT,
                        address TEXT, container TEXT, start INTEGER, stop INTEGER);
CREATE VIRTUAL TABLE words USING fts5(heading, body, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
"""

SEARCH = """
SELECT instrument, file, country, number, address, container, start, stop, -bm25(words, 3.0, 1.0) AS score
FROM words JOIN provision ON provision.id = words.rowid
WHERE words MATCH ? AND (? = 0 OR country IN (SELECT value FROM json_each(?)))
ORDER BY score DESC, provision.id LIMIT ?
"""


class Hit(Struct, frozen=True):
    """A provision that was found: its place in the list of instruments, what it is, and its score (higher is nearer)."""

    instrument: int
    file: str
    country: str
    number: str
    address: str
    container: str
    start: int
    end: int
    score: float


def stems(words: str, lang: str) -> list[str]:
    """Return the stems of the words of a text, in order."""
    return [stem(word, lang) for word in WORD.findall(words)]


class Index:
    """Provisions that can be searched. Made with `build`, opened again from its file with the same call."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base

    @classmethod
    def build(cls, instruments: Iterable[Instrument], path: Path | None = None) -> Index:
        """Return an index of the provisions of instruments and of what is attached to them, in memory or in a new file."""
        base = sqlite3.connect(path or ":memory:")
        base.executescript(SCHEMA)
        index = cls(base)
        for place, one in enumerate(instruments):
            index.add(one, place)
        base.commit()
        return index

    def add(self, one: Instrument, place: int) -> None:
        """Add the provisions of an instrument, `place` its number among the instruments."""
        for provision in (*one.provisions, *one.other):
            if provision.container not in ("quoted", "earlier wording"):
                self._add(one, place, provision)

    def _add(self, one: Instrument, place: int, provision: Provision) -> None:
        row = (place, one.file, one.country, one.lang, provision.number, provision.address, provision.container)
        made = self.base.execute(
            "INSERT INTO provision (instrument, file, country, lang, number, address, container, start, stop)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, provision.start, provision.end),
        )
        heading = " ".join(stems(provision.heading or "", one.lang))
        body = " ".join(stems(one.text[provision.start : provision.end], one.lang))
        self.base.execute("INSERT INTO words (rowid, heading, body) VALUES (?, ?, ?)", (made.lastrowid, heading, body))

    def search(self, query: str, k: int = 30, *, lang: str = "en", countries: Sequence[str] = ()) -> list[Hit]:
        """Return the `k` provisions nearest to a query (words, or a whole paragraph), best first.

        The query is led to its stems in `lang`; `countries` (ISO codes) narrows the search to their law.
        """
        asked = self._telling(list(dict.fromkeys(stems(query, lang))))
        if not asked:
            return []
        wanted = " OR ".join(f'"{word}"' for word in asked)
        codes = [code.upper() for code in countries]
        rows = self.base.execute(SEARCH, (wanted, len(codes), json.dumps(codes), k))
        return [Hit(*row) for row in rows]

    def _telling(self, asked: list[str]) -> list[str]:
        """Return the words that are in some provisions but not in most, the rarest first, at most MOST_WORDS."""
        most = max(len(self) * COMMON, 5)
        counted = []
        for word in asked:
            row = self.base.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            if row is not None:
                counted.append((int(row[0]), word))
        telling = [one for one in sorted(counted) if one[0] <= most] or sorted(counted)
        return [word for _, word in telling[:MOST_WORDS]]

    def __len__(self) -> int:
        return int(self.base.execute("SELECT count(*) FROM provision").fetchone()[0])
