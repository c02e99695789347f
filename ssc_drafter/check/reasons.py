"""A finding's reason in one or two plain sentences, built from the two norms, in the draft's language."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from ssc_drafter import places
from ssc_drafter.check.judge import Judgement, weights
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.policies.instrument import worded

LANGUAGES = ("en", "fr", "es", "pt")
LONGEST = 160  # signs of a quote inside a sentence
NEAR = 40  # signs: so near to an end of its sentence no quote is cut


@lru_cache(maxsize=4)
def sentences(lang: str) -> dict[str, str]:
    """Return the sentences of findings.toml in a language of drafts (English where there is none)."""
    known = lang if lang in LANGUAGES else "en"
    found: dict[str, str] = {}
    for name in ("findings", "document", "cures"):
        found |= tomllib.loads((places.WORDS / known / f"{name}.toml").read_text("utf-8"))
    return found


def shortened(text: str) -> str:
    """Return words to be quoted inside a sentence: white space made single, cut at a word where long."""
    flat = " ".join(text.split()).strip(" ,;:.")
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " …"


def shown(text: str, whole: tuple[int, int], span: tuple[int, int]) -> str:
    """Return the words of a sentence to be quoted in a reason: all of it where short, else what stands around the span."""
    start, end = whole
    if end - start <= LONGEST or not start <= span[0] < span[1] <= end:
        return shortened(text[start:end])
    room = max(0, LONGEST - (span[1] - span[0])) // 2
    begin, stop = max(start, span[0] - room), min(end, span[1] + room)
    begin = text.find(" ", begin, span[0]) + 1 if begin > start and " " in text[begin : span[0]] else begin
    stop = text.rfind(" ", span[1], stop) if stop < end and " " in text[span[1] : stop] else stop
    begin, stop = start if begin - start <= NEAR else begin, end if end - stop <= NEAR else stop
    flat = " ".join(text[begin:stop].split()).strip(" ,;:.")
    return ("… " if begin > start else "") + flat + (" …" if stop < end else "")


def title(name: str, kind: str, lang: str) -> str:
    """Return the few words that name the trouble."""
    words = sentences(lang)
    return words.get(f"title_{name}") or words[f"title_{kind}"]


def cure(name: str, kind: str, lang: str) -> str:
    """Return the wording or the step that would cure the finding."""
    words = sentences(lang)
    return words.get(f"cure_{name}") or words[f"cure_{kind}"]


def cited(level: str, number: str, instrument: str, lang: str, word: str = "") -> str:
    """Return how a provision is cited in a sentence: the section of an act, the decision of a record, "Objective 1"."""
    words = sentences(lang)
    if not (number and instrument):
        return instrument or words["the_law"]
    if word:
        return words["law_worded"].format(label=worded(word, number), instrument=instrument)
    return words[f"law_{level}"].format(number=number, instrument=instrument)


def said(name: str, law: str, ours: str, theirs: str, lang: str, *, policy: bool = False) -> str:
    """Return why the clause does not fit. A policy is never said to forbid: it says something, and that is what is told."""
    words = sentences(lang)
    key = "reason_policy" if policy else f"reason_{name}"
    return (words.get(key) or words["reason_other"]).format(law=law, ours=ours, theirs=theirs)


def reason(found: Judgement, clause: Reading, provision: Reading, lang: str, instrument: str, number: str) -> str:
    """Return why the pair is flagged, or why it is not."""
    words = sentences(lang)
    law_name = (
        words["law_name"].format(number=number, instrument=instrument)
        if number and instrument
        else instrument or words["the_law"]
    )
    if found.verdict in ("conflict", "step_needed") and found.leading:
        return _said(words, f"reason_{found.leading.name}", found.leading, clause, provision, law_name)
    if found.rank >= weights().flag and found.leading:
        return _said(words, "reason_held_back", found.leading, clause, provision, law_name)
    if found.verdict == "unrelated":
        return words["reason_unrelated"].format(law=law_name)
    guard = found.guard
    key = f"reason_{guard.name}" if guard and f"reason_{guard.name}" in words else "reason_fits"
    return words[key].format(law=law_name, ours="", theirs="")


def _said(words: dict[str, str], key: str, signal: Signal, clause: Reading, provision: Reading, law_name: str) -> str:
    ours = shortened(clause.text[signal.clause[0] : signal.clause[1]])
    theirs = shortened(provision.text[signal.law[0] : signal.law[1]])
    return (words.get(key) or words["reason_other"]).format(law=law_name, ours=ours, theirs=theirs)
