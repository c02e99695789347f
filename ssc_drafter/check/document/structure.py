"""Sections of a law that only carry it: title, commencement, interpretation, application, repeal (law/document)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check.candidates import Place, known
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.policies.grammar import fold

Carries = Literal["", "definition", "structure"]


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    headings: tuple[str, ...]
    openings: tuple[str, ...]
    definition: tuple[str, ...]


@lru_cache(maxsize=1)
def _all() -> dict[str, _Words]:
    raw = tomllib.loads((places.LAW / "document" / "structure.toml").read_text("utf-8"))
    raw.pop("source")  # where the words come from is for readers of the file
    return {lang: _Words(**{name: tuple(words) for name, words in table.items()}) for lang, table in raw.items()}


def carries(place: Place) -> Carries:
    """Return "definition" for a section of definitions, "structure" for another that only carries the law, else nothing."""
    return _carries(
        place.provision.heading or "", provision_body(place.instrument, place.provision), known(place.instrument.lang)
    )


@lru_cache(maxsize=20_000)
def _carries(heading: str, body: str, lang: str) -> Carries:
    words = _all()[lang]
    title, opening = _bare(heading), " ".join(fold(body.lstrip()[:160]).split()).lstrip("(1) ")
    if title in words.headings or opening.startswith(words.openings):
        return "definition" if title.startswith(words.definition) or opening.startswith(words.definition) else "structure"
    return ""


def _bare(heading: str) -> str:
    return fold(heading).strip(" \t\n.:;-–—()*_").removeprefix("de la ").removeprefix("del ").removeprefix("de los ")
