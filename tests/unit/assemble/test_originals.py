"""The alternat: in each Party's original it is named first and signs first, and nothing else differs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import shelf
from rowwise import each_row

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble.originals import WITHOUT, originals
from ssc_drafter.assemble.whole import assemble
from ssc_drafter.library.changes import read_changes
from ssc_drafter.tree.nodes import Agreement, plain
from ssc_drafter.tree.running import running_text

SAMPLES = sorted(places.TEMPLATES.glob("*/samples/*.yaml"))
LINKS = {"e": "y"}  # "y" before the sound i: the same word


def words(text: str) -> Counter[str]:
    """Count the words of a text without the signs that set a list apart."""
    return Counter(LINKS.get(word, word) for word in re.findall(r"\w+", text.casefold()))


def stretches(agreement: Agreement) -> list[tuple[str, str]]:
    running = running_text(agreement)
    return [(unit.address, running.text[unit.start : unit.end]) for unit in running.units]


def beside_the_names(text: str, names: set[str]) -> list[list[str]]:
    """Return the words of each line in their order, case and all, without those of names and the little ones that go with them
    (articles, contractions, links); the lines of a list in one order, since each Party's own stands first."""
    rows = [
        [word for word in re.findall(r"\w+", line) if len(word) > 3 and word.casefold() not in names]
        for line in text.splitlines()
    ]
    return sorted(rows)


def names_of(agreement: Agreement) -> set[str]:
    said = [name for party in agreement.parties for name in (party.name, party.short)]
    said += [plain(one.party) for one in agreement.signatures]
    return {word.casefold() for name in said if name for word in re.findall(r"\w+", name)}


@pytest.mark.parametrize("lang", ["en", "fr", "es", "pt"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
@pytest.mark.slow
def test_the_order_changes_and_no_word(path: Path, lang: str) -> None:
    file = read_file(path)
    library = shelf.shipped()
    if file.kind in WITHOUT:
        pytest.skip("a kind without an alternat")
    changes = read_changes(file.changes)
    found = originals(file.kind, file.answers, lang)
    made = [assemble(library, file.kind, one.answers, lang, changes, blanks=True) for one in found]
    assert len(made) == len(file.answers["parties"])
    first = made[0]
    for place, own in enumerate(made):
        assert own.parties[0] == first.parties[place], "its own Party comes first"
        signed = [plain(one.party) for one in own.signatures]
        assert signed[0] == plain(first.signatures[place].party) and sorted(signed) == sorted(
            plain(s.party) for s in first.signatures
        )
        assert [one.number for one in running_text(own).units] == [one.number for one in running_text(first).units]
        names = [party.name for party in first.parties] + [party.short for party in first.parties]
        bare = names_of(first)
        for (address, before), (_, after) in zip(stretches(first), stretches(own), strict=True):
            assert words(before) == words(after), address
            if not address.startswith("testimonium"):  # where the languages stand in the Party's own order
                assert beside_the_names(before, bare) == beside_the_names(after, bare), address
            if before != after and address not in ("title", "testimonium", "testimonium__para_2", "signatures"):
                assert sum(name in before for name in names if name) >= 1, f"{address} names no Party and differs"


def test_the_language_of_a_party_comes_first_in_its_original() -> None:
    answers = {"parties": [{"country": "XA"}, {"country": "xb"}], "languages": ["fr", "en"]}
    found = originals("framework_agreement", answers, "fr")
    assert [(one.country, one.lang, one.answers["languages"]) for one in found] == [
        ("XA", "fr", ["fr", "en"]),
        ("XB", "en", ["en", "fr"]),
    ]


@each_row(
    ("kind", "parties", "languages", "count"),
    [
        ("exchange_of_notes", 2, ["en"], 0),
        ("framework_agreement", 1, ["en"], 0),
        ("triangular_agreement", 3, ["en", "fr"], 3),
        ("framework_agreement", 2, [], 2),
    ],
)
def test_how_many_there_are(kind: str, parties: int, languages: list[str], count: int) -> None:
    answers = {"parties": [{"country": f"X{chr(65 + number)}"} for number in range(parties)], "languages": languages}
    found = originals(kind, answers, "es")
    assert len(found) == count
    assert all(one.lang == (languages[0] if languages else "es") for one in found)
