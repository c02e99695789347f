"""An officer's words in a second language: shown where they are missing, given beside those of the draft, never left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ssc_drafter.assemble import draft
from ssc_drafter.library.changes import Changes, FreeArticle, FreeWords
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Blank, plain
from ssc_drafter.tree.walk import open_points

pytestmark = pytest.mark.slow

ANSWERS = {
    "parties": [{"country": "KE"}, {"country": "SN"}],
    "subject": {"en": "water", "fr": "l’eau"},
    "languages": ["en", "fr"],
}
MINE = FreeArticle("own_1", "Claims", "Each Party bears its own.", "liability", "Officer", "en")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def made(library: Library, lang: str, article: FreeArticle) -> Any:
    return draft(library, "framework_agreement", ANSWERS, lang, Changes(articles=(article,))).agreement


def test_an_article_by_hand_stands_in_every_language_so_that_the_numbers_agree(library: Library) -> None:
    english, french = (made(library, lang, MINE) for lang in ("en", "fr"))
    assert [one.name for one in english.articles] == [one.name for one in french.articles]
    there = next(one for one in french.articles if one.name == "own_1")
    assert isinstance(there.heading[0], Blank)
    assert any("anglais" in point.text for point in open_points(french)), "a text for signature is refused with it"


def test_words_that_are_given_in_the_other_language_stand_there(library: Library) -> None:
    article = FreeArticle(*(getattr(MINE, name) for name in MINE.__struct_fields__[:6]), {"fr": FreeWords("Réclamations", "Chacune supporte les siennes.")})  # fmt: skip
    there = next(one for one in made(library, "fr", article).articles if one.name == "own_1")
    assert plain(there.heading) == "Réclamations"
    assert plain(there.blocks[0].content) == "Chacune supporte les siennes."


def test_the_page_of_words_asks_for_them_and_keeps_them(desk: Any) -> None:
    desk.answer(languages=["en", "fr"])
    desk.officer.post(f"{desk.url}/articles", {"heading": "Claims", "text": "Each bears its own.", "after": "liability", "base": desk.version()})  # fmt: skip
    address = re.search(r'id="(art_1__para_1)"', desk.officer.get(desk.url).text)
    assert address
    desk.officer.post(f"{desk.url}/text/{address[1]}", {"text": "Other words.", "base": desk.version()})
    page = desk.officer.get(f"{desk.url}/tongues?in=fr").text
    assert "h~own_1~heading" in page and "Other words." in page
    typed = dict.fromkeys(re.findall(r'name="(w~[^"]+)"', page), "la santé")
    edit = next(name for name in re.findall(r'name="(h~[^"]+)"', page) if "own_1" not in name)
    typed |= {"h~own_1~heading": "Réclamations", "h~own_1~text": "Chacune les siennes.", edit: "D’autres mots."}
    assert desk.officer.post(f"{desk.url}/tongues", {"in": "fr", "base": desk.version(), **typed}).status_code == 302
    french = desk.officer.get(f"{desk.url}/consistency").text
    assert "stands in some versions only" not in french
    again = desk.officer.get(f"{desk.url}/tongues?in=fr").text
    assert "Réclamations" in again and "D’autres mots." in again
    room = desk.officer.get(desk.url).text
    assert "Other words." in room and "D’autres mots." not in room, "the draft itself keeps its own"
