"""Rules of words: a phrase that should not stand there, and one that is wanting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper, Place
from ssc_drafter.lint.rules import Rule

BODY = ("article",)


def found(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield each place where `words` stand, unless the same sentence (`unless`) or the text (`unless_text`) says otherwise.

    Settings: `parts` where it is looked for; `once` for one finding a text, with the count; `least` from how many on;
    `but` how often `against` must stand in the text for the rule to speak.
    """
    words, unless = compiled(rule.said(paper.lang, "words")), compiled(rule.said(paper.lang, "unless"))
    if compiled(rule.said(paper.lang, "unless_text")).search(paper.folded) or not _against(paper, rule):
        return
    seen = []
    for place in paper.in_parts(*rule.settings.get("parts", BODY)):
        for one in place.sentences:
            if unless.search(paper.folded, one.start, one.end):
                continue
            seen += [match.span() for match in words.finditer(paper.folded, one.start, one.end)]
    if len(seen) < rule.settings.get("least", 1):
        return
    for start, end in seen[:1] if rule.settings.get("once") else seen:
        yield Seen(start, end, {"words": paper.quote(start, end), "count": str(len(seen))})


def _against(paper: Paper, rule: Rule) -> bool:
    wanted = rule.settings.get("but", 0)
    pattern = compiled(rule.said(paper.lang, "against"))
    return not wanted or sum(1 for _ in pattern.finditer(paper.folded)) >= wanted


def wanting(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield one finding where the text holds none of `needs`; with `if`, only where those words stand in it.

    Settings: `scope` "text" (the whole text) or "sentence" or "article": in the sentence or article where `if` stands.
    """
    needs, cause = compiled(rule.said(paper.lang, "needs")), rule.said(paper.lang, "if")
    if not rule.said(paper.lang, "needs"):
        return
    if not cause:
        if not needs.search(paper.folded):
            yield Seen(len(paper.text), len(paper.text))
        return
    pattern, unless = compiled(cause), compiled(rule.said(paper.lang, "unless"))
    scope = rule.settings.get("scope", "text")
    for place in paper.in_parts(*rule.settings.get("parts", BODY)):
        for one in place.sentences:
            match = pattern.search(paper.folded, one.start, one.end)
            if not match or unless.search(paper.folded, one.start, one.end):
                continue
            if any(needs.search(paper.folded, low, high) for low, high in _scope(paper, scope, place, one.start, one.end)):
                continue
            yield Seen(one.start, one.end, {"words": paper.quote(*match.span())})
            return


def _scope(paper: Paper, scope: str, place: Place, start: int, end: int) -> list[tuple[int, int]]:
    if scope == "sentence":
        return [(start, end)]
    if scope == "article" and place.unit.article:
        return [(one.unit.start, one.unit.end) for one in paper.articles[place.unit.article]]
    return [(0, len(paper.text))]


def slips(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield little words that do not go together ("de le"), with the right ones, by the pairs of `slips` ("de le > du").

    `unless_next` are endings of a next word before which the pair may stand (an infinitive: "de le faire").
    """
    for pair in rule.said(paper.lang, "slips"):
        wrong, _, right = (side.strip() for side in pair.partition(">"))
        nexts = "|".join(re.escape(one) for one in rule.said(paper.lang, "unless_next"))
        pattern = re.compile(rf"(?<![\w'/-]){re.escape(fold(wrong))}(?= (\w+))".replace(r"\ ", " "))
        for match in pattern.finditer(paper.folded):
            following = paper.text[match.start(1) : match.end(1)]
            written = paper.text[match.start() : match.end()]
            if written.lower() != wrong and not written.isupper():
                continue  # "de él", "a le droit": another word
            proper = any(word[:1].isupper() for word in written.split()[1:])  # "de El Salvador"
            if proper or written.isupper() or (nexts and re.search(rf"(?:{nexts})$", fold(following))):
                continue
            if not paper.in_its_language(match.start(), match.end(1)):
                continue
            capital = right[:1].upper() + right[1:] if written[:1].isupper() else right
            words = {"words": paper.quote(match.start(), match.end(1)), "right": f"{capital} {following}"}
            yield Seen(match.start(), match.end(1), words, f"{capital} {following}")


def before_sound(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a word before a sound that it may not stand before ("de Inde", "a agreement", "y Indonesia").

    Each entry of `sounds` is "word > right : openings of the next word", each of `except` an opening that is no such sound.
    """
    exempt = tuple(fold(one) for one in rule.said(paper.lang, "except"))
    lettered = compiled(rule.said(paper.lang, "unless_after"))
    foreign = "|".join(rf"\b{re.escape(one)}" for one in paper.words["foreign_words"])
    for entry in rule.said(paper.lang, "sounds"):
        pair, _, openings = entry.partition(":")
        wrong, right = (side.strip() for side in pair.split(">"))
        heads = "|".join(re.escape(fold(one)) for one in openings.split())
        pattern = re.compile(rf"(?<![\w'/.(-]){re.escape(fold(wrong))} ((?:{heads})\w+)")
        for match in pattern.finditer(paper.folded):
            following = paper.text[match.start(1) : match.end(1)]
            if following.isupper() or match[1].startswith(exempt) or any(sign.isdigit() for sign in following):
                continue
            written = paper.text[match.start() : match.end()]
            if re.search(rf"(?:{foreign})\s$", paper.folded[max(match.start() - 20, 0) : match.start()]):
                continue  # "voor de antwoord": a word of another language
            if written[0].isupper() and len(wrong) == 1 and paper.lang in ("en", "fr"):
                continue  # "A", the Party or the point, and no article
            if not paper.in_its_language(*match.span()) or lettered.search(
                paper.folded, max(match.start() - 20, 0), match.start()
            ):
                continue
            glue = "" if right.endswith("'") else " "
            words = {"words": paper.quote(*match.span()), "right": f"{right.replace(chr(39), '’')}{glue}{following}"}
            yield Seen(match.start(), match.end(), words, words["right"])


def doubled(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a word that stands twice in a row; words of `except` may."""
    exempt = set(rule.said(paper.lang, "except"))
    for place in paper.in_parts("preamble", "article"):
        for match in re.compile(r"(?<![\w'-])([^\W\d_]{2,})(?: +|\n)\1(?![\w'-])").finditer(
            paper.folded, place.unit.start, place.unit.end
        ):
            shown = paper.text[match.start() : match.end()]
            if match[1] not in exempt and not shown.isupper() and paper.in_its_language(*match.span()):
                yield Seen(*match.span(), {"words": paper.quote(*match.span())}, paper.text[match.start() : match.end(1)])
