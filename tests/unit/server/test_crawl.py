"""A crawler that walks every page by its links, fills every form with hostile text and files, and walks again.

No page may show an element or attribute that its template does not have, none may answer with a fault of ours, and reading
changes nothing. Pages that are added are walked by themselves: they only have to be linked from another page.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
import pytest
import tinyhtml5
from flask import Flask
from werkzeug.exceptions import HTTPException

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, drafts, findings, instruments, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES

HOSTILE = (
    "<canary-a>",
    "\"><canary-b>",
    "' onfocus=canary(1) autofocus x='",
    "\" onmouseover=\"canary(1)",
    "</textarea><canary-c>",
    "</title><script>canary(1)</script>",
    "<img src=x onerror=canary(1)>",
    "<svg/onload=canary(1)>",
    "{{ 7 * 7 }}<canary-d>",
    "javascript:canary(1)",
    "--><canary-e>",
    "]]><canary-f>&lt;canary-g&gt;",
)  # fmt: skip
LOCAL = {"en", "fr", "long", "short"}
LEFT_ALONE = ("/sign-out", "/closed", "/aside", "/language/", "/theme/", "/remove")
MOST_PAGES = 400
ALIKE = 10  # pages of one route that are looked at; they differ in their text alone


def hostile(start: int = 0) -> Iterator[str]:
    """Yield hostile texts in turn, two in each."""
    number = start
    while True:
        yield f"{HOSTILE[number % 12]} {HOSTILE[(number + 5) % 12]}"
        number += 1


def poisoned(value: Any, texts: Iterator[str]) -> Any:
    """Return sample answers with a hostile text at the end of every text that is in a language."""
    if isinstance(value, dict):
        return {
            key: f"{one} {next(texts)}" if key in LOCAL and isinstance(one, str) else poisoned(one, texts)
            for key, one in value.items()
        }
    return [poisoned(one, texts) for one in value] if isinstance(value, list) else value


@pytest.fixture
def officer(app: Flask, store: Store, visitor: Callable[..., Any]) -> Any:
    """Return a visitor with every role, in a store whose every field holds something hostile."""
    texts = hostile()
    everything = visitor(*ROLES)
    me = everything.actor()
    users.add(store, COMMAND_LINE, f"Zoe {next(texts)}"[:110], ["drafter"], team=next(texts))
    for country in ("XO", "XD", "XB"):
        words = f"1. No exemption from tax {next(texts)} shall be granted."
        law = Instrument(
            title=f"Act {next(texts)}",
            country=country,
            lang="en",
            text=words,
            sha256=hashlib.sha256(words.encode()).hexdigest(),
            provisions=(Provision("1", f"Tax {next(texts)}", "sec_1", "section", 0, len(words)),),
            file=f"{next(texts)}.txt".replace("/", "_"),
        )
        facts = {"title": law.title, "country": country, "lang": "en", "file": law.file, "provisions": 1}
        instruments.add(store, me, **facts, body=msgspec.json.encode(law))
    sample = sorted((places.TEMPLATES / "memorandum_of_understanding" / "samples").glob("*.yaml"))[0]
    file = read_file(sample)
    body = Body(
        kind=file.kind,
        lang=file.lang,
        answers=poisoned(file.answers, texts),
        changes=file.changes,
    ).to_json()
    made = drafted(body)
    saved = drafts.create(store, me, kind=file.kind, lang="en", title=f"{made.title} {next(texts)}", body=body, op="crawl" * 4)
    head = drafts.head(store, saved.draft_id)
    assert head
    with app.test_request_context():
        checking.run(store, head, made)
    findings.answer(store, me, saved.draft_id, "none", "waived", next(texts))
    return everything


class Crawl:
    """One walk: pages seen, forms met, what was wrong."""

    def __init__(self, visitor: Any, alike: int = ALIKE) -> None:
        self.visitor, self.alike = visitor, alike
        self.forms: dict[str, Any] = {}
        self.seen: dict[str, int] = {}
        self.wrong: list[str] = []
        self.routes: Counter[str] = Counter()
        self.urls = visitor.client.application.url_map.bind("localhost")

    def is_new(self, path: str) -> bool:
        """Say whether a page is to be looked at: not seen, and not one more of a route that was seen often."""
        try:
            endpoint = str(self.urls.match(path.split("?")[0], method="GET")[0])
        except HTTPException:
            endpoint = path
        self.routes[endpoint] += path not in self.seen
        return path not in self.seen and self.routes[endpoint] <= self.alike and endpoint != "static"

    def walk(self, start: str = "/") -> None:
        left = [start]
        while left and len(self.seen) < MOST_PAGES:
            path = left.pop(0)
            if not self.is_new(path):
                continue
            answer = self.visitor.get(path)
            self.seen[path] = answer.status_code
            if answer.status_code >= 500:
                self.wrong.append(f"{path}: {answer.status_code}")
            if answer.status_code in (301, 302, 303):
                left.append(answer.headers["Location"])
            elif answer.mimetype == "text/html":
                left += self.read(path, answer.text)

    def read(self, path: str, text: str) -> list[str]:
        """Look at a page for anything that a template did not write; return where it leads."""
        self.wrong += [f"{path}: {fault}" for fault in strange(text)]
        page = tinyhtml5.parse(text)
        for form in every(page, "form"):
            if form.get("method", "get").lower() == "post":
                self.forms.setdefault(urljoin(path, form.get("action", path)), form)
        targets = [one.get("href", "") for one in every(page, "a")] + [one.get("hx-get", "") for one in every(page, "div")]
        found = [urljoin(path, target) for target in targets if target and not target.startswith(("#", "mailto:"))]
        return [one.split("#")[0] for one in found if not urlsplit(one).netloc and not any(part in one for part in LEFT_ALONE)]


def every(element: Any, tag: str) -> list[Any]:
    """Return the elements of a name below an element."""
    return [one for one in element.iter() if str(one.tag).rpartition("}")[2] == tag]


def strange(text: str) -> list[str]:
    """Return what in a page no template of ours writes: an element of an attack, a handler, a script without a source."""
    found = []
    for element in tinyhtml5.parse(text).iter():
        tag = str(element.tag).rpartition("}")[2]
        if "canary" in tag or (tag == "script" and "canary" in "".join(element.itertext())):
            found.append(f"element {tag}")
        for name, value in element.attrib.items():
            if name.startswith("on") or "canary" in name or (name == "src" and value == "x"):
                found.append(f"attribute {name} of {tag}")
            if name in ("href", "src", "action") and value.strip().lower().startswith(("javascript:", "data:text")):
                found.append(f"{name}={value[:30]}")
    return found


def filled(form: Any, texts: Iterator[str]) -> dict[str, Any]:
    """Return a form as a person would send it who writes hostile text wherever something may be written."""
    given: dict[str, Any] = {}
    for field in form.iter():
        tag, name = str(field.tag).rpartition("}")[2], field.get("name")
        if not name or tag not in ("input", "textarea", "select", "button"):
            continue
        kind = field.get("type", "text")
        if tag == "textarea" or (tag == "input" and kind in ("text", "search", "email", "number", "date")):
            given[name] = next(texts)
        elif kind == "file":
            words = (
                f"1. Tax {next(texts)}\n\nNo exemption {next(texts)} shall be granted by any agreement of the Government.\n" * 3
            )
            given[name] = (io.BytesIO(words.encode()), f"{next(texts)}.txt".replace("/", "_"))
        elif kind in ("hidden", "radio", "checkbox"):
            given.setdefault(name, field.get("value", ""))
        elif tag == "select":
            given[name] = next((one.get("value") for one in every(field, "option") if one.get("value")), "")
    return given


def digest(store: Store) -> str:
    """Return a hash of everything in the store but the time of last requests."""
    whole = hashlib.sha256()
    with store.reading() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='table' AND name != 'session' ORDER BY name"
        )
        for name in tables.scalars().all():
            for row in connection.exec_driver_sql(f"SELECT * FROM {name}"):
                whole.update(repr(tuple(row)).encode())
    return whole.hexdigest()


@pytest.mark.slow
def test_hostile_text_in_every_field_never_becomes_part_of_a_page(officer: Any, store: Store) -> None:
    first = Crawl(officer)
    before = digest(store)
    first.walk()
    assert digest(store) == before, "reading pages changed the store"
    assert len(first.seen) > 20
    texts = hostile(3)
    for target, form in first.forms.items():
        if any(part in target for part in LEFT_ALONE):
            continue
        answer = officer.post(target, filled(form, texts) | {"csrf": officer.token()}, content_type="multipart/form-data")
        if answer.status_code >= 500:
            first.wrong.append(f"POST {target}: {answer.status_code}")
        if answer.mimetype == "text/html":
            first.wrong += [f"POST {target}: {fault}" for fault in strange(answer.text)]
    again = Crawl(officer)
    again.walk()
    assert first.wrong + again.wrong == []
    assert len(again.seen) >= len(first.seen) / 2


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_every_page_that_a_role_is_led_to_is_open_to_it_and_reading_changes_nothing(
    role: str, officer: Any, visitor: Callable[..., Any], store: Store
) -> None:
    walk = Crawl(visitor(role), alike=3)
    before = digest(store)
    walk.walk()
    assert digest(store) == before
    closed = [path for path, status in walk.seen.items() if status == 403]
    assert walk.wrong == []
    assert closed == [], "a page offers a link that its reader may not follow"


def test_the_crawler_sees_an_attack_that_works() -> None:
    for one in (
        "<canary-a>",
        "<img src=x onerror=canary(1)>",
        '<p onmouseover="canary(1)">',
        "<a href=javascript:canary(1)>x</a>",
    ):
        assert strange(f"<!doctype html><title>x</title><body>{one}</body>")
    assert not strange("<!doctype html><title>x</title><body><p>&lt;canary-a&gt; onerror=canary(1)</p></body>")
