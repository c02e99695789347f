"""The rules of the check: what each type of finding says, how grave it is, and examples of both signs that prove it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check.finding import Kind, Severity
from ssc_drafter.errors import Problem


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A clause and a provision, and whether the rule finds something."""

    lang: str
    clause: str
    law: str
    found: bool


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in law/rules: `signals` are the observations that carry it, strongest first.

    `step_severity` is the gravity where the finding is a step that is still needed.
    """

    title: str
    kind: Kind
    severity: Severity
    signals: tuple[str, ...]
    languages: tuple[str, ...]
    source: str
    example: tuple[Example, ...]
    step_severity: Severity = "medium"


def load(path: Path) -> Rule:
    """Return a rule. Raises Problem where it cannot be read or lacks an example of each sign in a language it claims."""
    where = f"rules/{path.name}"
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        rule = msgspec.convert(raw, Rule)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Problem("check.law_unreadable", where=where, why=str(error)) from error
    for lang in rule.languages:
        signs = {one.found for one in rule.example if one.lang == lang}
        if signs != {True, False}:
            raise Problem("check.rule_examples", where=where, language=lang)
    return rule


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Return every rule by the kind of finding that it makes."""
    return {rule.kind: rule for rule in (load(path) for path in sorted((places.LAW / "rules").glob("*.toml")))}
