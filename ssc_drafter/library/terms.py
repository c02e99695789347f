"""Defined terms and register words: clauses/_terms/*.toml and clauses/_registers/*.toml."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ssc_drafter.errors import Problem
from ssc_drafter.library.tables import Sheet
from ssc_drafter.library.wording import Wording
from ssc_drafter.tree.nodes import Register


class TermForms(Struct, frozen=True):
    """How a term is said in one language (and, where they differ, one register). `meaning` is a wording of one line."""

    singular: str
    plural: str
    gender: str = ""
    meaning: Wording | None = None


class DefinedTerm(Struct, frozen=True):
    """A term of the library. `forms` by language, and by "language.register" where a register has forms of its own."""

    id: str
    forms: dict[str, TermForms]

    def said(self, lang: str, register: Register | str) -> TermForms | None:
        """Return its forms in a language and register, or None where it has none."""
        return self.forms.get(f"{lang}.{register}") or self.forms.get(lang)


class RegisterWord(Struct, frozen=True):
    """A word that differs by register; `term` where it is a form of a defined term."""

    binding: str
    non_binding: str
    term: str = ""

    def said(self, register: str) -> str:
        """Return the word in a register."""
        return self.non_binding if register == "non_binding" else self.binding


def read_term(path: Path, where: str, problems: list[Problem]) -> DefinedTerm:
    """Return the term of one file, adding to `problems` what is wrong in it."""
    sheet = Sheet(path, where, problems)
    forms: dict[str, TermForms] = {}
    for lang in sheet.data:
        if lang == "source":
            continue
        table = sheet.table(sheet.data, lang)
        sheet.only(table, ("singular", "plural", "gender", "meaning", "binding", "non_binding"), lang)
        forms[lang] = _forms(sheet, table, lang, lang, where)
        for register in ("binding", "non_binding"):
            if register in table:
                own = sheet.table(table, register, lang)
                sheet.only(own, ("singular", "plural", "gender", "meaning"), f"{lang}.{register}")
                merged = {**{key: value for key, value in table.items() if isinstance(value, str)}, **own}
                forms[f"{lang}.{register}"] = _forms(sheet, merged, f"{lang}.{register}", lang, where)
    if sheet.data and not sheet.table(sheet.data, "source").get("basis"):
        sheet.wrong("no_source", "source")
    return DefinedTerm(path.stem, forms)


def _forms(sheet: Sheet, table: dict[str, object], at: str, lang: str, where: str) -> TermForms:
    singular = sheet.text_of(table, "singular", at)
    if not singular:
        sheet.wrong("missing_key", f"{at}.singular", name="singular")
    meaning = sheet.text_of(table, "meaning", at)
    line = sheet.line(f"{at}.meaning")
    return TermForms(
        singular,
        sheet.text_of(table, "plural", at) or singular,
        sheet.text_of(table, "gender", at),
        Wording(f"{where}:{line}", meaning, lang) if meaning else None,
    )


def read_register_words(path: Path, where: str, problems: list[Problem]) -> dict[str, RegisterWord]:
    """Return the register words of one language."""
    sheet = Sheet(path, where, problems)
    words = {}
    for name in sheet.data:
        table = sheet.table(sheet.data, name)
        sheet.only(table, ("binding", "non_binding", "term"), name)
        binding, other = sheet.text_of(table, "binding", name), sheet.text_of(table, "non_binding", name)
        if not name.isidentifier():
            sheet.wrong("bad_name", name, name=name)
        if not binding or not other:
            sheet.wrong("missing_key", name, name="binding, non_binding")
        words[name] = RegisterWord(binding, other, sheet.text_of(table, "term", name))
    return words
