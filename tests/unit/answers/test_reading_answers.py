"""Answers of every kind: what is taken, what is refused with what words; hidden questions (E4, E5, E6, E13)."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from rowwise import each_row

from ssc_drafter.answers.conditions import holds, read_condition
from ssc_drafter.answers.kinds import read_value
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.read import asked_now, in_force, look, missing, read
from ssc_drafter.answers.values import Body, Money, Name, Party, Percent, Words
from ssc_drafter.errors import Problem, Problems

CHOICES = {"a": {"en": "A"}, "b": {"en": "B"}}


def ask(kind: str, **more: Any) -> Question:
    return Question(id="q", kind=kind, ask={"en": "Question?"}, **more)  # type: ignore[arg-type]


ROWS = ask("list", columns={"name": ask("text"), "cost": ask("money", required=False)})
ROWS = Question(
    id="q",
    kind="list",
    ask={"en": "?"},
    columns={
        "name": Question(id="name", kind="text", ask={"en": "?"}),
        "cost": Question(id="cost", kind="money", ask={"en": "?"}, required=False),
    },
)

TAKEN = [
    (ask("number"), "60", 60),
    (ask("number"), 60.0, 60),
    (ask("number", decimals=1), "2.5", 2.5),
    (ask("date"), "2026-11-25", datetime.date(2026, 11, 25)),
    (ask("date"), datetime.date(2026, 11, 25), datetime.date(2026, 11, 25)),
    (ask("money"), "usd 250000", Money(250000, "USD")),
    (ask("money"), {"amount": 10.5, "currency": "KES"}, Money(10.5, "KES")),
    (ask("money"), "EUR 50 000", Money(50000, "EUR")),
    (ask("money"), "EUR50\u202f000", Money(50000, "EUR")),
    (ask("money"), "XOF 1.250.000,50", Money(1250000.5, "XOF")),
    (ask("money"), "USD 1,250,000.50", Money(1250000.5, "USD")),
    (ask("money"), "USD 1,250,000", Money(1250000, "USD")),
    (ask("money"), {"amount": "EUR 50 000", "currency": "EUR"}, Money(50000, "EUR")),
    (ask("number"), "12 500", 12500),
    (ask("percent"), "12.5 %", Percent(12.5)),
    (ask("yes_no"), "yes", True),
    (ask("yes_no"), False, False),
    (ask("choice", choices=CHOICES), "a", "a"),
    (ask("choices", choices=CHOICES), ["b", "a", "b"], ("b", "a")),
    (ask("languages"), ["en", "fr"], ("en", "fr")),
    (ask("languages"), ["sw", "tet"], ("sw", "tet")),
    (ask("text"), "  two\nlines ", Words({"": "two lines"})),
    (ask("long_text"), "two\r\nlines", Words({"": "two\nlines"})),
    (ask("text"), {"en": "a", "fr": "b"}, Words({"en": "a", "fr": "b"})),
    (ask("text"), "R&D <Ltd> 'x' \"y\"", Words({"": "R&D <Ltd> 'x' \"y\""})),
    (ask("text"), "NO", Words({"": "NO"})),
    (ask("body"), "Ministry of Health", Body({"": Name("Ministry of Health")})),
    (ask("party"), {"country": "ke"}, Party("government", "KE")),
    (ROWS, [{"name": "x", "cost": "KES 3"}, {"name": ""}], ({"name": Words({"": "x"}), "cost": Money(3, "KES")},)),
]


@each_row(("question", "raw", "wanted"), TAKEN)
def test_taken(question: Question, raw: Any, wanted: Any) -> None:
    assert read_value(question, raw) == wanted


REFUSED = [
    (ask("number"), "six", "“six” is not a number"),
    (ask("number"), "1,000", "two ways"),
    (ask("number"), True, "not a number"),
    (ask("number"), float("nan"), "not a number"),
    (ask("number"), float("inf"), "not a number"),
    (ask("number"), 2.5, "not a whole number"),
    (ask("number", least=1), 0, "below 1"),
    (ask("number", most=9), 10, "above 9"),
    (ask("date"), "2026-11", "not complete"),
    (ask("date"), "2026", "not complete"),
    (ask("date"), "25/11/2026", "not a date"),
    (ask("date"), "2026-02-30", "not a date"),
    (ask("money"), "250000", "not an amount of money"),
    (ask("money"), "XXQ 5", "no currency code"),
    (ask("money"), {"amount": "x", "currency": "USD"}, "not a number"),
    (ask("money"), {"amount": "USD 5", "currency": "EUR"}, "not a number"),
    (ask("money"), "USD 50.000", "two ways"),
    (ask("number"), "50,000", "two ways"),
    (ask("number"), "1 2345", "not a number"),
    (ask("yes_no"), "perhaps", "neither yes nor no"),
    (ask("choice", choices=CHOICES), "c", "Choose one of: a, b"),
    (ask("choices", choices=CHOICES, least=2), ["a"], "at least 2"),
    (ask("languages"), ["English"], "no language code"),
    (ask("languages"), ["en", "xx"], "“xx” is no language code"),
    (ask("languages"), ["und"], "no language code"),
    (ask("party"), {"country": "ZZ"}, "no country code"),
    (ask("text", most=5), "longer", "at most 5"),
    (ask("text", least=5), "x", "at least 5"),
    (ask("text"), ["a"], "this is no text"),
    (ask("party"), "Kenya", "this is no Party"),
    (ask("party"), {"country": "KE", "captain": "x"}, "no “captain”"),
    (ask("party"), {"country": "KE", "capacity": "king"}, "Choose one of"),
    (ask("party"), {"country": "KE", "capacity": "ministry"}, "needs the name of its body"),
    (ask("party"), {"country": "XA"}, "has no name"),
    (ask("party"), {"capacity": "government"}, "neither a country nor names"),
    (ROWS, [{"cost": "KES 3"}], "q[1].name: this column is empty"),
    (ROWS, [{"name": "x", "price": 3}], "no column “price”"),
    (ROWS, "x", "must be a list"),
]


@each_row(("question", "raw", "says"), REFUSED)
def test_refused(question: Question, raw: Any, says: str) -> None:
    with pytest.raises((Problem, Problems)) as caught:
        read_value(question, raw)
    assert says in str(caught.value)
    assert str(caught.value).startswith("q")


# ---- conditions and hidden questions ------------------------------------------------------------------------------
def condition(raw: Any) -> Any:
    return read_condition(raw, "here")


@each_row(
    ("raw", "answers", "wanted"),
    [
        ({"question": "a", "is": True}, {"a": True}, True),
        ({"question": "a", "is": True}, {}, False),
        ({"question": "a", "has": "x"}, {"a": ("x", "y")}, True),
        ({"question": "a", "answered": False}, {}, True),
        ({"question": "a", "at_least": 3}, {"a": 3}, True),
        ({"question": "a", "more_than": 2}, {"a": (1, 2)}, False),
        ({"question": "a", "at_most": 5}, {"a": Money(5, "USD")}, True),
        ({"all": [{"question": "a", "is": 1}, {"question": "b", "is": 2}]}, {"a": 1, "b": 3}, False),
        ({"any": [{"question": "a", "is": 1}, {"question": "b", "is": 2}]}, {"a": 1, "b": 3}, True),
        ({"not": {"question": "a", "is": 1}}, {"a": 1}, False),
    ],
)
def test_conditions(raw: Any, answers: dict[str, Any], wanted: bool) -> None:
    assert holds(condition(raw), answers) is wanted


@each_row("raw", [{}, {"question": "a"}, {"question": "a", "like": 1}, {"all": []}, "a", {"not": 3}])
def test_what_is_no_condition_is_told(raw: Any) -> None:
    with pytest.raises(Problem, match="here: this condition cannot be read"):
        condition(raw)


def chain() -> list[Question]:
    """A yes/no, B shown if A, C shown if B: C is hidden where A hides B (E4)."""
    return [
        Question(id="a", kind="yes_no", ask={"en": "A"}),
        Question(id="b", kind="yes_no", ask={"en": "B"}, condition=condition({"question": "a", "is": True})),
        Question(id="c", kind="text", ask={"en": "C"}, condition=condition({"question": "b", "is": True})),
    ]


def test_a_hidden_required_question_is_not_required() -> None:
    values = in_force(chain(), look(chain(), {"a": False}))
    assert missing(chain(), values) == []
    assert [question.id for question in asked_now(chain(), values)] == ["a"]


def test_a_hidden_answer_is_kept_and_not_used() -> None:
    reading = look(chain(), {"a": False, "b": True, "c": "words"})
    assert reading.values["c"] == Words({"": "words"})
    assert in_force(chain(), reading) == {"a": False}
    shown = look(chain(), {"a": True, "b": True, "c": "words"})
    assert set(in_force(chain(), shown)) == {"a", "b", "c"}


def test_a_shown_one_is_required() -> None:
    values = in_force(chain(), look(chain(), {"a": True, "b": True}))
    assert [question.id for question in missing(chain(), values)] == ["c"]


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(Problems) as caught:
        read(chain(), {"a": "perhaps", "b": 7, "bb": 1})
    assert [problem.where for problem in caught.value.problems] == ["bb", "a", "b"]


def test_a_default_counts_until_something_is_answered() -> None:
    question = [ask("number", default=60)]
    assert in_force(question, look(question, {})) == {"q": 60}
    assert in_force(question, look(question, {"q": 90})) == {"q": 90}
    optional = [ask("text", default="x", required=False)]
    assert in_force(optional, look(optional, {"q": ""})) == {}
