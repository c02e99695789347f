"""Units that are printed and not in force: vetoed, or struck through whole. All invented texts."""

from pathlib import Path

from rowwise import each_row

from ssc_drafter.check.candidates import places_of
from ssc_drafter.check.document.standing import gaps
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.void import not_in_force
from ssc_drafter.readers.imported import import_file

FORMS = [
    ("AR", "es", "ARTICULO 1º — Uno paga.\n\nARTICULO 2º — Dos paga.\n\n(Artículo observado por art. 1° del Decreto Nº 9/95)\n\nARTICULO 3º — Tres paga.", ["2"]),
    ("AR, a part of it", "es", "ARTICULO 1º — Uno paga.\n\nARTICULO 2º — Dos paga.\n\n(Artículo observado parcialmente por el Decreto Nº 9/95)\n\nARTICULO 3º — Tres paga.", []),
    ("AR, a sentence", "es", "ARTICULO 1º — Uno paga.\n\nARTICULO 2º — Dos paga. (Frase observada por el Decreto Nº 9/95)\n\nARTICULO 3º — Tres paga.", []),
    ("BR", "pt", "Art. 1º Um paga.\n\nArt. 2º (VETADO). (Incluído pela Lei nº 3, de 2019)\n\nArt. 3º Três paga.\nI - (VETADO);\nII - em junho.", ["2"]),
]  # fmt: skip


@each_row(("state", "lang", "text", "expected"), FORMS)
def test_vetoed_units(state: str, lang: str, text: str, expected: list[str]) -> None:
    units = segment(text, lang).provisions
    addresses, said = not_in_force(text, lang, (), units)
    assert [one.number for one in units] == ["1", "2", "3"], state
    assert [one.number for one in units if one.address in addresses] == expected, state
    assert bool(said) == bool(expected)


def test_what_is_not_in_force_is_shown_said_and_not_held_against_a_draft(tmp_path: Path) -> None:
    (tmp_path / "law.md").write_text(
        "LEY DE TASAS\n\nArtículo 1.- Uno paga.\n\n~~Artículo 2.- Dos paga.~~\n\nArtículo 3.- Tres paga.\n", "utf-8"
    )
    found = import_file(tmp_path / "law.md", "policy")
    law = found.instrument()
    assert [one.number for one in law.provisions] == ["1", "2", "3"]
    assert [one.provision.number for one in places_of(law)] == ["1", "3"]
    assert [one.get("in_force", True) for one in found.to_json()["provisions"]] == [True, False, True]
    assert any("struck through whole" in one.what for one in law.warnings)
    assert any("Numbers 2 are printed and not in force" in one.reason for one in gaps([law], "en"))
