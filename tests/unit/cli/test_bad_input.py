"""What a person gives by mistake: the sentence that says what it is, where, and what to do; never a guess, never silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ssc_drafter import places
from ssc_drafter.cli.main import main
from ssc_drafter.words import LANGUAGES, say

MOU = "memorandum_of_understanding"
SAMPLE = places.TEMPLATES / MOU / "samples" / "nursing_education.yaml"
LAW = (
    "Records Act\n\n1. Short title\nThis Act may be cited as the Records Act.\n\n2. Period\nRecords shall be kept for a year.\n"
)
DRAFT = "Agreement on records\n\nArticle 1\nPeriod\nRecords shall be kept for two years.\n"
ANSWERS = f"# two ministries\nlang: en\nkind: {MOU}\nsubject: Records\n"
PAIR = {"id": "a", "state": "XA", "clause_lang": "en", "provision_lang": "en", "clause": "c.", "provision": "p.", "instrument": "Act",
        "provision_number": "2"}  # fmt: skip
FILES = {
    "laws/KE/act.txt": LAW,
    "draft.txt": DRAFT,
    "fa.yaml": ANSWERS,
    "fa.txt": ANSWERS.replace("lang: en\n", ""),
    "fa.json": json.dumps({"kind": MOU, "lang": "en"}),
    "fa.docx": "PK\x03\x04",
    "nine.json": '{"format": "ssc-drafter/agreement/9", "agreement": {}}',
    "more.json": '{"format": "ssc-drafter/agreement/1", "agreement": {}, "mode": "fast"}',
    "number.jsonl": f"{json.dumps(PAIR)}\n{json.dumps({**PAIR, 'clause': 5})}\n",
    "list.jsonl": json.dumps({**PAIR, "instrument": ["Act"]}),
    "none.jsonl": json.dumps({**PAIR, "provision": None}),
}
TO_MD = ("--to", "md", "-o", "out")
REFUSED = [
    (("policies", "add", "laws", "--country", "QQQ"), ("QQQ is not the two-letter code of a State", "XA to XZ")),
    (("policies", "add", "laws/KE", "--country", "zz"), ("zz is not the two-letter code of a State",)),
    (("check", "draft.txt", "--country", "ZZ", "--policies", "laws"), ("ZZ is not the two-letter code of a State",)),
    (("steps", SAMPLE, "--country", "QQQ"), ("QQQ is not the two-letter code of a State",)),
    (("check", "fa.yaml", "--policies", "laws"), ("fa.yaml: this is an answers file", "Draft it first with `ssc-drafter draft")),
    (("lint", "fa.yaml"), ("fa.yaml: this is an answers file", "Draft it first")),
    (("lint", "fa.txt"), ("fa.txt: this is an answers file",)),
    (("lint", "fa.json"), ("fa.json: this is an answers file",)),
    (("lint", "draft.txt", "--parent", "fa.yaml"), ("fa.yaml: this is an answers file",)),
    (("concord", "draft.txt", "fa.yaml"), ("fa.yaml: this is an answers file",)),
    (("import", "fa.yaml"), ("fa.yaml: this is an answers file",)),
    (("render", "fa.docx", *TO_MD), ("fa.docx: this is neither a tree nor an answers file", "`ssc-drafter import`")),
    (("import", "nine.json"), ("nine.json: the file's format is ssc-drafter/agreement/9, and this version reads",)),
    (("render", "nine.json", *TO_MD), ("nine.json: the file's format is ssc-drafter/agreement/9, and this version reads",)),
    (("render", "more.json", *TO_MD), ("more.json: the file has fields that a tree does not have: mode",)),
    (("import", "more.json"), ("more.json: the file has fields that a tree does not have: mode",)),
    (("library", "check", "nope"), ("nope: there is no library in this folder",)),
    (("library", "check", "laws"), ("laws: there is no library in this folder",)),
    (("check", "draft.txt", "--policies", "@nope"), ("nope: there is no such file",)),
    (("evaluate", "number.jsonl"), ("number.jsonl:2: “clause” is 5, and a text is wanted",)),
    (("evaluate", "list.jsonl"), ("list.jsonl:1: “instrument” is [\"Act\"]",)),
    (("evaluate", "none.jsonl"), ("none.jsonl:1: “provision” is null",)),
]  # fmt: skip


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the files of a person who mistakes them for one another."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSC_DRAFTER_DATA", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize(("arguments", "says"), REFUSED, ids=[" ".join(map(str, one[:2])) for one, _ in REFUSED])
def test_what_was_mistaken_is_named_with_what_to_do(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...], says: tuple[str, ...]
) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert [words for words in says if words not in err] == [], err
    assert "Errno" not in err
    assert not (desk / "out").exists()


def test_a_fictional_state_and_one_in_small_letters_are_taken(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for given in ("xo", "KE"):
        assert call(capsys, "policies", "add", "laws", "--country", given)[0] == 0
    kept = json.loads(call(capsys, "policies", "list", "--json")[1])["policies"]
    assert {one["country"] for one in kept} == {"XO", "KE"}


@pytest.mark.slow
def test_a_mistyped_answer_is_told_once_and_not_as_missing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = SAMPLE.read_text("utf-8").replace("capacity: ", "capacity: go", 1) + "\n"
    (desk / "wrong.yaml").write_text(wrong, "utf-8")
    code, _, err = call(capsys, "draft", MOU, "--answers", "wrong.yaml", "-o", "out/x.json")
    assert code == 2
    assert "parties[1].capacity" in err
    assert not [line for line in err.splitlines() if line.startswith("parties: ")], err


@pytest.mark.slow
def test_a_language_without_verdicts_is_named_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{**PAIR, "clause_lang": "de"}, {**PAIR, "clause_lang": "de", "provision_lang": "sw"}]
    (desk / "de.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    code, _, err = call(capsys, "evaluate", "de.jsonl")
    assert code == 0
    assert [err.count(f"for the language {code}") for code in ("de", "sw", "en")] == [1, 1, 0]


def test_a_note_without_a_place_has_no_empty_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    from ssc_drafter.cli.output import warn

    warn("it is short", "")
    warn("it is long", "act.txt")
    assert capsys.readouterr().err.splitlines() == ["Note: it is short", "Note (act.txt): it is long"]


@pytest.mark.parametrize(
    ("sentence", "values", "begins"),
    [
        (
            "reading.found",
            {"count": 1, "clauses": 1, "provisions": 1, "read": 1},
            {"en": "Findings: 1.", "fr": "Constats : 1.", "es": "Constataciones: 1.", "pt": "Constatações: 1."},
        ),
        (
            "reading.precision",
            {"answered": 1, "right": 1},
            {"en": "Findings answered: 1;", "fr": "Constats avec réponse : 1 ;", "es": "Constataciones con respuesta: 1;"},
        ),
        ("amend.done", {"count": 1}, {"en": "Changes: 1.", "fr": "Modifications : 1.", "es": "Cambios: 1."}),
    ],
)
def test_a_count_of_one_reads_as_well_as_one_of_many(sentence: str, values: dict[str, object], begins: dict[str, str]) -> None:
    spoken = [lang for lang in LANGUAGES if lang in begins]
    assert [lang for lang in spoken if not say(sentence, lang, **values).startswith(begins[lang])] == []


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("", "there is no such file"),
        ("xx", "there is no such file"),
        ("es", "no existe ese archivo"),
        ("fr", "ce fichier n'existe pas"),
    ],
)
def test_the_language_of_messages_may_be_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, wish: str, said: str
) -> None:
    monkeypatch.setenv("SSC_DRAFTER_LANG", wish)
    assert said in call(capsys, "lint", "nothing.txt")[2]


@pytest.mark.parametrize("command", ["questions", "draft", "clauses"])
def test_the_help_names_all_languages_of_the_library(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert "en, fr, es, pt" in " ".join(call(capsys, command, "--help")[1].split())
