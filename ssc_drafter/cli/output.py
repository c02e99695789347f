"""What the command line prints and writes: documents on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from ssc_drafter.errors import Problem
from ssc_drafter.words import say

T = TypeVar("T")


def put_json(document: Any) -> None:
    """Print one JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def note(text: str) -> None:
    """Say something to the person, on standard error."""
    click.echo(text, err=True)


def warn(what: str, where: str) -> None:
    """Say what a person has to know of a file, with its place where there is one."""
    note(say("reading.warning", what=what, where=where) if where else say("reading.warning_anywhere", what=what))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises Problem where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Problem("cli.not_written", str(path), detail=error.strerror or error) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises Problem where there is no such file or it may not be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise Problem("cli.is_folder", str(path)) from None
    except FileNotFoundError:
        raise Problem("cli.no_such_file", str(path)) from None
    except OSError as error:
        raise Problem("cli.not_readable", str(path), detail=error.strerror or error) from None


def progress(what: str, things: Iterable[T], total: int, name: str = "") -> Iterator[T]:
    """Pass things on; once a second has gone by, say on standard error how far it is."""
    start = last = time.monotonic()
    for place, thing in enumerate(things, 1):
        yield thing
        now = time.monotonic()
        if now - start > 1 and (now - last > 1 or place == total):
            last = now
            note(f"{what}: {place} of {total}")


@contextmanager
def working(what: str, every: float = 1.0) -> Iterator[None]:
    """Say on standard error what is being done and for how many seconds, each time `every` seconds have gone by."""
    over, start = threading.Event(), time.monotonic()

    def tell() -> None:
        while not over.wait(every):
            note(say("reading.working", what=what, seconds=round(time.monotonic() - start)))

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()


def table(rows: list[tuple[str, ...]]) -> None:
    """Print rows in columns as wide as their longest cell."""
    if not rows:
        return
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def leave(code: int) -> None:
    """End the program with an exit code after everything printed is out."""
    sys.stdout.flush()
    raise SystemExit(code)
