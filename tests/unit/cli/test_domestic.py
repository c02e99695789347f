"""`ssc-drafter steps` as an officer or a script calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ssc_drafter import places
from ssc_drafter.cli.main import main
from ssc_drafter.tree.codec import to_json
from ssc_drafter.tree.nodes import Agreement, Article, Paragraph, Party, Provenance, Text, TitleLine

SAMPLE = places.TEMPLATES / "technical_cooperation_agreement" / "samples" / "irrigation_experts.yaml"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(end.value.code or 0), out, err

    return run


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree of ours between Kenya and Chile, with an article on money."""
    by = Provenance("finance/contributions", "2026-11-25", "transfer")
    article = Article(
        "contributions", (Text("Contributions"),), (Paragraph((Text("Each pays."),), provenance=by),), provenance=by
    )
    parties = (
        Party("the Government of Kenya", "Kenya", "government", "KE"),
        Party("the Government of Chile", "Chile", "government", "CL"),
    )
    title = (TitleLine((Text("Agreement"),)),)
    path = tmp_path / "draft.json"
    path.write_bytes(to_json(Agreement("framework_agreement", "en", "binding", title, parties, None, (article,))))
    return path


def test_the_steps_of_the_parties_of_a_tree(call, tree: Path) -> None:
    code, out, _ = call("steps", tree, "--json")
    document = json.loads(out)
    assert code == 0
    assert [one["state"] for one in document["checklists"]] == ["Kenya", "Chile"]
    assembly = [row for row in document["checklists"][0]["steps"] if row["basis"] == "Act 45 of 2012, ss. 3, 8-9"]
    assert [(row["standing"], row["why"]) for row in assembly] == [("applies", ["money is committed: 1 Contributions"])]


def test_another_state_in_french(call, tree: Path) -> None:
    code, out, _ = call("steps", tree, "--country", "sn", "--ui", "fr")
    assert code == 0
    assert "Sénégal" in out
    assert "des fonds sont engagés : 1 Contributions" in out


@pytest.mark.parametrize(
    ("ui", "state", "why"),
    [("es", "Senegal", "se comprometen fondos: 1 Contributions"), ("pt", "Senegal", "comprometem-se fundos: 1 Contributions")],
)
def test_another_state_in_spanish_and_portuguese(call, tree: Path, ui: str, state: str, why: str) -> None:
    code, out, _ = call("steps", tree, "--country", "sn", "--ui", ui)
    assert code == 0
    assert state in out and why in out


@pytest.mark.slow
def test_an_answers_file_names_the_answers(call) -> None:
    code, out, _ = call("steps", SAMPLE, "--country", "ZA")
    assert code == 0
    assert "answer: Does money change hands" in out
    assert "the exception falls away" in out


def test_a_checklist_is_written_as_word(call, tree: Path, tmp_path: Path) -> None:
    code, _, _ = call("steps", tree, "-o", tmp_path / "steps.docx")
    assert code == 0
    assert (tmp_path / "steps.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("wrong", [["--touches", "moon"], ["-o", "steps.xyz"]])
def test_what_cannot_be_used_is_refused_with_a_sentence(call, tree: Path, wrong: list[str]) -> None:
    code, _, err = call("steps", tree, *wrong)
    assert code == 2
    assert err.strip()


def test_a_draft_without_states_wants_one_named(call, tree: Path, tmp_path: Path) -> None:
    from ssc_drafter.tree.codec import from_json

    nobody = tmp_path / "nobody.json"
    bare = from_json(tree.read_bytes(), "draft")
    nobody.write_bytes(to_json(Agreement(bare.kind, "en", "binding", bare.title, (), None, bare.articles)))
    code, _, err = call("steps", nobody)
    assert code == 2
    assert "--country" in err


@pytest.mark.slow
def test_papers_are_written_from_answers(call, tmp_path: Path) -> None:
    code, out, _ = call("papers", SAMPLE, "-o", tmp_path, "--paper", "full_powers", "--lang", "es", "--country", "XD", "--json")
    assert code == 0
    written = json.loads(out)["written"]
    assert [(one["paper"], one["lang"], Path(one["path"]).read_bytes()[:2]) for one in written] == [
        ("full_powers", "es", b"PK")
    ]


def test_papers_of_a_tree_are_refused(call, tree: Path, tmp_path: Path) -> None:
    code, _, err = call("papers", tree, "-o", tmp_path)
    assert code == 2
    assert "answers file" in err
