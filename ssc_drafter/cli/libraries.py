"""The library that a call works on: its options, its kinds, its languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssc_drafter.errors import Problem
from ssc_drafter.words import TOLD

if TYPE_CHECKING:
    from ssc_drafter.library.kind import Kind
    from ssc_drafter.library.load import Library


lang_option = click.option("--lang", help="The language (en, fr, es, pt).")
OVER = "ssc_drafter.library"  # in the call's own memory: the folder that lies over the shipped library


def _over(context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    context.meta[OVER] = value
    return value


library_option = click.option(
    "--library", type=click.Path(path_type=Path), envvar="SSC_DRAFTER_LIBRARY", expose_value=False, callback=_over,
    help="A folder of your own clauses and kinds, laid over the shipped ones.",
)  # fmt: skip


def library_of(lang: str = "") -> Library:
    """Return the shipped library with the folder of the call over it; for a draft in one language, that one's wordings."""
    from ssc_drafter import places
    from ssc_drafter.library.load import Library

    over = click.get_current_context().meta.get(OVER)
    return Library.load(*((places.ROOT, over) if over else ()), lang=lang)


def kind_of(library: Library, name: str) -> Kind:
    """Return a kind. Raises Problem naming those there are."""
    if name not in library.kinds:
        raise Problem("cli.unknown_kind", kind=name, known=", ".join(sorted(library.kinds)))
    return library.kinds[name]


def spoken(lang: str | None) -> str:
    """Return the language to list in: English unless another was asked for. Raises Problem for one that drafts do not speak."""
    if lang and lang not in TOLD:
        raise Problem("cli.no_such_lang", found=lang, known=", ".join(TOLD))
    return lang or "en"


def known_language(library: Library, kind: Kind, lang: str) -> None:
    """Refuse a language that a kind is not written in, naming those that it is."""
    known = library.languages_of(kind)
    if lang not in known:
        raise Problem("cli.unknown_lang", kind=kind.id, lang=lang, known=", ".join(known))
