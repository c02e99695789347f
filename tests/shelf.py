"""A library of a few lines, written into a folder, that tests of the library and of assembly work on; and the shipped one, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble import assemble
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement

CLAUSE = """
title = {{ en = "{title}", fr = "{title}" }}
version = "2026-11-25"
registers = ["binding"]
yields = "{yields}"
[source]
basis = "test"
[variants.plain]
position = "preferred"
why = {{ en = "why", fr = "pourquoi" }}
"""
OPENING = """title: {{ instrument.title }}
joint: between
parties: and
opening: {{ parties | listed | capital }} (the {{ 'party' | defines('plural') }}),
formula: Have agreed as follows:
"""
COMMON = """
[slots.parties]
kind = "parties"
ask = { en = "Who are the Parties?", fr = "Qui sont les Parties ?" }
least = 2
[[slots.parties.sample]]
country = "KE"
[[slots.parties.sample]]
country = "IN"
"""
PARTIES = [{"country": "KE"}, {"country": "IN"}]


def write(path: Path, text: str) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def clause(root: Path, name: str, text: str, extra: str = "", yields: str = "article", lang: str = "en") -> None:
    """Write a clause of one variant, `plain`, in English; `extra` is more of its clause.toml (slots, variants)."""
    folder = root / "clauses" / "tests" / name
    write(folder / "clause.toml", CLAUSE.format(title=name.capitalize(), yields=yields) + extra)
    write(folder / f"plain.{lang}.txt", text)


def term(root: Path, name: str, singular: str, meaning: str = "") -> None:
    """Write a defined term in English."""
    line = f'meaning = "{meaning}"\n' if meaning else ""
    write(
        root / "clauses" / "_terms" / f"{name}.toml",
        f'[en]\nsingular = "{singular}"\nplural = "{singular}s"\n{line}[source]\nbasis = "test"\n',
    )


def kind(root: Path, parts: list[str], questions: str = "", extra: dict[str, str] | None = None) -> None:
    """Write the kind `test` with these clauses as parts, after an opening."""
    if not (root / "clauses" / "tests" / "opening").exists():
        clause(root, "opening", OPENING, yields="opening")
    write(root / "clauses" / "_common.toml", COMMON)
    term(root, "party", "Party")
    rows = "".join(f'[[part]]\nclause = "tests/{name}"\n{(extra or {}).get(name, "")}\n' for name in ["opening", *parts])
    write(
        root / "templates" / "test" / "outline.toml",
        'title = { en = "Test Agreement" }\nregister = "binding"\n[instrument]\nen = { name = "Agreement" }\n' + rows,
    )
    group = '[[group]]\nid = "all"\ntitle = { en = "All" }\nquestions = ["parties"]\n'
    write(root / "templates" / "test" / "questions.toml", group + questions)


@lru_cache(maxsize=1)
def shipped() -> Library:
    """Return the shipped library, read once for all tests: a draft changes nothing in it but what it remembers of its parts."""
    return Library.load(strict=False)


def spoken(path: Path) -> tuple[str, ...]:
    """Return the languages in which a shipped sample can be drafted: those of its kind."""
    return shipped().languages_of(shipped().kind(path.parent.parent.name))


def rotated(paths: list[Path]) -> list[tuple[Path, str]]:
    """Return samples with languages: all of those of a sample with every part of its kind, two in turn of any other.

    For what a format does to a tree, which is the same in every language (the library's tests hold that): each clause is then
    read in each language once, and each sample in two.
    """
    rows = []
    for number, path in enumerate(paths):
        langs = spoken(path)
        whole = "every optional p" in path.read_text("utf-8").partition("\n")[0]
        rows += [(path, lang) for place, lang in enumerate(langs) if whole or (place + number) % len(langs) < 2]
    return rows


@lru_cache(maxsize=256)  # all there are, in four languages: some 40 MB
def sample(path: Path, lang: str) -> Agreement:
    """Return the agreement of a shipped sample, made once for all tests."""
    file = read_file(path)
    return assemble(shipped(), file.kind, file.answers, lang=lang, changes=read_changes(file.changes))
