"""T35: a backup is one that was opened and compared; a restore looks first, and keeps what it replaces."""

from __future__ import annotations

import random
import secrets
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, drafts, files, instruments, sessions, users
from ssc_drafter.store import backup as doors
from ssc_drafter.store import folder as places
from ssc_drafter.store.actor import COMMAND_LINE, Actor

Op = Callable[[], str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, new_store: Callable[[Path], Path]) -> tuple[Path, str]:
    """Return a folder with a closed store and a backup of it, and the id of its draft; a version was saved after the backup."""
    place = tmp_path_factory.mktemp("made")
    with Store.open(new_store(place / "data")) as store:
        ana = users.add(store, COMMAND_LINE, "ana", ["drafter"]).actor()
        op = secrets.token_hex
        draft_id = drafts.create(store, ana, kind="k", lang="en", title="T", body=b'{"v": 1}', op=op(16)).draft_id
        for number in range(1, 30):
            drafts.save(store, ana, draft_id, base=number, op=op(16), body=secrets.token_bytes(3000))
        instruments.add(store, ana, title="Tax Act", country="KE", lang="en", file="tax.txt", provisions=3, body=b"{}" * 500)
        files.keep(store, ana, "policy", "tax.txt", "text/plain", b"Section 1" * 300)
        sound = doors.backup(store, place / "kept.ssc").sound
        assert (sound.drafts, sound.revisions, sound.instruments, sound.files) == (1, 30, 1, 1)
        drafts.save(store, ana, draft_id, base=30, op=op(16), body=b"after the backup")
    return place, draft_id


@pytest.fixture
def full(made: tuple[Path, str], folder: Path) -> tuple[Path, Path, str]:
    """Return a copy of what was made, to be harmed: the store's folder, the backup, the id of the draft."""
    place, draft_id = made
    shutil.copytree(place / "data", folder)
    shutil.copyfile(place / "kept.ssc", folder.parent / "kept.ssc")
    return folder, folder.parent / "kept.ssc", draft_id


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and not path.name.endswith(".lock")}


def test_a_backup_comes_back_whole_and_the_replaced_store_is_kept(full: tuple[Path, Path, str]) -> None:
    folder, kept, draft_id = full
    doors.restore(kept, folder)
    with Store.open(folder) as store:
        assert drafts.read(store, draft_id).version == 30
        assert instruments.listed(store)[0].title == "Tax Act"
    replaced = next(folder.glob("before-restore-*"))
    (replaced / "secret.key").write_text(places.secret_key(folder)[0])
    (replaced / "secret.key").chmod(0o600)
    with Store.open(replaced) as former:
        assert drafts.read(former, draft_id).body == b"after the backup"


def test_a_backup_goes_to_a_new_machine(full: tuple[Path, Path, str], tmp_path: Path) -> None:
    _folder, kept, draft_id = full
    doors.restore(kept, tmp_path / "elsewhere")
    with Store.open(tmp_path / "elsewhere") as store:
        assert drafts.read(store, draft_id).version == 30


def test_neither_key_nor_session_is_in_a_backup(store: Store, ana: Actor, tmp_path: Path) -> None:
    account = users.by_name(store, "ana")
    token = sessions.begin(store, account, "here")
    doors.backup(store, tmp_path / "kept.ssc")
    whole = (tmp_path / "kept.ssc").read_bytes()
    assert store.key.encode() not in whole
    assert sessions.hash_of(token).encode() not in whole


@pytest.mark.parametrize("length", [0, 1, 50, 4096, 0.3, 0.9, 0.999])
def test_a_cut_backup_is_refused_and_the_store_untouched(full: tuple[Path, Path, str], length: float) -> None:
    folder, kept, _draft = full
    whole = kept.read_bytes()
    kept.write_bytes(whole[: int(length if length >= 1 else len(whole) * length)])
    before = bytes_of(folder)
    with pytest.raises(Problem, match="not touched"):
        doors.restore(kept, folder)
    assert bytes_of(folder) == before


def test_a_flipped_bit_in_any_stored_word_is_refused(full: tuple[Path, Path, str]) -> None:
    """SQLite's own check misses most of these; the hashes and the chain do not. Free bytes of a page hold no words."""
    folder, kept, _draft = full
    whole, before = kept.read_bytes(), bytes_of(folder)
    with closing(sqlite3.connect(f"file:{kept}?mode=ro&immutable=1", uri=True)) as raw:
        words = [row[0] for row in raw.execute("SELECT body FROM revision UNION ALL SELECT body FROM instrument")]
        words += [row[0].encode() for row in raw.execute("SELECT body FROM audit")]
    chance = random.Random(7)
    for word in chance.sample(words, 12):
        place = whole.find(word[:200]) + chance.randrange(min(len(word), 200))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(7)
        kept.write_bytes(damaged)
        with pytest.raises(Problem, match="not touched"):
            doors.restore(kept, folder)
    assert bytes_of(folder) == before


def test_other_files_and_newer_backups_are_refused(full: tuple[Path, Path, str], tmp_path: Path) -> None:
    folder, kept, _draft = full
    before = bytes_of(folder)
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04" * 1000)
    with closing(sqlite3.connect(tmp_path / "other.db")) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    with closing(sqlite3.connect(kept)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    wanted = {
        "letter.docx": "store.not_a_backup",
        "other.db": "store.not_a_backup",
        "kept.ssc": "store.newer",
        "none": "store.backup_missing",
    }
    for name, key in wanted.items():
        with pytest.raises(Problem) as caught:
            doors.restore(tmp_path / name, folder)
        assert caught.value.key == key
    assert bytes_of(folder) == before


def test_a_restore_waits_for_nobody_it_refuses_while_the_store_is_open(
    full: tuple[Path, Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, kept, _draft = full
    monkeypatch.setattr(doors, "PATIENCE", 0.1)
    with Store.open(folder), pytest.raises(Problem, match="another program"):
        doors.restore(kept, folder)
    lock = places.server_lock(folder)
    with pytest.raises(Problem, match="another server"):
        doors.restore(kept, folder)
    lock.release()


def test_a_damaged_store_can_be_replaced(full: tuple[Path, Path, str]) -> None:
    folder, kept, draft_id = full
    live = folder / places.DATABASE
    live.write_bytes(live.read_bytes()[:9000])
    doors.restore(kept, folder)
    with Store.open(folder) as store:
        assert drafts.read(store, draft_id).version == 30


def test_a_restore_that_was_cut_short_does_not_begin_an_empty_store(full: tuple[Path, Path, str]) -> None:
    folder, kept, draft_id = full
    doors._put_aside(folder)  # and then the power went
    with pytest.raises(Problem, match="interrupted"):
        Store.open(folder)
    doors.restore(kept, folder)
    with Store.open(folder) as store:
        assert drafts.read(store, draft_id).version == 30


def test_backups_made_while_officers_save_are_whole(store: Store, ana: Actor, draft_id: str, op: Op, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        version = 1
        while not stop.is_set():
            version = drafts.save(store, ana, draft_id, base=version, op=op(), body=secrets.token_bytes(4000)).version

    thread = threading.Thread(target=write)
    thread.start()
    try:
        counts = [doors.backup(store, tmp_path / f"{number}.ssc").sound.revisions for number in range(4)]
    finally:
        stop.set()
        thread.join()
    assert counts == sorted(counts)


def test_a_backup_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Problem) as caught:
        doors.backup(store, tmp_path / "file" / "kept.ssc")
    assert caught.value.key in ("store.backup_folder", "store.disk_broken")
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize("name", ["data#1", "data?x=1", "100% of it", "a b"])
def test_a_backup_comes_back_into_a_folder_of_any_name(full: tuple[Path, Path, str], tmp_path: Path, name: str) -> None:
    _, kept, draft_id = full
    doors.restore(kept, tmp_path / name)
    with Store.open(tmp_path / name) as store:
        assert drafts.read(store, draft_id).version == 30
