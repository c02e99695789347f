"""The check of a draft against laws and policies: provisions, norms, candidates, typed comparison, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ssc_drafter.check.finding import Fit, NotRead, Report
    from ssc_drafter.policies.instrument import Instrument
    from ssc_drafter.policies.positions import Position
    from ssc_drafter.tree.running import RunningText


def check(
    draft: RunningText,
    instruments: Sequence[Instrument],
    *,
    library: Any = None,
    progress: Callable[[int, int], None] | None = None,
    fits: bool = False,
    not_read: Iterable[NotRead] = (),
    positions: Sequence[Position] = (),
    cured: bool = True,
) -> Report:
    """Hold a draft against instruments and return the report (`.to_json()` is interfaces.md's document).

    `library` lets cures name variants of clauses; `progress` is told how many units are done, of how many; `positions` are
    the house's own, held against the draft like provisions and never said to be law. Unless `cured`, cures are not tried yet:
    the findings stand sooner, and a second check, which remembers them, tries the cures.
    """
    from ssc_drafter.check import report
    from ssc_drafter.check.at_rest import at_rest

    with at_rest():
        return report.check(
            draft,
            instruments,
            library=library,
            progress=progress,
            fits=fits,
            not_read=not_read,
            positions=positions,
            cured=cured,
        )


def fits_at(
    draft: RunningText, instruments: Sequence[Instrument], address: str, report: Report | None = None
) -> tuple[Fit, ...]:
    """Return the provisions that came near the clause at an address and are in no finding of `report`, each with the reason."""
    from ssc_drafter.check import report as whole

    return whole.fits_at(draft, instruments, address, report)
