"""A child held against its parent: what it takes upon itself that the parent does not give."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter import places
from ssc_drafter.language.phrases import compiled
from ssc_drafter.lint.figures import periods
from ssc_drafter.lint.finding import Finding, NotLooked, Report, Severity
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import rules
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import RunningText, running_text
from ssc_drafter.words import say

MONTHS = {"year": 12.0, "month": 1.0}


def against_parent(child: Agreement | RunningText, parent: Agreement | RunningText, *, ui: str = "") -> Report:
    """Return where a child goes beyond its parent: a longer term, privileges, money, a joint body.

    Both must be in one language; a parent in another is said to be not looked at. `ui` is the language of the sentences.
    """
    below, above = _paper(child), _paper(parent)
    lang = ui or below.lang
    if below.lang != above.lang or below.lang not in _words():
        reason = say("lint.parent_language", lang, child=below.lang or "?", parent=above.lang or "?")
        return Report((), (NotLooked(above.running.title, reason),))
    found = [*_longer(below, above, lang), *_beyond(below, above, lang), *_bodies(below, above, lang)]
    return Report(tuple(sorted(found, key=lambda one: (one.start, one.rule))))


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((places.ROOT / "law/lint/_parent.toml").read_text("utf-8"))


def _paper(text: Agreement | RunningText) -> Paper:
    if isinstance(text, Agreement):
        return Paper(running_text(text), text)
    return Paper(text)


def _longer(below: Paper, above: Paper, lang: str) -> Iterator[Finding]:
    """Yield the child's term where it is longer than the parent's and nothing says that it outlives the parent."""
    rule = next(one for one in rules() if one.family == "two_notices")
    terms = [[one for one in periods(paper, rule) if one.function == "term" and one.unit in MONTHS] for paper in (below, above)]
    if not all(terms) or compiled(tuple(_words()[below.lang]["outlives"])).search(below.folded):
        return
    own = max(terms[0], key=lambda one: one.value * MONTHS[one.unit])
    given = max(terms[1], key=lambda one: one.value * MONTHS[one.unit])
    if own.value * MONTHS[own.unit] > given.value * MONTHS[given.unit]:
        yield _finding(below, "parent_term", "warning", (own.start, own.end), lang, given=above.quote(given.start, given.end))


def _beyond(below: Paper, above: Paper, lang: str) -> Iterator[Finding]:
    """Yield the first words of privilege or money in the child's articles where the parent has none at all."""
    for what, severity in (("privilege", "error"), ("money", "warning")):
        pattern = compiled(tuple(_words()[below.lang][what]))
        if pattern.search(above.folded):
            continue
        for place in below.in_parts("article", "annex"):
            if match := pattern.search(below.folded, place.unit.start, place.unit.end):
                yield _finding(below, f"parent_{what}", severity, match.span(), lang)  # type: ignore[arg-type]
                break


def _bodies(below: Paper, above: Paper, lang: str) -> Iterator[Finding]:
    """Yield each joint body of the child that the parent does not name."""
    rule = next(one for one in rules() if one.family == "body_not_created")
    seen: set[str] = set()
    for place in below.in_parts("article"):
        for match in compiled(rule.said(below.lang, "bodies")).finditer(below.folded, place.unit.start, place.unit.end):
            name = " ".join(match[0].split())
            if name not in seen and name not in " ".join(above.folded.split()):
                seen.add(name)
                yield _finding(below, "parent_body", "note", match.span(), lang)


def _finding(paper: Paper, rule: str, severity: Severity, at: tuple[int, int], lang: str, **values: str) -> Finding:
    unit = paper.unit_at(at[0])
    return Finding(
        rule=rule,
        severity=severity,
        address=unit.address if unit else "",
        number=unit.number if unit else "",
        quote=paper.text[at[0] : at[1]],
        start=at[0],
        end=at[1],
        message=say(f"lint.{rule}", lang, words=paper.quote(*at), **values),
    )
