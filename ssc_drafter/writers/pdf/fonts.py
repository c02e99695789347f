"""The fonts that ship with us: where they lie, and their bytes by the address under which our style names them."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter import places

SCHEME = "look:"
FOLDER = places.LOOK / "fonts"


@lru_cache(maxsize=1)
def shipped() -> dict[str, bytes]:
    """Return the bytes of our fonts by their address."""
    return {f"{SCHEME}fonts/{path.name}": path.read_bytes() for path in sorted(FOLDER.glob("*.ttf"))}
