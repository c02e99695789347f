"""Every page, at the width of a desk and of a telephone: axe finds nothing, nothing scrolls sideways, no policy is broken."""

from __future__ import annotations

from typing import Any

import pytest

WIDTHS = {1440: 1000, 390: 844}
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

PAGES = (
    "/", "/new", "/upload", "/saving", "/laws", "/clauses", "/clauses/final/disputes", "/clauses/final/amendment/own", "/clauses/waiting", "/letterhead", "/people", "/record", "/account", "/positions", "/precision",
    "{draft}", "{draft}/ready", "{draft}/steps", "{draft}/findings", "{draft}/consistency", "{draft}/parent", "{draft}/amend", "{draft}/library", "{draft}/versions/1", "{draft}/tongues?in=fr", "{draft}/parts/taxes_customs", "{draft}/text/art_2__para_1", "{finding}", "{law}", "{draft}/fits?at=art_2__para_1", "{provision}",
)  # fmt: skip


@pytest.fixture(scope="module")
def places(demo: Any, chromium: Any) -> dict[str, str]:
    """Return where the demonstration's draft, its gravest finding and a law are."""
    page = chromium.new_page()
    page.goto(demo.address)
    draft = page.get_attribute(".list .called a", "href")
    page.goto(demo.address + draft + "/findings")
    finding = page.get_attribute(".list .called a", "href")
    page.goto(demo.address + "/laws")
    law = page.get_attribute(".list h3 a", "href")
    page.goto(demo.address + law)
    provision = page.get_attribute("a[href*='/provisions/']", "href")
    page.close()
    return {"draft": draft, "finding": finding, "law": law, "provision": provision}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible(demo: Any, watched: Any, places: dict[str, str], path: str) -> None:
    one = watched(1440)
    answer = one.page.goto(demo.address + path.format(**places))
    assert answer.status == 200
    one.page.wait_for_load_state("networkidle")
    for width, height in WIDTHS.items():
        one.page.set_viewport_size({"width": width, "height": height})
        assert one.axe() == [], width
        assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width


@pytest.mark.parametrize("part", ["#questions", "#findings"])
def test_the_panes_of_a_telephone_are_accessible(demo: Any, watched: Any, places: dict[str, str], part: str) -> None:
    one = watched(390)
    one.page.goto(demo.address + places["draft"] + part)
    one.page.wait_for_load_state("networkidle")
    assert one.page.locator(part).is_visible()
    assert one.axe() == []


def test_open_groups_are_accessible(demo: Any, watched: Any, places: dict[str, str]) -> None:
    one = watched(1440)
    one.page.goto(demo.address + places["draft"])
    one.page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.removeAttribute('name'); one.open = true; })"
    )
    assert one.axe() == []


@pytest.mark.parametrize("path", ["/", "/new", "{draft}", "{finding}"])
def test_nothing_scrolls_sideways_on_the_smallest_screen(demo: Any, watched: Any, places: dict[str, str], path: str) -> None:
    one = watched(320)
    one.page.goto(demo.address + path.format(**places))
    assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("path", ["{draft}", "{finding}"])
def test_pages_are_accessible_in_the_dark(demo: Any, watched: Any, places: dict[str, str], path: str) -> None:
    one = watched(1440, color_scheme="dark")
    one.page.goto(demo.address + path.format(**places))
    one.page.wait_for_load_state("networkidle")
    assert one.axe() == []


def test_the_door_is_accessible(office: Any, watched: Any) -> None:
    link = next(word for line in office.said for word in line.split() if "/begin/" in word)
    for width in (1440, 390):
        one = watched(width)
        for address in (office.address + "/sign-in", link):
            one.page.goto(address)
            assert one.axe() == []


def test_the_question_whose_laws_is_accessible(demo: Any, watched: Any) -> None:
    """A draft that names no State that is known is asked about before it is held against any law."""
    one = watched(1440)
    one.page.goto(demo.address + "/upload")
    text = "# Memorandum\n\n## Article 1. Purpose\n\nThe Participants will exchange experts in fisheries.\n"
    one.page.set_input_files("input[type=file]", {"name": "memo.md", "mimeType": "text/markdown", "buffer": text.encode()})
    one.page.locator("main form button[type=submit], main form button:not([type])").first.click()
    one.page.wait_for_url("**/whose")
    for width, height in WIDTHS.items():
        one.page.set_viewport_size({"width": width, "height": height})
        assert one.axe() == [], width
        assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), width
