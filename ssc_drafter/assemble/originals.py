"""The originals of one agreement by the alternat: in its own each Party is named first, signs first, has its language first.

The practice of bilateral treaties (from memory, confirm). Of three Parties each has an original that begins with it and keeps
the order of the others. An exchange of notes has none: each note is in its sender's style.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

PARTIES, LANGUAGES = "parties", "languages"
WITHOUT = ("exchange_of_notes",)


class Original(Struct, frozen=True):
    """One Party's original: its place among the Parties and its country, its language, the answers in its order."""

    place: int
    country: str
    lang: str
    answers: Mapping[str, Any]


def originals(kind: str, answers: Mapping[str, Any], lang: str = "en") -> list[Original]:
    """Return the originals of a draft, the first being that of the order as answered; none where the kind has no alternat.

    `answers` are plain data. Languages belong to the Parties in their order where there is one for each.
    """
    parties = list(answers.get(PARTIES) or ())
    tongues = [str(one) for one in answers.get(LANGUAGES) or ()]
    if kind in WITHOUT or len(parties) < 2:
        return []
    made = []
    for place, party in enumerate(parties):
        own = tongues if len(tongues) != len(parties) else _first(tongues, place)
        rows = {PARTIES: _first(parties, place), **({LANGUAGES: own} if tongues else {})}
        country = str(party.get("country") or "") if isinstance(party, Mapping) else ""
        made.append(Original(place, country.upper(), own[0] if own else lang, {**answers, **rows}))
    return made


def _first(rows: list[Any], place: int) -> list[Any]:
    return [rows[place], *rows[:place], *rows[place + 1 :]]
