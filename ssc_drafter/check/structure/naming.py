"""Whether words name a class of subject as it is written: "adopt a plan" is no adoption of children, "fossil fuel" no find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.norms.stems import fold
from ssc_drafter.check.structure.norm import Part
from ssc_drafter.check.structure.told import Told

SUBJECTS = ("objects", "nature", "money", "trade", "life", "state")  # files of law/classes whose classes are subjects
NO_SUBJECT = frozenset({"vote_body"})  # made for other ends: it names nearly every board, fund and register
# Endings of the plural, with what stands for them in the singular; source: grammar.
_PLURALS = (("ies", "y"), ("oes", "ao"), ("ais", "al"), ("aux", "al"), ("eis", "el"), ("es", ""), ("s", ""), ("x", ""))


@lru_cache(maxsize=1)
def subjects() -> dict[str, str]:
    """Return the classes that are subjects of law, each with the wider one it belongs to; how things are done is none."""
    known = law.classes()
    names = {name for field in SUBJECTS for name in law.read_table(places.LAW / "classes" / f"{field}.toml")}
    return {name: known[name].under for name in names - NO_SUBJECT if not known[name].contrary}


def names(name: str, told: Told, first: int, last: int) -> bool:
    """Whether the words `first` to `last` are a class as law/classes writes it, in one number or the other."""
    if any(one.first <= first < one.last for one in told.of("no_subject")):
        return False
    written = re.sub(r"\s+", " ", " ".join(told.lower[first:last])).replace("' ", "'")
    return not _forms(written).isdisjoint(_written(name, told.lang))


def subjects_in(reading: Reading, told: Told, first: int, last: int) -> Iterator[Part]:
    """Yield the words of subjects between two words of a sentence, each class once and of overlapping ones the longest."""
    known = subjects()
    rows = [row for name, found in told.sentence.classes.items() if name in known for row in found]
    end, seen = 0, set()
    for row in sorted(rows, key=lambda one: (one.first, -one.last, not known[one.name])):
        if not first <= row.first < last or row.first < end or not names(row.name, told, row.first, row.last):
            continue
        end = row.last
        if row.name not in seen:
            seen.add(row.name)
            start, stop = reading.span(told.sentence, row.first, row.last)
            yield Part(start, stop, reading.text[start:stop], (row.name,))


@lru_cache(maxsize=2_000)
def _written(name: str, lang: str) -> frozenset[str]:
    return frozenset(form for words in law.classes()[name].words[lang] for form in _forms(words))


@lru_cache(maxsize=50_000)
def _forms(words: str) -> frozenset[str]:
    """Return words folded, each without the ending of its plural and of its gender."""
    return frozenset(" ".join(_singular(fold(one), longest) for one in words.split()) for longest in (True, False))


def _singular(word: str, longest: bool) -> str:
    for ending, instead in _PLURALS if longest else _PLURALS[-2:]:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if word[-1:] in ("a", "o") and len(word) > 4 else word
