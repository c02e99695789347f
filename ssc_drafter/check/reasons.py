"""A finding's reason in one or two plain sentences, built from the two norms, in the draft's language."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from ssc_drafter import places
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading

LANGUAGES = ("en", "fr", "es", "pt")
LONGEST = 160  # signs of a quote inside a sentence


@lru_cache(maxsize=4)
def sentences(lang: str) -> dict[str, str]:
    """Return the sentences of findings.toml in a language of drafts (English where there is none)."""
    known = lang if lang in LANGUAGES else "en"
    return {key: str(text) for key, text in tomllib.loads((places.WORDS / known / "findings.toml").read_text("utf-8")).items()}


def shortened(text: str) -> str:
    """Return words to be quoted inside a sentence: white space made single, cut at a word where long."""
    flat = " ".join(text.split()).strip(" ,;:.")
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " …"


def title(found: Judgement, lang: str) -> str:
    """Return the few words that name the trouble."""
    words = sentences(lang)
    name = found.leading.name if found.leading else ""
    return words.get(f"title_{name}") or words[f"title_{found.type or 'fits'}"]


def cure(found: Judgement, lang: str) -> str:
    """Return the wording or the step that would cure the finding."""
    words = sentences(lang)
    name = found.leading.name if found.leading else ""
    return words.get(f"cure_{name}") or words[f"cure_{found.type or 'fits'}"]


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
    if found.verdict == "unrelated":
        return words["reason_unrelated"].format(law=law_name)
    guard = found.guard
    key = f"reason_{guard.name}" if guard and f"reason_{guard.name}" in words else "reason_fits"
    return words[key].format(law=law_name, ours="", theirs="")


def _said(words: dict[str, str], key: str, signal: Signal, clause: Reading, provision: Reading, law_name: str) -> str:
    ours = shortened(clause.text[signal.clause[0] : signal.clause[1]])
    theirs = shortened(provision.text[signal.law[0] : signal.law[1]])
    return (words.get(key) or words["reason_other"]).format(law=law_name, ours=ours, theirs=theirs)
