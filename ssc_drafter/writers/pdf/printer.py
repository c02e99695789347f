"""The way to the child that makes PDFs: a page in, its bytes out, or one sentence on what was in the way.

Only this side knows the draft's owner; WeasyPrint is loaded on the other (child.py), which has no path but our fonts.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

import msgspec

from ssc_drafter.errors import Problem
from ssc_drafter.limited import pool
from ssc_drafter.limited.walls import minimal
from ssc_drafter.writers.pdf import fonts
from ssc_drafter.writers.pdf.child import LARGEST, SECONDS, Job
from ssc_drafter.writers.pdf.page import Answer, Page

PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
WAIT = SECONDS * 1.5
PAST = 2  # past looks whose servers are kept


def _work(folder: Path) -> pool.Work:
    """Return the servers that stand in a folder of fonts, and print with the look that it belongs to."""
    # no font of the machine is seen: the same page on every machine, and no other folder to open
    return pool.Work("ssc_drafter.writers.pdf.child", folder, {"FONTCONFIG_FILE": str(folder / "fonts.conf")}, jobs=200)


_WORK = _work(fonts.FOLDER)
_ENVIRONMENT = _WORK.environment
_pool = pool.Pool(_WORK, max(1, min(2, (os.cpu_count() or 2) - 1)))  # a core is left for those who read pages
_past: dict[Path, pool.Pool] = {}
_guard = threading.Lock()


def start(queue: pool.Queue | None = None) -> None:
    """Start a server ahead of the first page; `queue` says how many may wait for a place, and how long."""
    _pool.queue = queue or _pool.queue
    _pool.start()


def close() -> None:
    """End the servers of this process."""
    for one in (_pool, *_past.values()):
        one.close()


def _servers() -> pool.Pool:
    """Return the servers of the look that is stood on: ours, or those of the look of a past draft, started when asked for."""
    folder = fonts.folder()
    if folder == fonts.FOLDER:
        return _pool
    with _guard:
        found = _past.pop(folder, None) or pool.Pool(_work(folder), 1)
        _past[folder] = found  # the last one used stands last
        found.queue = _pool.queue
        old = [_past.pop(next(iter(_past))) for _ in range(len(_past) - PAST)]
    for one in old:
        one.close()
    return found


def printed(page: Page) -> bytes:
    """Return a page as a PDF. Raises Problem: too long or too heavy, stopped, no walls, no Pango, too many at once."""
    try:
        with pool.laid(msgspec.msgpack.encode(page)) as file:
            out = _servers().ask(file, msgspec.json.encode(Job(minimal())), wait=WAIT, most=LARGEST)
        return _judged(msgspec.msgpack.decode(out, type=Answer))
    except pool.TooSlow:
        raise Problem("writers.print_too_slow", seconds=SECONDS) from None
    except pool.TooLong:
        raise Problem("writers.print_too_heavy") from None
    except pool.Full:
        raise Problem("writers.print_busy") from None
    except (pool.Died, msgspec.DecodeError):
        raise Problem("writers.print_stopped") from None


def _judged(answer: Answer) -> bytes:
    """Return the PDF of an answer. Raises Problem where it bears a refusal, or something else than a PDF."""
    if answer.refusal == "no_pango":
        raise Problem("writers.no_pango", packages=PANGO)
    if answer.refusal == "no_walls":
        raise Problem("writers.print_no_walls", walls=answer.why)
    if answer.refusal == "too_heavy":
        raise Problem("writers.print_too_heavy")
    if answer.refusal or not answer.pdf.startswith(b"%PDF-"):
        raise Problem("writers.print_failed", why=answer.why[:80] or "?")
    return answer.pdf
