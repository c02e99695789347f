"""The report of a check: comments at the words in Word, cells that are text, what was not read before what was found."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from trees import article, item, para, small

from ssc_drafter.cli.checking import _show
from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.writers.html import page as _page
from ssc_drafter.writers.report import pdf, render
from ssc_drafter.writers.report.said import rows

FORMULA = "=cmd|' /C calc'!A0"


def draft() -> Agreement:
    return small(
        article("a", "Data", para("Records shall be kept for thirty-six months by each Party."), para("The following are exempt:", items=(item("vehicles of experts;"), item("books.")))),
        article("b", "End", para("This Agreement ends after ten years.")),
    )  # fmt: skip


def policy(quote: str, number: str = "4") -> dict[str, object]:
    return {"instrument": "Records Act", "country": "XO", "file": "a.txt", "number": number, "address": "sec_4", "quote": quote, "start": 0, "end": len(quote)}  # fmt: skip


def finding(number: int, clause: str | None, **more: object) -> dict[str, object]:
    place = {"address": "art_1", "number": "1(1)", "quote": clause, "start": number, "end": number + 1}
    return {
        "id": f"f{number}", "title": f"Limit passed {number}", "verdict": "conflict", "type": "limit", "severity": "high", "confidence": 0.9,
        "clause": place if clause else None, "policy": policy("Records shall be kept for not more than twelve months."),
        "reason": "The law sets a limit.", "cure": [{"kind": "wording", "text": "Bring it within the limit.", "verified": True}],
        "also": [policy("x", "5")], "by": "rules", "answer": {"kind": "waived", "reason": FORMULA, "by": "Ana", "at": "2026-11-25T10:00:00Z"},
    } | more  # fmt: skip


def document(*found: dict[str, object]) -> dict[str, object]:
    return {
        "draft": {"title": "Agreement", "lang": "en", "sha256": "", "articles": 2},
        "read": [{"instrument": "Records Act", "country": "XO", "lang": "en", "file": "a.txt", "sha256": "", "provisions": 9, "date": None, "status": None}],
        "not_read": [{"file": "scan.pdf", "reason": "has no text"}],
        "findings": list(found), "look": [], "fits": [], "checked": {"clauses": 3, "provisions": 9, "seconds": 0.1},
    }  # fmt: skip


def anchored(data: bytes) -> list[tuple[str, str]]:
    """Return (words under the comment, its text), in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    made = docx.Document(io.BytesIO(data))
    texts = {str(one.comment_id): one.text for one in made.comments}
    found = []
    for match in re.finditer(r'commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"', body, re.DOTALL):
        found.append(("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", match[2])), texts[match[1]]))
    return found


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("kept for thirty-six months", "kept for thirty-six months"),
        ("This Agreement ends after ten years.", "This Agreement ends after ten years."),
        ("The following are exempt:\n(a) x", "The following are exempt:"),
        (None, "Agreement"),
        ("words that stand nowhere", "Agreement"),
    ],
)
def test_a_comment_stands_at_the_words(quote: str | None, words: str) -> None:
    ((found, text),) = anchored(render(document(finding(1, quote)), "docx", draft()))
    assert found == words
    assert "Limit passed 1" in text and "Records Act (XO), 4" in text and "tried: with this text in its place" in text


def test_the_text_of_the_draft_stays_as_it_was() -> None:
    from ssc_drafter.writers import formats

    plain = docx.Document(io.BytesIO(formats.render(draft(), "docx", internal=True)))
    noted = docx.Document(io.BytesIO(render(document(finding(1, "kept for thirty-six months")), "docx", draft())))
    assert [one.text for one in noted.paragraphs] == [one.text for one in plain.paragraphs]


def test_no_cell_is_a_formula() -> None:
    data = render(document(finding(1, FORMULA, title=FORMULA, reason="@SUM(1)")), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert all("<f>" not in sheet for sheet in sheets)
    assert all(re.findall(r'<c [^>]*t="s"', sheet) or "<c " not in sheet for sheet in sheets)


@pytest.mark.parametrize("fmt", ["docx", "xlsx"])
def test_the_same_report_makes_the_same_bytes(fmt: str) -> None:
    one = document(finding(1, "kept for thirty-six months"))
    assert render(one, fmt, draft()) == render(one, fmt, draft())


@pytest.mark.slow
def test_the_pdf_lists_what_was_not_read_first_and_prints_signs_as_they_are() -> None:
    import pypdfium2

    document_ = pypdfium2.PdfDocument(render(document(finding(1, "<b>kept</b>")), "pdf"))
    text = "".join(page.get_textpage().get_text_bounded() for page in document_)
    document_.close()
    assert text.index("scan.pdf") < text.index("Limit passed 1")
    assert "<b>kept</b>" in text and FORMULA in text


def test_another_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Problem, match="docx, pdf, xlsx"):
        render(document(), "odt", draft())


def test_the_letter_of_a_language_is_spoken() -> None:
    one = document(finding(1, "kept for thirty-six months"))
    one["draft"]["lang"] = "es"  # type: ignore[index]
    ((_, text),) = anchored(render(one, "docx", draft()))
    assert "incompatibilidad, límite, grave" in text
    assert _page(draft())


def _joined() -> dict[str, object]:
    """Return a finding that rests on a definition, on a clause of the draft, and on which of two laws goes first."""
    defined = policy("“record” means a paper.", "2")
    clause = {"address": "art_2", "number": "2(1)", "quote": "This Agreement ends after ten years.", "start": 5, "end": 9}
    together = [
        {"how": "defined", "text": "Section 2 says what “record” means.", "policy": defined, "clause": None},
        {"how": "total", "text": "Number 2(1) sets the first period.", "policy": None, "clause": clause},
        {
            "how": "prevails",
            "text": "Two texts of this State differ here.",
            "policy": policy("six months", "9"),
            "clause": None,
        },
    ]
    step = {"policy": policy("No agreement binds before approval.", "79"), "text": "Have this step taken."}
    found = document(finding(1, "kept for thirty-six months", together=together, also=[policy("x", "5"), defined]))
    law = {"date": "2014-11-20", "status": "partly_in_force", "hierarchy": "constitution"}
    return found | {"steps": [step], "read": [found["read"][0] | law]}  # type: ignore[index]


def test_both_provisions_the_definition_and_what_prevails_stand_in_word() -> None:
    ((_, text),) = anchored(render(_joined(), "docx", draft()))
    for words in (
        "Records Act (XO), 2: ““record” means a paper.”",
        "Place 2(1): “This Agreement ends",
        "Two texts of this State",
    ):
        assert words in text
    assert text.count("Records Act (XO), 2") == 1, "what is read together is not named again beside it"


@pytest.mark.slow
def test_both_provisions_steps_and_facts_stand_in_the_table() -> None:
    with zipfile.ZipFile(io.BytesIO(render(_joined(), "xlsx"))) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    for one in (
        "Read together with",
        "means a paper",
        "Two texts of this State",
        "before approval",
        "partly in force",
        "2014-11-20",
    ):
        assert one in words


@pytest.mark.parametrize(
    ("lang", "expected"), [("en", "Read together with"), ("fr", "Lu avec"), ("es", "Leído"), ("pt", "Lido")]
)
def test_both_provisions_steps_and_facts_stand_on_the_page_that_is_printed(lang: str, expected: str) -> None:
    from ssc_drafter.writers.report.pdf import page

    made = _joined()
    text = page(made | {"draft": {"title": "Agreement", "lang": lang}})
    for one in (
        expected,
        "means a paper",
        "Two texts of this State",
        "before approval",
        "2014-11-20",
        "constitui" if lang == "pt" else "constituc" if lang == "es" else "constitution",
    ):
        assert one in text


def test_a_second_reader_is_named_with_its_model_in_every_report(capsys: pytest.CaptureFixture[str]) -> None:
    of_reader = document(finding(1, "kept for thirty-six months", by="reader", cure=[], answer=None))
    of_reader |= {"reader": {"model": "house-8b", "asked": 6, "answered": 4, "refused": 2, "ended": ""}}
    assert "second reader (house-8b)" in anchored(render(of_reader, "docx", draft()))[0][1]
    words = pdf.page(of_reader)
    assert "second reader (house-8b)" in words and "house-8b; 6 pairs asked, 4 answered, 2 answers not believed" in words
    with zipfile.ZipFile(io.BytesIO(render(of_reader, "xlsx"))) as book:
        assert "house-8b; 6 pairs asked" in book.read("xl/sharedStrings.xml").decode()
    _show(of_reader | {"steps": [], "findings": [of_reader["findings"][0] | {"together": []}]})
    said = capsys.readouterr().out
    assert "[high, limit, second reader (house-8b)]" in said and "house-8b; 6 pairs asked" in said


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("accepted", "Accepted by Ana on 25 November 2026. so agreed"),
        ("waived", "Waived by Ana on 25 November 2026: so agreed"),
        ("no_conflict", "No conflict, says Ana on 25 November 2026: so agreed"),
    ],
)
def test_each_answer_of_an_officer_is_told_at_the_words(kind: str, told: str) -> None:
    answer = {"kind": kind, "reason": "so agreed", "by": "Ana", "at": "2026-11-25T10:00:00Z"}
    ((_, text),) = anchored(render(document(finding(1, "kept for thirty-six months", answer=answer)), "docx", draft()))
    assert told in text, text


def test_a_minister_sees_first_how_grave_it_is_and_what_was_answered() -> None:
    one = document(finding(1, "This Agreement ends"), finding(2, None, severity="low", answer=None))
    printed = pdf.page(one)
    assert "Severity: 1 high, 0 medium, 1 low. Without an answer so far: 1." in printed
    table = printed[printed.index("<table") : printed.index("</table>")]
    assert re.findall(r"<td>([^<]*)</td>\s*</tr>", table) == ["waived", "open"]
    assert printed.index("</table>") < printed.index("scan.pdf")


def test_the_closing_words_are_not_called_the_whole_draft() -> None:
    closing = {"address": "testimonium", "number": "", "quote": "Done in English.", "start": 0, "end": 16}
    (row,) = rows(document(finding(1, "x") | {"clause": closing}), "findings")
    assert row.place == "closing words"


MARKS = {"en": (": ", "“y”"), "fr": ("\u00a0: ", "«\u00a0y\u00a0»"), "es": (": ", "«y»"), "pt": (": ", "“y”")}


@pytest.mark.parametrize("lang", MARKS)
def test_a_colon_and_quotation_marks_are_those_of_the_language(lang: str) -> None:
    one = document(finding(1, "x", together=[{"how": "cited", "text": "", "policy": policy("y", "7")}]))
    one["draft"] = {"title": "Agreement", "lang": lang, "sha256": "", "articles": 2}
    (row,) = rows(one, "findings")
    colon, marked = MARKS[lang]
    assert f"{colon}Bring it within" in row.cures[0] and row.together[0].endswith(f"{colon}{marked}")
