"""Failures that other drafting programs had with their questionnaires (group E of the record), each as a test of ours."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from ssc_drafter.check.finding import Checked, ClausePlace, Cure, DraftRead, Finding, PolicyPlace, ReaderUse, Report
from ssc_drafter.check.reasons import sentences
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import drafts
from ssc_drafter.tree.running import RunningText

pytestmark = pytest.mark.slow


@pytest.fixture
def seen_by_check(monkeypatch: pytest.MonkeyPatch) -> list[RunningText]:
    """Return the texts that the check is given, the last one last."""
    texts: list[RunningText] = []

    def watched(running: RunningText, laws: Any, **more: Any) -> Report:
        texts.append(running)
        return Report(DraftRead("", running.lang, running.sha256, running.articles), (), (), (), (), (), Checked(1, 1, 0))

    monkeypatch.setattr(checking, "check", watched)
    return texts


def checked(desk: Any) -> None:
    desk.do("check", version=desk.version())


def marked_again(desk: Any) -> list[str]:
    return [one.getparent().getparent().getparent().get("id") for one in desk.page().xpath("//p[@class='again']/button")]


@pytest.mark.slow
def test_e1_going_back_keeps_later_answers_and_marks_those_that_depended(desk: Any) -> None:
    """E1: an answer given earlier is changed; the later ones stand, and what depended on it asks for another look."""
    desk.answer(involves_equipment="yes")
    later = {"taxes_customs__effects_months": "11", "termination__notice_months": "9", "subject": "clean water"}
    desk.answer(**later)
    assert marked_again(desk) == []
    desk.answer(involves_equipment="no")
    desk.answer(involves_equipment="yes")
    page = desk.page()
    for name, value in later.items():
        assert page.get_element_by_id(f"f-{name.replace('__', '.')}").value == value
    assert marked_again(desk) == ["q-taxes_customs.effects_months"]
    form = desk.form()
    form.add("looked", "taxes_customs.effects_months")
    desk.answer(form=form)
    assert marked_again(desk) == [], "looked at, and the answer stands"
    assert desk.page().get_element_by_id("f-taxes_customs.effects_months").value == "11"


@pytest.mark.slow
def test_e1_a_new_answer_is_another_look(desk: Any) -> None:
    """E1: answering the marked question takes its mark away."""
    desk.answer(involves_equipment="yes")
    desk.answer(taxes_customs__effects_months="11")
    desk.answer(involves_equipment="no")
    desk.answer(involves_equipment="yes")
    desk.answer(taxes_customs__effects_months="10")
    assert marked_again(desk) == []


@pytest.mark.slow
def test_e6_a_hidden_answer_is_not_checked(desk: Any, seen_by_check: list[RunningText]) -> None:
    """E6: what is not asked any more is kept for undoing, and stands neither in the document nor in the check."""
    desk.answer(involves_equipment="yes")
    desk.answer(taxes_customs__effects_months="11")
    checked(desk)
    assert "eleven (11) months" in seen_by_check[-1].text
    desk.answer(involves_equipment="no")
    checked(desk)
    assert "eleven (11) months" not in seen_by_check[-1].text


@pytest.mark.slow
def test_e7_an_early_answer_changes_preview_list_of_clauses_and_check(desk: Any, seen_by_check: list[RunningText]) -> None:
    """E7: nothing that rests on an earlier answer is kept from before."""

    def clauses() -> set[str]:
        return {" ".join(one.text_content().split()) for one in desk.page().find_class("name")}

    desk.answer(involves_equipment="yes", subject="clean water")
    before = clauses()
    checked(desk)
    desk.answer(involves_equipment="no", subject="village schools")
    after = clauses()
    checked(desk)
    assert before - after, "a clause left the list"
    assert "village schools" in desk.text("title")
    for name in before - after:
        assert name in seen_by_check[-2].text and name not in seen_by_check[-1].text
    assert "village schools" in seen_by_check[-1].text and "clean water" not in seen_by_check[-1].text


@pytest.mark.slow
def test_e9_two_drafts_in_two_tabs_do_not_mix(officer: Any, desk_of: Any) -> None:
    """E9: two drafts open in one browser, edited in turn."""
    first, second = desk_of(officer), desk_of(officer)
    for number in (7, 9):
        assert first.answer(hx=True, subject=f"water {number}", termination__notice_months=str(number)).status_code == 200
        reply = second.answer(hx=True, subject=f"schools {number}", termination__notice_months=str(number + 1))
        assert f"schools {number}" in reply.text and "water" not in reply.text
    assert "water 9" in first.text("title") and "nine (9) months" in first.text()
    assert "schools 9" in second.text("title") and "ten (10) months" in second.text()


def test_e14_a_failed_submit_leads_to_a_summary_and_fields_say_what_is_wrong(desk: Any) -> None:
    """E14: the summary can take the focus (tests/browser sees that it does), links to each field, and fields bear their message."""
    desk.answer(termination__notice_months="three years")
    page = html.fromstring(desk.officer.get(f"{desk.url}?due=1").text)
    summary = page.get_element_by_id("summary")
    assert summary.get("tabindex") == "-1" and summary.get("role") == "alert"
    field = page.get_element_by_id("f-termination.notice_months")
    assert field.get("aria-invalid") == "true" and "m-termination.notice_months" in field.get("aria-describedby").split()
    radios = page.xpath("//input[@type='radio']")
    assert radios and all(one.xpath("ancestor::fieldset/legend") for one in radios)


def test_e17_leaving_an_edit_changes_nothing(desk: Any) -> None:
    """E17: an edit that is begun and left leaves the draft as it was, whatever was typed; so does another after it."""
    before, version = desk.text(), desk.version()
    page = html.fromstring(desk.officer.get(f"{desk.url}/text/art_2__para_1").text)
    leave = page.xpath("//form[@id='art_2__para_1']//a")[0]
    assert leave.get("href") == f"{desk.url}#art_2__para_1"
    assert (desk.text(), desk.version()) == (before, version)
    here = desk.officer.get(f"{desk.url}/text/art_2__para_1", headers={"HX-Request": "true"}).text
    leave = html.fromstring(here).xpath("//a")[0]
    assert leave.get("hx-get") == desk.url and leave.get("hx-select") == "#art_2__para_1"


# ---- words that can be edited, cures that can be applied ---------------------------------------------------------------
@pytest.mark.parametrize("address", ["preamble", "preamble__recital_1", "preamble__formula", "testimonium__para_1"])
@pytest.mark.slow
def test_every_stretch_that_an_edit_is_kept_by_can_be_edited(desk: Any, address: str) -> None:
    link = f"{desk.url}/text/{address}"
    assert link in desk.page().xpath("//*[@id='sheet']//a/@href")
    assert desk.officer.get(link).status_code == 200
    assert desk.do(f"text/{address}", text="Words of the officer alone.").status_code == 302
    assert "Words of the officer alone." in desk.text() and "Words of drafter" in desk.text()


def with_cure(app: Any, store: Any, desk: Any, address: str, cure: Cure, by: Any = "rules") -> str:
    """Keep a report whose one finding lies on a paragraph and has a cure; return the finding's page."""
    with app.test_request_context():
        head = drafts.head(store, desk.url.rpartition("/")[2])
        assert head
        made = drafted(drafts.read(store, head.id).body)
        unit = next(one for one in made.running.units if one.address == address)
        quote = made.running.text[unit.start : unit.end]
        clause = ClausePlace(address, unit.number, quote, unit.start, unit.end, unit.clause, unit.variant)
        law = PolicyPlace("Treaties Act", "KE", "act.txt", "1", "sec_1", "A treaty may be ended.", 0, 22)
        found = Finding("f1", "Limit of the law passed", "conflict", "limit", "high", 0.9, clause, law, "Why.", (cure,), by=by)
        reader = ReaderUse("house-8b", 6, 4, 2) if by != "rules" else None
        read = DraftRead("", "en", made.running.sha256, 1)
        checking.keep(
            store,
            head,
            made,
            Report(read, (), (), (found,), (), (), Checked(1, 1, 0), reader=reader),
            [],
            checking.key_of(store, made, []),
        )
    return f"{desk.url}/findings/f1"


@pytest.fixture
def lawless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "laws_for", lambda store, made: [])


def test_a_wording_that_can_stand_is_shown_before_and_after_and_becomes_an_officers_edit(
    app: Any, store: Any, desk: Any, lawless: None
) -> None:
    cure = Cure("wording", "Each Party may end this Agreement by six months’ notice.")
    page = with_cure(app, store, desk, "art_2__para_1", cure)
    shown = html.fromstring(desk.officer.get(page).text)
    assert (
        shown.xpath("//div[@class='before-after']//ins")
        or "six months’ notice" in shown.find_class("before-after")[0].text_content()
    )
    assert desk.officer.post(f"{page}/cure", {"base": desk.version(), "place": "0"}).status_code == 302
    assert "six months’ notice" in desk.text("art_2__para_1") and "Words of" in desk.text("art_2__para_1")


def test_it_is_said_whether_a_cure_was_tried_and_who_found_the_trouble(app: Any, store: Any, desk: Any, lawless: None) -> None:
    tried = Cure("wording", "Each Party may end this Agreement by six months’ notice.", verified=True)
    said = desk.officer.get(with_cure(app, store, desk, "art_2__para_1", tried)).text
    assert "Tried: with this text in its place this finding no longer stands." in said and "second reader" not in said
    advice = Cure("wording", sentences("en")["cure_limit"])
    said = desk.officer.get(with_cure(app, store, desk, "art_2__para_1", advice, by="reader")).text
    assert "Advice in words." in said and "no longer stands" not in said
    assert "Found by the second reader (house-8b), and not by the rules." in said


@pytest.mark.slow
def test_an_advice_is_never_put_into_the_text(app: Any, store: Any, desk: Any, lawless: None) -> None:
    page = with_cure(app, store, desk, "art_2__para_1", Cure("wording", sentences("en")["cure_limit"]))
    assert not html.fromstring(desk.officer.get(page).text).xpath("//form[contains(@action, '/cure')]")
    before = desk.text()
    assert desk.officer.post(f"{page}/cure", {"base": desk.version(), "place": "0"}).status_code == 422
    assert desk.text() == before


def test_another_variant_is_applied_as_a_cure(app: Any, store: Any, desk: Any, lawless: None) -> None:
    address = next(one.get("id") for one in desk.page().xpath("//section[contains(@class, 'article')]") if "Settlement of disputes" in one.text_content())  # fmt: skip
    page = with_cure(app, store, desk, f"{address}__para_1", Cure("variant", "", "final/disputes", "commission"))
    shown = html.fromstring(desk.officer.get(page).text)
    assert shown.xpath("//form[contains(@action, '/cure')]") and shown.find_class("before-after")
    assert desk.officer.post(f"{page}/cure", {"base": desk.version(), "place": "0"}).status_code == 302
    part = html.fromstring(desk.officer.get(f"{desk.url}/parts/disputes").text)
    assert "In this draft" in part.get_element_by_id("v-commission").getparent().text_content()


def test_a_cure_that_names_no_wording_of_ours_is_shown_without_a_button(app: Any, store: Any, desk: Any, lawless: None) -> None:
    page = with_cure(app, store, desk, "art_2__para_1", Cure("variant", "", "final/disputes", "no_such_wording"))
    answer = desk.officer.get(page)
    assert answer.status_code == 200 and not html.fromstring(answer.text).xpath("//form[contains(@action, '/cure')]")
