"""The published schema of the agreement tree is the one that the program writes and reads."""

from __future__ import annotations

import json

from ssc_drafter import places
from ssc_drafter.tree.codec import schema


def test_the_published_schema_is_current() -> None:
    published = json.loads((places.SCHEMAS / "agreement-1.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(schema())), "renew it: see docs/notation.md, section 11"
