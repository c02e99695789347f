"""What an officer does to the parts of a draft, as new bodies: another variant, other words, moved, left out, put in, added."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from msgspec.structs import replace

from ssc_drafter.assemble.edits import linked, words_of
from ssc_drafter.errors import Problem
from ssc_drafter.language.pasted import as_lines, seen
from ssc_drafter.library.changes import AddedPart, Changes, Edit, FreeArticle, FreeWords, Move
from ssc_drafter.library.plan import plan
from ssc_drafter.server.draft.body import Body
from ssc_drafter.server.draft.drafted import Drafted, changes_of, drafted
from ssc_drafter.tree.nodes import Annex, Article, Inlines, Paragraph, Recital
from ssc_drafter.tree.numbering import number_of

LONGEST, LONGEST_HEADING = 20_000, 300  # characters of an officer's paragraph or article; the pages refuse more


def _with(body: Body, changes: Changes) -> Drafted:
    plain: dict[str, Any] = msgspec.to_builtins(changes)
    return drafted(replace(body, changes=plain).to_json())


def composed(text: str) -> str:
    """Return what was typed or pasted in a field of several lines, as lines of the notation, no empty ones around it."""
    return as_lines(text).strip("\n")


def part_of(made: Drafted, address: str) -> str:
    """Return the name of the part that an address stands in, or "" where it is none of ours."""
    found = made.draft.keys.get(address) if made.draft else None
    if found:
        return found[0]
    top = address.partition("__")[0]
    node = number_of(made.agreement).get(top)
    return node.node.name if node and made.draft and isinstance(node.node, Article | Annex) else ""


def node_of(made: Drafted, address: str) -> Paragraph | Inlines | None:
    """Return the words at an address as they stand: a paragraph, or the runs of a recital, opening or formula."""
    preamble = made.agreement.preamble
    if preamble and address == "preamble":
        return preamble.opening
    if preamble and address == "preamble__formula":
        return preamble.formula
    closing = made.agreement.testimonium
    if closing and address.startswith("testimonium__para_"):
        place = int(address.rpartition("_")[2]) - 1
        return closing.paragraphs[place] if place < len(closing.paragraphs) else None
    found = number_of(made.agreement).get(address)
    if found is None:
        return None
    if isinstance(found.node, Recital):
        return found.node.content
    return found.node if isinstance(found.node, Paragraph) else None


def text_at(made: Drafted, address: str) -> str:
    """Return the words at an address as they are shown for editing. Paragraphs of one edit stand together."""
    key = key_of(made, address)
    edit = edit_of(made, key)
    node = node_of(made, address)
    if edit is not None:
        same = [one for one, other in (made.draft.keys if made.draft else {}).items() if other == key]
        nodes = [found for one in same if (found := node_of(made, one)) is not None]
        return "\n".join(words_of(one) for one in nodes)
    return words_of(node) if node is not None else ""


def key_of(made: Drafted, address: str) -> tuple[str, str]:
    """Return the part and key that an edit of an address needs. Raises Problem where nothing can be edited there."""
    found = made.draft.keys.get(address) if made.draft else None
    if found is None:
        raise Problem("assemble.no_edit", address=address)
    return found


def edits_in(made: Drafted) -> tuple[Edit, ...]:
    """Return the officer's edits in the language of the draft; those of another language version stand in that one."""
    return tuple(one for one in changes_of(made.body).edits if one.lang in ("", made.body.lang))


def edit_of(made: Drafted, key: tuple[str, str]) -> Edit | None:
    """Return the officer's edit of a paragraph in the draft's language, or None."""
    return next((one for one in edits_in(made) if (one.part, one.key) == key), None)


def with_edit(made: Drafted, address: str, text: str, by: str) -> Drafted:
    """Return the draft with other words at an address. The words of the clause again, and the edit is given up."""
    key = key_of(made, address)
    changes = changes_of(made.body)
    text = composed(text)
    free = next((one for one in changes.articles if one.name == key[0]), None)
    if free is not None:
        return _with(made.body, _free_edited(changes, free, key[1], text))
    beneath = made.draft.beneath.get(key) if made.draft else None
    base = words_of(beneath) if beneath is not None else ""
    mine = edit_of(made, key)
    others = tuple(one for one in changes.edits if one != mine)
    if text.strip() == base.strip():
        return _with(made.body, replace(changes, edits=others))
    kept = linked(text, beneath) if beneath is not None else text
    return _with(made.body, replace(changes, edits=(*others, Edit(*key, text=kept, base=base, by=by, lang=made.body.lang))))


def _free_edited(changes: Changes, free: FreeArticle, key: str, text: str) -> Changes:
    """Return the changes with one paragraph of an officer's own article put otherwise."""
    if key == "heading":
        other = replace(free, heading=" ".join(text.split()))
    else:
        paragraphs = re.split(r"\n(?=\S)(?!\()", free.text.strip("\n"))
        place = int(key) - 1 if key.isdigit() else -1
        if not 0 <= place < len(paragraphs):
            raise Problem("assemble.no_edit", address=key)
        paragraphs[place] = text
        other = replace(free, text="\n".join(one for one in paragraphs if one.strip()))
    return replace(changes, articles=tuple(other if one.name == free.name else one for one in changes.articles))


def without_edit(made: Drafted, key: tuple[str, str]) -> Drafted:
    """Return the draft with the clause's own words again."""
    changes = changes_of(made.body)
    return _with(made.body, replace(changes, edits=tuple(one for one in changes.edits if (one.part, one.key) != key)))


def with_edit_kept(made: Drafted, key: tuple[str, str]) -> Drafted:
    """Return the draft in which an officer's words stand over the clause as it is now."""
    changes = changes_of(made.body)
    beneath = made.draft.beneath.get(key) if made.draft else None
    base = words_of(beneath) if beneath is not None else ""
    mine = edit_of(made, key)
    edits = tuple(replace(one, base=base) if one == mine else one for one in changes.edits)
    return _with(made.body, replace(changes, edits=edits))


def with_variant(made: Drafted, part: str, variant: str) -> Drafted:
    """Return the draft with another variant of a part. Raises Problems for a red line or what is not there."""
    changes = changes_of(made.body)
    return _with(made.body, replace(changes, variants={**changes.variants, part: variant}))


def with_part_moved(made: Drafted, part: str, after: str) -> Drafted:
    """Return the draft with a part placed after another ("": first)."""
    changes = changes_of(made.body)
    free = tuple(replace(one, after=after) if one.name == part else one for one in changes.articles)
    if any(one.name == part for one in changes.articles):
        return _with(made.body, replace(changes, articles=free))
    others = tuple(one for one in changes.moved if one.part != part)
    return _with(made.body, replace(changes, moved=(*others, Move(part, after))))


def without_part(made: Drafted, part: str) -> Drafted:
    """Return the draft without a part; its answers stay. An officer's own article is kept aside in the earlier versions."""
    changes = changes_of(made.body)
    if any(one.name == part for one in changes.articles):
        left = tuple(one for one in changes.articles if one.name != part)
        moved = tuple(one for one in changes.moved if one.part != part)
        return _with(made.body, replace(changes, articles=left, moved=moved))
    if any(one.part == part for one in changes.added):
        return _with(made.body, replace(changes, added=tuple(one for one in changes.added if one.part != part)))
    return _with(made.body, replace(changes, dropped=tuple(dict.fromkeys((*changes.dropped, part)))))


def with_part(made: Drafted, part: str, after: str = "") -> Drafted:
    """Return the draft with a part put in: one that was dropped, one that the outline offers, or a clause of the library."""
    changes = changes_of(made.body)
    if part in changes.dropped:
        return _with(made.body, replace(changes, dropped=tuple(one for one in changes.dropped if one != part)))
    offered = made.kind.part(part) if made.kind else None
    if offered and offered.offer:
        return _with(made.body, replace(changes, taken=(*changes.taken, part)))
    clause = made.library.clause(part)
    return _with(made.body, replace(changes, added=(*changes.added, AddedPart(clause.id, after=after))))


def with_article(made: Drafted, heading: str, text: str, after: str, by: str) -> tuple[Drafted, str]:
    """Return the draft with an article of the officer's own, and the name of that part."""
    changes = changes_of(made.body)
    taken = {row.name for row in plan(made.library, made.kind, changes)} if made.kind else set()
    taken |= set(changes.dropped)
    number = next(number for number in range(1, 1000) if f"own_{number}" not in taken)
    article = FreeArticle(f"own_{number}", " ".join(seen(heading).split()), composed(text), after, by, made.body.lang)
    return _with(made.body, replace(changes, articles=(*changes.articles, article))), article.name


def with_article_said(made: Drafted, part: str, what: str, text: str) -> Drafted:
    """Return the draft with the heading or the text of an officer's article in the draft's language beside the one it was
    written in; nothing typed, and it is missing there again.
    """
    changes, lang = changes_of(made.body), made.body.lang
    articles = []
    for one in changes.articles:
        if one.name == part:
            said = {"heading": "", "text": ""} | msgspec.to_builtins(one.others.get(lang, {})) | {what: text.strip("\n")}
            kept = {code: words for code, words in one.others.items() if code != lang}
            one = replace(one, others=kept | ({lang: FreeWords(**said)} if any(said.values()) else {}))
        articles.append(one)
    return _with(made.body, replace(changes, articles=tuple(articles)))


def part_words(made: Drafted, part: str) -> str:
    """Return the words of a part as they stand in the draft, without its heading."""
    nodes: list[Article | Annex] = [*made.agreement.articles, *made.agreement.annexes]
    for node in nodes:
        if node.name == part:
            return "\n".join(words_of(block) for block in node.blocks if isinstance(block, Paragraph))
    keys = made.draft.keys if made.draft else {}
    found = [node_of(made, address) for address, (name, key) in keys.items() if name == part and key != "heading"]
    return "\n".join(words_of(one) for one in found if one is not None)
