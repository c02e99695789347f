"""The full-text index of provisions: words led back to their stems, one field a language, ranked by BM25 (tantivy).

The index lies in memory, or in a folder from which it is opened again without reading the texts. What goes in are words
that others have made comparable (stems, keys shared across languages); this module only counts and ranks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    import tantivy

FIELDS = ("en", "fr", "es", "pt", "keys")
MOST_WORDS = 32  # words of one query: of a whole paragraph the rarest
COMMON = 0.4  # a word in more than this share of the passages tells nothing
KNOWN = 200_000  # words of a field of which it is remembered how many passages have them
FEW = 5  # in a body of law this small every word may tell
HEAP = 32_000_000  # bytes of memory in which passages are gathered before they are written
PASSAGES = 3  # passages of one provision that may stand among the nearest


class Passage(Struct, frozen=True):
    """A stretch of a provision: `owner` is the provision's number in its list, `words` its words by field."""

    owner: int
    words: Mapping[str, Mapping[str, int]]


class Index:
    """Passages that can be searched. Made with `build`, opened again with `open`."""

    def __init__(self, found: tantivy.Index) -> None:
        self.found = found
        self.searcher = found.searcher()
        self.count: int = self.searcher.num_docs
        self.spreads: dict[str, dict[str, int]] = {name: {} for name in FIELDS}  # passages that have a word

    @classmethod
    def build(cls, passages: Iterable[Passage], folder: Path | None = None) -> Index:
        """Return an index of passages, in memory or in a folder (which must exist and be empty)."""
        import tantivy

        found = tantivy.Index(_schema(), path=str(folder) if folder else None)
        writer = found.writer(heap_size=HEAP, num_threads=1)
        for one in passages:
            texts = {
                name: " ".join(chain.from_iterable(map(repeat, words, words.values()))) for name, words in one.words.items()
            }
            writer.add_document(tantivy.Document(owner=one.owner, **texts))
        writer.commit()
        writer.wait_merging_threads()
        found.reload()
        return cls(found)

    @classmethod
    def open(cls, folder: Path) -> Index:
        """Return the index that a folder holds. Raises ValueError where it holds none that can be read."""
        import tantivy

        return cls(tantivy.Index.open(str(folder)))

    def search(self, field: str, words: Counter[str], k: int, most: int = MOST_WORDS) -> list[tuple[int, float]]:
        """Return the `k` provisions nearest to the words in a field, best first, each with its score.

        Of the words at most the `most` rarest are asked for.
        """
        asked = self._telling(field, words, most)
        if not asked:
            return []
        hits = self.searcher.search(_query(self.found.schema, field, asked), k * PASSAGES, count=False).hits
        owners: list[Any] = self.searcher.fast_field_values("owner", [address for _, address in hits])
        best: dict[int, float] = {}
        for (score, _), owner in zip(hits, owners, strict=True):
            if owner not in best:
                best[owner] = score
                if len(best) == k:
                    break
        return list(best.items())

    def _telling(self, field: str, words: Counter[str], at_most: int) -> list[tuple[str, int]]:
        """Return the words that are in some passages but not in most, the rarest, with how often they are asked."""
        spreads, most = self.spreads[field], COMMON * self.count + FEW
        if len(spreads) > KNOWN:  # begun anew, and not emptied: another thread may be at it
            spreads = self.spreads[field] = {}
        for word in words.keys() - spreads.keys():
            spreads[word] = self.searcher.doc_freq(field, word)
        telling = sorted([(spreads[word], word, times) for word, times in words.items() if 0 < spreads[word] <= most])
        return [(word, times) for _, word, times in telling[:at_most]]

    def __len__(self) -> int:
        return self.count


def _text(words: Mapping[str, int]) -> str:
    return " ".join(chain.from_iterable(map(repeat, words, words.values())))


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("owner", stored=False, indexed=False, fast=True)
    for name in FIELDS:
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _query(schema: tantivy.Schema, field: str, asked: list[tuple[str, int]]) -> Any:
    import tantivy

    rows = []
    for word, times in asked:
        one = tantivy.Query.term_query(schema, field, word, index_option="freq")
        rows.append((tantivy.Occur.Should, one if times == 1 else tantivy.Query.boost_query(one, float(times))))
    return tantivy.Query.boolean_query(rows)
