"""The verb of a main clause that rules in the present: "el reglamento establece", "o penhor regula-se", "is returned".

No word of modality says so, and no grammar of ours knows every verb. So the verb is found by its form (law/structure [finite]:
verbs of law, conjugated by rule) and by where it stands: behind a subject, no article or preposition ahead of it, in no clause
that "who", "if" or "unless" opens.
"""

from __future__ import annotations

import re

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.structure.told import Told, tongue

PRESENT = "present"  # a verb in the present that rules without a word of modality
_OPENS = ("relative", "condition", "condition_led", "exception", "proviso")
_STRONG = {";", ":", ".", "—"}
_ENCLITIC = re.compile(r"\w{2,}(?:[ae]|am|em|êm|ém|rá|ão)-se$")  # Portuguese: "regula-se", "aplicam-se"
_ORDERED = re.compile(r"[^\W\d_]{2,}[áéíóú][^\W\d_]{0,3}[ae]n?se$")  # Spanish: "otórguese", "apruébase"
_COPULA = {  # "son" is no verb in French, nor "es"
    "en": ("is", "are"),
    "fr": ("est", "sont", "demeure", "demeurent"),
    "es": ("es", "son", "queda", "quedan"),
    "pt": ("é", "são", "fica", "ficam"),
}
_STAYS = ("fica", "ficam", "queda", "quedan")  # "fica aprovado": what comes about
_WHOSE = ("whose", "dont", "cuyo", "cuya", "cuyos", "cuyas", "cujo", "cuja", "cujos", "cujas")
_LEAST = 2  # words of a sentence ahead of which no verb rules
_LETTERS = 4  # letters of a Spanish verb behind "se" that no list knows
_BESIDE = 2  # adverbs between "is" and its participle


def finite(told: Told) -> list[Mark]:
    """Return the verb that rules in the present in the main clause of a sentence, with those joined to it."""
    found: list[Mark] = []
    opened, consumed = False, False
    for place in range(len(told.texts) - 1):
        text = told.texts[place]
        stops = text in _STRONG or place in told.lines
        if stops and found:
            break
        if stops or (text == "," and not found):
            opened = consumed = False
        if any(told.starts(name, place) for name in _OPENS) and not told.starts("anyone", place):
            opened, consumed = True, _tells(told, place)
        one = _ruling(told, place)
        if one is None:
            continue
        joined = bool(told.starts("joiner", _ahead(told, place)))
        if found:
            if joined and not opened:
                found.append(one)
            continue
        if opened and not consumed:
            consumed = True
        elif not (opened and (joined or told.texts[place - 1] == ",")) and _has_subject(told, place):
            found.append(one)
            opened = False
    return found


def _ruling(told: Told, place: int) -> Mark | None:
    """Return the verb at a place, if it is not one of a phrase that rules nothing."""
    idle = any(mark.first <= place < mark.last for mark in told.of("no_head"))
    return None if idle else _verb(told, place)


def _tells(told: Told, place: int) -> bool:
    """Whether the verb of a relative clause stands at its head: "que utilizar", unlike "que la ley"."""
    if not told.starts("relative", place) or told.lower[place] in _WHOSE:
        return False
    place += 1
    while place < len(told.texts) - 1 and (told.starts("negation", place) or told.starts("reflexive", place)):
        place += 1
    text = told.texts[place]
    known = _verb(told, place) is not None or any(told.starts(name, place) for name in ("duty", "permission", "prohibition"))
    return text.isalpha() and text.islower() and not told.starts("article", place) and not known and not _names(told, place)


def _ahead(told: Told, place: int) -> int:
    """Return the place of the word ahead of a verb, "not" and small pronouns passed over."""
    before = place - 1
    while before > 0 and (told.starts("negation", before) or told.starts("reflexive", before) or told.starts("adverb", before)):
        before -= 1
    return before


def _verb(told: Told, place: int) -> Mark | None:
    """Return the verb in the present that stands at a place, by its form, with the name of what it says."""
    text, lang = told.lower[place], told.lang
    if lang == "pt" and _ENCLITIC.match(text):
        return Mark(place, place + 1, "itself")
    if lang == "es" and _ORDERED.match(text) and _begins(told, place):
        return Mark(place, place + 1, "itself")
    if text in _COPULA[lang]:
        noun = text == "demeure" and place > 0 and _names(told, place - 1)  # "la mise en demeure"
        return None if noun else _being(told, place)
    reflexive = place > 0 and bool(told.starts("reflexive", place - 1))
    if text not in tongue(lang).finite:
        loose = reflexive and lang == "es" and text.endswith(("a", "e", "an", "en")) and len(text) >= _LETTERS
        if not loose:
            return None
    if reflexive:
        return Mark(place - 1, place + 1, "itself")
    if not text.islower() or (told.texts[place] != text and not _begins(told, place)):
        return None
    ahead = _ahead(told, place)
    noun = _begins(told, place) and told.lower[place + 1] in ("de", "del", "do", "da", "du", "des", "d'", "of")
    if noun or (ahead >= 0 and _names(told, ahead)):
        return None  # "Reserva de Contingencia"
    if ahead < place - 1 and told.starts("negation", place - 1):
        return Mark(place - 1, place + 1, "prohibition")
    return Mark(place, place + 1, PRESENT)


def _being(told: Told, place: int) -> Mark | None:
    """Return "is" with what is done behind it (a duty in the present), or with what it says of its subject."""
    behind = place + 1
    while behind < min(len(told.texts) - 1, place + 1 + _BESIDE) and (
        told.starts("adverb", behind) or told.lower[behind].endswith(("mente", "ment", "ly"))
    ):
        behind += 1
    if behind >= len(told.lower):
        return None  # "l'obligation à laquelle il est", cut off by a page
    done = told.lower[behind].endswith(tongue(told.lang).participle) and not told.starts("article", behind)
    if told.lower[place] in _STAYS:
        return Mark(place, behind + 1, "constitutive") if done else None
    if done and not (told.lang == "en" and not told.lower[behind].endswith(("ed", "en", "wn", "ade", "aid", "ld", "nt"))):
        return Mark(place, place + 1, PRESENT)
    return Mark(place, place + 1, "being")


def _names(told: Told, place: int) -> bool:
    """Whether what stands at a place has a noun behind it: an article, a preposition, a number."""
    text = told.lower[place]
    led = told.sentence.words[place].stem in law.names(told.lang).ahead or text in tongue(told.lang).leads
    return bool(told.starts("article", place)) or led or text.isdigit() or text in ("(", "-")


def _begins(told: Told, place: int) -> bool:
    """Whether a sentence, a line or a part of it begins with a word."""
    before = told.texts[place - 1] if place else ";"
    return place in told.lines or before in _STRONG or before.endswith(".-") or not any(sign.isalpha() for sign in before)


def _has_subject(told: Told, verb: int) -> bool:
    """Whether a subject may stand ahead of a verb, or the verb begins its sentence with the subject behind it (es, pt)."""
    first = max((place + 1 for place in range(verb) if told.texts[place] in _STRONG), default=0)
    first = max([first, *(place for place in told.lines if place <= verb)])
    while first < verb and not any(sign.isalpha() for sign in told.texts[first]):
        first += 1
    if first >= _ahead(told, verb) + 1 or first == verb:
        turned = told.lang == "fr" and told.starts("be", verb)  # "Est fixée par décret la liste des ..."
        return (told.lang in ("es", "pt") or bool(turned)) and verb + _LEAST < len(told.texts)
    commas = [place for place in range(first, verb) if told.texts[place] == ","]
    led = told.sentence.words[first].stem in law.names(told.lang).ahead or told.lower[first] in tongue(told.lang).leads
    return bool(commas) or not led or told.lang in ("es", "pt")
