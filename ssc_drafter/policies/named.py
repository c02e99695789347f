"""What a law is called, and whether its file holds it: a theme for a title is no name, and an act of approval no policy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssc_drafter.policies.approved import approves
from ssc_drafter.policies.grammar import any_of, fold, grammar
from ssc_drafter.policies.instrument import APPROVES, Provision, Warn
from ssc_drafter.words import say

THEME = 4  # words of a title that may be a theme alone ("HABEAS DATA", "REGIMEN")
HEAD = 3000  # signs before the first unit in which a law is numbered
ANNOUNCED = 12_000  # signs before the first unit: recitals may be long
SHORT_ACT = 10  # units of an act that only approves
LONG = 6000  # signs of a unit that holds more than an approval


def numbered_title(title: str, text: str, lang: str, units: Sequence[Provision]) -> str:
    """Return a title with the number of the law, where the title is a theme alone and the text gives the number in its head."""
    words = grammar(lang)
    kinds = any_of(words.agreement.get("law_titles", ()))
    bare = fold(title)
    if not title.isupper() or len(title.split()) > THEME or not kinds or re.search(rf"(?<!\w)(?:{kinds})(?!\w)|\d", bare):
        return title
    head = text[: min((one.start for one in units), default=HEAD)][:HEAD]
    found = re.search(rf"(?m)^\W*((?:{kinds})\s(?:n[º°o.]*\s?)?\d[\d./-]*\d)\s*$", fold(head))
    return f"{title} ({head[found.start(1) : found.end(1)]})" if found else title


def announced_title(title: str, text: str, lang: str, units: Sequence[Provision]) -> str:
    """Return the name that a law announces before its first unit ("DECRETA: la siguiente: LEY DEL SERVICIO CÍVICO"), with its
    number, where the title found is but a number; else the title."""
    words = grammar(lang)
    kinds = any_of(words.agreement.get("law_titles", ()))
    number = re.match(rf"\W*((?:{kinds})\W+(?:n(?:[º°o.]+|umero)?\s?)?\d[\d./-]*)", fold(title))
    if number is None:
        return title
    head = text[: min((one.start for one in units), default=HEAD)][:ANNOUNCED]
    announced = rf"(?:{any_of(words.announced)})\W*\n\W*(?P<name>(?:{kinds})\s[^\n]{{4,160}})"
    found = re.search(announced, fold(head))
    name = re.sub(r"\s+", " ", head[found.start("name") : found.end("name")]).strip(" *_#.:") if found else ""
    shown = re.sub(r"\s+", " ", title[number.start(1) : number.end(1)]).strip(" .-")
    return f"{name} ({shown})" if name and fold(name) not in fold(title) else title


def only_approves(
    text: str, lang: str, title: str, units: Sequence[Provision], other: Sequence[Provision], ui: str
) -> list[Warn]:
    """Return a warning where a text approves a policy or plan that is not in the file: its title is found, and no content."""
    beside = sum(one.end - one.start for one in other)
    long = len(units) > SHORT_ACT or beside > LONG or any(one.end - one.start > LONG or one.rank for one in units)
    if long or not units or not approves(text, grammar(lang), units[:1], title):
        return []
    return [Warn(say("policies.only_approves", ui), APPROVES)]
