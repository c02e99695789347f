"""The answers in a second language: typed beside the first, kept over later answers, and the agreement made in both."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

pytestmark = pytest.mark.slow


def words(desk: Any, lang: str = "fr") -> dict[str, str]:
    form = html.fromstring(desk.officer.get(f"{desk.url}/tongues?in={lang}").text).xpath(
        "//form[contains(@action, '/tongues')]"
    )[0]
    return {name: value for name, value in form.form_values() if name.startswith("w~")}


def keep(desk: Any, lang: str = "fr", **more: str) -> Any:
    typed = dict.fromkeys(words(desk, lang), "la santé publique") | {f"w~{name}": text for name, text in more.items()}
    return desk.officer.post(f"{desk.url}/tongues", {"in": lang, "base": desk.version(), **typed})


def test_both_languages_are_offered_once_every_answer_speaks_both(desk: Any) -> None:
    assert desk.officer.get(f"{desk.url}/originals/0.docx?in=en&in=fr").status_code == 422
    assert words(desk) == {"w~subject": ""}
    assert keep(desk).status_code == 302
    assert words(desk) == {"w~subject": "la santé publique"}
    answer = desk.officer.get(f"{desk.url}/originals/0.docx?in=en&in=fr")
    assert answer.status_code == 200 and "en-fr" in answer.headers["Content-Disposition"]
    assert b"public health" in desk.officer.get(f"{desk.url}/file.md").data, "the draft itself keeps its words"


def test_a_later_answer_in_the_room_keeps_the_other_language(desk: Any) -> None:
    keep(desk)
    desk.answer(subject="animal health")
    assert words(desk)["w~subject"] == "la santé publique"
    assert b"animal health" in desk.officer.get(f"{desk.url}/file.md").data


def test_rows_of_a_list_keep_the_other_language_too(desk: Any) -> None:
    form = desk.form()
    form.setlist("areas.areas~0~area", ["clinics"])
    form.setlist("asked", [*form.getlist("asked"), "areas.areas"])
    desk.answer(form=form)
    assert "w~areas.areas~0~area" in words(desk)
    keep(desk, **{"areas.areas~0~area": "les dispensaires"})
    desk.answer(subject="animal health")
    assert words(desk)["w~areas.areas~0~area"] == "les dispensaires"


def test_no_other_language_is_a_page_that_is_not_there(desk: Any) -> None:
    assert desk.officer.get(f"{desk.url}/tongues?in=xx").status_code == 200, "the first other language is asked for"
    assert desk.officer.post(f"{desk.url}/tongues", {"in": "en", "base": desk.version()}).status_code == 404
