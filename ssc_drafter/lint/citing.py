"""References of a text to its own articles and paragraphs, and what is wrong with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.stems import stem
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper, Place
from ssc_drafter.lint.rules import Rule, shared
from ssc_drafter.policies.numerals import roman_value

NUMBER = r"\d{1,3}|[ivxlc]{1,6}"
MISTYPED = re.compile(r"[XVI]l|l[XVI]")  # a small l for a Roman one
NEAR = 80  # signs behind a reference in which it may say whose article it is


class Cited(Struct, frozen=True):
    """A reference to an article: `own` is True or False where the text says whose it is, None where it does not."""

    start: int
    end: int
    article: str
    paragraph: str
    own: bool | None


@lru_cache(maxsize=8)
def _pattern(lang: str) -> re.Pattern[str]:
    words = shared(lang)
    article, paragraph = ("|".join(re.escape(one) for one in words[name]) for name in ("article", "paragraph"))
    joint = "|".join(re.escape(one) for one in words["and"])
    of = "|".join(re.escape(one) for one in words["of"])
    lead = rf"(?:(?:{paragraph})\s+(?P<paragraph>\d{{1,2}})(?:\s*\(\w+\))?\s+(?:{of})\s*)?"
    rest = rf"(?:(?:\s*,\s*|\s+(?:{joint})\s+)(?:{NUMBER})(?![\w.)']))*"
    return re.compile(rf"(?<!\w){lead}(?:{article})\s+(?P<first>{NUMBER})(?![\w'])(?:\s*[º°])?(?P<rest>{rest})")


def cited(paper: Paper) -> Iterator[Cited]:
    """Yield the references to articles in the articles of a text."""
    words = paper.words
    own, other = compiled(words["own"]), _of_another(paper.lang)
    near = compiled(words["instruments"])
    for place in paper.in_parts("article"):
        heading, naming = _heading_end(paper, place), dict[int, bool]()
        for match in _pattern(paper.lang).finditer(paper.folded, heading, place.unit.end):
            behind = paper.folded[match.end() : min(match.end() + NEAR, place.unit.end)]
            mine = bool(re.match(rf"{_parts(paper.lang)}\s*,?\s*(?:{own.pattern})", behind))
            theirs = bool(other.match(behind)) or _names_another(paper, place, match.start(), near, naming)
            for number in re.findall(NUMBER, f"{match['first']} {match['rest']}"):
                shown = paper.text[match.start("first") : match.end("first")]
                number = number.replace("l", "i") if MISTYPED.search(shown) else number
                figure = number if number.isdigit() else str(roman_value(number) or "")
                yield Cited(*match.span(), figure, match["paragraph"] or "", True if mine else False if theirs else None)


@lru_cache(maxsize=8)
def _parts(lang: str) -> str:
    """Return the pattern of what may stand between an article and the text that it belongs to: "(1), paragraph 2"."""
    words = shared(lang)
    paragraph, joint = ("|".join(re.escape(one) for one in words[name]) for name in ("paragraph", "and"))
    return rf"(?:\s*\(\w+\))*(?:\s*,?\s*(?:{paragraph})\s+\d+(?:\s*(?:,|{joint})\s*\d+)*(?:\s*\(\w+\))*)?"


@lru_cache(maxsize=8)
def _of_another(lang: str) -> re.Pattern[str]:
    """Return the pattern of words that lead from an article to the text it stands in ("(1), paragraph 2, of the Charter")."""
    of = "|".join(re.escape(one) for one in shared(lang)["of"])
    return re.compile(rf"{_parts(lang)}\s*,?\s*(?:(?:{of})\s|thereof|dudit|ibid)")


def _heading_end(paper: Paper, place: Place) -> int:
    """Return where the words of a unit begin behind its own "Article 5"."""
    found = re.compile(rf"\W*(?:{'|'.join(map(re.escape, paper.words['article']))})\W+(?:{NUMBER})\b").match(
        paper.folded, place.unit.start, place.unit.end
    )
    return found.end() if found else place.unit.start


def _names_another(paper: Paper, place: Place, at: int, near: re.Pattern[str], known: dict[int, bool]) -> bool:
    """Say whether the sentence at a place names an instrument. A sentence full of references is looked through once."""
    before = bisect_right(place.sentences, at, key=lambda one: one.start) - 1
    if before < 0 or at >= (one := place.sentences[before]).end:
        return False
    if one.start not in known:
        known[one.start] = bool(near.search(paper.folded[one.start : one.end]))
    return known[one.start]


def missing(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield references to an article that the text does not have."""
    numbers = set(paper.articles)
    figures = [int(one) for one in numbers if one.isdigit()]
    if len(numbers) < 2 or not figures:
        return
    last = max(figures)
    for one in cited(paper):
        if one.article and one.article not in numbers and (one.own or (one.own is None and int(one.article) > last)):
            yield Seen(one.start, one.end, {"words": paper.quote(one.start, one.end), "last": str(last)})


def missing_paragraph(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield references to a paragraph that the cited article, numbered throughout, does not have."""
    for one in cited(paper):
        places = paper.articles.get(one.article, [])
        printed = {place.unit.number.partition("(")[2].rstrip(")").split(")")[0] for place in places}
        numbered = len(places) > 1 and all(number.isdigit() for number in printed)
        if one.paragraph and one.own is not False and numbered and one.paragraph not in printed:
            yield Seen(one.start, one.end, {"words": paper.quote(one.start, one.end), "article": one.article})


def meaning(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield "the joint projects referred to in Article N" where Article N names no projects and one other has these words."""
    link, head = compiled(rule.said(paper.lang, "link")), -1 if paper.lang == "en" else 0
    rows = {number: _row(paper, places) for number, places in paper.articles.items()}
    for one in cited(paper):
        unit = paper.unit_at(one.start)
        alone = len(re.findall(rf"(?<!\w)(?:{NUMBER})(?!\w)", paper.folded[one.start : one.end])) == 1
        if one.own is False or one.article not in rows or unit is None or not alone:
            continue
        lead = paper.folded[max(unit.start, one.start - 120) : one.start]
        links = list(link.finditer(lead))
        if not links or len(lead) - links[-1].end() > 12:
            continue
        pair = re.search(r"([^\W\d_]{4,})\s+([^\W\d_]{4,})\s*$", lead[: links[-1].start()])
        named = [stem(word, paper.lang) for word in pair.groups()] if pair else []
        if not named or named[head] in rows[one.article]:
            continue
        others = [number for number, row in rows.items() if number != unit.article and _beside(row, named)]
        if len(others) == 1 and pair:
            words = {"words": paper.quote(one.start, one.end), "other": others[0], "article": one.article}
            yield Seen(one.start, one.end, words | {"thing": pair[0].strip()})


def _row(paper: Paper, places: list[Place]) -> list[str]:
    text = " ".join(paper.folded[place.unit.start : place.unit.end] for place in places)
    heading = places[0].unit.heading if places else ""
    return [stem(word, paper.lang) for word in re.findall(r"[^\W\d_]{4,}", f"{fold(heading)} {text}")]


def _beside(row: list[str], named: list[str]) -> bool:
    return any(row[place : place + 2] == named for place in range(len(row) - 1))


def numbering(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield an article number that stands twice, and a gap in the row of articles."""
    for place in paper.in_parts("article"):
        headed = place.unit.address.endswith("__para_1") and place.unit.heading
        line = paper.folded[place.unit.start : place.unit.end].split("\n")[0].strip(" .*_#")
        if not headed and not re.fullmatch(rf"\w+\W+{re.escape(place.unit.article.lower())}", line):
            continue
        if re.fullmatch(rf"(?:{'|'.join(paper.words['article'])})\W+(?:{NUMBER})", line):  # a heading read as a paragraph
            words = {"before": place.unit.article, "number": place.unit.article, "next": _next(place.unit.article)}
            yield Seen(place.unit.start, place.unit.start + len(line), words, alone="message_twice")
    order: list[tuple[str, int, int]] = []
    for place in paper.in_parts("article"):
        unit = place.unit
        head = unit.address.split("__")[0]
        if unit.article and (not order or order[-1][0] != head):
            order.append((head, int(unit.article) if unit.article.isdigit() else 0, unit.start))
    for (_, before, _), (_, number, start) in pairwise(order):
        if not before or not number or number == before + 1:
            continue
        alone = "message_twice" if number == before or any(one[1] == number and one[2] < start for one in order) else ""
        end = min(start + 60, len(paper.text))
        yield Seen(start, end, {"before": str(before), "number": str(number), "next": str(before + 1)}, alone=alone)


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else "?"


def annex_missing(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the first mention of an annex that the text does not have."""
    there = sum(1 for unit in {one.unit.address.split("__")[0] for one in paper.in_parts("annex")} if unit)
    own = compiled(paper.words["own"])
    listed = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, paper.words['annex']))})\s+(\d{{1,2}}|[a-z]|[ivx]{{1,4}})(?![\w'])"
    )
    seen: set[str] = set()
    for place in paper.in_parts("article"):
        for match in listed.finditer(paper.folded, place.unit.start, place.unit.end):
            value = _annex_value(match[1])
            behind = paper.folded[match.end() : match.end() + 40]
            if re.search(r"(?<!\w)(?:an?|une?|um)\s$", paper.folded[max(match.start() - 4, 0) : match.start()]):
                continue  # "an Annex VII arbitral tribunal"
            of = re.match(rf"\s*,?\s*(?:{'|'.join(map(re.escape, paper.words['of']))})\s", behind)
            if of and not re.match(rf"\s*(?:{own.pattern})", behind):
                continue
            if value > there and match[1] not in seen:
                seen.add(match[1])
                words = {"words": paper.quote(*match.span()), "count": str(there)}
                yield Seen(*match.span(), words, severity=None if "ours" in paper.kinds else "note")


def _annex_value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if len(number) == 1 and number not in "ivx":
        return ord(number) - ord("a") + 1
    return roman_value(number) or 0


def annex_unmentioned(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield an annex of which no article says a word."""
    body = "\n".join(
        paper.folded[one.unit.start : one.unit.end] for one in paper.in_parts("article", "testimonium", "preamble")
    )
    any_annex = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, paper.words['annex']))})(?:s|es)?(?!\w)")
    first = next(iter(paper.in_parts("annex")), None)
    if first and not any_annex.search(body):
        end = min(first.unit.end, first.unit.start + 60)
        yield Seen(first.unit.start, end, {"words": first.unit.heading})
