"""The tree as JSON and back, with a format version and a published schema (schemas/agreement-1.json)."""

from __future__ import annotations

from typing import Any

import msgspec

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement

FORMAT = "ssc-drafter/agreement/1"


def to_json(agreement: Agreement) -> bytes:
    """Return the tree as indented UTF-8 JSON: the same tree gives the same bytes."""
    document = {"format": FORMAT, "agreement": msgspec.to_builtins(agreement)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def from_json(data: bytes, where: str = "") -> Agreement:
    """Return the tree that `data` holds.

    Raises Problem when it is no JSON, of another format, with fields that the schema does not know, or not a tree (the first
    wrong place is named).
    """
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem("tree.not_json", where, detail=error) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        found = document.get("format") if isinstance(document, dict) else None
        raise Problem("tree.other_format", where, found=found or "none", wanted=FORMAT)
    if unknown := sorted(set(document) - {"format", "agreement"}):
        raise Problem("tree.unknown_fields", where, names=", ".join(unknown)[:200])
    try:
        return msgspec.convert(document.get("agreement"), Agreement)
    except msgspec.ValidationError as error:
        raise Problem("tree.not_valid", where, detail=error) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a file that to_json writes."""
    inner = msgspec.json.schema(Agreement, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "type": "object",
        "required": ["format", "agreement"],
        "properties": {"format": {"const": FORMAT}, "agreement": {"$ref": inner["$ref"]}},
        "additionalProperties": False,
        "$defs": inner["$defs"],
    }
