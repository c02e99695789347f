"""The rules of lint: law/lint/*.toml, one table a rule, with its words in each language and examples both ways.

A file that begins with `_` holds words that all rules share (what a text is, how it cites). Sentences stand in web/words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.errors import Problem
from ssc_drafter.lint.finding import Severity

LINT = places.LAW / "lint"
LANGUAGES = ("en", "fr", "es", "pt")
FIELDS = frozenset({"family", "severity", "when", "source", "house", "bad", "good", "settings", "title", *LANGUAGES})
Words = Mapping[str, tuple[str, ...]]


class Rule(Struct, frozen=True):
    """A rule: `family` is the code that applies it, `when` what a text must be for it, `words` its phrases by language.

    `house` are the numbers of the house's rules that it stands for (L35: the table of docs/lint.md has them all). `bad` and
    `good` are texts by language in which it finds something and nothing: the tests run them.
    """

    id: str
    file: str
    family: str
    severity: Severity
    source: str
    when: tuple[str, ...] = ()
    words: Mapping[str, Words] = {}
    settings: Mapping[str, Any] = {}
    bad: Mapping[str, tuple[str, ...]] = {}
    good: Mapping[str, tuple[str, ...]] = {}
    house: tuple[str, ...] = ()

    def said(self, lang: str, name: str) -> tuple[str, ...]:
        """Return the phrases called `name` in a language; none where the rule has no words for it."""
        return self.words.get(lang, {}).get(name, ())


def load(path: Path) -> list[Rule]:
    """Return the rules of a file. Raises Problem where it cannot be read or a rule is not complete."""
    where = f"lint/{path.name}"
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Problem("check.law_unreadable", where=where, why=str(error)) from error
    return [_rule(name, table, f"{where}, {name}", path.name) for name, table in raw.items()]


def _rule(name: str, table: dict[str, Any], where: str, file: str) -> Rule:
    unknown = sorted(set(table) - FIELDS)
    if unknown:
        raise Problem("check.law_unreadable", where=where, why=", ".join(unknown))
    if not table.get("source"):
        raise Problem("check.law_no_source", where=where, entry=name)
    if table.get("severity") not in get_args(Severity) or not table.get("family"):
        raise Problem("check.law_unreadable", where=where, why="severity, family")
    examples = {sign: {lang: _texts(one) for lang, one in table.get(sign, {}).items()} for sign in ("bad", "good")}
    words = {lang: {key: tuple(listed) for key, listed in table[lang].items()} for lang in LANGUAGES if lang in table}
    for lang in words.keys() | examples["bad"].keys() | examples["good"].keys():
        if lang not in examples["bad"] or lang not in examples["good"]:
            raise Problem("check.rule_examples", where=where, language=lang)
    return Rule(
        name, file, table["family"], table["severity"], table["source"], tuple(table.get("when", ())), words,
        table.get("settings", {}), **examples, house=tuple(table.get("house", ())),
    )  # fmt: skip


def _texts(one: str | list[str]) -> tuple[str, ...]:
    return (one,) if isinstance(one, str) else tuple(one)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the files."""
    paths = (path for path in sorted(LINT.glob("*.toml")) if not path.name.startswith("_"))
    return tuple(rule for path in paths for rule in load(path))


@lru_cache(maxsize=8)
def shared(lang: str) -> Mapping[str, Any]:
    """Return the words that all rules share in a language: how a text cites, what makes it binding, what it is called."""
    table = tomllib.loads((LINT / "_text.toml").read_text("utf-8"))
    found = table.get(lang) or table["en"]
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
