"""Cross-references, resolved once all parts stand: "notices" becomes "Article 14", in the form its sentence needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from ssc_drafter.assemble.titles import Titles, named
from ssc_drafter.errors import Problem
from ssc_drafter.language import names
from ssc_drafter.language.own_words import of_draft
from ssc_drafter.language.tongue import tongue
from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Block,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Ref,
    Row,
    Table,
    Testimonium,
    Text,
)

TO_NOTHING = "ref:"  # begins the slot of the blank that stands for a reference without a target

replace = msgspec.structs.replace
Step = Callable[[Inlines, str], Inlines]


class Target(Struct, frozen=True):
    """What a name leads to: what it is called (a key of the language's refs), its number, how many paragraphs it has."""

    what: str
    number: str
    paragraphs: int


class _Search(Struct, frozen=True):
    """What a reference is looked up in, and where it is told that it leads nowhere."""

    targets: dict[str, Target]
    titles: Titles
    lang: str
    problems: list[Problem]


def resolved(agreement: Agreement, titles: Titles, problems: list[Problem]) -> Agreement:
    """Return the agreement with every reference in words.

    One that leads nowhere becomes a marked blank, so that the text is not final, and (once for two parts) a problem that
    names both by their headings.
    """
    found: list[Problem] = []
    search = _Search(dict(_targets(agreement)), titles, agreement.lang, found)

    def step(runs: Inlines, part: str) -> Inlines:
        return tuple(made for run in runs for made in _resolved(run, part, search))

    whole = mapped(agreement, step)
    problems += {(one.key, str(one.values)): one for one in found}.values()
    return whole


def _targets(agreement: Agreement) -> Iterator[tuple[str, Target]]:
    unit = {"paragraph": "paragraph_unit", "number": "section"}.get(agreement.unit, agreement.unit)
    for place, article in enumerate(agreement.articles, 1):
        yield article.name, Target(unit, article.number or str(place), _paragraphs(article))
    for place, annex in enumerate(agreement.annexes, 1):
        yield annex.name, Target("annex", annex.number or str(place), _paragraphs(annex))


def _paragraphs(node: Article | Annex) -> int:
    return sum(isinstance(block, Paragraph) for block in node.blocks)


def _resolved(run: Inline, part: str, search: _Search) -> tuple[Inline, ...]:
    if not isinstance(run, Ref):
        return (run,)
    name, _, paragraph = run.target.partition("/")
    target = search.targets.get(name)
    clause, title = named(search.titles, part), named(search.titles, name)
    if target is None:
        search.problems.append(Problem("assemble.no_target", clause=clause, name=title))
        return (Blank(f"{TO_NOTHING}{run.target}", of_draft("no_article", search.lang, name=title)),)
    if paragraph and int(paragraph) > target.paragraphs:
        search.problems.append(
            Problem("assemble.no_paragraph", clause=clause, name=title, paragraph=paragraph, found=target.paragraphs)
        )
        prompt = of_draft("no_paragraph", search.lang, name=title, paragraph=paragraph)
        return (Blank(f"{TO_NOTHING}{run.target}", prompt),)
    if paragraph and target.paragraphs == 1:
        paragraph = ""
    bare, gender = called(target, paragraph, search.lang)
    before = said(bare, gender, run.text, search.lang)[: -len(bare)]
    reference = Ref(run.target if paragraph else name, bare)
    return (Text(before), reference) if before else (reference,)


def called(target: Target, paragraph: str, lang: str) -> tuple[str, str]:
    """Return what a target is called without its article, and the article: "paragraphe 2 de l’article 14", "m"."""
    words = tongue(lang)
    noun = words.refs[target.what]
    number = words.first.get(target.what, target.number) if target.number == "1" else target.number
    whole = noun.name.format(n=number)
    if not paragraph:
        return whole, noun.gender
    inner = words.refs["subparagraph" if target.what == "paragraph_unit" else "paragraph"]
    return inner.name.format(n=paragraph, of=names.forms(whole, noun.gender, lang).of), inner.gender


def said(bare: str, gender: str, form: str, lang: str) -> str:
    """Return a name in the form that a reference asks for: "", of, to, by, in, under, bare."""
    if form == "bare":
        return bare
    forms = names.forms(bare, gender, lang)
    return str(getattr(forms, {"": "name", "in": "in_"}.get(form, form)))


# ---- every run of an agreement ------------------------------------------------------------------------------------
def mapped(agreement: Agreement, step: Step) -> Agreement:
    """Return the agreement with `step` taken on all runs of its preamble, articles, closing words and annexes.

    `step` is given the runs and the name of the part they stand in.
    """
    preamble = agreement.preamble
    if preamble:
        recitals = tuple(replace(one, content=step(one.content, one.provenance.clause)) for one in preamble.recitals)
        opening, formula = step(preamble.opening, "opening"), step(preamble.formula, "opening")
        preamble = replace(preamble, opening=opening, recitals=recitals, formula=formula)
    closing = agreement.testimonium
    if isinstance(closing, Testimonium):
        paragraphs = tuple(_paragraph(one, step, "testimonium") for one in closing.paragraphs)
        closing = replace(closing, paragraphs=paragraphs)
    return replace(
        agreement,
        preamble=preamble,
        articles=tuple(_article(article, step) for article in agreement.articles),
        testimonium=closing,
        annexes=tuple(
            replace(
                annex,
                heading=step(annex.heading, annex.name),
                blocks=tuple(_block(block, step, annex.name) for block in annex.blocks),
                articles=tuple(_article(article, step) for article in annex.articles),
            )
            for annex in agreement.annexes
        ),
    )


def _article(article: Article, step: Step) -> Article:
    blocks = tuple(_block(block, step, article.name) for block in article.blocks)
    return replace(article, heading=step(article.heading, article.name), blocks=blocks)


def _block(block: Block, step: Step, part: str) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, step, part)
    return _table(block, step, part)


def _table(table: Table, step: Step, part: str) -> Table:
    def row(one: Row) -> Row:
        return Row(tuple(step(cell, part) for cell in one.cells))

    rows = tuple(row(one) for one in table.rows)
    return replace(table, heading=row(table.heading), rows=rows, caption=step(table.caption, part))


def _paragraph(one: Paragraph, step: Step, part: str) -> Paragraph:
    items = tuple(_item(item, step, part) for item in one.items)
    return replace(one, content=step(one.content, part), items=items, closing=step(one.closing, part))


def _item(item: Item, step: Step, part: str) -> Item:
    return replace(item, content=step(item.content, part), items=tuple(_item(one, step, part) for one in item.items))
