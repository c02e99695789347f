"""Words as Word runs: language on each, right-to-left letters marked, references as fields, blanks as content controls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.tree.nodes import Blank, Bracket, Break, Inline, Inlines, Ref, Term, Text
from ssc_drafter.writers import references, scripts
from ssc_drafter.writers.sheet import cleaned
from ssc_drafter.writers.word.context import Context
from ssc_drafter.writers.word.xml import Element, w

LONGEST_TAG = 64


def runs(context: Context, inlines: Inlines) -> list[Element]:
    """Return the runs of some words."""
    return [element for inline in inlines for element in _inline(context, inline)]


def _inline(context: Context, inline: Inline) -> list[Element]:
    lang = context.agreement.lang
    if isinstance(inline, Text):
        return text_runs(inline.text, inline.lang or lang, inline.emphasis, given=inline.lang)
    if isinstance(inline, Term):
        return text_runs(inline.text, lang, "bold" if inline.defines else "")
    if isinstance(inline, Ref):
        return list(_reference(context, inline))
    if isinstance(inline, Blank):
        return [_control(context, inline)]
    if isinstance(inline, Bracket):
        lead = f"[{inline.by}: " if inline.by else "["
        return [*text_runs(lead, lang, "bold"), *runs(context, inline.content), *text_runs("]", lang, "bold")]
    assert isinstance(inline, Break)
    return [w("r", w("br"))]


def text_runs(text: str, lang: str, emphasis: str = "", style: str = "", given: str = "") -> list[Element]:
    """Return the runs of plain words: one for each stretch that runs in one direction."""
    parts = scripts.stretches(cleaned(text))
    return [w("r", _look(part, lang, emphasis, style, right, given), *_text(part)) for part, right in parts]


def _look(text: str, lang: str, emphasis: str, style: str, right: bool, given: str) -> Element:
    tongue = scripts.locale(lang)
    return w(
        "rPr",
        w("rStyle", val=style) if style else None,
        w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman") if right else None,
        *((w("b"), w("bCs")) if emphasis == "bold" else ()),
        *((w("i"), w("iCs")) if emphasis == "italic" else ()),
        w("shd", val="clear", color="auto", fill="D9D9D9") if style == "Blank" else None,
        w("rtl") if right else None,
        w("lang", bidi=scripts.locale(scripts.language_of(text, given))) if right else w("lang", val=tongue),
    )


def _text(text: str) -> Iterator[Element]:
    for part in re.split(r"([\n\t])", text):
        if part == "\t":
            yield w("tab")
        elif part == "\n":
            yield w("br")
        elif part:
            yield w("t", text=part)


def field(instruction: str, result: list[Element]) -> list[Element]:
    """Return a complex field, whole: its instruction and the result that Word would compute."""
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", w("instrText", text=f" {instruction} ")),
        w("r", w("fldChar", fldCharType="separate")),
        *result,
        w("r", w("fldChar", fldCharType="end")),
    ]


def _reference(context: Context, ref: Ref) -> Iterator[Element]:
    """A reference's numbers are fields that Word renews; where its words do not hold them it is a link."""
    target = context.targets[ref.target]
    text = ref.text or target.label
    found = references.pieces(text, target)
    lang = context.agreement.lang
    if any(address in context.literal for address, _ in target.chain) or not any(piece.address for piece in found):
        yield w("hyperlink", *text_runs(text, lang), anchor=context.bookmark_name(target.address))
        return
    for piece in found:
        words = text_runs(piece.text, lang)
        if piece.address:
            yield from field(_instruction(context, piece, target), words)
        else:
            yield from words


def _instruction(context: Context, piece: references.Piece, target: references.Target) -> str:
    name = context.bookmark_name(piece.address)
    if piece.whole:
        return f"REF {name} \\r \\h" + (" \\* lower" if piece.text != target.label and piece.text.islower() else "")
    within = piece.address != target.chain[0][0]
    return f"REF {name} \\n \\h" if within else f"REF {name} \\r \\t \\h"


def _control(context: Context, blank: Blank) -> Element:
    """A blank is a content control that shows its prompt: one click marks it all, the first letter typed replaces it."""
    words = text_runs(f"[{blank.prompt}]", context.agreement.lang, style="Blank")
    return w(
        "sdt",
        w(
            "sdtPr",
            w("alias", val=cleaned(blank.prompt)[:LONGEST_TAG]),
            w("tag", val=cleaned(blank.slot)[:LONGEST_TAG]),
            w("id", val=context.control_number()),
            w("showingPlcHdr"),
            w("text"),
        ),
        w("sdtContent", *words),
    )
