"""Positions of the house: rules that an office sets itself, in plain words, held against drafts like a provision.

A position is no law: a finding against one says "the house's position says", and its gravity is what the office gave it.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.policies.language_found import language_of_few

Severity = Literal["low", "medium"]
Texts = Literal["all", "binding", "non_binding"]
SHIPPED = places.LAW / "positions"
LONGEST = 2_000  # signs of a rule
NAMED = 8  # words of a rule that name it where it has no title
_KEYS = frozenset({"title", "text", "about", "severity", "texts", "on", "source", "country"})
_CODE = re.compile(r"[A-Z]{2}")


class Position(Struct, frozen=True):
    """A rule that the house sets itself, in one or more languages.

    `texts` says against which drafts it is held. `about` are words, by language: with them only clauses that have one of
    them are held against the position, and these more strictly. `country` is the code of the office's State, where it is
    said: for a rule against foreign courts its own are at home.
    """

    id: str
    title: dict[str, str]
    text: dict[str, str]
    severity: Severity = "low"
    texts: Texts = "all"
    about: dict[str, tuple[str, ...]] = {}
    on: bool = True
    source: str = ""
    number: int = 1
    country: str = ""

    def spoken(self, lang: str) -> str:
        """Return the language in which the rule is read for a draft in `lang`: that one, else English, else what there is."""
        return next((code for code in (lang, "en") if code in self.text), next(iter(self.text)))

    def instrument(self, lang: str) -> Instrument:
        """Return the position as an instrument of one provision, in the language that is nearest to `lang`."""
        code = self.spoken(lang)
        words = self.text[code]
        only = Provision(str(self.number), None, f"para_{self.number}", "paragraph", 0, len(words))
        title = self.title.get(code) or named(words)
        digest = hashlib.sha256(words.encode()).hexdigest()
        return Instrument(title, "", code, words, digest, (only,), file=f"positions/{self.id}", hierarchy="position")


def named(words: str) -> str:
    """Return the first words of a rule as its name."""
    first = words.split()
    return " ".join(first[:NAMED]).rstrip(".,;:") + (" …" if len(first) > NAMED else "")


def shipped() -> tuple[Position, ...]:
    """Return the examples that come with the product, each switched off until an office wants it."""
    return tuple(one for path in sorted(SHIPPED.glob("*.toml")) for one in read(path))


def read(path: Path) -> tuple[Position, ...]:
    """Return the positions in a file: one in a .toml, one a paragraph in any other text. Raises Problem."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as why:
        raise Problem("policies.position_unreadable", str(path), detail=str(why)) from None
    found = (_stated(text, path),) if path.suffix.lower() == ".toml" else plain(text, path.stem)
    if not found:
        raise Problem("policies.position_empty", str(path))
    return found


def folder(path: Path) -> tuple[Position, ...]:
    """Return the positions of a folder: every .toml and .txt in it. Raises Problem."""
    files = sorted(one for one in path.glob("*") if one.suffix.lower() in (".toml", ".txt")) if path.is_dir() else []
    return tuple(one for file in files for one in read(file))


def plain(text: str, name: str = "house") -> tuple[Position, ...]:
    """Return the positions of a plain text, one a paragraph; the language of each is found."""
    rules = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]
    return tuple(made(f"{name}-{number}", "", words, number=number) for number, words in enumerate(rules, 1))


def made(
    name: str,
    title: str,
    words: str,
    *,
    severity: str = "low",
    texts: str = "all",
    about: str = "",
    number: int = 1,
    country: str = "",
) -> Position:
    """Return a position from what somebody typed; `about` has its words parted by commas. Raises Problem."""
    words = " ".join(words.split())
    if not words or len(words) > LONGEST:
        raise Problem("policies.position_length", name, most=LONGEST)
    _one_of(severity, Severity, name)
    _one_of(texts, Texts, name)
    lang = _language(words)
    wanted = tuple(part.strip() for part in about.split(",") if part.strip())
    return Position(
        name,
        {lang: title.strip() or named(words)},
        {lang: words},
        severity,  # type: ignore[arg-type]
        texts,  # type: ignore[arg-type]
        {lang: wanted} if wanted else {},
        number=number,
        country=_country(country, name),
    )


def _language(words: str) -> str:
    """Return the language of a rule, which is short: one that the product does not read is taken for English."""
    return language_of_few(words)


def _one_of(value: str, among: Any, where: str) -> None:
    if value not in get_args(among):
        raise Problem("policies.position_choice", where, found=value, choices=", ".join(get_args(among)))


def _country(given: str, where: str) -> str:
    """Return a State's code of two letters as it was given, or nothing. Raises Problem where it is no code."""
    code = given.strip().upper()
    if code and not _CODE.fullmatch(code):
        raise Problem("policies.position_choice", where, found=given[:40], choices="AR, BR, KE …")
    return code


def _stated(text: str, path: Path) -> Position:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise Problem("policies.position_unreadable", str(path), detail=str(why)) from None
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise Problem("policies.position_keys", str(path), found=", ".join(unknown), known=", ".join(sorted(_KEYS)))
    rule = _by_language(raw.get("text"))
    if not rule:
        raise Problem("policies.position_empty", str(path))
    severity, texts = str(raw.get("severity", "low")), str(raw.get("texts", "all"))
    _one_of(severity, Severity, str(path))
    _one_of(texts, Texts, str(path))
    about = raw.get("about")
    words = about if isinstance(about, Mapping) else {next(iter(rule)): about} if about else {}
    return Position(
        path.stem,
        _by_language(raw.get("title")),
        rule,
        severity,  # type: ignore[arg-type]
        texts,  # type: ignore[arg-type]
        {lang: tuple(str(one) for one in listed) for lang, listed in words.items()},
        bool(raw.get("on", True)),
        str(raw.get("source", "")),
        country=_country(str(raw.get("country", "")), str(path)),
    )


def _by_language(stated: Any) -> dict[str, str]:
    """Return words by language: of a table as it stands, of a bare text under the language that is found in it."""
    if isinstance(stated, str) and stated.strip():
        return {_language(stated): " ".join(stated.split())}
    return {str(lang): " ".join(str(words).split()) for lang, words in stated.items()} if isinstance(stated, Mapping) else {}
