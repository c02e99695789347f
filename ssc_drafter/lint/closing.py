"""Closing words: how many languages and which text prevails; and names that stand twice or in a strange script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

# languages that agreements are done in; CLDR has their names
CODES = [
    "am",
    "ar",
    "az",
    "bg",
    "bn",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fil",
    "fr",
    "ha",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "km",
    "ko",
    "ky",
    "lo",
    "lt",
    "lv",
    "mg",
    "mk",
    "mn",
    "ms",
    "my",
    "ne",
    "nl",
    "no",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "rw",
    "si",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "tg",
    "th",
    "ti",
    "tk",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
    "zu",
]


@lru_cache(maxsize=8)
def _languages(lang: str) -> dict[str, str]:
    from babel import Locale

    names = Locale.parse(lang if lang in ("en", "fr", "es", "pt") else "en").languages
    found = {fold(str(names[code])): code for code in CODES if code in names}
    own = {"castellano": "es", "castelhano": "es", "castilian": "es", "mandarin": "zh", "espanola": "es", "francesa": "fr"}
    own |= {
        "inglesa": "en",
        "portuguesa": "pt",
        "arabica": "ar",
        "russa": "ru",
        "rusa": "ru",
        "chinesa": "zh",
        "china": "zh",
        "ucranio": "uk",
        "armeno": "hy",
        "indonesio": "id",
        "espanhola": "es",
        "turca": "tr",
        "italiana": "it",
        "alema": "de",
        "alemana": "de",
        "coreana": "ko",
        "japonesa": "ja",
        "neerlandesa": "nl",
        "ucraniana": "uk",
    }
    feminine = {
        "anglaise": "en",
        "francaise": "fr",
        "espagnole": "es",
        "portugaise": "pt",
        "chinoise": "zh",
        "neerlandaise": "nl",
    }
    return found | (own if lang in ("es", "pt") else feminine if lang == "fr" else {})


def _named(words: str, lang: str) -> dict[str, int]:
    """Return the languages that a stretch of folded text names, each with its first place."""
    table = _languages(lang)
    pattern = re.compile(rf"(?<!\w)({'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})(?!\w)")
    found: dict[str, int] = {}
    for match in pattern.finditer(words):
        found.setdefault(table[match[1]], match.start())
    return found


def _stretch(paper: Paper, rule: Rule) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the closing words that speak of languages and copies."""
    pattern = compiled(rule.said(paper.lang, "languages"))
    for place in paper.in_parts("testimonium", "article"):
        for one in place.sentences:
            if pattern.search(paper.folded, one.start, one.end):
                yield one.start, one.end


def languages_counted(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield "both texts" where three languages are listed; in a note where only one is."""
    both = compiled(rule.said(paper.lang, "both"))
    stretches = list(_stretch(paper, rule))
    every = {code for start, end in stretches for code in _named(paper.folded[start:end], paper.lang)}
    for start, end in stretches:
        match = both.search(paper.folded, start, end)
        count = len(_named(paper.folded[start:end], paper.lang))
        if match and count > 2:
            yield Seen(*match.span(), {"words": paper.quote(*match.span()), "count": str(count)})
        elif match and count == 1 and len(every) == 1:
            yield Seen(*match.span(), {"words": paper.quote(*match.span()), "count": "1"}, alone="message_one", severity="note")


def prevailing(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a text that is to prevail and is in none of the languages that the closing words list."""
    prevails = compiled(rule.said(paper.lang, "prevails"))
    listed: set[str] = set()
    for start, end in _stretch(paper, rule):
        match = prevails.search(paper.folded, start, end)
        if not match:
            listed |= set(_named(paper.folded[start:end], paper.lang))
            continue
        head = paper.folded[start:end]
        here = _named(head, paper.lang)
        apart = compiled(rule.said(paper.lang, "divergence")).search(head)
        before = {code for code, place in here.items() if apart and place < apart.start()}
        listed |= before
        for code in here.keys() - before:
            if listed and code not in listed:
                low = start + here[code]
                yield Seen(low, min(low + 12, end), {"words": paper.quote(low, min(low + 12, end)).split()[0]})


def other_script(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a Latin word with a letter of another script in it."""
    for match in re.finditer(r"\b[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff][^\W\d_]*\b", paper.text):
        scripts = {unicodedata.name(sign, "").split(" ")[0] for sign in match[0] if sign not in "µμ"}
        if "LATIN" in scripts and len(scripts) > 1:
            yield Seen(match.start(), match.end(), {"words": match[0]})


def title_repeats(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a Party that stands twice among the Parties."""
    generic = compiled(rule.said("en", "generic"))
    names = [re.sub(r"^(?:the|el|la|le|l'|o|a|y|and|et|e)\s+", "", fold(one)).strip() for one in paper.running.parties]
    title = next(paper.in_parts("title"), None)
    twice = [name for name in names if names.count(name) > 1 and generic.sub("", name).strip()]
    if title and twice:
        yield Seen(title.unit.start, title.unit.end, {"words": twice[0]})


def blanks(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield gaps left open: the marks of `marks` in the text, rules to write on outside the closing words, and a wide gap."""
    marks = re.compile("|".join(rule.settings["marks"]))
    gaps = re.compile("|".join(rule.settings["gaps"]))
    for place in paper.places:
        low, high = place.unit.start, place.unit.end
        seen = list(marks.finditer(paper.text, low, high))
        seen += list(gaps.finditer(paper.text, low, high)) if place.part in ("title", "preamble", "article") else []
        for match in seen:
            yield Seen(*match.span(), {"words": paper.quote(*match.span()) or "…"})


def brackets(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield words left in square brackets, unless an editor's (`unless` are the words that such a note begins with)."""
    unless = compiled(rule.said("en", "unless"))
    for place in paper.in_parts("title", "preamble", "article"):
        for match in re.compile(r"\[([^\[\]\n]{2,400})\](?!\()").finditer(paper.text, place.unit.start, place.unit.end):
            inner = fold(match[1]).strip()
            if not unless.match(inner) and sum(sign.isalpha() for sign in inner) > 3:
                yield Seen(*match.span(), {"words": paper.quote(*match.span())})
