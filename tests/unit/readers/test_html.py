"""HTML: the words that a browser prints, old wording marked, rubbish of web pages left out."""

from __future__ import annotations

import pytest

from ssc_drafter.readers import html
from ssc_drafter.readers.reading import Limits, Reading, Refusal


def read(page: str | bytes) -> Reading:
    return html.read(page.encode() if isinstance(page, str) else page, Limits(), {})


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Art. 1º  A lei\n  entra</p><p>Art. 2</p>", ["Art. 1º A lei entra", "Art. 2"]),
        ("<p>Art. 5<br>7. (VETADO)</p>", ["Art. 5", "7. (VETADO)"]),
        ("<pre>\nArt. 1\n\n  The <b>law</b>\nbinds.</pre>after\nall", ["Art. 1", "The law", "binds.", "after all"]),
        ("<div style='white-space: pre-line'>1. One\n2. Two</div>", ["1. One", "2. Two"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>a</p><script>var x</script><style>p{}</style><nav>menu</nav><p>b</p>", ["a", "b"]),
        ("<p>a</p><p hidden>h</p><p style='display:none'>h</p><p>b</p>", ["a", "b"]),
        ("<ol><li>one</li><li value=5>two</li><li>three</li></ol>", ["1. one", "5. two", "6. three"]),
        ("<ol type=a start=2><li>one<ol type=I><li>deep</ol><li>two</ol>", ["b. one", "I. deep", "c. two"]),
        ("<ul><li>point</li></ul>", ["point"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<p>R&amp;D &lt;Ltd&gt; &eacute; 5&nbsp;%</p>", ["R&D <Ltd> é 5\u00a0%"]),
        ("<span class='akn-p'><span class='akn-num'>(1)</span><span class='akn-p'>text</span></span>", ["(1) text"]),
        ("<header>Site</header><p>Law</p><footer>Imprint</footer>", ["Law"]),
        ("plain words", ["plain words"]),
    ],
)
def test_printed_words(page: str, lines: list[str]) -> None:
    assert read(f"<html><body>{page}</body></html>").text.split("\n") == lines


def test_looks_and_headings_are_marked() -> None:
    page = "<h2>Title</h2><p><b>all bold</b></p><p><b>Art. 1</b> more</p><p><strike>old</strike></p><p>now <s>then</s></p><blockquote>q</blockquote>"
    found = read(page)
    assert [(each.kind, each.level, each.marks) for each in found.stretches] == [
        ("heading", 2, ()),
        ("paragraph", 0, ("bold",)),
        ("paragraph", 0, ("bold_start",)),
        ("paragraph", 0, ("strike",)),
        ("paragraph", 0, ("strike_part",)),
        ("paragraph", 0, ("quote",)),
    ]
    assert [note.values for note in found.notes] == [{"words": "then"}]


def test_a_page_made_for_a_law_gives_the_law_only() -> None:
    page = "<body><p>Cookies</p><main><p>Related</p><div class='akoma-ntoso'><span class='akn-p'>The law.</span></div></main><p>About</p></body>"
    assert read(page).text == "The law."
    article = "<body><p>x</p><article><p>The whole agreement stands here.</p></article></body>"
    assert read(article).text == "The whole agreement stands here."


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<p>Redação</p>".encode("cp1252"), "cp1252"),
        ("<meta charset=iso-8859-1><p>Redação “a”</p>".encode("cp1252"), "cp1252"),
        ("\ufeff<p>Redação</p>".encode(), "utf-8"),
        ("<p>Redação</p>".encode(), "utf-8"),
        (
            "<?xml version='1.0' encoding='windows-1251'?><html><p>Redação Ж</p>".replace("ção", "").encode("cp1251"),
            "windows-1251",
        ),
        ("\ufeff<p>Redação</p>".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_letters_are_found_whatever_the_encoding(page: bytes, encoding: str) -> None:
    found = read(page)
    assert found.facts["encoding"] == encoding
    assert found.text.startswith("Reda")
    assert "\ufffd" not in found.text


@pytest.mark.parametrize("page", ["<html></html>", "<p> </p>", "<script>only</script>"])
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(Refusal, match="nothing_in_it"):
        read(page)


def test_t10_ten_thousand_elements_within_each_other_end_in_a_refusal_or_the_words() -> None:
    try:
        assert read("<div>" * 10_000 + "deep").text
    except Refusal as refusal:
        assert refusal.key in ("readers.too_deep", "readers.nothing_in_it")
    except RecursionError:  # child.read makes a refusal of it
        pass
