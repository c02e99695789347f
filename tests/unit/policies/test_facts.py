"""The facts of a law as its sidecar or its file states them."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.policies.facts import Facts, facts_of


@each_row(
    ("stated", "code"),
    [
        ("KE", "KE"),
        ("ke", "KE"),
        ("za-cpt", "ZA"),
        ("XO", "XO"),
        ("KEN", "KE"),
        ("CHL", "CL"),
        ("Niger", "NE"),
        ("Austria", "AT"),
        ("Côte d’Ivoire", "CI"),
        ("Moçambique", "MZ"),
    ],
)
def test_a_state_is_named_by_its_code_or_its_name(stated: str, code: str) -> None:
    found = facts_of({"country": stated}, Facts())
    assert (found.country, found.warnings) == (code, ())


@each_row("stated", ["../", "12", "Tavaria", "QQQ", "K"])
def test_what_is_no_state_is_said_and_never_taken_for_one(stated: str) -> None:
    found = facts_of({"country": stated}, Facts(country="KE"))
    assert found.country == "KE"
    assert [stated in warning.what for warning in found.warnings] == [True]
