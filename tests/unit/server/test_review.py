"""Sign-off, letterhead, and the demonstration's first look."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from lxml import html

from ssc_drafter.server import demo
from ssc_drafter.store import Store, drafts
from ssc_drafter.store.actor import ROLES

pytestmark = pytest.mark.slow


def begun(officer: Any) -> str:
    op = html.fromstring(officer.get("/new").text).xpath("//input[@name='op']/@value")[0]
    form = {"op": op, "kind": "memorandum_of_understanding", "lang": "en", "subject": "public health"}
    return str(officer.post("/new", form).headers["Location"])


def test_a_reviewer_signs_off_and_a_later_change_takes_it_away(visitor: Callable[..., Any]) -> None:
    drafter, reviewer = visitor("drafter"), visitor("reviewer")
    url = begun(drafter)
    assert reviewer.post(f"{url}/sign-off", {"version": "1", "known": "1"}).status_code == 302
    assert "signed off draft 1" in drafter.get(f"{url}/ready").text
    drafter.post(f"{url}/answers", {"base": "1", "asked": "subject", "subject": "clean water"})
    assert "Nobody has signed this draft off" in drafter.get(f"{url}/ready").text


def test_nobody_signs_off_their_own_words(visitor: Callable[..., Any]) -> None:
    both, other = visitor("drafter", "reviewer"), visitor("reviewer")
    url = begun(both)
    answer = both.post(f"{url}/sign-off", {"version": "1", "known": "1"})
    assert answer.status_code == 403 and "You saved version 1 yourself" in answer.text
    page = html.fromstring(both.get(f"{url}/ready").text).get_element_by_id("sign-off")
    assert "nobody signs off their own words" in page.text_content() and not page.xpath(".//button"), "not even offered"
    assert f"signed off by {other.account.name}" in page.text_content()
    assert html.fromstring(other.get(f"{url}/ready").text).get_element_by_id("sign-off").xpath(".//button")


def test_where_there_is_no_reviewer_the_page_says_who_can_make_one(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    assert "an administrator gives it" in drafter.get(f"{begun(drafter)}/ready").text


def test_what_is_open_is_listed_before_a_sign_off_and_has_to_be_known(visitor: Callable[..., Any]) -> None:
    drafter, reviewer = visitor("drafter"), visitor("reviewer")
    url = begun(drafter)
    page = html.fromstring(reviewer.get(f"{url}/ready").text).get_element_by_id("sign-off")
    assert "missing" in page.text_content() and page.xpath(".//input[@id='known']")
    refused = reviewer.post(f"{url}/sign-off", {"version": "1"})
    assert refused.status_code == 422 and "tick that you know of it" in refused.text
    assert "Nobody has signed this draft off" in drafter.get(f"{url}/ready").text


def test_the_ministrys_letterhead_is_kept_and_a_wrong_file_refused(visitor: Callable[..., Any]) -> None:
    editor, drafter = visitor("library_editor"), visitor("drafter")
    ours = drafter.get(f"{begun(drafter)}/file.docx").data
    wrong = {"file": (io.BytesIO(b"not a Word file"), "letter.docx")}
    answer = editor.post("/letterhead", wrong, content_type="multipart/form-data")
    assert answer.status_code == 422 and "letter.docx" in answer.text
    right = {"file": (io.BytesIO(ours), "letter.docx")}
    assert "In use: letter.docx" in editor.post("/letterhead", right, content_type="multipart/form-data").text
    assert drafter.get(f"{begun(drafter)}/file.docx").status_code == 200


@pytest.mark.slow
def test_the_demonstration_shows_findings_at_the_words_at_once(store: Store, visitor: Callable[..., Any]) -> None:
    officer = visitor(*ROLES)
    demo.load(store, officer.actor())
    demo.load(store, officer.actor())
    listed = drafts.listed(store, officer.actor())
    assert len(listed) == 1, "loaded once"
    assert "conflict" in officer.get("/").text
    room = html.fromstring(officer.get(f"/drafts/{listed[0].id}").text)
    marks, notes = room.xpath("//mark[@class='conflict']"), room.xpath("//div[contains(@class, 'note-box conflict')]")
    assert marks and notes
    assert room.xpath("//a[@class='blank']"), "some answers are still open"


@pytest.mark.slow
def test_each_party_has_its_original_in_which_it_is_named_first(desk: Any) -> None:
    page = html.fromstring(desk.officer.get(f"{desk.url}/ready").text)
    links = [link for link in page.xpath("//section[@id='originals']//a/@href") if ".docx" in link]
    assert len(links) >= 2
    for place, first in ((0, "Kenya"), (1, "Brazil")):
        answer = desk.officer.get(f"{desk.url}/originals/{place}.docx")
        assert answer.status_code == 200 and answer.headers["Content-Disposition"].startswith("attachment")
        titles = [one.text for one in docx.Document(io.BytesIO(answer.data)).paragraphs if one.style.name == "Title"]
        assert first in titles[1]
    assert desk.officer.get(f"{desk.url}/originals/7.docx").status_code == 404
    assert desk.officer.get(f"{desk.url}/originals/0.exe").status_code == 404


def test_a_language_that_the_answers_do_not_speak_is_refused_with_a_sentence(desk: Any) -> None:
    answer = desk.officer.get(f"{desk.url}/originals/0.docx?in=en&in=fr")
    assert answer.status_code == 422 and "no words in this language" in answer.text


@pytest.mark.parametrize(
    ("suffix", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("json", b'{\n "format": "ssc-drafter/findings/1"')]
)
@pytest.mark.slow
def test_the_report_of_the_last_check_is_a_file(officer: Any, desk_of: Any, suffix: str, begins: bytes) -> None:
    desk = desk_of(officer)
    refused = officer.get(f"{desk.url}/report.{suffix}")
    assert refused.status_code == 422 and "not been checked yet" in refused.text
    officer.post(f"{desk.url}/check", {"version": desk.version()})
    answer = officer.get(f"{desk.url}/report.{suffix}")
    assert answer.status_code == 200 and answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"].endswith(f'report.{suffix}"')
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert officer.get(f"{desk.url}/report.exe").status_code == 404


def test_a_second_reader_is_offered_only_where_the_administrator_named_one(
    officer: Any, desk_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(officer)
    assert "second-reader" not in officer.get(f"{desk.url}/findings").text
    answer = officer.post(f"{desk.url}/second-reader")
    assert answer.status_code == 422 and "No second reader" in answer.text
    monkeypatch.setenv("SSC_DRAFTER_READER", "http://192.0.2.7/v1")
    assert "second-reader" in officer.get(f"{desk.url}/findings").text
    answer = officer.post(f"{desk.url}/second-reader")
    assert answer.status_code == 422 and "on this machine alone" in answer.text
