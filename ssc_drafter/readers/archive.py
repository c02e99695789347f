"""A ZIP (Word, OpenDocument) that is never unpacked to disk: limits before decompression and counted while it runs.

The numbers are the promise of the product: at most 2,000 parts, 64 MB a part, 200 MB in all, no part above 1 MB that is
pressed more than 200 times, no name twice, no way out of the archive, nothing encrypted, nothing overlapping.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from ssc_drafter.readers.reading import Refusal

PARTS, PART, TOTAL, RATIO, SMALL = 2_000, 64_000_000, 200_000_000, 200, 1_000_000
_HEADER = 30


class Archive:
    """The parts of a ZIP by name. Raises Refusal where the archive is broken or built to do harm."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as problem:
            raise Refusal("readers.broken_archive") from problem
        entries = self._zip.infolist()
        _check(entries, len(data))
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}
        self._left = TOTAL

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts in the order of the archive."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Return a part's bytes, counted while they are decompressed. Raises Refusal where it lies about its size."""
        entry = self._entries[name]
        most = min(PART, self._left, entry.file_size)
        try:
            with self._zip.open(entry) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as problem:
            raise Refusal("readers.broken_archive", part=name) from problem
        if len(data) > most:
            raise Refusal("readers.bomb", part=name)
        self._left -= len(data)
        return data


def _check(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > PARTS or sum(entry.file_size for entry in entries) > TOTAL:
        raise Refusal("readers.bomb", part="")
    if len({entry.filename for entry in entries}) != len(entries):
        raise Refusal("readers.broken_archive", part="")
    for entry in entries:
        _check_entry(entry)
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end or entry.header_offset + _HEADER + entry.compress_size > size:
            raise Refusal("readers.bomb", part=entry.filename)
        end = entry.header_offset + _HEADER + entry.compress_size


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.flag_bits & 0x1:
        raise Refusal("readers.encrypted")
    if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name or "\0" in name:
        raise Refusal("readers.way_out", part=name)
    pressed = max(entry.compress_size, 1)
    if entry.file_size > PART or (entry.file_size > SMALL and entry.file_size / pressed > RATIO):
        raise Refusal("readers.bomb", part=name)
