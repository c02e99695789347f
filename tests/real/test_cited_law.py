"""The acts and sections that law/ names as sources hold the words: each is opened, and a phrase of the entry looked for in it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from ssc_drafter.check.norms.stems import stem
from ssc_drafter.language.folding import fold
from ssc_drafter.readers.imported import import_file
from tests.law_sources import entries

pytestmark = [pytest.mark.real, pytest.mark.slow]

FILES: dict[str, str] = tomllib.loads(Path(__file__).with_name("cited_texts.toml").read_text("utf-8"))
CHECKED = 2700  # of the citations, 2,780 on 26 November 2026
GAP = r"(?:\S+ ){0,8}?"  # what "…" stands for
END = r"\w*"
SPELLED = re.compile(r"[^\w%*/…]+|_")
WORD = re.compile(r"[^\W_]+|%")


@lru_cache(maxsize=8)
def flat(text: str) -> str:
    """Return the words of a text without accents and punctuation, each between blanks."""
    return f" {' '.join(WORD.findall(fold(text)))} "


@lru_cache(maxsize=8)
def stems(text: str, lang: str) -> str:
    """Return the stems of the words of a text, each between blanks."""
    return f" {' '.join(stem(word, lang) for word in WORD.findall(text.lower()))} "


def holds(text: str, phrase: str) -> bool:
    """Whether a text has a phrase as written, in the notation of law/lint; "…" leaves room for up to eight words."""
    words = SPELLED.sub(" ", fold(phrase)).split()
    pattern = "".join(GAP if word == "…" else f"(?:{word.strip('/').replace('/', '|').replace('*', END)}) " for word in words)
    return bool(words) and re.search(f" {pattern}", flat(text)) is not None


def inflected(text: str, phrase: str, lang: str) -> bool:
    """Whether a text has a phrase with other endings ("seguros obrigatórios" of "seguro obrigatório")."""
    looked_for = " ".join(stem(word, lang) for word in WORD.findall(phrase.lower()))
    return bool(looked_for) and f" {looked_for} " in stems(text, lang)


@lru_cache(maxsize=4)
def sections(path: Path) -> dict[str, str]:
    """Return the sections of a text by number."""
    if "treaties" in path.parts:
        read = import_file(path, "agreement").read()
        return {span.number.lower(): read.text[span.start : span.end] for span, _, _ in reversed(read.articles)}
    law = import_file(path, "policy").instrument()
    whole: dict[str, str] = {}
    for one in law.provisions:
        number, words = one.number.lower(), law.words(one.start, one.end)
        whole.setdefault(number, words)
        if "/" in number:  # "3.3" holds the pieces that it was cut into
            outer = number.split("/")[0]
            whole[outer] = f"{whole.get(outer, '')}\n{words}"
    return whole


def section(path: Path, number: str) -> str:
    """Return a section of a text, or of a folder with a file an article."""
    if path.is_dir():
        files = [*path.rglob(f"article-{number}.md"), *path.rglob(f"article-{number}-.md")]
        return files[0].read_text("utf-8") if files else ""
    return sections(path).get(number.strip("“”").lower(), "")


def test_every_cited_section_has_a_phrase_of_its_entry(shared: Path) -> None:
    cited = [
        (FILES[text], number, one.where, lang, one.phrases[lang])
        for one in entries()
        for lang, (text, number) in one.cited.items()
        if text in FILES  # a lawyer may cite what is not in the collections
    ]
    wrong = []
    for file, number, where, lang, phrases in sorted(cited):
        text = section(shared / "corpora" / file, number)
        found = not phrases or any(holds(text, one) for one in phrases) or any(inflected(text, one, lang) for one in phrases)
        if not text or not found:
            wrong.append(f"{where} {lang}: {file} {number}")
    assert len(cited) >= CHECKED and not wrong
