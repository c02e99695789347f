"""A draft beneath another instrument, and a copy that is changed in place: its protocol and its consolidated text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from lxml import html

pytestmark = pytest.mark.slow

DEFINED = "implementing_arrangement"
slow = pytest.mark.slow


def _texts(page: Any) -> dict[str, str]:
    """Return the texts that may be chosen, by their mark."""
    return {one.get("value"): one.getparent().text_content().strip() for one in page.xpath("//input[@name='text']")}


def _only_other(officer: Any, path: str) -> str:
    marks = [mark for mark in _texts(html.fromstring(officer.get(path).text)) if mark]
    assert len(marks) == 1, marks
    return marks[0]


def _words(answer: Any) -> str:
    assert answer.status_code == 200, answer.text[:400]
    return "\n".join(one.text for one in docx.Document(BytesIO(answer.data)).paragraphs)


@pytest.mark.slow
def test_a_child_names_its_parent_and_defines_no_term_again(desk: Any, officer: Any, desk_of: Any) -> None:
    child = desk_of(officer, DEFINED)
    before = child.text()
    mark = _only_other(officer, f"{child.url}/parent")
    assert child.do("parent", text=mark).status_code == 302
    chosen = html.fromstring(officer.get(f"{child.url}/parent").text).xpath("//input[@name='text'][@checked]/@value")
    assert chosen == [mark]
    assert "“Joint Committee” means" not in child.text()
    assert len(child.text()) < len(before), "the parent's definitions are not repeated"
    assert child.do("parent", text="").status_code == 302
    assert child.text().partition("No")[2] == before.partition("No")[2], "all but the number of the draft"


@slow
def test_a_parent_stays_as_it_stood_when_it_was_chosen(desk: Any, officer: Any, desk_of: Any) -> None:
    child = desk_of(officer, DEFINED)
    mark = _only_other(officer, f"{child.url}/parent")
    child.do("parent", text=mark)
    stood = child.text()
    desk.do("articles", heading="Costs", text="Each Party bears its own costs.", after="")
    assert child.text() == stood
    assert mark in _texts(html.fromstring(officer.get(f"{child.url}/parent").text))


@slow
@pytest.mark.parametrize("mark", ["nobody:1", "x", "{own}:1", "{other}:99", "{other}:0", "{other}:one"])
def test_what_cannot_be_a_parent_changes_nothing(desk: Any, officer: Any, desk_of: Any, mark: str) -> None:
    child = desk_of(officer, DEFINED)
    own, other = (one.url.rpartition("/")[2] for one in (child, desk))
    assert child.do("parent", text=mark.format(own=own, other=other)).status_code == 302
    assert child.version() == "1"


@slow
def test_a_text_of_another_team_is_neither_offered_nor_taken(desk: Any, visitor: Any, desk_of: Any) -> None:
    stranger = visitor("drafter", team="elsewhere")
    child = desk_of(stranger, DEFINED)
    assert not [mark for mark in _texts(html.fromstring(stranger.get(f"{child.url}/parent").text)) if mark]
    child.do("parent", text=f"{desk.url.rpartition('/')[2]}:1")
    assert child.version() == "1"


def test_a_copy_is_changed_in_place_and_gives_protocol_and_consolidated_text(desk: Any, officer: Any) -> None:
    opened = desk.do("amend/copy", op="c" * 40)
    assert opened.status_code == 302
    again = desk.do("amend/copy", op="c" * 40)
    assert again.headers["Location"] == opened.headers["Location"], "sent twice it is one copy"
    desk.url, parent = opened.headers["Location"], desk.url
    page = officer.get(f"{desk.url}/amend").text
    assert "There is nothing that changes the parent" in page
    added = desk.do("articles", heading="Seat of the secretariat", text="The secretariat sits at Port Orvane.", after="")
    assert added.status_code == 302
    rows = html.fromstring(officer.get(f"{desk.url}/amend").text).xpath("//ol[@class='list']/li//h3")
    assert [one.text[:14] for one in rows] == ["A new article "]
    protocol = _words(officer.get(f"{desk.url}/amend/protocol.docx"))
    assert "The secretariat sits at Port Orvane." in protocol
    assert "Seat of the secretariat" in _words(officer.get(f"{desk.url}/amend/consolidated.docx"))
    assert "Port Orvane" not in _words(officer.get(f"{parent}/file.docx")), "the text that is amended stays as it is"


@slow
def test_what_no_protocol_can_do_is_said(desk: Any, officer: Any) -> None:
    desk.url = desk.do("amend/copy", op="d" * 40).headers["Location"]
    desk.answer(subject="animal health")
    page = officer.get(f"{desk.url}/amend").text
    assert "which a protocol does not amend article by article" in page
    answer = officer.get(f"{desk.url}/amend/protocol.docx")
    assert 400 <= answer.status_code < 500
    assert "does not amend article by article" in answer.text


@slow
def test_a_text_that_is_no_copy_has_no_protocol(desk: Any, officer: Any) -> None:
    assert officer.get(f"{desk.url}/amend/protocol.docx").status_code == 404
    desk.url = desk.do("amend/copy", op="e" * 40).headers["Location"]
    assert officer.get(f"{desk.url}/amend/else.docx").status_code == 404
