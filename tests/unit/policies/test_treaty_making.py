"""How States come to be bound: every file can be read and shown, says how sure each line is, and never that a step may be left out."""

from __future__ import annotations

import re
import tomllib

from rowwise import each_row

from ssc_drafter.policies.treaty_making import FOLDER, common, countries, state, triggers
from ssc_drafter.words import sentences

# The States of the domain sheet's table of treaty-making rules.
STATES = """KE GH NG ZA UG TZ RW ET ZM ZW MW NA BW MU LS SZ SL GM SN CI CM BJ BF TG MG NE GA CG ML MR MA DZ TN EG AO MZ CV TL ST GW
BR AR CL CO PE EC VE BO PY UY MX CR GT HN SV PA DO CU IN BD PK NP BT LK MV FJ ID PH TH VN KH LA MY PG"""
WORDS = re.compile(
    r"no (parliamentary |further |prior )?(approval|ratification|consent|step)|approval (is )?not (needed|required|necessary)"
    r"|without (the )?(approval|ratification)|need(s)? no |(not|never) (need|require)|exempt from (approval|ratification)|not necessary"
    r"|aucune (approbation|ratification|autorisation)|sans (approbation|ratification|autorisation)"
    r"|n’exige(nt)? (pas|aucun)|pas (besoin|nécessaire|requis)|ninguna (aprobación|ratificación)"
    r"|sin (aprobación|ratificación)|no (se )?(requiere|necesita|hace falta)"
    r"|nenhuma (aprovação|ratificação)|sem (aprovação|ratificação)|não (é )?(exig|necess|precis)",
    re.IGNORECASE,
)


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]


def test_every_state_of_the_table_has_a_file() -> None:
    assert set(STATES.split()) <= set(countries())


@each_row("country", countries())
def test_a_file_can_be_read_and_shown(country: str) -> None:
    found = state(country)
    assert found is not None
    assert found.country == country
    assert found.basis
    assert found.step
    assert found.warning or not found.transition
    for rule in found.step:
        assert rule.who
        assert rule.basis
        assert set(rule.when) <= set(triggers())
        for lang in ("en", "fr", "es", "pt"):
            keys = (f"stage_{rule.stage}", f"act_{rule.act}", *(f"who_{one}" for one in rule.who))
            assert all(f"steps.{key}" in sentences(lang) for key in keys), (country, lang, rule)


@each_row("country", ["_common", *(one.lower() for one in countries())])
def test_every_note_source_and_warning_is_in_four_languages(country: str) -> None:
    raw = tomllib.loads((FOLDER / f"{country}.toml").read_text("utf-8"))
    rows = [raw, *raw.get("basis", []), *raw["step"]]
    told = [row[part] for row in rows for part in ("note", "source", "warning") if part in row]
    assert [one for one in told if set(one) != {"en", "fr", "es", "pt"}] == []


@each_row("country", ["_common", *(one.lower() for one in countries())])
def test_no_file_says_that_a_step_may_be_left_out(country: str) -> None:
    raw = tomllib.loads((FOLDER / f"{country}.toml").read_text("utf-8"))
    assert [text for text in texts(raw) if WORDS.search(text)] == []


@each_row("lang", ["en", "fr", "es", "pt"])
def test_no_sentence_of_ours_says_that_a_step_may_be_left_out(lang: str) -> None:
    ours = {key: text for key, text in sentences(lang).items() if key.startswith("steps.")}
    assert ours
    assert [text for text in ours.values() if WORDS.search(text)] == []


@each_row(
    ("text", "said"),
    [
        ("No approval needed.", True),
        ("The agreement needs no ratification.", True),
        ("Aucune approbation n’est nécessaire.", True),
        ("No requiere aprobación.", True),
        ("Confirm with the ministry.", False),
    ],
)
def test_the_words_that_are_looked_for(text: str, said: bool) -> None:
    assert bool(WORDS.search(text)) is said


def test_every_trigger_has_words_and_every_stage_a_default() -> None:
    for lang in ("en", "fr", "es", "pt"):
        assert all(f"steps.trigger_{name}" in sentences(lang) for name in triggers())
    assert {one.stage for one in common().step} == set(common().stages)


def test_clauses_of_triggers_stand_in_the_library() -> None:
    from ssc_drafter import places

    for name, trigger in triggers().items():
        for one in trigger.clauses:
            clause, _, variant = one.partition(":")
            raw = tomllib.loads((places.CLAUSES / clause / "clause.toml").read_text("utf-8"))
            assert not variant or variant in raw["variants"], (name, one)


@each_row("country", ["TG", "ML", "NE", "GA", "BF", "MG", "GW"])
def test_a_constitution_that_was_replaced_is_said_to_be(country: str) -> None:
    found = state(country)
    assert found is not None
    assert found.transition
    assert not any(one.status == "read" and one.act.startswith("approves") for one in found.step) or country == "BF"
