"""The vectors of a body of law: made once for each law, kept on disk by the hash of its words, searched by brute force."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ssc_drafter.check.embedding.model import NAME, SIZE, encode

CHUNK = 50_000  # passages that are multiplied at a time
KEPT = 200  # laws whose vectors are kept


class Vectors:
    """Passages with their owners: `nearest` returns the owners whose passages come nearest to a text."""

    def __init__(self, owners: Sequence[int], rows: Any) -> None:
        self.owners = owners
        self.rows = rows

    def nearest(self, texts: Sequence[str], k: int) -> list[tuple[int, float]]:
        """Return the `k` owners nearest to any of the texts, best first, each with the cosine of its best passage."""
        import numpy

        if not len(self.owners) or not texts:
            return []
        asked = encode(texts).astype(numpy.float32).T
        parts = [
            (self.rows[at : at + CHUNK].astype(numpy.float32) @ asked).max(axis=1) for at in range(0, len(self.rows), CHUNK)
        ]
        best: dict[int, float] = {}
        scores = numpy.concatenate(parts)
        for place in numpy.argsort(-scores, kind="stable"):
            best.setdefault(self.owners[place], float(scores[place]))
            if len(best) == k:
                break
        return list(best.items())


def vectors_of(laws: Sequence[Sequence[tuple[int, str]]], folder: Path | None) -> Vectors:
    """Return the vectors of laws, each given as passages with their owners; those kept in a folder are not made again."""
    import numpy

    rows = [_kept([words for _, words in passages], folder) for passages in laws]
    owners = [owner for passages in laws for owner, _ in passages]
    return Vectors(owners, numpy.concatenate(rows) if rows else numpy.zeros((0, SIZE), numpy.float16))


def _kept(texts: Sequence[str], folder: Path | None) -> Any:
    if folder is None:
        return encode(texts)
    key = hashlib.sha256("\x1f".join((NAME, *texts)).encode()).hexdigest()[:24]
    return _stored(folder / "vectors" / f"{key}.npy", len(texts), lambda: encode(texts))


def _stored(path: Path, count: int, make: Callable[[], Any]) -> Any:
    """Return what a file holds, made and kept where it is missing or broken."""
    import numpy

    with contextlib.suppress(OSError, ValueError, EOFError):
        found = numpy.load(path, allow_pickle=False)
        if found.shape == (count, SIZE):
            os.utime(path)
            return found
    made = make()
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.tmp")
        with beside.open("wb") as file:
            numpy.save(file, made, allow_pickle=False)
        beside.rename(path)
        for old in sorted(path.parent.glob("*.npy"), key=lambda one: -one.stat().st_mtime)[KEPT:]:
            old.unlink(missing_ok=True)
    return made
