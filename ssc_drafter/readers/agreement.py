"""A text to an agreement: its running text with units, and its tree with the numbers that are printed in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ssc_drafter.policies.grammar import any_of, fold, grammar
from ssc_drafter.policies.pages import Printed
from ssc_drafter.policies.parts import Part
from ssc_drafter.readers.annexes import Attached, annex_units, annexes
from ssc_drafter.readers.articles import Found, Span, find
from ssc_drafter.readers.paragraphs import Paper, Stretch, paper, paragraphs, without_points
from ssc_drafter.readers.parties import parties_in
from ssc_drafter.readers.tables import Tabular
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Block,
    Break,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Party,
    Preamble,
    Recital,
    Row,
    Table,
    Testimonium,
    Text,
    TitleLine,
)
from ssc_drafter.tree.numbering import slug
from ssc_drafter.tree.running import RunningText, Unit

TITLE_LINES = 14


class Reading(Struct, frozen=True):
    """An agreement read from a text: everything with its place, so that a quote is always the text's own words."""

    text: str
    lang: str
    title: str
    title_span: tuple[int, int]
    preamble: tuple[Stretch, ...]
    formula: int  # which paragraph of the preamble holds the words of agreement, -1 for none
    articles: tuple[tuple[Span, str, tuple[Stretch, ...]], ...]  # with their address
    body: tuple[Stretch, ...]  # the paragraphs of a text without articles (an exchange of notes)
    closing: tuple[int, int]
    attached: tuple[Attached, ...]
    wrapper: int


def read_agreement(text: str, lang: str, printed: Sequence[Printed] = (), title: str = "") -> Reading:
    """Return the agreement that a text holds. `title` is what the file calls it, used where the text shows none."""
    found, on = find(text, lang, printed), paper(text, printed)
    first = found.articles[0].start if found.articles else found.closing
    title_end, shown = _title(found, first)
    begin = title_end
    if found.contents and found.start <= found.contents[0] and found.contents[1] <= first:
        begin = max(title_end, found.contents[1])
    listed = tuple(without_points(one) for one in paragraphs(text, "", "", begin, first, on)) if found.articles else ()
    return Reading(
        text=text,
        lang=lang,
        title=shown or title,
        title_span=(found.start, title_end),
        preamble=listed,
        formula=next((place for place, one in enumerate(listed) if _holds(found, one)), -1),
        articles=_articles(text, found, on),
        body=() if found.articles else paragraphs(text, "", "", begin, found.closing, on),
        closing=(found.closing, found.attached),
        attached=tuple(annexes(found, on)),
        wrapper=found.wrapper,
    )


def _holds(found: Found, one: Stretch) -> bool:
    return bool(found.formula and one.start <= found.formula[0] < one.end)


def _articles(text: str, found: Found, on: Paper) -> tuple[tuple[Span, str, tuple[Stretch, ...]], ...]:
    taken: dict[str, int] = {}
    listed = []
    for span in found.articles:
        address = f"art_{slug(span.number)}"
        taken[address] = taken.get(address, 0) + 1
        address = address if taken[address] == 1 else f"{address}_{taken[address]}"
        listed.append((span, address, paragraphs(text, span.number, address, span.body, span.end, on)))
    return tuple(listed)


LONG_TITLE = 420


def _title(found: Found, first: int) -> tuple[int, str]:
    """Return where the title ends and the title on one line: the lines before the first that opens a sentence."""
    on, limit = found.on, min(found.formula[0] if found.formula else first, first)
    limit = found.contents[0] if found.contents and found.start < found.contents[0] < limit else limit
    words = re.compile(rf"(?:{any_of(on.words.agreement.get('titles', ()))})(?!\w)")
    lines: list[str] = []
    end, started, opened = found.start, False, False
    for match in re.compile(r"[^\n]+").finditer(on.text, found.start, max(limit, found.start)):
        line = match[0].strip(" *_#\t")
        if not line:
            continue
        longest = 260 if opened else LONG_TITLE  # the very first line may name several long Parties
        begins = bool(words.search(on.folded[match.start() : match.end()])) and len(line) < longest
        opened = True
        started = started or begins
        if not started:
            end = end if len(lines) else match.start()
            continue
        if lines and (_opens(found, line, lines[-1]) or len(lines) >= TITLE_LINES):
            break
        lines.append(line)
        end = match.end()
        if line.endswith((".", ";")) or (len(lines) > 1 and len(line) > 160):
            break
    return (end, re.sub(r"\s+", " ", " ".join(lines))) if lines else (found.start, "")


def _opens(found: Found, line: str, before: str) -> bool:
    """Whether a line begins the preamble: "The Government of ..." as a sentence, not as a line of the title between joints."""
    words = found.on.words.agreement
    bare = re.sub(r"\s+", " ", line)
    if fold(bare).strip(" .:") in words.get("preamble", ()):
        return True
    sentence = bare.endswith(".") and len(bare) > 60 and not bare.isupper()
    if sentence or bare.endswith((",", ";")) or len(bare) > 200:
        return True
    joint = fold(before) in (*words.get("between", ()), *words.get("and", ()))
    small = bare[:1].islower() or bare.isupper() or joint
    return not small and bool(re.match(rf"(?:{any_of(words.get('opening', ()))})", fold(bare)))


# ---- the running text with its units --------------------------------------------------------------------------------
def running(read: Reading) -> RunningText:
    """Return the imported text itself with its units: nothing is laid out anew, every unit is a stretch of the file."""
    units: list[Unit] = []
    if read.title and read.title_span[0] < read.title_span[1]:
        units.append(Unit("title", "", *_tight(read.text, *read.title_span)))
    recital = 0
    for place, one in enumerate(read.preamble):
        recital += place not in (0, read.formula)
        address = "preamble" if place == 0 else "preamble__formula" if place == read.formula else f"preamble__recital_{recital}"
        units.append(Unit(address, "", one.start, one.end))
    for span, address, listed in read.articles:
        units += _article_units(span, address, listed)
    units += [Unit(f"para_{place}", str(place), one.start, one.end) for place, one in enumerate(read.body, 1)]
    low, high = _tight(read.text, *read.closing)
    if high > low:
        units.append(Unit("testimonium", "", low, high))
    for here in read.attached:
        units += annex_units(here)
    return RunningText(read.title, read.lang, read.text, tuple(units), len(read.articles), parties(read))


def _tight(text: str, low: int, high: int) -> tuple[int, int]:
    piece = text[low:high]
    return low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip()) if piece.strip() else low


def _article_units(span: Span, address: str, listed: tuple[Stretch, ...]) -> list[Unit]:
    if not listed:
        return [Unit(f"{address}__para_1", span.number, span.start, span.end, span.number, span.heading or "")]
    alone = len(listed) == 1
    units = []
    for place, one in enumerate(listed, 1):
        printed = one.number or str(place)
        number = span.number if alone else f"{span.number}({printed})"
        units.append(Unit(f"{address}__para_{slug(printed)}", number, one.start, one.end, span.number, span.heading or ""))
    return units


# ---- the tree ------------------------------------------------------------------------------------------------------
def tree(read: Reading) -> Agreement:
    """Return the agreement as a tree with its printed numbers."""
    articles = [
        Article(address.replace("_", "-"), _inlines(span.heading or ""), tuple(_paragraph(read.text, one) for one in listed),
                span.number)
        for span, address, listed in read.articles
    ]  # fmt: skip
    if not articles and read.body:
        articles = [Article("text", (), tuple(_paragraph(read.text, one) for one in read.body), "1")]
    closing = read.text[read.closing[0] : read.closing[1]].strip()
    return Agreement(
        kind="",
        lang=read.lang,
        register="binding",
        title=(TitleLine(_inlines(read.title)),),
        parties=tuple(Party(name) for name in parties(read)),
        preamble=_preamble(read),
        articles=tuple(articles),
        testimonium=Testimonium(tuple(Paragraph(_inlines(line)) for line in _blocks(closing))) if closing else None,
        annexes=tuple(
            Annex(
                one.address.replace("_", "-"),
                _inlines(one.title or one.label),
                tuple(_block(read.text, part) for part in one.blocks()),
                landscape=one.landscape,
            )
            for one in read.attached
        ),
    )


def _blocks(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip()]


def _preamble(read: Reading) -> Preamble | None:
    if not read.preamble:
        return None
    words = [read.text[one.start : one.end] for one in read.preamble]
    formula = words[read.formula] if read.formula > 0 else ""
    recitals = [one for place, one in enumerate(words) if place not in (0, read.formula)]
    return Preamble(_inlines(words[0]), tuple(Recital(_inlines(one)) for one in recitals), _inlines(formula))


def _inlines(words: str) -> Inlines:
    """Return words as inlines; a line's end inside them is a break, as it was printed."""
    lines = [line for line in (re.sub(r"[ \t]+", " ", piece).strip() for piece in words.split("\n")) if line]
    listed: list[Inline] = []
    for place, line in enumerate(lines):
        listed += [Break()] if place else []
        listed.append(Text(line))
    return tuple(listed)


def _block(text: str, one: Stretch | Tabular) -> Block:
    if isinstance(one, Stretch):
        return _paragraph(text, one)
    rows = [Row(tuple(_inlines("\n".join(text[low:high] for low, high in cell)) for cell in row)) for row in one.rows]
    caption = _inlines(text[one.caption[0] : one.caption[1]]) if one.caption else ()
    return Table(rows[0], tuple(rows[1:]), caption, one.figures)


def _paragraph(text: str, one: Stretch) -> Paragraph:
    top = [point for point in one.points if point.depth == min(each.depth for each in one.points)] if one.points else []
    items = tuple(_item(text, point, one.points) for point in top)
    return Paragraph(_inlines(text[one.words : one.lead_end]), items, number=one.number)


def _item(text: str, point: Part, every: tuple[Part, ...]) -> Item:
    below = [one for one in every if one.depth == point.depth + 1 and point.start < one.start < point.end]
    label = point.number.rsplit("(", 1)[-1].rstrip(")") if point.number.endswith(")") else point.number
    end = below[0].start if below else point.end
    begin = _behind_label(text, point.start, end, label)
    return Item(_inlines(text[begin:end]), tuple(_item(text, one, every) for one in below), label)


def _behind_label(text: str, start: int, end: int, label: str) -> int:
    found = re.compile(rf"[(\[§\s]*{re.escape(label)}\s?[)\]º°.:\-–—]*[\s*_]*").match(text, start, end)
    return found.end() if found else start


def parties(read: Reading) -> tuple[str, ...]:
    """Return the names of the Parties where title or opening say plainly between whom the agreement is, else nothing."""
    opening = read.text[read.preamble[0].start : read.preamble[0].end] if read.preamble else ""
    shown = read.text[read.title_span[0] : read.title_span[1]]
    return parties_in(shown, read.title, opening, grammar(read.lang))
