"""A TOML file of the library as checked tables: every mistake becomes a Problem with file and line, none stops the reading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ssc_drafter.errors import Problem


class Sheet:
    """One TOML file, the problems found in it, and the line of each of its keys."""

    def __init__(self, path: Path, where: str, problems: list[Problem]) -> None:
        self.where, self.problems = where, problems
        self.data: dict[str, Any] = {}
        self.text = ""
        self.unread = False  # nothing is known of what stands in it, so nothing that would follow from it is told
        try:
            self.text = path.read_text("utf-8")
            self.data = tomllib.loads(self.text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.unread = True
            problems.append(Problem("library.bad_toml", where, detail=error))

    def wrong(self, key: str, at: str, **values: object) -> None:
        """Note a problem at a key such as "variants.amicable.why"."""
        self.problems.append(Problem(f"library.{key}", f"{self.where}:{self.line(at)}", at=at, **values))

    def line(self, at: str) -> int:
        """Return the line on which a key stands, as near as it can be told without a parser that keeps places."""
        parts = at.split(".")
        if parts[0] in ("part", "group") and len(parts) > 1:  # rows of [[part]] are told apart by the words in them
            place = self.text.find(f'"{parts[1]}"')
            return self.text.count("\n", 0, place) + 1 if place >= 0 else 1
        for size in range(len(parts), 0, -1):
            table, key = ".".join(parts[: size - 1]), parts[size - 1]
            header = re.search(rf"^\s*\[\[?\s*{_dotted(parts[:size])}\s*\]\]?", self.text, re.M)
            if header:
                return self.text.count("\n", 0, header.start() + 1) + 1
            start = 0
            if table:
                within = re.search(rf"^\s*\[\[?\s*{_dotted(parts[: size - 1])}\s*\]\]?", self.text, re.M)
                if not within:
                    continue
                start = within.end()
            if found := re.search(rf'^\s*"?{re.escape(key)}"?\s*=', self.text[start:], re.M):
                return self.text.count("\n", 0, start + found.end()) + 1
        return 1

    def only(self, table: Mapping[str, Any], allowed: Iterable[str], at: str = "") -> None:
        """Note every key of a table that is not among the allowed ones."""
        names = list(allowed)
        for name in table:
            if name not in names:
                self.wrong("unknown_key", f"{at}.{name}".lstrip("."), name=name, allowed=", ".join(names))

    def table(self, table: Mapping[str, Any], name: str, at: str = "") -> dict[str, Any]:
        """Return a sub-table; a problem and an empty one where it is something else."""
        value = table.get(name, {})
        if isinstance(value, dict):
            return value
        self.wrong("not_table", f"{at}.{name}".lstrip("."), name=name)
        return {}

    def words(self, table: Mapping[str, Any], name: str, at: str = "", needed: bool = False) -> dict[str, str]:
        """Return words per language."""
        place = f"{at}.{name}".lstrip(".")
        if name not in table:
            if needed:
                self.wrong("missing_key", place, name=name)
            return {}
        value = table[name]
        if isinstance(value, dict) and all(isinstance(text, str) and text.strip() for text in value.values()) and value:
            return dict(value)
        self.wrong("not_words", place, name=name)
        return {}

    def text_of(self, table: Mapping[str, Any], name: str, at: str = "", default: str = "") -> str:
        """Return a string."""
        value = table.get(name, default)
        if isinstance(value, str):
            return value
        self.wrong("not_string", f"{at}.{name}".lstrip("."), name=name)
        return default

    def texts(self, table: Mapping[str, Any], name: str, at: str = "") -> tuple[str, ...]:
        """Return a list of strings."""
        value = table.get(name, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.wrong("not_strings", f"{at}.{name}".lstrip("."), name=name)
        return ()

    def one_of(self, table: Mapping[str, Any], name: str, allowed: Iterable[str], at: str = "", default: str = "") -> str:
        """Return a string that must be one of a few."""
        names = list(allowed)
        value = table.get(name, default)
        if value in names:
            return str(value)
        self.wrong("not_one_of", f"{at}.{name}".lstrip("."), name=name, found=value, allowed=", ".join(names))
        return default or names[0]


def _dotted(parts: list[str]) -> str:
    return r"\s*\.\s*".join(f'"?{re.escape(part)}"?' for part in parts)
