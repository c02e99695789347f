"""Final clauses: is there one that says how the text itself begins, changes, ends, and what becomes of differences?

A word of a final clause stands in many other places ("within thirty days of the entry into force", "a channel for complaints",
"withdraw a person"), so it counts only where the sentence speaks of the instrument, or where the article is headed by it.
"""

from __future__ import annotations

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
