"""An officer's words in a second language: the articles and paragraphs by hand, what the other version says, what is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.library.changes import Changes
from ssc_drafter.server.draft import edited
from ssc_drafter.server.draft.drafted import Drafted, changes_of, in_language
from ssc_drafter.server.gate.ground import say
from ssc_drafter.server.views.partview import numbers_of

HEADING, TEXT = "heading", "text"


class ByHand(Struct, frozen=True):
    """Words by hand: the name of their field, what they are, what the draft says, what the other version says.

    `given` says whether the words of the other version are an officer's too; else they are the clause's, or missing.
    """

    name: str
    label: str
    ours: str
    theirs: str
    given: bool


def by_hand(made: Drafted, lang: str) -> list[ByHand]:
    """Return the officer's words of a draft beside those of another language version, articles first."""
    changes = changes_of(made.body)
    if made.draft is None or not (changes.articles or changes.edits):
        return []
    return [*_articles(made, changes, lang), *_paragraphs(made, lang)]


def _articles(made: Drafted, changes: Changes, lang: str) -> Iterator[ByHand]:
    numbers = {one.name: place for place, one in enumerate(made.agreement.articles, 1)}
    for one in changes.articles:
        if one.lang in ("", lang) or one.name not in numbers:
            continue
        there = one.said(lang)
        for what, ours in ((HEADING, one.heading), (TEXT, one.text)):
            label = say(f"pages.hand_{what}", number=numbers[one.name], unit=say(f"pages.unit_{made.agreement.unit}"))
            theirs = (there.heading if what == HEADING else there.text) if there else ""
            yield ByHand(f"{one.name}~{what}", label, ours, theirs, bool(there))


def _paragraphs(made: Drafted, lang: str) -> Iterator[ByHand]:
    other, numbers = _version(made, lang), numbers_of(made)
    at, there = _addresses(made), _addresses(other)
    for one in edited.edits_in(made):
        key = (one.part, one.key)
        if one.lang == made.body.lang and key in at and key in there:
            number = numbers.get(at[key], "")
            label = say("pages.hand_paragraph", number=number) if number else say("pages.hand_words")
            given = edited.edit_of(other, key) is not None
            ours, theirs = edited.text_at(made, at[key]), edited.text_at(other, there[key])
            yield ByHand("~".join(key), label, ours, theirs, given)


def _version(made: Drafted, lang: str) -> Drafted:
    built = in_language(made, lang)
    return replace(made, body=replace(made.body, lang=lang), agreement=built.agreement, draft=built)


def _addresses(made: Drafted) -> dict[tuple[str, str], str]:
    return {key: address for address, key in reversed(made.draft.keys.items())} if made.draft else {}


def with_hands(made: Drafted, lang: str, typed: Mapping[str, str], by: str) -> dict[str, Any]:
    """Return the changes of a draft with what was typed for another language version."""
    free = {one.name for one in changes_of(made.body).articles}
    other = _version(made, lang)
    for one in by_hand(made, lang):
        text = edited.composed(typed.get(one.name, one.theirs))
        part, _, key = one.name.rpartition("~")
        if text.strip() == one.theirs.strip():
            continue
        if part in free:
            other = edited.with_article_said(other, part, key, text)
        elif text.strip():
            other = edited.with_edit(other, _addresses(other)[(part, key)], text, by)
    return other.body.changes
