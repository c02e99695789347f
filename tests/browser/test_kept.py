"""What was typed and never reached the server is offered again by the browser that it was typed in, unless that is shared."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.test_main_job import begin, open_group, saved

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COUNT = """() => new Promise(done => {
  const request = indexedDB.open("ssc-drafter", 1);
  request.onsuccess = () => { const all = request.result.transaction("typed").objectStore("typed").getAll();
                              all.onsuccess = () => { request.result.close(); done(all.result.length); }; };
})"""


def _typed_and_closed(one: Any, address: str) -> str:
    """Type into the subject and lose the page before anything was sent; return the room's address."""
    page = one.page
    begin(page, address)
    open_group(page, "subject")
    page.fill("#f-subject", "village clinics")
    page.wait_for_timeout(900)
    room: str = page.url
    page.evaluate("window.stop()")
    page.goto("about:blank")
    return room


def test_words_that_were_not_saved_are_offered_and_put_back(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    page.goto(_typed_and_closed(one, demo.address))
    page.wait_for_selector(".kept")
    assert "was not saved" in page.inner_text(".kept")
    assert not one.axe()
    page.click(".kept [data-do=put]")
    saved(page, 2)
    assert "village clinics" in page.inner_text("#title")
    page.wait_for_function(f"async () => (await ({COUNT})()) === 0")


def test_a_paragraph_that_was_left_in_the_middle_is_told_in_the_room(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    room = page.url
    page.goto(room + "/text/art_2__para_1")
    page.fill("textarea[name=text]", "The Participants intend to train midwives.")
    page.wait_for_timeout(900)
    page.goto(room)
    page.wait_for_selector(".kept")
    page.click(".kept [data-do=open]")
    page.wait_for_selector(".kept [data-do=put]")
    page.click(".kept [data-do=put]")
    assert page.input_value("textarea[name=text]") == "The Participants intend to train midwives."
    page.click(".edit-here .button:not(.second)")
    page.wait_for_selector("#sheet")
    assert "intend to train midwives" in page.inner_text("#sheet")
    assert not page.query_selector(".kept"), "it was saved: nothing is offered"


def test_a_shared_machine_keeps_nothing(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    page.goto(demo.address + "/account")
    page.check("#keeps-nothing")
    page.goto(_typed_and_closed(one, demo.address))
    page.wait_for_timeout(600)
    assert not page.query_selector(".kept")
    page.goto(demo.address + "/account")
    assert page.is_checked("#keeps-nothing")
