"""Sentences that the program says, by key and language, from web/words/<language>/<file>.toml.

A key is `file.name`: `readers.empty` is the entry `empty` of readers.toml. Every sentence exists in every interface
language with the same {placeholders}; tests/house/test_house.py holds that. Values are put in by name and never parsed again.
"""

from __future__ import annotations

import os
import string
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from ssc_drafter import places

LANGUAGES = ("en", "fr", "es", "pt")  # of the interface: offered once it stands here, all of its files complete
NAMES = {"en": "English", "fr": "Français", "es": "Español", "pt": "Português"}  # each in its own language
NONE_IS_ONE = frozenset({"fr"})  # where nought takes the form of a single thing (CLDR; pt_PT and es say “0 avisos”)
TOLD = ("en", "fr", "es", "pt")  # of drafts, and of what is told of them: these files stand whole in each
TOLD_FILES = ("assemble", "concord", "document", "drafting", "findings", "lint", "report", "steps")


class MissingWords(KeyError):
    """A sentence that the program wants to say stands in no words file: a fault of ours, found by the tests."""


@lru_cache(maxsize=8)
def sentences(lang: str) -> dict[str, str]:
    """Return every sentence of a language by its key. Unknown languages have none."""
    found: dict[str, str] = {}
    for path in sorted((places.WORDS / lang).glob("*.toml")):
        for name, text in tomllib.loads(path.read_text("utf-8")).items():
            found[f"{path.stem}.{name}"] = text
    return found


def placeholders(text: str) -> set[str]:
    """Return the names in braces that a sentence waits for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def in_language(words: Mapping[str, str], lang: str) -> str:
    """Return words that stand for several languages in one of them: English, else the first, where it has none."""
    return words.get(lang) or words.get("en") or next(iter(words.values()), "")


def at_hand() -> str:
    """Return the language that is spoken where nobody chose one, as on the command line: SSC_DRAFTER_LANG, else English."""
    wish = os.environ.get("SSC_DRAFTER_LANG", "")
    return wish if wish in LANGUAGES else "en"


def say(key: str, lang: str = "", /, **values: object) -> str:
    """Return the sentence `key` in `lang` (English where the language has none) with its values put in.

    A value that is a table of words by language ({"en": "Notices", "fr": "Notifications"}) is said in that language.

    Raises MissingWords where English has no such key.
    """
    lang = lang or at_hand()
    text = sentences(lang).get(key) or sentences("en").get(key)
    if text is None:
        raise MissingWords(key)
    return text.format_map({name: _said(value, lang) for name, value in values.items()})


def _said(value: object, lang: str) -> str:
    return in_language(value, lang) if isinstance(value, Mapping) else str(value)
