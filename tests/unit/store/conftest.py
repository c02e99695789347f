"""A store in a folder of its own, with a drafter, a reviewer and an administrator. Passwords cost little here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from ssc_drafter.store import Store, drafts, engine, passwords, users
from ssc_drafter.store.actor import COMMAND_LINE, Actor


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


DURABLE = ("test_losing_nothing", "test_migrations", "test_opened")  # what the disk keeps is tested here


@pytest.fixture(autouse=True)
def no_flushing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no disk where durability is not what is tested."""
    if request.module.__name__.rpartition(".")[2] not in DURABLE:
        monkeypatch.setitem(engine.PRAGMAS, "synchronous", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, new_store: Callable[[Path], Path]) -> Iterator[Store]:
    with Store.open(new_store(folder)) as opened:
        yield opened


@pytest.fixture
def person(store: Store) -> Callable[..., Actor]:
    """Return a function that makes an account and gives its person."""

    def make(name: str, *roles: str, team: str = "") -> Actor:
        return users.add(store, COMMAND_LINE, name, roles or ("drafter",), team=team).actor()

    return make


@pytest.fixture
def ana(person: Callable[..., Actor]) -> Actor:
    return person("ana", "drafter")


@pytest.fixture
def op() -> Callable[[], str]:
    return lambda: secrets.token_hex(16)


@pytest.fixture
def draft_id(store: Store, ana: Actor, op: Callable[[], str]) -> str:
    """Return a draft of Ana's at version 1."""
    return drafts.create(store, ana, kind="memorandum", lang="en", title="Water", body=b'{"n": 1}', op=op()).draft_id
