"""`norms` and `policies norms`: what is read in a sentence and in a provision, as rows and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from ssc_drafter.cli.main import main

LAW = """Bees Act

1. Title
This is the Bees Act.

2. Permits
(1) No person shall import bees without a permit of the Director.
(2) The Minister may by order fix a fee of not more than 5 % of the price of the bees.
"""


class Answer(Struct):
    """What a call ended with and printed."""

    code: int
    out: str

    @property
    def json(self) -> Any:
        """What was printed, as JSON."""
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Call the command line in an empty folder with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSC_DRAFTER_DATA", str(tmp_path / "data"))

    def run(*arguments: str) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        return Answer(int(end.value.code or 0), capsys.readouterr().out)

    return run


def test_the_norms_of_a_sentence_are_shown(call: Call) -> None:
    shown = call("norms", "--lang", "pt", "Ninguém poderá importar abelhas sem licença do Diretor.").out
    assert "prohibition" in shown
    assert "Ninguém" in shown
    assert "licença" in shown
    (norm,) = call("norms", "No person shall import bees.", "--json").json["norms"]
    assert (norm["modality"], norm["bearer"]["kind"], norm["effect"]["text"]) == ("prohibition", "nobody", "import")
    assert (norm["bearer"]["start"], norm["bearer"]["end"]) == (0, 9)


def test_a_sentence_of_a_policy_sets_an_aim_and_a_law_does_not(call: Call) -> None:
    text = "Increase the share of electricity from dams to 30 % by 2030."
    (norm,) = call("norms", "--policy", text, "--json").json["norms"]
    assert (norm["modality"], norm["bearer"]["kind"]) == ("commitment", "policy")
    assert [one["called"] for one in norm["subjects"]] == [one["called"] for one in norm["subjects"] if one["class"]]
    shown = call("norms", "--policy", text).out
    assert "at least 30 %" in shown
    assert "by 2030" in shown
    assert call("norms", text, "--json").json["norms"] == []


PLAN = """National Water Plan 2024-2030

1. Access
Reduce the losses of drinking water from 40 % to 15 % by 2030, subject to the availability of funds.

2. Schools
Connect 200 schools by 2027.
Responsible: Ministry of Education
"""


def test_the_aims_of_a_policy_in_the_store(call: Call, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (added,) = call("policies", "add", "plan.txt", "--country", "xa", "--json").json["added"]
    (whole,) = call("policies", "norms", added["id"], "1", "--json").json["provisions"]
    (norm,) = whole["norms"]
    amount = next(one for one in norm["quantities"] if one["scale"] == "percent")
    assert (norm["modality"], amount["compare"], amount["value"]) == ("commitment", "most", 15)
    assert (amount["base"]["text"], len(norm["conditions"])) == ("from 40 %", 1)
    assert whole["text"][amount["start"] : amount["end"]] == "15 %"
    shown = call("policies", "norms", added["id"], "2").out
    assert "Ministry of Education" in shown
    assert "school" in shown


def test_a_sentence_without_norms_says_so(call: Call) -> None:
    assert "No norm" in call("norms", "The lake lies in the north.").out
    assert call("norms", "The lake lies in the north.", "--json").json["norms"] == []
    assert call("norms", "Text", "--lang", "de").code == 2


def test_the_norms_of_a_provision_and_of_a_part_of_one(call: Call, tmp_path: Path) -> None:
    (tmp_path / "bees.txt").write_text(LAW, "utf-8")
    (added,) = call("policies", "add", "bees.txt", "--country", "xa", "--json").json["added"]
    (whole,) = call("policies", "norms", added["id"], "2", "--json").json["provisions"]
    assert [one["modality"] for one in whole["norms"]] == ["prohibition", "power"]
    (quantity,) = whole["norms"][1]["quantities"]
    assert (quantity["value"], quantity["compare"], quantity["base"]["text"]) == (5, "most", "of the price of the bees")
    assert whole["text"][quantity["start"] : quantity["end"]] == quantity["text"]
    assert "at most 5 %" in call("policies", "norms", added["id"], "2(2)").out
    assert call("policies", "norms", added["id"], "9").code == 2
    assert call("policies", "norms", "none", "2").code == 2


def test_a_point_is_read_with_the_words_that_it_goes_on_from(call: Call, tmp_path: Path) -> None:
    lead = "\n3. Trade\nNo person shall\u2014\n(a) sell bees; or\n(b) export honey."
    (tmp_path / "bees.txt").write_text(LAW + lead, "utf-8")
    (added,) = call("policies", "add", "bees.txt", "--country", "xa", "--json").json["added"]
    (part,) = call("policies", "norms", added["id"], "3(b)", "--json").json["provisions"]
    (norm,) = part["norms"]
    assert (norm["modality"], norm["bearer"]["kind"], norm["effect"]["text"]) == ("prohibition", "nobody", "export")
    assert part["text"][norm["effect"]["start"] : norm["effect"]["end"]] == "export"
