"""What is said of two sentences is worked out once and moved: it has to be what would be said of them where they stand now."""

from __future__ import annotations

from itertools import product

import pytest
from rowwise import each_row

from ssc_drafter.check import couples
from ssc_drafter.check.judge import judge
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

BEHIND = {
    "en": ("The Parties shall meet once a year. ", "This section applies to every public body. "),
    "fr": ("Les Parties se réunissent une fois par an. ", "Le présent article s'applique à tout organisme public. "),
    "es": ("Las Partes se reunirán una vez al año. ", "El presente artículo se aplica a todo organismo público. "),
    "pt": ("As Partes reunir-se-ão uma vez por ano. ", "O presente artigo aplica-se a todo organismo público. "),
}
TEXTS = {
    "en": (
        "The experts shall import the equipment free of any duty of customs without any permit.",
        "No person shall import equipment without a permit issued by the Authority.",
    ),
    "fr": (
        "Les experts importent le matériel en franchise de droits de douane, sans autorisation.",
        "Nul ne peut importer du matériel sans une autorisation délivrée par l'Autorité.",
    ),
    "es": (
        "Los expertos importarán el equipo libre de derechos de aduana y sin permiso.",
        "Ninguna persona podrá importar equipo sin permiso expedido por la Autoridad.",
    ),
    "pt": (
        "Os peritos importarão o equipamento livre de direitos aduaneiros e sem autorização.",
        "Nenhuma pessoa pode importar equipamento sem autorização emitida pela Autoridade.",
    ),
}


@each_row(("ours", "theirs"), list(product(TEXTS, TEXTS)))
def test_moved_signals_are_those_worked_out_there(ours: str, theirs: str) -> None:
    clause, law = TEXTS[ours][0], TEXTS[theirs][1]
    ahead, above = BEHIND[ours][0], BEHIND[theirs][1]
    places = [(clause, law), (ahead + clause, law), (clause, above + law), (ahead + clause, above + law)]
    fresh = []
    for one, other in places:
        couples.forget()
        fresh.append(judge(pair(read(one, ours), read(other, theirs), "KE")))
    assert any(one.signals for one in fresh)
    couples.forget()
    assert [judge(pair(read(one, ours), read(other, theirs), "KE")) for one, other in places] == fresh


def test_a_couple_is_not_another_ones_in_another_state() -> None:
    clause = "The experts shall be tried in the courts of Kenya only."
    law = "Proceedings against a public officer shall be brought in the courts of Kenya."
    couples.forget()
    found = {state: judge(pair(read(clause, "en"), read(law, "en"), state)) for state in ("KE", "PE")}
    for state, before in found.items():
        couples.forget()
        assert judge(pair(read(clause, "en"), read(law, "en"), state)) == before
    assert found["KE"] != found["PE"]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(couples, "KEPT", 5)
    for number in range(12):
        pair(read(f"A permit of {number} days is required.", "en"), read("A permit is required.", "en"), "KE")
    assert len(couples._couples) <= 5
