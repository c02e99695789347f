"""Migrations: every kept store of an earlier version opens with its words; one that fails, or is killed, leaves the old store."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, backup, drafts, findings, instruments, migrate, opened, signoff, tables, users

KEPT = sorted((Path(__file__).parent / "kept").glob("*.db"))
AFTER = f"{int(tables.HEAD) + 1:04d}"
NEXT = '''"""The next one, as it might be."""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{after}", "{head}"
def upgrade():
    with op.batch_alter_table("draft") as table:
        table.add_column(sa.Column("partner", sa.Text(), nullable=False, server_default=""))
    {more}
'''


def put(kept: Path, folder: Path) -> Path:
    """Put a kept store where a folder's own would be."""
    folder.mkdir(mode=0o700)
    shutil.copyfile(kept, folder / "store.db")
    return folder


def facts(store: Store) -> tuple[object, ...]:
    ana = users.by_name(store, "ana").actor()
    rows = sorted(drafts.listed(store, ana), key=lambda one: one.title)
    last = rows[-1].id
    words = [drafts.read(store, row.id, version).body for row in rows for version in range(1, 5)]
    signed = signoff.standing(store, last)
    return (
        len(rows),
        len(set(words)),
        findings.answers(store, last)["f1"].reason,
        signed and signed.by,
        instruments.listed(store)[0].title,
    )


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_store_of_every_version_opens_with_its_words(kept: Path, folder: Path) -> None:
    with Store.open(put(kept, folder)) as store:
        assert facts(store) == (5, 4, "agreed with the treasury", "rex", "Tax Act")


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_backup_of_every_version_can_be_restored(kept: Path, folder: Path) -> None:
    assert backup.restore(kept, folder).revisions == 20
    with Store.open(folder) as store:
        assert facts(store)[0] == 5


def test_there_is_a_kept_store_of_this_version() -> None:
    assert tables.HEAD in [path.stem for path in KEPT], "keep a small store of the new version beside the others"


def test_the_migrations_are_one_line_and_end_at_the_head_that_opening_asks_for() -> None:
    scripts = ScriptDirectory(str(migrate.HERE))
    assert scripts.get_heads() == [tables.HEAD]
    assert len(scripts.get_bases()) == 1


def test_the_migrations_make_exactly_the_tables(store: Store) -> None:
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_postgresql_takes_the_tables() -> None:
    dialect = postgresql.dialect()
    for table in tables.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect)).strip().startswith("CREATE TABLE")
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=dialect))


@pytest.fixture
def next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Return a function that pretends the program has one more migration, with `more` at its end."""

    def pretend(more: str = "pass") -> Path:
        scripts = tmp_path / "migrations"
        shutil.copytree(migrate.HERE, scripts, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        (scripts / "versions" / "v9999_next.py").write_text(NEXT.format(more=more, after=AFTER, head=tables.HEAD))
        monkeypatch.setattr(migrate, "HERE", scripts)
        monkeypatch.setattr(migrate, "HEAD", AFTER)
        return scripts

    return pretend


def version_of(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "store.db")) as raw:
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.mark.slow
def test_an_older_store_is_copied_first_and_brought_up_to_date(folder: Path, next_one) -> None:  # type: ignore[no-untyped-def]
    next_one()
    put(KEPT[0], folder)
    with Store.open(folder) as store:
        assert facts(store)[0] == 5
    assert version_of(folder) == AFTER
    copy = next(folder.glob(f"before-{AFTER}-from-0001-*.db"))
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT count(*) FROM revision").fetchone()[0] == 20


@pytest.mark.parametrize(
    "more",
    ["raise ValueError('no')", "op.execute('INSERT INTO nowhere VALUES (1)')", "op.execute('DROP TRIGGER revision_no_delete'); op.execute('DELETE FROM revision WHERE version = 4')"],
)  # fmt: skip
def test_a_migration_that_fails_or_loses_words_changes_nothing(folder: Path, next_one, more: str) -> None:  # type: ignore[no-untyped-def]
    next_one(more)
    put(KEPT[0], folder)
    with pytest.raises(Exception, match=r"no|nowhere|words"):
        Store.open(folder)
    assert version_of(folder) == "0001"


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from ssc_drafter.store import Store, engine, migrate
migrate.HERE, migrate.HEAD = Path(sys.argv[2]), sys.argv[4]
made = migrate.engine_for
left = [int(sys.argv[3])]
def at(*_all):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
def killing(path):
    found = made(path)
    event.listen(found, "before_cursor_execute", at)
    return found
migrate.engine_for = killing
Store.open(Path(sys.argv[1])).close()
"""


@pytest.mark.slow
def test_a_migration_that_is_killed_leaves_the_old_store_or_the_new_one(tmp_path: Path, next_one) -> None:  # type: ignore[no-untyped-def]
    scripts = next_one()
    seen = set()
    for number in (1, 3, 6, 9, 12, 15, 18, 25, 1000):
        folder = put(KEPT[0], tmp_path / f"data{number}")
        run = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(scripts), str(number), AFTER], check=False)
        version = version_of(folder)
        seen.add((run.returncode, version))
        with Store.open(folder) as store:
            assert facts(store)[:2] == (5, 4)
    assert (-signal.SIGKILL, "0001") in seen
    assert (0, AFTER) in seen


def test_who_has_an_older_store_open_is_waited_for(folder: Path, next_one, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    put(KEPT[0], folder)
    take = opened.Lock.take
    monkeypatch.setattr(opened.Lock, "take", lambda lock, *, alone, wait=0.0: take(lock, alone=alone, wait=min(wait, 0.1)))
    with Store.open(folder):
        next_one()
        with pytest.raises(Problem, match="another program"):
            Store.open(folder)
