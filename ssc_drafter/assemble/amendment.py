"""Amendment: from a parent and its changed articles to a protocol, and from parent and protocol to the consolidated text.

A protocol has one article for each change, whose name tells what it does ("replace:notices", "insert:notices:costs",
"delete:audit"); so the consolidated text is read off the protocol alone. Numbers do not move: what is inserted is 6 bis, and
what is deleted leaves its number behind (usage of consolidated treaties, from memory, confirm).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import Struct

from ssc_drafter.assemble.quoting import frozen_annex, living_annex, normal, quoted, unquoted
from ssc_drafter.assemble.references import Target, called, mapped, resolved, said
from ssc_drafter.errors import Problem
from ssc_drafter.language.names import capital
from ssc_drafter.language.tongue import tongue
from ssc_drafter.tree.nodes import Agreement, Annex, Article, Inlines, Paragraph, Ref, Text, plain
from ssc_drafter.tree.numbering import UNNUMBERED

Op = Literal["replace", "insert", "delete"]
INSTRUCTIONS = "instructions"  # the part of a protocol before the single instructions
BETWEEN = ":"
LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")

replace = msgspec.structs.replace


class Change(Struct, frozen=True):
    """One change: what is done, to or after which article or annex (by name; "" before the first), and the new one."""

    op: Op
    target: str
    new: Article | Annex | None = None
    annex: bool = False

    @property
    def name(self) -> str:
        """The name of the protocol's article that makes this change."""
        new = (self.new.name,) if self.op == "insert" and self.new else ()
        return BETWEEN.join((f"{self.op}_annex" if self.annex else self.op, self.target, *new))


def changes_between(parent: Agreement, edited: Agreement) -> tuple[Change, ...]:
    """Return what was changed in an edited copy of a parent, article by article.

    Raises Problem where something else than articles and annexes differs, an article was moved, or nothing was changed.
    """
    for part in ("lang", "title", "parties", "preamble", "testimonium"):
        if getattr(parent, part) != getattr(edited, part):
            raise Problem("amend.only_articles", part=part)
    found = (*_between(parent.articles, edited.articles, False), *_between(parent.annexes, edited.annexes, True))
    if not found:
        raise Problem("amend.no_change")
    return found


def _between(old: tuple[Article | Annex, ...], new: tuple[Article | Annex, ...], annex: bool) -> Iterator[Change]:
    before, after = {one.name: one for one in old}, {one.name: one for one in new}
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        raise Problem("amend.moved")
    last = ""
    for name, one in after.items():
        if name not in before:
            yield Change("insert", last, one, annex)
        elif _words(one) != _words(before[name]):
            yield Change("replace", name, one, annex)
        last = name
    for name in before:
        if name not in after:
            yield Change("delete", name, None, annex)


def _words(one: Article | Annex) -> tuple[object, ...]:
    return (one.heading, normal(one.blocks), getattr(one, "articles", ()))


# ---- the protocol -------------------------------------------------------------------------------------------------
def protocol(parent: Agreement, changes: tuple[Change, ...], frame: Agreement) -> Agreement:
    """Return the protocol: a frame (an amendment protocol without its changes) with one article for each change.

    New annexes stand as annexes of the protocol. Raises Problem where a change names what the parent does not have.
    """
    annexes = tuple(replace(frozen_annex(one.new), name=one.name) for one in changes if isinstance(one.new, Annex))
    known = {*(one.name for one in parent.articles), *(one.name for one in parent.annexes), ""}
    made = []
    for change in changes:
        if change.target not in known:
            raise Problem("amend.no_article", name=change.target)
        known |= {change.new.name} if change.new else set()
        made.append(_instruction(parent, change, changes, [one.name for one in annexes]))
    articles: list[Article] = []
    for article in frame.articles:
        articles.append(replace(article, blocks=article.blocks[:1]) if article.name == INSTRUCTIONS else article)
        if article.name == INSTRUCTIONS:
            articles += made
    whole = replace(frame, articles=tuple(articles), annexes=(*frame.annexes, *annexes))
    return resolved(whole, {}, [])


def _instruction(parent: Agreement, change: Change, changes: tuple[Change, ...], annexes: list[str]) -> Article:
    words = tongue(parent.lang).amending
    there = _cited(parent, change, changes)
    heading: Inlines = (Text(words["heading"].format(article=there)),) if there else ()
    if change.annex:
        return Article(change.name, heading, (Paragraph(_annex_words(change, words, there, annexes)),))
    key = "first" if change.op == "insert" and not change.target else change.op
    line = (Text(capital(words[key].format(article=there))),)
    if not isinstance(change.new, Article):
        return Article(change.name, heading, (Paragraph(line),))
    label = capital(_name(parent.lang, _unit(parent), _new_number(parent, change, changes))[0])
    quote = quoted(change.new, label, parent.lang)
    return Article(change.name, heading, (Paragraph(line, number=UNNUMBERED), *quote))


def _annex_words(change: Change, words: dict[str, str], there: str, annexes: list[str]) -> Inlines:
    before, own, after = words[f"{change.op}_annex"].format(annex=there, own="\0").partition("\0")
    if not own:
        return (Text(capital(before)),)
    return (*((Text(capital(before)),) if before else ()), Ref(change.name), Text(after))


def _cited(parent: Agreement, change: Change, changes: tuple[Change, ...]) -> str:
    """Return how the sentence calls what is changed: "article 6", "l’article 6"; of a new annex its number to come."""
    if change.annex and change.op == "insert":
        bare, gender = _name(parent.lang, "annex", _new_number(parent, change, changes))
        return said(bare, gender, "", parent.lang)
    if not change.target:
        return ""
    numbers = _numbers(parent, changes)
    bare, gender = _name(parent.lang, "annex" if change.annex else _unit(parent), numbers[change.target])
    return said(bare, gender, "", parent.lang)


def _name(lang: str, what: str, number: str) -> tuple[str, str]:
    return called(Target(what, number, 0), "", lang)


def _unit(parent: Agreement) -> str:
    return {"paragraph": "paragraph_unit", "number": "section"}.get(parent.unit, parent.unit)


# ---- numbers that do not move -------------------------------------------------------------------------------------
def _numbers(parent: Agreement, changes: tuple[Change, ...]) -> dict[str, str]:
    """Return the number of every article and annex by name: the old ones as printed, new ones bis, ter ..."""
    numbers = {one.name: one.number or str(place) for place, one in enumerate(parent.articles, 1)}
    numbers |= {one.name: one.number or str(place) for place, one in enumerate(parent.annexes, 1)}
    roots: dict[str, str] = {}
    for change in changes:
        if change.op == "insert" and change.new:
            root = roots.get(change.target, change.target)
            roots[change.new.name] = root
            taken = {*numbers.values()} if not change.annex else {numbers[one.name] for one in parent.annexes}
            numbers[change.new.name] = change.new.number or _free(numbers.get(root, "0"), taken)
    return numbers


def _free(root: str, taken: set[str]) -> str:
    if root.isdigit() and str(int(root) + 1) not in taken:  # after the last there is room
        return str(int(root) + 1)
    for word in LATIN:
        if f"{root} {word}" not in taken:
            return f"{root} {word}"
    raise Problem("amend.too_many", root)


def _new_number(parent: Agreement, change: Change, changes: tuple[Change, ...]) -> str:
    name = change.new.name if change.op == "insert" and change.new else change.target
    return _numbers(parent, changes)[name]


# ---- the consolidated text ----------------------------------------------------------------------------------------
def changes_in(made: Agreement) -> tuple[Change, ...]:
    """Return the changes that a protocol makes, read off its articles."""
    annexes = {one.name: one for one in made.annexes}
    return tuple(_read(one, annexes) for one in made.articles if one.name.partition(BETWEEN)[0] in OPS)


OPS = {f"{op}{end}" for op in ("replace", "insert", "delete") for end in ("", "_annex")}


def _read(one: Article, annexes: dict[str, Annex]) -> Change:
    what, target, *new = one.name.split(BETWEEN)
    op: Op = what.removesuffix("_annex")  # type: ignore[assignment]
    name = new[0] if new else target
    if what.endswith("_annex"):
        return Change(op, target, replace(living_annex(annexes[one.name]), name=name) if op != "delete" else None, True)
    return Change(op, target, unquoted(name, "", one.blocks[1:]) if op != "delete" else None)


def consolidated(parent: Agreement, made: Agreement) -> Agreement:
    """Return the parent as a protocol amends it. Raises Problem where the protocol changes nothing of it."""
    changes = changes_in(made)
    if not changes:
        raise Problem("amend.no_change")
    numbers = _numbers(parent, changes) if any(one.op != "replace" for one in changes) else {}
    articles, annexes = list(parent.articles), list(parent.annexes)
    for change in changes:
        _apply(annexes if change.annex else articles, change, parent.lang)  # type: ignore[arg-type]
    whole = replace(parent, articles=tuple(articles), annexes=tuple(annexes), draft_mark="")
    if not numbers:
        return whole
    return replace(
        whole,
        articles=tuple(replace(one, number=numbers[one.name]) for one in whole.articles),
        annexes=tuple(replace(one, number=numbers[one.name]) for one in whole.annexes),
    )


def _apply(nodes: list[Article | Annex], change: Change, lang: str) -> None:
    names = [one.name for one in nodes]
    if change.target and change.target not in names:
        raise Problem("amend.no_article", name=change.target)
    place = names.index(change.target) if change.target else -1
    if change.op == "insert" and change.new:
        nodes.insert(place + 1, change.new)
    elif change.op == "replace" and change.new:
        old = nodes[place]
        nodes[place] = replace(change.new, number=old.number, provenance=old.provenance)
    else:
        nodes[place] = _deleted(nodes[place], lang)


def _deleted(node: Article | Annex, lang: str) -> Article | Annex:
    heading = (Text(tongue(lang).amending["deleted"]),)
    if isinstance(node, Annex):
        return Annex(node.name, heading, number=node.number)
    return Article(node.name, heading, (), node.number)


def lost_references(text: Agreement) -> tuple[str, ...]:
    """Return the names of deleted articles that other articles of a consolidated text go on referring to."""
    nodes: tuple[Article | Annex, ...] = (*text.articles, *text.annexes)
    deleted = tongue(text.lang).amending["deleted"]
    gone = {one.name for one in nodes if not one.blocks and plain(one.heading) == deleted}
    found: list[str] = []

    def step(runs: Inlines, part: str) -> Inlines:
        found.extend(run.target for run in runs if isinstance(run, Ref) and run.target.partition("/")[0] in gone)
        return runs

    mapped(text, step)
    return tuple(dict.fromkeys(one.partition("/")[0] for one in found))
