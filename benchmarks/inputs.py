"""What is measured: a 30-page agreement, files of 100 pages, bodies of law of a stated size; made here, from a fixed seed."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from msgspec.structs import replace

from ssc_drafter import places
from ssc_drafter.answers.files import AnswersFile, read_file
from ssc_drafter.assemble.whole import assemble
from ssc_drafter.library.changes import Changes, FreeArticle, read_changes
from ssc_drafter.library.load import Library
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.search import Passage
from ssc_drafter.tree.nodes import Agreement

KIND = "framework_agreement"
LONGEST = "technical_cooperation_agreement/samples/irrigation_experts.yaml"
VOCABULARY = 60_000  # invented words of invented provisions
WORDS_A_PAGE = 330  # of our own PDF pages, counted on the samples

WHO = ("the Minister", "the Authority", "a public officer", "a licensee", "the Board", "an importer", "a foreign national")
MUST = ("shall", "shall not", "may", "may not")
DOES = ("grant", "transfer", "register", "disclose", "export", "levy", "approve", "refuse", "publish", "suspend")
WHAT = (
    "a licence", "personal data", "any duty of customs", "samples of genetic resources", "equipment for a project",
    "an exemption from income tax", "a work permit", "public funds", "a research permit", "confidential information",
)  # fmt: skip
WHEN = (
    "within {n} days of the application", "without the approval of the Cabinet", "unless Parliament so resolves",
    "in accordance with this Act", "for a period exceeding {n} months", "where the sum exceeds {n} thousand francs",
)  # fmt: skip


@lru_cache(maxsize=1)
def library() -> Library:
    """Return the shipped library."""
    return Library.load()


@lru_cache(maxsize=1)
def answers() -> AnswersFile:
    """Return the shipped sample that the measured agreement grows from."""
    return read_file(places.TEMPLATES / KIND / "samples" / "general_cooperation.yaml")


def sentence(dice: random.Random) -> str:
    """Return a sentence in the manner of a statute."""
    when = dice.choice(WHEN).format(n=dice.randint(5, 90))
    return f"{dice.choice(WHO)} {dice.choice(MUST)} {dice.choice(DOES)} {dice.choice(WHAT)} {when}.".capitalize()


def changes(pages: int, seed: int = 7) -> Changes:
    """Return free articles that bring the sample to about so many pages."""
    dice = random.Random(seed)
    base = read_changes(answers().changes)
    missing = max(0, pages * WORDS_A_PAGE - 4600)
    articles = []
    for place in range(missing // 150):
        text = "\n".join(" ".join(sentence(dice) for _ in range(3)) for _ in range(3))
        articles.append(FreeArticle(f"free_{place}", f"Further matter {place + 1}", text))
    return replace(base, articles=(*base.articles, *articles))


def agreement(pages: int = 30, given: dict[str, Any] | None = None, seed: int = 7) -> Agreement:
    """Return an agreement of about so many pages; with another seed its free articles are others."""
    return assemble(library(), KIND, given or answers().answers, "en", changes(pages, seed), date="2026-11-25")


def in_languages(shelf: Library) -> list[Agreement]:
    """Return the agreement of the longest shipped sample, its file read anew, in English, French, Spanish and Portuguese."""
    file = read_file(places.TEMPLATES / LONGEST)
    own = read_changes(file.changes)
    return [assemble(shelf, file.kind, file.answers, one, own, date="2026-11-25") for one in ("en", "fr", "es", "pt")]


def law(provisions: int, seed: int = 1, country: str = "XA") -> Instrument:
    """Return an act of so many sections, about 400 characters each, the mean of the real ones."""
    dice = random.Random(seed)
    lines = [f"An Act, number {seed}"]
    for number in range(1, provisions + 1):
        lines.append(f"{number}. {dice.choice(WHAT).capitalize()}\n(1) {sentence(dice)} {sentence(dice)}\n(2) {sentence(dice)}")
    text = "\n".join(lines)
    parts = segment(text, "en")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Instrument(f"Act {seed}", country, "en", text, digest, parts.provisions, parts.other, file=f"act_{seed}.txt")


def laws(provisions: int) -> list[Instrument]:
    """Return acts of 200 sections each, so many in all."""
    return [law(200, seed) for seed in range(1, provisions // 200 + 1)]


def big_law(provisions: int, seed: int) -> Instrument:
    """Return an act of so many sections: a sentence in the manner of a statute and thirty invented words each, as frequent as
    words are. Its sections are placed while they are written, so that a million are made in minutes."""
    dice, numbers = random.Random(seed), np.random.default_rng(seed)
    drawn = numbers.choice(VOCABULARY, size=(provisions, 30), p=_chances()).tolist()
    text, rows = [f"Act on matters, number {seed}"], []
    at = len(text[0]) + 1
    for number, words in enumerate(drawn, 1):
        heading = dice.choice(WHAT).capitalize()
        line = f"{number}. {heading}\n{sentence(dice)} {' '.join(map(_spelt, words)).capitalize()}."
        rows.append(Provision(str(number), heading, f"sec_{number}", "section", at, at + len(line)))
        text.append(line)
        at += len(line) + 1
    whole = "\n".join(text)
    digest = hashlib.sha256(whole.encode()).hexdigest()
    return Instrument(text[0], "XA", "en", whole, digest, tuple(rows), file=f"act_{seed}.txt")


@lru_cache(maxsize=VOCABULARY)
def _spelt(number: int) -> str:
    """Return an invented word for a number; digits would be left out of the index."""
    letters = "q"
    for _ in range(4):
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[rest]
    return letters


@lru_cache(maxsize=1)
def _chances() -> np.ndarray:
    chances = 1 / np.arange(1, VOCABULARY + 1)
    return chances / chances.sum()


def passages(count: int, seed: int = 1) -> Iterator[Passage]:
    """Return passages of 45 invented words each, as frequent as words are (the n-th word one n-th as often as the first)."""
    dice = np.random.default_rng(seed)
    chances = 1 / np.arange(1, VOCABULARY + 1)
    chances /= chances.sum()
    for first in range(0, count, 10_000):
        block = dice.choice(VOCABULARY, size=(min(10_000, count - first), 45), p=chances)
        for place, row in enumerate(block.tolist()):
            yield Passage(first + place, {"en": Counter(f"w{word}" for word in row)})
