"""How texts of a language count otherwise than in plain numbers: the tables of law/counting."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.errors import Problem


class Counting(Struct, frozen=True):
    """How texts of a language count (law/counting): its tables as they stand in the file, words folded."""

    ordinals: dict[str, float]
    ordinal_endings: tuple[str, ...]
    half_behind: frozenset[tuple[str, ...]]
    half_ahead: frozenset[tuple[str, ...]]
    entire: frozenset[tuple[str, ...]]  # "full salary": all of a whole
    vague: frozenset[str]
    ranges: frozenset[
        tuple[tuple[str, ...], tuple[str, ...]]
    ]  # what stands ahead of the least and what between it and the most
    every: frozenset[tuple[str, ...]]
    every_kept: frozenset[str]  # ahead of "every six months" these make it the time over which something else is counted
    times: dict[str, float]
    time: frozenset[str]
    times_per: frozenset[tuple[str, ...]]
    often: dict[str, float]
    often_of: frozenset[str]
    months: dict[str, int]
    until: frozenset[tuple[str, ...]]
    before: frozenset[tuple[str, ...]]
    since: frozenset[tuple[str, ...]]
    when: frozenset[tuple[str, ...]]
    end: frozenset[str]
    fill: frozenset[str]
    majorities: dict[tuple[str, ...], float]
    majority_of: frozenset[str]
    shared_by: frozenset[str]  # behind a bare number: "and fifteen for television"
    part_among: frozenset[tuple[str, ...]]
    part_of: frozenset[tuple[str, ...]]
    whole: frozenset[str]
    share_of: frozenset[tuple[str, ...]]  # ahead of what a share is taken of, of what a time runs from, and what ends both
    runs_from: frozenset[tuple[str, ...]]
    base_ends: frozenset[str]
    base_leads: frozenset[
        str
    ]  # with these begin the words that lead into a further number: "of the price in the next ten days"
    next_ahead: frozenset[
        tuple[str, ...]
    ]  # around a time to come, of which no more than all may pass: "in the ten days following"
    next_alone: frozenset[tuple[str, ...]]
    next_behind: frozenset[str]


@lru_cache(maxsize=8)
def counting(lang: str) -> Counting:
    """Return how texts of a language count. Raises Problem where a table has no source."""
    path = places.LAW / "counting" / f"{lang if lang in law.LANGUAGES else 'en'}.toml"
    raw = law.read_table(path)
    for name, table in raw.items():
        if not table.get("source"):
            raise Problem("check.law_no_source", where=f"counting/{path.name}", entry=name)
    often, dates, parts = raw["frequency"], raw["calendar"], raw["parts"]

    def phrase(words: str) -> tuple[str, ...]:
        return tuple(words.replace("'", "' ").split())

    def phrases(listed: list[str]) -> frozenset[tuple[str, ...]]:
        return frozenset(map(phrase, listed))

    return Counting(
        ordinals=raw["ordinals"]["values"],
        ordinal_endings=tuple(raw["ordinals"]["endings"]),
        half_behind=phrases(raw["halves"]["behind"]),
        half_ahead=phrases(raw["halves"]["ahead"]),
        entire=phrases(raw["halves"]["whole"]),
        vague=frozenset(raw["vague"]["words"]),
        ranges=frozenset((phrase(lead), phrase(join)) for lead, join in (one.split("…") for one in raw["ranges"]["words"])),
        every=phrases(often["every"]),
        every_kept=frozenset(often["kept"]),
        times=often["times"],
        time=frozenset(often["time"]),
        times_per=phrases(often["per"]),
        often=often["alone"],
        often_of=frozenset(often["of"]),
        months=dates["months"],
        until=phrases(dates["until"]),
        before=phrases(dates["before"]),
        since=phrases(dates["since"]),
        when=phrases(dates["when"]),
        end=frozenset(dates["end"]),
        fill=frozenset(word for one in dates["fill"] for word in phrase(one)),
        majorities={phrase(name): float(value) for name, value in raw["majorities"]["values"].items()},
        majority_of=frozenset(raw["majorities"]["of"]),
        shared_by=frozenset(parts["shared"]),
        part_among=phrases(parts["among"]),
        part_of=phrases(parts["of"]),
        whole=frozenset(parts["whole"]),
        share_of=phrases(raw["bases"]["share"]),
        runs_from=phrases(raw["bases"]["since"]),
        base_ends=frozenset(raw["bases"]["ends"]),
        base_leads=frozenset(raw["bases"]["leads"]),
        next_ahead=phrases(raw["next"]["ahead"]),
        next_alone=phrases(raw["next"]["alone"]),
        next_behind=frozenset(raw["next"]["behind"]),
    )
