"""States as the pages name them: real ones by their names, fictional ones by what their own laws and answers call them.

Also: which States a text that came from elsewhere names as its Parties, and of which Parties no law has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from flask import g, has_request_context

from ssc_drafter.answers.values import Party
from ssc_drafter.language.states import names, unaccented
from ssc_drafter.server.draft import shelf
from ssc_drafter.server.draft.drafted import Drafted
from ssc_drafter.server.gate.ground import language, say, store
from ssc_drafter.store import Store, instruments
from ssc_drafter.tree.running import RunningText

OPENING = 600  # characters in which the Parties of a text without a readable title are looked for
WITHOUT_LAWS = ("international_organization", "regional_body")
OF = r"\b(?:of|de|du|da|do|del)\s+(?:the\s+|la\s+|l['’]|o\s+|a\s+)?|\bd['’]"
CONSTITUTION = re.compile(rf"constitu\w+\b.*(?:{OF})(\w[\w’' -]*)$", re.I)


def fictional(kept: Store) -> dict[str, str]:
    """Return the names of fictional States by their codes: as the title of each one's constitution has it."""
    found: dict[str, str] = {}
    for law in instruments.listed(kept):
        hit = CONSTITUTION.match(re.sub(r"\([^)]*\)", "", law.title).strip())
        if hit and law.country in shelf.FICTIONAL:
            found.setdefault(law.country, hit[1].strip())
    return found


def known_names() -> dict[str, str]:
    """Return the names of fictional States that the laws of the store tell; looked up once a request."""
    if not has_request_context():
        return {}
    if "state_names" not in g:
        g.state_names = fictional(store())
    return dict(g.state_names)


def state_name(code: str, made: Drafted | None = None) -> str:
    """Return the name of a State in the language of the page; of a fictional one as the draft or its laws call it."""
    lang = language()
    own = party_names(made, lang) if made and code in shelf.FICTIONAL else {}
    return own.get(code) or known_names().get(code) or shelf.state_name(code, lang)


def named(made: Drafted | None = None) -> tuple[tuple[str, str], ...]:
    """Return the names of fictional States, for a list to choose from."""
    found = {**known_names(), **(party_names(made, language()) if made else {})}
    return tuple(sorted((code, name) for code, name in found.items() if code in shelf.FICTIONAL))


def party_names(made: Drafted, lang: str) -> dict[str, str]:
    """Return what the answers of a draft call its Parties, by code."""
    return {one.country: _called(one, lang) for one in _parties(made) if one.country and one.names}


def _parties(made: Drafted) -> list[Party]:
    answered = made.values.get("parties")
    return [one for one in answered if isinstance(one, Party)] if isinstance(answered, tuple) else []


def _called(party: Party, lang: str) -> str:
    name = party.names.get(lang) or next(iter(party.names.values()), None)
    return (name.short or name.long) if name else ""


def lacking_in(made: Drafted, read: Iterable[str]) -> tuple[str | Party, ...]:
    """Return the Parties of which no law is among those of the States `read`: by code, else as they were answered."""
    here = set(read)
    unlisted = [one for one in _parties(made) if one.names and not one.country and one.capacity not in WITHOUT_LAWS]
    return (*(code for code in made.countries if code not in here), *unlisted)


def not_held(made: Drafted, read: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for every Party of which no law has been read: nothing was held against it."""
    lacking = lacking_in(made, read)
    if not lacking and not made.countries:
        return (say("pages.no_state"),)
    names = [state_name(one, made) if isinstance(one, str) else _called(one, language()) for one in lacking]
    return tuple(say("pages.no_law_of", state=name) for name in dict.fromkeys(names))


def recognised(running: RunningText, own: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the States that a text names as its Parties: in their names, its title, else its first words.

    Names are those of CLDR and ISO 3166 in English, French, Spanish and Portuguese; `own` are those of fictional States.
    """
    known = {**names(), **{unaccented(name): code for code, name in own.items()}}
    by_length = sorted((name for name in known if name), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, by_length))})(?![\w])")
    for text in (" ; ".join(running.parties), running.title, running.text[:OPENING]):
        flat = " ".join(unaccented(text).split())
        if found := tuple(dict.fromkeys(known[hit[0]] for hit in pattern.finditer(flat))):
            return found
    return ()
