"""The provisions of a body of law are made when they are asked for, and are the same as if all were made at once."""

from __future__ import annotations

import hashlib

import pytest

from ssc_drafter.check.candidates import Index, Places, places_of
from ssc_drafter.policies.instrument import Instrument, Verified
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.search import Index as Words
from ssc_drafter.policies.search import Passage


def law(name: str, count: int, verified: tuple[Verified, ...] = ()) -> Instrument:
    """Return an act of so many sections."""
    text = "\n".join(f"{n}. {name}\nThe Minister shall approve matter {n} of {name}." for n in range(1, count + 1))
    parts = segment(text, "en")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Instrument(name, "XA", "en", text, digest, parts.provisions, file=f"{name}.txt", verified=verified)


def laws() -> list[Instrument]:
    """Return acts with, between and without sections, one with a section that never applies."""
    muted = law("Fisheries Act", 3)
    muted = law("Fisheries Act", 3, (Verified(muted.provisions[1].address, muted=True),))
    return [law("Customs Act", 4), law("Empty Act", 0), muted, law("Seeds Act", 2)]


def test_places_are_those_of_the_instruments_in_order():
    given = laws()
    every = [place for one in given for place in places_of(one)]
    found = Places(given)
    assert len(found) == len(every) == 8
    assert list(found) == every == [found[number] for number in range(len(found))] == found[:]
    with pytest.raises(IndexError):
        found[8]


def test_the_name_of_a_body_of_law_follows_its_texts_and_what_was_verified():
    given = laws()
    assert Index(given).name == Index(laws()).name
    assert Index(given).name != Index(given[:3]).name
    assert Index([law("Seeds Act", 2)]).name != Index([law("Seeds Act", 2, (Verified("x", muted=True),))]).name


def test_owners_of_passages_come_back_with_their_scores(tmp_path):
    passages = [Passage(number, {"en": {f"w{number % 7}": 1, "all": 1, f"own{number}": 2}}) for number in range(50)]
    Words.build(passages, tmp_path)
    index = Words.open(tmp_path)
    for number in (0, 17, 49):
        assert index.search("en", {f"own{number}": 1}, 3)[0][0] == number  # type: ignore[arg-type]
