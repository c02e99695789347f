"""Positions of the house, verified provisions, what fits of a clause, and the precision of an installation, on the pages."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from lxml import html

from ssc_drafter.check.finding import Report
from ssc_drafter.store import Store, instruments, norms
from ssc_drafter.store.actor import COMMAND_LINE

pytestmark = pytest.mark.slow

LAW = b"""Seeds Act

1. Permits
No person shall export seeds without a permit of the Seed Board.

2. Leases
A lease of public land to a foreign company shall not exceed thirty years.

3. Register
The Ministry shall keep a register of public land in the capital.
"""
DRAFT = b"""Agreement between the Republic of Kenya and the Federative Republic of Brazil

Article 1
1. The Ministry shall grant the Company a lease of public land for forty years.
2. The Parties meet once a year.

Article 2
This Agreement shall remain in force for eight years.
"""


def load(officer: Any, text: bytes = LAW, name: str = "seeds.txt") -> str:
    """Load a law through the form and return the address of its page."""
    from io import BytesIO

    answer = officer.client.post(
        "/laws",
        data={"csrf": officer.token(), "country": "KE", "file": (BytesIO(text), name)},
        content_type="multipart/form-data",
    )
    assert answer.status_code == 200, answer.text
    return str(html.fromstring(answer.text).xpath("//ul[@class='list']//h3/a/@href")[0])


def checked(officer: Any, text: bytes = DRAFT) -> str:
    """Bring a draft, check it, and return its address."""
    from io import BytesIO

    answer = officer.client.post(
        "/upload", data={"csrf": officer.token(), "file": (BytesIO(text), "draft.txt")}, content_type="multipart/form-data"
    )
    assert answer.status_code == 302, html.fromstring(answer.text).text_content()
    url = "/drafts/" + answer.headers["Location"].split("/drafts/")[1].split("/")[0].split("#")[0].split("?")[0]
    assert officer.post(f"{url}/check").status_code == 302
    return url


def findings_of(officer: Any, url: str) -> dict[str, str]:
    """Return the findings that are listed: title to address."""
    page = html.fromstring(officer.get(f"{url}/findings").text)
    return {one.text_content(): one.get("href") for one in page.xpath("//ol[@class='list']//h2/a")}


FIVE = {"title": "At most five", "text": "An agreement shall not remain in force for more than five years."}


def test_a_position_is_written_held_switched_off_and_taken_away(officer: Any, store: Store) -> None:
    url = checked(officer)
    assert findings_of(officer, url) == {}
    assert officer.post("/positions", {**FIVE, "severity": "medium"}).status_code == 302
    officer.post(f"{url}/check")
    found = findings_of(officer, url)
    assert list(found) == ["Against a position of the house"]
    page = officer.get(found["Against a position of the house"]).text
    assert "At most five" in page and "position “At most five” says" in page
    listed, side = officer.get(f"{url}/findings").text, html.fromstring(page).text_content()
    assert "The house’s position “At most five”: An agreement" in listed
    assert "The house’s position “At most five”" in side
    assert all(name not in side + listed for name in ("Paragraph 1", "Country not stated"))
    policy = officer.get(f"{url}/report.json").get_json()["findings"][0]["policy"]
    assert (policy["instrument"], policy["number"], policy["level"]) == ("At most five", "", "position")
    (name,) = [one.name for one in norms.positions(store)]
    for do, count in (("off", 0), ("on", 1), ("remove", 0)):
        assert officer.post(f"/positions/{name}", {"do": do}).status_code == 302
        officer.post(f"{url}/check")
        assert len(findings_of(officer, url)) == count, do
    assert norms.positions(store) == []


def test_the_report_is_offered_as_data_too_the_document_of_the_command_line_with_the_answers(officer: Any) -> None:
    load(officer)
    url = checked(officer)
    shown = html.fromstring(officer.get(f"{url}/findings").text).xpath("//a[contains(@href, 'report.')]")
    assert [one.get("href").rsplit(".")[-1] for one in shown] == ["docx", "pdf", "xlsx", "json"]
    assert shown[-1].text_content() == "Data (.json)"
    data = officer.get(f"{url}/report.json").get_json()
    again = msgspec.convert(data, Report).to_json()
    assert data["findings"] and msgspec.json.decode(msgspec.json.encode(again)) == data
    one = data["findings"][0]["id"]
    officer.post(f"{url}/findings/{one}/answer", {"kind": "waived", "reason": "The Board agreed."})
    after = officer.get(f"{url}/report.json").get_json()["findings"][0]
    assert (after["id"], after["answer"]["kind"], after["answer"]["reason"]) == (one, "waived", "The Board agreed.")


def test_a_shipped_position_is_switched_on_and_off(officer: Any) -> None:
    page = officer.get("/positions").text
    assert "At most five years" in page and "Switched off" in page
    assert officer.post("/positions/five_years", {"do": "on"}).status_code == 302
    url = checked(officer)
    assert list(findings_of(officer, url)) == ["Against a position of the house"]
    assert officer.post("/positions/nothing", {"do": "on"}).status_code == 404
    assert officer.post("/positions/five_years", {"do": "burn"}).status_code == 404


def test_a_position_without_a_rule_is_given_back(officer: Any, visitor: Any) -> None:
    answer = officer.post("/positions", {"title": "Nothing", "text": " "})
    assert answer.status_code == 422 and 'value="Nothing"' in answer.text and "Write one" in answer.text
    reviewer = visitor("reviewer")
    assert reviewer.get("/positions").status_code == 200 and "<textarea" not in reviewer.get("/positions").text
    assert reviewer.post("/positions", FIVE).status_code == 403


def test_positions_in_the_data_folder_are_held(officer: Any, store: Store) -> None:
    (store.folder / "positions").mkdir()
    (store.folder / "positions" / "ours.txt").write_text(FIVE["text"])
    assert list(findings_of(officer, checked(officer))) == ["Against a position of the house"]


def test_a_provision_is_verified_muted_and_taken_back(officer: Any) -> None:
    law = load(officer)
    url = checked(officer)
    (title,) = findings_of(officer, url)
    edit = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/provisions/')]/@href")[1]
    assert officer.post(edit, {}).status_code == 422
    officer.post(edit, {"muted": "yes", "note": "domestic companies only"})
    assert "Never applies to agreements." in officer.get(law).text
    officer.post(f"{url}/check")
    assert findings_of(officer, url) == {} and "domestic companies only" in officer.get(f"{url}/findings").text
    officer.post(
        edit, {"type": "limit", "what": "A lease of public land to a foreign company", "number": "thirty", "unit": "years"}
    )
    officer.post(f"{url}/check")
    (address,) = findings_of(officer, url).values()
    page = officer.get(address).text
    assert "as verified by" in page and "shall not exceed thirty years" in officer.get(edit).text
    officer.post(edit, {"do": "withdraw"})
    officer.post(f"{url}/check")
    assert (
        list(findings_of(officer, url)) == [title]
        and "as verified by" not in officer.get(findings_of(officer, url)[title]).text
    )
    assert officer.get(f"{law}/provisions/sec_99").status_code == 404


def test_the_norms_that_are_read_are_confirmed_or_a_norm_is_added(officer: Any) -> None:
    law = load(officer)
    url = checked(officer)
    (title,) = findings_of(officer, url)
    edit = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/provisions/')]/@href")[1]
    officer.post(edit, {"confirmed": "yes"})
    assert "The norms read in it were confirmed." in officer.get(law).text
    officer.post(f"{url}/check")
    assert "was confirmed by" in officer.get(findings_of(officer, url)[title]).text
    added = "No contract shall be signed without the consent of the Registrar."
    officer.post(edit, {"beside": "yes", "text": added})
    assert html.fromstring(officer.get(edit).text).xpath("//input[@name='beside']/@checked")
    officer.post(f"{url}/check")
    assert title in findings_of(officer, url), "the words of the law are read as before"
    assert f"It says beside its own words: “{added}”" in officer.get(law).text


def test_what_was_verified_stands_when_the_law_is_loaded_again(officer: Any) -> None:
    law = load(officer)
    edit = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/provisions/')]/@href")[1]
    officer.post(edit, {"muted": "yes"})
    again = load(officer, LAW.replace(b"Seed Board", b"Board of Seeds"))
    assert again == law and "Never applies to agreements." in officer.get(law).text
    load(officer, LAW.replace(b"thirty", b"sixty"))
    assert "Never applies to agreements." not in officer.get(law).text, "other words, nothing verified"


def test_what_fits_of_a_clause_is_shown_with_what_was_not_read(officer: Any) -> None:
    load(officer)
    url = checked(officer)
    page = html.fromstring(officer.get(f"{url}/fits?at=art_1__para_1").text)
    words = page.text_content()
    assert "1 provision fits" in words and "No law of Brazil" in words
    assert page.xpath("//a[contains(@href, '/findings/')]"), "the finding on this clause stands there too"
    assert "keep a register" in words and "Section 3" in words
    assert page.xpath("//li//p[@class='reason'][string-length(normalize-space()) > 20]")
    assert words.index("No law of Brazil") < words.index("keep a register")
    assert officer.get(f"{url}/fits?at=art_9__para_9").status_code == 404
    assert "/fits?at=art_1__para_1" in officer.get(f"{url}/findings").text


def test_an_answer_stands_over_the_law_loaded_again_and_counts(officer: Any) -> None:
    law = load(officer)
    url = checked(officer)
    (address,) = findings_of(officer, url).values()
    officer.post(f"{address}/answer", {"kind": "waived", "reason": "the cabinet agreed"})
    load(officer, LAW + b"\n4. Fees\nThe Board may charge a fee for a certificate.\n")
    officer.post(f"{url}/check")
    assert findings_of(officer, url).values().__iter__().__next__() == address, "the same words, the same finding"
    assert "the cabinet agreed" in officer.get(address).text
    page = officer.get("/laws").text
    assert "Of 1 finding that was answered, 1 was right" in page
    assert "Limit" in officer.get("/precision").text and "1 / 1" in officer.get("/precision").text
    assert law


def test_the_store_gives_positions_and_verified_provisions_to_the_command_line(officer: Any, store: Store) -> None:
    from ssc_drafter import api

    law = load(officer)
    edit = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/provisions/')]/@href")[1]
    officer.post(edit, {"muted": "yes"})
    norms.set_position(store, COMMAND_LINE, "five_years", "on")
    assert [one.id for one in api.house_positions(store) if one.on] == ["five_years"]
    assert [one.muted for one in api.stored(store)[0].verified] == [True]
    assert instruments.listed(store)


@pytest.mark.parametrize("page", ["/positions", "/precision"])
def test_administrators_alone_see_none_of_it(visitor: Any, page: str) -> None:
    assert visitor("administrator").get(page).status_code == 403


def test_the_norms_of_a_provision_are_seen_where_it_is_shown_and_where_it_is_verified(officer: Any) -> None:
    law = load(officer)
    read = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/norms/')]/@href")
    edit = html.fromstring(officer.get(law).text).xpath("//a[contains(@href, '/provisions/')]/@href")
    for address in (read[1], edit[1]):
        cells = [
            [cell.text_content() for cell in row.xpath("td")]
            for row in html.fromstring(officer.get(address).text).xpath("//tbody/tr")
        ]
        said = {name: (words, note) for name, words, note, _ in cells}
        assert said["Modality"][1] == "prohibition"
        assert said["Quantity"] == ("thirty years", "at most 360 months")
        assert said["Effect"][0] == "exceed"
    assert officer.get(f"{law}/norms/sec_99").status_code == 404


def test_an_officers_own_article_takes_the_wording_that_was_tried_and_the_finding_goes(officer: Any, desk: Any) -> None:
    load(officer)
    words = "Seeds of the Project shall be exported without a permit of the Seed Board."
    desk.do("articles", heading="Seeds", text=words, after="disputes")
    officer.post(f"{desk.url}/check")
    found = findings_of(officer, desk.url)
    address = found["Required step ruled out"]
    page = html.fromstring(officer.get(address).text)
    said = page.get_element_by_id("cure").text_content()
    assert "Tried: with this text in its place this finding no longer stands." in said
    assert "provided that the permit or approval has been obtained beforehand" in said and "Seed Board" in said
    form = page.xpath("//form[contains(@action, '/cure')]")[0]
    put = {one.get("name"): one.get("value") for one in form.xpath(".//input") if one.get("name") != "csrf"}
    assert officer.post(form.get("action"), put).status_code == 302
    assert "Seeds of the Project shall be exported, provided that" in desk.text()
    officer.post(f"{desk.url}/check")
    assert "Required step ruled out" not in findings_of(officer, desk.url)
