"""The child that makes a PDF: what its server makes ready, and how it locks itself in before it sees a word of the page.

It reads our fonts and no other file, opens no connection, starts no process and writes nothing but its answer
(limited/walls.py). Threads it may have: Pango looks for fonts in one.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.limited import child, walls
from ssc_drafter.writers.pdf.page import Answer, Page

if TYPE_CHECKING:
    from ssc_drafter.writers.pdf.press import Press

MEMORY, SECONDS = 2 << 30, 120
LARGEST = 64 << 20
CELL = walls.Cell(MEMORY, SECONDS, readable=(".",), threads=True)  # the server stands in the folder of our fonts
WARM = Page(
    '<html lang="en"><body><h1 id="a">A <b>b</b> <i>c</i> <b><i>d</i></b></h1><ul><li><a href="#a">x</a></ul>'
    '<bdi dir="rtl" lang="ar">\u062c <b>\u062c</b></bdi> \u20b9<table><thead><tr><th>1</table></body></html>',
    '@page { @top-left { content: "a"; font: 9pt "Agreement Sans" } } ul { display: flex }',
    "a",
    "en-GB",
    "2026-01-01",
)


class Job(Struct, frozen=True):
    """Whether fewer walls than the required ones are accepted."""

    minimal: bool = False


class _Ready:
    """The press, once it is warm (none where the shared libraries that it draws with are missing), and the look it prints."""

    press: Press | None = None
    look: Path | None = None


def warm() -> None:
    """Import WeasyPrint, read our style and fonts, and print a tiny page, so that only fonts are opened later."""
    try:
        from ssc_drafter.writers.pdf.press import Press
    except OSError:  # WeasyPrint is there, Pango is not
        return
    _Ready.look = Path.cwd().parent
    with places.standing(look=_Ready.look):
        _Ready.press = Press(Path())
        _Ready.press.printed(WARM)


def run(order: bytes) -> None:
    """Lock this process in, read the page from descriptor 0, write the answer to descriptor 1."""
    job = msgspec.json.decode(order, type=Job)
    held = walls.lock(CELL, _wanted())
    missing = () if job.minimal else walls.lacking(held)
    refused = Answer(refusal="no_walls", why=", ".join(missing))
    child.say(msgspec.msgpack.encode(refused if missing else _answered()))


def _wanted() -> tuple[str, ...]:
    """Return the walls to raise: where only root may read our fonts, the child stays root behind the other walls."""
    here = Path()
    open_to_all = here.stat().st_mode & 0o001 and all(font.stat().st_mode & 0o004 for font in here.glob("*.ttf"))
    return walls.NAMES if open_to_all else tuple(name for name in walls.NAMES if name != "user")


def _answered() -> Answer:
    if _Ready.press is None:
        return Answer(refusal="no_pango")
    gc.disable()  # the process ends with its page; a sixth of the time went into searching WeasyPrint's boxes
    try:
        page = msgspec.msgpack.decode(child.given(LARGEST), type=Page)
        _Ready.press.renew()
        with places.standing(look=_Ready.look):
            return Answer(_Ready.press.printed(page))
    except (MemoryError, child.TooMuch):
        return Answer(refusal="too_heavy")
    except Exception as problem:
        return Answer(refusal="failed", why=type(problem).__name__)


def serve(descriptor: int) -> None:
    """Take pages until the other side closes the connection."""
    child.serve(descriptor, warm, run)


def alone() -> None:
    """Print one page from standard input: the job stands in the first argument."""
    child.alone(warm, run)
