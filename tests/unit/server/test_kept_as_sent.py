"""What a form sends is kept as it was sent or refused with a sentence: never cut, never taken for another, never a fault."""

from __future__ import annotations

import io
import re
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import html

from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.server.draft import editions
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, house, instruments
from ssc_drafter.store.actor import COMMAND_LINE
from ssc_drafter.store.house import Proposal

KIND = "memorandum_of_understanding"
NO_NUMBERS = ["²", "٣", "-1", "9" * 30, "9" * 5000, "1e3"]


def text_of(answer: Any) -> str:
    return " ".join(html.fromstring(answer.text).text_content().split())


@pytest.mark.slow
def test_other_answers_under_the_mark_of_one_form_begin_another_draft(officer: Any) -> None:
    form = {"op": secrets.token_hex(20), "kind": KIND, "lang": "en", "subject": "public health"}
    first = officer.post("/new", form).headers["Location"]
    second = officer.post("/new", {**form, "subject": "seed research"}).headers["Location"]
    assert first != second
    assert officer.post("/new", form).headers["Location"] == first
    assert "seed research" in text_of(officer.get(second))


@pytest.mark.slow
def test_another_file_under_the_mark_of_one_form_is_another_draft(officer: Any) -> None:
    mark, places = secrets.token_hex(20), []
    for subject in ("seed research", "public health", "seed research"):
        words = f"MEMORANDUM OF UNDERSTANDING ON {subject.upper()}\n\nArticle 1\n\nThe Parties shall cooperate in {subject}.\n"
        sent = {"file": (io.BytesIO(words.encode()), "draft.txt"), "op": mark}
        answer = officer.post("/upload", sent, content_type="multipart/form-data")
        assert answer.status_code == 302, text_of(answer)
        places.append(re.sub(r"/\w+$", "", answer.headers["Location"]))
    assert places[0] == places[2] != places[1]


@pytest.mark.slow
def test_a_paragraph_longer_than_may_be_is_refused_and_given_back_whole(desk: Any) -> None:
    page = desk.page()
    address = next(place for place in (one.rpartition("/")[2] for one in page.xpath("//a/@href") if "/text/" in one))
    text = "word " * 4_001
    answer = desk.do(f"text/{address}", text=text)
    assert answer.status_code == 422
    assert "20,005" in text_of(answer)
    assert html.fromstring(answer.text).xpath("//textarea")[0].text.split() == text.split()
    assert desk.version() == "1"


@pytest.mark.slow
def test_an_article_longer_than_may_be_is_refused_and_given_back_whole(desk: Any) -> None:
    after = (
        desk.page().xpath("//section[contains(@class, 'article')]//a[contains(@href, '/parts/')]/@href")[0].rpartition("/")[2]
    )
    text = "word " * 4_001
    answer = desk.do("articles", heading="Seeds", text=text, after=after)
    assert answer.status_code == 422
    assert html.fromstring(answer.text).xpath("//textarea[@name='text']")[0].text.split() == text.split()
    assert desk.version() == "1"


@pytest.mark.slow
@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_in_a_form_is_never_a_fault(desk: Any, number: str) -> None:
    form = desk.form()
    form.setlist("base", [number])
    paths = ("parent", "amend", "library", "parts/notices/drop", "sign-off", "findings/x/cure", "text/art_1__para_1", "tongues")
    answers = [desk.answer(form=form, subject="seeds")]
    answers += [desk.do(path, base=number, version=number, place=number, text="words", known="1") for path in paths]
    answers.append(desk.do("answers", base="1", remove=f"parties~{number}", asked="parties"))
    assert [one.status_code for one in answers if one.status_code >= 500] == []


def test_a_password_never_stands_in_a_form_that_is_given_back(visitor: Callable[..., Any]) -> None:
    drafter = visitor("drafter")
    secret = {"old": "seven green rivers bend", "password": "eight blue lakes rest", "password_again": "eight blue lakes rest"}
    stale = drafter.client.post("/account/password", data={"csrf": "0" * 64, **secret})
    gone = visitor().client.post("/account/password", data={"csrf": visitor().token(), **secret})
    for answer in (stale, gone):
        assert answer.status_code in (401, 403)
        assert not any(word in answer.text for word in secret.values())


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "html", "xml"])
def test_a_file_that_is_given_runs_nothing_where_it_is_opened(desk: Any, suffix: str) -> None:
    answer = desk.officer.get(f"{desk.url}/file.{suffix}")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def at_once(number: int, call: Callable[[], Any]) -> list[Any]:
    """Return what came of some calls that began together, a fault as the fault itself."""
    start, found = threading.Barrier(number), []

    def one() -> None:
        start.wait()
        try:
            found.append(call())
        except Exception as why:
            found.append(why)

    threads = [threading.Thread(target=one) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_pages_that_ask_at_once_find_one_folder_of_published_clauses(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_store: Store) -> dict[str, Proposal]:
        time.sleep(0.02)
        return {"final/amendment": Proposal(1, "final/amendment", {"clause.toml": "words"}, "", "", "", "")}

    written: list[float] = []
    true = editions.write

    def noted(files: Any, folder: Path) -> None:
        written.append(1)
        true(files, folder)

    monkeypatch.setattr(house, "published", slow)
    monkeypatch.setattr(editions, "write", noted)
    places = at_once(6, lambda: editions.published_folder(store))
    assert set(places) == {store.folder / "editions" / "house-0"}
    assert (places[0] / "clauses/final/amendment/clause.toml").read_text() == "words"
    assert len(written) == 1, "made once: nobody reads it while it is made again"


def test_laws_are_read_by_many_pages_at_once_though_memory_is_short(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_HAND", 0)
    for number in range(8):
        law = Instrument(title=f"Act {number}", country="KE", lang="en", text=str(number), sha256=str(number), provisions=())
        facts = {"title": law.title, "country": "KE", "lang": "en", "file": f"{number}.txt", "provisions": 0}
        instruments.add(store, COMMAND_LINE, **facts, body=msgspec.json.encode(law))
    kept = instruments.listed(store)
    found = at_once(6, lambda: [checking.law_of(store, one).title for one in kept * 5])
    assert all(one == [law.title for law in kept * 5] for one in found), found
