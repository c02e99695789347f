"""The acts and sections that law/ names as sources hold the words: each is opened, and a phrase of the entry looked for in it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from ssc_drafter.language.folding import fold
from ssc_drafter.readers.imported import import_file
from tests.law_sources import entries

pytestmark = [pytest.mark.real, pytest.mark.slow]

FILES: dict[str, str] = tomllib.loads(Path(__file__).with_name("cited_texts.toml").read_text("utf-8"))
GAP = r"(?:\S+ ){0,8}?"  # what "…" stands for
END = r"\w*"
SPELLED = re.compile(r"[^\w%*/…]+|_")
WORD = re.compile(r"[^\W_]+|%")


def flat(text: str) -> str:
    """Return the words of a text without accents and punctuation, each between blanks."""
    return f" {' '.join(WORD.findall(fold(text)))} "


def holds(text: str, phrase: str) -> bool:
    """Whether a flat text has a phrase in the notation of law/lint; "…" leaves room for up to eight words."""
    words = SPELLED.sub(" ", fold(phrase)).split()
    pattern = "".join(GAP if word == "…" else f"(?:{word.strip('/').replace('/', '|').replace('*', END)}) " for word in words)
    return bool(words) and re.search(f" {pattern}", text) is not None


@lru_cache(maxsize=4)
def sections(path: Path) -> dict[str, str]:
    """Return the sections of a text by number, flat."""
    if "treaties" in path.parts:
        read = import_file(path, "agreement").read()
        return {span.number.lower(): flat(read.text[span.start : span.end]) for span, _, _ in reversed(read.articles)}
    law = import_file(path, "policy").instrument()
    body = [one for one in law.provisions if not one.container]
    return {one.number.lower(): flat(law.words(one.start, one.end)) for one in reversed(body)}


def section(path: Path, number: str) -> str:
    """Return a section of a text, or of a folder with a file an article, flat."""
    if path.is_dir():
        files = [*path.rglob(f"article-{number}.md"), *path.rglob(f"article-{number}-.md")]
        return flat(files[0].read_text("utf-8")) if files else ""
    return sections(path).get(number.lower(), "")


def test_every_cited_section_has_a_phrase_of_its_entry(shared: Path) -> None:
    cited = [
        (FILES[text], number, one.where, lang, one.phrases[lang])
        for one in entries()
        for lang, (text, number) in one.cited.items()
    ]
    wrong = []
    for file, number, where, lang, phrases in sorted(cited):
        text = section(shared / "corpora" / file, number)
        if not text or (phrases and not any(holds(text, phrase) for phrase in phrases)):
            wrong.append(f"{where} {lang}: {file} {number}")
    assert len(cited) > 2000 and not wrong
