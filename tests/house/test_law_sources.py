"""Every entry of law/ has a source of its own: for each language an act and a section, or plainly that it rests on memory."""

from __future__ import annotations

import pytest

from tests.law_sources import LANGUAGES, MEMORY, Entry, entries

WHOLLY = 0.06  # of the entries, those of which no language has an act; measured 0.05 on 26 November 2026
HALVES = 0.15  # of the languages of entries, those that rest on memory; measured 0.14
NO_SUCH_WORDS = {  # the languages that a table stands in, where the others have nothing of the kind
    "words [verbs]": {"fr", "es", "pt"},  # an English verb has no forms of person and future of its own
    "words [irregular]": {"fr", "es", "pt"},  # stems that change in the word; the endings of English meet them
    "words [contractions]": {"fr", "es", "pt"},  # no two English words are one in law
    "structure [reflexive]": {"fr", "es", "pt"},  # no English verb turns on itself to say the passive
    "reading closing": {"en", "es", "pt"},  # French laws go on numbering to their end
    "names.toml bare": {"es", "pt"},  # one word says both "by" and "for"
    "names.toml infinitive": {"es", "pt"},  # points of a list that begin with an infinitive known by its ending
}
HOW = "how a source is written: CONTRIBUTING.md, “A class or a phrase of law with its source, in steps”"


@pytest.fixture(scope="module")
def every() -> list[Entry]:
    return entries()


def test_every_entry_names_its_source(every: list[Entry]) -> None:
    assert not [one.where for one in every if not one.source]


def test_a_source_is_an_act_with_a_section_or_says_from_memory(every: list[Entry]) -> None:
    assert not {one.where: one.unknown for one in every if one.unknown}, HOW


def test_every_language_of_an_entry_has_a_source(every: list[Entry]) -> None:
    """A language without an act stands in the piece that says "from memory"."""
    lacking = {}
    for one in every:
        memory = next((piece for piece in one.source.split("; ") if MEMORY in piece), "")
        unsaid = [lang for lang in one.phrases if lang not in one.cited and not (memory.startswith(MEMORY) or lang in memory)]
        if unsaid:
            lacking[one.where] = unsaid
    assert not lacking, HOW


def test_every_entry_stands_in_four_languages(every: list[Entry]) -> None:
    by_table = {one.where: {lang for lang, words in one.phrases.items() if words} for one in every if "rules" not in one.where}
    found: dict[str, set[str]] = {}
    for where, langs in by_table.items():
        file, _, table = where.partition(" ")
        alone = next((lang for lang in LANGUAGES if file.endswith(f"/{lang}.toml")), "")
        found.setdefault(f"{file.rpartition('/')[0] if alone else file} {table}", set()).update(langs)
    lacking = {name: langs for name, langs in found.items() if langs != set(LANGUAGES)}
    assert lacking == NO_SUCH_WORDS


def test_few_entries_rest_on_memory(every: list[Entry]) -> None:
    """Print how many do (pytest -rP), and hold them to what was measured: a new entry comes with an act."""
    wholly = [one.where for one in every if one.phrases and not one.cited]
    halves = sum(len(one.phrases) for one in every)
    of_memory = sum(len(one.phrases) - len(one.cited) for one in every)
    print(f"{len(every)} entries, {len(wholly)} wholly from memory; of {halves} languages of entries {of_memory} from memory")
    print("\n".join(wholly))
    assert len(wholly) <= WHOLLY * len(every) and of_memory <= HALVES * halves, wholly
