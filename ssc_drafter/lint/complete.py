"""What a clause has to bring with it: words that belong to others, a date beside a title, a currency beside a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.spoken import MONEY, TIME, days_in
from ssc_drafter.lint.figures import table_totals
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import LANGUAGES, Rule

BODY = ("article",)
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
LETTERS = re.compile(r"[^\W\d_]+")
LEAST = 1000  # a smaller figure counts things
NEXT = 25  # signs between "a contribution of" and its figure


def incomplete(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield one finding where `if` stands and words of the groups named by `each` are wanting in the text.

    Settings: `each` the groups; `missing` how many of them have to be wanting (1); `parts` where `if` is looked for, "parties"
    for the names of the Parties; `unless_text` in the rule's words are words of the text that make up for all.
    """
    span = _cause(paper, rule)
    if span is None or compiled(rule.said(paper.lang, "unless_text")).search(paper.folded):
        return
    wanting = [name for name in rule.settings["each"] if not compiled(rule.said(paper.lang, name)).search(paper.folded)]
    if len(wanting) >= rule.settings.get("missing", 1):
        yield Seen(*span, {"words": paper.quote(*span)})


def _cause(paper: Paper, rule: Rule) -> tuple[int, int] | None:
    pattern, unless = compiled(rule.said(paper.lang, "if")), compiled(rule.said(paper.lang, "unless"))
    parts = rule.settings.get("parts", BODY)
    if parts == "parties":
        title = next(paper.in_parts("title"), None)
        named = any(pattern.search(fold(one)) for one in paper.running.parties)
        return (title.unit.start, title.unit.end) if named and title else None
    for place in paper.in_parts(*parts):
        for one in place.sentences:
            match = pattern.search(paper.folded, one.start, one.end)
            if match and not unless.search(paper.folded, one.start, one.end):
                return match.span()
    return None


def undated(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield another instrument that is spoken of (`words`) in a sentence without a date or year.

    Settings: `scope` "sentence", or "text": one finding, at the title, where no sentence of the text has both.
    """
    pattern, unless = compiled(rule.said(paper.lang, "words")), compiled(rule.said(paper.lang, "unless"))
    for place in paper.in_parts("title", "preamble", "article"):
        for one in place.sentences:
            match = pattern.search(paper.folded, one.start, one.end)
            if not match or unless.search(paper.folded, one.start, one.end):
                continue
            dated = bool(YEAR.search(paper.text, one.start, one.end)) or any(
                days_in(paper.text, paper.lang, one.start, one.end)
            )
            if rule.settings["scope"] == "sentence" and not dated:
                yield Seen(*match.span(), {"words": paper.quote(*match.span())})
            elif rule.settings["scope"] == "text" and dated:
                return
    title = next(paper.in_parts("title"), None)
    if rule.settings["scope"] == "text" and title:
        yield Seen(title.unit.start, title.unit.end, {"words": paper.quote(title.unit.start, title.unit.end)})


def amount_bare(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a sum in figures ("a contribution of 500,000") that no currency goes before or follows (`followed`: what may)."""
    pattern, followed = compiled(rule.said(paper.lang, "words")), compiled(rule.said(paper.lang, "followed"))
    for place in paper.in_parts("article", "annex"):
        for match in pattern.finditer(paper.folded, place.unit.start, place.unit.end):
            number = next((one for one in paper.numbers if match.end() <= one.start < match.end() + NEXT), None)
            if number is None or number.spelled or number.unit not in ("", *TIME) or number.value < LEAST:
                continue
            between, behind = paper.text[match.end() : number.start], paper.folded[number.end : place.unit.end]
            year = YEAR.fullmatch(paper.text, number.start, number.end)
            if not between.strip() and not year and (re.match(r"\s*(?:[.;,)]|$)", behind) or followed.match(behind.lstrip())):
                yield Seen(match.start(), number.end, {"words": paper.quote(match.start(), number.end)})


def total_differs(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the total that an article states where the text's table has totals and none of them is this one."""
    totals = table_totals(paper, rule)
    pattern = compiled(rule.said(paper.lang, "words"))
    for place in paper.in_parts("article") if totals else ():
        for one in place.sentences:
            match = pattern.search(paper.folded, one.start, one.end)
            number = next((each for each in paper.numbers if match and match.end() <= each.start < one.end), None)
            money = number and (number.unit in MONEY or number.unit.isupper())
            if number and money and number.value not in totals:
                words = {"words": paper.quote(number.start, number.end), "other": f"{max(totals):,.0f}".replace(",", " ")}
                yield Seen(number.start, number.end, words)


def other_language(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the first sentence of the articles that is in another language, by the little words of each (`marks`)."""
    marks = {lang: frozenset(fold(one) for one in rule.said(lang, "marks")) for lang in LANGUAGES}
    for place in paper.in_parts(*BODY):
        for one in place.sentences:
            words = LETTERS.findall(paper.folded[one.start : one.end])
            counts = {lang: sum(word in listed for word in words) for lang, listed in marks.items()}
            own = counts.pop(paper.lang)
            other = max(counts, key=lambda lang: counts[lang])
            if len(words) >= rule.settings["least"] and own == 0 and counts[other] * 5 >= len(words):
                yield Seen(
                    one.start, one.end, {"words": paper.quote(one.start, min(one.end, one.start + 60)), "language": other}
                )
                return
