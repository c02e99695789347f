"""Signing in, being signed out with something typed, one-time links, the administrator's pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask

from ssc_drafter.server.gate import held
from ssc_drafter.store import Store, clock, links, sessions, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES
from ssc_drafter.words import LANGUAGES

PASSWORD = "seven green rivers bend"
TYPED = 'The Parties shall "meet" <twice> & more.\nEvery spring.\n\n  Indented.'


@pytest.fixture
def ana(store: Store) -> users.Account:
    return users.add(store, COMMAND_LINE, "ana", ["drafter"], password=PASSWORD)


def sign_in(visitor: Any, name: str = "ana", password: str = PASSWORD, **more: str) -> Any:
    return visitor.post("/sign-in", {"name": name, "password": password, **more})


def fields(page: str) -> dict[str, str]:
    """Return what a page's form would send, as a browser reads it."""
    found = {unescape(name): unescape(value) for name, value in re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', page)}
    found |= {
        unescape(name): unescape(value).removeprefix("\n")
        for name, value in re.findall(r'<textarea[^>]* name="([^"]+)">(.*?)</textarea>', page, re.S)
    }
    return found


def test_a_new_number_at_sign_in_and_the_old_one_is_worth_nothing(
    app: Flask, visitor: Callable[..., Any], ana: users.Account
) -> None:
    guest = visitor()
    guest.get("/sign-in")
    before = guest.client.get_cookie("ssc").value
    assert sign_in(guest).headers["Location"] == "/"
    after = guest.client.get_cookie("ssc").value
    assert before != after
    other = app.test_client()
    other.set_cookie("ssc", before)
    assert other.get("/account").status_code == 302
    other.set_cookie("ssc", after)
    assert other.get("/account").status_code == 200


def test_signing_out_ends_the_session_at_the_server(app: Flask, visitor: Callable[..., Any], ana: users.Account) -> None:
    guest = visitor()
    sign_in(guest)
    number = guest.client.get_cookie("ssc").value
    guest.account = ana
    assert guest.post("/sign-out").status_code == 302
    thief = app.test_client()
    thief.set_cookie("ssc", number)
    assert thief.get("/account").status_code == 302


@pytest.mark.parametrize(
    ("name", "password"), [("ana", "wrong password"), ("nobody", PASSWORD), ("closed", PASSWORD), ("", "")]
)
def test_every_refusal_reads_the_same(
    visitor: Callable[..., Any], store: Store, ana: users.Account, name: str, password: str
) -> None:
    closed = users.add(store, COMMAND_LINE, "closed", ["drafter"], password=PASSWORD)
    users.disable(store, COMMAND_LINE, closed.id)
    pages = []
    for tried, word in (("ana", "wrong"), (name, password)):
        answer = sign_in(visitor(), tried, word)
        assert answer.status_code == 401
        pages.append(re.sub(r'value="[0-9a-f]{64}"', "", answer.text).replace(f'value="{tried}"', 'value=""'))
    assert pages[0] == pages[1]


def test_after_wrong_tries_one_has_to_wait_even_with_the_right_password(
    visitor: Callable[..., Any], ana: users.Account
) -> None:
    guest = visitor()
    statuses = [sign_in(guest, password="wrong").status_code for _ in range(6)]
    assert statuses == [401, 401, 401, 401, 429, 429]
    answer = sign_in(guest)
    assert answer.status_code == 429
    assert re.search(r"Wait \d+ seconds", answer.text)


NEXT = [
    "//evil.example", "///evil.example", "https://evil.example", "http:evil.example", "\\\\evil.example", "/\\evil.example", "/\\/evil.example",
    "/\t/evil.example", "/\n/evil.example", "/%0a/evil.example\r\nX: y", "javascript:alert(1)", "data:text/html,x", " //evil.example", "\x00//evil.example",
    "evil.example", "@evil.example", "//evil.example@localhost", "/ /evil.example", "\u2044\u2044evil.example", "//localhost", "//localhost:80/x", "http://localhost/x",
    "/..//evil.example", "/a//evil.example", "////", "/\x7fx", "/\u00a0 x", "?x", "#x", "", "x:/y", "//[::1]", "/\\\\evil.example", "\t/x", "/x y", "ftp://x", "//\u3002", "/\r", "\\x", "http://", "/[",
]  # fmt: skip


def test_signing_in_never_leads_to_another_site(visitor: Callable[..., Any], ana: users.Account) -> None:
    wrong = []
    for onward in NEXT:
        place = sign_in(visitor(), next=onward).headers["Location"]
        at_home = re.fullmatch(r"/(?![/\\])[^\\\s\x00-\x1f]*", place)
        elsewhere = "evil.example" in place.split("?")[0].lstrip("/") and not place.startswith("/%")
        if not at_home or elsewhere or "\\" in held.local(onward):
            wrong.append((onward, place))
    assert wrong == []


def test_signing_in_leads_to_where_one_wanted_to_go(visitor: Callable[..., Any], ana: users.Account) -> None:
    guest = visitor()
    place = guest.get("/account?x=1").headers["Location"]
    assert place == "/sign-in?next=/account?x%3D1"
    page = fields(guest.get(place).text)
    assert sign_in(guest, next=page["next"]).headers["Location"] == "/account?x=1"


def test_what_was_typed_survives_a_stale_token(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    answer = drafter.client.post("/people", data={"csrf": "0" * 64, "text": TYPED, "password": "secret words", "n": ["1", "2"]})
    assert answer.status_code == 403
    form = fields(answer.text)
    assert form["text"] == TYPED
    assert "secret words" not in answer.text
    assert 'action="/people"' in answer.text
    assert answer.text.count('name="n"') == 2


@pytest.mark.parametrize("how", ["time", "closed"])
def test_what_was_typed_survives_the_end_of_the_session_and_a_new_sign_in(
    visitor: Callable[..., Any], store: Store, ana: users.Account, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    guest = visitor()
    sign_in(guest)
    guest.account = ana
    token = guest.token()
    if how == "time":
        true = clock.now
        monkeypatch.setattr(clock, "now", lambda: true() + timedelta(minutes=31))
    else:
        sessions.end_all(store, ana.id)
    late = guest.client.post("/drafts/abc/answers?x=1", data={"csrf": token, "text": TYPED, "agree": "yes"})
    assert late.status_code == 401
    guest.account = None
    form = fields(late.text)
    wrong = guest.client.post("/sign-in", data={**form, "name": "ana", "password": "not it"})
    assert wrong.status_code == 401
    form = fields(wrong.text)
    back = guest.client.post("/sign-in", data={**form, "name": "ana", "password": PASSWORD})
    assert back.status_code == 200
    again = fields(back.text)
    assert (again["text"], again["agree"]) == (TYPED, "yes")
    assert 'action="/drafts/abc/answers"' in back.text
    sent = guest.client.post("/drafts/abc/answers", data=again)
    assert sent.status_code == 404, "the token is good again: only the draft of this test does not exist"


def test_the_held_form_of_a_sign_in_page_leads_to_a_path_of_ours_alone(visitor: Callable[..., Any], ana: users.Account) -> None:
    answer = sign_in(visitor(), held_path="https://evil.example/steal", **{"held.text": "x"})
    assert answer.status_code == 302
    assert "evil.example" not in answer.text


def test_the_first_administrator_comes_by_a_link_that_works_once(visitor: Callable[..., Any], store: Store) -> None:
    guest, secret = visitor(), links.first(store)
    page = guest.get(f"/begin/{secret}")
    assert page.status_code == 200
    form = {"name": "root", "password": PASSWORD, "password_again": "another"}
    refused = guest.post(f"/begin/{secret}", form)
    assert refused.status_code == 422
    assert 'value="root"' in refused.text
    done = guest.post(f"/begin/{secret}", {**form, "password_again": PASSWORD})
    assert done.status_code == 302
    assert users.by_name(store, "root").roles == ROLES
    assert guest.get("/people").status_code == 200
    assert visitor().get(f"/begin/{secret}").status_code == 422


def test_an_administrator_adds_somebody_who_sets_a_password_by_a_link(visitor: Callable[..., Any], store: Store) -> None:
    root, guest = visitor("administrator"), visitor()
    shown = root.post("/people", {"name": "Bo Ek", "roles": ["drafter", "reviewer"], "team": "Water"})
    link = re.search(r"/begin/[\w-]{40,}", shown.text)
    assert link
    assert guest.post(link[0], {"password": PASSWORD, "password_again": PASSWORD}).status_code == 302
    assert guest.get("/account").status_code == 200
    assert users.by_name(store, "bo ek").team == "Water"
    assert sign_in(visitor(), "Bo Ek").status_code == 302


def test_an_account_that_is_closed_is_out_at_once(visitor: Callable[..., Any], store: Store) -> None:
    root, drafter = visitor("administrator"), visitor("drafter")
    assert root.post(f"/people/{drafter.account.id}/closed", {"closed": "yes"}).status_code == 302
    assert drafter.get("/account").status_code == 302
    root.post(f"/people/{drafter.account.id}/closed", {"closed": "no"})
    assert sign_in(visitor(), drafter.account.name).status_code == 302


def test_other_roles_take_effect_at_once_and_the_last_administrator_stays(visitor: Callable[..., Any], store: Store) -> None:
    root, drafter = visitor("administrator"), visitor("drafter")
    assert root.post(f"/people/{drafter.account.id}", {"roles": ["reviewer"], "team": ""}).status_code == 302
    assert drafter.get("/account").status_code == 302
    assert users.by_id(store, drafter.account.id).roles == ("reviewer",)
    refused = root.post(f"/people/{root.account.id}", {"roles": ["drafter"]})
    assert refused.status_code == 422
    assert "last administrator" in refused.text


def test_a_form_cannot_set_what_it_does_not_list(visitor: Callable[..., Any], store: Store) -> None:
    drafter = visitor("drafter")
    form = {"old": PASSWORD, "password": "eight blue lakes rest", "password_again": "eight blue lakes rest"}
    drafter.post("/account/password", {**form, "roles": "administrator", "id": "1", "disabled": "0", "team": "X"})
    account = users.by_id(store, drafter.account.id)
    assert (account.roles, account.team) == (("drafter",), "")


def test_changing_the_password_asks_for_the_old_one_and_ends_other_sessions(visitor: Callable[..., Any]) -> None:
    here, elsewhere = visitor("drafter"), visitor("drafter")
    form = {"old": "wrong", "password": "eight blue lakes rest", "password_again": "eight blue lakes rest"}
    assert here.post("/account/password", form).status_code == 422
    assert here.post("/account/password", {**form, "old": PASSWORD}).status_code == 200
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302


def test_the_record_shows_who_did_what_and_that_it_is_whole(visitor: Callable[..., Any]) -> None:
    root = visitor("administrator")
    root.post("/people", {"name": "Bo", "roles": ["drafter"]})
    page = root.get("/record").text
    assert "Account added" in page
    assert "The whole record fits together" in page


@pytest.mark.parametrize(
    ("given", "lang"),
    [*((one, one) for one in LANGUAGES), ("fr-SN,fr;q=0.9,en;q=0.5", "fr"), ("de", "en"), ("", "en")],
)
def test_the_language_is_the_browsers_until_one_chooses(visitor: Callable[..., Any], given: str, lang: str) -> None:
    guest = visitor()
    assert f'<html lang="{lang}"' in guest.get("/sign-in", headers={"Accept-Language": given}).text
    assert guest.get("/language/fr?back=/sign-in").headers["Location"] == "/sign-in"
    assert '<html lang="fr"' in guest.get("/sign-in", headers={"Accept-Language": given}).text
    assert guest.get("/language/xx").status_code == 404
    assert guest.get("/language/en?back=//evil.example").headers["Location"] == "/"
