"""The command line: what it prints, what it writes, and the sentence and exit code where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.cli import drafting, libraries, listing
from ssc_drafter.cli.main import COMMANDS, main

MOU = "memorandum_of_understanding"
LICENCE = places.ROOT / "LICENSE"  # some text
SAMPLE = places.TEMPLATES / MOU / "samples" / "nursing_education.yaml"

LAW = """Data Protection Act

1. Short title
This Act may be cited as the Data Protection Act.

2. Transfer of personal data
(1) A data controller shall not transfer personal data outside the country without the approval of the Commissioner.
(2) Records shall be kept for not more than twelve months.

3. Offences
A person who contravenes section 2 commits an offence.
"""

DRAFT = """Agreement on health statistics between the Government of Aland and the Government of Beland

Article 1
Exchange of records
1. The Ministry shall transfer personal data of patients to the other Party on the first day of every month.
2. Records shall be kept for thirty-six months.

Article 2
Entry into force
This Agreement shall enter into force on signature.
"""


class Answer:
    """What a call left: exit code, standard output, standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> dict:
        return json.loads(self.out)


READ_ANEW = libraries.library_of


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Call the command line in an empty folder with a store of its own."""
    for module in (drafting, listing):
        monkeypatch.setattr(module, "library_of", lambda lang="": shelf.shipped())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSC_DRAFTER_DATA", str(tmp_path / "data"))

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Answer(int(end.value.code or 0), captured.out, captured.err)

    return run


def test_help_names_every_command(call) -> None:
    answer = call("--help")
    assert answer.code == 0
    assert all(name in answer.out for name in COMMANDS)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"compare"}])
def test_every_command_has_a_help_page(call, name: str) -> None:
    assert call(name, "--help").code == 0


@pytest.mark.parametrize("name", ["compare"])
def test_a_command_that_is_not_built_says_so(call, name: str) -> None:
    answer = call(name, "a.docx", "b.docx")
    assert (answer.code, answer.out) == (2, "")
    assert "not built yet" in answer.err


def test_kinds(call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "library_of", READ_ANEW)  # once as a person's call does it
    kinds = {kind["id"]: kind for kind in call("kinds", "--json").json["kinds"]}
    assert {MOU, "framework_agreement", "triangular_agreement"} <= set(kinds)
    for kind in kinds.values():
        assert set(kind) >= {"id", "title", "register", "languages", "questions", "samples"}
        assert len(kind["samples"]) >= 3
        assert all(Path(path).is_file() for path in kind["samples"])


def test_clauses_and_one_clause(call) -> None:
    rows = call("clauses", "--json").json["clauses"]
    assert len(rows) >= 45
    assert all(set(row) >= {"id", "family", "title", "version", "languages", "registers", "variants", "source"} for row in rows)
    family = rows[0]["family"]
    assert {row["family"] for row in call("clauses", "--family", family, "--json").json["clauses"]} == {family}
    assert call("clause", rows[0]["id"]).code == 0
    assert call("clause", rows[0]["id"], "--json").json["id"] == rows[0]["id"]


def test_questions_as_json_as_template_and_as_sample(call, tmp_path: Path) -> None:
    document = call("questions", MOU, "--lang", "fr", "--json").json
    assert (document["kind"], document["lang"]) == (MOU, "fr")
    assert all(question["label"] for group in document["groups"] for question in group["questions"])
    template = call("questions", MOU, "--template").out
    (tmp_path / "t.yaml").write_text(template, "utf-8")
    assert call("draft", MOU, "--answers", "t.yaml", "--blanks", "-o", "t.json").code == 0
    assert call("questions", MOU, "--sample", SAMPLE.stem).out == SAMPLE.read_text("utf-8")


@pytest.mark.slow
def test_a_draft_is_rendered_the_same_from_its_tree_and_from_its_answers(call, tmp_path: Path) -> None:
    assert call("draft", MOU, "--answers", SAMPLE, "--lang", "fr", "-o", "a.json").code == 0
    written = call("render", "a.json", "--to", "docx,html,md,akn,json", "-o", "out", "--json").json["written"]
    assert [Path(one["path"]).suffix for one in written] == [".docx", ".html", ".md", ".xml", ".json"]
    again = call("render", SAMPLE, "--lang", "fr", "--to", "docx,html,md,akn,json", "-o", "again", "--json").json["written"]
    assert [one["sha256"] for one in written] == [one["sha256"] for one in again]
    assert call("render", "a.json", "--to", "json", "-o", "final", "--final").code == 0
    assert (tmp_path / "final" / "a.json").read_bytes() == (tmp_path / "a.json").read_bytes()


def test_a_text_is_a_draft_until_it_is_asked_for_as_final(call, tmp_path: Path) -> None:
    assert call("render", SAMPLE, "--to", "json,md", "-o", "draft").code == 0
    assert "Draft · Not an agreed text" in (tmp_path / "draft" / f"{SAMPLE.stem}.md").read_text("utf-8")
    dated = "date: 2026-11-25\n" + SAMPLE.read_text("utf-8")
    (tmp_path / "dated.yaml").write_text(dated, "utf-8")
    assert call("render", "dated.yaml", "--lang", "fr", "--to", "json,md", "-o", "draft").code == 0
    assert "Projet du 25 novembre 2026" in (tmp_path / "draft" / "dated.md").read_text("utf-8")
    again = call("render", "draft/dated.json", "--to", "json", "-o", "again", "--json").json["written"]
    assert (tmp_path / "again" / "dated.json").read_bytes() == (tmp_path / "draft" / "dated.json").read_bytes()
    assert [one["format"] for one in again] == ["json"]
    assert call("render", "draft/dated.json", "--to", "json,md", "-o", "final", "--final").code == 0
    assert "Projet du" not in (tmp_path / "final" / "dated.md").read_text("utf-8")
    assert "draft_mark" not in (tmp_path / "final" / "dated.json").read_text("utf-8")


def test_a_draft_whose_tree_bears_a_mark_keeps_it(call, tmp_path: Path) -> None:
    assert call("draft", MOU, "--answers", SAMPLE, "-o", "a.json").code == 0
    tree = json.loads((tmp_path / "a.json").read_text("utf-8"))
    tree["agreement"]["draft_mark"] = "Draft 7, 24 November 2026"
    (tmp_path / "a.json").write_text(json.dumps(tree), "utf-8")
    assert call("render", "a.json", "--to", "md", "-o", "out").code == 0
    assert "Draft 7, 24 November 2026 · Not an agreed text" in (tmp_path / "out" / "a.md").read_text("utf-8")


def test_an_answers_file_is_named_as_it_was_given(call, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "answers.yaml").write_text("- no table\n", "utf-8")
    for path in ("/dev/null", "desk/answers.yaml"):
        answer = call("draft", MOU, "--answers", path, "-o", "x.json")
        assert (answer.code, f"{path}: this is no answers file" in answer.err) == (2, True)


def test_a_missing_answer_is_named_and_nothing_is_written(call, tmp_path: Path) -> None:
    (tmp_path / "few.yaml").write_text(f"kind: {MOU}\nlang: en\n", "utf-8")
    answer = call("draft", MOU, "--answers", "few.yaml", "-o", "few.json")
    assert answer.code == 2
    assert "parties" in answer.err
    assert "subject" in answer.err
    assert not (tmp_path / "few.json").exists()


def test_final_refuses_blanks_with_the_list(call, tmp_path: Path) -> None:
    (tmp_path / "few.yaml").write_text(f"kind: {MOU}\nlang: en\n", "utf-8")
    assert call("draft", MOU, "--answers", "few.yaml", "--blanks", "-o", "few.json").code == 0
    answer = call("render", "few.json", "--to", "docx", "-o", "out", "--final")
    assert answer.code == 2
    assert "not final" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_import_gives_the_document_of_the_interface(call, tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_text(LAW, "utf-8")
    document = call("import", "act.txt", "--as", "policy", "--json").json
    assert document["format"] == "ssc-drafter/import/1"
    assert [one["number"] for one in document["provisions"]] == ["1", "2", "3"]
    start, end = document["provisions"][1]["start"], document["provisions"][1]["end"]
    assert "without the approval of the Commissioner" in document["text"][start:end]
    assert call("import", "act.txt", "-o", "act.json").code == 0
    assert json.loads((tmp_path / "act.json").read_text("utf-8"))["lang"] == "en"


def test_policies_are_kept_listed_shown_and_removed(call, tmp_path: Path) -> None:
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "act.txt").write_text(LAW, "utf-8")
    (tmp_path / "laws" / "empty.txt").write_text("", "utf-8")
    answer = call("policies", "add", "laws", "--country", "xa", "--json").json
    assert [one["file"] for one in answer["refused"]] == ["empty.txt"]
    (added,) = answer["added"]
    assert added["provisions"] == 3
    assert [one["country"] for one in call("policies", "list", "--json").json["policies"]] == ["XA"]
    assert "twelve months" in call("policies", "show", added["id"], "2").out
    assert call("policies", "show", added["id"], "44").code == 2
    assert call("policies", "remove", added["id"]).code == 0
    assert call("policies", "list", "--json").json["policies"] == []


def test_a_part_of_a_provision_is_shown_by_the_number_that_one_cites(call, tmp_path: Path) -> None:
    law = "FEES ACT\n\n1. Title\nThis is the Fees Act.\n\n2. Fees\n(1) A fee is due.\n(2) The form states-\n(a) the name;\n(b) the sum.\n"
    (tmp_path / "fees.txt").write_text(law, "utf-8")
    (added,) = call("policies", "add", "fees.txt", "--country", "xa", "--json").json["added"]
    assert call("policies", "show", added["id"], "2(2)(b)").out.strip() == "(b) the sum."
    (row,) = call("policies", "show", added["id"], "2 (1)", "--json").json["provisions"]
    assert (row["number"], row["address"], row["text"].strip()) == ("2(1)", "art_2__para_1", "(1) A fee is due.")
    assert call("policies", "show", added["id"], "2(7)").code == 2


def test_two_laws_of_one_file_name_are_both_kept_and_said(call, tmp_path: Path) -> None:
    for folder, text in (("a", LAW), ("b", LAW.replace("Data Protection", "Customs"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "act.txt").write_text(text, "utf-8")
    first, second = call("policies", "add", "a", "b", "--country", "XA", "--json").json["added"]
    assert first["id"] != second["id"]
    assert (first["replaced"], second["replaced"]) == (False, False)
    assert first["id"] in second["warnings"][-1]["what"]
    (tmp_path / "a" / "act.txt").write_text(LAW.replace("twelve", "ten"), "utf-8")
    again = call("policies", "add", "a", "--country", "XA")
    assert again.code == 0
    assert "was put in the place" in again.err
    assert len(call("policies", "list", "--json").json["policies"]) == 2


@pytest.mark.slow
def test_check_quotes_both_sides_exactly(call, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "XA").mkdir()
    (tmp_path / "XA" / "act.txt").write_text(LAW, "utf-8")
    answer = call("check", "draft.txt", "--country", "xa", "--policies", "XA", "--candidates", "c.jsonl", "--fits", "--json")
    report = answer.json
    assert report["format"] == "ssc-drafter/findings/1"
    assert [one["file"] for one in report["read"]] == ["act.txt"]
    draft, law = DRAFT, LAW
    for finding in [*report["findings"], *report["look"]]:
        assert draft[finding["clause"]["start"] : finding["clause"]["end"]] == finding["clause"]["quote"]
        assert law[finding["policy"]["start"] : finding["policy"]["end"]] == finding["policy"]["quote"]
    assert {finding["policy"]["number"].split("(")[0] for finding in report["findings"] + report["look"]} >= {"2"}
    assert answer.code == int(any(one["severity"] == "high" for one in report["findings"]))
    rows = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]
    assert {row["number"] for row in rows} >= {"1(1)", "1(2)", "2"}


def test_clauses_that_no_provision_came_near_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    from ssc_drafter.cli.checking import _show_far

    _show_far(["2", "3(1)", "", "2"])
    assert capsys.readouterr().out.strip().endswith("no sign that they fit: 2, 3(1)")
    _show_far([])
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_evaluate_scores_labelled_pairs_and_predicts_unlabelled_ones(call, tmp_path: Path) -> None:
    pair = {"id": "a", "state": "XA", "clause_lang": "en", "provision_lang": "en", "clause": "Records shall be kept for three years.",
            "provision": "Records shall be kept for not more than twelve months.", "instrument": "Act", "provision_number": "2"}  # fmt: skip
    (tmp_path / "one.jsonl").write_text(json.dumps(pair) + "\n", "utf-8")
    assert call("evaluate", "one.jsonl", "--predictions", "p.jsonl").code == 0
    (row,) = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text("utf-8").splitlines()]
    assert set(row) == {"id", "verdict", "type", "confidence", "clause_span", "provision_span", "reason"}
    labelled = {**pair, "verdict": "conflict", "type": "limit", "twin": None}
    (tmp_path / "two.jsonl").write_text(json.dumps(labelled) + "\n", "utf-8")
    assert call("evaluate", "two.jsonl", "--predictions", "q.jsonl", "--json").json["n"] == 1


@pytest.mark.slow
def test_accounts_and_a_backup_that_is_restored(call, tmp_path: Path) -> None:
    assert "/begin/" in call("user", "add", "desk one", "--role", "drafter").out
    assert [one["name"] for one in call("user", "list", "--json").json["users"]] == ["desk one"]
    assert call("user", "disable", "desk one").code == 0
    number, _, kept = call("backup", "store.bak").out.strip().partition(":")
    assert number.isdigit()
    assert len(kept) == 64
    assert call("user", "add", "desk two").code == 0
    assert "is kept in the same folder" in call("restore", "store.bak").err
    new = call("restore", "store.bak", "--data", tmp_path / "new").err
    assert "Restored from store.bak." in new
    assert "kept" not in new
    assert [one["name"] for one in call("user", "list", "--json").json["users"]] == ["desk one"]


@pytest.mark.slow
def test_library_check_takes_the_folders_of_an_office(call, tmp_path: Path) -> None:
    clause = tmp_path / "office" / "clauses" / "final" / "notices"
    clause.mkdir(parents=True)
    (clause / "clause.toml").write_text("title = {", "utf-8")
    answer = call("library", "check", "office", "--json")
    assert answer.code == 1
    (problem,) = answer.json["problems"]
    assert problem.startswith("office/clauses/final/notices/clause.toml: this file cannot be read")


BAD = {
    "unknown kind": ("draft", "treaty", "--answers", SAMPLE, "-o", "x.json"),
    "unknown language": ("draft", MOU, "--answers", SAMPLE, "--lang", "xx", "-o", "x.json"),
    "unknown sample": ("questions", MOU, "--sample", "nothing"),
    "unknown clause": ("clause", "no/such"),
    "unknown family": ("clauses", "--family", "nothing"),
    "unknown format": ("render", SAMPLE, "--to", "rtf", "-o", "out"),
    "no such file": ("render", "nothing.json", "--to", "md", "-o", "out"),
    "no such draft": ("check", "nothing.docx", "--country", "XA", "--policies", "."),
    "no such policies": ("check", LICENCE, "--policies", "nowhere"),
    "no such list": ("check", LICENCE, "--policies", "@nowhere"),
    "bad country": ("check", LICENCE, "--country", "Kenya"),
    "no store yet": ("backup", "x.bak"),
    "no such backup": ("restore", "nothing.bak"),
    "no pairs": ("evaluate", "nothing.jsonl"),
    "import of nothing": ("import", "nothing.docx"),
    "demo on the network": ("serve", "--demo", "--host", "0.0.0.0"),
    "no such option": ("kinds", "--colour"),
    "no such command": ("paint",),
}


@pytest.mark.parametrize("arguments", BAD.values(), ids=BAD)
def test_what_cannot_be_used_gets_a_sentence_and_exit_code_2(call, tmp_path: Path, arguments: tuple[object, ...]) -> None:
    before = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    answer = call(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert len(answer.err.strip()) > 20
    assert {path for path in tmp_path.rglob("*") if "data" not in path.parts} == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.docx", b""),
        ("not.docx", b"hello, this is no Word file"),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("noise.odt", bytes(range(256)) * 8),
        ("bad.xml", b"<akomaNtoso><act>"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_name(call, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    answer = call("import", name, "-o", "out.json")
    assert answer.code == 2
    assert name in answer.err
    assert not (tmp_path / "out.json").exists()


def test_a_tree_of_another_format_is_refused(call, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"format": "ssc-drafter/agreement/99", "agreement": {}}', "utf-8")
    answer = call("render", "x.json", "--to", "md", "-o", "out")
    assert answer.code == 2
    assert "agreement/99" in answer.err


def test_an_answer_is_printed_as_it_was_typed(call, tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    attack = "{{ 7*7 }} {% for x in y %} ## Article 9"
    lines = [f'subject: "{attack}"' if line.startswith("subject:") else line for line in text.splitlines()]
    (tmp_path / "a.yaml").write_text("\n".join(lines), "utf-8")
    assert call("render", "a.yaml", "--to", "md,html", "-o", "out").code == 0
    assert "7*7" in (tmp_path / "out" / "a.html").read_text("utf-8")
    assert "49" not in (tmp_path / "out" / "a.md").read_text("utf-8").split("\n\n")[0]
