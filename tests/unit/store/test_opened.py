"""T34, T36: opening a store: what is made, what every connection is set to, what is refused and with which sentence."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, audit, checkpoint, engine, sessions, users
from ssc_drafter.store import folder as places
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.copies import verify
from ssc_drafter.store.faults import Damaged


def refusal(folder: Path, *, demo: bool = False) -> str:
    with pytest.raises(Problem) as caught:
        Store.open(folder, demo=demo)
    return caught.value.key


def test_a_new_store_is_its_owners_alone(folder: Path) -> None:
    with Store.open(folder) as store, store.reading() as connection:
        assert verify(connection).drafts == 0
        modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
    assert modes.pop("data") == 0o700
    assert {mode for name, mode in modes.items() if not name.endswith(("-wal", "-shm"))} == {0o600}


def test_every_connection_has_our_settings(store: Store) -> None:
    connections = [store.engine.connect() for _ in range(10)]
    for connection in connections:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in engine.PRAGMAS}
        assert found == engine.PRAGMAS
        connection.close()


def test_a_store_keeps_its_name(folder: Path) -> None:
    with Store.open(folder) as first:
        name, key = first.id, first.key
    with Store.open(folder) as again:
        assert (again.id, again.key) == (name, key)


def test_a_demonstration_and_the_real_thing_do_not_mix(tmp_path: Path) -> None:
    Store.open(tmp_path / "demo", demo=True).close()
    Store.open(tmp_path / "real").close()
    assert refusal(tmp_path / "demo") == "store.is_demo"
    assert refusal(tmp_path / "real", demo=True) == "store.is_no_demo"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("hello")
    assert refusal(tmp_path / "data") == "store.not_a_folder"
    assert refusal(tmp_path / "data" / "below") == "store.not_a_folder"


@pytest.mark.parametrize("content", [b"this is no database, it is a letter " * 200, b"SQLite format 3\x00" + b"\x00" * 5000])
def test_another_file_in_the_place_of_the_store_is_refused_and_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "store.db").write_bytes(content)
    assert refusal(folder) in ("store.damaged", "store.foreign")
    assert (folder / "store.db").read_bytes() == content


def test_another_programs_database_is_refused(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "store.db")) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    assert refusal(folder) == "store.foreign"


def test_a_newer_store_is_refused(folder: Path) -> None:
    Store.open(folder).close()
    with closing(sqlite3.connect(folder / "store.db")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    assert refusal(folder) == "store.newer"


def test_a_cut_store_is_refused(folder: Path) -> None:
    Store.open(folder).close()
    path = folder / "store.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(Damaged):
        Store.open(folder)


def test_a_start_that_was_killed_before_the_first_commit_is_begun_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "store.db").touch()
    Store.open(folder).close()


MOUNTS = """22 1 8:1 / / rw - ext4 /dev/sda1 rw
31 22 0:40 / /srv/share rw,relatime shared:9 - nfs4 files:/export rw
32 22 0:41 / /home/ana/My\\040files rw - cifs //files/ana rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/var/lib/ssc", "ext4"), ("/srv/share/ssc", "nfs4"), ("/srv/shared", "ext4"), ("/home/ana/My files/x", "cifs")],
)
def test_the_kind_of_disk_is_known(path: str, kind: str) -> None:
    assert places.file_system(Path(path), MOUNTS) == kind


def test_a_network_disk_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "file_system", lambda _path: "nfs4")
    assert refusal(folder) == "store.network_disk"
    assert not (folder / "store.db").exists()


def test_there_is_one_server(folder: Path) -> None:
    place = places.prepare(folder)
    lock = places.server_lock(place)
    with pytest.raises(Problem, match="another server"):
        places.server_lock(place)
    lock.release()
    places.server_lock(place).release()


@pytest.mark.parametrize(
    "key", ["", "secret", "a" * 64, "0123" * 8, "Z" * 64, "dev-key-change-me-dev-key-change-me-dev-key-change-me-dev-key-ch"]
)
def test_t36_a_weak_key_is_refused(folder: Path, new_store: Callable[[Path], Path], key: str) -> None:
    new_store(folder)
    (folder / "secret.key").write_text(key)
    assert refusal(folder) == "store.key_weak"


def test_t36_a_key_that_others_can_read_is_refused(folder: Path, new_store: Callable[[Path], Path]) -> None:
    new_store(folder)
    (folder / "secret.key").chmod(0o644)
    assert refusal(folder) == "store.key_open"


def test_t36_a_key_that_is_gone_is_made_anew_recorded_and_signs_nobody_out(
    folder: Path, new_store: Callable[[Path], Path]
) -> None:
    """A restore on a new machine has no key. It protects open forms alone: a new one makes them stale, and the record says so."""
    with Store.open(new_store(folder)) as store:
        account, old = users.add(store, COMMAND_LINE, "ana", ["drafter"]), store.key
        token = sessions.begin(store, account, "here")
    (folder / "secret.key").unlink()
    with Store.open(folder) as store:
        assert store.key != old
        assert sessions.whose(store, token)
        with store.reading() as connection:
            assert '"act":"store.key_made"' in audit.entries(connection, newest=1)[0].body
    assert (folder / "secret.key").stat().st_mode & 0o777 == 0o600


def _open(folder: str) -> str:
    with Store.open(Path(folder)) as store:
        return store.id


@pytest.mark.slow
def test_eight_processes_that_open_a_new_folder_at_once_make_one_store(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(8) as pool:
        assert len(set(pool.map(_open, [str(folder)] * 8, chunksize=1))) == 1


def test_one_checkpoint_that_fails_is_not_the_last(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tries, twice = [], threading.Event()

    def once(_store: Store) -> tuple[int, int]:
        tries.append(1)
        if len(tries) > 1:
            twice.set()
            return 0, 0
        raise RuntimeError("no connection is free")

    monkeypatch.setattr(checkpoint, "EVERY", 0.01)
    monkeypatch.setattr(checkpoint, "once", once)
    with checkpoint.running(store):
        assert twice.wait(5)
