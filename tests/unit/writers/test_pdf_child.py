"""The child that makes a PDF (T14): what it cannot reach, that it makes the same bytes, and that each failure is a sentence."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import trees
from canary import holds_nothing, references, watching
from trees import article, para, small

from ssc_drafter.limited import walls
from ssc_drafter.tree.nodes import Text
from ssc_drafter.writers.pdf import document, fonts, printer
from ssc_drafter.writers.pdf.page import Page

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
