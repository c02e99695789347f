"""Serving: the address, the port, the names that are answered, the demonstration's own rules, and a real server killed."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.server import serve as doors
from ssc_drafter.store import Store, users
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.copies import verify

PASSWORD = "seven green rivers bend"


def test_a_port_that_was_asked_for_must_be_free() -> None:
    with closing(doors.bind("127.0.0.1", 0)) as taken:
        taken.listen()
        with pytest.raises(Problem, match="in use"):
            doors.bind("127.0.0.1", taken.getsockname()[1])


def test_a_free_port_is_found_where_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(doors.bind("127.0.0.1", 0)) as taken:
        taken.listen()
        monkeypatch.setattr(doors, "PORT", taken.getsockname()[1])
        with closing(doors.bind("127.0.0.1", None)) as found:
            assert found.getsockname()[1] != taken.getsockname()[1]


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "999.1.1.1"])
def test_a_host_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(Problem, match="not an address of this machine"):
        doors.bind(host, 0)


@pytest.mark.parametrize(
    ("host", "public_url", "demo", "named", "not_named"),
    [
        ("127.0.0.1", "", False, "localhost", socket.gethostname()),
        ("0.0.0.0", "", False, socket.gethostname().casefold(), "evil.example"),
        ("127.0.0.1", "https://treaties.example/", False, "treaties.example", socket.gethostname()),
        ("127.0.0.1", "", True, "localhost:8765", "localhost"),
    ],
)
def test_the_names_that_are_answered(host: str, public_url: str, demo: bool, named: str, not_named: str) -> None:
    names = doors.hosts_of(host, 8765, public_url, demo=demo)
    assert named in names
    assert not_named not in names


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "treaties.example"])
def test_the_demonstration_runs_on_this_machine_alone(tmp_path: Path, host: str) -> None:
    with pytest.raises(Problem, match="this machine alone"):
        doors.serve(host=host, port=0, data=tmp_path / "demo", demo=True)
    assert not (tmp_path / "demo").exists()


@contextmanager
def running(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, list[str]]]:
    """Run a server of its own process; yield it, its port, and what it said."""
    call = [sys.executable, "-m", "ssc_drafter", "serve", "--port", "0", "--data", str(data)]
    log = data.with_suffix(".log")
    with log.open("w") as out, subprocess.Popen(call, stderr=out) as process:
        try:
            while "ssc-drafter is at" not in log.read_text():
                assert process.poll() is None, log.read_text()
                time.sleep(0.05)
            said = log.read_text().splitlines()
            found = re.search(r":(\d+)/ ", said[-1])
            assert found
            yield process, int(found[1]), said
        finally:
            process.kill()


def ask(
    port: int, method: str, path: str, form: dict[str, str] | None = None, patience: float = 20, **headers: str
) -> tuple[int, dict[str, str], str]:
    """Ask the server something over a connection of its own. Raises OSError when the server is gone."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=patience)) as connection:
        body = urlencode(form) if form else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        connection.request(method, path, body, {**kind, **headers})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


@pytest.mark.slow
def test_the_first_start_prints_a_link_and_later_ones_do_not(tmp_path: Path) -> None:
    with running(tmp_path / "data") as (_process, port, said):
        link = re.search(r"http://127\.0\.0\.1:\d+(/begin/\S+)", "\n".join(said))
        assert link
        status, headers, page = ask(port, "GET", link[1])
        assert (status, headers.get("Server")) == (200, None)
        cookie = headers["Set-Cookie"].split(";")[0]
        token = re.search(r'name="csrf" value="(\w+)"', page)
        assert token
        form = {"csrf": token[1], "name": "root", "password": PASSWORD, "password_again": PASSWORD}
        assert ask(port, "POST", link[1], form, Cookie=cookie)[0] == 302
    with running(tmp_path / "data") as (_process, _port, said):
        assert "/begin/" not in "\n".join(said)


@pytest.mark.slow
def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with running(tmp_path / "data"):
        call = [sys.executable, "-m", "ssc_drafter", "serve", "--port", "0", "--data", str(tmp_path / "data")]
        second = subprocess.run(call, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "another server" in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.slow
def test_a_server_that_is_killed_has_kept_what_it_answered_and_the_same_save_again_is_one_save(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Store.open(data) as store:
        users.add(store, COMMAND_LINE, "root", ["administrator", "drafter"], password=PASSWORD)
    answered: list[str] = []
    for turn in range(4):
        with running(data) as (process, port, _said):
            cookie, token = signed_in(port)
            threading.Timer(0.4 + 0.2 * turn, process.send_signal, (signal.SIGKILL,)).start()
            answered += add_people_until_killed(port, cookie, token, f"turn{turn}")
    assert len(answered) >= 4
    with Store.open(data) as store, store.reading() as connection:
        verify(connection)
        names = [one.name for one in users.listed(store)]
    assert set(answered) <= set(names)
    assert len(names) == len(set(names))


def signed_in(port: int) -> tuple[str, str]:
    _status, headers, page = ask(port, "GET", "/sign-in")
    token = re.search(r'name="csrf" value="(\w+)"', page)
    assert token
    form = {"csrf": token[1], "name": "root", "password": PASSWORD}
    cookie = headers["Set-Cookie"].split(";")[0]
    cookie = ask(port, "POST", "/sign-in", form, Cookie=cookie)[1]["Set-Cookie"].split(";")[0]
    return cookie, ask(port, "GET", "/token", Cookie=cookie)[2].split('"')[3]


def add_people_until_killed(port: int, cookie: str, token: str, mark: str) -> list[str]:
    """Add accounts through the pages until the server is gone; return those that were answered."""
    done: list[str] = []
    until = time.monotonic() + 30
    while time.monotonic() < until:
        name = f"{mark}-{len(done)}"
        try:
            status = ask(port, "POST", "/people", {"csrf": token, "name": name, "roles": "drafter"}, Cookie=cookie)[0]
        except (OSError, http.client.HTTPException):
            break
        assert status == 200
        done.append(name)
    return done


@pytest.mark.slow
def test_a_request_of_25_megabytes_is_refused_and_the_server_goes_on(tmp_path: Path) -> None:
    with running(tmp_path / "data") as (process, port, _said):
        before = resident(process.pid)
        with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as raw:
            raw.sendall(b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 25000000\r\n\r\n")
            try:
                for _ in range(25):
                    raw.sendall(b"x" * 1_000_000)
            except OSError:
                pass  # it hung up on us: good
            else:
                assert b"413" in raw.recv(200)
        assert ask(port, "GET", "/sign-in")[0] == 200
        assert resident(process.pid) - before < 50_000


def resident(pid: int) -> int:
    """Return the resident memory of a process in kB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0
