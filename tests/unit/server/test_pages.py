"""Pages hold no words of their own, and the laws' pages say what was read and what was not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from ssc_drafter import places

PAGES = sorted((places.WEB / "pages").glob("*.html"))
LITERAL = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
SAID = re.compile(r"\{% block width %\}.*?\{% endblock %\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
ATTRIBUTES = re.compile(r"\b(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_has_words_of_its_own(path: Path) -> None:
    """Every sentence stands in web/words, so that a page speaks each language."""
    bare = SAID.sub("", path.read_text("utf-8"))
    spoken = re.sub(r"<[^>]*>", " ", re.sub(r"=\s*'\{.*?\}'", "", bare, flags=re.DOTALL)) + " ".join(ATTRIBUTES.findall(bare))
    assert LITERAL.findall(spoken) == []


@pytest.fixture
def officer(visitor: Callable[..., Any]) -> Any:
    return visitor("drafter", "policy_editor")


LAW = b"""CUSTOMS ACT, 2020

1. Short title
This Act may be cited as the Customs Act, 2020.

2. Exemptions
No exemption from duty shall be granted except by order of the Minister.

3. Offences
A person who makes a false declaration commits an offence.
"""
SIDECAR = b"title: Customs Act, 2020\ncountry: KE\nlang: en\nhierarchy: act\ndate: 2020-05-01\nstatus: in_force\n"


def load(officer: Any, *files: tuple[str, bytes], country: str = "") -> Any:
    sent = [(io.BytesIO(body), name) for name, body in files]
    return officer.post("/laws", {"file": sent, "country": country}, content_type="multipart/form-data")


def test_laws_are_loaded_shown_by_provision_and_taken_out(officer: Any) -> None:
    answer = load(officer, ("customs.txt", LAW), ("customs.meta.yaml", SIDECAR))
    assert answer.status_code == 200 and "Customs Act, 2020: 3 provisions read." in answer.text
    page = html.fromstring(answer.text)
    assert "Kenya" in page.text_content()
    law = page.xpath("//ul[@class='list']//h3/a/@href")[0]
    shown = html.fromstring(officer.get(law).text)
    assert [one.text_content() for one in shown.xpath("//section[@class='provision']//h3")] == [
        "Section 1",
        "Section 2",
        "Section 3",
    ]
    assert officer.post(f"{law}/remove").status_code == 302
    assert officer.get(law).status_code == 404


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence_and_the_others_are_kept(officer: Any) -> None:
    answer = load(officer, ("customs.txt", LAW), ("scan.pdf", b"%PDF-1.4 nothing"), country="KE")
    assert answer.status_code == 200
    assert "1 loaded, 1 refused" in answer.text and "scan.pdf" in answer.text and "/tmp" not in answer.text


def test_no_file_is_a_sentence_not_a_fault(officer: Any) -> None:
    assert "Choose a file first" in load(officer).text
    assert officer.post("/upload", {}, content_type="multipart/form-data").status_code == 422


AGREEMENT = b"""AGREEMENT BETWEEN THE GOVERNMENT OF THE REPUBLIC OF KENYA AND THE GOVERNMENT OF THE REPUBLIC OF INDIA ON HEALTH

The Government of the Republic of Kenya and the Government of the Republic of India,

Have agreed as follows:

Article 1
Equipment
Equipment imported for a project shall be exempt from all customs duties.

Article 2
Entry into force
This Agreement shall enter into force on the date of its signature.

Done at Nairobi on 1 March 2026.
"""


def test_a_draft_is_read_from_a_file_and_its_findings_shown(officer: Any) -> None:
    load(officer, ("customs.txt", LAW), ("customs.meta.yaml", SIDECAR))
    sent = {"file": (io.BytesIO(AGREEMENT), "their draft.txt"), "country": "KE"}
    answer = officer.post("/upload", sent, content_type="multipart/form-data")
    assert answer.status_code == 302
    assert "Held against one law" in officer.get(answer.headers["Location"]).text
    room = html.fromstring(officer.get(answer.headers["Location"].removesuffix("/findings")).text)
    assert "exempt from all customs duties" in room.get_element_by_id("sheet").text_content()
    assert not room.xpath("//form[@id='answers']"), "a text that was read asks no questions"


def test_a_broken_file_leaves_no_draft_behind(officer: Any) -> None:
    sent = {"file": (io.BytesIO(b"PK\x03\x04 broken"), "broken.docx")}
    answer = officer.post("/upload", sent, content_type="multipart/form-data")
    assert answer.status_code == 422 and "broken.docx" in answer.text and "/tmp" not in answer.text
    assert "broken" not in officer.get("/").text
