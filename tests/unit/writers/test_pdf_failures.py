"""The child that makes a PDF, where something goes wrong: each failure is a sentence, and the next page is printed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest
from trees import article, para, small

from ssc_drafter.errors import Problem
from ssc_drafter.limited import pool
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.words import LANGUAGES
from ssc_drafter.writers.pdf import document, fonts, printer
from ssc_drafter.writers.pdf.child import WARM
from ssc_drafter.writers.pdf.page import Answer, Page

pytestmark = [pytest.mark.slow, pytest.mark.pango]
ROOT = str(Path(__file__).resolve().parents[3])


def page(body: str = "<p>x</p>", style: str = "") -> Page:
    return Page(f'<html lang="en"><body>{body}</body></html>', style, "t", "en-GB", "2026-11-25")


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as made:
        return " ".join(one.get_textpage().get_text_range() for one in made)


LONG = page("".join(f"<p>{n} some words of a long page that is never done in time</p>" for n in range(6000)))


def refused(one: Page) -> str:
    with pytest.raises(Problem) as problem:
        printer.printed(one)
    for lang in LANGUAGES:
        assert not {"{", "Traceback"} & set(problem.value.sentence(lang).split())
    return problem.value.key.removeprefix("writers.")


@pytest.fixture
def children() -> Iterator[list[int]]:
    """Stop every child of the printing server as soon as it is there; give the list of those that were stopped."""
    stopped: list[int] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            for child in [child for server in _servers(os.getpid()) for child in _children(server)]:
                if child not in stopped:
                    os.kill(child, signal.SIGKILL)
                    stopped.append(child)
            time.sleep(0.01)

    watching_ = threading.Thread(target=watch)
    watching_.start()
    yield stopped
    done.set()
    watching_.join()


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for path in Path(f"/proc/{pid}/task").glob("*/children") for one in path.read_text().split()]
    except OSError:  # it has ended
        return []


def _servers(pid: int) -> list[int]:
    """Return the printing servers of a process: they stand in the folder of the fonts."""
    found = []
    for one in _children(pid):
        with contextlib.suppress(OSError):  # it has ended
            if Path(f"/proc/{one}/cwd").samefile(fonts.FOLDER):
                found.append(one)
    return found


def test_a_render_that_takes_too_long_is_stopped_with_a_sentence_and_the_next_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    printer.printed(page())  # warm: what follows is the clock of one render
    monkeypatch.setattr(printer, "WAIT", 0.3)
    start = time.monotonic()
    assert refused(LONG) == "print_too_slow"
    assert time.monotonic() - start < 10
    monkeypatch.undo()
    assert "next" in words(printer.printed(page("<p>next</p>")))


def test_an_answer_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "LARGEST", 1000)
    assert refused(page()) == "print_too_heavy"


def test_a_child_that_is_killed_each_time_is_a_sentence(children: list[int]) -> None:
    assert refused(LONG) == "print_stopped"
    assert len(children) == 2


def test_nothing_goes_on_printing_for_a_caller_that_is_gone() -> None:
    code = f"import sys; sys.path[:0] = [{ROOT!r}, {str(Path(__file__).parent)!r}]; from test_pdf_failures import LONG, printer; printer.printed(LONG)"
    with subprocess.Popen([sys.executable, "-c", code]) as caller:
        try:
            printing = _awaited(lambda: [pid for server in _servers(caller.pid) for pid in _children(server)])
            servers = _servers(caller.pid)
        finally:
            caller.kill()
    assert printing
    assert servers
    assert _awaited(lambda: not [pid for pid in (*printing, *servers) if Path(f"/proc/{pid}").exists()])


def _awaited(found: Callable[[], object]) -> Any:
    """Return what is found as soon as there is something, at most for a minute."""
    until = time.monotonic() + 60
    while not (there := found()) and time.monotonic() < until:
        time.sleep(0.02)
    return there


def test_a_server_that_was_killed_is_replaced_and_the_page_is_made() -> None:
    printer.printed(page())
    for server in printer._pool.idle:
        server.process.kill()
    assert "again" in words(printer.printed(page("<p>again</p>")))


def test_a_sign_that_no_font_has_is_named_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "printed", lambda one: pytest.fail("it was sent"))
    made: Agreement = small(article("a", "One", para("中华")))
    with pytest.raises(Problem, match=r"U\+4E2D"):
        document.render(made)


LIES = [
    Answer(),
    Answer(b"<html>"),
    Answer(b"%PDF-1.4", "no_such_refusal", "why"),
    Answer(b"%PDF-1.4", "no_walls", "calls"),
    Answer(b"%PDF-1.4", "failed", "{lang} {key}" * 50),
    Answer(refusal="too_heavy"),
    Answer(refusal="no_pango"),
]


@pytest.mark.parametrize("answer", LIES)
def test_only_a_pdf_without_a_refusal_is_taken(answer: Answer) -> None:
    with pytest.raises(Problem) as problem:
        printer._judged(answer)
    assert len(problem.value.sentence("fr")) < 400


def test_where_a_required_wall_is_missing_nothing_is_printed_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wall that fails is simulated in a server of its own, whose list of calls cannot be raised."""
    broken = (
        "import sys; sys.path.insert(0, sys.argv[1]); from ssc_drafter.limited import walls; from ssc_drafter.writers.pdf import child;"
        "walls._ORDER = tuple((n, b if n != 'calls' else None) for n, b in walls._ORDER); sys.argv[1] = sys.argv[2]; child.alone()"
    )
    for minimal, expected in ((False, "no_walls"), (True, "")):
        call = [sys.executable, "-I", "-c", broken, ROOT, json.dumps({"minimal": minimal})]
        done = subprocess.run(
            call,
            input=msgspec.msgpack.encode(WARM),
            capture_output=True,
            cwd=fonts.FOLDER,
            env=printer._ENVIRONMENT,
            timeout=120,
        )
        answer = msgspec.msgpack.decode(done.stdout, type=Answer)
        assert answer.refusal == expected
        assert answer.pdf.startswith(b"%PDF" if minimal else b"")
        assert bool(answer.pdf) == minimal


def test_where_no_servers_can_be_a_process_of_its_own_makes_the_same_bytes() -> None:
    job = json.dumps({"minimal": True}).encode()
    with pool.laid(msgspec.msgpack.encode(WARM)) as file:
        out, _ended = pool._alone(printer._WORK, file, job, 100)
    assert msgspec.msgpack.decode(out or b"", type=Answer).pdf == printer.printed(WARM)
    with pool.laid(b"no page") as file, pytest.raises(pool.Died):
        pool._alone(printer._WORK, file, b"no job", 100)


def test_as_many_as_there_are_places_are_made_at_once_the_next_waits_and_one_too_many_gets_a_sentence() -> None:
    places, usual = printer._pool._places._initial_value, printer._pool.queue  # type: ignore[attr-defined]
    printer.printed(page())
    printer._pool.queue = pool.Queue(1, 60)
    made: list[str] = []
    try:
        several = [
            threading.Thread(target=lambda n=n: made.append(words(printer.printed(page(f"<p>{n}</p>" * 900)))))
            for n in range(places + 1)
        ]
        for thread in several:
            thread.start()
        until = time.monotonic() + 20
        while printer._pool._waiting < 1 and time.monotonic() < until:
            time.sleep(0.01)
        assert refused(page()) == "print_busy"
        for thread in several:
            thread.join()
        assert len(made) == places + 1
    finally:
        printer._pool.queue = usual
