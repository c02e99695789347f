"""The room by its forms: what is typed is never lost, never overwritten unseen, and changes the draft only where it should."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from werkzeug.datastructures import MultiDict

from ssc_drafter.server.gate.ground import say
from ssc_drafter.words import LANGUAGES, TOLD

KIND = "framework_agreement"
Desk = Any  # what conftest.py begins a draft with


def test_a_new_agreement_needs_its_kind_and_says_so_with_everything_typed(officer: Any) -> None:
    answer = officer.post("/new", {"op": "x" * 20, "lang": "en", "subject": "public health", "parties~0~country": "KE"})
    page = html.fromstring(answer.text)
    assert answer.status_code == 422
    assert "Choose the kind" in page.get_element_by_id("summary").text_content()
    assert page.get_element_by_id("f-subject").value == "public health"


def test_sending_the_form_of_a_new_agreement_twice_makes_one_draft(officer: Any) -> None:
    op = html.fromstring(officer.get("/new").text).xpath("//input[@name='op']/@value")[0]
    form = {"op": op, "kind": KIND, "lang": "en", "subject": "public health"}
    assert officer.post("/new", form).headers["Location"] == officer.post("/new", form).headers["Location"]


def test_an_answer_changes_the_draft_and_only_its_parts_of_the_page(desk: Desk) -> None:
    reply = desk.answer(hx=True, termination__notice_months="9")
    assert reply.status_code == 200
    assert "nine (9) months" in reply.text and 'hx-swap-oob="true"' in reply.text
    sent = html.fromstring(f"<div>{reply.text}</div>").xpath("//section[contains(@class, 'article')]/@id")
    assert len(sent) == 1, "one article was changed, one goes to the page"
    assert "nine (9) months" in desk.text()


def test_nothing_changed_makes_no_new_version(desk: Desk) -> None:
    before = desk.version()
    assert desk.answer().status_code == 302
    assert desk.version() == before


def test_what_cannot_be_read_is_kept_and_named_beside_its_field(desk: Desk) -> None:
    desk.answer(termination__notice_months="three years")
    page = desk.page()
    assert page.get_element_by_id("f-termination.notice_months").value == "three years"
    assert "“three years” cannot be read" in page.get_element_by_id("m-termination.notice_months").text_content()
    assert page.get_element_by_id("f-termination.notice_months").get("aria-invalid") == "true"
    assert "three years" not in desk.text()


def test_after_a_failed_submit_a_summary_links_to_each_question(desk: Desk) -> None:
    desk.answer(termination__notice_months="three years")
    page = html.fromstring(desk.officer.get(f"{desk.url}?due=1").text)
    summary = page.get_element_by_id("summary")
    assert "#q-termination.notice_months" in summary.xpath(".//a/@href")


@pytest.mark.slow
def test_a_hidden_answer_is_kept_but_counts_for_nothing(desk: Desk) -> None:
    desk.answer(involves_equipment="yes")
    desk.answer(taxes_customs__effects_months="11")
    assert "eleven (11) months" in desk.text()
    desk.answer(involves_equipment="no")
    assert "eleven (11) months" not in desk.text(), "neither in the draft ..."
    assert desk.page().get_element_by_id("q-taxes_customs.effects_months").get("hidden") is not None, "... nor asked"
    desk.answer(involves_equipment="yes")
    assert "eleven (11) months" in desk.text(), "and there again when it is asked again"


def test_two_editors_get_both_answers_side_by_side(desk: Desk) -> None:
    mine, theirs = desk.form(), desk.form()
    assert desk.answer(form=theirs, subject="clean water").status_code == 302
    answer = desk.answer(form=mine, subject="village schools")
    assert answer.status_code == 409
    page = html.fromstring(answer.text)
    said = {one.text_content().strip() for one in page.find_class("said")}
    assert said == {"village schools", "clean water"}
    assert "clean water" in desk.text("title"), "nothing was overwritten"
    form = MultiDict(next(one for one in page.forms if "answers" in (one.action or "")).form_values())
    form.setlist("keep~subject", ["mine"])
    form.add("resolve", "1")
    assert desk.answer(form=form).status_code == 302
    assert "village schools" in desk.text("title")


def test_a_second_tab_learns_of_it_without_losing_what_was_typed(desk: Desk) -> None:
    late = desk.form()
    desk.answer(subject="clean water")
    answer = desk.answer(hx=True, form=late, subject="village schools")
    assert answer.status_code == 409 and "Two answers" in answer.text and 'form="answers"' in answer.text


def test_the_same_save_sent_twice_changes_nothing_twice(desk: Desk) -> None:
    form = desk.form()
    desk.answer(form=form, subject="clean water")
    version = desk.version()
    again = desk.answer(form=form, subject="clean water")
    assert again.status_code in (302, 409)
    assert desk.version() == version


@pytest.mark.slow
def test_rows_are_added_and_taken_out_without_scripts(desk: Desk) -> None:
    form = desk.form()
    form.add("add", "parties")
    assert desk.answer(form=form).headers["Location"].endswith("#q-parties")
    form = desk.form()
    form.setlist("parties~2~country", ["IN"])
    desk.answer(form=form)
    assert "India" in desk.text("title")
    form = desk.form()
    form.add("remove", "parties~2")
    desk.answer(form=form)
    assert "India" not in desk.text("title")


@pytest.mark.slow
def test_words_by_hand_stay_over_later_answers_and_show_when_the_clause_changed(desk: Desk) -> None:
    desk.answer(termination__notice_months="7")
    address = next(one.get("id") for one in desk.page().find_class("par") if "seven (7) months" in one.text_content())
    desk.do(f"text/{address}", text="A Party may end this Agreement by a note.")
    assert "may end this Agreement by a note" in desk.text()
    assert "Words of" in desk.text(address)
    desk.answer(termination__notice_months="9")
    assert "may end this Agreement by a note" in desk.text()
    part = html.fromstring(desk.officer.get(f"{desk.url}/parts/termination").text).text_content()
    assert "The clause beneath has changed since" in part and "nine (9) months" in part
    key = html.fromstring(desk.officer.get(f"{desk.url}/parts/termination").text).xpath("//input[@name='key']/@value")[0]
    desk.do("words", key=key, do="drop")
    assert "nine (9) months" in desk.text() and "may end this Agreement by a note" not in desk.text()


def test_two_people_at_one_paragraph_see_both_texts(desk: Desk) -> None:
    base = desk.version()
    desk.do("text/art_2__para_1", text="Their words.")
    answer = desk.officer.post(f"{desk.url}/text/art_2__para_1", {"base": base, "text": "My words."})
    assert answer.status_code == 409 and "Their words." in answer.text and "My words." in answer.text
    assert "Their words." in desk.text()


def test_an_empty_paragraph_is_refused_with_what_to_do(desk: Desk) -> None:
    answer = desk.do("text/art_2__para_1", text="  ")
    assert answer.status_code == 422 and "Wordings" in answer.text


def test_another_wording_moves_only_its_article(desk: Desk) -> None:
    before = desk.page().get_element_by_id("art_1").text_content()
    answer = desk.do("parts/disputes/variant", variant="commission")
    assert answer.status_code == 302
    assert desk.page().get_element_by_id("art_1").text_content() == before
    shown = html.fromstring(desk.officer.get(f"{desk.url}/parts/disputes").text)
    assert "In this draft" in shown.get_element_by_id("v-commission").getparent().text_content()


def test_a_red_line_is_shown_and_never_inserted(desk: Desk) -> None:
    page = html.fromstring(desk.officer.get(f"{desk.url}/parts/disputes").text)
    row = page.get_element_by_id("v-compulsory").getparent().getparent()
    assert "Red line" in row.text_content() and not row.xpath(".//button")
    before = desk.text()
    assert desk.do("parts/disputes/variant", variant="compulsory").status_code == 422
    assert desk.text() == before


def test_an_article_of_ones_own_is_added_moved_and_dropped(desk: Desk) -> None:
    desk.do("articles", heading="Friendship", text="The Parties are friends.\nThey meet.", after="objective")
    titles = [" ".join(one.text_content().split()) for one in desk.page().find_class("name")]
    assert titles.index("Friendship") == titles.index("Objective") + 1
    desk.do("parts/own_1/move", after="disputes")
    titles = [" ".join(one.text_content().split()) for one in desk.page().find_class("name")]
    assert titles.index("Friendship") == titles.index("Settlement of disputes") + 1
    desk.do("parts/own_1/drop")
    assert "The Parties are friends" not in desk.text()


def test_a_part_left_out_can_be_put_back(desk: Desk) -> None:
    desk.do("parts/registration/drop")
    assert "Registration" not in [" ".join(one.text_content().split()) for one in desk.page().find_class("name")]
    offered = desk.officer.get(f"{desk.url}/parts/disputes").text
    assert "Left out of this draft" in offered
    desk.do("parts/registration/bring")
    assert "Registration" in " ".join(one.text_content() for one in desk.page().find_class("name"))


def test_a_change_on_an_old_page_is_refused_and_nothing_changes(desk: Desk) -> None:
    old = desk.version()
    desk.answer(subject="clean water")
    before = desk.text()
    answer = desk.officer.post(f"{desk.url}/parts/disputes/drop", {"base": old})
    assert answer.status_code in (409, 422) and "saved draft" in answer.text
    assert desk.text() == before


def test_the_text_for_signature_is_refused_with_the_list_of_blanks(desk: Desk) -> None:
    answer = desk.officer.get(f"{desk.url}/file.json?final=1")
    assert answer.status_code == 422 and "blanks" in answer.text
    assert desk.officer.get(f"{desk.url}/file.json").status_code == 200


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "xml", "json"])
def test_every_form_of_the_draft_is_downloaded(desk: Desk, suffix: str) -> None:
    answer = desk.officer.get(f"{desk.url}/file.{suffix}")
    assert answer.status_code == 200 and len(answer.data) > 1000
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")


def test_no_such_form(desk: Desk) -> None:
    answer = desk.officer.get(f"{desk.url}/file.exe")
    assert answer.status_code == 422 and "docx" in answer.text


@pytest.mark.parametrize("lang", TOLD)
@pytest.mark.parametrize("kind", ["memorandum_of_understanding", "framework_agreement", "triangular_agreement"])
@pytest.mark.slow
def test_every_kind_opens_in_every_language(officer: Any, desk_of: Any, kind: str, lang: str) -> None:
    desk = desk_of(officer, kind, lang)
    assert desk.page().get_element_by_id("sheet").get("lang") == lang
    for word in ("None", "undefined", "nan"):
        assert word not in desk.text().split()


FINDINGS = {"en": "Findings", "fr": "Constats", "es": "Constataciones", "pt": "Constatações"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_speak_each_language(desk: Desk, lang: str) -> None:
    desk.officer.get(f"/language/{lang}")
    page = desk.page()
    assert page.get("lang") == lang and FINDINGS[lang] in page.get_element_by_id("findings").text_content()
    assert [one.get("lang") for one in page.xpath("//nav[@class='tongues']//a")] == list(LANGUAGES)


def test_what_a_part_left_out_leaves_hanging_is_said_by_headings_with_the_way_back(desk: Desk) -> None:
    desk.do("parts/entry_into_force/drop")
    page = desk.page()
    said = [" ".join(one.text_content().split()) for one in page.xpath("//ul[@class='troubles']/li/span")]
    assert said and len(set(said)) == len(said), "each thing once"
    assert all("Entry into force" in one and "entry_into_force" not in one and "/" not in one for one in said)
    back = page.xpath("//form[contains(@action, '/bring')]/@action")
    assert back
    desk.officer.post(back[0], {"base": desk.version()})
    assert not desk.page().xpath("//ul[@class='troubles']/li")


WARNINGS = {  # of none, one and two
    "en": ("0 warnings", "1 warning", "2 warnings"),
    "fr": ("0 avertissement", "1 avertissement", "2 avertissements"),
    "es": ("0 advertencias", "1 advertencia", "2 advertencias"),
    "pt": ("0 avisos", "1 aviso", "2 avisos"),
}


@pytest.mark.parametrize(("number", "lang", "said"), [(n, one, WARNINGS[one][n]) for one in LANGUAGES for n in (0, 1, 2)])
def test_one_thing_is_named_in_the_singular(app: Any, number: int, lang: str, said: str) -> None:
    with app.test_request_context(headers={"Accept-Language": lang}):
        assert say("pages.law_warning_count", number=number) == said


def test_missing_answers_and_blanks_in_the_text_are_told_alike_in_room_and_readiness(desk: Desk) -> None:
    line = next(
        line for line in desk.page().get_element_by_id("tally").xpath(".//p") if "Answers missing" in line.text_content()
    )
    said = line.text_content()[line.text_content().index("Answers missing") :].strip()
    assert said in " ".join(html.fromstring(desk.officer.get(f"{desk.url}/ready").text).text_content().split())
