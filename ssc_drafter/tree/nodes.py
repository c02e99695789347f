"""The nodes of an agreement: frozen structs (msgspec: typed, hashable, JSON with a schema); every step makes new ones.

A node says what stands on the page, never how it looks. Numbers are not kept in it, except the printed number of an
imported unit (`number`), which numbering.py takes over as it stands; all others are computed there, once for all writers.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Register = Literal["binding", "non_binding"]
Position = Literal["preferred", "fallback", "red_line"]


class Provenance(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="provenance"):
    """Where words come from: a clause of the library, an officer's hand, or an imported file (all empty)."""

    clause: str = ""  # "disputes/consultation"
    version: str = ""  # "2026-11-25"
    variant: str = ""  # "amicable"
    answers: tuple[str, ...] = ()  # names of the answers used
    edited_by: str = ""  # the officer, where the words are theirs


NO_PROVENANCE = Provenance()


# ---- runs of text -------------------------------------------------------------------------------------------------
class Text(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="text"):
    """Words. `lang` only where it differs from the agreement's (a party's name in its own script)."""

    text: str
    emphasis: Literal["", "bold", "italic"] = ""
    lang: str = ""
    answer: str = ""  # the answer that these words are, so that the page can lead back to its question


class Term(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="term"):
    """A defined term, `term` its name in the definitions ("project"), `text` the form used here ("Projects").

    `defines` is true where this very place defines it ("hereinafter the “Parties”").
    """

    term: str
    text: str
    defines: bool = False


class Ref(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="ref"):
    """A cross-reference to the node named `target` (an article's name, "notices", or "notices/2" for its paragraph 2).

    `text` is what is printed ("Article 14", "paragraph 2 of Article 14"), filled in when numbers are resolved; empty before.
    """

    target: str
    text: str = ""


class Blank(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="blank"):
    """An answer that is still missing: a marked gap, never an empty string."""

    slot: str
    prompt: str


class Bracket(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="bracket"):
    """Words not agreed yet, in square brackets; `by` is the Party that proposes them, or empty."""

    content: tuple[Inline, ...]
    by: str = ""


class Break(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="break"):
    """A line break inside a paragraph (an answer's newline)."""


Inline = Text | Term | Ref | Blank | Bracket | Break
Inlines = tuple[Inline, ...]


# ---- blocks -------------------------------------------------------------------------------------------------------
class Item(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="item"):
    """A point of an enumeration: (a), and beneath it (i)."""

    content: Inlines
    items: tuple[Item, ...] = ()
    number: str = ""  # printed number of an imported item
    provenance: Provenance = NO_PROVENANCE


class Paragraph(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="paragraph"):
    """A paragraph of an article: words, its points, and words that close it after the points."""

    content: Inlines
    items: tuple[Item, ...] = ()
    closing: Inlines = ()
    number: str = ""  # printed number of an imported paragraph
    provenance: Provenance = NO_PROVENANCE


class Row(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="row"):
    cells: tuple[Inlines, ...]


class Table(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="table"):
    """A table of an annex: one heading row, then rows. `figures` lists the columns (from 0) set as figures."""

    heading: Row
    rows: tuple[Row, ...]
    caption: Inlines = ()
    figures: tuple[int, ...] = ()
    provenance: Provenance = NO_PROVENANCE


Block = Paragraph | Table


class Article(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="article"):
    """An article. `name` is what references call it: unique in its agreement, usually the clause's name ("notices")."""

    name: str
    heading: Inlines
    blocks: tuple[Block, ...]
    number: str = ""  # printed number of an imported article
    provenance: Provenance = NO_PROVENANCE


class Party(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="party"):
    """A Party as its name stands in this language."""

    name: str  # "the Government of the Republic of Valmeria", as it stands after "between"
    short: str = ""  # "Valmeria"
    capacity: str = ""  # state, government, ministry, agency, international_organization, regional_body, subnational
    country: str = ""  # ISO 3166 alpha-2 (user-assigned codes XA..XZ for fictional States), or empty
    role: str = ""  # beneficiary, pivotal, facilitating, or empty
    lang: str = ""  # where the name is in another language than the agreement


class Recital(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="recital"):
    content: Inlines
    provenance: Provenance = NO_PROVENANCE


class Preamble(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="preamble"):
    """Who agrees, why, and the words of agreement. `opening` names the Parties, `formula` is "Have agreed as follows:"."""

    opening: Inlines
    recitals: tuple[Recital, ...]
    formula: Inlines
    provenance: Provenance = NO_PROVENANCE


class Testimonium(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="testimonium"):
    """The closing words: "In witness whereof ...", "Done at ...", languages and which text prevails."""

    paragraphs: tuple[Paragraph, ...]
    provenance: Provenance = NO_PROVENANCE


class Signature(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="signature"):
    """A signature block: for whom, and whose name and office stand beneath the rule (an empty tuple leaves a clean rule)."""

    lead: Inlines  # "For the Government of"
    party: Inlines  # "the Republic of Valmeria"
    signatory: Inlines = ()
    office: Inlines = ()


class Annex(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="annex"):
    """An annex: its own blocks, or articles numbered anew. `name` is what references call it.

    `landscape`: its pages lie on their side, because its table is wide.
    """

    name: str
    heading: Inlines
    blocks: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()
    number: str = ""
    provenance: Provenance = NO_PROVENANCE
    landscape: bool = False


class Agreement(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="agreement"):
    """A whole agreement in one language.

    `kind` is a folder of templates/ or empty for an imported text; `title` is a tuple of centred lines, each with its
    part ("title", "joint" for between/and/on, "party", "subject"). `date` (ISO) is that of the draft, given by the caller,
    so that the same input makes the same bytes.
    """

    kind: str
    lang: str
    register: Register
    title: tuple[TitleLine, ...]
    parties: tuple[Party, ...]
    preamble: Preamble | None
    articles: tuple[Article, ...]
    testimonium: Testimonium | None = None
    signatures: tuple[Signature, ...] = ()
    annexes: tuple[Annex, ...] = ()
    unit: str = "article"  # what an article is called: "article", "paragraph", "section"; "number": by its number alone
    date: str = ""
    draft_mark: str = ""  # "Draft 7, 24 November 2026", or empty in an original


class TitleLine(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="node", tag="title_line"):
    content: Inlines
    part: Literal["title", "joint", "party", "subject"] = "title"


def plain(inlines: Inlines) -> str:
    """Return the words of inlines as they are printed; a blank as [its prompt], a bracket with its brackets."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Blank):
        return f"[{inline.prompt}]"
    if isinstance(inline, Bracket):
        lead = f"{inline.by}: " if inline.by else ""
        return f"[{lead}{plain(inline.content)}]"
    if isinstance(inline, Break):
        return "\n"
    return inline.text
