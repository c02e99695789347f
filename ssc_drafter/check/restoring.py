"""What a sentence denies, said the other way: "No permit is required" becomes "A permit is required".

A denial of a step or of a right is the trouble itself; turned round, the sentence keeps its subject and does what the law
asks. Grammar of negation: Quirk et al., A comprehensive grammar of the English language, 10.54 to 10.70; Grevisse, Le bon usage
(ne ... pas, aucun); RAE, Nueva gramática de la lengua española, chapter 48 (ninguno, alguno behind its noun); Cunha and Cintra,
Nova gramática do português contemporâneo (nenhum, the place of the pronoun); all from memory, confirm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ssc_drafter.check.document.phrases import flat, listed
from ssc_drafter.check.norms import read

FILE = "cures"
_SIDES = " => "
FAR = 8  # signs between "by" and the name: "by the firm"
NEAR = 70  # signs around the words that the trouble rests on within which they are denied
_NEITHER = re.compile(r",\s(?:ni|nem|nor)\s[^,;]*(?:,(?=\squ[e'’])|(?=,))")
_BARRED = {  # words that deny in a way that cannot simply be turned round
    "en": re.compile(r"\b(?:neither|nor|never|none|nobody|nothing|at no time|in no case|unless|except|save)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ni|jamais|rien|nul|nulle|personne|sauf|à moins)\b|\b(?:ne|n['’]).*\bque\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:ni|nunca|jamás|nada|nadie|tampoco|salvo|excepto|a menos|sino)\b", re.IGNORECASE),
    "pt": re.compile(r"\b(?:nem|nunca|jamais|nada|ninguém|tampouco|salvo|exceto|a menos|senão)\b", re.IGNORECASE),
}  # fmt: skip
Turn = Callable[[str, str], str]


def restored(sentence: str, lang: str, ours: tuple[int, int]) -> str | None:
    """Return a sentence that grants or asks for what it denied; None where that takes more than turning one word.

    `ours` are the words in it that the trouble rests on: a denial of something else stays.
    """
    plain = _NEITHER.sub("", sentence)
    other = _swapped(plain, (row.split(_SIDES) for row in listed(FILE, lang, "turned")))
    if other is None and lang in _TURNS and not _BARRED[lang].search(plain) and not _excepts(plain, lang):
        turned = _TURNS[lang](plain, lang)
        other = turned if turned != plain else None
    if other is None or not ours[0] - NEAR <= _changed_at(plain, other) <= ours[1] + NEAR:
        return None
    return other[:1].upper() + other[1:] if sentence[:1].isupper() else other


def _changed_at(one: str, other: str) -> int:
    """Return where two texts begin to differ."""
    return next((place for place, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), len(one))


def _excepts(sentence: str, lang: str) -> bool:
    return any(one.has("exception") for one in read(sentence, lang).sentences)


def _swapped(sentence: str, rows: Iterable[Sequence[str]]) -> str | None:
    """Return a sentence with the first phrase of a list put as the list says; None where it has none of them."""
    text = flat(sentence)
    found = [(at, before, after) for before, after in rows if (at := _place(text, flat(before))) >= 0]
    if not found:
        return None
    at, before, after = min(found, key=lambda row: (row[0], -len(row[1])))
    return sentence[:at] + after + sentence[at + len(before) :]


def _place(text: str, phrase: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    return found.start() if found else -1


_NO = re.compile(r"\b(No|no) (?:(?:further|additional|other|such|prior|new) )?(\w[\w-]*)")
_DENIED = (
    ("need not be", "shall be"),
    ("shall not", "shall"),
    ("must not", "must"),
    ("may not", "may"),
    ("will not", "will"),
    ("is not", "is"),
    ("are not", "are"),
    ("need not", "shall"),
    ("cannot", "can"),
    ("does not depend", "depends"),
    ("do not depend", "depend"),
)
_UNCOUNTED = frozenset(  # nouns that take no "a"
    {
        "access",
        "approval",
        "authorisation",
        "certification",
        "clearance",
        "compensation",
        "consent",
        "consultation",
        "evidence",
        "notice",
        "permission",
        "proof",
        "publication",
        "ratification",
        "recourse",
        "registration",
        "tendering",
    }
)
_NO_NOUN = {"other", "later", "earlier", "more", "less", "longer", "fewer", "greater", "matter", "one"}  # "no later than"
_HEAD = re.compile(r"(\w+) (?:of|by|from|for|shall|is|are|need|may|will|must|to|in|under|as)\b")


def _english(sentence: str, lang: str) -> str:
    turned = _swapped(sentence, _DENIED)
    if turned is not None:
        return re.sub(r"\bany\b", "the", turned, count=1)
    found = _NO.search(sentence)
    if found is None:
        return sentence
    word, behind = found[2], sentence[found.start(2) :]
    if word in _NO_NOUN:
        return sentence
    head = _HEAD.search(behind)
    plural = head is not None and head[1].endswith("s") and not head[1].endswith("ss")
    bare = plural or word in _UNCOUNTED
    article = "" if bare else "an " if word[:1].lower() in "aeiou" else "a "
    turned = sentence[: found.start()] + article + behind
    return re.sub(r"\bneed (?=(?!to\b)\w+)", "shall ", turned, count=1)


def _french(sentence: str, lang: str) -> str:
    turned = re.sub(r"\b([Aa])ucun(e?)\b", lambda one: ("U" if one[1] == "A" else "u") + "n" + one[2], sentence, count=1)
    if turned != sentence:
        return re.sub(r"\b(?:ne\s|n['’])", "", turned, count=1)
    return re.sub(
        r"\b(?:ne\s|n['’])((?:l[ea]\s|l['’]|les\s|leur\s|lui\s|y\s|en\s|s['’]|se\s)?\w+)\s(?:pas|point|plus)\b",
        r"\1",
        sentence,
        count=1,
    )


# What denies no verb: "o no", "no obstante", "no más de", "no gubernamental".
_NOT_ES = re.compile(r"(?<!\bo )\b[Nn]o\s(?!obstante|m[áa]s|menos|mayor|menor|superior|inferior|gubernamental)")
_NOT_PT = re.compile(r"(?<!\bou )\b[Nn]ão\s(?!obstante|mais|menos|maior|menor|superior|inferior|governamental)")


def _spanish(sentence: str, lang: str) -> str:
    turned = re.sub(r"\b([Nn])ing[uú]n(a?)\b", lambda one: ("U" if one[1] == "N" else "u") + "n" + one[2], sentence, count=1)
    turned = _NOT_ES.sub("", turned, count=1)
    return re.sub(r"\s(?:alguno|alguna)\b", "", turned, count=1) if turned != sentence else sentence


_LATER = re.compile(r"\b[Nn]ão se (\w+r)(á|ão)\b")
_CLITIC = re.compile(r"\b[Nn]ão (se|lhes?) (\w+)")


def _portuguese(sentence: str, lang: str) -> str:
    turned = re.sub(r"\b([Nn])enhum(a?)\b", lambda one: ("U" if one[1] == "N" else "u") + "m" + one[2], sentence, count=1)
    for before, after in ((_LATER, r"\1-se-\2"), (_CLITIC, r"\2-\1")):
        turned = before.sub(after, turned, count=1)
    turned = _NOT_PT.sub("", turned, count=1)
    return re.sub(r"\s(?:algum|alguma)\b", "", turned, count=1) if turned != sentence else sentence


_TURNS: dict[str, Turn] = {"en": _english, "fr": _french, "es": _spanish, "pt": _portuguese}


def put_by(sentence: str, lang: str, other: str) -> str | None:
    """Return a sentence in which `other` acts in the place of the one who is named behind "by"; None where nobody is.

    Meant is the first one named behind a verb in the passive. The name ends at a stop of the sentence or with it, and holds no
    further verb that rules.
    """
    rows = _BY[lang].finditer(sentence)
    acting = {one.words[role.first].start for one in read(sentence, lang).sentences for role in one.roles if role.kind == "by"}
    found = next((one for one in rows if _acts(sentence, lang, one, acting)), None)
    if found is None:
        return None
    stop = re.search(r"[,;:.](?:\s|$)", sentence[found.end() :])
    end = found.end() + stop.start() if stop else len(sentence)
    if any(one.has("duty", "permission", "prohibition") for one in read(sentence[found.end() : end], lang).sentences):
        return None
    return sentence[: found.start()] + other + sentence[end:]


_BY = {
    "en": re.compile(r"\bby\b"),
    "fr": re.compile(r"\bpar\b"),
    "es": re.compile(r"\bpor\b"),
    "pt": re.compile(r"\b(?:por|pel[oa]s?)\b"),
}
_PASSIVE = {
    "en": r"(?:ed|en)",
    "fr": r"(?:é|ie|is|i|ue|u|it|ite)(?:e?s?)",
    "es": r"(?:[aií]d[oa]s?|puest[oa]s?|hech[oa]s?)",
    "pt": r"(?:[aií]d[oa]s?|post[oa]s?|feit[oa]s?)",
}
_ADVERB = r"(?:\s(?:only|solely|exclusively|alone|\w+ment|\w+mente|solo|sólo|só|apenas))?"


def _acts(sentence: str, lang: str, found: re.Match[str], acting: set[int]) -> bool:
    """Whether "by" leads to one who acts: read as such, or right behind a verb in the passive."""
    if sentence[found.end() : found.end() + 1] != " ":
        return False
    near = any(0 < place - found.end() <= FAR for place in acting)
    return (near and lang == "en") or re.search(rf"\w{_PASSIVE[lang]}{_ADVERB}\s$", sentence[: found.start()]) is not None
