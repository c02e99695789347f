"""What was said when a file was read is said again in the language of the page."""

from __future__ import annotations

import pytest

from ssc_drafter import words
from ssc_drafter.server.gate.again import KEPT, again

GAP = {"numbers": "3-4, 8-10"}


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("made", words.LANGUAGES)
@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("policies.missing", GAP),
        ("document.left_gap", GAP),
        ("policies.status_differs", {"stated": "in_force", "said": "repealed"}),
        ("readers.tracked", {"count": "3", "authors": "Ana, Bo"}),
        ("collect.other_country", {"country": "KE"}),
    ],
)
def test_a_kept_sentence_is_said_again(key: str, values: dict[str, str], made: str, lang: str) -> None:
    assert again(words.say(key, made, **values), lang) == words.say(key, lang, **values)


@pytest.mark.parametrize("text", ["", "Words of an officer.", "Numbers are not in the imported text.", "a" * 5000])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert again(text, "es") == text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_sentence_comes_back_to_itself(lang: str) -> None:
    for key, sentence in words.sentences("en").items():
        if key.startswith(KEPT):
            said = words.say(key, "en", **{name: f"<{name}>" for name in words.placeholders(sentence)})
            assert again(again(said, lang), "en") == said
