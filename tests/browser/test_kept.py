"""What was typed and never reached the server is offered again by the browser that it was typed in, unless that is shared."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.test_main_job import begin, in_the_room, open_group, saved

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
COUNT = """() => new Promise(done => {
  const request = indexedDB.open("ssc-drafter", 1);
  request.onupgradeneeded = () => request.transaction.abort();  // the page has not made it yet, and it is for the page to make
  request.onerror = () => done(0);
  request.onsuccess = () => { const all = request.result.transaction("typed").objectStore("typed").getAll();
                              all.onsuccess = () => { request.result.close(); done(all.result.length); }; };
})"""


def _kept(page: Any, count: int) -> None:
    """Wait until so many forms are kept: how long that takes is the machine's affair.

    Not `wait_for_function`, to which the promise of an answer is an answer.
    """
    for _ in range(600):
        if page.evaluate(COUNT) == count:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never {count} forms kept, at the end {page.evaluate(COUNT)}")


def _typed_and_closed(one: Any, address: str, kept: int) -> str:
    """Type into the subject and lose the page before anything was sent; return the room's address."""
    page = one.page
    begin(page, address)
    open_group(page, "subject")
    page.fill("#f-subject", "village clinics")
    if kept:
        _kept(page, kept)
    else:
        page.wait_for_timeout(900)  # longer than the page waits before it keeps anything
    room: str = page.url
    page.evaluate("window.stop()")
    page.goto("about:blank")
    return room


def test_words_that_were_not_saved_are_offered_and_put_back(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    page.goto(_typed_and_closed(one, demo.address, kept=1))
    page.wait_for_selector(".kept")
    assert "was not saved" in page.inner_text(".kept")
    assert not one.axe()
    page.click(".kept [data-do=put]")
    saved(page, 2)
    assert "village clinics" in page.inner_text("#title")
    _kept(page, 0)


def test_a_paragraph_that_was_left_in_the_middle_is_told_in_the_room(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    room = page.url
    page.goto(room + "/text/art_2__para_1")
    page.fill("textarea[name=text]", "The Participants intend to train midwives.")
    _kept(page, 1)
    page.goto(room)
    page.wait_for_selector(".kept")
    page.click(".kept [data-do=open]")
    page.wait_for_selector(".kept [data-do=put]")
    page.click(".kept [data-do=put]")
    typed = "() => document.querySelector('textarea[name=text]').value === 'The Participants intend to train midwives.'"
    page.wait_for_function(typed)
    page.click(".edit-here .button:not(.second)")
    page.wait_for_selector("#sheet:has-text('intend to train midwives')")
    in_the_room(page)
    _kept(page, 0)
    assert not page.query_selector(".kept"), "it was saved: nothing is offered"


def test_a_shared_machine_keeps_nothing(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    page.goto(demo.address + "/account")
    page.check("#keeps-nothing")
    page.goto(_typed_and_closed(one, demo.address, kept=0))
    page.wait_for_timeout(600)
    assert not page.query_selector(".kept")
    page.goto(demo.address + "/account")
    assert page.is_checked("#keeps-nothing")
