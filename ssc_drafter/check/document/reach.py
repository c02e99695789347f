"""Whether a rule reaches a clause at all: what they share in one point, whom the rule binds, what its step or exemption is for.

A statute has long lists, and a sentence of one shares words with nearly every clause. So a finding is looked at once more: the
words in common have to stand in one point of the list, besides the words for the step itself; a point that commands nothing
takes no right and gives no power; a rule for one class of private persons binds no clause that does not name them; a dispute
between the Parties that they negotiate is no dispute of a contract. The words are in law/document/outside.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.phrases import flat, listed, says
from ssc_drafter.check.document.quotes import trimmed
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading, Sentence, Word, remembered
from ssc_drafter.check.pairs import families

FILE = "outside"
LEAST = 2.5  # weight of words in common in one point, without those of the step itself
OPENING = 14  # words from the beginning of a sentence within which those whom it binds are named
HEAD = 70  # signs from the beginning of a sentence within which those are named whose office it is about
_POINTS = {";", "—"}
_RULED = ("duty", "prohibition", "exclusive", "belongs")
_MODALS = ("duty", "prohibition", "permission", "power", "right", "exempt", "exception", "definition")
# Findings that rest on an act of which both sides speak; in the first of them the law's step is not that act.
_LACKING = ("step_silent", "step_weaker", "power_silent")
_POINTED = (*_LACKING, "step_at_once", "exempted")
_BESIDE_STEP = ("step_silent", "step_weaker", "step_at_once", "right_denied", "freedom_denied")
_OF_THE_ACT = (*_BESIDE_STEP, "organ_other", "forbidden_flatly", "forbidden_promised")


def unreached(one: Held, leading: Signal, ours: Sentence, theirs: Sentence) -> bool:
    """Whether the law's rule does not reach the clause, by the whole of the two sentences."""
    kind = leading.kind or ""
    if kind == "forum":
        return _negotiated(one, ours, theirs) or _fixes_no_forum(one, theirs)
    if (kind in ("right", "competence") or leading.name in _POINTED) and _fragment(one, theirs, kind):
        return True
    if leading.name in (*_LACKING, "step_at_once") and of_an_organ(one.provision, theirs):
        return True
    if kind in ("procedure", "right", "limit") and _of_office(one, theirs):
        return True
    if kind == "competence" and (_on_request(one, leading) or (theirs.has("forum") and _negotiated(one, ours, theirs))):
        return True
    if kind == "procedure" and _of_this_act(one, theirs):
        return True
    if kind == "privilege" and (_only_years(one, theirs) or _leaves_be(one, theirs)):
        return True
    if kind in ("privilege", "limit", "procedure") and _other_persons(one, theirs):
        return True
    return leading.name in _OF_THE_ACT and _strangers(one, ours, theirs, leading.name in _BESIDE_STEP)


def _negotiated(one: Held, ours: Sentence, theirs: Sentence) -> bool:
    """Whether the clause lets the Parties settle between them how their agreement is read or carried out."""
    words = one.clause.text[ours.start : ours.end]
    lang = one.clause.lang
    between = says(FILE, lang, "dispute_on_agreement", words) and says(FILE, lang, "negotiated", words)
    return bool(between) and not theirs.has("treaty")


def _fixes_no_forum(one: Held, theirs: Sentence) -> bool:
    """Whether a sentence of law only defines, leaves other law as it is, or orders how arbitrators work."""
    words, lang = one.provision.text[theirs.start : theirs.end], one.provision.lang
    inside = says(FILE, lang, "arbitral", words) and not says(FILE, lang, "quarrel", words)
    return theirs.has("definition", "open_to_agreement") or bool(inside) or says(FILE, lang, "leaves_be", words) is not None


def _leaves_be(one: Held, theirs: Sentence) -> bool:
    """Whether a sentence of law leaves immunities and exemptions of other law as they are."""
    return says(FILE, one.provision.lang, "leaves_be", one.provision.text[theirs.start : theirs.end]) is not None


def _fragment(one: Held, theirs: Sentence, kind: str) -> bool:
    """Whether a sentence of law is a point of a list that commands, forbids and allows nothing itself."""
    text = one.provision.text[slice(*trimmed(one.provision.text, theirs.start, theirs.end))]
    sole = kind == "competence" and theirs.has("exclusive")
    if kind == "competence" and _listed(one.provision.text, theirs) and not theirs.has(*_RULED):
        return True
    return not (sole or theirs.has(*_MODALS)) and (text[:1].islower() or text.endswith((";", ",", ":", "—")))


def _listed(text: str, theirs: Sentence) -> bool:
    """Whether a sentence is a point of a list, behind a colon or a semicolon and its own letter or number."""
    return _POINT.search(text[max(0, theirs.start - AHEAD) : theirs.start + AHEAD]) is not None


AHEAD = 12  # signs ahead of a sentence, and into it, within which a point of a list has its letter
_POINT = re.compile(r"(?:[:;]\s*|\n\s*)\(?[^\W\d_]{1,2}[.)°]\s")


def of_an_organ(provision: Reading, theirs: Sentence) -> bool:
    """Whether a sentence of law is a point that only says what an organ does or somebody obtains: nobody has to wait for it.

    It begins in small letters or with a verb in the infinitive, and no word ahead of the list forbids, commands or allows.
    """
    text = provision.text[slice(*trimmed(provision.text, theirs.start, theirs.end))].lstrip(_MARKS)
    opens = text[:1].islower() or _INFINITIVE[provision.lang].match(text) is not None
    return opens and not theirs.has("duty", "prohibition", "permission", "exclusive", "exempt")


_MARKS = "-–—•· \t\n"
_INFINITIVE = {
    "en": re.compile(r"To \w+"),
    "fr": re.compile(r"\w+(?:er|ir|re)\b"),
    "es": re.compile(r"\w+(?:ar|er|ir)(?:se|lo|la)?\b"),
    "pt": re.compile(r"\w+(?:ar|er|ir|or)\b"),
}


def _of_office(one: Held, theirs: Sentence) -> bool:
    """Whether a sentence of law binds those who hold an office (members of Congress, judges, electors) whom the clause does not
    name: it is named within the first words of the rule."""
    words, lang = one.provision.text[theirs.start : theirs.end][:HEAD], one.provision.lang
    return says(FILE, lang, "office", words) is not None and says(FILE, one.clause.lang, "office", one.clause.text) is None


def _on_request(one: Held, leading: Signal) -> bool:
    """Whether the organ of the law only asks for something: "if so required by an officer"."""
    start, end = leading.law
    return says(FILE, one.provision.lang, "on_request", one.provision.text[start:end]) is not None


def _of_this_act(one: Held, theirs: Sentence) -> bool:
    """Whether the law speaks of exemptions from itself alone, and the clause of none from that law."""
    words = one.provision.text[theirs.start : theirs.end]
    return says(FILE, one.provision.lang, "from_this_act", words) is not None


def _only_years(one: Held, theirs: Sentence) -> bool:
    """Whether the law's sentence speaks of a tax only in the name of a year: "for each fiscal year"."""
    year = says(FILE, one.provision.lang, "not_levied", one.provision.text[theirs.start : theirs.end])
    return year is not None and len(theirs.classes.get("tax", ())) == 1


def _other_persons(one: Held, theirs: Sentence) -> bool:
    """Whether the law's sentence binds or entitles private persons of a class that the clause does not name (rule 7)."""
    bound = {name for name in _bound(theirs) if _private(name)}
    if not bound:
        return False
    named = {wide for sentence in one.clause.sentences for wide in families(sentence)}
    wider = {law.classes()[name].under for name in bound} - {""}
    return not (bound | wider) & named


@remembered
def _bound(theirs: Sentence) -> list[str]:
    """Return the classes of persons that a sentence names at its beginning, ahead of its first modal verb."""
    verb = min((mark.first for name in ("duty", "prohibition", "permission", "right") for mark in theirs.of(name)), default=0)
    return [
        name
        for name, marks in theirs.classes.items()
        if law.classes()[name].person and any(mark.first < min(verb, OPENING) for mark in marks)
    ]


def _private(name: str) -> bool:
    """Whether a class is of persons bound as such, not of those whom agreements concern or of bodies that act for the State."""
    return not law.classes()[name].body and name not in _ANYBODY


_ANYBODY = {"citizen", "foreigner", "expert", "data_subject", "president", "diplomat", "adult"}


def _strangers(one: Held, ours: Sentence, theirs: Sentence, beside: bool) -> bool:
    """Whether the two sentences share too little in any one point of the law's list, words of steps left out (`beside`)."""
    same = one.clause.lang == one.provision.lang
    mine = ours.stems if same else ours.keys
    named = (*law.states().get(one.place.instrument.country.upper(), ()), *listed(FILE, one.provision.lang, "state_names"))
    for point in _points(theirs, beside):
        told = [word for word in point if not flat(one.provision.text[word.start : word.end]).startswith(named)]
        if _met(told, mine, same) >= LEAST:
            return False
    return True


def _met(point: list[Word], mine: dict[str, float], same: bool) -> float:
    names = {(word.stem if same else word.key): word.weight for word in point}
    return sum(weight for name, weight in names.items() if name and name in mine)


@remembered
def _points(theirs: Sentence, beside: bool) -> list[list[Word]]:
    """Return the points of a sentence of law, each with what stands ahead of the list; without words of steps (`beside`)."""
    steps = {place for step in theirs.every_step for place in range(step.first, step.last)} if beside else set()
    rows = [[word for word in part if word.weight] for part in _parts(theirs, steps)]
    lead, items = rows[0], rows[1:]
    return [[*lead, *item] for item in items] or [lead]


def _parts(theirs: Sentence, steps: set[int]) -> Iterator[list[Word]]:
    part: list[Word] = []
    for place, word in enumerate(theirs.words):
        if word.stem in _POINTS:
            yield part
            part = []
        elif place not in steps:
            part.append(word)
    yield part
