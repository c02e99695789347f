"""The application on a store of its own, and visitors: somebody of each role, somebody of another team, nobody."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import shelf
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from ssc_drafter import places
from ssc_drafter.library.load import Library
from ssc_drafter.server.app import create_app
from ssc_drafter.server.draft import editions
from ssc_drafter.server.gate.ground import Config
from ssc_drafter.store import Store, drafts, passwords, sessions, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES, Actor

PASSWORD = "seven green rivers bend"
TOKEN = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


class Visitor:
    """A browser: keeps its cookies, and sends the token of the page that it read last."""

    def __init__(self, client: FlaskClient, account: users.Account | None) -> None:
        self.client, self.account = client, account

    def actor(self) -> Actor:
        assert self.account is not None
        return self.account.actor()

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, **more)

    def token(self) -> str:
        page = self.get("/account" if self.account else "/sign-in")
        found = TOKEN.search(page.text)
        assert found, page.text[:500]
        return found[1]

    def post(self, path: str, form: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        return self.client.post(path, data={"csrf": self.token(), **(form or {})}, **more)


class Desk:
    """An officer at one draft, filling its forms as a browser does."""

    def __init__(self, officer: Any, kind: str = "framework_agreement", lang: str = "en") -> None:
        self.officer = officer
        op = secrets.token_hex(20)
        form = {
            "op": op,
            "kind": kind,
            "lang": lang,
            "subject": "public health",
            "parties~0~country": "KE",
            "parties~1~country": "BR",
        }
        answer = officer.post("/new", form)
        assert answer.status_code == 302, answer.text
        self.url = answer.headers["Location"]

    def page(self) -> Any:
        return html.fromstring(self.officer.get(self.url).text)

    def form(self) -> MultiDict[str, str]:
        return MultiDict(self.page().get_element_by_id("answers").form_values())

    def answer(self, hx: bool = False, form: MultiDict[str, str] | None = None, **answers: str) -> Any:
        form = form if form is not None else self.form()
        for name, value in answers.items():
            form.setlist(name.replace("__", "."), [value])
        headers = {"HX-Request": "true", "X-CSRF": form["csrf"]} if hx else {}
        return self.officer.client.post(f"{self.url}/answers", data=form, headers=headers)

    def do(self, path: str, **form: str) -> Any:
        return self.officer.post(f"{self.url}/{path}", {"base": self.version(), **form})

    def version(self) -> str:
        """Return the number of the draft's latest version, from the store: a page of it takes long to make."""
        store = self.officer.client.application.extensions["ssc_drafter"].store
        head = drafts.head(store, self.url.rpartition("/")[2])
        return str(head.version)

    def text(self, element: str = "sheet") -> str:
        return " ".join(self.page().get_element_by_id(element).text_content().split())


@pytest.fixture
def officer(visitor: Callable[..., Any]) -> Visitor:
    found: Visitor = visitor("drafter", "policy_editor", "library_editor")
    return found


@pytest.fixture
def desk_of() -> type[Desk]:
    """Return what begins a draft for an officer: `desk_of(officer, kind, lang)`."""
    return Desk


@pytest.fixture
def desk(officer: Visitor) -> Desk:
    return Desk(officer)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def store(tmp_path: Path, new_store: Callable[[Path], Path]) -> Iterator[Store]:
    with Store.open(new_store(tmp_path / "data")) as opened:
        yield opened


@lru_cache(maxsize=editions.AT_HAND)
def library_of(*over: Path) -> Library:
    """Return the shipped library that all tests share, or one with folders over it: the editions' own, read once less."""
    return Library.load(places.ROOT, *over, strict=False) if over else shelf.shipped()


@pytest.fixture(scope="session", autouse=True)
def one_library() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "_today", library_of)
        yield


@pytest.fixture(scope="session")
def one_app(tmp_path_factory: pytest.TempPathFactory, new_store: Callable[[Path], Path]) -> Flask:
    """Return the application that the tests share: laying out its routes takes longer than most tests."""
    with Store.open(new_store(tmp_path_factory.mktemp("app") / "data")) as opened:
        return create_app(Config(store=opened))


@pytest.fixture
def app(one_app: Flask, store: Store, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """Return the application on the test's own store. Views may be replaced; who adds a route makes an application of its own."""
    monkeypatch.setitem(one_app.extensions, "ssc_drafter", Config(store=store))
    monkeypatch.setattr(one_app, "view_functions", dict(one_app.view_functions))
    return one_app


@pytest.fixture
def visitor(app: Flask, store: Store) -> Callable[..., Visitor]:
    """Return a function that gives a visitor with some roles, signed in; without roles: nobody."""

    def make(*roles: str, team: str = "") -> Visitor:
        client = app.test_client()
        if not roles:
            return Visitor(client, None)
        name = f"{'-'.join(roles)} {team}".strip()
        known = [one for one in users.listed(store) if one.name == name]
        account = known[0] if known else users.add(store, COMMAND_LINE, name, roles, team=team, password=PASSWORD)
        client.set_cookie("ssc", sessions.begin(store, account, "here"))
        return Visitor(client, account)

    return make


@pytest.fixture
def everybody(visitor: Callable[..., Visitor]) -> dict[str, Visitor]:
    """Return a visitor for each role, and nobody."""
    return {"nobody": visitor(), **{role: visitor(role) for role in ROLES}}


@pytest.fixture
def some_draft(store: Store, visitor: Callable[..., Visitor]) -> Callable[..., str]:
    """Return a function that begins a draft in a team, archived or not, and gives its id."""
    made = iter(range(1000))

    def make(team: str = "", *, archived: bool = False, body: bytes = b"{}", title: str = "Water") -> str:
        who = visitor("drafter", team=team).actor()
        op = f"draft-{next(made):020d}"
        draft_id = drafts.create(
            store, who, kind="memorandum_of_understanding", lang="en", title=title, body=body, op=op
        ).draft_id
        if archived:
            drafts.archive(store, who, draft_id)
        return draft_id

    return make
