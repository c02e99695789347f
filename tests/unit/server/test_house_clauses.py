"""Clauses of the house on the pages, and drafts that keep the library they were made from (failures G2, G3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

pytestmark = pytest.mark.slow
OWN = "/clauses/final/amendment/own"


@pytest.fixture
def editors(visitor: Callable[..., Any]) -> tuple[Any, Any]:
    """Return two library editors, the second one also a drafter."""
    return visitor("library_editor", team=""), visitor("library_editor", "drafter", "reviewer")


def written(editor: Any, path: str = OWN, words: str = "", **more: str) -> Any:
    """Send the form of a clause with words added to each of its wordings."""
    form = html.fromstring(editor.get(path).text).xpath("//form[contains(@action, '/own')]")[0]
    values = {name: value for name, value in form.form_values() if name != "csrf"}
    for name in [name for name in values if name.startswith("text~")]:
        values[name] = values[name].replace("\r\n", "\n").rstrip("\n") + words
    return editor.post(path, {**values, "do": "propose", **more})


def published(editors: tuple[Any, Any], words: str, path: str = OWN, **more: str) -> str:
    one, other = editors
    answer = written(one, path, words, **more)
    assert answer.status_code == 302, html.fromstring(answer.text).text_content()
    place = answer.headers["Location"]
    assert other.post(place, {"do": "publish"}).status_code == 302
    return str(place)


def test_what_is_published_stands_in_new_drafts_and_not_in_those_in_hand(editors: tuple[Any, Any], desk_of: Any) -> None:
    _, drafter = editors
    old = desk_of(drafter)
    before = old.officer.get(f"{old.url}/file.md").data
    published(editors, "\nNotices by the canary pigeon count as well.")
    assert old.officer.get(f"{old.url}/file.md").data == before, "byte for byte"
    assert b"canary pigeon" in desk_of(drafter).officer.get(f"{desk_of(drafter).url}/file.md").data


def test_an_upgrade_is_offered_with_its_difference_and_taken_by_hand(editors: tuple[Any, Any], desk_of: Any) -> None:
    desk = desk_of(editors[1])
    published(editors, "\nNotices by the canary pigeon count as well.")
    assert desk.page().xpath(f"//a[@href='{desk.url}/library']")
    page = html.fromstring(desk.officer.get(f"{desk.url}/library").text)
    assert "canary" in " ".join(one.text_content() for one in page.iter("ins"))
    assert b"canary" not in desk.officer.get(f"{desk.url}/file.md").data, "looking takes nothing"
    assert desk.officer.post(f"{desk.url}/library", {"base": desk.version()}).status_code == 302
    assert b"canary pigeon" in desk.officer.get(f"{desk.url}/file.md").data
    assert not desk.page().xpath(f"//a[@href='{desk.url}/library']")


def test_a_past_draft_is_made_again_byte_for_byte_from_the_kept_library(editors: tuple[Any, Any], desk_of: Any) -> None:
    """Two published versions later, and with nothing at hand any more."""
    from ssc_drafter.server.draft import drafted, editions

    desk = desk_of(editors[1])
    made = {suffix: desk.officer.get(f"{desk.url}/file.{suffix}").data for suffix in ("docx", "xml", "json")}
    for word in ("first", "second"):
        published(editors, f"\nThe {word} change.")
    for cache in (editions._today, editions._kept, editions._packed, editions._published, drafted._drafted):
        cache.cache_clear()
    for suffix, data in made.items():
        assert desk.officer.get(f"{desk.url}/file.{suffix}").data == data, suffix


def test_nobody_publishes_their_own_words(editors: tuple[Any, Any]) -> None:
    one, _ = editors
    place = written(one, words="\nMine.").headers["Location"]
    assert "another officer decides" in one.get(place).text
    answer = one.post(place, {"do": "publish"})
    assert answer.status_code == 422 and "own words" in answer.text


def test_declining_needs_a_reason_and_shows_it(editors: tuple[Any, Any]) -> None:
    one, other = editors
    place = written(one, words="\nMine.", note="shorter").headers["Location"]
    assert "shorter" in other.get("/clauses/waiting").text
    assert other.post(place, {"do": "decline", "reason": " "}).status_code == 422
    assert other.post(place, {"do": "decline", "reason": "not ours"}).status_code == 302
    assert "not ours" in one.get(place).text
    assert "Mine." not in other.get("/clauses/final/amendment").text


@pytest.mark.parametrize(
    ("words", "more", "says"),
    [
        ("\n{{ cycler.__init__ }}", {}, "amendment"),
        ("\n{{ nobody_knows_this }}", {}, "nobody_knows_this"),
        ("", {}, "no word was changed"),
        ("\nx", {"name": "Not a name"}, "no name of a clause"),
        ("\nx", {"name": "disputes"}, "already"),
    ],
)
def test_what_cannot_stand_is_given_back_with_a_sentence(
    editors: tuple[Any, Any], words: str, more: dict[str, str], says: str
) -> None:
    answer = written(editors[0], words=words, **more)
    assert answer.status_code == 422 and says in answer.text
    assert words.strip() in html.fromstring(answer.text).xpath("string(//textarea[1])"), "nothing typed is lost"
    assert "Nothing waits" in editors[0].get("/clauses/waiting").text


def test_a_clause_of_its_own_stands_beside_the_shipped_one(editors: tuple[Any, Any]) -> None:
    published(editors, "\nBy pigeon.", name="amendment_by_pigeon")
    assert editors[0].get("/clauses/final/amendment_by_pigeon").status_code == 200
    assert "By pigeon." not in editors[0].get("/clauses/final/amendment").text


def test_the_shipped_words_come_back(editors: tuple[Any, Any]) -> None:
    one, other = editors
    published(editors, "\nBy pigeon.")
    assert "By pigeon." in one.get("/clauses/final/amendment").text
    place = one.post(OWN, {"do": "withdraw"}).headers["Location"]
    other.post(place, {"do": "publish"})
    assert "By pigeon." not in one.get("/clauses/final/amendment").text


def test_clauses_are_searched_without_accents_and_variants_compared(officer: Any) -> None:
    assert "/clauses/final/amendment" in officer.get("/clauses?q=Amended+in+WRITING").text
    assert "No clause has all" in officer.get("/clauses?q=zebra+crossing").text
    page = html.fromstring(officer.get("/clauses/final/disputes").text)
    names = page.xpath("//select[@id='one']/option/@value")
    shown = officer.get(f"/clauses/final/disputes?one={names[0]}&other={names[1]}").text
    assert "<ins>" in shown or "<del>" in shown or "before-after" in shown


def test_own_clauses_as_files_in_the_data_folder_win_by_id(officer: Any, store: Any, desk_of: Any) -> None:
    from ssc_drafter import places
    from ssc_drafter.library.packed import files_of, pack, write

    files = files_of(pack([places.ROOT]), "final/amendment")
    changed = {
        name: text.rstrip("\n") + ("\nFrom the folder.\n" if name.endswith(".en.txt") else "\n") for name, text in files.items()
    }
    write({f"clauses/final/amendment/{name}": text for name, text in changed.items()}, store.folder / "library")
    desk = desk_of(officer)
    assert b"From the folder." in officer.get(f"{desk.url}/file.md").data
