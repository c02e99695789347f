"""OpenDocument text: numbers, headings, tables, notes; tracked changes and comments are reported."""

from __future__ import annotations

from test_hostile import odt

from ssc_drafter.readers import odt as reader
from ssc_drafter.readers.reading import Limits, Reading

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
STYLES = (
    f"<office:document-styles {SPACES}><office:styles>"
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Article "/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    '<style:style style:name="Strong"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Hid"><style:text-properties text:display="none"/></style:style>'
    "</office:styles></office:document-styles>"
)


def read(content: str) -> Reading:
    opened = content.replace("<text:", "<text:", 1)
    data = odt(f"<text:section {SPACES}>{opened}</text:section>", styles=STYLES)
    return reader.read(data, Limits(), {})


def lines(content: str) -> list[str]:
    return read(content).text.split("\n")


def test_b14_lists_count_restart_and_go_on() -> None:
    one = '<text:list text:style-name="L">{}</text:list>'
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('x', '')}{item.format('y', '')}</text:list>"
    content = one.format(item.format("a", inner) + item.format("b", "")) + "<text:p>between</text:p>"
    more = one.replace("<text:list ", '<text:list text:continue-numbering="true" ').format(item.format("c", ""))
    assert lines(content + more + one.format(item.format("d", ""))) == [
        "1. a",
        "(a) x",
        "(b) y",
        "2. b",
        "between",
        "3. c",
        "1. d",
    ]
    bullets = '<text:list text:style-name="B">' + item.format("point", "") + "</text:list>"
    assert [(each.kind, each.label) for each in read(bullets).stretches] == [("item", "")]


def test_headings_count_by_the_outline() -> None:
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    found = read(heading.format(1, "Aims") + heading.format(2, "Means") + heading.format(1, "Term"))
    assert found.text.split("\n") == ["Article I Aims", "I.1 Means", "Article II Term"]
    first = found.stretches[0]
    assert (first.kind, first.level, first.label) == ("heading", 1, "Article I")


def test_spaces_breaks_cells_boxes_and_notes() -> None:
    assert lines("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d\n  e</text:p>") == ["a   b\tc", "d e"]
    table = "<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell></table:table-row></table:table>"
    assert lines(table) == ["1"]
    box = "<text:p>anchor<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
    assert [each.marks for each in read(box).stretches] == [(), ("box",)]
    note = "<text:p>word<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>why</text:p></text:note-body></text:note>.</text:p><text:p>next</text:p>"
    assert lines(note) == ["word.", "next", "1 why"]


def test_b3_b8_changes_and_comments_are_listed_and_hidden_words_left_out() -> None:
    who = "<office:change-info><dc:creator>Counterpart</dc:creator><dc:date>2026-03-01T09:00:00</dc:date></office:change-info>"
    changes = (
        f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{who}<text:p>30</text:p></text:deletion></text:changed-region>'
        f'<text:changed-region text:id="c2"><text:insertion>{who}</text:insertion></text:changed-region></text:tracked-changes>'
    )
    content = changes + (
        '<text:p>pay <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>60<text:change-end text:change-id="c2"/> days'
        "<office:annotation><dc:creator>Lee</dc:creator><dc:date>2026-02-02T00:00:00</dc:date><text:p>long</text:p></office:annotation>"
        '<text:span text:style-name="Hid"> unless waived</text:span></text:p>'
    )
    found = read(content)
    assert found.text == "pay 60 days"
    told = {note.key.removeprefix("readers."): note.values for note in found.notes}
    assert told["tracked"]["count"] == "2"
    assert (told["tracked_del"]["text"], told["tracked_ins"]["text"]) == ("30", "60")
    assert told["comment"] == {"author": "Lee", "date": "2026-02-02", "text": "long", "anchor": "pay 60 days unless waived"}
    assert told["hidden"]["words"] == "unless waived"


def test_looks_are_marked() -> None:
    span = '<text:span text:style-name="{}">{}</text:span>'
    found = read(
        f"<text:p>{span.format('Strong', 'Art. 1')} more</text:p><text:p text:style-name='Strong'>all</text:p><text:p>x {span.format('Gone', 'old')}</text:p>"
    )
    assert [each.marks for each in found.stretches] == [("bold_start",), ("bold",), ("strike_part",)]
