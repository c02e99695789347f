"""A saved body as a draft: its agreement, its running text, its questions with their answers. Kept while looked at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter import words
from ssc_drafter.answers.question import Question
from ssc_drafter.answers.read import look
from ssc_drafter.answers.values import Party, Value
from ssc_drafter.assemble import Draft, draft
from ssc_drafter.errors import Problem
from ssc_drafter.library.changes import Changes, read_changes
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.body import Above, Body
from ssc_drafter.server.gate.ground import me, sent_number, store
from ssc_drafter.store import drafts
from ssc_drafter.tree.nodes import Agreement, Blank, Bracket, Inlines, plain
from ssc_drafter.tree.running import RunningText, running_text
from ssc_drafter.tree.walk import all_words

AT_HAND = 64  # bodies whose drafts are kept made


class Drafted(Struct, frozen=True):
    """A draft made from a body. `kind` and `draft` are None for a text that was read from a file."""

    body: Body
    agreement: Agreement
    running: RunningText
    kind: Kind | None = None
    draft: Draft | None = None
    wrong: Mapping[str, tuple[Problem, ...]] = {}

    @property
    def library(self) -> Library:
        """The edition of the library that the draft is made from; today's for a text that was read from a file."""
        return editions.of(self.body.library if self.kind else "")

    @property
    def questions(self) -> dict[str, Question]:
        """The questions of the draft, hidden ones too, by id."""
        return {one.id: one for one in self.draft.questions} if self.draft else {}

    @property
    def values(self) -> Mapping[str, Value]:
        """The answers that count."""
        return self.draft.values if self.draft else {}

    @property
    def title(self) -> str:
        """The title on one line, as lists show it."""
        if not self.kind:
            return self.running.title or (self.body.imported.name if self.body.imported else "")
        title = title_of(self.agreement, self.kind, self.body.lang)
        return f"{title} ({words.say('pages.edited_copy', self.body.lang)})" if self.body.amends else title

    @property
    def countries(self) -> tuple[str, ...]:
        """The States whose laws the draft is held against."""
        parties = self.values.get("parties")
        found = [one.country for one in parties if isinstance(one, Party)] if isinstance(parties, tuple) else []
        return tuple(dict.fromkeys(code for code in (*found, *self.body.countries) if code))

    @property
    def blank_places(self) -> int:
        """At how many places of the text a marked blank stands: one answer may be missing at several."""
        return _count(self.agreement)

    def blanks(self) -> tuple[tuple[str, str], ...]:
        """Return the question and the prompt of every blank that is left, each question once."""
        found: dict[str, str] = {}
        for _, _, inlines in all_words(self.agreement):
            for blank in _blanks(inlines):
                found.setdefault(blank.slot, blank.prompt)
        return tuple(found.items())


def _count(agreement: Agreement) -> int:
    return sum(len(_blanks(inlines)) for _, _, inlines in all_words(agreement))


def _blanks(inlines: Inlines) -> list[Blank]:
    found: list[Blank] = []
    for one in inlines:
        if isinstance(one, Blank):
            found.append(one)
        elif isinstance(one, Bracket):
            found += _blanks(one.content)
    return found


def title_of(agreement: Agreement, kind: Kind, lang: str) -> str:
    """Return what a draft is called in a list: its kind and its subject, without the Parties."""
    subject = next((plain(line.content) for line in agreement.title if line.part == "subject"), "")
    name = kind.title.get(lang) or kind.title.get("en") or kind.id
    joint = next((plain(line.content) for line in reversed(agreement.title) if line.part == "joint"), "")
    return f"{name} {joint} {subject}".replace("  ", " ").strip() if subject else name


def drafted(data: bytes) -> Drafted:
    """Return the draft of a body, made from the edition of the library that it names. The same bytes give the same draft."""
    return _drafted(data, bodies.read(data).library or editions.number_today())


@lru_cache(maxsize=AT_HAND)
def _drafted(data: bytes, edition: str) -> Drafted:
    body = bodies.read(data)
    if body.imported:
        agreement = msgspec.convert(body.imported.agreement, Agreement)
        return Drafted(body, agreement, msgspec.convert(body.imported.running, RunningText))
    library = editions.of(edition)
    made = _made(body, library, body.lang, body.answers)
    wrong = look(made.questions, body.answers).problems
    kind = library.kind(body.kind).of(made.values)
    return Drafted(body, made.agreement, running_text(made.agreement), kind, made, wrong)


def _made(body: Body, library: Library, lang: str, answers: Mapping[str, Any]) -> Draft:
    above = earlier(body.parent)
    return draft(library, body.kind, answers, lang, changes_of(body), body.date, above.agreement if above else None)


def in_language(made: Drafted, lang: str, answers: Mapping[str, Any] | None = None) -> Draft:
    """Return a draft made again in a language, from its own answers or from others. Raises Problem where there is no such."""
    return _made(made.body, made.library, lang, made.body.answers if answers is None else answers)


def earlier(above: Above | None) -> Drafted | None:
    """Return another draft as it stood at the version that is named, or None where none is."""
    return drafted(drafts.read(store(), above.draft, above.version).body) if above else None


def changes_of(body: Body) -> Changes:
    """Return the drafter's choices."""
    return read_changes(body.changes)


def replaced(head: drafts.Draft, body: Body) -> Drafted:
    """Save another body of a draft, made on the version that the form names (`base`), and return its draft. Raises Conflict."""
    made = drafted(body.to_json())
    keep(head, sent_number("base", head.version), made, made.body.to_json())
    return made


def keep(head: drafts.Draft, base: int, made: Drafted, data: bytes) -> drafts.Saved:
    """Save a body made on version `base`. Raises Conflict."""
    op = bodies.mark(head.id, me().id, base, data)
    return drafts.save(store(), me(), head.id, base=base, op=op, body=data, title=made.title[:300], lang=made.body.lang)
