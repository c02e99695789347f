"""What is wrong, where, and what to do: every refusal of the program is one of these, never a traceback."""

from __future__ import annotations

from collections.abc import Iterable

from ssc_drafter.words import say


class Problem(Exception):
    """One thing that is wrong. `key` names its sentence in web/words, `where` the file, line, question or address.

    The sentence itself says what is wrong and what to do; `where` is put in front of it.
    """

    def __init__(self, key: str, where: str = "", **values: object) -> None:
        self.key, self.where, self.values = key, where, values
        super().__init__(self.sentence())

    def sentence(self, lang: str = "") -> str:
        """Return `where: what. What to do.` in a language of the interface; in the one at hand where none is named."""
        text = say(self.key, lang, **self.values)
        return f"{self.where}: {text}" if self.where else text

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.key, self.where, self.values))


class Problems(Exception):
    """Several problems reported at once, in the order in which a person would meet them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence() for problem in self.problems))

    def sentences(self, lang: str = "") -> list[str]:
        """Return one sentence a problem."""
        return [problem.sentence(lang) for problem in self.problems]


def _rebuild(key: str, where: str, values: dict[str, object]) -> Problem:
    return Problem(key, where, **values)


def raise_all(problems: Iterable[Problem]) -> None:
    """Raise Problems when there is any, else do nothing."""
    found = tuple(problems)
    if found:
        raise Problems(found)
