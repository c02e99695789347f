"""An agreement as HTML: the sheet alone (for a page of the server), a page of its own, and what the PDF is made from."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from ssc_drafter import places
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Bracket,
    Break,
    Inline,
    Inlines,
    Recital,
    Ref,
    Table,
    Term,
    Text,
    plain,
)
from ssc_drafter.tree.walk import Placed, everywhere, placed
from ssc_drafter.writers import references, scripts, sheet
from ssc_drafter.writers.columns import TEXT_WIDTH, WIDE, per_mille
from ssc_drafter.writers.knit import knit


@places.kept_by_look(4)
def templates() -> Environment:
    """Return the templates of documents: strict, escaping every word, and in a sandbox, for those of a past edition come from
    the store.
    """
    loader = FileSystemLoader(places.look())
    return ImmutableSandboxedEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)


def body(agreement: Agreement, *, internal: bool = False) -> str:
    """Return the agreement as one <div class="sheet">: every paragraph's id is its address.

    Raises Problem where a reference leads nowhere.
    """
    tops = placed(agreement)
    inl = inliner(agreement)
    return (
        templates()
        .get_template("sheet.html")
        .render(
            agreement=agreement,
            internal=internal,
            words=sheet.document_words(agreement.lang),
            entries=sheet.contents(agreement),
            title=sheet.cleaned(sheet.title_words(agreement)),
            recitals=[one for one in tops if isinstance(one.node, Recital)],
            articles=[one for one in tops if isinstance(one.node, Article)],
            annexes=[one for one in tops if isinstance(one.node, Annex)],
            inl=inl,
            plain=lambda inlines: sheet.cleaned(plain(inlines).replace("\n", " ")),
            label=lambda one: sheet.label_of(agreement, one),
            opened=sheet.opened,
            shares=_shares,
            is_article=_is_article,
            is_table=_is_table,
        )
    )


def inliner(agreement: Agreement) -> Callable[[Inlines], Markup]:
    """Return what prints words of an agreement, escaped. Raises Problem where a reference leads nowhere."""
    found = references.targets(agreement)
    return lambda inlines: knit(Markup("").join(_inline(inline, agreement, found) for inline in inlines))


def page(agreement: Agreement, *, internal: bool = False, style: str | None = None) -> str:
    """Return the agreement as a page that needs no other file. `style` replaces the style sheet within (empty: none)."""
    look = (places.look() / "screen.css").read_text("utf-8") + column_rules(agreement) if style is None else style
    return (
        templates()
        .get_template("page.html")
        .render(
            agreement=agreement,
            title=sheet.cleaned(sheet.title_words(agreement)),
            date=sheet.date_of(agreement),
            right=agreement.lang in sheet.RIGHT_TO_LEFT,
            style=Markup(look),  # noqa: S704 - our own style sheet, no answer in it
            sheet=Markup(body(agreement, internal=internal)),  # noqa: S704 - escaped by the template above
        )
    )


def _shares(table: Table, wide: bool) -> tuple[int, ...]:
    return per_mille(table, WIDE if wide else TEXT_WIDTH)


def _is_article(one: Placed) -> bool:
    return isinstance(one.node, Article)


def _is_table(one: Placed) -> bool:
    return isinstance(one.node, Table)


def _inline(inline: Inline, agreement: Agreement, found: dict[str, references.Target]) -> Markup:
    if isinstance(inline, Text):
        return _text(inline, agreement.lang)
    if isinstance(inline, Term):
        words = _words(inline.text, "")
        return Markup("<dfn>{}</dfn>").format(words) if inline.defines else words
    if isinstance(inline, Ref):
        target = found[inline.target]
        return Markup('<a class="ref" href="#{}">{}</a>').format(target.address, _words(inline.text or target.label, ""))
    if isinstance(inline, Blank):
        return Markup('<span class="blank">[{}]</span>').format(_words(inline.prompt, ""))
    if isinstance(inline, Bracket):
        lead = f"[{inline.by}: " if inline.by else "["
        inner = Markup("").join(_inline(one, agreement, found) for one in inline.content)
        return Markup('<span class="bracket"><b>{}</b>{}<b>]</b></span>').format(lead, inner)
    assert isinstance(inline, Break)
    return Markup("<br>")


def _text(text: Text, lang: str) -> Markup:
    words = _words(text.text, text.lang)
    if text.lang and text.lang != lang and not any(right for _, right in scripts.stretches(text.text)):
        words = Markup('<span lang="{}">{}</span>').format(text.lang, words)
    tag = {"bold": "b", "italic": "i"}.get(text.emphasis)
    return Markup(f"<{tag}>{{}}</{tag}>").format(words) if tag else words  # noqa: S704 - the tag is one of ours


def _words(text: str, lang: str) -> Markup:
    """Return words with line breaks kept and right-to-left stretches marked, so that what follows them stays in place."""
    made = []
    for part, right in scripts.stretches(sheet.cleaned(text)):
        words = Markup("<br>").join(escape(line) for line in part.split("\n"))
        if right:
            words = Markup('<bdi dir="rtl" lang="{}">{}</bdi>').format(scripts.language_of(part, lang), words)
        made.append(words)
    return Markup("").join(made)


def column_rules(agreement: Agreement) -> str:
    """Return the style rules of the column widths in use: classes, because a page of the server allows no inline style."""
    used: set[int] = set()
    for top in placed(agreement):
        wide = isinstance(top.node, Annex) and top.node.landscape
        tables = [one.node for one in everywhere((top,)) if isinstance(one.node, Table)]
        used.update(share for table in tables for share in _shares(table, wide))
    return "".join(f".w{share}{{width:{share / 10}%}}" for share in sorted(used))
