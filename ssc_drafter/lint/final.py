"""Final clauses: is there one that says how the text itself begins, changes, ends, and what becomes of differences?

A word of a final clause stands in many other places ("within thirty days of the entry into force", "a channel for complaints",
"withdraw a person"), so it counts only where the sentence speaks of the instrument, or where the article is headed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

READ = ("preamble", "article", "testimonium", "annex")  # a final clause may be read as part of what stands before or after it


def final_clause(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield one finding where no clause of the kind is found.

    Words: `heading` heads such an article, unless `unless_heading` stands in it too; `alone` is enough in any sentence;
    `needs` counts in a sentence that also has `with` (the instrument's own name where the rule has none). A sentence with
    `unless` is passed over. With `partly` in the text the finding is a note with its own sentence (`message_partly`).
    """
    if _headed(paper, rule) or _said(paper, rule, "alone", "needs"):
        return
    if _said(paper, rule, "partly", ""):
        yield Seen(len(paper.text), len(paper.text), alone="message_partly", severity="note")
    else:
        yield Seen(len(paper.text), len(paper.text))


def _headed(paper: Paper, rule: Rule) -> bool:
    named, unless = compiled(rule.said(paper.lang, "heading")), compiled(rule.said(paper.lang, "unless_heading"))
    headings = {fold(place.unit.heading) for place in paper.in_parts("article")}
    return any(named.search(one) and not unless.search(one) for one in headings)


def _said(paper: Paper, rule: Rule, alone: str, needs: str) -> bool:
    """Say whether a sentence has words that are enough, or words of the clause together with the instrument's name."""
    enough, words, unless = (compiled(rule.said(paper.lang, name)) for name in (alone, needs, "unless"))
    beside = compiled(rule.said(paper.lang, "with") or paper.words["itself"])
    for place in paper.in_parts(*READ):
        for one in place.sentences:
            span = (paper.folded, one.start, one.end)
            if unless.search(*span):
                continue
            if enough.search(*span) or (words.search(*span) and beside.search(*span)):
                return True
    return False


FORMULAS = ("notification", "ratification", "signature")  # the first that stands in a sentence is its formula
TOLD_ELSEWHERE = {"signature", "ratification"}


def entry_formulas(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the second of two ways in which the text enters into force, each in a sentence of its own.

    `words` make the instrument the subject (`instruments`: its noun; a pronoun is the noun before it); a sentence with `unless`
    is about an amendment or one State; one with `provisional` and no later formula is about provisional application. The groups
    of FORMULAS say on what the entry hangs.
    """
    seen: dict[str, dict[str, tuple[int, int]]] = {}
    noun = ""
    for match, end in _entries(paper, rule):
        named = compiled(rule.said(paper.lang, "instruments")).search(match[0])
        noun = named[0] if named else noun
        if formula := _formula(paper, rule, match.end(), end):
            seen.setdefault(noun, {}).setdefault(formula, (match.start(), end))
    for spans in seen.values():
        if len(spans) > 1 and set(spans) != TOLD_ELSEWHERE:
            first, second = sorted(spans.values())[:2]
            yield Seen(*second, {"words": paper.quote(*second), "other": paper.quote(*first)})


def _entries(paper: Paper, rule: Rule) -> Iterator[tuple[re.Match[str], int]]:
    """Yield where the instrument is said to enter into force, with the end of the sentence."""
    words, unless = compiled(rule.said(paper.lang, "words")), compiled(rule.said(paper.lang, "unless"))
    for place in paper.in_parts("article", "testimonium"):
        for one in place.sentences:
            match = words.search(paper.folded, one.start, one.end)
            if match and not unless.search(paper.folded, one.start, one.end):
                yield match, one.end


def _formula(paper: Paper, rule: Rule, start: int, end: int) -> str:
    span = (paper.folded, start, end)
    formula = next((name for name in FORMULAS if compiled(rule.said(paper.lang, name)).search(*span)), "")
    provisional = compiled(rule.said(paper.lang, "provisional")).search(*span)
    return "" if provisional and formula == "signature" else formula
