"""The main job, from a new agreement to the downloaded Word file: with the mouse, by the keyboard alone, in other languages, in two tabs."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ssc_drafter.words import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
SAVED = re.compile(r"Saved \d\d:\d\d")
SPOKEN = {  # the States as the title names them, a subject, what findings are called
    "fr": ("République du Sénégal", "la santé publique", "Constats"),
    "es": ("República del Senegal", "la salud pública", "Constataciones"),
    "pt": ("República do Senegal", "a saúde pública", "Constatações"),
}


def words_of(path: Path) -> str:
    """Return the words of a Word file, paragraph after paragraph."""
    with zipfile.ZipFile(path) as box:
        xml = box.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml))


def begin(page: Any, address: str, kind: str = "memorandum_of_understanding", subject: str = "nursing education") -> None:
    """Begin an agreement between two real States of the list and open its room."""
    page.goto(address + "/new")
    page.check(f"#k-{kind}")
    for place, country in enumerate(("KE", "BR")):
        page.select_option(f"[name='parties~{place}~country']", country)
    page.fill("[name=subject]", subject)
    page.click("main form button.button:not(.second)")
    in_the_room(page)


def in_the_room(page: Any) -> None:
    """Wait until the room is there whole, its scripts at work: what is done before that goes another way, or finds nothing."""
    page.wait_for_selector("#sheet")
    page.wait_for_load_state()


def demonstrated(page: Any, address: str) -> None:
    """Open the room of the demonstration's agreement from the first page."""
    page.goto(address)
    page.click(".list .called a:has-text('public health')")
    in_the_room(page)


def focused(page: Any, of: str) -> None:
    """Wait until the focus is where a selector says: a script puts it there, a moment after the page has come."""
    page.wait_for_function("(wanted) => document.activeElement.matches(wanted)", arg=of)


def saved(page: Any, version: int) -> None:
    """Wait until the page says that a version is saved."""
    page.wait_for_function("(wanted) => document.getElementById('base').value === wanted", arg=str(version))


def test_with_the_mouse(demo: Any, watched: Any, tmp_path: Path) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    assert "Republic of Kenya" in page.inner_text("#title")
    assert "nursing education" in page.inner_text("#title")

    open_group(page, "subject")
    page.fill("#f-subject", "the training of midwives")
    page.locator("#f-subject").blur()
    saved(page, 2)
    assert "the training of midwives" in page.inner_text("#title")
    assert SAVED.search(page.inner_text("#save"))

    with page.expect_download() as waiting:
        page.click(".roombar a:has-text('Word')")
    path = tmp_path / "draft.docx"
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename.endswith(".docx")
    assert "the training of midwives" in words_of(path)


def open_group(page: Any, question: str) -> None:
    """Open the group in which a question stands."""
    page.evaluate("(id) => { document.getElementById('q-' + id).closest('details').open = true; }", question)


def test_by_keyboard_alone(demo: Any, watched: Any, tmp_path: Path) -> None:
    one = watched()
    page = one.page
    page.goto(demo.address)
    to(page, "Begin an agreement")
    page.keyboard.press("Enter")
    page.wait_for_selector("#k-memorandum_of_understanding")
    page.wait_for_load_state()
    to(page, "", "input[name=kind]")  # Tab leads to the group, the arrows within it
    for _ in range(20):
        if page.evaluate("document.activeElement.id") == "k-memorandum_of_understanding":
            break
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "k-memorandum_of_understanding"
    page.keyboard.press("Space")
    for place, name in enumerate(("Kenya", "Brazil")):
        field = f"[id='f-parties~{place}~country']"
        to(page, "", field)
        for _ in range(5):  # a list forgets what was typed where too long a time lies between two keys
            page.keyboard.type(name, delay=15)
            if name in page.evaluate("document.activeElement.selectedOptions[0].textContent"):
                break
            page.wait_for_timeout(1500)
    to(page, "", "#f-subject")
    page.keyboard.type("seed research")
    to(page, "Open the draft")
    page.keyboard.press("Enter")
    in_the_room(page)
    assert "seed research" in page.inner_text("#title") and "Brazil" in page.inner_text("#title")

    page.keyboard.press("Tab")
    focused(page, ".skip")
    to(page, "", "#g-parties > summary")
    if not page.evaluate("document.querySelector('#g-parties').open"):
        page.keyboard.press("Enter")
    to(page, "", "#f-subject")
    page.keyboard.press("Control+A")
    page.keyboard.type("seed banks")
    page.keyboard.press("Tab")
    saved(page, 2)
    assert "seed banks" in page.inner_text("#title")
    assert page.evaluate("document.activeElement !== document.body"), "an answer never moves the focus"

    to(page, "Word")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    path = tmp_path / "draft.docx"
    waiting.value.save_as(path)
    assert "seed banks" in words_of(path)


def to(page: Any, text: str, selector: str = "") -> None:
    """Press Tab until the wanted link, button or field has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if selector and page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
        if text and page.evaluate("document.activeElement.textContent.trim()") == text:
            return
    raise AssertionError(f"the keyboard never reaches {text or selector}")


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_in_another_language(demo: Any, watched: Any, lang: str) -> None:
    senegal, subject, findings = SPOKEN[lang]
    one = watched()
    page = one.page
    page.goto(demo.address + f"/language/{lang}")
    page.goto(demo.address + "/new")
    page.select_option("#lang", lang)
    page.check("#k-framework_agreement")
    for place, country in enumerate(("SN", "BR")):
        page.select_option(f"[name='parties~{place}~country']", country)
    page.fill("[name=subject]", subject)
    page.click("main form button.button:not(.second)")
    in_the_room(page)
    assert page.get_attribute("html", "lang") == lang
    assert senegal in page.inner_text("#title")
    assert findings in page.inner_text(".tally")
    one.page.wait_for_load_state("networkidle")
    assert one.axe() == []
    with page.expect_download() as waiting:
        page.click(".roombar a:has-text('PDF')")
    assert waiting.value.suggested_filename.endswith(".pdf")


def test_a_number_that_cannot_be_read_has_its_message_beside_the_field(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    name = page.evaluate("document.querySelector('.question input[inputmode=decimal]').name")
    open_group(page, name)
    field = page.locator(f"[id='f-{name}']")
    field.fill("three years")
    field.blur()
    saved(page, 2)
    message = page.locator(f"[id='m-{name}']")
    assert "three years" in message.inner_text()
    assert field.get_attribute("aria-invalid") == "true"
    assert field.input_value() == "three years"
    page.reload()
    assert page.locator(f"[id='f-{name}']").input_value() == "three years", "what was typed is still there"


def test_two_tabs_neither_overwrites_the_other(demo: Any, watched: Any) -> None:
    one = watched()
    first = one.page
    begin(first, demo.address)
    second = one.context.new_page()
    second.goto(first.url)
    for page in (first, second):
        open_group(page, "subject")
    first.fill("#f-subject", "village health")
    first.locator("#f-subject").blur()
    saved(first, 2)
    second.fill("#f-subject", "town planning")
    second.locator("#f-subject").blur()
    second.wait_for_selector("#save button")
    assert second.input_value("#f-subject") == "town planning"
    second.click("#save button")
    second.wait_for_selector(".versions")
    assert {text.strip() for text in second.locator(".said").all_inner_texts()} == {"village health", "town planning"}
    second.check("#mine-1")
    second.click("button[name=resolve]")
    in_the_room(second)
    assert "town planning" in second.inner_text("#title")


def test_a_paragraph_edited_in_place_is_kept_and_marked(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address)
    page.click("#art_1__para_1 .do a")
    focused(page, ".edit-here textarea")
    page.fill(".edit-here textarea", "The Participants help one another in the training of midwives.")
    page.click(".edit-here button.button")
    page.wait_for_selector(".by-hand")
    assert "help one another in the training of midwives" in page.inner_text("#art_1")


def test_a_finding_is_waived_with_a_reason(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    demonstrated(page, demo.address)
    page.locator(".note-box.conflict .acts a").first.click()
    page.wait_for_selector(".facing")
    page.wait_for_load_state()
    assert page.locator(".facing mark").count() == 2
    waive = page.locator("form:has(input[value=waived])")
    waive.locator("button").click()
    assert "reason" in page.inner_text(".wrong .message").lower()
    page.fill("#reason-waived", "Accepted by the Cabinet for this agreement.")
    page.locator("form:has(input[value=waived]) button").click()
    page.wait_for_selector(".strip.answered[role=status]")  # the next finding, and that this answer is kept
    page.click(".back a")
    page.wait_for_selector(".note-box.answered")


def test_everything_works_without_scripts(demo: Any, watched: Any) -> None:
    one = watched(java_script_enabled=False)
    page = one.page
    begin(page, demo.address)
    page.locator("#g-parties > summary").click() if not page.locator("#f-subject").is_visible() else None
    page.fill("#f-subject", "clean water")
    page.click("button[name=plain]")
    assert "clean water" in page.inner_text("#title")
    page.click("#art_1__para_1 .do a")
    page.fill("textarea", "Plain words.")
    page.click("form .button")
    assert "Plain words." in page.inner_text("#art_1")


def test_every_link_of_the_ruler_leads_to_its_article(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    demonstrated(page, demo.address)
    page.click(".ruler li:nth-child(20) a")
    top = "document.querySelector('#art_20-h').getBoundingClientRect().top"
    page.wait_for_function(f"() => 0 < {top} && {top} < 400")


def test_e14_after_a_failed_submit_the_summary_has_the_focus(demo: Any, watched: Any) -> None:
    """E14: whoever hears the page is told at once, of a new agreement and of a draft."""
    one = watched()
    page = one.page
    page.goto(demo.address + "/new")
    page.click("main form button.button:not(.second)")
    focused(page, "#summary")
    begin(page, demo.address)
    name = page.evaluate("document.querySelector('.question input[inputmode=decimal]').name")
    open_group(page, name)
    page.fill(f"[id='f-{name}']", "three years")
    page.goto(page.url.split("#")[0] + "?due=1")
    focused(page, "#summary")


def test_e17_an_edit_that_is_left_changes_nothing_and_gives_the_focus_back(demo: Any, watched: Any) -> None:
    """E17: begun in place, typed in, left."""
    one = watched()
    page = one.page
    begin(page, demo.address)
    before = page.inner_text("#art_1__para_1")
    page.click("#art_1__para_1 .do a")
    page.fill(".edit-here textarea", "Something else.")
    page.click(".edit-here a")
    page.wait_for_selector(".edit-here", state="detached")
    assert page.inner_text("#art_1__para_1") == before
    assert page.input_value("#base") == "1"
    page.wait_for_function("document.activeElement.closest('#art_1__para_1') !== null")


def test_every_article_is_in_sight_on_the_ruler(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    demonstrated(page, demo.address)
    links = page.locator(".ruler a")
    assert links.count() == page.locator("#sheet section.article:not([id^=annex])").count()
    edges = page.evaluate("[...document.querySelectorAll('.ruler a')].map((a) => a.getBoundingClientRect().right)")
    assert max(edges) <= 1440


def test_the_reviewer_of_the_demonstration_signs_off_what_is_open(demo: Any, watched: Any) -> None:
    one = watched()
    page = one.page
    begin(page, demo.address, subject="a text to be signed off")
    ready = page.url.split("#")[0] + "/ready"
    page.goto(ready)
    assert page.locator("#sign-off button").count() == 0, "nobody signs off their own words"
    assert "Demo reviewer" in page.inner_text("#sign-off")
    page.click(".demo button")
    page.wait_for_load_state()
    page.goto(ready)
    page.click("#sign-off button")
    page.wait_for_selector("#sign-off .message span")
    page.check("#known")
    page.click("#sign-off button")
    page.wait_for_selector("#sign-off .prose:has-text('Demo reviewer signed off draft 1')")
