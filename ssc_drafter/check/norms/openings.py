"""Steps that a sentence commands for the act that its opening names: "before any survey, the agency shall assess ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check.norms.reading import Demand, Mark, Status, Step, Word

OPENS = 4  # words ahead of an opening: its number, a name or "the authority" in short
INSERTED = 2  # words between "shall" and what is set between commas: "shall, prior to such use, carry out"
COMMANDED = 7  # words from "shall" to the step
TOLD = 12  # the same from the comma where a law tells what is done
LEAST = 2.0  # weight of words that it takes at least to say what waits
BY_ITSELF = frozenset({"consult", "assess", "register"})  # kinds that are steps on the way even where nothing says "before"
_MERE = {"notice", ""}
Marks = dict[str, tuple[Mark, ...]]


def openings(
    every: tuple[Step, ...], words: tuple[Word, ...], marks: Marks, bodies: list[Mark], acts: Marks
) -> Iterator[Demand]:
    """Yield the steps that a sentence commands before, or in, what its opening or an insertion names."""
    if marks.keys().isdisjoint(("leads", "ahead_of")) or "definition" in marks:
        return
    before = {one.first for one in marks.get("ahead_of", ())}
    leads = sorted({*marks.get("leads", ()), *marks.get("ahead_of", ())})
    duties = marks.get("duty", ())
    for lead in leads:
        inserted = [one for one in duties if 0 < lead.first - one.last <= INSERTED and words[one.last].stem == ","]
        if not inserted and (lead.first > OPENS or any(word.weight for word in words[: lead.first])):
            continue
        comma = next((at for at in range(lead.last, len(words)) if words[at].stem == ","), None)
        if comma is None:
            continue
        zone = [at for at in range(lead.last, comma) if words[at].weight]
        if inserted and sum(words[at].weight for at in zone) < LEAST:  # "shall, prior to such use": what stands ahead of it
            zone = [at for at in range(inserted[0].first) if words[at].weight]
        if sum(words[at].weight for at in zone) < LEAST:
            continue
        found = False
        for step in every:
            if _commanded(step, comma, duties, bool(inserted), words) and _counts(step, lead.first in before):
                inside = set(zone)
                waits = sorted(one for places in acts.values() for one in places if one.first in inside)
                organs = tuple(one for one in bodies if 0 <= one.first - step.last <= COMMANDED)
                status: Status = "required" if duties else "likely"
                found = True
                yield Demand(step.first, step.last, status, frozenset({step.kind}), organs, tuple(waits), tuple(zone))
        if found:
            return


def _counts(step: Step, before: bool) -> bool:
    return step.status != "excluded" and (step.kind in BY_ITSELF or (before and step.kind not in _MERE))


def _commanded(step: Step, comma: int, duties: tuple[Mark, ...], inserted: bool, words: tuple[Word, ...]) -> bool:
    """Whether a step stands behind the opening and is commanded, or told where a law speaks in the present."""
    if inserted:
        return 0 < step.first - comma <= COMMANDED + 3
    if duties:
        return any(comma < one.first and 0 <= step.first - one.last <= COMMANDED for one in duties)
    return 0 < step.first - comma <= TOLD and not any(word.stem == "," for word in words[comma + 1 : step.first])
