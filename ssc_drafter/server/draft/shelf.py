"""What the pages take from the shelf: the library, read once, and the names of States and languages."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.answers.parties import CAPACITIES, ROLES
from ssc_drafter.language.numbers import language_name
from ssc_drafter.language.states import codes, short_name
from ssc_drafter.language.tongue import languages
from ssc_drafter.library.load import Library
from ssc_drafter.server.draft import editions
from ssc_drafter.words import say

FICTIONAL = tuple(f"X{chr(letter)}" for letter in range(ord("A"), ord("Z") + 1))


def library() -> Library:
    """Return the library of today: what new drafts are made from. A draft has its own edition, `Drafted.library`."""
    return editions.today()


@lru_cache(maxsize=32)
def states(lang: str, own: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the codes of States with their short names, in the order of a list that people read; fictional ones last.

    `own` are the names of fictional States that laws or answers tell.
    """
    told = dict(own)
    named = [(code, short_name(code, lang)) for code in codes()]
    real = sorted(((code, name) for code, name in named if name), key=lambda one: one[1].casefold())
    known = [(code, say("pages.fictional_named", lang, name=told[code], code=code)) for code in FICTIONAL if code in told]
    return (*real, *known, *((code, say("pages.fictional_state", lang, code=code)) for code in FICTIONAL if code not in told))


def state_name(code: str, lang: str) -> str:
    """Return the name of a State, or its code where it is fictional, or a sentence where there is none."""
    if not code:
        return say("pages.no_country", lang)
    name = "" if code in FICTIONAL else short_name(code, lang)
    return name or say("pages.fictional_state", lang, code=code)


def tongue_name(code: str, lang: str) -> str:
    """Return the name of a language in the language of the page."""
    return language_name(code, lang) or code


@lru_cache(maxsize=8)
def draft_tongues(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the languages in which drafts can be made, with their names."""
    return tuple((code, tongue_name(code, lang)) for code in languages())


def capacities(lang: str) -> tuple[tuple[str, str], ...]:
    """Return in which capacities a Party may sign."""
    return tuple((one, say(f"pages.capacity_{one}", lang)) for one in CAPACITIES)


def roles(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the roles of triangular cooperation."""
    return tuple((one, say(f"pages.role_{one}", lang)) for one in ROLES)


def kind_title(kind: str, lang: str) -> str:
    """Return what a kind of instrument is called, or that the draft was read from a file."""
    known = library().kinds.get(kind)
    return (known.title.get(lang) or known.title.get("en") or kind) if known else say("pages.imported_kind", lang)
