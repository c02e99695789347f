"""What holds for every request and answer: hosts, tokens, sizes, headers, cookies, and what the demonstration refuses."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.server.app import create_app
from ssc_drafter.server.gate import refusals, security
from ssc_drafter.server.gate.ground import Config
from ssc_drafter.server.serve import demo_reviewer, demo_user
from ssc_drafter.store import Store

PAGES = sorted((places.WEB / "pages").glob("*.html"))


def url(rule: Any) -> str:
    numbered = re.sub(r"<int:\w+>", "1", str(rule))
    return re.sub(r"<(?:[a-z]+:)?(\w+)>", "x" * 24, numbered)


def dressed(answer: Any) -> list[str]:
    """Return the names of the headers that an answer lacks."""
    wanted = {**security.HEADERS, "Set-Cookie": None}
    return [name for name, value in wanted.items() if value is not None and answer.headers.get(name) != value]


@pytest.mark.slow
def test_every_answer_carries_the_headers_pages_and_refusals_alike(app: Flask, everybody: dict[str, Any]) -> None:
    bare = []
    for rule in app.url_map.iter_rules():
        for role, visitor in everybody.items():
            for method in ("GET", "POST", "DELETE") if role == "nobody" else ("GET",):
                answer = visitor.client.open(url(rule), method=method)
                if dressed(answer) or (rule.endpoint != "static" and answer.headers["Cache-Control"] != "no-store"):
                    bare.append((method, url(rule), answer.status_code))
    assert not bare


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/nothing", "GET", {}, 404),
        ("/sign-in", "DELETE", {}, 405),
        ("/sign-in", "GET", {"Host": "evil.example"}, 400),
        ("/static/nothing.css", "GET", {}, 404),
        ("/static/../../store.db", "GET", {}, 404),
    ],
)
def test_refusals_carry_the_headers_too(app: Flask, path: str, method: str, headers: dict[str, str], status: int) -> None:
    answer = app.test_client().open(path, method=method, headers=headers)
    if method == "DELETE":
        assert answer.status_code in (403, 405)
    else:
        assert answer.status_code == status
    assert dressed(answer) == []


def test_a_fault_of_ours_shows_a_number_and_none_of_the_inner_workings(
    app: Flask, visitor: Callable[..., Any], caplog: Any
) -> None:
    def broken(**_parts: Any) -> str:
        raise ValueError("canary: the draft says that Valmeria pays nothing")

    app.view_functions["account.own"].__dict__["x"] = 1
    broken.__dict__["ssc_asked"] = app.view_functions["account.own"].__dict__["ssc_asked"]
    app.view_functions["account.own"] = broken
    answer = visitor("drafter").get("/account")
    assert answer.status_code == 500
    assert dressed(answer) == []
    incident = re.search(r"[0-9a-f]{8}", answer.text[answer.text.index("quote") :])
    assert incident
    assert incident[0] in caplog.text
    assert "anary" not in answer.text + caplog.text
    assert "Traceback" not in answer.text


def test_when_even_the_page_of_errors_fails_a_barer_one_answers(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    true = refusals.render_template

    def broken(name: str, **values: Any) -> str:
        if name == "error.html":
            raise ValueError("no")
        return true(name, **values)

    monkeypatch.setattr(refusals, "render_template", broken)
    answer = app.test_client().get("/nothing")
    assert (answer.status_code, dressed(answer)) == (404, [])
    assert "There is no such page" in answer.text


@pytest.mark.slow
def test_every_change_without_a_token_is_refused(app: Flask, everybody: dict[str, Any]) -> None:
    let_through = []
    for rule in app.url_map.iter_rules():
        for method in {"POST", "PUT", "PATCH", "DELETE"} & set(rule.methods or ()):
            for role, visitor in everybody.items():
                for form in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "é"}):
                    status = visitor.client.open(url(rule), method=method, data=form).status_code
                    if status != 403:
                        let_through.append((role, method, url(rule), form, status))
    assert not let_through


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:9"},
    ],
)
def test_another_site_is_refused_even_with_a_token_and_gets_no_form_back(
    visitor: Callable[..., Any], headers: dict[str, str]
) -> None:
    drafter = visitor("drafter")
    token = drafter.token()
    for given in (token, "stale"):
        answer = drafter.client.post("/account/password", data={"csrf": given, "text": "canary"}, headers=headers)
        assert answer.status_code == 403
        assert "canary" not in answer.text


def test_the_token_of_one_visitor_is_worth_nothing_to_another(visitor: Callable[..., Any]) -> None:
    one, other = visitor("drafter"), visitor("reviewer")
    assert other.client.post("/sign-out", data={"csrf": one.token()}).status_code == 403
    assert other.client.post("/sign-out", data={"csrf": other.token()}).status_code == 302


def test_htmx_sends_the_token_in_a_header_and_can_fetch_it_anew(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    stale = drafter.client.post("/sign-out", headers={"X-CSRF": "0" * 64, "HX-Request": "true"})
    assert (stale.status_code, stale.headers["SSC-Token"]) == (403, "stale")
    token = drafter.get("/token").json["csrf"]
    assert drafter.client.post("/sign-out", headers={"X-CSRF": token}).status_code == 302
    assert drafter.client.post("/sign-out", headers={"X-CSRF": token, "HX-Request": "true"}).status_code in (401, 403)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "evil.example:80", "localhost@evil.example", "127.0.0.1.evil.example", "", "[::2]",
     "localhost:80:80", "127.0.0.2", "0.0.0.0", "localhost#", "localhost/", "LOCALHOST.", "xn--localhost", "localhost ", " localhost",
     "localhost,evil.example", "evil.example, localhost", "*", "127.1"],
)  # fmt: skip
def test_other_hosts_are_refused(app: Flask, host: str) -> None:
    answer = app.test_client().get("/sign-in", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil.example" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LocalHost"])
def test_our_own_hosts_are_answered(app: Flask, host: str) -> None:
    assert app.test_client().get("/sign-in", headers={"Host": host}).status_code == 200


def test_a_form_that_is_too_large_is_refused_with_a_sentence(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    token = drafter.token()
    part = b'--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n' + b"x" * 2_100_000 + b"\r\n--b--\r\n"
    bodies = (("application/x-www-form-urlencoded", b"text=" + b"x" * 2_100_000), ("multipart/form-data; boundary=b", part))
    for kind, body in bodies:
        answer = drafter.client.post("/account/password", data=body, content_type=kind, headers={"X-CSRF": token})
        assert answer.status_code == 413
        assert "20 MB" in answer.text
        assert dressed(answer) == []


def test_a_form_of_ten_thousand_parts_is_refused(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    token = drafter.token()
    parts = (
        "".join(f'--b\r\nContent-Disposition: form-data; name="f{number}"\r\n\r\nx\r\n' for number in range(10_000))
        + "--b--\r\n"
    )
    answer = drafter.client.post(
        "/account/password", data=parts, content_type="multipart/form-data; boundary=b", headers={"X-CSRF": token}
    )
    assert answer.status_code == 413


def test_only_a_view_that_takes_files_takes_20_megabytes(app: Flask) -> None:
    large = {
        rule.endpoint for rule in app.url_map.iter_rules() if app.view_functions[rule.endpoint].__dict__["ssc_asked"].upload
    }
    assert all("POST" in (rule.methods or ()) for rule in app.url_map.iter_rules() if rule.endpoint in large)
    assert len(large) <= 5


def test_cookies_are_closed_to_scripts_and_over_tls_bound_to_the_host(store: Store) -> None:
    plain = create_app(Config(store=store)).test_client().get("/sign-in").headers["Set-Cookie"]
    assert plain.startswith("ssc=")
    assert "HttpOnly" in plain
    assert "SameSite=Lax" in plain
    tls = create_app(Config(store=store, hosts=("treaties.example",), public_url="https://treaties.example"))
    answer = tls.test_client().get("/sign-in", headers={"Host": "treaties.example"})
    assert answer.headers["Set-Cookie"].startswith("__Host-ssc=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "Domain" not in answer.headers["Set-Cookie"]
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("key", ["dev", "0" * 64, "change-me-change-me-change-me-change-me-change-me-change-me-change-me"])
def test_an_application_with_a_weak_key_does_not_start(store: Store, key: str) -> None:
    with pytest.raises(Problem, match="key"):
        create_app(Config(store=store, key=key))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_has_anything_inline_or_unescaped(path: Path) -> None:
    text = path.read_text("utf-8")
    bare = re.sub(r"{#.*?#}", "", text, flags=re.S)
    assert not re.search(
        r"\sstyle\s*=|\son[a-z]+\s*=|javascript:|hx-on|hx-vals=.js:|autoescape\s+false|\|\s*safe\b", bare, re.I
    )
    assert not re.search(r"<script(?![^>]*\ssrc=)", bare)
    assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", bare)


def test_markup_is_made_nowhere_in_the_server_but_where_this_list_says() -> None:
    made = {path.name for path in (places.PACKAGE / "server").glob("*.py") if re.search(r"\bMarkup\(", path.read_text("utf-8"))}
    assert made <= MARKUP


MARKUP: set[str] = set()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Store.open(tmp_path_factory.mktemp("demo") / "demo", demo=True) as store:
        who = {"demo_user": demo_user(store), "demo_reviewer": demo_reviewer(store)}
        yield create_app(Config(store=store, hosts=("localhost:8765", "127.0.0.1:8765"), **who))


def test_the_demonstration_signs_its_officer_in(demo: Flask) -> None:
    answer = demo.test_client().get("/account", headers={"Host": "localhost:8765"})
    assert answer.status_code == 200
    assert "Demo officer" in answer.text


def test_the_demonstration_changes_into_its_reviewer_and_back(demo: Flask) -> None:
    client, host = demo.test_client(), {"Host": "localhost:8765"}

    def change(who: str) -> str:
        page = client.get("/account", headers=host).text
        token = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
        assert token
        client.post("/demo", data={"csrf": token[1], "who": who}, headers=host)
        return client.get("/account", headers=host).text

    assert "Demo reviewer" in change("reviewer") and client.get("/people", headers=host).status_code == 403
    assert "Demo officer" in change("officer")


def test_no_other_application_changes_anybody_into_somebody_else(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    assert drafter.post("/demo", {"who": "reviewer"}).status_code == 404
    drafter.client.set_cookie("demo-as", "reviewer")
    assert drafter.account.name in drafter.get("/account").text


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({"Host": "localhost"}, "127.0.0.1"),
        ({"Host": "localhost:8766"}, "127.0.0.1"),
        ({"Host": "[::1]:8765"}, "127.0.0.1"),
        ({"Host": "demo.example:8765"}, "127.0.0.1"),
        ({"Host": "localhost:8765", "X-Forwarded-For": "203.0.113.1"}, "127.0.0.1"),
        ({"Host": "localhost:8765", "Forwarded": "for=203.0.113.1"}, "127.0.0.1"),
        ({"Host": "localhost:8765", "X-Forwarded-Host": "x"}, "127.0.0.1"),
        ({"Host": "localhost:8765", "Via": "1.1 proxy"}, "127.0.0.1"),
        ({"Host": "localhost:8765"}, "203.0.113.1"),
    ],
)
def test_the_demonstration_answers_this_machine_alone(demo: Flask, headers: dict[str, str], address: str) -> None:
    answer = demo.test_client().get("/account", headers=headers, environ_base={"REMOTE_ADDR": address})
    assert answer.status_code in (400, 403)
    assert "Demo officer" not in answer.text
