"""A letter: its points bear a number alone, and it has no contents."""

from __future__ import annotations

import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.tree.nodes import Article
from ssc_drafter.tree.walk import placed
from ssc_drafter.writers.sheet import contents, label_of

LETTER = places.TEMPLATES / "letter_of_intent/samples/midwives.yaml"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_points_of_a_letter_bear_a_number_alone(lang: str) -> None:
    letter = shelf.sample(LETTER, lang)
    labels = [label_of(letter, one) for one in placed(letter) if isinstance(one.node, Article)]
    assert labels == ["1.", "2.", "3.", "4.", "5.", "6."]


def test_a_letter_has_no_contents_however_many_points_it_has() -> None:
    assert contents(shelf.sample(LETTER, "en"), least=1) == ()
