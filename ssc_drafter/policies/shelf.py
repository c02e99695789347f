"""Laws as they were read, on disk: opened without reading the law again, and without holding it in memory.

A file holds one instrument: its facts, its text in signs of one width, so that words are found by their place alone, and its
provisions, each by itself. What is asked for is taken from the file; a law of which nothing is asked costs its facts.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import Struct as Packed
from typing import overload

import msgspec
from msgspec import Struct

from ssc_drafter.policies.instrument import Division, Instrument, Provision

MAGIC = b"ssc-law5"
WIDTHS = (("latin-1", 1), ("utf-16-le", 2), ("utf-32-le", 4))
_LEAD = Packed("<8sII")  # the mark of such files, the sum over all that follows, the length of the head
_PLACE = Packed("<I")
_encode = msgspec.msgpack.encode
_row = msgspec.msgpack.Decoder(tuple[str, str | None, str, str, int, int, str, tuple[Division, ...], str, str])
CHUNK = 1 << 20


class Head(Struct, frozen=True):
    """The facts of a law (an instrument without its text and provisions), and where in the file the rest lies."""

    law: Instrument
    places: bytes  # hash of where its provisions stand, and what they are called
    missing: str  # numbers that their row leaves out
    coding: str
    width: int
    signs: int
    count: int
    rows: int  # bytes of all provisions


_head = msgspec.msgpack.Decoder(Head)


class Book:
    """An open file: the text and the provisions of one law."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            lead = file.read(_LEAD.size)
            if len(lead) < _LEAD.size:
                raise ValueError(path.name)
            magic, total, length = _LEAD.unpack(lead)
            head = file.read(length)
            if magic != MAGIC or total != _sum(head, iter(lambda: file.read(CHUNK), b"")):
                raise ValueError(path.name)
            try:
                self.head = _head.decode(head)
            except msgspec.DecodeError as error:
                raise ValueError(path.name) from error
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.text_at = _LEAD.size + length
        self.table_at = self.text_at + self.head.signs * self.head.width
        self.rows_at = self.table_at + (self.head.count + 1) * _PLACE.size
        self.provisions = Rows(self)

    def words(self, start: int, end: int) -> str:
        """Return the text from one place to another."""
        width = self.head.width
        first, last = min(start, self.head.signs), min(end, self.head.signs)
        return self.data[self.text_at + first * width : self.text_at + last * width].decode(self.head.coding)

    def row(self, number: int) -> Provision:
        """Return a provision by its number."""
        at = self.table_at + number * _PLACE.size
        (first,), (last,) = _PLACE.unpack_from(self.data, at), _PLACE.unpack_from(self.data, at + _PLACE.size)
        return Provision(*_row.decode(self.data[self.rows_at + first : self.rows_at + last]))  # type: ignore[arg-type]


class Rows(Sequence[Provision]):
    """The provisions of an open law, each made when it is asked for."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def __len__(self) -> int:
        return self.book.head.count

    def __iter__(self) -> Iterator[Provision]:
        return map(self.book.row, range(len(self)))

    @overload
    def __getitem__(self, number: int) -> Provision: ...
    @overload
    def __getitem__(self, number: slice) -> list[Provision]: ...
    def __getitem__(self, number: int | slice) -> Provision | list[Provision]:
        if isinstance(number, slice):
            return [self.book.row(one) for one in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self.book.row(number % len(self))


class Shelved(Instrument, frozen=True, dict=True):
    """A law that stays on disk: its text and its provisions come from its book when they are asked for."""

    book: Book | None = None

    @property  # type: ignore[misc]
    def text(self) -> str:
        """The whole text, made anew each time: ask for `words` where a few will do."""
        return self._book.words(0, self._book.head.signs)

    @property  # type: ignore[misc]
    def provisions(self) -> Sequence[Provision]:  # type: ignore[override]
        """Its provisions, each made when it is asked for."""
        return self._book.provisions

    @property
    def _book(self) -> Book:
        assert self.book is not None, "opened() gives every law its book"
        return self.book

    def words(self, start: int, end: int) -> str:
        """Return the text from one place to another."""
        return self._book.words(start, end)

    def places_mark(self) -> bytes:
        """Return a hash of where its provisions stand."""
        return self._book.head.places

    def missing(self) -> str:
        """Return the numbers that the row of its provisions leaves out."""
        return self._book.head.missing


def opened(path: Path) -> Instrument:
    """Return the law that a file holds. Raises ValueError where it holds none whole, OSError where it cannot be read."""
    book = Book(path)
    facts = {name: getattr(book.head.law, name) for name in Instrument.__struct_fields__ if name not in ("text", "provisions")}
    return Shelved(text="", provisions=(), book=book, **facts)


def write(path: Path, one: Instrument) -> None:
    """Write a law to a file, whole or not at all. Raises OSError."""
    coding, width = next((coding, width) for coding, width in WIDTHS if _codes(one.text, coding))
    text = one.text.encode(coding)
    rows = [_encode(msgspec.structs.astuple(provision)) for provision in one.provisions]
    places, at = [0], 0
    for row in rows:
        at += len(row)
        places.append(at)
    law = msgspec.structs.replace(one, text="", provisions=())
    head = _encode(Head(law, one.places_mark(), one.missing(), coding, width, len(one.text), len(rows), at))
    body = [text, b"".join(map(_PLACE.pack, places)), *rows]
    beside = path.with_suffix(f".{os.getpid()}")
    with beside.open("wb") as file:
        file.write(_LEAD.pack(MAGIC, _sum(head, iter(body)), len(head)) + head)
        file.writelines(body)
    beside.replace(path)


def _sum(head: bytes, rest: Iterator[bytes]) -> int:
    total = zlib.crc32(head)
    for part in rest:
        total = zlib.crc32(part, total)
    return total


def _codes(text: str, coding: str) -> bool:
    """Whether every sign of a text has the same width in a coding."""
    highest = max(text, default="")
    return coding == "utf-32-le" or highest <= ("\xff" if coding == "latin-1" else "\uffff")


def digest(path: Path, beside: Sequence[Path] = ()) -> str:
    """Return a hash of a file, or of all files of a folder, with its name and what stands beside it."""
    found = hashlib.blake2b(str(path).encode(), digest_size=16)
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for one in [*files, *beside]:
        if one.is_file():
            data = one.read_bytes()
            found.update(f"\x1f{one.name}\x1f{len(data)}\x1f".encode() + data)
    return found.hexdigest()
