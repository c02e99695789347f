"""Where the data of the product lies: in a checkout beside the package, in an installed wheel inside it.

A draft that was made from an earlier edition is made again from that edition's words of languages and look: whoever does so
stands on its folders (`standing`), and what reads `language()` or `look()` meanwhile reads them there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "_shipped"
ROOT = SHIPPED if SHIPPED.is_dir() else PACKAGE.parent

CLAUSES = ROOT / "clauses"
TEMPLATES = ROOT / "templates"
LOOK = TEMPLATES / "_look"
WEB = ROOT / "web"
WORDS = WEB / "words"
LAW = ROOT / "law"
SAMPLES = ROOT / "samples"
SCHEMAS = ROOT / "schemas"

P = ParamSpec("P")
R = TypeVar("R")
_language = ContextVar("language", default=str(CLAUSES / "_language"))
_look = ContextVar("look", default=str(LOOK))


def language() -> Path:
    """Return the folder with the words of languages that drafts are made from here and now."""
    return Path(_language.get())


def look() -> Path:
    """Return the folder with the look that documents are given here and now."""
    return Path(_look.get())


@contextmanager
def standing(language: Path | None = None, look: Path | None = None) -> Iterator[None]:
    """Stand on the folders of an edition while drafts and documents are made from it; None leaves what is stood on."""
    before = (_language.set(str(language)) if language else None, _look.set(str(look)) if look else None)
    try:
        yield
    finally:
        for variable, token in zip((_language, _look), before, strict=True):
            if token is not None:
                variable.reset(token)


def kept_by_language(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function returned, for each folder with words of languages apart."""
    return _kept(_language, most)


def kept_by_look(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function returned, for each look apart."""
    return _kept(_look, most)


def _kept(folder: ContextVar[str], most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def keeping(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=most)
        def kept(_folder: str, *args: P.args, **kwargs: P.kwargs) -> R:
            return function(*args, **kwargs)

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            return kept(folder.get(), *args, **kwargs)  # type: ignore[arg-type]  # whoever calls gives what can be a key

        return asked

    return keeping
