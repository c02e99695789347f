"""A paragraph that stands twice, in the same or in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from ssc_drafter.language.phrases import compiled
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper, Place
from ssc_drafter.lint.rules import Rule

HEADED = re.compile(r"\W*(?:[^\W\d_]+\s+){1,3}\d+\s*:")  # "Objective 1: ...", said again over its activities
WORD = re.compile(r"[^\W\d_]{3,}")


def repeated(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the second of two paragraphs that are alike.

    Settings: `least` signs, `same` the likeness (of 100, rapidfuzz on words in alphabetical order) from which on words are
    called the same.
    """
    least, same = rule.settings["least"], rule.settings["same"]
    here = compiled(rule.said(paper.lang, "here"))
    places = [
        place
        for place in paper.in_parts("article")
        if place.unit.end - place.unit.start >= least and _whole(paper, here, place)
    ]
    bags = [_bag(paper, place) for place in places]
    for at, place in enumerate(places):
        for before in range(at):
            short, long = sorted((len(bags[at]), len(bags[before])))
            if short < 0.75 * long:
                continue
            if fuzz.ratio(bags[at], bags[before], score_cutoff=same) and not _parallel(bags[at], bags[before]):
                other = places[before].unit
                words = {
                    "where": other.number,
                    "words": paper.quote(place.unit.start, min(place.unit.end, place.unit.start + 60)),
                }
                yield Seen(place.unit.start, place.unit.end, words)
                break


def _whole(paper: Paper, here: re.Pattern[str], place: Place) -> bool:
    """Say whether a paragraph means the same wherever it stands: no definition, no heading, nothing of "this Article"."""
    words = paper.folded[place.unit.start : place.unit.end]
    return not here.search(words) and not re.match(r"\W*[\"“«]", words) and not HEADED.match(words)


def _bag(paper: Paper, place: Place) -> str:
    return " ".join(sorted(WORD.findall(paper.folded[place.unit.start : place.unit.end])))


def _parallel(one: str, other: str) -> bool:
    """Say whether two paragraphs say the same of two things: each has words of its own that the other has not."""
    mine, theirs = set(one.split()), set(other.split())
    return bool(mine - theirs) and bool(theirs - mine)
