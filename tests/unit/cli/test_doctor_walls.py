"""What `doctor` says of the walls around child processes: all, some, too few, and too few that were accepted."""

from __future__ import annotations

import pytest

from ssc_drafter.cli import house
from ssc_drafter.limited import walls


@pytest.mark.parametrize(
    ("missing", "accepted", "said"),
    [
        ((), False, "limits, privileges, network, user, landlock, calls"),
        (("landlock",), False, "limits, privileges, network, user, calls; not here: landlock"),
        (("calls", "landlock"), False, ""),  # shown as missing, and doctor ends with 1
        (("calls",), True, "fewer walls than required, and accepted: limits, privileges, network, user, landlock; not here: calls"),
        (walls.NAMES, True, "fewer walls than required, and accepted: -; not here: limits, privileges, network, user, landlock, calls"),
    ],
)  # fmt: skip
def test_which_walls_stand(missing: tuple[str, ...], accepted: bool, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tuple(walls.Wall(name, "missing" if name in missing else "holds") for name in walls.NAMES)
    monkeypatch.setattr(walls, "report", lambda: held)
    monkeypatch.setenv("SSC_READER_WALLS", "minimal" if accepted else "auto")
    assert house._walls() == said
