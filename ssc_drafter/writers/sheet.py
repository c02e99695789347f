"""What all formats print alike: words that belong to no clause, headings' labels, contents, opening words in italics."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct, structs

from ssc_drafter import places
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Inlines, Text, plain
from ssc_drafter.tree.walk import Placed, placed

NO_DATE = "2000-01-01"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "dv", "yi"})


class DocumentWords(Struct, frozen=True):
    """The words of templates/_look/words.<lang>.toml."""

    article: str
    paragraph: str
    section: str
    annex: str
    contents: str
    not_agreed: str
    internal: str
    table: str
    signatures: str
    recital_openings: tuple[str, ...]
    closing_openings: tuple[str, ...]


class Entry(Struct, frozen=True):
    """A line of the contents: "Article 11", its heading, where it leads. `level`: 1 annex, 2 article, 3 article of an annex."""

    label: str
    heading: str
    address: str
    level: int


@places.kept_by_look(16)
def document_words(lang: str) -> DocumentWords:
    """Return the document words of a language, the English ones where it has none."""
    look = places.look()
    path = look / f"words.{lang.partition('-')[0]}.toml"
    path = path if path.is_file() else look / "words.en.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), DocumentWords)


def unit_word(agreement: Agreement) -> str:
    """Return what an article of this agreement is called: "Article", "Paragraph", "Section"; nothing: a number alone."""
    words = document_words(agreement.lang)
    return {"paragraph": words.paragraph, "section": words.section, "number": ""}.get(agreement.unit, words.article)


def label_of(agreement: Agreement, one: Placed) -> str:
    """Return what is printed before a node: "Article 11", "Annex 1", "2.", "(b)", or nothing."""
    if isinstance(one.node, Article):
        word = unit_word(agreement)
        return f"{word} {one.label}" if word else f"{one.label}."
    if isinstance(one.node, Annex):
        return f"{document_words(agreement.lang).annex} {one.label}"
    return one.label


def contents(agreement: Agreement, least: int = 6) -> tuple[Entry, ...]:
    """Return the lines of the contents; none where there are fewer than `least` (a short text needs none), and in a letter."""
    if agreement.unit == "number":
        return ()
    found = tuple(_entries(agreement, placed(agreement), 2))
    return found if len(found) >= least else ()


def _entries(agreement: Agreement, tops: Iterable[Placed], level: int) -> Iterator[Entry]:
    for one in tops:
        if isinstance(one.node, Article | Annex):
            heading = plain(one.node.heading).replace("\n", " ")
            deep = 1 if isinstance(one.node, Annex) else level
            yield Entry(label_of(agreement, one), heading, one.address, deep)
        if isinstance(one.node, Annex):
            yield from _entries(agreement, one.inner, 3)


def title_words(agreement: Agreement) -> str:
    """Return the title as one line, for document properties."""
    return " ".join(" ".join(plain(line.content).split()) for line in agreement.title)


def date_of(agreement: Agreement) -> str:
    """Return the date that a file bears: the draft's, never today's, so that the same agreement makes the same bytes."""
    return agreement.date or NO_DATE


def opened(inlines: Inlines, openings: tuple[str, ...], first_word: bool) -> Inlines:
    """Return inlines with their opening words in italics: the longest of `openings` that fits, else the first word.

    Words that carry an emphasis already are left as they are. `first_word` false: nothing unless an opening fits.
    """
    if not inlines or not isinstance(inlines[0], Text) or inlines[0].emphasis:
        return inlines
    first, text = inlines[0], inlines[0].text
    fitting = [words for words in openings if text.casefold().startswith(words.casefold())]
    length = max((len(words) for words in fitting if not text[len(words) : len(words) + 1].isalnum()), default=0)
    if not length and first_word:
        length = len(text.split(None, 1)[0].rstrip(",")) if text[:1].strip() else 0
    if not length:
        return inlines
    italic, rest = structs.replace(first, text=text[:length], emphasis="italic"), structs.replace(first, text=text[length:])
    return (italic, *((rest,) if rest.text else ()), *inlines[1:])


def cleaned(text: str) -> str:
    """Return text with what no XML may hold shown as U+FFFD, so that nothing vanishes unseen; line ends as one sign."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and text.isprintable() else "".join(sign if _allowed(sign) else "\ufffd" for sign in text)


def _allowed(sign: str) -> bool:
    code = ord(sign)
    return code in (9, 10) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
