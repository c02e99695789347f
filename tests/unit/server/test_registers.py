"""A kind that may bind or not: one answer changes the words, the parts and what is asked, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

KIND = "interinstitutional_agreement"


@pytest.mark.slow
def test_a_draft_becomes_binding_by_one_answer_and_back_again(officer: Any, desk_of: Any) -> None:
    desk = desk_of(officer, KIND, "en")
    assert "Interinstitutional Arrangement" in desk.text()
    assert "political intentions" in desk.text()
    desk.answer(commencement__years="7")
    assert "seven (7) years" in desk.text()
    desk.answer(register="binding")
    assert "Interinstitutional Agreement" in desk.text()
    assert "political intentions" not in desk.text()
    assert "This Agreement is binding on the institutions that sign it" in desk.text()
    desk.answer(register="non_binding")
    assert "seven (7) years" in desk.text(), "an answer that was hidden for a while is kept"


def test_the_list_of_kinds_says_that_it_may_bind_or_not(officer: Any) -> None:
    page = html.fromstring(officer.get("/new").text)
    assert "Binding or not, as you choose" in page.text_content()
