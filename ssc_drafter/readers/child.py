"""The other side of the cage: what a reading server imports, and how its child locks itself in and reads one file.

The server is limited/child.py; the child gets an open file, never a path, and answers one JSON document.
"""

from __future__ import annotations

import codecs
from importlib import import_module
from importlib.util import find_spec

import msgspec
from msgspec import Struct

from ssc_drafter.limited import child, walls
from ssc_drafter.readers import formats
from ssc_drafter.readers.reading import Limits, Reading, Refusal

_ENCODINGS_NAMES = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be mac_roman cp437 cp850 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 "
    "cp1258 latin-1 ascii iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 koi8-r koi8-u gb18030 gbk "
    "big5 shift_jis euc-kr cp874"
)
_ENCODINGS = _ENCODINGS_NAMES.split()


class Job(Struct, frozen=True):
    """One file: its suffix, how much it may cost, options of its reader, and whether fewer walls are accepted."""

    suffix: str
    limits: Limits
    options: dict[str, str] = {}
    minimal: bool = False


class Answer(Struct, frozen=True):
    """What comes out of the cage: a reading, or the key of a refusal with its values. The parent trusts neither."""

    reading: Reading | None = None
    refusal: str = ""
    where: str = ""
    values: dict[str, str] = {}
    format: str = ""


def read(data: bytes, job: Job) -> Answer:
    """Return the answer for a file's bytes. Never raises: a fault of a reader is a refusal too."""
    try:
        name = formats.sniff(data, job.suffix, job.limits)
        reading = formats.reader(name)(data, job.limits, {**job.options, "format": name})
        return Answer(reading=reading, format=name)
    except Refusal as refusal:
        return Answer(refusal=refusal.key, where=refusal.where, values=refusal.values)
    except MemoryError:
        return Answer(refusal="readers.too_heavy")
    except RecursionError:
        return Answer(refusal="readers.too_deep")
    except Exception as problem:
        return Answer(refusal="readers.unreadable", values={"why": f"{type(problem).__name__}: {problem}"[:200]})


def run(order: bytes) -> None:
    """Lock this process in, read descriptor 0, write the answer to descriptor 1."""
    job = msgspec.json.decode(order, type=Job)
    held = walls.lock(walls.Cell(job.limits.memory, job.limits.seconds))
    missing = () if job.minimal else walls.lacking(held)
    refused = Answer(refusal="readers.no_walls", values={"walls": ", ".join(missing)})
    child.say(msgspec.json.encode(refused if missing else _answered(job)))


def _answered(job: Job) -> Answer:
    try:
        return read(child.given(job.limits.size), job)
    except child.TooMuch:
        return Answer(refusal="readers.too_big")
    except MemoryError:
        return Answer(refusal="readers.too_heavy")


def warm() -> None:
    """Import everything that a reader needs, and let each read one tiny file, so that nothing is opened later."""
    for codec in _ENCODINGS:
        codecs.lookup(codec)
    for name in dict.fromkeys(formats.READERS.values()):
        if find_spec(name) is None:
            continue
        module = import_module(name)
        if hasattr(module, "warm"):
            module.warm()


def serve(descriptor: int) -> None:
    """Take files until the other side closes the connection."""
    child.serve(descriptor, warm, run)


def alone() -> None:
    """Read one file from standard input: the job stands in the first argument."""
    child.alone(warm, run)
