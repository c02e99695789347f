"""A question of the questionnaire. A slot of a clause owns it; outlines may override parts of it."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from ssc_drafter.answers.conditions import Condition

Kind = Literal[
    "text",
    "long_text",
    "number",
    "date",
    "money",
    "percent",
    "yes_no",
    "choice",
    "choices",
    "languages",
    "body",
    "party",
    "parties",
    "list",
]
Localised = dict[str, str]
LISTS = frozenset({"choices", "languages", "parties", "list"})
COLUMN_KINDS = frozenset({"text", "long_text", "number", "date", "money", "percent", "choice"})


class Question(Struct, frozen=True, kw_only=True):
    """What is asked, with the answer that is proposed and why.

    `least` and `most` bound the value of a number, the length of a text, the rows of a list. `sample` is what the checks
    of the library render with where there is no default.
    """

    id: str
    kind: Kind
    ask: Localised
    help: Localised = {}
    default: Any = None
    default_reason: Localised = {}
    required: bool = True
    least: float | None = None
    most: float | None = None
    decimals: int = 0
    open: bool = False
    choices: dict[str, Localised] = {}
    phrases: dict[str, Localised] = {}
    columns: dict[str, Question] = {}
    sample: Any = None
    condition: Condition | None = None
    part: str = ""  # the part of the outline whose slot this is; empty for a common or a kind's own question
    slot: str = ""

    def words(self, table: Localised, lang: str) -> str:
        """Return the words of a table in a language, English (or the first) where there are none."""
        return table.get(lang) or table.get("en") or next(iter(table.values()), "")

    def phrase(self, choice: str, lang: str) -> str:
        """Return what the draft prints for a choice."""
        return self.words(self.phrases.get(choice) or self.choices.get(choice, {}), lang) or choice
