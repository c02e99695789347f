"""From form fields to plain answers and back: a row for each kind of question."""

from __future__ import annotations

from typing import Any

import pytest

from ssc_drafter.answers.question import Question
from ssc_drafter.server.draft import forms

ROWS: list[tuple[str, dict[str, list[str]], Any]] = [
    ("text", {"q": ["public health"]}, "public health"),
    ("text", {"q": [""]}, None),
    ("number", {"q": ["36"]}, 36),
    ("number", {"q": ["1 200"]}, 1200),
    ("number", {"q": ["1.200,50"]}, 1200.5),
    ("number", {"q": ["1,200.50"]}, 1200.5),
    ("number", {"q": ["three years"]}, "three years"),
    ("percent", {"q": ["12,5 %"]}, 12.5),
    ("date", {"q": ["25 11 2026"]}, "2026-11-25"),
    ("date", {"q": ["25/11/2026"]}, "2026-11-25"),
    ("date", {"q": ["2026-11-25"]}, "2026-11-25"),
    ("date", {"q": ["2026-11"]}, "2026-11"),
    ("yes_no", {"q": ["no"]}, False),
    ("yes_no", {}, None),
    ("choices", {"q": ["training"], "q~own": ["study visits\r\n"]}, ["training", "study visits"]),
    ("languages", {"q": ["en", "fr"]}, ["en", "fr"]),
    ("money", {"q~amount": ["250 000"], "q~currency": ["usd"]}, {"amount": 250000, "currency": "usd"}),
    ("money", {"q~amount": [""], "q~currency": [""]}, None),
    ("body", {"q~en": ["Ministry of Health"], "q~fr": [""]}, {"en": "Ministry of Health"}),
    (
        "parties",
        {
            "q~0~capacity": ["government"],
            "q~0~country": ["XO"],
            "q~0~long~en": ["Republic of Orvane"],
            "q~0~short~en": ["Orvane"],
        },
        [{"capacity": "government", "country": "XO", "names": {"en": {"long": "Republic of Orvane", "short": "Orvane"}}}],
    ),
]


@pytest.mark.parametrize(("kind", "fields", "expected"), ROWS)
def test_what_was_typed_becomes_plain_data(kind: Any, fields: dict[str, list[str]], expected: Any) -> None:
    assert forms.plain(Question(id="q", kind=kind, ask={}), fields, "en") == expected


def test_a_text_in_two_languages_keeps_the_other_one() -> None:
    question = Question(id="q", kind="text", ask={})
    assert forms.plain(question, {"q": ["la santé"]}, "fr", {"en": "health", "fr": "x"}) == {"en": "health", "fr": "la santé"}


def test_a_list_is_read_row_by_row_and_shown_again() -> None:
    columns = {name: Question(id=name, kind=kind, ask={}) for name, kind in (("activity", "text"), ("cost", "number"))}  # type: ignore[arg-type]
    question = Question(id="plan", kind="list", ask={}, columns=columns)
    fields = {"plan~0~activity": ["Training"], "plan~0~cost": ["1 000"], "plan~2~activity": ["Study"]}
    value = forms.plain(question, fields, "en")
    assert value == [{"activity": "Training", "cost": 1000}, {"activity": "Study"}]
    assert forms.rows_of(question, value) == [{"activity": "Training", "cost": "1000"}, {"activity": "Study"}]


def test_a_party_goes_to_fields_and_back() -> None:
    question = Question(id="parties", kind="parties", ask={})
    names = {
        "en": {"long": "Republic of Orvane", "short": "Orvane"},
        "fr": {"long": "République d’Orvane", "short": "Orvane", "gender": "f"},
        "es": {"long": "Islas de Orvane", "short": "Orvane", "gender": "fplural"},
    }
    party = {
        "country": "XO",
        "capacity": "ministry",
        "names": names,
        "body": {"en": "Ministry of Health"},
        "office": {"en": "Minister"},
    }
    fields = {f"parties~0~{key}": [text] for key, text in forms.rows_of(question, [party])[0].items() if key != "open"}
    assert forms.plain(question, fields, "en", [party]) == [party]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("25 November 2026", "2026-11-25"),
        ("le 1er décembre 2026", "2026-12-01"),
        ("1 de enero de 2027", "2027-01-01"),
        ("3 de março de 2027", "2027-03-03"),
        ("25/11/2026", "2026-11-25"),
        ("31 février 2027", "31 février 2027"),
        ("31/02/2026", "31/02/2026"),
        ("January 2027", "January 2027"),
        ("from 1 May 2026 to 2 June 2026", "from 1 May 2026 to 2 June 2026"),
    ],
)
def test_a_day_is_read_in_figures_or_in_words(typed: str, read: str) -> None:
    assert forms.date(typed) == read
