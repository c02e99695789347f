"""The page of steps at home: linked from the page of readiness, a checklist for each Party, and as Word."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from ssc_drafter.language.states import short_name
from ssc_drafter.words import LANGUAGES

pytestmark = pytest.mark.slow


def rows(page: Any, country: str) -> list[str]:
    """Return the steps of a State in words, those that the draft does not call for left aside."""
    found = page.get_element_by_id(f"state-{country}").getparent().xpath("./ol/li")
    return [" ".join(one.text_content().split()) for one in found]


CALLED = {
    "en": ("Steps at home and papers", "Brazil"),
    "fr": ("Étapes internes et actes", "Brésil"),
    "es": ("Trámites internos y documentos", "Brasil"),
    "pt": ("Passos internos e documentos", "Brasil"),
}


@pytest.mark.parametrize(("lang", "words", "brazil"), [(lang, *CALLED[lang]) for lang in LANGUAGES])
def test_the_page_of_readiness_leads_to_it(desk: Any, officer: Any, lang: str, words: str, brazil: str) -> None:
    officer.get(f"/language/{lang}")
    ready = html.fromstring(officer.get(f"{desk.url}/ready").text)
    assert [one.get("href") for one in ready.xpath("//section[@id='steps']//a") if one.text == words] == [f"{desk.url}/steps"]
    page = html.fromstring(officer.get(f"{desk.url}/steps").text)
    assert [one.text for one in page.xpath("//h2")] == [short_name("KE", lang), brazil]
    assert len(rows(page, "KE")) > 10


def test_an_answer_on_money_calls_for_the_assembly(desk: Any, officer: Any) -> None:
    desk.answer(involves_money="true")
    page = html.fromstring(officer.get(f"{desk.url}/steps").text)
    assembly = next(one for one in rows(page, "KE") if "ss. 3, 8-9" in one)
    assert "to do" in assembly
    assert "money is committed" in assembly


def test_the_officer_names_what_the_draft_does_not_show(desk: Any, officer: Any) -> None:
    page = html.fromstring(officer.get(f"{desk.url}/steps?touches=territory&touches=moon").text)
    assert [one.get("value") for one in page.xpath("//input[@name='touches'][@checked]")] == ["territory"]
    assert any("territory or borders: the officer says so" in one for one in rows(page, "KE"))


def test_it_is_printed_as_word(desk: Any, officer: Any) -> None:
    answer = officer.get(f"{desk.url}/steps.docx?touches=territory")
    assert answer.status_code == 200
    assert answer.data[:2] == b"PK"


def test_nobody_else_sees_it(desk: Any, visitor: Any) -> None:
    assert visitor().get(f"{desk.url}/steps").status_code in (302, 401, 403, 404)


def test_the_papers_of_a_party_are_given_in_each_language(desk: Any, officer: Any) -> None:
    page = html.fromstring(officer.get(f"{desk.url}/steps").text)
    links = page.get_element_by_id("state-BR").getparent().xpath(".//ul[@class='files']//a/@href")
    assert len(links) == 5 * 4
    answer = officer.get(links[3])
    assert answer.status_code == 200
    assert answer.data[:2] == b"PK"
    assert officer.get(f"{desk.url}/papers/0/moon.docx").status_code == 404
    assert officer.get(f"{desk.url}/papers/0/memorandum.exe").status_code == 404
