"""Whose laws a draft is held against, and what is said where nothing was held against it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from ssc_drafter.check.finding import Checked, ClausePlace, DraftRead, Finding, PolicyPlace, Report
from ssc_drafter.server.draft.states import CONSTITUTION, recognised
from ssc_drafter.server.views.checking import title_in
from ssc_drafter.server.views.marks import Voice, marks_of
from ssc_drafter.tree.running import RunningText, Unit

pytestmark = pytest.mark.slow

OWN = {"XO": "Orvane", "XD": "Dalmira"}


@pytest.mark.parametrize(
    ("title", "states"),
    [
        ("AGREEMENT BETWEEN THE GOVERNMENT OF THE REPUBLIC OF KENYA AND THE GOVERNMENT OF INDIA ON HEALTH", ("KE", "IN")),
        ("Agreement between the Republic of Kenya and the Republic of Tavaria", ("KE",)),
        ("Accord entre la République du Sénégal et la République fédérative du Brésil", ("SN", "BR")),
        ("Accord entre la Côte d’Ivoire et le Mali", ("CI", "ML")),
        ("Acuerdo entre Guinea Ecuatorial y el Perú", ("GQ", "PE")),
        ("Acordo entre Moçambique e o Vietname", ("MZ", "VN")),
        ("Agreement between Niger and Nigeria", ("NE", "NG")),
        ("Agreement between Guinea-Bissau and Papua New Guinea", ("GW", "PG")),
        ("Agreement between the Republic of Orvane and the Republic of Dalmira on public health", ("XO", "XD")),
        ("Memorandum of Understanding on seed research", ()),
    ],
)
def test_the_states_that_a_title_names(title: str, states: tuple[str, ...]) -> None:
    assert recognised(RunningText(title, "en", title, (), 0), OWN) == states


def test_the_parties_come_before_a_third_state_that_the_opening_mentions() -> None:
    text = "The Government of Kenya and the Government of Brazil, recalling the conference held in Indonesia,"
    assert recognised(RunningText("", "en", text, (), 0, ("Government of Kenya", "Government of Brazil")), {}) == ("KE", "BR")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Constitution of the Republic of Orvane", "Orvane"),
        ("Constitution de la République de Dalmira", "Dalmira"),
        ("Constitución de la República de Tavaria", "Tavaria"),
        ("Public Finance Management Act, 2014", ""),
    ],
)
def test_a_constitution_tells_the_name_of_its_state(title: str, name: str) -> None:
    hit = CONSTITUTION.match(title)
    assert (hit[1] if hit else "") == name


# ---- over the pages --------------------------------------------------------------------------------------------------
LAW = (
    b"CUSTOMS ACT, 2020\n\n1. Exemptions\nNo exemption from customs duties shall be granted except by order of the Minister.\n"
)
FACTS = "title: {title}\ncountry: {country}\nlang: en\nhierarchy: {hierarchy}\nstatus: in_force\n"
CONSTITUTIONAL = b"CONSTITUTION\n\n1. Treaties\nA treaty binds the Republic after it has been approved by the Assembly.\n"


def agreement(first: str, second: str) -> bytes:
    return (
        f"AGREEMENT BETWEEN {first} AND {second} ON HEALTH\n\n{first} and {second},\n\nHave agreed as follows:\n\n"
        "Article 1\nEquipment\nEquipment imported for a project shall be exempt from all customs duties.\n\n"
        "Article 2\nEntry into force\nThis Agreement shall enter into force on the date of its signature.\n"
    ).encode()


@pytest.fixture
def officer(visitor: Callable[..., Any]) -> Any:
    found = visitor("drafter", "policy_editor")
    load(found, "constitution.txt", CONSTITUTIONAL, "XO", "Constitution of the Republic of Orvane", "constitution")
    load(found, "customs.txt", LAW, "KE", "Customs Act, 2020")
    return found


def load(officer: Any, name: str, body: bytes, country: str, title: str, hierarchy: str = "act") -> Any:
    facts = FACTS.format(title=title, country=country, hierarchy=hierarchy).encode()
    sent = [(io.BytesIO(body), name), (io.BytesIO(facts), f"{name.removesuffix('.txt')}.meta.yaml")]
    return officer.post("/laws", {"file": sent}, content_type="multipart/form-data")


def upload(officer: Any, body: bytes) -> Any:
    sent = {"file": (io.BytesIO(body), "their draft.txt")}
    return officer.post("/upload", sent, content_type="multipart/form-data")


def words(answer: Any) -> str:
    return " ".join(html.fromstring(answer.text).text_content().split())


def test_nothing_is_ticked_before_a_draft_is_read(officer: Any) -> None:
    page = html.fromstring(officer.get("/upload").text)
    assert page.xpath("//input[@name='country']") and not page.xpath("//input[@name='country'][@checked]")


def test_a_draft_is_held_against_the_laws_of_the_parties_that_it_names(officer: Any) -> None:
    answer = upload(officer, agreement("THE REPUBLIC OF KENYA", "THE REPUBLIC OF TAVARIA"))
    page = officer.get(answer.headers["Location"])
    assert "Held against the laws of Kenya." in words(page)
    assert "Constitution" not in words(page), "the law of a State that is no Party took no part"
    whose = html.fromstring(officer.get(answer.headers["Location"].replace("findings", "whose")).text)
    assert whose.xpath("//input[@name='country'][@checked]/@value") == ["KE"]


def test_a_draft_that_names_no_state_of_ours_makes_the_page_ask(officer: Any) -> None:
    answer = upload(officer, agreement("THE REPUBLIC OF TAVARIA", "THE KINGDOM OF BELOSE"))
    url = answer.headers["Location"]
    assert url.endswith("/whose")
    page = html.fromstring(officer.get(url).text)
    assert not page.xpath("//input[@checked]") and "Say whose laws" in page.text_content()
    answer = officer.post(url, {"country": "XO"})
    assert "Held against the laws of Orvane." in words(officer.get(answer.headers["Location"]))


def test_nobody_is_told_that_nothing_was_found_where_nothing_was_read(officer: Any) -> None:
    op = html.fromstring(officer.get("/new").text).xpath("//input[@name='op']/@value")[0]
    form = {"op": op, "kind": "memorandum_of_understanding", "lang": "en", "subject": "health"}
    form |= {"parties~0~country": "MZ", "parties~1~country": "BR"}
    url = officer.post("/new", form).headers["Location"]
    officer.post(f"{url}/check", {"version": "1"})
    for path in (url, f"{url}/findings", f"{url}/ready"):
        page = words(officer.get(path))
        for state in ("Mozambique", "Brazil"):
            assert f"No law of {state} has been read; nothing was held against it." in page, path
        assert "Nothing was found" not in page and "Every finding has an answer" not in page, path
    assert "Nothing open" not in words(officer.get("/"))


def test_one_party_without_a_law_is_named_and_the_other_is_not(officer: Any) -> None:
    op = html.fromstring(officer.get("/new").text).xpath("//input[@name='op']/@value")[0]
    form = {"op": op, "kind": "memorandum_of_understanding", "lang": "en", "subject": "health"}
    form |= {"parties~0~country": "KE", "parties~1~country": "BR"}
    url = officer.post("/new", form).headers["Location"]
    officer.post(f"{url}/check", {"version": "1"})
    page = html.fromstring(officer.get(f"{url}/ready").text)
    row = next(one for one in page.xpath("//ul[@class='list']/li") if "Findings" in one.text_content())
    assert "No law of Brazil has been read" in row.text_content() and "Kenya" not in row.text_content()
    assert not row.xpath(".//span[@class='sign answered']"), "never Done"


def test_a_law_of_no_state_is_refused_and_the_same_law_again_is_said_to_replace_itself(officer: Any) -> None:
    sent = {"file": [(io.BytesIO(LAW), "act.txt")]}
    answer = officer.post("/laws", sent, content_type="multipart/form-data")
    assert answer.status_code == 422 and "does not say which State" in answer.text and "Country not stated" not in answer.text
    again = words(load(officer, "customs.txt", LAW, "KE", "Customs Act, 2020"))
    assert "loaded already, word for word" in again
    other = words(
        load(officer, "customs.txt", LAW + b"\n2. Offences\nA false declaration is an offence.\n", "KE", "Customs Act, 2020")
    )
    assert "Customs Act, 2020: 2 provisions read. It replaces the same law" in other
    assert words(officer.get("/laws")).count("Customs Act, 2020") == 1


def test_a_fictional_state_bears_its_name_everywhere(officer: Any) -> None:
    assert "Orvane" in words(officer.get("/laws")) and "Fictional State XO" not in words(officer.get("/upload"))
    option = html.fromstring(officer.get("/new").text).xpath("//option[@value='XO']")[0]
    assert option.text_content() == "Orvane (fictional)"


# ---- what is only to be looked at ------------------------------------------------------------------------------------
def finding(name: str, quote: str, start: int) -> Finding:
    clause = ClausePlace("art_1__para_1", "1", quote, start, start + len(quote))
    law = PolicyPlace("Customs Act", "XO", "a.txt", "1", "sec_1", "No exemption.", 0, 13)
    return Finding(name, "Limit of the law passed", "conflict", "limit", "high", 0.9, clause, law, "")


def test_what_rests_on_one_sign_is_apart_and_never_counted() -> None:
    running = RunningText("", "en", "one two three", (Unit("art_1__para_1", "1", 0, 13, "1"),), 1)
    read = DraftRead("", "en", "", 1)
    report = Report(
        read, (), (), (finding("a", "two", 4),), (finding("b", "one", 0), finding("c", "three", 8)), (), Checked(1, 1, 0)
    )
    voice = Voice(lambda key, **values: key, str, lambda place: "")
    assert [(mark.id, mark.number, mark.sign) for mark in marks_of(report, running, {}, voice)] == [("a", 1, "conflict")]
    assert [(mark.id, mark.sign) for mark in marks_of(report, running, {}, voice, look=True)] == [("b", "note"), ("c", "note")]


@pytest.mark.parametrize(
    ("draft", "page", "title"), [("en", "fr", "Limite légale dépassée"), ("en", "en", "Limit of the law passed")]
)
def test_a_title_is_said_again_in_the_language_of_the_page(draft: str, page: str, title: str) -> None:
    assert title_in(finding("a", "two", 4), draft, page) == title
