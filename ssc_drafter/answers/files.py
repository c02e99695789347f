"""An answers file: YAML 1.2 (so that NO and on stay text) or JSON, with `kind:`, `lang:` and the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from msgspec import Struct

from ssc_drafter.errors import Problem

LARGEST = 1_000_000  # bytes
DEEPEST = 12
OWN_KEYS = ("kind", "lang", "date", "changes")


class AnswersFile(Struct, frozen=True):
    """What stands in an answers file. `changes` are the drafter's choices, as plain data."""

    kind: str
    lang: str
    answers: dict[str, Any]
    changes: dict[str, Any] = {}
    date: str = ""
    title: str = ""


def read_file(path: Path, where: str = "") -> AnswersFile:
    """Return the content of an answers file. Raises Problem when it cannot be read, is too large, or is no table.

    `where` is what problems call the file: its name, unless a person gave its path and knows it by that.
    """
    where = where or path.name
    try:
        if path.stat().st_size > LARGEST:
            raise Problem("answers.file_large", where, most=LARGEST // 1000)
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise Problem("answers.file_unreadable", where, detail=error.strerror or error) from None
    except UnicodeDecodeError:
        raise Problem("answers.file_not_utf8", where) from None
    return read_text(text, where, as_json=path.suffix.lower() == ".json")


def read_text(text: str, where: str = "", as_json: bool = False) -> AnswersFile:
    """Return the content of an answers file that is given as text."""
    data = _json(text, where) if as_json else _yaml(text, where)
    if not isinstance(data, Mapping):
        raise Problem("answers.file_no_table", where)
    first = text.lstrip().partition("\n")[0]
    return read_mapping(data, where, first.lstrip("# ").strip() if first.startswith("#") else "")


def read_mapping(data: Mapping[Any, Any], where: str = "", title: str = "") -> AnswersFile:
    """Return what a mapping says that is laid out as an answers file is: `kind`, `lang`, `date`, `changes` and the answers."""
    if _depth(data) > DEEPEST:
        raise Problem("answers.file_deep", where)
    answers = {str(key): value for key, value in data.items() if key not in OWN_KEYS}
    changes = data.get("changes") or {}
    if not isinstance(changes, Mapping):
        raise Problem("answers.file_changes", where)
    kind, lang, date = (str(data.get(key) or "") for key in ("kind", "lang", "date"))
    return AnswersFile(kind, lang, answers, dict(changes), date, title)


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Problem("answers.file_json", where, detail=error) from None


def _yaml(text: str, where: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if "&" in text and any(sign in text for sign in ("*", "<<")) and _has_alias(text):
        raise Problem("answers.file_alias", where)
    try:
        return YAML(typ="safe", pure=True).load(StringIO(text))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{where}:{mark.line + 1}" if mark else where
        raise Problem("answers.file_yaml", line, detail=getattr(error, "problem", None) or "syntax") from None
    except (ValueError, RecursionError, TypeError, AttributeError) as error:
        raise Problem("answers.file_yaml", where, detail=error) from None


def _has_alias(text: str) -> bool:
    """Return whether YAML aliases are used: they let a small file grow without bound, and answers need none."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.events import AliasEvent

    try:
        return any(isinstance(event, AliasEvent) for event in YAML(typ="safe", pure=True).parse(StringIO(text)))
    except YAMLError:
        return False


def _depth(data: Any) -> int:
    if isinstance(data, Mapping):
        return 1 + max((_depth(value) for value in data.values()), default=0)
    if isinstance(data, list):
        return 1 + max((_depth(value) for value in data), default=0)
    return 0
