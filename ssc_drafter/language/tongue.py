"""A language as data: clauses/_language/<lang>.toml, read once for each edition that drafts are made from."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.errors import Problem


class Noun(Struct, frozen=True):
    """What a thing is called ("article {n}") and the article that its name takes (a key of `articles`)."""

    name: str
    gender: str


class Tongue(Struct, frozen=True, forbid_unknown_fields=True, rename={"and_": "and", "or_": "or"}):
    """Everything the program says by itself in one language. The files in clauses/_language explain each table."""

    name: str
    and_: str
    or_: str
    serial: bool
    quotes: tuple[str, str]
    spaced: str
    definition: str
    not_answered: str
    vowels: str
    prepositions: dict[str, str]
    articles: dict[str, str]
    contractions: dict[str, str]
    heads: dict[str, str]
    defaults: dict[str, str]
    locative: dict[str, Any]
    countries: dict[str, str]
    short: dict[str, str]
    capacities: dict[str, str]
    genders: dict[str, str]
    roles: dict[str, str]
    signature: dict[str, str]
    refs: dict[str, Noun]
    first: dict[str, str]
    units: dict[str, tuple[str, str]]
    formats: dict[str, str]
    languages: dict[str, dict[str, str]]
    aspirated: tuple[str, ...] = ()
    long: dict[str, str] = {}
    elisions: dict[str, str] = {}
    counted: dict[str, Any] = {}
    spoken: dict[str, str] = {}  # patterns of what num2words says otherwise than the language, and what is said
    amending: dict[str, str] = {}  # the instructions of a protocol of amendment
    drafts: dict[str, str] = {}  # what a draft says of itself: its mark on each page, a reference that leads nowhere
    agreement: dict[str, dict[str, str]] = {}  # feminines of masculine "words" and "endings"
    euphony: dict[str, dict[str, str]] = {}  # "and", "or": before which sounds (a pattern) they become what
    repeated: tuple[str, ...] = ()  # prepositions said again before each thing of a row
    contracts_names: bool = False  # whether the article of a name is drawn in too ("Le Caire", "au Caire")
    verbs: str = r"(?!)"  # a pattern: a word before which "le" is a pronoun, never drawn into "de" or "à"

    def country_gender(self, code: str) -> str:
        """Return which article the short name of a country takes."""
        for gender, codes in self.countries.items():
            if code in codes.split():
                return gender
        return self.defaults["country"]


@places.kept_by_language(4)
def languages() -> tuple[str, ...]:
    """Return the languages in which drafts can be made, in alphabetical order: those that have register words too.

    Spanish and Portuguese have their table (a Party may be named in them); clauses in them open with a file in `_registers`.
    """
    folder = places.language()
    registers = folder.parent / "_registers"
    return tuple(sorted(path.stem for path in folder.glob("*.toml") if (registers / path.name).is_file()))


@places.kept_by_language(16)
def tongue(lang: str) -> Tongue:
    """Return the words of a language. Raises Problem when there is no such file or it is not complete."""
    path = places.language() / f"{lang}.toml"
    if not path.is_file():
        raise Problem("library.no_language", language=lang, languages=", ".join(languages()))
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Tongue)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise Problem("library.bad_toml", f"clauses/_language/{lang}.toml", detail=error) from None


def locale(lang: str) -> str:
    """Return the locale of CLDR whose habits a language follows here: British in English, European in Portuguese."""
    return {"en": "en_GB", "pt": "pt_PT"}.get(lang, lang)
