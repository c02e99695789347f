"""Parts of a sentence that set its promise above or beside the law, taken out so that what is left is a sentence still."""

from __future__ import annotations

import re

from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.norms import read

FILE = "cures"
LONGEST_ALONE = 60  # signs of "by virtue of this Agreement alone"
LONGEST_ABSOLUTE = 90  # signs of "no further authorisation by any officer being awaited"
LINK = 40  # signs of a link of a list at most
STOP = re.compile(r"(?:[;,]\s+(?:and|or|et|ou|y|e|o|u))?[\s.;:,]*$")  # of a sentence, or of a point of a list
_AFTER = re.compile(r"[,;]")
_OPEN = re.compile(r"[(“«\"]")
_OR = re.compile(r"\b(?:or|nor|ou|o|u|ni|nem)\b")
_AND = re.compile(r"\s(?:and|et|y|e)$")
_RULING, _LINKING = ("duty", "permission", "prohibition"), ("duty", "permission", "being")


def cut(sentence: str, lang: str) -> str:
    """Return a sentence without the parts that set it above or beside the law ("without a permit", "whatever the law says").

    A part ends at a comma that opens no further link of a list, or at the end; where it is not clear, nothing is taken out.
    """
    sentence, place = _opened(_at_will(sentence, lang), lang), 0
    while found := _next_part(sentence, lang, place):
        shorter = _without(sentence, found, lang)
        place = found + 1 if shorter is None else 0
        sentence = shorter or sentence
    return sentence


def _at_will(sentence: str, lang: str) -> str:
    """Return a sentence without the adverbs by which it acts at once or at will: "immediately", "at its sole discretion"."""
    while found := next(
        (one for one in pattern(FILE, lang, "at_will").finditer(flat(sentence)) if _alone(sentence, one)), None
    ):
        ahead, behind = sentence[: found.start()].rstrip(), sentence[found.end() :].lstrip()
        ahead = _AND.sub("", ahead)
        if behind.startswith(",") and ahead.endswith(","):
            behind = behind[1:].lstrip()
            ahead = ahead if not behind else ahead[:-1]
        glue = "" if behind[:1] in ",.;:" or not behind else " "
        sentence = ahead.rstrip(",") + glue + behind if behind[:1] in ",.;:" else ahead + glue + behind
    return sentence


def _alone(sentence: str, found: re.Match[str]) -> bool:
    """Whether an adverb stands by itself inside a sentence."""
    return found.start() > 0 and not sentence[found.end() : found.end() + 1].isalnum()


def _opened(sentence: str, lang: str) -> str:
    """Return a sentence without a part of that sort with which it begins, up to the first comma."""
    found = any(pattern(FILE, lang, entry).match(flat(sentence)) for entry in ("aside", "alone"))
    comma = sentence.find(",") if found else -1
    rest = sentence[comma + 1 :].lstrip()
    return rest[:1].upper() + rest[1:] if comma >= 0 and any(sign.isalpha() for sign in rest) else sentence


def _next_part(sentence: str, lang: str, begin: int) -> int:
    """Return where the next part that may be taken out begins; 0 where there is none."""
    text = flat(sentence)
    for entry in ("aside", "without", "alone", "absolute"):
        for found in pattern(FILE, lang, entry).finditer(text, begin):
            whole = found[0].endswith(" d") or not text[found.end() : found.end() + 1].isalnum()
            comma = text[: found.start()].rstrip().endswith(",")
            if whole and found.start() and (comma or entry in ("without", "alone")):
                return found.start()
    return 0


def _without(sentence: str, start: int, lang: str) -> str | None:
    """Return a sentence without the part that begins at a place; None where that part is more than an adverb."""
    stop = STOP.search(sentence)
    last = stop.start() if stop else len(sentence)
    end = next((one.start() for one in _AFTER.finditer(sentence, start, last) if not _goes_on(sentence, one.end())), last)
    ahead, part, behind = sentence[:start].rstrip(), sentence[start:end], sentence[end:]
    set_off = ahead.endswith(",")
    inner = read(part, lang).sentences
    if len(_OPEN.findall(part)) % 2 or any(one.has(*_RULING) for one in inner):
        return None
    short = any(
        pattern(FILE, lang, entry).match(flat(part)) and len(part) <= most
        for entry, most in (("alone", LONGEST_ALONE), ("absolute", LONGEST_ABSOLUTE))
    )
    if not set_off and not short and not any(one.every_step for one in inner):
        return None  # "for unlimited time a copy": what follows may be what the verb is about
    bound = set_off and behind.startswith(",") and _bound(ahead.rstrip(","), lang)
    return _AND.sub("", ahead.rstrip(",")).rstrip(",") + (behind[1:] if bound else behind)


def _bound(ahead: str, lang: str) -> bool:
    """Whether words end with a verb that what follows belongs to: "the fees are, ..., free of tax"."""
    words = [(one, sentence) for sentence in read(ahead, lang).sentences for one in sentence.words][-1:]
    return any(
        sentence.words[mark.last - 1] == word for word, sentence in words for name in _LINKING for mark in sentence.of(name)
    )


def _goes_on(sentence: str, place: int) -> bool:
    """Whether a list goes on behind a comma: "without a permit, a licence or another document"."""
    segment = sentence[place:].split(",")[0].strip()
    return len(segment) <= LINK and _OR.search(segment) is not None


def in_place(text: str, start: int, end: int, other: str) -> str:
    """Put another sentence in the place of one, as what stands around it asks for."""
    if text[:start].rstrip().endswith((";", ":", ",")):
        other = other[:1].lower() + other[1:]
    if text[start:end].endswith(";"):
        other = other.rstrip(".") + ";"
    return text[:start] + other + text[end:]
