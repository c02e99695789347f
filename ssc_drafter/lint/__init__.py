"""Lint: is a text at peace with itself? Every rule of law/lint is held against it; the law of no State is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ssc_drafter.lint import approving, citing, closing, complete, figures, final, phrased, repeated, signing, terms
from ssc_drafter.lint.finding import Finding, NotLooked, Report, Seen, Severity
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import LANGUAGES, Rule, rules
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import RunningText, running_text
from ssc_drafter.words import say

Family = Callable[[Paper, Rule], Iterator[Seen]]
FAMILIES: Mapping[str, Family] = {
    "amount_bare": complete.amount_bare,
    "annex_missing": citing.annex_missing,
    "annex_unmentioned": citing.annex_unmentioned,
    "before_sound": phrased.before_sound,
    "blanks": closing.blanks,
    "body_not_created": terms.body_not_created,
    "body_unintroduced": terms.body_unintroduced,
    "brackets": closing.brackets,
    "capacity": signing.capacity,
    "depositary": signing.depositary,
    "doubled": phrased.doubled,
    "entry_formulas": final.entry_formulas,
    "final_clause": final.final_clause,
    "found": phrased.found,
    "impossible_date": figures.impossible_date,
    "incomplete": complete.incomplete,
    "languages_counted": closing.languages_counted,
    "notice_too_long": figures.notice_too_long,
    "numbering": citing.numbering,
    "other_language": complete.other_language,
    "other_script": closing.other_script,
    "own_name": terms.own_name,
    "outlasts": figures.outlasts,
    "party_word": terms.party_word,
    "prevailing": closing.prevailing,
    "reference_meaning": citing.meaning,
    "reference_missing": citing.missing,
    "reference_paragraph": citing.missing_paragraph,
    "repeated": repeated.repeated,
    "signatory": signing.signatory,
    "signed_names": signing.signed_names,
    "signed_otherwise": approving.signed_otherwise,
    "slips": phrased.slips,
    "sums": figures.sums,
    "term_twice": terms.twice,
    "term_unused": terms.unused,
    "threshold": figures.threshold,
    "title_repeats": closing.title_repeats,
    "total_differs": complete.total_differs,
    "two_notices": figures.two_notices,
    "undated": complete.undated,
    "wanting": phrased.wanting,
    "words_and_figures": figures.words_and_figures,
    "year_cut": figures.year_cut,
}


def lint(text: RunningText | Agreement, *, ui: str = "", only: tuple[str, ...] = ()) -> Report:
    """Return what a text says against itself, in the order of the text.

    `ui` is the language of the sentences (the text's own where it is empty); `only` names the rules to apply (all where none
    is named). A text in a language without words is said to be not looked at.
    """
    agreement = text if isinstance(text, Agreement) else None
    running = running_text(text) if isinstance(text, Agreement) else text
    if running.lang not in LANGUAGES:
        reason = say("lint.no_language", ui or "en", language=running.lang or "?", languages=", ".join(LANGUAGES))
        return Report((), (NotLooked(running.title, reason),))
    paper = Paper(running, agreement)
    listed = [one for rule in rules() if not only or rule.id in only for one in _held(paper, rule, ui or running.lang)]
    return Report(tuple(sorted(listed, key=lambda one: (one.start, one.end, one.rule))))


def _held(paper: Paper, rule: Rule, lang: str) -> Iterator[Finding]:
    """Yield what one rule finds in a text, if the text is of the kind that the rule is for."""
    needs, never = (
        {one for one in rule.when if not one.startswith("not ")},
        {one[4:] for one in rule.when if one.startswith("not ")},
    )
    if (rule.words and paper.lang not in rule.words) or not needs <= paper.kinds or never & paper.kinds:
        return
    for seen in FAMILIES[rule.family](paper, rule):
        yield _finding(paper, rule, seen, lang)


def _finding(paper: Paper, rule: Rule, seen: Seen, lang: str) -> Finding:
    unit = paper.unit_at(seen.start) if seen.end > seen.start else None
    key = f"lint.{rule.id}" + seen.alone.removeprefix("message")
    values = {"words": ""} | seen.values
    return Finding(
        rule=rule.id,
        severity=seen.severity or _severity(rule, paper),
        address=unit.address if unit else "",
        number=unit.number if unit else "",
        quote=paper.text[seen.start : seen.end],
        start=seen.start,
        end=seen.end,
        message=say(key, lang, **values),
        proposal=seen.proposal,
    )


def _severity(rule: Rule, paper: Paper) -> Severity:
    by_language: Mapping[str, Severity] = rule.settings.get("severity", {})
    return by_language.get(paper.lang, rule.severity)


__all__ = ["Finding", "Report", "lint"]
