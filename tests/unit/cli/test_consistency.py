"""`ssc-drafter lint` and `ssc-drafter concord` as an officer or a script calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import shelf

from ssc_drafter.cli.main import main
from ssc_drafter.tree.codec import to_json

CLEAN = """Agreement on Water between the Government of Orvane and the Government of Dalmira

The Government of Orvane and the Government of Dalmira (hereinafter referred to as the “Parties”, each a “Party”),
Have agreed as follows:

Article 1
The Parties shall cooperate in the field of water, and shall meet once a year to review it.

Article 2
The Parties shall exchange experts within six (6) months of signature.

Article 3
Disputes shall be settled by negotiation. The Parties may amend this Agreement in writing.

Article 4
This Agreement enters into force on the date of the last notification and remains in force for five years. The end of this Agreement does not affect projects under way.

Article 5
A Party may terminate this Agreement by six months' written notice.

Done at Nairobi on 3 May 2024, in two originals in the English language.
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(end.value.code or 0), out, err

    return run


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_text_at_peace_with_itself_ends_with_0(call, tmp_path: Path) -> None:
    code, out, _ = call("lint", write(tmp_path / "a.txt", CLEAN), "--json")
    assert (code, json.loads(out)["findings"]) == (0, [])


def test_an_error_ends_with_1_and_is_quoted_exactly(call, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", CLEAN.replace("six (6)", "six (9)"))
    code, out, _ = call("lint", path, "--json")
    (one,) = json.loads(out)["findings"]
    assert code == 1
    assert set(one) == {"rule", "severity", "address", "number", "quote", "start", "end", "message", "proposal"}
    assert (one["rule"], one["severity"], one["number"], one["address"]) == ("words_and_figures", "error", "2", "art_2__para_1")
    text = json.loads(call("import", path, "--json", "--as", "agreement")[1])["text"]
    assert text[one["start"] : one["end"]] == one["quote"] == "six (9)"


def test_fail_on_decides_what_counts(call, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", CLEAN.replace("in the field of water", "in the the field of water"))
    assert call("lint", path)[0] == 0
    assert call("lint", path, "--fail-on", "warning")[0] == 1


@pytest.mark.slow
def test_a_tree_of_ours_is_looked_at_too(call, tmp_path: Path) -> None:
    library = shelf.shipped()
    from ssc_drafter.assemble import draft

    made = draft(library, "framework_agreement", {}, "en").agreement
    path = tmp_path / "draft.json"
    path.write_bytes(to_json(made))
    code, out, _ = call("lint", path, "--json")
    document = json.loads(out)
    assert document["format"] == "ssc-drafter/lint/1"
    assert "bracket_left" in {one["rule"] for one in document["findings"]}  # unanswered questions
    assert code in (0, 1)


def test_a_language_without_words_stands_in_not_read(call, tmp_path: Path) -> None:
    text = "Abkommen zwischen der Regierung von Orvane und der Regierung von Dalmira\n\nArtikel 1\nDie Vertragsparteien arbeiten zusammen und treffen sich jedes Jahr."
    code, out, _ = call("lint", write(tmp_path / "a.txt", text), "--json")
    document = json.loads(out)
    assert (code, document["findings"]) == (0, [])
    assert [one["file"] for one in document["not_read"]] == [str(tmp_path / "a.txt")]


def test_what_cannot_be_used_ends_with_2(call, tmp_path: Path) -> None:
    assert call("lint", tmp_path / "none.docx")[0] == 2
    assert call("concord", write(tmp_path / "a.txt", CLEAN))[0] == 2


def test_concord_of_two_files(call, tmp_path: Path) -> None:
    one = write(tmp_path / "a.txt", CLEAN)
    other = write(tmp_path / "b.txt", CLEAN.replace("six (6) months", "nine (9) months"))
    assert call("concord", one, one)[0] == 0
    code, out, _ = call("concord", one, other, "--json")
    document = json.loads(out)
    assert (code, document["files"]) == (1, [str(one), str(other)])
    assert [one["what"] for one in document["differences"]] == ["numbers"]
    assert call("concord", one, other)[1].count("«") == 2
