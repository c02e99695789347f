"""The tables and the store's own functions on PostgreSQL: what SQLite's tests say holds there too.

The tests of drafts, of the smaller rooms, of clauses and positions of the house and of people are those of the other files, run
once more on a store in PostgreSQL. What belongs to files of SQLite (backup, restore, opening, damage) has no case here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import postgres
import pytest
import test_clauses_of_the_house
import test_drafts
import test_house_rules
import test_people
import test_rooms
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from ssc_drafter.store import Store, audit, drafts, migrate, tables
from ssc_drafter.store.actor import Actor

PROGRAMS = postgres.programs()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("postgresql"),
    pytest.mark.skipif(PROGRAMS is None, reason="skipped: needs PostgreSQL (Debian's package postgresql)"),
]
OF_SQLITE = {"test_a_changed_byte_is_noticed_at_reading"}  # it writes into the file itself


def _tests_of(module: ModuleType) -> dict[str, object]:
    return {name: one for name, one in vars(module).items() if name.startswith("test_") and name not in OF_SQLITE}


for _module in (test_drafts, test_rooms, test_house_rules, test_clauses_of_the_house):
    globals().update(_tests_of(_module))
for _name in (
    "test_names_are_compared_without_case_and_taken_once",
    "test_the_last_administrator_stays",
    "test_t19_the_store_has_only_the_hash_of_a_session",
    "test_the_first_link_makes_an_administrator_once",
    "test_one_address_that_tries_many_names_is_slowed",
):
    globals()[_name] = vars(test_people)[_name]


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Cluster]:
    assert PROGRAMS is not None
    with postgres.cluster(PROGRAMS) as running:
        yield running


@pytest.fixture(scope="module")
def empty(server: postgres.Cluster) -> str:
    """Return the name of a database with an empty store: made once, copied for each test."""
    name = server.database()
    postgres.make(server.url(name))
    return name


@pytest.fixture
def store(server: postgres.Cluster, empty: str, tmp_path: Path) -> Iterator[Store]:
    with postgres.opened(tmp_path / "data", server.url(server.database(empty))) as opened:
        yield opened


def test_this_file_runs_on_postgresql(store: Store) -> None:
    with store.reading() as connection:
        assert str(connection.scalar(text("SELECT version()"))).startswith("PostgreSQL")


def test_the_migrations_make_the_tables_that_the_program_declares(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == tables.HEAD
        assert compare_metadata(context, tables.metadata) == []


def _alembic(server: postgres.Cluster, name: str, act: Callable[[Config, str], None], version: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.HERE).replace("%", "%%"))
    engine = create_engine(server.url(name))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        act(config, version)
    engine.dispose()


def test_a_store_of_the_first_version_comes_up_with_its_words(server: postgres.Cluster) -> None:
    name = server.database()
    _alembic(server, name, command.upgrade, "0001")
    engine = create_engine(server.url(name))
    row = {"id": "d", "version": 1, "kind": "k", "lang": "en", "title": "T", "created": "2026", "changed": "2026"}
    kept = {"draft_id": "d", "version": 1, "op": "x" * 16, "body": b"words", "sha256": "s", "at": "2026"}
    with engine.begin() as connection:
        connection.execute(tables.draft.insert().values(**row))
        connection.execute(tables.revision.insert().values(**kept))
    _alembic(server, name, command.upgrade, "head")
    with engine.connect() as connection:
        assert bytes(connection.scalar(text("SELECT body FROM revision"))) == b"words"
        assert MigrationContext.configure(connection).get_current_revision() == tables.HEAD
    engine.dispose()


def test_there_is_no_way_down_and_nothing_is_changed_by_trying(server: postgres.Cluster, empty: str) -> None:
    name = server.database(empty)
    with pytest.raises(NotImplementedError, match="restore the copy"):
        _alembic(server, name, command.downgrade, "base")
    engine = create_engine(server.url(name))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == tables.HEAD
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_six_writers_at_once_lose_no_save_and_the_record_stays_a_chain(
    store: Store, ana: Actor, draft_id: str, op: Callable[[], str]
) -> None:
    """Each saves on what it read; who comes late gets a conflict, reads again and saves again."""
    conflicts: list[int] = []

    def work(who: int) -> None:
        for turn in range(10):
            while True:
                base = drafts.read(store, draft_id).version
                try:
                    drafts.save(store, ana, draft_id, base=base, op=op(), body=b"%d %d" % (who, turn))
                    break
                except drafts.Conflict:
                    conflicts.append(who)

    threads = [threading.Thread(target=work, args=(who,)) for who in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert drafts.read(store, draft_id).version == 61
    bodies = [drafts.read(store, draft_id, version).body for version in range(2, 62)]
    assert sorted(bodies) == sorted(b"%d %d" % (who, turn) for who in range(6) for turn in range(10))
    with store.reading() as connection:
        audit.verify(connection)
