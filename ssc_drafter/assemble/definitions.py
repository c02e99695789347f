"""The article on definitions: the terms that a draft uses and that have a meaning, in one order for all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ssc_drafter.assemble.references import mapped
from ssc_drafter.assemble.titles import Titles, named
from ssc_drafter.errors import Problem
from ssc_drafter.language.folding import fold
from ssc_drafter.language.names import capital
from ssc_drafter.language.tongue import languages, tongue
from ssc_drafter.language.typography import quotes, set_well
from ssc_drafter.library.blocks import Keyed
from ssc_drafter.library.load import Library
from ssc_drafter.library.made import Scene, term_meaning
from ssc_drafter.tree.nodes import Agreement, Inlines, Item, Paragraph, Provenance, Term, Text

ORDERED_BY = "en"


def used_terms(agreement: Agreement) -> tuple[dict[str, str], frozenset[str]]:
    """Return the terms that are used (each with the part that uses it first) and those defined in place."""
    used: dict[str, str] = {}
    defined: set[str] = set()

    def step(runs: Inlines, part: str) -> Inlines:
        for run in runs:
            if isinstance(run, Term):
                if run.defines:
                    defined.add(run.term)
                else:
                    used.setdefault(run.term, part)
        return runs

    mapped(agreement, step)
    return used, frozenset(defined)


def wanted(library: Library, used: Iterable[str], scene: Scene) -> dict[str, Inlines]:
    """Return the meanings of the used terms and of those that their meanings use."""
    found: dict[str, Inlines] = {}
    queue = list(used)
    while queue:
        name = queue.pop()
        forms = library.terms[name].said(scene.lang, scene.register) if name in library.terms else None
        if name in found or forms is None or forms.meaning is None:
            continue
        found[name] = term_meaning(library, forms.meaning, scene)
        queue += [run.term for run in found[name] if isinstance(run, Term)]
    return found


def undefined(agreement: Agreement, library: Library, scene: Scene, titles: Titles, with_article: bool) -> Iterator[Problem]:
    """Yield a problem for every term that is used and defined neither in place nor in the definitions."""
    used, in_place = used_terms(agreement)
    meanings = wanted(library, used, scene) if with_article else {}
    for name, part in used.items():
        if name not in in_place and name not in scene.inherited and name not in meanings:
            yield Problem("assemble.no_term", clause=named(titles, part), name=_said(library, name, scene.register))


def _said(library: Library, name: str, register: str) -> dict[str, str]:
    """Return what a term is called in each language."""
    term = library.terms.get(name)
    forms = {lang: term.said(lang, register) for lang in languages()} if term else {}
    return {lang: capital(said.singular) for lang, said in forms.items() if said} or {"en": name}


def definition_items(library: Library, used: Iterable[str], in_place: frozenset[str], scene: Scene) -> tuple[Item, ...]:
    """Return one point a term: “Project” means ...

    The order is that of the English alphabet in every language: point (c) has to be the same term in each authentic text, or
    a reference to it would not say the same (Vienna Convention on the Law of Treaties 1969, article 33).
    """
    words = tongue(scene.lang)
    before, _, rest = words.definition.partition("{term}")
    middle, _, end = rest.partition("{meaning}")
    opening, closing = quotes(scene.lang)
    rows = []
    for name, meaning in wanted(library, used, scene).items():
        forms = library.terms[name].said(scene.lang, scene.register)
        if name in in_place or forms is None:
            continue
        said = forms.singular if before else capital(forms.singular)  # a term that begins its line begins it large
        lead: Inlines = (Text(before + opening), Term(name, said, True), Text(closing + middle))
        rows.append((_key(library, name, scene.register), lead, meaning, end))
    rows.sort(key=lambda row: row[0])
    return tuple(
        Item((*lead, *meaning, Text(end + _stop(place, len(rows), scene.lang))), provenance=Provenance())
        for place, (_, lead, meaning, end) in enumerate(rows)
    )


def _stop(place: int, count: int, lang: str) -> str:
    if place == count - 1:
        return "."
    link = f" {tongue(lang).and_}" if place == count - 2 else ""
    return set_well(";", lang, after_words=True) + link


def _key(library: Library, name: str, register: str) -> str:
    english = library.terms[name].said(ORDERED_BY, register)
    return fold(english.singular if english else name)


def with_items(block: Keyed, items: tuple[Item, ...]) -> Keyed:
    """Return the introductory paragraph with the definitions beneath it."""
    if not isinstance(block.block, Paragraph):
        return block
    by = msgspec.structs.replace(block.block.provenance)
    stamped = tuple(msgspec.structs.replace(item, provenance=by) for item in items)
    return Keyed(block.key, msgspec.structs.replace(block.block, items=stamped))
