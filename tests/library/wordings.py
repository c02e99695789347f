"""Every wording of the library as a text of its own, so that its languages can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.library.check import SAMPLED, _samples, instrument
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.load import Library
from ssc_drafter.library.made import Made, Scene, make
from ssc_drafter.tree.nodes import Agreement, Article, Paragraph, Recital
from ssc_drafter.tree.running import RunningText, running_text


def alternatives(library: Library) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield clause, variant, register and languages of each wording that stands in more than one language."""
    for clause in library.clauses.values():
        for variant, register in sorted({(one, which) for one, which, _ in clause.wordings}):
            langs = tuple(sorted(lang for one, which, lang in clause.wordings if (one, which) == (variant, register)))
            if len(langs) > 1:
                yield clause.id, variant, register, langs


def text_of(library: Library, clause: Clause, variant: str, register: str, lang: str, *, full: bool) -> RunningText:
    """Return a wording made with its samples: everything answered and present (`full`), or only what is required."""
    questions = {**library.common, **{f"{SAMPLED}.{name}": slot for name, slot in clause.slots.items()}}
    values = dict(_samples(questions, optional=full))
    present = frozenset(part.name for kind in library.kinds.values() for part in kind.parts) if full else frozenset[str]()
    scene = Scene(lang, register, values, questions, present, instrument(library, register, lang))
    return running_text(_agreement(make(library, SAMPLED, clause, variant, scene), lang, register))


def _agreement(made: Made, lang: str, register: str) -> Agreement:
    words = [inlines for _, inlines in made.labelled] + [one.content for _, one in made.recitals if isinstance(one, Recital)]
    blocks = tuple(keyed.block for keyed in made.blocks) + tuple(Paragraph(one) for one in words)
    article = Article("tried", made.heading, blocks)
    return Agreement("tried", lang, register, (), (), None, (article,))  # type: ignore[arg-type]
