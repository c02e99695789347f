"""What lint says of a text: a rule, how grave, the exact words, a sentence, and a wording where one is safe to offer."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

FORMAT = "ssc-drafter/lint/1"
Severity = Literal["error", "warning", "note"]
RANK: dict[str, int] = {"note": 0, "warning": 1, "error": 2}


class Finding(Struct, frozen=True):
    """One finding. `quote` is exactly the text from `start` to `end`; of what is missing it is empty, at the text's end."""

    rule: str
    severity: Severity
    address: str
    number: str
    quote: str
    start: int
    end: int
    message: str
    proposal: str | None = None


class NotLooked(Struct, frozen=True):
    """A part of the text, or a rule, that was not looked at, and why."""

    file: str
    reason: str


class Report(Struct, frozen=True):
    """The findings of a text, in its order, and what was not looked at."""

    findings: tuple[Finding, ...]
    not_read: tuple[NotLooked, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the document of `lint --json`."""
        findings = [{name: getattr(one, name) for name in Finding.__struct_fields__} for one in self.findings]
        return {
            "format": FORMAT,
            "findings": findings,
            "not_read": [{"file": one.file, "reason": one.reason} for one in self.not_read],
        }


class Seen(Struct, frozen=True):
    """What a family of rules saw: a place, the words to put into the rule's sentence, and a wording.

    `alone` names the words of the rule's sentence where the rule has several ("message_alone").
    """

    start: int
    end: int
    values: dict[str, str] = {}
    proposal: str | None = None
    alone: str = ""
    severity: Severity | None = None
