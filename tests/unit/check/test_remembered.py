"""What is worked out of one sentence is kept with it: faster, and never another verdict."""

from __future__ import annotations

from itertools import product

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kept import _decode, _encode
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.pairs import FAR, closeness, pair

CLAUSES = {
    "en": (
        "The experts shall be exempt from income tax and shall not be required to hold a work permit.",
        "Samples may be exported within 60 days without the approval of the Minister.",
        "Disputes shall be settled by arbitration in Paris, notwithstanding the laws of the Parties.",
    ),
    "es": (
        "Los expertos estarán exentos del impuesto sobre la renta y no necesitarán permiso de trabajo.",
        "Las controversias se someterán a arbitraje en París.",
    ),
}
LAWS = {
    "en": (
        "No person shall be employed without a work permit issued by the Minister. The permit is valid for two years.",
        "A person who exports samples shall obtain the approval of the Minister at least 90 days before the export.",
        "Income tax shall be charged on the income of every person; no exemption shall be granted except by this Act.",
        "The courts have exclusive jurisdiction over disputes to which the State is a party.",
    ),
    "fr": ("Nul ne peut exporter des échantillons sans l'autorisation du ministre, donnée dans un délai de trente jours.",),
}
places = st.lists(st.integers(0, 60), unique=True, max_size=12).map(lambda found: tuple(sorted(found)))


def fresh(reading: Reading) -> Reading:
    """Return the same reading with nothing remembered."""
    return _decode(_encode(reading))


def texts(rows: dict[str, tuple[str, ...]]) -> list[Reading]:
    """Return the readings of all texts."""
    return [read(text, lang) for lang, listed in rows.items() for text in listed]


def test_a_pair_is_judged_the_same_whatever_its_sides_were_held_against_before():
    clauses, laws = texts(CLAUSES), texts(LAWS)
    used = {(one.text, other.text): judge(pair(one, other, "KE")) for one, other in product(clauses, laws)}
    again = {(one.text, other.text): judge(pair(one, other, "KE")) for other, one in product(reversed(laws), clauses)}
    new = {(one.text, other.text): judge(pair(fresh(one), fresh(other), "KE")) for one, other in product(clauses, laws)}
    assert used == again == new
    assert any(found.signals for found in used.values())


def test_what_is_remembered_is_neither_written_nor_compared():
    one, other = read(CLAUSES["en"][0], "en"), read(LAWS["en"][0], "en")
    judge(pair(one, other, "KE"))
    assert one.sentences[0].__dict__, "something was remembered"
    assert _encode(fresh(one)) == _encode(one)
    assert fresh(one) == one
    assert not msgspec.structs.replace(one.sentences[0], start=0).__dict__


@given(places, st.integers(0, 60), st.integers(1, 6))
def test_closeness_is_that_of_the_nearest_place(ground: tuple[int, ...], first: int, length: int):
    last = first + length
    gap = min((max(0, first - place, place - last + 1) for place in ground), default=FAR)
    slow = 0.3 if not ground else 1.0 if gap <= 4 else max(0.3, 1.0 - (gap - 4) * 0.05)
    assert closeness(first, last, ground) == slow
