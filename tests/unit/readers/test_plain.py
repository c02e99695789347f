"""Plain text: nothing is changed but line ends, the mark of the byte order, soft hyphens and lines that tell of pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_drafter.readers import plain
from ssc_drafter.readers.reading import Limits, Refusal


def text(data: bytes) -> str:
    return plain.read(data, Limits(), {}).text


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc"),
        (b"\xef\xbb\xbfPreamble", "Preamble"),
        ("Préambule “x”".encode("cp1252"), "Préambule “x”"),
        ("অধ্যাদেশ".encode(), "অধ্যাদেশ"),
        ("\ufeffArt. 1º".encode("utf-16-be"), "Art. 1º"),
        (b"a\t b  \n\n  c", "a\t b  \n\n  c"),
        ("soft\u00adhyphen \u00a0 \u037e".encode(), "softhyphen \u00a0 \u037e"),
        ("Octo\u00adber\n\u00ad a list\nthe end\u00ad\n".encode(), "October\n\u00ad a list\nthe end\u00ad"),
    ],
)
def test_text_is_kept(data: bytes, read: str) -> None:
    assert text(data) == read


LAW = (
    "Article premier. – Les équipements importés au titre du présent accord sont exonérés de droits et taxes, où qu’ils "
    "soient reçus. Les autorités compétentes délivrent l’attestation à la première demande de la Partie intéressée."
)
LEI = (
    "Artigo 1. A isenção não abrange as taxas de serviços prestados. As autoridades de cada Parte emitirão a declaração no "
    "prazo de trinta dias, após a apresentação do pedido, e comunicarão à outra Parte as condições de aplicação."
)


# of French in DOS letters some stay unfound: é is a low quotation mark in Windows letters and hardly looks amiss
FOUND = [
    (LAW, "utf-8"),
    (LAW, "cp1252"),
    (LAW, "mac_roman"),
    (LEI, "utf-8"),
    (LEI, "cp1252"),
    (LEI, "mac_roman"),
    (LEI, "cp850"),
]


@pytest.mark.parametrize(("words", "encoding"), FOUND)
def test_old_encodings_are_found_by_the_words(words: str, encoding: str) -> None:
    data = words.encode(encoding, "ignore")
    assert text(data) == data.decode(encoding)


def test_bytes_that_fit_nothing_else_are_kept() -> None:
    assert text(b"caf\xe9 \x81") == "caf\xe9 \x81"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff\u00ad"), min_size=1))
def test_every_text_comes_back_and_stretches_cover_its_lines(words: str) -> None:
    if not words.strip():
        return
    found = plain.read(words.encode(), Limits(), {})
    assert found.text == words.rstrip("\n")
    for each in found.stretches:
        assert "\n" not in found.text[each.start : each.end]
    assert " ".join(found.text[each.start : each.end] for each in found.stretches).split() == words.split()


def test_the_guess_of_an_encoding_is_said() -> None:
    assert [note.key for note in plain.read("é".encode("cp1252"), Limits(), {}).notes] == ["readers.encoding"]
    assert [note.key for note in plain.read("a\ufffd".encode(), Limits(), {}).notes] == ["readers.lost_letters"]


def test_limits_are_refusals_with_a_name() -> None:
    with pytest.raises(Refusal, match="too_many_paragraphs"):
        plain.read(b"a\n" * 11, Limits(paragraphs=10), {})
    with pytest.raises(Refusal, match="too_long"):
        plain.read(b"a" * 11, Limits(characters=10), {})
    with pytest.raises(Refusal, match="not_text"):
        plain.read(b"\xef\xbb\xbf\xff\xfe", Limits(), {})
    with pytest.raises(Refusal, match="nothing_in_it"):
        plain.read(b" \n \n", Limits(), {})


def test_what_a_program_wrote_in_the_place_of_pictures_is_left_out_and_said() -> None:
    words = "Aim 1\n[Image of a map with pointers]\n  [Logo]\n[Imagen de un mapa]\n[Party A]\nThe [Image] Act\n[IMG]\nAim 2\n"
    found = plain.read(words.encode(), Limits(), {})
    assert found.text == "Aim 1\n[Party A]\nThe [Image] Act\nAim 2"
    assert [(note.key, note.values["count"]) for note in found.notes] == [("readers.pictures", "4")]


def test_pages_that_are_not_in_a_joined_text_are_said() -> None:
    found = plain.read(b"[page 0]\nAims\n[page 1]\nMeans\n[page 4]\nEnd\n", Limits(), {})
    assert [(note.key, note.values) for note in found.notes] == [("readers.pages_missing", {"count": "2", "pages": "2, 3"})]
    assert plain.read(b"[page 1]\nAims\n[page 2]\nMeans\n[page 3]\nEnd\n", Limits(), {}).notes == ()
