"""Import of whole files: kind found and said, facts with what was inferred, the JSON of an import. All invented texts."""

import hashlib
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.readers.imported import import_file

LAW = (
    "Fees Act, 2021\n\n1. Short title\nThis Act may be cited as the Fees Act.\n\n"
    "2. Fees\nNo person shall open an office before the fee is paid to the Authority.\n\n"
    "4. Penalties\nA person who does not pay the fee commits an offence and is liable to a fine.\n\n"
    "SCHEDULE\n\n1. Form of receipt\nReceived from the applicant the sum of the fee.\n"
)
AGREEMENT = (
    "AGREEMENT BETWEEN VALMERIA AND ORVANE ON FISHERIES\n\nValmeria and Orvane,\n\nHave agreed as follows:\n\n"
    "Article 1\nPurpose\n\nThe Parties shall cooperate in fisheries and shall exchange experts.\n\n"
    "Article 2\n\n1. Each Party bears its own costs.\n2. Accounts are kept for five years.\n\n"
    "Done at Orvane City on 3 March 2027 in the English language.\n"
)
LEY = "LEY DE TASAS\n\nArtículo 1.- La autoridad cobra la tasa anual a las oficinas.\n\nArtículo 2.- La tasa se paga en enero de cada año.\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_law_is_found_and_said(tmp_path: Path) -> None:
    document = import_file(write(tmp_path, "fees.txt", LAW)).to_json()
    assert (document["as"], document["lang"], document["title"]) == ("policy", "en", "Fees Act, 2021")
    assert [one["number"] for one in document["provisions"]] == ["1", "2", "4"]
    assert [(one["container"], one["number"]) for one in document["other"]] == [("schedule", "1")]
    said = " ".join(one["what"] for one in document["warnings"])
    assert "law or policy" in said and "Numbers 3" in said


def test_an_agreement_is_found_and_said(tmp_path: Path) -> None:
    document = import_file(write(tmp_path, "fish.txt", AGREEMENT)).to_json()
    assert document["as"] == "agreement" and document["provisions"] == []
    assert [(one["number"], one["heading"], one["paragraphs"]) for one in document["articles"]] == [
        ("1", "Purpose", 1),
        ("2", None, 2),
    ]
    assert any("agreement" in one["what"] for one in document["warnings"])


@pytest.mark.parametrize(("as_", "key"), [("agreement", "articles"), ("policy", "provisions")])
def test_what_is_asked_is_not_said(tmp_path: Path, as_: str, key: str) -> None:
    document = import_file(write(tmp_path, "fish.txt", AGREEMENT), as_).to_json()
    assert document["as"] == as_ and [one["number"] for one in document[key]] == ["1", "2"]
    assert not any(one["where"] == "as" for one in document["warnings"])


def test_the_shape_of_the_document(tmp_path: Path) -> None:
    document = import_file(write(tmp_path, "fees.txt", LAW)).to_json()
    assert list(document) == [
        "format",
        "file",
        "as",
        "title",
        "lang",
        "text",
        "sha256",
        "articles",
        "provisions",
        "other",
        "warnings",
    ]
    assert document["format"] == "ssc-drafter/import/1"
    assert document["sha256"] == hashlib.sha256(document["text"].encode()).hexdigest()
    first = document["provisions"][0]
    assert document["text"][first["start"] : first["end"]].startswith("1. Short title")
    assert set(first) == {"number", "heading", "address", "level", "start", "end", "within", "word"}


def test_facts_beside_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, "fees.txt", LAW)
    write(
        tmp_path,
        "fees.meta.yaml",
        "title: Fees Act\ncountry: xa\nrank: regulation\npublication_date: 2021-05-04\nstatus: in_force\n",
    )
    law = import_file(path, "policy").instrument()
    assert (law.title, law.country, law.hierarchy, law.date, law.status) == (
        "Fees Act",
        "XA",
        "regulation",
        "2021-05-04",
        "in_force",
    )
    assert law.inferred == ("lang",)


def test_facts_at_the_head_of_a_file(tmp_path: Path) -> None:
    head = '---\ntitle: "Ley de Tasas"\ncountry: "xb"\nrank: "ley"\nlast_updated: "1900-01-01"\n---\n'
    law = import_file(write(tmp_path, "tasas.md", head + LEY), "policy").instrument()
    assert (law.title, law.country, law.hierarchy, law.lang) == ("Ley de Tasas", "XB", "act", "es")


def test_the_text_is_believed_where_facts_differ(tmp_path: Path) -> None:
    path = write(tmp_path, "tasas.txt", LEY.replace("LEY DE TASAS", "LEY DE TASAS\n(Derogada por la Ley 9)"))
    write(tmp_path, "tasas.txt.meta.yaml", "lang: fr\nstatus: in_force\n")
    law = import_file(path, "policy").instrument()
    assert (law.lang, law.status) == ("es", "repealed")
    assert sum(one.where == "facts" for one in law.warnings) == 2


def test_without_facts_all_is_inferred(tmp_path: Path) -> None:
    law = import_file(write(tmp_path, "fees.txt", LAW), "policy", "xa").instrument()
    assert law.inferred == ("title", "country", "lang", "hierarchy", "date") and law.country == "XA"
    assert law.date == "2021" and law.status is None


LAUGHING = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "words",
    [
        "- only\n- a list\n",
        "title: [unclosed",
        "x: " + "y" * 300_000,
        f"{LAUGHING}title: *i\n",
        f"{LAUGHING}? *i\n: x\n",
        "[" * 9000,
    ],
)
def test_a_broken_sidecar_is_refused_with_a_sentence(tmp_path: Path, words: str) -> None:
    path = write(tmp_path, "fees.txt", LAW)
    write(tmp_path, "fees.meta.yaml", words)
    with pytest.raises(Problem, match=r"fees\.meta\.yaml"):
        import_file(path)


def test_warnings_in_french(tmp_path: Path) -> None:
    said = [one.what for one in import_file(write(tmp_path, "fees.txt", LAW), ui="fr").warnings]
    assert any("loi ou une politique" in one for one in said)


def test_a_law_with_an_agreement_annexed_stays_a_law(tmp_path: Path) -> None:
    acts = "\n\n".join(f"Article {number}\nThe authority shall keep the register of vessels." for number in range(1, 9))
    path = write(tmp_path, "act.txt", f"Fisheries Act\n\n{acts}\n\nSCHEDULE\n\n{AGREEMENT}")
    assert import_file(path).kind == "policy"


def test_the_running_text_is_the_imported_text(tmp_path: Path) -> None:
    imported = import_file(write(tmp_path, "fish.txt", AGREEMENT))
    text = imported.running()
    assert text.text == imported.text and text.sha256 == imported.sha256 and text.articles == 2
    assert all(0 <= unit.start < unit.end <= len(text.text) for unit in text.units)


def test_a_file_named_for_the_article_that_it_holds(tmp_path: Path) -> None:
    words = "\n\n".join("On entend par marché un contrat écrit que l'autorité conclut avec une entreprise." for _ in range(300))
    found = import_file(write(tmp_path, "article-7-.md", f"\n{words}\n"), "policy").instrument()
    assert [(one.number, one.level) for one in found.provisions] == [("7", "article")] and len(found.text) > 20_000
    assert found.text[found.provisions[0].start : found.provisions[0].end] == words
    other = import_file(write(tmp_path, "article-8.md", LEY), "policy").instrument()
    assert [one.number for one in other.provisions] == ["1", "2"]
