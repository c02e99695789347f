"""A clause names the instance and the law its class, or says the act in other words; and what only looks like it stays quiet."""

from __future__ import annotations

import pytest

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def classes(lang: str, text: str) -> set[str]:
    """Return the classes and acts that the first sentence of a text names."""
    sentence = read(text, lang).sentences[0]
    return {*sentence.classes, *sentence.acts}


def seen(lang: str, theirs: str, ours: str, ours_lang: str) -> set[str]:
    """Return the signals in a clause and a provision."""
    return set(signals(pair(read(ours, ours_lang), read(theirs, lang), "XX")))


# What one ending would make one word, each with the class that it must not name.
@pytest.mark.parametrize(
    ("lang", "text", "absent"),
    [
        ("en", "The Parties will meet in spring.", "of_own_will"),
        ("en", "The application of this rule relates to customs.", "conflict_of_interest"),
        ("en", "The officer serves as a host.", "data_hosting"),
        ("en", "The finding was presented to the press in presence of all.", "antiquity"),
        ("en", "A permit is granted by the council.", "grant_money"),
        ("en", "The charter of the company is amended.", "map"),
        ("fr", "Le mémorandum conclu entre les Parties est bref.", "entry_stay"),
        ("fr", "Les données à caractère personnel sont effacées.", "worker"),
        ("fr", "La coopération nationale se poursuit, mais sans retard.", "expert"),
        ("fr", "Le retrait du permis est notifié.", "pension"),
        ("es", "Los deportes se cobran por la puerta.", "expulsion"),
        ("pt", "O presente Acordo entra em vigor na cidade.", "grant_money"),
        ("pt", "A cooperação técnica passa pela estação da câmara.", "seed"),
    ],
)
def test_false_friends_name_no_class(lang: str, text: str, absent: str) -> None:
    """Words that share only letters, or stand inside a longer name, say nothing of a class."""
    assert absent not in classes(lang, text)


# language of the law, law, language of the clause, clause, signal that is there, signal that is not
ROWS = [
    (
        "en",
        "No person shall import, sell or lease turtle eggs.",
        "en",
        "The shop lets turtle eggs on lease.",
        "forbidden_flatly",
        "",
    ),
    (
        "en",
        "The Board shall not grant any approval for the import of turtle eggs.",
        "en",
        "The shop imports turtle eggs.",
        "forbidden_flatly",
        "",
    ),
    ("en", "No person shall sell turtle eggs.", "en", "The museum lends turtle eggs to a school.", "", "forbidden_flatly"),
    (
        "fr",
        "Les œufs de tortue ne peuvent être vendus qu'en vertu de la loi.",
        "fr",
        "La boutique vend des œufs de tortue.",
        "",
        "forbidden_flatly",
    ),
]


@pytest.mark.parametrize(("lang", "theirs", "ours_lang", "ours", "present", "absent"), ROWS, ids=[row[3] for row in ROWS])
def test_instances_meet_their_class(lang: str, theirs: str, ours_lang: str, ours: str, present: str, absent: str) -> None:
    """What the clause does is seen as what the law forbids, and nothing else is."""
    found = seen(lang, theirs, ours, ours_lang)
    assert not present or present in found, found
    assert absent not in found
