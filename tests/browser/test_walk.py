"""What an officer at ease in Word does without thinking: pastes, uploads, types a date in words, answers, goes on."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.browser.test_main_job import begin, demonstrated, focused, in_the_room, saved

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
PASTED = "1.\tThe Parties co\u00adoperate:\n\uf0b7\tin water;\n\uf0b7\tin health.\x0b"


def test_the_sheet_of_a_draft_read_from_a_file_has_its_width(demo: Any, watched: Any) -> None:
    one = watched(1440)
    page = one.page
    page.goto(demo.address + "/upload")
    text = "# Agreement\n\n## Article 1. Purpose\n\nThe Government of Orvane and the Government of Dalmira will exchange experts.\n"
    page.set_input_files("input[type=file]", {"name": "theirs.md", "mimeType": "text/markdown", "buffer": text.encode()})
    page.click("main form button")
    page.wait_for_url("**/drafts/**")
    page.goto(re.sub(r"/(whose|findings)$", "", page.url))
    wide = "getComputedStyle(document.querySelector('#sheet'), '::before').inlineSize"
    assert float(page.evaluate(wide).removesuffix("px")) >= 640
    page.set_viewport_size({"width": 390, "height": 844})
    edges = page.evaluate("[...document.querySelectorAll('.panes a')].map((a) => a.getBoundingClientRect().width)")
    assert len(edges) == 2 and min(edges) >= 190


def test_what_word_leaves_on_the_clipboard_becomes_points_and_prints(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    page.click("#art_1__para_1 .do a")
    page.fill(".edit-here textarea", PASTED)
    page.click(".edit-here button.button")
    page.wait_for_selector(".by-hand")
    paragraph = page.locator("#art_1__para_1")
    assert [text[:3] for text in paragraph.locator(".point").all_inner_texts()] == ["(a)", "(b)"]
    assert "1. The" not in paragraph.inner_text() and "cooperate" in paragraph.inner_text()
    with page.expect_download() as waiting:
        page.click(".roombar a:has-text('PDF')")
    assert waiting.value.suggested_filename.endswith(".pdf")


def test_a_date_in_words_is_a_date(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    page.evaluate("document.getElementById('q-testimonium.date').closest('details').open = true")
    page.fill("[name='testimonium.date']", "25 November 2026")
    page.locator("[name='testimonium.date']").blur()
    saved(page, 2)
    assert page.inner_text("[id='m-testimonium.date']") == ""
    assert "November" in page.inner_text("#testimonium")


def test_parties_are_added_taken_out_and_told_apart(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    page.goto(demo.address + "/new")
    page.check("#k-triangular_agreement")
    page.select_option("[name='parties~0~country']", "PE")
    page.click("button[name=add]")
    focused(page, "[name='parties~2~country']")
    assert page.input_value("[name='parties~2~capacity']") == page.input_value("[name='parties~0~capacity']")
    for place, country in enumerate(("PE", "BO", "PE")):
        page.select_option(f"[name='parties~{place}~country']", country)
    page.fill("[name=subject]", "river basins")
    page.click("main form button.button:not(.second)")
    page.wait_for_selector("#summary")
    assert "same Government" in page.inner_text("#summary")
    page.click("button[name=remove][value='parties~2']")
    page.wait_for_selector("[name='parties~2~country']", state="detached")
    assert page.is_checked("#k-triangular_agreement") and page.input_value("[name=subject]") == "river basins"


def test_an_answer_to_a_finding_is_confirmed_before_the_next(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    demonstrated(page, demo.address)
    page.locator(".note-box.caution .acts a").first.click()
    page.locator("form:has(input[value=accepted]) button").click()
    page.wait_for_selector(".strip.answered[role=status]")
    assert "is kept" in page.inner_text(".strip.answered[role=status]")
    assert one.axe() == []


def test_a_file_that_is_far_too_large_gets_a_sentence(demo: Any) -> None:
    """Only the head is sent: the answer comes before the body, and whoever is still sending may find the line cut."""
    line = HTTPConnection(demo.address.split("//")[1].rstrip("/"), timeout=20)
    line.putrequest("POST", "/upload")
    line.putheader("Content-Length", "22000000")
    line.endheaders()
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    assert answer.status == 413
    assert "20 MB" in text and "20 Mo" in text


@pytest.mark.parametrize("path", ["/record", "/people"])
def test_the_administrator_can_work_on_a_telephone(demo: Any, watched: Any, path: str) -> None:
    one = watched(390)
    one.page.goto(demo.address + path)
    assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert one.page.locator(".foot a[href='/account']").is_visible(), "the way to one's own account"


def test_a_cure_is_applied_to_a_paragraph_with_points(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    demonstrated(page, demo.address)
    paragraph = page.locator("#sheet [id$='__para_1']", has_text="Equipment imported for a project")
    address = paragraph.get_attribute("id")
    paragraph.locator(".do a").click()
    page.fill(
        ".edit-here textarea",
        "The receiving Party shall exempt from customs duties:\n(a) equipment imported for a project;\n(b) spare parts for it.",
    )
    page.click(".edit-here button.button")
    page.wait_for_selector(f"#{address} .point")
    its_own = f"#{address} + .notes .note-box:has-text('Exemption') .acts a"  # it comes with the check that follows the edit
    page.wait_for_selector(its_own)
    page.locator(its_own).first.click()
    page.wait_for_selector("#cure .cure")
    page.wait_for_load_state()
    assert "(b) spare parts" in page.inner_text("#cure")
    for change in page.locator("#cure .before-after").all():
        before, after = change.locator("p").all_inner_texts()
        assert before != after, "a wording under an officer's edit changes nothing and is no cure"
    assert "An officer’s own words stand in this paragraph" in page.inner_text("#cure")
    page.locator("#cure form button").first.click()
    in_the_room(page)
    changed = page.locator(f"#{address}")
    assert "in accordance with" in changed.inner_text()
    assert [text[:3] for text in changed.locator(".point").all_inner_texts()] == ["(a)", "(b)"]
