"""Markdown signs go, the words of the law stay."""

from __future__ import annotations

import pytest

from ssc_drafter.readers import markdown
from ssc_drafter.readers.reading import Limits, Reading


def read(text: str) -> Reading:
    return markdown.read(text.encode(), Limits(), {})


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("##### ARTICULO 1° — (Objeto).", "ARTICULO 1° — (Objeto)."),
        ("**ARTICULO 4º** — Los bienes", "ARTICULO 4º — Los bienes"),
        ("**Art. 4°**—", "Art. 4°—"),
        ("[**Ver Antecedentes**](#1)", "Ver Antecedentes"),
        ("*(Artículo sustituido por art. 1° de la Ley)*", "(Artículo sustituido por art. 1° de la Ley)"),
        ("(*) Artículo modificado por (*) la Ley", "(*) Artículo modificado por (*) la Ley"),
        ("* * *", "* * *"),
        ("[* * *]", "[* * *]"),
        ("2* * * * *", "2* * * * *"),
        ("1*** omitted", "1*** omitted"),
        ("Cooperaci&oacute;n T&eacute;cnica", "Cooperación Técnica"),
        ("Name: ____________", "Name: ____________"),
        ("snake_case_word", "snake_case_word"),
        (r"1\. Not a list \*", "1. Not a list *"),
        ("- first point", "first point"),
        ("a) punto", "a) punto"),
        ("3. typed number", "3. typed number"),
        ("> quoted", "quoted"),
        ('<a id="art1"></a>Art. 1', "Art. 1"),
        ("![logo](x.png) Text", "logo Text"),
        ("~~old~~ new", "old new"),
        ("**ARTICULO", "ARTICULO"),
        ("1º**.- Objeto", "1º.- Objeto"),
        ("x < y and y > z", "x < y and y > z"),
    ],
)
def test_signs_go_words_stay(line: str, text: str) -> None:
    assert read(f"start\n\n{line}\n").text.split("\n")[2] == text


def test_front_matter_becomes_facts_and_is_not_text() -> None:
    found = read("---\ntitle: \"Ley de Cooperaci&oacute;n\"\ncountry: pe\nsource: 'a: b'\n---\n# Ley\n")
    assert found.facts["title"] == "Ley de Cooperación"
    assert (found.facts["country"], found.facts["source"]) == ("pe", "a: b")
    assert found.text == "Ley"


def test_headings_items_cells_and_looks_are_marked() -> None:
    found = read(
        "# Law\n\n## Article 2\n**Title in bold**\n**Art. 4** more\n- point\n| a | b |\n|---|---|\n> quote\nTitle\n=====\n"
    )
    shapes = [(found.text[each.start : each.end], each.kind, each.level, each.marks) for each in found.stretches]
    assert shapes == [
        ("Law", "heading", 1, ()),
        ("Article 2", "heading", 2, ()),
        ("Title in bold", "paragraph", 0, ("bold",)),
        ("Art. 4 more", "paragraph", 0, ("bold_start",)),
        ("point", "item", 1, ()),
        ("a", "cell", 0, ()),
        ("b", "cell", 0, ()),
        ("quote", "paragraph", 0, ("quote",)),
        ("Title", "heading", 1, ()),
    ]


def test_the_head_of_a_page_behind_a_rule_of_a_converter_is_set_apart() -> None:
    """Converters part pages by "-----"; what stands behind it is the number of the page, or what is repeated on every one."""
    found = read(
        "1. First.\n\n-----\n\n## 2 Bill\n\n2. Second.\n\n-----\n\n_Ports_ 3\n\n3. Third.\n\n-----\n\nPORTS ACT\n\nx\n\n-----\n\nPORTS ACT\n\ny"
    )
    assert [found.text[one.start : one.end] for one in found.stretches if "header" in one.marks] == [
        "2 Bill",
        "Ports 3",
        "PORTS ACT",
        "PORTS ACT",
    ]
    rule = read("1. First.\n\n-----\n\n7. Seventh is another.\n\n---\n\n2 Bill")
    assert not [one for one in rule.stretches if "header" in one.marks]


def test_a_heading_that_a_converter_left_in_a_line_has_a_line_of_its_own() -> None:
    found = read("... del Código Tributario. ### ARTÍCULO 79.- (MEDIOS)\n\nEl punto ### no es título; see # 5 and C## too")
    lines = [found.text[one.start : one.end] for one in found.stretches]
    assert lines[:2] == ["... del Código Tributario.", "ARTÍCULO 79.- (MEDIOS)"] and found.stretches[1].kind == "heading"
    assert lines[2:] == ["El punto ### no es título; see # 5 and C## too"]
