"""What binds: whether a draft binds its Parties in international law at all, and which policies a law makes binding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ssc_drafter.check.candidates import Index, Place
from ssc_drafter.check.document.bodies import provision_body
from ssc_drafter.check.document.phrases import flat, listed, says
from ssc_drafter.check.document.subjects import title_words
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.sentences import sentence_spans
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.tree.running import RunningText

FILE = "binding"
POLICIES = ("policy", "circular")
LAWS = ("constitution", "act", "regulation")
NAMED = 0.6  # share of a policy's title, by weight, that a law has which makes it binding
_Row = tuple[int, int, int]


def binds_nobody(draft: RunningText) -> bool:
    """Whether a draft is no treaty: by what it says of itself, else by its title (memorandum, letter of intent)."""
    for unit in draft.units:
        words = draft.text[unit.start : unit.end]
        if says(FILE, draft.lang, "not_binding", words) or says(FILE, draft.lang, "binding", words):
            told = next(_told(words, draft.lang), None)
            if told is not None:
                return told
    return says(FILE, draft.lang, "titles", draft.title) is not None


def _told(words: str, lang: str) -> Iterator[bool]:
    for start, end in sentence_spans(words):
        sentence = words[start:end]
        if not flat(sentence).lstrip(" 0123456789.()").startswith(listed(FILE, lang, "itself")):
            continue
        if says(FILE, lang, "not_binding", sentence):
            yield True
        elif says(FILE, lang, "binding", sentence):
            yield False


def bound(index: Index, used: Sequence[Instrument]) -> dict[tuple[str, str, str], Place]:
    """Return the policies that a law of their State makes binding, by name, each with the provision that does."""
    policies = [one for one in used if one.hierarchy in POLICIES]
    if not policies:
        return {}
    rows = [(index.places[number], start, end) for number, start, end in index.fact("policies-bound", _rows, list[_Row])]
    found: dict[tuple[str, str, str], Place] = {}
    for one in policies:
        for place, start, end in rows:
            law = place.instrument
            if law.hierarchy in LAWS and law.country == one.country and _names(place, start, end, one):
                found.setdefault(one.name, place)
    return found


def _rows(places: Sequence[Place]) -> list[_Row]:
    return [row for number, place in enumerate(places) for row in _making(number, place)]


def _making(number: int, place: Place) -> Iterator[_Row]:
    """Yield the sentences of a provision that make policies binding."""
    lang = place.instrument.lang
    if not (says(FILE, lang, "policies", place.text) and says(FILE, lang, "obeys", place.text)):
        return
    body = provision_body(place.instrument, place.provision)
    for start, end in sentence_spans(body):
        if says(FILE, lang, "policies", body[start:end]) and says(FILE, lang, "obeys", body[start:end]):
            yield number, start, end


def _names(place: Place, start: int, end: int, policy: Instrument) -> bool:
    """Whether a sentence of law names a policy: most of the telling words of its title."""
    law = place.instrument
    body = provision_body(law, place.provision)
    words = [word for one in read(body[start:end], law.lang).sentences for word in one.words]
    stems, keys = {word.stem for word in words}, {word.key for word in words} - {""}
    title = title_words(policy.title, policy.lang)
    total = sum(weight for _, weight in title.values())
    same = law.lang == policy.lang
    met = sum(weight for stem, (key, weight) in title.items() if (same and stem in stems) or (key and key in keys))
    return total > 0 and met >= NAMED * total
