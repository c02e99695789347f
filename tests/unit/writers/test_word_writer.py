"""The Word file as Word reads it: numbers, references, contents, fields, properties (failures.md, group A)."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import trees
import wordfile
from lxml import etree
from openxml_audit import OpenXmlValidator
from trees import article, item, para, small, words
from wordfile import W

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Break,
    Item,
    Paragraph,
    Recital,
    Ref,
    Signature,
    Text,
    TitleLine,
)
from ssc_drafter.tree.walk import Placed, placed
from ssc_drafter.writers.sheet import contents, label_of
from ssc_drafter.writers.word.document import render

MANY_ITEMS = tuple(item(f"point {place}") for place in range(1, 30))
TWO = para("Each Party shall:", items=(item("pay;"), item("report:", items=(item("monthly;"), item("yearly."))), item("meet.")))

AGREEMENTS = {
    "rich": trees.rich(),
    "long": trees.rich(times=4),
    "original": trees.rich(draft_mark=""),
    "French": trees.rich(lang="fr"),
    "two lists": small(article("a", "One", para("x"), para("y"), para("z")), article("b", "Two", para("x"), para("y"), para("z"))),
    "obligations of two Parties": small(article("a", "First", TWO), article("b", "Second", TWO), article("c", "Both", TWO, TWO)),
    "a long row of points": small(article("a", "One", para("x", items=MANY_ITEMS), para("y", items=MANY_ITEMS))),
    "annexes with lists": small(
        article("a", "One", TWO, TWO),
        annexes=(Annex("p", words("Plan"), (TWO, TWO)), Annex("q", words("Terms"), (), (article("q1", "Members", TWO, TWO), article("q2", "", TWO)))),
    ),
    "imported numbers": small(
        article("a", "One", para("x", number="1"), para("y", number="1 bis"), number="5"),
        article("b", "Two", para("x", items=(item("p", number="b"), item("q", number="d"))), number="5 bis"),
    ),
    "paragraphs as units": small(article("a", "Purpose", para("x")), article("b", "Scope", para("x"), para("y")), unit="paragraph"),
}  # fmt: skip


def printed(agreement: Agreement) -> list[tuple[str, str]]:
    """Number and words of every numbered place, as numbering.py and the tree give them."""
    found: list[tuple[str, str]] = []

    def walk(one: Placed) -> None:
        if isinstance(one.node, Article | Annex):
            found.append((label_of(agreement, one), trees.printed(one.node.heading)))
        elif isinstance(one.node, Paragraph | Item):
            found.append((one.label, trees.printed(one.node.content)))
        for inner in one.inner:
            walk(inner)

    for one in placed(agreement):
        if not isinstance(one.node, Recital):
            walk(one)
    return found


def as_word_prints(data: bytes) -> list[tuple[str, str]]:
    """Number and words of every heading, paragraph and item of a Word file; a number in letters before a tab counts too."""
    found = []
    for line in wordfile.lines(data):
        if line.style in ("Heading1", "Heading2", "Heading3"):
            label, _, text = (line.label + line.text).partition("\n")
            found.append((label, text))
        elif line.style in ("AgreementText", "AgreementParagraph", "AgreementItem", "AgreementSubitem"):
            label, tab, text = line.text.partition("\t")
            found.append((line.label, line.text) if line.label or not tab else (label, text))
    return found


@pytest.mark.parametrize("name", AGREEMENTS)
def test_word_counts_to_our_numbers(name: str) -> None:
    assert as_word_prints(render(AGREEMENTS[name])) == printed(AGREEMENTS[name])


@pytest.mark.parametrize("name", ["rich", "long", "French", "two lists", "obligations of two Parties", "paragraphs as units"])
def test_an_article_dropped_in_word_leaves_right_numbers(name: str) -> None:
    """The numbers are Word's own: without the first article the rest count on without a gap."""
    data = render(AGREEMENTS[name])
    root = wordfile.part(data)
    body = root.find(f"{W}body")
    styles = [one.find(f"{W}pPr/{W}pStyle") for one in body]
    heads = [place for place, style in enumerate(styles) if style is not None and style.get(f"{W}val") == "Heading2"]
    for one in list(body)[heads[0] : heads[1]]:
        body.remove(one)
    numbers = [line.label for line in wordfile.lines(_with(data, root)) if line.style == "Heading2"]
    word = numbers[0].rpartition(" ")[0]
    assert numbers == [f"{word} {place}" for place in range(1, len(heads))]


def _with(data: bytes, document: etree._Element) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in wordfile.parts(data).items():
            package.writestr(name, etree.tostring(document) if name == "word/document.xml" else content)
    return out.getvalue()


def test_each_list_has_its_own_instance_that_starts_anew() -> None:
    data = render(AGREEMENTS["two lists"])
    used = [line.list for line in wordfile.lines(data) if line.style == "AgreementParagraph"]
    assert used == [used[0]] * 3 + [used[3]] * 3
    assert used[0] != used[3]
    numbering = wordfile.part(data, "word/numbering.xml")
    for number in {used[0], used[3]}:
        num = next(one for one in numbering.iter(f"{W}num") if one.get(f"{W}numId") == number)
        assert [one.get(f"{W}val") for one in num.iter(f"{W}startOverride")] == ["1", "1", "1"]


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_reference_is_a_field_with_the_value_that_word_computes(name: str) -> None:
    data = render(AGREEMENTS[name])
    found = wordfile.lines(data)
    for field in wordfile.fields(wordfile.part(data)):
        code = field.code.split()
        if code[0] not in ("REF", "PAGEREF"):
            continue
        marked = [line for line in found if code[1] in line.bookmarks]
        assert len(marked) == 1, f"{code[1]} stands {len(marked)} times"
        assert "\\h" in code
        if code[0] == "REF":
            assert field.result == _computed(marked[0].label, code), field.code


def _computed(label: str, code: list[str]) -> str:
    """What Word gives for a reference to a paragraph's number: no final stop; \\t keeps the figures alone."""
    value = label.rstrip(".")
    value = re.sub(r"[^\W\d_]+|\s", "", value) if "\\t" in code else value
    return value.lower() if "lower" in code else value


@pytest.mark.parametrize(
    ("text", "target", "fields"),
    [
        ("Article 3", "two", ["REF art_3 \\r \\h"]),
        ("article 3", "two", ["REF art_3 \\r \\h \\* lower"]),
        ("l'article 3", "two", ["REF art_3 \\r \\h \\* lower"]),
        ("Articles 2 and 3", "two", ["REF art_3 \\r \\t \\h"]),
        ("paragraph 2 of Article 3", "two/2", ["REF art_3__para_2 \\n \\h", "REF art_3 \\r \\h"]),
        (
            "Article 3(2)(b)",
            "two/2/b",
            ["REF art_3 \\r \\h", "REF art_3__para_2 \\n \\h", "REF art_3__para_2__point_b \\n \\h"],
        ),
        ("paragraph 3 of Article 3", "two/3", ["REF art_3__para_3 \\n \\h", "REF art_3 \\r \\h"]),
        ("Annex 1", "plan", ["REF annex_1 \\r \\h"]),
        ("the Plan", "plan", []),
    ],
)
def test_the_numbers_of_a_reference_are_found_in_its_words(text: str, target: str, fields: list[str]) -> None:
    agreement = small(
        article("zero", "Zero", para("As ", Ref(target, text), " says.")),
        article("one", "One", para("x")),
        article("two", "Two", para("x"), para("y", items=(item("p;"), item("q."))), para("z")),
        annexes=(Annex("plan", words("Plan"), (para("x"),)),),
    )
    data = render(agreement)
    assert [field.code for field in wordfile.fields(wordfile.part(data)) if field.code.startswith("REF")] == fields
    assert f"As {text} says." in [line.text for line in wordfile.lines(data)]


def test_a_table_takes_no_number_of_a_paragraph() -> None:
    """Printed numbers that skip: what is called 2 stands nowhere, and the table after two paragraphs is not it."""
    money = article("money", "Money", para("x", number="1"), para("y", number="3"), trees.table(("A",), ("1",)))
    cited = article("a", "One", para("As ", Ref("money/2", "paragraph 2"), " says."))
    with pytest.raises(Problem, match="money/2"):
        render(small(cited, money))


def test_the_contents_are_right_before_word_opens_the_file() -> None:
    agreement = AGREEMENTS["long"]
    data = render(agreement)
    rows = [
        line.text.split("\t") for line in wordfile.lines(data) if line.style.startswith("TOC") and line.style != "TOCHeading"
    ]
    assert [row[:2] for row in rows] == [[entry.label, entry.heading] for entry in contents(agreement)]
    pages = [int(row[2]) for row in rows]
    assert pages == sorted(pages)
    assert pages[0] == 3  # the contents fill a page and a half
    toc = [field.code for field in wordfile.fields(wordfile.part(data)) if field.code.startswith("TOC")]
    assert toc == [r'TOC \o "1-3" \h \z \u']
    levels = {line.style for line in wordfile.lines(data) if line.style.startswith("TOC")}
    assert levels == {"TOCHeading", "TOC1", "TOC2", "TOC3"}


def test_a_short_text_has_no_contents() -> None:
    assert not any(line.style.startswith("TOC") for line in wordfile.lines(render(AGREEMENTS["two lists"])))


@pytest.mark.parametrize("name", AGREEMENTS)
def test_fields_bookmarks_parts_and_prefixes_are_whole(name: str) -> None:
    data = render(AGREEMENTS[name])
    found = wordfile.parts(data)
    for path, content in found.items():
        root = etree.fromstring(content)
        if path.startswith("word/"):
            assert all(field.result for field in wordfile.fields(root)), path
        ignorable = [value for key, value in root.attrib.items() if key.endswith("Ignorable")]
        assert all(prefix in root.nsmap for value in ignorable for prefix in value.split())
    ids = [one.get(f"{W}id") for one in wordfile.part(data).iter(f"{W}bookmarkStart")]
    names = [one.get(f"{W}name") for one in wordfile.part(data).iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in wordfile.part(data).iter(f"{W}bookmarkEnd")]
    assert len(set(ids)) == len(ids) == len(set(names))
    assert sorted(ends) == sorted(ids)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", one) for one in names)
    types = etree.fromstring(found["[Content_Types].xml"])
    listed = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    related = {target for path, content in found.items() if path.endswith(".rels") for target in _targets(path, content)}
    assert listed == related == {path for path in found if not path.endswith(".rels") and path != "[Content_Types].xml"}


def _targets(path: str, content: bytes) -> list[str]:
    folder = path.replace("_rels/", "").rpartition("/")[0]
    return [f"{folder}/{one.get('Target')}".lstrip("/") for one in etree.fromstring(content)]


@pytest.mark.parametrize("name", AGREEMENTS)
@pytest.mark.slow
def test_word_would_open_it_without_repair(name: str, tmp_path: Path) -> None:
    path = tmp_path / "agreement.docx"
    path.write_bytes(render(AGREEMENTS[name]))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_another_script_is_marked_in_a_run() -> None:
    text = "the Ministry (وزارة الصحة، UNESCO 2027) of "
    agreement = small(article("a", "One", para(Text(text, emphasis="bold"), Text("שלום.", lang="he"))))
    runs = [run for run in wordfile.part(render(agreement)).iter(f"{W}r") if run.find(f"{W}t") is not None]
    found = [(wordfile.words(run), run.find(f"{W}rPr/{W}rtl") is not None) for run in runs]
    assert found == [
        ("Agreement", False), ("One", False), ("the Ministry (", False), ("وزارة الصحة", True), ("، UNESCO 2027) of ", False),
        ("שלום", True), (".", False),
    ]  # fmt: skip
    arabic, hebrew = (run.find(f"{W}rPr") for run in runs if run.find(f"{W}rPr/{W}rtl") is not None)
    assert arabic.find(f"{W}rFonts").get(f"{W}cs")
    assert arabic.find(f"{W}b") is not None
    assert arabic.find(f"{W}bCs") is not None
    assert arabic.find(f"{W}lang").get(f"{W}bidi").startswith("ar")
    assert hebrew.find(f"{W}lang").get(f"{W}bidi") == "he-IL"


def test_a_paragraph_that_begins_from_the_right_is_one_from_the_right() -> None:
    title = (TitleLine(words(Text("مملكة تارسينيا (2027)", lang="ar"))), TitleLine(words("the Kingdom of Tarsenia")))
    root = wordfile.part(render(small(article("a", "One", para("x")), title=title)))
    assert [one.find(f"{W}pPr/{W}bidi") is not None for one in root.iter(f"{W}p")][:2] == [True, False]


def test_every_run_bears_its_language() -> None:
    for name in ("rich", "French"):
        root = wordfile.part(render(AGREEMENTS[name]))
        runs = [
            run for run in root.iter(f"{W}r") if run.find(f"{W}t") is not None and run.find(f"{W}t").text.strip("0123456789")
        ]
        languages = {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in runs}
        assert languages == ({"en-GB", "ru-RU", None} if name == "rich" else {"fr-FR", "ru-RU", None})


def test_a_blank_is_a_control_with_its_prompt() -> None:
    agreement = small(article("a", "One", para("Seat: ", Blank("seat", "seat of the Commission"), ".")))
    control = next(wordfile.part(render(agreement)).iter(f"{W}sdt"))
    assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == "seat of the Commission"
    assert wordfile.words(control) == "[seat of the Commission]"
    assert control.find(f".//{W}shd").get(f"{W}fill") == "D9D9D9"


def test_empty_paragraphs_are_the_separators_and_nothing_else() -> None:
    table = trees.table(("A", "B"), ("1", "2"))
    agreement = small(article("a", "One", para("x")), annexes=(Annex("p", words("Plan"), (table, table, table)),))
    empty = [line.style for line in wordfile.lines(render(agreement)) if not line.text and not line.label]
    assert empty == ["TableEnd"] * 3


def test_prose_bears_no_numbers() -> None:
    note = small(
        testimonium=trees.closing((para("The Embassy presents its compliments."), para("It has the honour to propose:"))),
        title=(TitleLine(words("Note")),),
    )
    assert not list(wordfile.part(render(note)).iter(f"{W}numPr"))


def test_a_signature_without_a_name_is_one_clean_rule() -> None:
    agreement = small(
        article("a", "One", para("x")), signatures=(Signature(words("For the Government of"), words("Valmeria")),)
    )
    data = render(agreement)
    for path, content in wordfile.parts(data).items():
        if path.endswith(".xml"):
            text = "".join(etree.fromstring(content).itertext())
            assert not re.search(r"\[(?!Content)|\{\{|__|None|undefined", text), path
    named = [line for line in wordfile.lines(data) if line.style == "SignatureName"]
    assert [line.text for line in named] == [""]


def test_an_original_has_no_header_and_a_draft_says_that_nothing_is_agreed() -> None:
    draft, original = wordfile.parts(render(AGREEMENTS["rich"])), wordfile.parts(render(AGREEMENTS["original"]))
    assert "word/header1.xml" not in original
    text = "".join(etree.fromstring(draft["word/header1.xml"]).itertext())
    assert text == "Draft 7, 24 November 2026Not an agreed text"
    codes = [field.code for field in wordfile.fields(etree.fromstring(draft["word/footer1.xml"]))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert [field.code for field in wordfile.fields(etree.fromstring(original["word/footer1.xml"]))] == ["PAGE"]


def test_a_program_that_reads_word_files_finds_its_way() -> None:
    """python-docx, as any reader would use it: title, language, headings, page; and no second style sheet (dependencies.md)."""
    made = docx.Document(io.BytesIO(render(AGREEMENTS["rich"])))
    assert made.core_properties.title.startswith("Framework Agreement between")
    assert made.core_properties.language == "en-GB"
    heads = [one.text for one in made.paragraphs if one.style is not None and one.style.name == "Heading 2"]
    assert heads == [
        trees.printed(one.heading) if not one.heading else "\n" + trees.printed(one.heading) for one in trees.rich().articles
    ]
    assert round(made.sections[0].page_width.mm) == 210
    assert {rel.reltype.rpartition("/")[2] for rel in made.part.rels.values()} == {
        "styles", "numbering", "settings", "fontTable", "theme", "header", "footer",
    }  # fmt: skip


def test_word_is_not_loaded_before_it_is_wanted() -> None:
    line = "import sys, ssc_drafter.cli, ssc_drafter.writers.formats; sys.exit('docx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", line], check=False).returncode == 0


CANARIES = ("canary_clause", "canary_variant", "canary_version", "canary_answer", "canary_officer")


def test_nothing_of_the_house_leaves_with_the_file() -> None:
    """trust.md T31: no clause, variant, answer's name or hand in any part; properties are those allowed."""
    data = render(trees.with_canaries())
    text = b"\n".join(wordfile.parts(data).values()).decode()
    assert not [canary for canary in CANARIES if canary in text]
    assert not re.findall(r"w:rsid\w*|w:vanish|w:ins\b|w:del\b|w:comment\w*|docVar|customXml|attachedTemplate|TargetMode", text)
    core = etree.fromstring(wordfile.parts(data)["docProps/core.xml"])
    found = {etree.QName(one).localname: one.text or "" for one in core}
    assert found == {
        "title": "Agreement", "creator": "", "language": "en-GB", "created": "2026-11-25T00:00:00Z", "modified": "2026-11-25T00:00:00Z",
    }  # fmt: skip
    extended = etree.fromstring(wordfile.parts(data)["docProps/app.xml"])
    assert {etree.QName(one).localname: one.text for one in extended} == {"Application": "ssc-drafter"}
    assert not [path for path in wordfile.parts(data) if "comments" in path or "custom" in path or "thumbnail" in path]


def test_breaks_and_tabs_of_an_answer_stay_in_one_paragraph() -> None:
    agreement = small(article("a", "One", para("first", Break(), Text("second\nthird\tend"))))
    assert [line.text for line in wordfile.lines(render(agreement)) if line.style == "AgreementText"] == [
        "first\nsecond\nthird\tend"
    ]


def test_the_closing_is_kept_together() -> None:
    """From the last paragraph of the last article to the last signature every paragraph is kept with the next, no row is broken."""
    data = render(trees.rich())
    keeping = {
        one.get(f"{W}styleId")
        for one in wordfile.part(data, "word/styles.xml").iter(f"{W}style")
        if one.find(f"{W}pPr/{W}keepNext") is not None
    }
    body = list(wordfile.part(data).find(f"{W}body"))
    table = next(place for place, one in enumerate(body) if one.tag == f"{W}tbl")
    before = [place for place, one in enumerate(body[:table]) if _style(one) != "Testimonium"][-1]
    paragraphs = [one for block in body[before : table + 1] for one in block.iter(f"{W}p")]
    assert wordfile.words(paragraphs[0]).startswith("Termination shall not affect")
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None or _style(one) in keeping for one in paragraphs)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body[table].iter(f"{W}tr"))


def _style(paragraph: etree._Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def test_the_internal_copy_says_so() -> None:
    header = etree.fromstring(wordfile.parts(render(AGREEMENTS["original"], internal=True))["word/header1.xml"])
    assert wordfile.words(header) == "\tInternal copy: not for the other Party"
