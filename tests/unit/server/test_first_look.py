"""A draft that was never checked: its findings are shown before their cures are tried, and the page asks for those by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from ssc_drafter.check.finding import Report
from ssc_drafter.server import demo
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, drafts
from ssc_drafter.store.actor import ROLES

pytestmark = pytest.mark.slow
HX = {"HX-Request": "true"}


@pytest.fixture
def officer(store: Store, visitor: Callable[..., Any]) -> Any:
    found = visitor(*ROLES)
    demo.load(store, found.actor())
    return found


@pytest.fixture
def fresh(store: Store, officer: Any) -> str:
    """Return a draft like that of the demonstration, which nobody has checked."""
    kept = drafts.read(store, drafts.listed(store, officer.actor())[0].id)
    made = drafted(kept.body)
    saved = drafts.create(
        store, officer.actor(), kind="framework_agreement", lang="en", title=made.title, body=kept.body, op="x" * 40
    )
    return saved.draft_id


def shown(store: Store, draft_id: str, of: Callable[..., Report | None]) -> Report | None:
    head = drafts.head(store, draft_id)
    assert head
    return of(store, head, drafted(drafts.read(store, draft_id).body))


def tried(report: Report) -> int:
    """Return how many cures were tried and found to do."""
    return sum(cure.verified for one in report.findings for cure in one.cure)


def asks_again(page: str) -> bool:
    return bool(html.fromstring(f"<div>{page}</div>").xpath("//*[@id='checking']//form"))


def test_findings_are_shown_then_their_cures_are_tried(store: Store, officer: Any, fresh: str) -> None:
    url = f"/drafts/{fresh}"
    assert asks_again(officer.get(url).text)
    answer = officer.post(f"{url}/check", {"version": "1"}, headers=HX)
    assert answer.status_code == 200 and asks_again(answer.text)
    first = shown(store, fresh, checking.latest)
    assert first and first.findings
    assert all(one.cure for one in first.findings), "what to do that needs no trying is told at once"
    assert shown(store, fresh, checking.held) is None, "a report without cures is nobody's document"
    assert officer.get(f"{url}/report.json").status_code >= 400

    assert not asks_again(officer.post(f"{url}/check", {"version": "1"}, headers=HX).text)
    whole = shown(store, fresh, checking.held)
    assert whole and [one.id for one in whole.findings] == [one.id for one in first.findings]
    assert tried(whole) > tried(first)
    assert shown(store, fresh, checking.latest) == whole
    assert officer.get(f"{url}/report.json").status_code == 200


def test_the_page_of_a_finding_has_its_cures_though_nobody_asked_again(store: Store, officer: Any, fresh: str) -> None:
    url = f"/drafts/{fresh}"
    officer.post(f"{url}/check", {"version": "1"}, headers=HX)
    first = shown(store, fresh, checking.latest)
    assert first
    page = officer.get(f"{url}/findings/{first.findings[0].id}")
    whole = shown(store, fresh, checking.held)
    assert page.status_code == 200 and whole
    assert whole.findings[0].cure == shown(store, fresh, checking.whole).findings[0].cure  # type: ignore[union-attr]


def test_a_form_without_script_gets_all_at_once(store: Store, officer: Any, fresh: str) -> None:
    assert officer.post(f"/drafts/{fresh}/check", {"version": "1"}).status_code == 302
    assert shown(store, fresh, checking.held)


def test_every_finding_has_its_page(store: Store, officer: Any, fresh: str) -> None:
    officer.post(f"/drafts/{fresh}/check", {"version": "1"})
    report = shown(store, fresh, checking.held)
    assert report and any(cure.kind == "variant" for one in report.findings for cure in one.cure)
    pages = {one.id: officer.get(f"/drafts/{fresh}/findings/{one.id}") for one in (*report.findings, *report.look)}
    assert {one.status_code for one in pages.values()} == {200}, [name for name, one in pages.items() if one.status_code != 200]
