"""The entries of law/ with their phrases and sources, and what a source names: act and section, language by language.

Phrases are in the notation of law/lint: `a/b` either word, `word*` any ending, "…" up to eight words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

from ssc_drafter import places

LANGUAGES = ("en", "fr", "es", "pt")
MEMORY = "from memory"
CITED = re.compile(
    r"(?:(?P<lang>en|fr|es|pt) )?(?P<text>\S.*?) (?:s\.|art\.|para\.|part) (?P<number>[\w.-]+(?: bis| ter| quater)?|“[^”]+”)"
)
ASIDE = ("also ", "grammar", "currencies by ISO 4217")  # what a source may say beside


class Entry(NamedTuple):
    """A class, an act, an organ or a set of phrases: where it stands, its phrases by language, its source."""

    where: str
    phrases: dict[str, list[str]]
    source: str

    @property
    def cited(self) -> dict[str, tuple[str, str]]:
        """Return the act and the section that the source names, by language."""
        found = {}
        for piece in self.source.split("; "):
            named = CITED.fullmatch(piece)
            if named and not piece.startswith(ASIDE):
                found[named["lang"] or next(iter(self.phrases), "")] = (named["text"], named["number"])
        return found

    @property
    def unknown(self) -> list[str]:
        """Return the pieces of the source that are neither an act with a section nor a plain word of where it rests."""
        pieces = self.source.split("; ")
        return [one for one in pieces if not (one.startswith(ASIDE) or MEMORY in one or CITED.fullmatch(one))]


def entries() -> list[Entry]:
    """Return the classes, acts, organs, sets of words and rules of law/."""
    return [*_side_by_side(), *_by_language(), *_sets(), *_rules()]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((places.LAW / name).read_text("utf-8"))


def _side_by_side() -> Iterator[Entry]:
    for path in sorted((places.LAW / "classes").glob("*.toml")):
        for name, table in _read(f"classes/{path.name}").items():
            yield _four(f"classes/{path.name} [{name}]", table)
    for file in ("organs.toml", "counted.toml", "lex.toml"):
        for sort, tables in _read(file).items():
            for name, table in tables.items():
                yield _four(f"{file} [{sort}.{name}]", table)


def _four(where: str, table: dict[str, Any]) -> Entry:
    return Entry(where, {lang: table.get(lang, []) for lang in LANGUAGES}, table.get("source", ""))


def _by_language() -> Iterator[Entry]:
    for lang in LANGUAGES:
        for file in (f"words/{lang}.toml", f"counting/{lang}.toml", f"structure/{lang}.toml"):
            for name, table in _read(file).items():
                if isinstance(table, dict):
                    yield _one(f"{file} [{name}]", lang, list(_strings(table)), table.get("source", ""))
        for file in (f"concord/{lang}.toml", f"reading/{lang}.toml"):
            sets = _read(file)
            source = sets.pop("source", {})
            for name, table in sets.items():
                yield _one(f"{file} {name}", lang, list(_strings(table, name)), source.get(name, ""))


def _one(where: str, lang: str, phrases: list[str], source: str) -> Entry:
    return Entry(where, {lang: phrases} if phrases else {}, source)


def _sets() -> Iterator[Entry]:
    """Yield the sets of files with a table a language and one for the sources of all; folded ones give beginnings of words."""
    for path in (
        *sorted((places.LAW / "document").glob("*.toml")),
        *sorted((places.LAW / "lint").glob("_*.toml")),
        places.LAW / "names.toml",
    ):
        file = path.relative_to(places.LAW).as_posix()
        sets, ending = _read(file), "" if file.startswith("lint") else "*"
        source = sets.pop("source", {})
        if isinstance(source, str):  # one set, a list a language
            sets, source = {lang: {"openings": words} for lang, words in sets.items()}, {"openings": source}
        for name in sets["en"]:
            phrases = {lang: [f"{one}{ending}" for one in _strings(sets[lang][name])] for lang in LANGUAGES if sets[lang][name]}
            yield Entry(f"{file} {name}", phrases, source.get(name, ""))


def _rules() -> Iterator[Entry]:
    """Yield the rules of the check: no phrases of their own, the cited section says what such a rule says."""
    for path in sorted((places.LAW / "rules").glob("*.toml")):
        rule = _read(f"rules/{path.name}")
        yield Entry(f"rules/{path.name}", {lang: [] for lang in rule["languages"]}, rule.get("source", ""))


def _strings(value: Any, key: str = "") -> Iterator[str]:
    """Yield the phrases of a table: its strings, the words of lists of forms, the keys of tables of values."""
    if isinstance(value, str):
        yield from value.split() if key == "forms" else [value]
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, key)
    elif isinstance(value, dict):
        for name, one in value.items():
            if key in ("values", "times", "alone", "months", "numbers"):
                yield name
            if name != "source":
                yield from _strings(one, name)
