"""Nothing is lost: many savers at once, a process killed, a disk that is full, a statement that fails."""

from __future__ import annotations

import multiprocessing
import os
import random
import secrets
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, audit, checkpoint, drafts, points, users
from ssc_drafter.store.actor import COMMAND_LINE, Actor
from ssc_drafter.store.copies import verify

Op = Callable[[], str]


def _save_many(job: tuple[str, str, str, int]) -> int:
    """Save a number of times on the latest version, again after every conflict; return how often there was one.

    A store that was busy for ten seconds says so and saves nothing: SQLite gives its pen to whoever asks in the right moment,
    and of many who write without a pause one may ask in vain for so long where the machine is slow. Then the very same save is
    sent again, as people are told to.
    """
    folder, draft_id, user_id, times = job
    conflicts = 0
    with Store.open(Path(folder)) as store:
        account = users.by_id(store, user_id)
        assert account is not None
        for number in range(times):
            body, op = f"{os.getpid()} {number}".encode(), secrets.token_hex(16)
            base = drafts.read(store, draft_id).version
            while True:
                try:
                    drafts.save(store, account.actor(), draft_id, base=base, op=op, body=body)
                    break
                except drafts.Conflict as why:
                    conflicts += 1
                    base = why.current.version
                except Problem as why:
                    if why.key != "store.busy":
                        raise
    return conflicts


@pytest.mark.slow
def test_eight_processes_save_one_draft_150_times_each_and_no_save_is_lost(store: Store, ana: Actor, draft_id: str) -> None:
    job = (str(store.folder), draft_id, ana.id or "", 150)
    with multiprocessing.get_context("spawn").Pool(8) as pool, checkpoint.running(store):
        pool.map(_save_many, [job] * 8, chunksize=1)
    assert drafts.read(store, draft_id).version == 1 + 8 * 150
    with store.reading() as connection:
        assert verify(connection).revisions == 1 + 8 * 150


WRITER = """
import sys
from pathlib import Path
from ssc_drafter.store import Store, drafts, users
with Store.open(Path(sys.argv[1])) as store:
    actor = users.by_name(store, "ana").actor()
    base = drafts.read(store, sys.argv[2]).version
    number = 0
    while True:
        op = f"{sys.argv[3]}-{number:012d}"
        saved = drafts.save(store, actor, sys.argv[2], base=base, op=op, body=(op * 40).encode())
        base, number = saved.version, number + 1
        print(saved.version, op, flush=True)
"""


def killed_writer(folder: Path, draft_id: str, mark: str, after: float) -> list[tuple[int, str]]:
    """Run a writer, kill it as kill -9 does some time after its first answer, and return what it was told is saved."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder), draft_id, mark], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read()
    writer.wait()
    writer.stdout.close()
    lines = [line.split() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return [(int(version), op) for version, op in lines]


@pytest.mark.slow
def test_what_was_answered_survives_kill_9(folder: Path, op: Op) -> None:
    with Store.open(folder) as store:
        ana = users.add(store, COMMAND_LINE, "ana", ["drafter"]).actor()
        draft_id = drafts.create(store, ana, kind="k", lang="en", title="T", body=b"{}", op=op()).draft_id
    chance = random.Random(20261125)
    answered: list[tuple[int, str]] = []
    for turn in range(12):
        answered += killed_writer(folder, draft_id, f"turn{turn:04d}", chance.uniform(0.0, 0.25))
        with Store.open(folder) as store:
            with store.reading() as connection:
                verify(connection)  # versions without a gap, hashes, the chain, SQLite's own check
            kept = {one.version: one.op for one in drafts.history(store, draft_id)}
            assert [pair for pair in answered if kept.get(pair[0]) != pair[1]] == []
    assert len(answered) >= 12


CRASHING = """
import os, sys
from pathlib import Path
from ssc_drafter.store import Store, drafts, points, users
with Store.open(Path(sys.argv[1])) as store:
    actor = users.by_name(store, "ana").actor()
    at = os.environ["SSC_CRASH_AT"]
    points.hook = lambda point: os._exit(9) if point == at else None
    print(drafts.save(store, actor, sys.argv[2], base=1, op=sys.argv[3], body=b"the second", title="New").version, flush=True)
"""

# the point at which the process ends, and whether the save is then there
POINTS = [("after_update", False), ("after_revision", False), ("before_commit", False), ("after_commit", True), ("never", True)]


@pytest.mark.parametrize(("point", "kept"), POINTS)
@pytest.mark.slow
def test_a_process_that_ends_in_the_middle_of_a_save_leaves_all_of_it_or_nothing(
    folder: Path, new_store: Callable[[Path], Path], op: Op, point: str, kept: bool
) -> None:
    """The six promises after each named point: words, versions, head, hashes and references, record, and the same save again."""
    with Store.open(new_store(folder)) as store:
        ana = users.add(store, COMMAND_LINE, "ana", ["drafter"]).actor()
        draft_id = drafts.create(store, ana, kind="k", lang="en", title="Old", body=b"the first", op=op()).draft_id
        entries = _entries(store)
    again = op()
    child = [sys.executable, "-c", CRASHING, str(folder), draft_id, again]
    done = subprocess.run(child, env={**os.environ, "SSC_CRASH_AT": point}, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == ((0, b"2\n") if point == "never" else (9, b"")), done.stderr
    with Store.open(folder) as store:
        assert drafts.read(store, draft_id, 1).body == b"the first"
        assert [one.version for one in drafts.history(store, draft_id)] == ([2, 1] if kept else [1])
        head = drafts.head(store, draft_id)
        assert head is not None
        assert (head.version, head.title) == ((2, "New") if kept else (1, "Old"))
        with store.reading() as connection:
            verify(connection)
        assert _entries(store) == entries + kept
        saved = drafts.save(store, ana, draft_id, base=1, op=again, body=b"the second", title="New")
        assert (saved.version, saved.replayed) == (2, kept)
        assert [one.op for one in drafts.history(store, draft_id)].count(again) == 1


def _entries(store: Store) -> int:
    with store.reading() as connection:
        return len(audit.entries(connection))


def test_nothing_stands_at_the_named_points_in_production() -> None:
    assert points.hook is None


def broken(store: Store, number: int) -> Callable[..., None]:
    """Make the `number`-th statement from now on fail as on a full disk."""
    left = [number]

    def fail(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OperationalError(statement, parameters, sqlite3.OperationalError("database or disk is full"))

    event.listen(store.engine, "before_cursor_execute", fail)
    return fail


def test_a_save_that_fails_at_any_statement_leaves_the_draft_as_it_was(store: Store, ana: Actor, draft_id: str, op: Op) -> None:
    failed = 0
    for number in range(1, 40):
        before = drafts.read(store, draft_id)
        fail = broken(store, number)
        try:
            drafts.save(store, ana, draft_id, base=before.version, op=op(), body=b"%d" % number)
        except Problem as why:
            assert why.key == "store.disk_full"
            failed += 1
        else:
            break
        finally:
            event.remove(store.engine, "before_cursor_execute", fail)
        assert drafts.read(store, draft_id) == before
        with store.reading() as connection:
            verify(connection)
    assert 5 <= failed < 39, "the save must have failed at every one of its statements, and succeeded in the end"


def test_a_full_disk_refuses_new_saves_keeps_the_old_and_works_again(store: Store, ana: Actor, draft_id: str, op: Op) -> None:
    limit = [0]

    def narrow(raw: sqlite3.Connection, *_rest: object) -> None:
        raw.execute(f"PRAGMA max_page_count={limit[0]}")

    event.listen(store.engine, "checkout", narrow)
    with store.reading() as connection:
        limit[0] = int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0) + 12
    version, refused = 1, ""
    for _ in range(40):
        try:
            version = drafts.save(store, ana, draft_id, base=version, op=op(), body=secrets.token_bytes(6000)).version
        except Problem as why:
            refused = why.key
            break
    assert refused == "store.disk_full"
    assert version > 1
    assert drafts.read(store, draft_id).version == version
    limit[0] = 1_000_000
    assert drafts.save(store, ana, draft_id, base=version, op=op(), body=b"room again").version == version + 1
    with store.reading() as connection:
        verify(connection)


def test_order_does_not_hang_on_the_clock(
    store: Store, ana: Actor, draft_id: str, op: Op, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import timedelta

    from ssc_drafter.store import clock

    true = clock.now
    for version, days in enumerate((-1, 365, 0, -400), start=1):
        monkeypatch.setattr(clock, "now", lambda days=days: true() + timedelta(days=days))
        drafts.save(store, ana, draft_id, base=version, op=op(), body=b"%d" % days)
    assert drafts.read(store, draft_id).body == b"-400"
    with store.reading() as connection:
        verify(connection)
