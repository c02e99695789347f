"""Running text to the provisions of a law: its top-level units with number, heading and exact place.

What is not the law's own stands apart in `other`: schedules and annexes, articles quoted by an amending law, wordings
that a note says are replaced. What the numbering misses or repeats is said in a warning: a gap is not "no rule".
"""

from __future__ import annotations

from collections.abc import Sequence

from ssc_drafter.policies.approved import parts, with_policies
from ssc_drafter.policies.candidates import candidates
from ssc_drafter.policies.cutting import Cutting, Segments, placed
from ssc_drafter.policies.excerpt import TOP, excerpt
from ssc_drafter.policies.finer import finer, with_parts
from ssc_drafter.policies.grammar import grammar
from ssc_drafter.policies.instrument import Provision, Warn
from ssc_drafter.policies.pages import Candidate, Page, Printed, page
from ssc_drafter.policies.plain_units import plain_units
from ssc_drafter.policies.stretches import body_of, split
from ssc_drafter.policies.unread import told, with_unread
from ssc_drafter.policies.warned import warned
from ssc_drafter.policies.within import heads
from ssc_drafter.policies.worded_units import worded_units
from ssc_drafter.words import say

__all__ = ["Segments", "segment"]

LEAST_COVERED = 0.5  # share of a plan that its numbered units hold, else they are no units of it
MOST_OF_ONE, SEVERAL = 0.6, 4
PAGES = 0.75  # share of units with a number of their own below which the numbers are those of page headers
SHORT = 15000  # characters of a text in which one unit may be nearly all


def segment(text: str, lang: str, printed: Sequence[Printed] = (), *, plan: bool = False, ui: str = "en") -> Segments:
    """Return the units of a law or policy. `printed` are the paragraphs that the format knew; warnings are in `ui`.

    A `plan` (policy, strategy) may number its headings 7.4.1, or nothing: then its headings or paragraphs are the units.
    """
    on = page(text, grammar(lang), printed)
    found = candidates(on, plan=plan)
    segments = _segmented(on, found, plan=plan, ui=ui)
    if plan:
        return _told(on, _finer(on, found, segments, ui), ui, plan=True)
    policies = parts(on, found, segments.provisions)
    if not policies:
        return _told(on, segments, ui)

    def cut(words: str, inner: Sequence[Printed]) -> tuple[Sequence[Provision], Sequence[Provision]]:
        units = segment(words, lang, inner, plan=True, ui=ui)
        return units.provisions, units.other

    body, other = with_policies(on, policies, segments.provisions, segments.other, cut)
    said = warned(on.text, [one for one in body if not one.rank], other, ui)
    count = sum(bool(one.rank) for one in body)
    said = (*said, Warn(say("policies.approved_here", ui, count=count), "part"))
    return _told(on, Segments(body, other, said), ui)


def _told(on: Page, segments: Segments, ui: str, *, plan: bool = False) -> Segments:
    """Return units with what is said of the text that stands in none."""
    said = told(on, [*segments.provisions, *segments.other], ui, plan=plan)
    return Segments(segments.provisions, segments.other, (*segments.warnings, *said))


def _finer(on: Page, found: Sequence[Candidate], segments: Segments, ui: str) -> Segments:
    """Return the units of a policy with those of parts that count anew, the long ones cut, and with what stands in none.

    Which numbers are ours is said.
    """
    own, anew, apart = with_parts(on, segments.provisions, segments.other)
    units, apart, count = with_unread(on, finer(on, found, own), apart)
    said = list(segments.warnings if apart == segments.other else warned(on.text, segments.provisions, apart, ui))
    if anew:
        said.append(Warn(say("policies.restarts_plan", ui, parts=", ".join(anew)), "provisions"))
    if count:
        said.append(Warn(say("policies.headed_by_us", ui, count=count), "provisions"))
    if any("/" in one.number and one.number[0] != "“" for one in units):
        said.append(Warn(say("policies.cut_at_headings", ui), "provisions"))
    return Segments(units, apart, tuple(said))


def _segmented(on: Page, found: Sequence[Candidate], *, plan: bool, ui: str) -> Segments:
    text = on.text
    regions = split(on, found)
    body_region, body = body_of(regions)
    part = excerpt(on, found, regions, body, plan=plan)
    if part:
        regions[0], body = part
        body_region = 0
    segments = Cutting(on, found, regions, body_region, body, plan and not part, ui).segments() if body else None
    worded = worded_units(on, found) if plan else ()
    if worded and (segments is None or _better(worded, segments, len(text))):
        return Segments(worded, (), warned(text, worded, (), ui))
    alone = part is not None or (segments is not None and _one_article(segments))
    if segments is None or (plan and not alone and not _hold(segments, len(text))):
        return Segments(placed(on, plain_units(on), heads(on, found, ()), ()), (), warned(text, (), (), ui))
    return segments


def _one_article(segments: Segments) -> bool:
    """Whether a text begins with an article and holds no other: its file is that article."""
    only = segments.provisions[0] if len(segments.provisions) == 1 else None
    return only is not None and only.level == "article" and only.start <= TOP


def _better(worded: Sequence[Provision], segments: Segments, length: int) -> bool:
    """Whether the units that words head are those of a plan, and not the numbered ones.

    They are where the numbers hold little of it, or number points within those units, or one number holds nearly all of them.
    """
    numbered = segments.provisions
    first, whole = worded[0].start, LEAST_COVERED * length
    within = len(numbered) <= len(worded) and all(one.start > first for one in numbered)
    holds = any(one.end - one.start > whole and one.start <= first and worded[-1].end <= one.end for one in numbered)
    little = _sum(numbered) < min(whole, _sum(worded))
    pages = len({one.number for one in numbered}) <= PAGES * len(numbered)  # a number on page after page heads the page
    return not _hold(segments, length) or within or holds or little or pages


def _sum(units: Sequence[Provision]) -> int:
    return sum(one.end - one.start for one in units)


def _hold(segments: Segments, length: int) -> bool:
    """Whether the numbered units of a plan hold its text: most of it, and none of them nearly all."""
    spans = [one.end - one.start for one in (*segments.provisions, *segments.other)]
    headed = sum(one.heading is not None for one in segments.provisions)
    most = MOST_OF_ONE if headed >= max(SEVERAL, len(segments.provisions) / 2) else LEAST_COVERED  # one chapter may be long
    return sum(spans) >= LEAST_COVERED * length and (length < SHORT or max(spans) < most * length)
