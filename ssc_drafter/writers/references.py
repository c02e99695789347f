"""Where a cross-reference leads, and which of its words are the number: Word renews those by itself, PDF and HTML link them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Bracket, Inlines, Item, Paragraph, Ref
from ssc_drafter.tree.walk import Placed, all_words, placed
from ssc_drafter.writers.sheet import label_of


class Target(Struct, frozen=True):
    """A place that references may name. `chain` holds it and what it stands in: (address, number printed), outermost first.

    `address` is where a reader is led: of a single paragraph without a number its article; `exact` is its own.
    """

    address: str
    exact: str
    label: str  # of the article or annex: "Article 14"
    chain: tuple[tuple[str, str], ...]


class Piece(Struct, frozen=True):
    """Some words of a reference. With an address they are a number ("14", "(b)") or a whole label ("Article 14")."""

    text: str
    address: str = ""
    whole: bool = False


def targets(agreement: Agreement) -> dict[str, Target]:
    """Return every place that a reference can name, by that name: "notices", "notices/2", "notices/2/b".

    Raises Problem, with the number of the place that cites, for a reference whose target does not stand in the agreement.
    """
    found: dict[str, Target] = {}
    for one in placed(agreement):
        for name, target in _targets(agreement, one, ()):
            found.setdefault(name, target)
    for number, ref in cited(agreement):
        if ref.target not in found:
            raise Problem("writers.no_target", number, target=ref.target, text=ref.text or ref.target)
    return found


def _targets(agreement: Agreement, one: Placed, above: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, Target]]:
    if not isinstance(one.node, Article | Annex):
        return
    label, chain = label_of(agreement, one), (*above, (one.address, one.label))
    chain = chain if isinstance(one.node, Annex) else chain[-1:]
    yield one.node.name, Target(one.address, one.address, label, chain)
    for name, exact, steps in _beneath(one.inner, one.node.name, chain):
        yield name, Target(steps[-1][0], exact, label, steps)
    for inner in one.inner:
        yield from _targets(agreement, inner, chain)


def _beneath(
    inner: Iterable[Placed], name: str, chain: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    place = 0
    for one in inner:
        if not isinstance(one.node, Paragraph | Item):  # an article has names of its own, a table none
            continue
        place += isinstance(one.node, Paragraph)
        key = f"{name}/{one.label.strip('().') or place}"
        steps = (*chain, (one.address, one.label.rstrip("."))) if one.label else chain
        yield key, one.address, steps
        yield from _beneath(one.inner, key, steps)


def cited(agreement: Agreement) -> Iterator[tuple[str, Ref]]:
    """Yield (number of the citing place, reference) for every reference of an agreement in printed order."""
    for number, _, inlines in all_words(agreement):
        yield from ((number, ref) for ref in _refs(inlines))


def _refs(inlines: Inlines) -> Iterator[Ref]:
    for inline in inlines:
        if isinstance(inline, Ref):
            yield inline
        elif isinstance(inline, Bracket):
            yield from _refs(inline.content)


def pieces(text: str, target: Target) -> tuple[Piece, ...]:
    """Return the words of a reference in pieces; none has an address where the numbers do not stand in the words."""
    spans: dict[tuple[int, int], Piece] = {}
    head = re.search(rf"(?<!\w){re.escape(target.label)}(?!\w)".replace(r"\ ", r"[ \u00a0]"), text, re.IGNORECASE)
    rest = target.chain
    if head:
        spans[head.span()] = Piece(head.group(), target.chain[0][0], True)
        rest = rest[1:]
    for address, number in reversed(rest):
        for match in re.finditer(rf"(?<![\w(]){re.escape(number)}(?!\w)|(?<=\(){re.escape(number)}(?=\))", text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans[match.span()] = Piece(match.group(), address)
                break
    return tuple(_laid(text, spans))


def _laid(text: str, spans: dict[tuple[int, int], Piece]) -> Iterator[Piece]:
    last = 0
    for (start, end), piece in sorted(spans.items()):
        if text[last:start]:
            yield Piece(text[last:start])
        yield piece
        last = end
    if text[last:]:
        yield Piece(text[last:])
