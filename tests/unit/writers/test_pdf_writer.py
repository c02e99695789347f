"""The PDF: what it opens (trust.md T14), what it embeds, where pages break (failures.md, group C), what Preflight says."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import trees
from canary import holds_nothing, references, watching
from msgspec import structs
from trees import article, item, para, small, table, words

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement, Annex, Signature, Text, plain
from ssc_drafter.writers.sheet import contents

try:
    import weasyprint

    from ssc_drafter.writers.pdf import fetcher
    from ssc_drafter.writers.pdf.document import render
except OSError as error:  # WeasyPrint is there, the shared libraries that it draws with are not
    pytest.skip(f"skipped: WeasyPrint finds no Pango here ({error})"[:160], allow_module_level=True)

pytestmark = pytest.mark.slow


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def squeezed(text: str) -> str:
    """Words without spaces and line ends: a line may be broken anywhere between words."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def rich() -> bytes:
    return render(trees.rich())


def test_all_words_stand_in_their_order(rich: bytes) -> None:
    text = squeezed("".join(pages(rich)))
    place = 0
    for one in (
        "Framework Agreement",
        "Recalling the Buenos Aires",
        "Have agreed as follows",
        "2.A Project document shall state",
        "(ii)money",
    ):
        found = text.find(squeezed(one), place)
        assert found >= 0, one
        place = found
    assert "Министерствоздравоохранения" in text
    assert "[seatofthefocalpointofTarsenia]" in text
    assert "Jointcurriculum&handbook<draft>" in text


def test_contents_name_the_page_on_which_the_heading_stands(rich: bytes) -> None:
    found = pages(rich)
    for entry in contents(trees.rich()):
        number = re.search(rf"{re.escape(entry.heading)}\s+(\d+)\n", found[0])
        assert number, entry
        assert f"{entry.label.upper()}\n{entry.heading}" in found[int(number[1]) - 1]


def test_bookmarks_title_and_language(rich: bytes) -> None:
    with pikepdf.open(io.BytesIO(rich)) as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == [
            "Framework Agreement between the Government of the Republic of Valmeria and the Government of the Kingdom of Tarsenia on cooperation in nursing education"
        ]
        assert [one.title for one in outline.root[0].children][:2] == ["Article 1. Definitions", "Article 2. Purpose"]
        assert [one.title for one in outline.root[0].children[-1].children] == ["Article 1. Members", "Article 2. Meetings"]
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert {str(key) for key in pdf.docinfo} == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
        assert str(pdf.docinfo["/Producer"]) == "ssc-drafter"
        assert "/Names" not in pdf.Root or "/EmbeddedFiles" not in pdf.Root.Names
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "history" not in xmp.lower()
    assert "creator" not in xmp.lower()


def test_every_font_is_one_of_ours_and_embedded(rich: bytes) -> None:
    found = set()
    with pikepdf.open(io.BytesIO(rich)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in one or "/FontFile3" in one
                found.add(str(one.FontName).partition("+")[2])
    assert found
    assert all(name.startswith("Agreement-") for name in found), found


NAMES = {
    "Greek": ("Ελληνική Δημοκρατία", "el"), "Cyrillic": ("Кыргыз Республикасы", "ru"), "Arabic": ("جمهورية مصر العربية", "ar"),
    "Hebrew": ("מדינת ישראל", "he"), "Vietnamese": ("Cộng hòa xã hội chủ nghĩa Việt Nam", "vi"), "Hausa": ("Ƙasar Ɗan Ɓera", "ha"),
    "rupee": ("₹ 500", ""), "Yoruba": ("Orílẹ̀-èdè Ọmìnira", "yo"),
}  # fmt: skip


def test_names_in_other_scripts_show_whole() -> None:
    made = small(article("a", "One", *(para(Text(name, lang=lang)) for name, lang in NAMES.values())))
    data = render(made)
    text = squeezed("".join(pages(data)))
    for script, (name, _) in NAMES.items():
        assert script in ("Hebrew", "Arabic", "Yoruba") or squeezed(name) in text, script
    assert "جمهورية" in text
    assert "מדינת" in text
    assert "\ufffd" not in text


def test_a_sign_that_no_font_has_is_refused_with_its_place() -> None:
    made = small(article("a", "One", para("x"), para("The People's Republic of China (中华人民共和国)")))
    with pytest.raises(Problem, match=r"1\(2\).*U\+4E2D|U\+4E2D.*1\(2\)"):
        render(made)


def ending(lines: int) -> Agreement:
    """An agreement whose closing comes to stand at every height of a page as `lines` grows."""
    filler = article("fill", "Filler", *(para(f"Line {place}.") for place in range(lines)))
    last = article("last", "Last", para("The first words."), para("The last words of the last article."))
    whole = trees.rich()
    return structs.replace(whole, preamble=None, articles=(filler, last), annexes=(), title=whole.title[:1])


def together(found: list[str]) -> bool:
    marks = ("The last words of the last", "In witness", "Done at", "the Republic of Valmeria", "Secretary-General")
    places = [[place for place, text in enumerate(found) if mark in text] for mark in marks]
    return all(place == places[0] and len(place) == 1 for place in places)


@pytest.mark.parametrize("lines", [22, 26, 29])
def test_signatures_never_stand_alone(lines: int) -> None:
    assert together(pages(render(ending(lines))))


@pytest.mark.slow
@pytest.mark.parametrize("lines", range(20, 41))
def test_signatures_never_stand_alone_at_any_height(lines: int) -> None:
    assert together(pages(render(ending(lines))))


def test_more_than_a_page_that_wants_to_stay_together_is_split() -> None:
    signatures = tuple(Signature(words("For the Government of"), words(f"State {place}")) for place in range(30))
    found = pages(render(small(article("a", "One", para("x")), signatures=signatures)))
    assert len(found) > 2
    assert "State 29" in found[-1]


def test_a_long_table_repeats_its_head_and_breaks_no_row() -> None:
    rows = [(f"Activity {place} " + "with many words " * 8, "1 March 2027", f"{place},000.00") for place in range(60)]
    annex = Annex("p", words("Plan"), (table(("What is done", "When", "Cost"), *rows, figures=(2,)),))
    found = pages(render(small(article("a", "One", para("x")), annexes=(annex,))))
    tables = [text for text in found if "with many words" in text]
    assert len(tables) > 2
    for text in tables:
        assert text.count("What is done") == 1
        assert text.count("Activity") == text.count("1 March 2027")


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    made = small(
        *(article(f"a{place}", f"Heading {place}", para("Some words. " * (place % 7 * 9 + 1))) for place in range(40)),
        draft_mark="D",
    )
    for text in pages(render(made)):
        lines = [line for line in text.split("\n") if line.strip() and " / " not in line]
        assert not re.match(r"(ARTICLE \d+|Heading \d+)$", lines[-1])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WeasyPrint's colour profile, left open
def test_no_address_is_opened(tmp_path: Path) -> None:
    """Twelve kinds of reference; the stock fetcher of WeasyPrint follows eleven of them and attaches the local file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    with watching() as canary:
        page = references(canary.address, secret.as_uri())
        weasyprint.HTML(string=page, url_fetcher=fetcher.Closed()).write_pdf(tmp_path / "out.pdf", pdf_variant="pdf/a-3b")
    assert canary.hits == []
    assert holds_nothing((tmp_path / "out.pdf").read_bytes(), b"SECRET")


def test_an_answer_is_never_html() -> None:
    words_typed = "<img src=x onerror=y> </style><script>alert(1)</script> &amp; {{ 7*7 }} \" ' R&D <Ltd>"
    made = small(article("a", words_typed, para(words_typed)), draft_mark=words_typed)
    text = squeezed("".join(pages(render(made))))
    assert text.count(squeezed(words_typed)) == 3


EMPTY = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{cache}</cachedir></fontconfig>'


def test_no_font_of_the_machine_is_needed(tmp_path: Path, rich: bytes) -> None:
    """On a bare Debian without fonts: the same bytes."""
    (tmp_path / "fonts.conf").write_text(EMPTY.format(cache=tmp_path / "cache"))
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import trees; from ssc_drafter.writers.pdf.document import render; sys.stdout.buffer.write(render(trees.rich()))"
    environment = {"PATH": os.environ["PATH"], "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == rich


JARS = ("preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api")


@pytest.mark.preflight
@pytest.mark.parametrize("name", ["draft", "original", "French", "many rows", "wide pages", "foreign"])
def test_preflight_takes_it_for_an_archive_file(name: str, tmp_path: Path) -> None:
    made = {
        "draft": trees.rich(), "original": trees.rich(draft_mark=""), "French": trees.rich(lang="fr"),
        "many rows": small(article("a", "One", para("x")), annexes=(Annex("p", words("P"), (table(("A", "B"), *[("x", str(n)) for n in range(90)]),)),)),
        "wide pages": small(article("a", "One", para("x")), annexes=(Annex("p", words("P"), (table(("A", "B"), *[("x", str(n)) for n in range(40)]),), landscape=True),)),
        "foreign": small(article("a", "One", *(para(Text(text, "bold", lang)) for text, lang in NAMES.values()))),
    }[name]  # fmt: skip
    path = tmp_path / "agreement.pdf"
    path.write_bytes(render(made))
    found = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    line = ["java", "-cp", found, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    done = subprocess.run(line, capture_output=True, text=True)
    assert "is a valid PDF/A-1b file" in done.stdout, done.stdout[-2000:]


def test_running_heads_are_artifacts_and_all_else_is_tagged(rich: bytes) -> None:
    """Own rules for PDF/UA: no content without a tag or an artifact mark; headers are not read aloud; lists have bodies."""
    with pikepdf.open(io.BytesIO(rich)) as pdf:
        for page in pdf.pages:
            depth, artifacts = 0, 0
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                if operator in ("BDC", "BMC"):
                    depth += 1
                    artifacts += str(step.operands[0]) == "/Artifact"
                elif operator == "EMC":
                    depth -= 1
                elif operator in ("Tj", "TJ"):
                    assert depth > 0, "words without a tag"
            assert artifacts >= 3  # two marks above, the page below
        kinds = _kinds(pdf.Root.StructTreeRoot.K)
        assert kinds.count("H1") == 1
        assert {"H1", "H2", "H3", "L", "LI", "LBody", "Table", "TH", "TD", "Link", "P"} <= set(kinds)


def _kinds(node: object) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [kind for one in node for kind in _kinds(one)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [str(node.S).lstrip("/"), *(_kinds(node.K) if "/K" in node else [])]


def test_the_words_are_those_of_the_tree() -> None:
    made = small(article("a", "One", para("x ", Text("bold", "bold"), items=(item("p"), item("q")))))
    assert squeezed(plain(made.articles[0].blocks[0].content)) in squeezed(pages(render(made))[0])
