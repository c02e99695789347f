"""The fonts that ship with us: where they lie, and their bytes by the address under which our style names them."""

from __future__ import annotations

from pathlib import Path

from ssc_drafter import places

SCHEME = "look:"
FOLDER = places.LOOK / "fonts"


def folder() -> Path:
    """Return the folder of the fonts that documents are printed with here and now: ours, or those of a past look."""
    return places.look() / "fonts"


@places.kept_by_look(3)
def shipped() -> dict[str, bytes]:
    """Return the bytes of the fonts by their address."""
    return {f"{SCHEME}fonts/{path.name}": path.read_bytes() for path in sorted(folder().glob("*.ttf"))}
