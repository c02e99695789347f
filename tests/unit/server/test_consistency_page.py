"""The page of a draft's consistency: rules that it breaks, and whether its languages say the same."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from ssc_drafter.words import LANGUAGES

pytestmark = pytest.mark.slow


CALLED = {"en": "Consistency", "fr": "Cohérence", "es": "Coherencia", "pt": "Coerência"}


@pytest.mark.parametrize(("lang", "words"), [(lang, CALLED[lang]) for lang in LANGUAGES])
def test_the_room_leads_to_the_page_in_the_language_of_the_interface(desk: Any, officer: Any, lang: str, words: str) -> None:
    officer.get(f"/language/{lang}")
    links = [one.get("href") for one in desk.page().xpath("//a") if one.text == words]
    assert links == [f"{desk.url}/consistency"]
    page = html.fromstring(officer.get(links[0]).text)
    assert page.xpath("string(//h1)") == words
    assert page.xpath("//ol[@class='list']/li"), "an empty draft has blanks to tell of"


def test_nobody_else_sees_it(desk: Any, visitor: Any) -> None:
    assert visitor().get(f"{desk.url}/consistency").status_code in (302, 401, 403, 404)
