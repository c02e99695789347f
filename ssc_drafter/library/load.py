"""The library as a whole: every clause, term and kind of instrument of one or more folders, read once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

from ssc_drafter import places
from ssc_drafter.answers.question import Question
from ssc_drafter.errors import Problem, raise_all
from ssc_drafter.language.tongue import languages, tongue
from ssc_drafter.library.clause import Clause, read_clause
from ssc_drafter.library.filters import filters
from ssc_drafter.library.gate import Vocabulary
from ssc_drafter.library.kind import Kind, read_kind
from ssc_drafter.library.slots import read_slots
from ssc_drafter.library.tables import Sheet
from ssc_drafter.library.terms import DefinedTerm, RegisterWord, read_register_words, read_term
from ssc_drafter.library.wording import Environment, Wording


class Library:
    """Clauses by id, kinds by id, terms, common questions. `problems` is everything that is wrong in the files.

    A folder holds `clauses` and `templates`, the first one the words of languages (`clauses/_language`) where it has its own.
    A later folder (an office's own) lies over the earlier ones: a clause, term, kind or common question of the same name
    replaces the one beneath.
    """

    def __init__(self) -> None:
        self.clauses: dict[str, Clause] = {}
        self.kinds: dict[str, Kind] = {}
        self.terms: dict[str, DefinedTerm] = {}
        self.common: dict[str, Question] = {}
        self.register_words: dict[str, dict[str, RegisterWord]] = {}
        self.problems: list[Problem] = []
        self.environments: dict[str, Environment] = {}
        self.said: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}  # register words, terms, units
        self.made: dict[tuple[object, ...], Any] = {}  # parts of drafts, remembered by made.py
        self.language: Path | None = None  # the folder with its words of languages; None: those of the program

    @classmethod
    def load(cls, *folders: Path | str, strict: bool = True, lang: str = "") -> Library:
        """Return the library of the shipped folder, or of the given ones.

        With `lang` the gate looks at the wordings of that language alone, for a draft in it; the others must not be used.
        Problems name a file of the first folder by its path within it, one of a later folder with that folder before it.
        Raises Problems with every mistake in the files, unless `strict` is false: then they stand in `problems`.
        """
        library = cls()
        first, *laid_over = [Path(folder) for folder in folders] or [places.ROOT]
        own = first.absolute() / "clauses" / "_language"
        library.language = own if own.is_dir() else None
        with library.speaking():
            _read_folder(library, first, "")
            for folder in laid_over:
                _read_folder(library, folder, f"{folder.as_posix()}/")
            _hold(library, lang)
        if strict:
            raise_all(library.problems)
        return library

    def speaking(self) -> AbstractContextManager[None]:
        """Speak with the words of languages of this library while a draft is made from it."""
        return places.standing(language=self.language)

    def clause(self, name: str) -> Clause:
        """Return a clause. Raises Problem when there is none."""
        if name not in self.clauses:
            raise Problem("library.no_clause", name=name)
        return self.clauses[name]

    def kind(self, name: str) -> Kind:
        """Return a kind of instrument. Raises Problem when there is none."""
        if name not in self.kinds:
            raise Problem("library.no_kind", name=name, known=", ".join(sorted(self.kinds)) or "-")
        return self.kinds[name]

    def languages_of(self, kind: Kind) -> tuple[str, ...]:
        """Return the languages in which every clause of a kind's outline has a wording."""
        found = set(kind.title)
        for part in kind.parts:
            if part.clause in self.clauses and not part.offer:
                found &= set(self.clauses[part.clause].languages)
        return tuple(sorted(found))

    def environment(self, lang: str) -> Environment:
        """Return the sandbox of a language, with its filters."""
        if lang not in self.environments:
            made = Environment()
            made.filters.update(filters(lang, self.terms))
            self.environments[lang] = made
        return self.environments[lang]

    def vocabulary(self, lang: str, slots: dict[str, Question]) -> Vocabulary:
        """Return what a wording with these slots may name."""
        if lang not in self.said:
            terms = frozenset(name for name, term in self.terms.items() if term.said(lang, "binding"))
            self.said[lang] = (frozenset(self.register_words.get(lang, {})), terms, frozenset(tongue(lang).units))
        return Vocabulary({**self.common, **slots}, *self.said[lang], lang)


def _read_folder(library: Library, folder: Path, before: str) -> None:
    clauses, problems = folder / "clauses", library.problems
    if not clauses.is_dir() and not (folder / "templates").is_dir():
        problems.append(Problem("library.no_folder", folder.as_posix()))
    if (clauses / "_common.toml").is_file():
        sheet = Sheet(clauses / "_common.toml", f"{before}clauses/_common.toml", problems)
        sheet.only(sheet.data, ("slots",))
        library.common.update(read_slots(sheet))
    for path in sorted((clauses / "_terms").glob("*.toml")):
        library.terms[path.stem] = read_term(path, f"{before}clauses/_terms/{path.name}", problems)
    for path in sorted((clauses / "_registers").glob("*.toml")):
        words = read_register_words(path, f"{before}clauses/_registers/{path.name}", problems)
        library.register_words.setdefault(path.stem, {}).update(words)
    for path in _folders(clauses, "*/*"):
        clause = read_clause(path, f"{before}clauses/{path.parent.name}/{path.name}", problems)
        library.clauses[clause.id] = clause
    for path in _folders(folder / "templates", "*"):
        library.kinds[path.name] = read_kind(path, f"{before}templates/{path.name}", problems)


def _folders(folder: Path, pattern: str) -> list[Path]:
    return [
        path
        for path in sorted(folder.glob(pattern))
        if path.is_dir() and not any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts)
    ]


def _hold(library: Library, lang: str = "") -> None:
    """Let the gate look at every wording, of one language or of all, and keep what only the whole library can tell."""
    for clause in library.clauses.values():
        for wording in _once(clause.wordings.values()):
            if lang in ("", wording.lang):
                library.problems += _held(library, wording, clause.slots)
    for term in library.terms.values():
        for wording in _once(form.meaning for form in term.forms.values() if form.meaning):
            if lang in ("", wording.lang):
                library.problems += _held(library, wording, {})


def _once(wordings: Iterable[Wording]) -> Iterable[Wording]:
    return cast(Iterable[Wording], {id(wording): wording for wording in wordings}.values())


def _held(library: Library, wording: Wording, slots: dict[str, Question]) -> list[Problem]:
    if wording.lang not in languages():
        return [Problem("library.no_language", wording.where, language=wording.lang, languages=", ".join(languages()))]
    return wording.hold(library.environment(wording.lang), library.vocabulary(wording.lang, slots))
