"""Every route, as every role, on drafts in every state, against the table that docs/server.md publishes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from ssc_drafter.server.app import create_app
from ssc_drafter.server.gate import access
from ssc_drafter.server.gate.access import asked
from ssc_drafter.server.gate.ground import Config
from ssc_drafter.server.gate.security import csrf
from ssc_drafter.store import Store, files, instruments
from ssc_drafter.store.actor import COMMAND_LINE

DOCS = Path(__file__).parents[3] / "docs" / "server.md"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
STATES = ("open", "archived", "another team's", "unknown")


def published() -> dict[str, tuple[set[str], set[str]]]:
    """Return the table as people read it: action -> (who, states of drafts)."""
    text = DOCS.read_text("utf-8").split("<!-- access -->")[1].split("<!-- /access -->")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.strip().splitlines()[2:]]
    return {
        action: ({one.strip() for one in who.split(",")}, set(states.replace(",", " ").split())) for action, who, states in rows
    }


def test_the_published_table_and_the_one_in_the_code_name_the_same_actions() -> None:
    assert sorted(published()) == sorted(access.TABLE)


def test_the_application_does_not_start_with_a_route_that_declares_nothing(store: Store) -> None:
    app = create_app(Config(store=store))
    app.view_functions["bare"] = lambda: "anybody may read this"
    app.url_map.add(Rule("/bare", endpoint="bare", methods=["GET"]))
    with pytest.raises(RuntimeError, match="bare"):
        access.require_declarations(app)
    assert app.test_client().get("/bare").status_code == 403


def test_an_action_that_the_table_does_not_know_cannot_be_declared() -> None:
    with pytest.raises(KeyError, match=r"draft\.burn"):
        access.may("draft.burn")


def reached(app: Flask) -> None:
    """Put a view that only says that it was reached in the place of every view, with the same declaration."""
    for endpoint, view in list(app.view_functions.items()):

        def stub(**_parts: Any) -> str:
            return "reached"

        stub.__dict__["ssc_asked"] = view.__dict__["ssc_asked"]
        app.view_functions[endpoint] = stub


def expected(action: str, role: str, state: str, method: str) -> int:
    """Return the status that the published table asks for."""
    who, states = published()[action]
    if action == "public":
        return 200
    if role == "nobody":
        return 302 if method == "GET" else 401
    if role not in who:
        return 403
    if state in ("another team's", "unknown"):
        return 404
    return 200 if not states or state in states else 409


@pytest.fixture
def parts(store: Store, some_draft: Callable[..., str]) -> Callable[[str], dict[str, str]]:
    """Return a function that gives the parts of URLs for a draft in some state."""
    policy = instruments.add(store, COMMAND_LINE, title="Tax", country="XO", lang="en", file="t", provisions=0, body=b"{}").id
    made = {
        "open": some_draft(),
        "archived": some_draft(archived=True),
        "another team's": some_draft("Fisheries"),
        "unknown": "0" * 24,
    }
    with store.reading() as connection:
        user_id = str(connection.exec_driver_sql("SELECT id FROM user_account LIMIT 1").scalar())
    file_ids = {state: files.keep(store, COMMAND_LINE, "draft", "x", "x", b"x", made[state]) for state in STATES[:3]}
    return lambda state: {
        "draft_id": made[state],
        "policy_id": policy,
        "user_id": user_id,
        "file_id": file_ids.get(state, "0" * 24),
    }


def url(app: Flask, rule: Rule, given: dict[str, str]) -> str:
    """Return the URL of a route with its parts filled in."""
    values = {
        name: given.get(name, "1" if type(rule._converters[name]).__name__ == "IntegerConverter" else "x")
        for name in rule.arguments
    }
    with app.test_request_context():
        built = app.url_map.bind("localhost").build(
            rule.endpoint, values, method=next(iter(set(rule.methods or ()) - {"HEAD", "OPTIONS"}))
        )
    return str(built).removeprefix("http://localhost")


@pytest.mark.slow
def test_every_route_for_every_role_and_state(
    app: Flask, everybody: dict[str, Any], parts: Callable[[str], dict[str, str]]
) -> None:
    reached(app)
    tokens = {role: visitor.client for role, visitor in everybody.items()}
    wrong, looked = [], 0
    for rule in app.url_map.iter_rules():
        declared = asked(app, rule.endpoint)
        assert declared is not None
        of_draft = {"draft_id", "file_id"} & set(rule.arguments)
        for method in set(rule.methods or ()) & set(METHODS):
            for role, client in tokens.items():
                for state in STATES if of_draft else STATES[:1]:
                    path = url(app, rule, parts(state))
                    headers = {}
                    if method != "GET":
                        with app.test_request_context(headers={"Cookie": f"ssc={_cookie(client)}"}):
                            headers = {"X-CSRF": csrf()}
                    answer = client.open(path, method=method, headers=headers)
                    looked += 1
                    wish = expected(declared.action, role, state, method)
                    if answer.status_code != wish or (wish == 200) != (answer.text == "reached"):
                        wrong.append((method, path, role, state, answer.status_code, wish))
    assert not wrong
    assert looked > 200


def _cookie(client: Any) -> str:
    found = client.get_cookie("ssc")
    if found is None:
        client.get("/sign-in")
        found = client.get_cookie("ssc")
        if found is None:
            client.set_cookie("ssc", "n" * 43)
            return "n" * 43
    return str(found.value)


@pytest.mark.parametrize("role", ["drafter", "reviewer"])
def test_another_teams_draft_answers_with_the_same_bytes_as_none(
    everybody: dict[str, Any], parts: Callable[[str], dict[str, str]], role: str
) -> None:
    pages = []
    for state in ("another team's", "unknown"):
        draft_id = parts(state)["draft_id"]
        answer = everybody[role].get(f"/drafts/{draft_id}")
        assert answer.status_code == 404
        pages.append(re.sub(r'value="[0-9a-f]{64}"', "", answer.text).replace(draft_id, "ID"))
    assert pages[0] == pages[1]


def test_people_who_may_several_things_may_do_each(
    visitor: Callable[..., Any], app: Flask, some_draft: Callable[..., str]
) -> None:
    reached(app)
    both = visitor("reviewer", "administrator")
    assert both.get("/people").text == "reached"
    assert both.get(f"/drafts/{some_draft()}").text == "reached"
