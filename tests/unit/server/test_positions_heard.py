"""A position that the check does not understand: told on the page where it is stated, beside the findings, in each report."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html

from ssc_drafter.words import say
from tests.unit.server.test_house_rules_pages import checked

pytestmark = pytest.mark.slow

CASH = "Experts are treated with courtesy"


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Not known"), ("fr", "non reconnue"), ("es", "no reconocida"), ("pt", "não reconhecida")]
)
def test_what_is_not_understood_is_told_where_it_is_stated(officer: Any, lang: str, said: str) -> None:
    rule = {"title": "Cash", "text": f"No agreement shall be renewed automatically. {CASH}.", "country": "KE"}
    answer = officer.post("/positions", rule)
    assert answer.status_code == 302 and answer.headers["Location"].endswith("#p-cash")
    officer.get(f"/language/{lang}")
    row = html.fromstring(officer.get("/positions").text).get_element_by_id("p-cash")
    (strip,) = row.xpath(".//p[contains(@class, 'strip')]")
    told = strip.text_content()
    assert said in told and CASH in told and "renewed automatically" not in told
    facts = row.xpath(".//p[contains(@class, 'small')]")[0].text_content()
    assert say("rules.matter_renewal", lang) in facts and ("Kenya" in facts or "Kenia" in facts or "Quénia" in facts)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "json"])
def test_one_that_was_held_against_nothing_is_told_in_each_report(officer: Any, suffix: str) -> None:
    url = checked(officer)
    officer.post("/positions", {"title": "Cash", "text": f"{CASH}."})
    officer.post(f"{url}/check")
    page = html.fromstring(officer.get(f"{url}/findings").text).text_content()
    assert CASH in page
    answer = officer.get(f"{url}/report.{suffix}")
    assert answer.status_code == 200
    assert any(CASH.encode() in part for part in ([answer.data] if suffix == "json" else _unpacked(answer.data)))


def test_it_is_told_in_the_language_of_the_page_and_is_no_file(officer: Any) -> None:
    url = checked(officer)
    officer.post("/positions", {"title": "Cash", "text": f"{CASH}."})
    officer.post(f"{url}/check")
    officer.get("/language/pt")
    page = html.fromstring(officer.get(f"{url}/findings").text).text_content()
    assert "Não confrontada com o projeto" in page and CASH in page
    officer.get("/language/en")
    assert "file was not read" not in html.fromstring(officer.get(url).text).text_content()


def _unpacked(data: bytes) -> list[bytes]:
    with ZipFile(BytesIO(data)) as file:
        return [file.read(name) for name in file.namelist()]
