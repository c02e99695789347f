"""Rows of a list in the room: what an entry still needs is said by column, and only the cells that lack it are marked."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

pytestmark = pytest.mark.slow
LIST = "coordinating_bodies.bodies"


def test_empty_cells_are_named_by_entry_and_column(desk: Any) -> None:
    form = desk.form()
    form.setlist("asked", [*form.getlist("asked"), LIST])
    for name, words in (("0~side", "Kenya"), ("0~office", ""), ("1~side", "Brazil"), ("1~office", "the Ministry of Health")):
        form.setlist(f"{LIST}~{name}", [words])
    desk.answer(form=form)
    page = html.fromstring(desk.officer.get(desk.url).text)
    message = page.get_element_by_id(f"m-{LIST}").text_content()
    assert "Entry 1 still needs: Ministry, agency or office" in message and "Entry 2" not in message
    marked = page.xpath(f"//*[@id='q-{LIST}']//input[@aria-invalid='true']/@name")
    assert marked == [f"{LIST}~0~office"]
