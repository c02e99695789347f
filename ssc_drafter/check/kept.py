"""What the check keeps between runs: laws as they were read, by the hash of their files; indexes of bodies of law; and
provisions with their norms, by the hash of their words.

All of it can be made again; a folder that cannot be written, or a file that is broken, only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TypeVar

import msgspec

from ssc_drafter import places
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.policies import shelf
from ssc_drafter.policies.facts import sidecars
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.search import Index
from ssc_drafter.words import at_hand

VARIABLE = "SSC_DRAFTER_CACHE"  # a folder, or "off"
INDEXES = 8  # bodies of law that are kept
FACTS = 40  # files of what holds for a body of law
LAWS = 20_000  # files of law
AT_ONCE = 200  # readings that are asked for at once
READINGS = 300_000_000  # bytes that the readings may take before they are begun anew
T = TypeVar("T")
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Reading).decode


def folder() -> Path | None:
    """Return the folder of what is kept, made if need be, or None where nothing can or shall be kept."""
    named = os.environ.get(VARIABLE, "")
    if named == "off":
        return None
    if not named:
        import platformdirs

        named = platformdirs.user_cache_dir("ssc-drafter")
    path = Path(named)
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return path


READS = ("check", "language", "policies")  # folders of code that readings, indexes and facts of bodies of law rest on
TAKES_UP = ("readers", "limited", "policies", "language", "tree")  # and the provisions of a file


@lru_cache(maxsize=1)
def edition() -> str:
    """Return a hash of all that readings depend on: the law data, the code that reads, what it is built on."""
    return _hash([*places.LAW.rglob("*.toml"), *code_of(READS)])


@lru_cache(maxsize=1)
def law_edition() -> str:
    """Return a hash of all that makes provisions of a file: the readers, the words that they know and say, what they are built
    on."""
    return _hash([*places.LAW.rglob("*.toml"), *places.WORDS.rglob("*.toml"), *code_of(TAKES_UP)])


@lru_cache(maxsize=1)
def check_edition() -> str:
    """Return a hash of all that a report depends on beside its draft and laws: what reads and judges, and the words it says."""
    return _hash([*places.LAW.rglob("*.toml"), *places.WORDS.rglob("*.toml"), *code_of(("tree", *READS))])


def code_of(folders: Iterable[str]) -> list[Path]:
    """Return the modules in some folders of the program, and those beside them that all use."""
    package = Path(__file__).parent.parent
    return [*package.glob("*.py"), *(path for name in folders for path in (package / name).rglob("*.py"))]


def _hash(files: Iterable[Path]) -> str:
    """Return a hash of files, and of the releases of what is installed."""
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(path.read_bytes())
    for name, version in sorted({(one.name, one.version) for one in metadata.distributions()}):
        found.update(f"{name} {version}\x1f".encode())
    return found.hexdigest()[:16]


def law(name: str, make: Callable[[], Instrument]) -> Instrument:
    """Return the law kept under a name, taken from disk as it is asked for; made, and kept, where it is not yet."""
    base = folder()
    if base is None:
        return make()
    path = base / "laws" / f"{name}.law"
    found = _opened(path)
    return found if found is not None else _shelved(path, make())


def _opened(path: Path) -> Instrument | None:
    """Return a law that was kept, or None where there is none that is whole."""
    with contextlib.suppress(ValueError, OSError):
        found = shelf.opened(path)
        os.utime(path)
        return found
    return None


def _shelved(path: Path, made: Instrument) -> Instrument:
    """Return a law, kept on disk where that can be."""
    with contextlib.suppress(ValueError, OSError):
        path.parent.mkdir(exist_ok=True)
        shelf.write(path, made)
        if path.stem[-1] == "0":  # one in sixteen looks whether there are too many
            for old in sorted(path.parent.iterdir(), key=lambda one: -one.stat().st_mtime)[LAWS:]:
                old.unlink(missing_ok=True)
        return shelf.opened(path)
    return made


class Files:
    """Files of law that were read before: known again by their bytes, what reads them, and the language of what it noticed."""

    def get(self, path: Path) -> Instrument | None:
        """Return the law of a file as it was read, None where it was not."""
        at = self._at(path)
        return _opened(at) if at else None

    def put(self, path: Path, made: Instrument) -> Instrument:
        """Keep what was read in a file."""
        at = self._at(path)
        return _shelved(at, made) if at else made

    def _at(self, path: Path) -> Path | None:
        base = folder()
        if base is None:
            return None
        with contextlib.suppress(OSError):
            return base / "laws" / f"{law_edition()}-{at_hand()}-{shelf.digest(path, sidecars(path))}.law"
        return None


def index(key: str, make: Callable[[Path | None], Index], *, small: bool) -> Index:
    """Return the index kept under a key, made where there is none; that of a small body of law is made in memory."""
    base = folder()
    if small or base is None:
        return make(None)
    kept = base / "index" / f"{edition()}-{key}"
    if kept.is_dir():
        with contextlib.suppress(ValueError, OSError):
            os.utime(kept)
            return Index.open(kept)
        shutil.rmtree(kept, ignore_errors=True)
    return _made(kept, make)


def _made(kept: Path, make: Callable[[Path | None], Index]) -> Index:
    """Make an index beside its place and put it there whole."""
    try:
        kept.parent.mkdir(exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=kept.parent))
        make(beside)
        beside.rename(kept)
        for old in sorted(kept.parent.iterdir(), key=lambda path: -path.stat().st_mtime)[INDEXES:]:
            shutil.rmtree(old, ignore_errors=True)
        return Index.open(kept)
    except OSError:
        return make(None)


class Readings:
    """Provisions as they were read, by the hash of their words and language."""

    def __init__(self) -> None:
        base = folder()
        self.base: sqlite3.Connection | None = None
        if base is None:
            return
        path = base / "readings.sqlite"
        with contextlib.suppress(sqlite3.Error, OSError):
            if path.exists() and path.stat().st_size > READINGS:
                path.unlink()
            self.base = sqlite3.connect(path, timeout=5, isolation_level=None)
            self.base.execute("PRAGMA journal_mode=WAL")
            self.base.execute("PRAGMA synchronous=OFF")
            self.base.execute("CREATE TABLE IF NOT EXISTS reading (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")

    def get(self, text: str, lang: str) -> Reading | None:
        """Return what was read in a text, if it is kept."""
        if self.base is None:
            return None
        with contextlib.suppress(sqlite3.Error, zlib.error, msgspec.DecodeError):
            row = self.base.execute("SELECT value FROM reading WHERE key = ?", (_key(text, lang),)).fetchone()
            return _decode(zlib.decompress(row[0])) if row else None
        return None

    def get_all(self, texts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Reading]:
        """Return what was read in texts, each with its language, of those that are kept."""
        wanted = {_key(*one): one for one in texts} if self.base is not None else {}
        found: dict[tuple[str, str], Reading] = {}
        keys = sorted(wanted)
        for first in range(0, len(keys), AT_ONCE):
            some = keys[first : first + AT_ONCE]
            asked = f"SELECT key, value FROM reading WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 (question marks)
            with contextlib.suppress(sqlite3.Error, zlib.error, msgspec.DecodeError):
                for key, value in self.base.execute(asked, some) if self.base else ():
                    found[wanted[key]] = _decode(zlib.decompress(value))
        return found

    def put(self, readings: Iterable[Reading]) -> None:
        """Keep readings."""
        readings = tuple(readings)
        if self.base is None or not readings:
            return
        rows: Sequence[tuple[bytes, bytes]] = [
            (_key(one.text, one.lang), zlib.compress(_encode(one), level=1)) for one in readings
        ]
        with contextlib.suppress(sqlite3.Error):
            self.base.execute("BEGIN")
            self.base.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", rows)
            self.base.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        if self.base is not None:
            self.base.close()

    def of_law(self, mark: bytes, make: Callable[[], T], kind: type[T]) -> T:
        """Return what the provisions of a law say of one another, kept under its mark; made, and kept, where it is not yet."""
        if self.base is None:
            return make()
        key = _key(mark.hex(), "law")
        with contextlib.suppress(sqlite3.Error, msgspec.DecodeError):
            row = self.base.execute("SELECT value FROM reading WHERE key = ?", (key,)).fetchone()
            if row:
                return msgspec.msgpack.decode(row[0], type=kind)
        found = make()
        with contextlib.suppress(sqlite3.Error):
            self.base.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (key, _encode(found)))
        return found


def _key(text: str, lang: str) -> bytes:
    return hashlib.blake2b(f"{edition()}\x1f{lang}\x1f{text}".encode(), digest_size=16).digest()


def fact(name: str, make: Callable[[], T], kind: type[T]) -> T:
    """Return what holds for a body of law, kept under its name; made, and kept, where it is not yet."""
    base = folder()
    if base is None:
        return make()
    path = base / "facts" / f"{edition()}-{name}.json"
    with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        return msgspec.json.decode(path.read_bytes(), type=kind)
    found = make()
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(msgspec.json.encode(found))
        beside.rename(path)
        for old in sorted(path.parent.iterdir(), key=lambda one: -one.stat().st_mtime)[FACTS:]:
            old.unlink(missing_ok=True)
    return found
