"""The child that makes a PDF (T14): what it cannot reach, that it makes the same bytes, and that each failure is a sentence."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
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
import trees
from canary import holds_nothing, references, watching
from trees import article, para, small

from ssc_drafter.errors import Problem
from ssc_drafter.limited import pool, walls
from ssc_drafter.tree.nodes import Agreement, Text
from ssc_drafter.writers.pdf import document, fonts, printer
from ssc_drafter.writers.pdf.child import WARM
from ssc_drafter.writers.pdf.page import Answer, Page

pytestmark = [pytest.mark.slow, pytest.mark.pango]
ROOT = str(Path(__file__).resolve().parents[3])

# what a page that has taken WeasyPrint over would try; each prints "through" where it gets through
ATTACKS = {
    "open /etc/passwd": "open('/etc/passwd').read(); say()",
    "open a file of our own code": "open(walls.__file__).read(); say()",
    "list a folder": "os.listdir('/'); say()",
    "list the folder of the fonts": "os.listdir('.'); say()",
    "read the parent's secrets": "open(f'/proc/{parent}/environ', 'rb').read(); say()",
    "write a file": "open(target, 'w').write('x'); say()",
    "write beside the fonts": "os.open('x', os.O_CREAT | os.O_WRONLY); say()",
    "write over a font": "os.open('LiberationSans-Regular.ttf', os.O_RDWR); say()",
    "remove a font": "os.unlink('LiberationSans-Regular.ttf'); say()",
    "open a connection": "socket.create_connection(('127.0.0.1', port), 2); say()",
    "send a datagram": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', port)); say()",
    "open a local socket": "socket.socket(socket.AF_UNIX).connect(local); say()",
    "start a program": "os.execv('/bin/true', ['true'])",
    "fork": "(os.fork() or os._exit(0)) and say()",
    "stop the parent": "os.kill(parent, 0); say()",
    "raise its own limits": "import resource; resource.setrlimit(resource.RLIMIT_CPU, (999, 999)); say()",
    "take four gigabytes": "b'x' * (4 << 30); say()",
    "make memory executable": "mmap.mmap(-1, 4096, prot=7); say()",
    "give itself privileges": "ctypes.CDLL(None).prctl(4, 1, 0, 0, 0) == 0 and say()",
}
NEEDED = {
    "read a font": "open('LiberationSans-Regular.ttf', 'rb').read(); say()",
    "start a thread": "done = _thread.allocate_lock(); done.acquire(); _thread.start_new_thread(done.release, ()); done.acquire(); say()",
}
# which single wall stops what
ALONE = [
    ("landlock", "open /etc/passwd"),
    ("landlock", "open a file of our own code"),
    ("landlock", "write a file"),
    ("landlock", "read the parent's secrets"),
    ("landlock", "write beside the fonts"),
    ("calls", "write a file"),
    ("calls", "write over a font"),
    ("calls", "open a connection"),
    ("calls", "send a datagram"),
    ("calls", "open a local socket"),
    ("calls", "start a program"),
    ("calls", "fork"),
    ("calls", "stop the parent"),
    ("calls", "list a folder"),
    ("network", "open a connection"),
    ("limits", "take four gigabytes"),
]
BY_PATH = {"open /etc/passwd", "open a file of our own code"}  # without landlock the list of calls lets files be read

_CODE = """
import sys; sys.path.insert(0, sys.argv[1])
import ctypes, json, mmap, os, resource, socket, _thread
from ssc_drafter.limited import walls
from ssc_drafter.writers.pdf import child
port, local, target = int(sys.argv[2]), sys.argv[3], sys.argv[4]
def say(): os.write(1, b"through")
walls.warm()
child.warm()
def attack(only, code):
    global parent
    parent = os.getppid()
    held = walls.lock(child.CELL, only)
    missing = [wall.name for wall in held if wall.state != "holds"]
    if missing and only != ["none"]: os.write(1, ("missing " + ",".join(missing)).encode()); os._exit(0)
    try:
        exec(code, globals())
    except BaseException as problem:
        os.write(1, type(problem).__name__.encode())
    os._exit(0)
told = []
for only, code in json.load(sys.stdin):
    out, into = os.pipe()
    if os.fork() == 0:
        os.dup2(into, 1); os.close(into); os.close(out)
        attack(only, code)
    os.close(into)
    with os.fdopen(out, "rb") as said: told.append(said.read().decode())
    os.wait()
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def held() -> set[str]:
    """Return the walls of this machine."""
    return {wall.name for wall in walls.report() if wall.state == "holds"}


@pytest.fixture(scope="module")
def attacked(held: set[str], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Return what each attempt printed, by the walls that stood and its name, in a child with WeasyPrint warmed up."""
    place = tmp_path_factory.mktemp("attacked")
    behind = {"all": sorted(held), "none": ["none"], "landlock": ["privileges", "landlock"]}
    code = {**ATTACKS, **NEEDED}
    asked = [*ALONE, *(("all", name) for name in code), ("none", "open /etc/passwd"), ("none", "open a connection")]
    jobs = [(behind.get(wall, [wall]), code[name]) for wall, name in asked]
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(place / "s"))
        local.listen()
        where = [str(server.getsockname()[1]), str(place / "s"), str(place / "written")]
        call = [sys.executable, "-I", "-c", _CODE, ROOT, *where]
        done = subprocess.run(
            call,
            input=json.dumps(jobs),
            capture_output=True,
            text=True,
            timeout=200,
            cwd=fonts.FOLDER,
            env=printer._ENVIRONMENT,
        )
    assert done.returncode == 0, done.stderr
    return dict(zip(asked, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("name", ATTACKS)
def test_no_attack_gets_out_of_the_printing_child(name: str, held: set[str], attacked: dict[tuple[str, str], str]) -> None:
    if name in BY_PATH and "landlock" not in held:
        pytest.skip("skipped: this machine has no wall 'landlock'")
    assert held >= walls.REQUIRED
    assert not attacked["all", name].startswith(("through", "missing"))


@pytest.mark.parametrize("name", NEEDED)
def test_what_printing_needs_gets_through_all_walls(name: str, attacked: dict[tuple[str, str], str]) -> None:
    assert attacked["all", name] == "through"


@pytest.mark.parametrize(("wall", "name"), ALONE)
def test_each_wall_alone_stops_what_it_is_there_for(
    wall: str, name: str, held: set[str], attacked: dict[tuple[str, str], str]
) -> None:
    if wall not in held:
        pytest.skip(f"skipped: this machine has no wall {wall!r}")
    assert not attacked[wall, name].startswith(("through", "missing"))


@pytest.mark.parametrize("name", ["open /etc/passwd", "open a connection"])
def test_the_attempts_are_real_and_get_through_without_walls(name: str, attacked: dict[tuple[str, str], str]) -> None:
    assert attacked["none", name] == "through"


def page(body: str = "<p>x</p>", style: str = "") -> Page:
    return Page(f'<html lang="en"><body>{body}</body></html>', style, "t", "en-GB", "2026-11-25")


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as made:
        return " ".join(one.get_textpage().get_text_range() for one in made)


def test_t14_twelve_references_reach_nothing_from_the_child(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    with watching() as canary:
        made = printer.printed(Page(references(canary.address, secret.as_uri()), "", "t", "en-GB", "2026-11-25"))
    assert canary.hits == []
    assert holds_nothing(made, b"SECRET")


NAMES = ("Ελληνική", "Кыргыз", "جمهورية مصر", "מדינת", "Việt Nam", "Ƙasar", "₹ 500", "Orílẹ̀-èdè")
AGREEMENTS = {
    "draft": trees.rich(),
    "French original": trees.rich(lang="fr", draft_mark=""),
    "names": small(article("a", "One", *(para(Text(name, face)) for name in NAMES for face in ("", "bold", "italic")))),
}  # fmt: skip
# the same press with neither server, nor fork, nor walls, and the fonts under another path
OPEN = (
    "import sys, msgspec; sys.path.insert(0, sys.argv[1]); from ssc_drafter.writers.pdf import fonts, page, press; "
    "it = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=page.Page); "
    "sys.stdout.buffer.write(press.Press(fonts.FOLDER).printed(it))"
)


@pytest.mark.parametrize("name", AGREEMENTS)
def test_the_bytes_are_the_same_with_and_without_walls_and_each_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Page] = []
    made = document.render(AGREEMENTS[name])
    monkeypatch.setattr(printer, "printed", lambda one: sent.append(one) or b"")
    document.render(AGREEMENTS[name])
    monkeypatch.undo()
    call = [sys.executable, "-I", "-c", OPEN, ROOT]
    done = subprocess.run(
        call, input=msgspec.msgpack.encode(sent[0]), capture_output=True, env=printer._ENVIRONMENT, timeout=120
    )
    assert done.stdout == made, done.stderr.decode()[-500:]
    assert printer.printed(sent[0]) == made


def test_t36_nothing_of_the_caller_is_known_where_pdfs_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSC_SECRET", "canary-4711")
    printer.close()
    printer.printed(page())
    (server,) = printer._pool.idle
    assert b"canary" not in Path(f"/proc/{server.process.pid}/environ").read_bytes()
    printer.close()


# ---- what goes wrong is a sentence, and the next page is printed -----------------------------------------------------
LONG = page("".join(f"<p>{n} some words of a long page that is never done in time</p>" for n in range(6000)))


def refused(one: Page) -> str:
    with pytest.raises(Problem) as problem:
        printer.printed(one)
    for lang in ("en", "fr"):
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
    code = f"import sys; sys.path[:0] = [{ROOT!r}, {str(Path(__file__).parent)!r}]; from test_pdf_child import LONG, printer; printer.printed(LONG)"
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
