"""The cage: each wall holds, every refusal has its sentence, and no file takes the next one down with it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pdffile import from_streams, pdf
from wordparts import docx, p

from ssc_drafter.errors import Problem
from ssc_drafter.limited import pool, walls
from ssc_drafter.readers import cage, child
from ssc_drafter.readers.reading import Limits, Note, Reading
from ssc_drafter.readers.source import Stretch
from ssc_drafter.words import LANGUAGES

ROOT = str(Path(__file__).resolve().parents[3])

# what a file that has taken its reader over would try; each prints "through" where it gets through
ATTACKS = {
    "open /etc/passwd": "open('/etc/passwd').read(); say()",
    "list a folder": "os.listdir('/'); say()",
    "see whether a file is there": "os.stat('/etc/passwd'); say()",
    "read the parent's secrets": "open(f'/proc/{parent}/environ', 'rb').read(); say()",
    "write a file": "open(target, 'w').write('x'); say()",
    "open a connection": "socket.create_connection(('127.0.0.1', port), 2); say()",
    "send a datagram": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', port)); say()",
    "open a local socket": "socket.socket(socket.AF_UNIX).connect(local); say()",
    "start a program": "os.execv('/bin/true', ['true'])",
    "fork": "(os.fork() or os._exit(0)) and say()",
    "start a thread": "import _thread; _thread.start_new_thread(print, ()); say()",
    "stop the parent": "os.kill(parent, 0); say()",
    "raise its own limits": "import resource; resource.setrlimit(resource.RLIMIT_CPU, (99, 99)); say()",
    "take four gigabytes": "b'x' * (4 << 30); say()",
    "make memory executable": "import mmap; mmap.mmap(-1, 4096, prot=7); say()",
}

# one process knows the walls; for each attack it forks a child that locks itself in and tries
_CODE = """
import sys; sys.path.insert(0, sys.argv[1])
import os, socket, resource, mmap, _thread, json
from ssc_drafter.limited import walls
port, local, target = int(sys.argv[2]), sys.argv[3], sys.argv[4]
def say(): os.write(1, b"through")
walls.warm()
def attack(only, code):
    global parent
    parent = os.getppid()
    os.dup(1)
    held = walls.lock(walls.Cell(768 << 20, 5), only)
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
def attacked(held: set[str], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Return what each attack printed, by the walls that stood and its name; "none" and "all" are walls too."""
    place = tmp_path_factory.mktemp("attacked")
    behind = {"all": sorted(held), "none": ["none"], "landlock": ["privileges", "landlock"]}
    asked = [*ALONE, *(("all", name) for name in ATTACKS), *(("none", name) for name in REAL)]
    jobs = [(behind.get(wall, [wall]), ATTACKS[name]) for wall, name in asked]
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(place / "s"))
        local.listen()
        where = [str(server.getsockname()[1]), str(place / "s"), str(place / "written")]
        call = [sys.executable, "-I", "-c", _CODE, ROOT, *where]
        done = subprocess.run(call, input=json.dumps(jobs), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(asked, json.loads(done.stdout), strict=True))


@pytest.fixture(scope="module")
def held() -> set[str]:
    """Return the walls of this machine."""
    return {wall.name for wall in walls.report() if wall.state == "holds"}


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.slow
def test_no_attack_gets_through_all_walls(name: str, held: set[str], attacked: dict[tuple[str, str], str]) -> None:
    assert held >= walls.REQUIRED
    assert not attacked["all", name].startswith(("through", "missing"))


# which single wall stops what: so that a wall that has silently become a door is found
ALONE = [
    ("calls", "open /etc/passwd"),
    ("calls", "write a file"),
    ("calls", "open a connection"),
    ("calls", "send a datagram"),
    ("calls", "open a local socket"),
    ("calls", "fork"),
    ("calls", "start a program"),
    ("calls", "stop the parent"),
    ("calls", "see whether a file is there"),
    ("calls", "make memory executable"),
    ("landlock", "open /etc/passwd"),
    ("landlock", "write a file"),
    ("landlock", "read the parent's secrets"),
    ("network", "open a connection"),
    ("limits", "take four gigabytes"),
]


REAL = ["open /etc/passwd", "write a file", "open a connection", "fork", "stop the parent"]


@pytest.mark.parametrize(("wall", "name"), ALONE)
def test_each_wall_stops_what_it_is_there_for(
    wall: str, name: str, held: set[str], attacked: dict[tuple[str, str], str]
) -> None:
    if wall not in held:
        pytest.skip(f"skipped: this machine has no wall {wall!r}")
    assert not attacked[wall, name].startswith(("through", "missing"))


@pytest.mark.parametrize("name", REAL)
def test_the_attacks_are_real_and_get_through_without_walls(name: str, attacked: dict[tuple[str, str], str]) -> None:
    assert attacked["none", name].startswith("through")


def test_a_machine_without_the_required_walls_reads_nothing_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    held = tuple(walls.Wall(name, "holds") for name in walls.NAMES if name != "calls")
    assert walls.lacking(held) == ("calls",)
    assert walls.lacking([walls.Wall(name, "holds") for name in sorted(walls.REQUIRED)]) == ()


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refused(path: Path, limits: Limits = cage.LIMITS) -> str:
    """Return the key with which a file is refused; its sentence must name the file in every language."""
    with pytest.raises(Problem) as problem:
        cage.read_source(path, limits=limits)
    for lang in LANGUAGES:
        sentence = problem.value.sentence(lang)
        assert path.name in sentence
        assert "{" not in sentence
        assert "Traceback" not in sentence
    return problem.value.key.removeprefix("readers.")


def test_a_file_is_read_with_its_warnings_in_the_reader_s_language(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "draft.docx",
        docx(p('<w:r><w:t>a</w:t></w:r><w:ins w:author="B" w:date="2026-01-01"><w:r><w:t>b</w:t></w:r></w:ins>')),
    )
    assert cage.read_source(path).text == "ab"
    assert cage.read_source(path).facts["format"] == "docx"
    assert "tracked change by B" in cage.read_source(path).warnings[1].what
    assert "modification suivie de B" in cage.read_source(path, lang="fr").warnings[1].what
    assert cage.read_source(path, options={"view": "original"}).text == "a"
    assert cage.read_bytes(path.read_bytes(), "../../evil/draft.docx").text == "ab"


def test_files_that_are_no_texts_are_refused_by_name(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.docx") == "not_found"
    assert refused(tmp_path) == "folder"
    assert refused(file(tmp_path, "e.txt", b"")) == "empty"
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt") == "not_a_file"
    assert refused(file(tmp_path, "big.txt", b"a" * 1001), Limits(size=1000)) == "too_big"
    with pytest.raises(Problem, match=r"big\.txt"):
        cage.read_bytes(b"a" * 1001, "big.txt", limits=Limits(size=1000))


def test_t10_long_runs_endless_answers_and_hunger_end_and_the_next_file_still_reads(tmp_path: Path) -> None:
    letters = b"".join(b"1 0 0 1 %d %d Tm (a) Tj\n" % (n % 500, n // 500) for n in range(200_000))
    operators = file(tmp_path, "operators.pdf", from_streams([b"BT /F1 1 Tf\n" + letters + b"ET"]))
    start = time.monotonic()
    assert refused(operators, Limits(seconds=30, wait=0.1)) == "too_slow"
    long = file(tmp_path, "long.txt", b"word " * 300_000)
    assert refused(long, Limits(answer=1000)) == "too_long_answer"
    assert refused(long, Limits(characters=1000)) == "too_long"
    assert refused(long, Limits(memory=1 << 20)) in ("too_heavy", "stopped_twice", "unreadable")
    assert time.monotonic() - start < 30
    assert cage.read_source(file(tmp_path, "good.txt", b"Article 1")).text == "Article 1"


@pytest.mark.slow
def test_many_files_keep_their_order_and_a_bad_one_spoils_no_other(tmp_path: Path) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"text {n}".encode() if n % 3 else b"\0\1\2\3") for n in range(12)]
    results = list(cage.read_many(paths))
    assert [path for path, _ in results] == paths
    assert [isinstance(result, Problem) for _, result in results] == [n % 3 == 0 for n in range(12)]


def test_threads_share_the_servers(tmp_path: Path) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"text {n}".encode()) for n in range(8)]
    found: dict[int, str] = {}
    threads = [threading.Thread(target=lambda n=n: found.__setitem__(n, cage.read_source(paths[n]).text)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: f"text {n}" for n in range(8)}


def test_a_server_that_dies_is_replaced(tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", b"text")
    assert cage.read_source(path).text == "text"
    for server in cage._pool.idle:
        server.process.kill()
        server.process.wait()
    assert cage.read_source(path).text == "text"


def test_t36_nothing_of_the_caller_is_known_in_the_cage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSC_SECRET", "canary-4711")
    cage.close()
    cage.read_source(file(tmp_path, "a.txt", b"text"))
    for server in cage._pool.idle:
        assert b"canary" not in Path(f"/proc/{server.process.pid}/environ").read_bytes()
    cage.close()


LIES = [
    b"not json",
    b"[]",
    b'{"reading": {"text": 7, "stretches": []}}',
    json.dumps({"refusal": "../../secret"}).encode(),
    json.dumps({"refusal": "readers.no_such"}).encode(),
    json.dumps({"refusal": "readers.too_big", "values": {"lang": "fr", "key": "x"}}).encode(),
]


@pytest.mark.parametrize("out", LIES)
def test_answers_of_a_reader_that_was_taken_over_are_not_believed(out: bytes) -> None:
    try:
        answer = cage._decoded(out)
    except pool.Died:  # no answer at all: the file is refused
        return
    with pytest.raises(Problem, match="damaged"):
        cage._source(answer, "x.docx", cage.LIMITS, "en")


def test_offsets_and_remarks_out_of_place_are_not_believed() -> None:
    for stretch in (Stretch(2, 1), Stretch(0, 99), Stretch(-1, 2)):
        with pytest.raises(Problem):
            cage._source(child.Answer(Reading("text", (stretch,))), "x", cage.LIMITS, "en")
    odd = Reading(
        "text", (Stretch(0, 4),), notes=(Note("readers.no_such"), Note("readers.hidden", "", {"lang": "fr", "count": "1"}))
    )
    assert len(cage._source(child.Answer(odd), "x", cage.LIMITS, "en").warnings) == 2


def test_reading_leaves_no_file_behind(tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for name, data in (("a.pdf", pdf([(70, 700, "Article 1")])), ("b.docx", b"PK\x03\x04 broken"), ("c.html", b"<p>x</p>")):
        with_file = file(tmp_path, name, data)
        with contextlib.suppress(Problem):
            cage.read_source(with_file)
        with_file.unlink()
    assert sorted(tmp_path.rglob("*")) == before
