"""Tables of a policy in the formats that tell of them: their cells reach the norms, a row is one; merged cells keep their columns."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ssc_drafter.check.structure.units import norms_of_unit
from ssc_drafter.policies import shelf
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.readers.imported import import_file

TITLE = {
    "en": "National Health Policy 2017-2025",
    "fr": "Politique nationale de santé 2017-2025",
    "es": "Política Nacional de Salud 2017-2025",
    "pt": "Política Nacional de Saúde 2017-2025",
}
BEFORE = {
    "en": "The targets of this policy for the health of mothers stand in the table.",
    "fr": "Les cibles de la présente politique pour la santé des mères figurent dans le tableau.",
    "es": "Las metas de la presente política para la salud de las madres figuran en el cuadro.",
    "pt": "As metas da presente política para a saúde das mães constam do quadro.",
}
TABLE = {
    "en": [
        ["Goal", "Indicator", "Baseline (2015)", "Target (2025)", "Responsible"],
        ["Mothers", "Births in a clinic (%)", "40", "75", "Ministry of Health"],
        ["", "Home visits (%)", "10", "50", "Nursing Council"],
    ],
    "fr": [
        ["But", "Indicateur", "Référence (2015)", "Cible (2025)", "Responsable"],
        ["Mères", "Naissances en clinique (%)", "40", "75", "Ministère de la Santé"],
        ["", "Visites à domicile (%)", "10", "50", "Conseil infirmier"],
    ],
    "es": [
        ["Fin", "Indicador", "Línea de base (2015)", "Meta (2025)", "Responsable"],
        ["Madres", "Partos en clínica (%)", "40", "75", "Ministerio de Salud"],
        ["", "Visitas a domicilio (%)", "10", "50", "Consejo de Enfermería"],
    ],
    "pt": [
        ["Fim", "Indicador", "Linha de base (2015)", "Meta (2025)", "Responsável"],
        ["Mães", "Partos em clínica (%)", "40", "75", "Ministério da Saúde"],
        ["", "Visitas ao domicílio (%)", "10", "50", "Conselho de Enfermagem"],
    ],
}


def as_docx(path: Path, lang: str) -> None:
    file = docx.Document()
    file.add_heading(TITLE[lang], 0)
    file.add_heading("1 A", 1)
    file.add_paragraph(BEFORE[lang])
    table = file.add_table(rows=3, cols=5)
    for place, row in enumerate(TABLE[lang]):
        for column, cell in enumerate(row):
            table.cell(place, column).text = cell
    table.cell(1, 0).merge(table.cell(2, 0))
    file.save(str(path))


def as_html(path: Path, lang: str) -> None:
    head, first, last = TABLE[lang]
    cells = "".join(f"<th>{cell}</th>" for cell in head)
    one = f'<td rowspan="2"><p>{first[0]}</p></td>' + "".join(f"<td>{cell}</td>" for cell in first[1:])
    two = "".join(f"<td><p>{cell}</p></td>" for cell in last[1:])
    body = f"<table><thead><tr>{cells}</tr></thead><tbody><tr>{one}</tr><tr>{two}</tr></tbody></table>"
    path.write_text(
        f"<html><body><h1>{TITLE[lang]}</h1><h2>1 A</h2><p>{BEFORE[lang]}</p>{body}</body></html>", encoding="utf-8"
    )


def as_md(path: Path, lang: str) -> None:
    rows = [f"| {' | '.join(row)} |" for row in TABLE[lang]]
    path.write_text(
        "\n".join([f"# {TITLE[lang]}", "", "## 1 A", "", BEFORE[lang], "", rows[0], "|---|---|---|---|---|", *rows[1:], ""]),
        encoding="utf-8",
    )


def as_odt(path: Path, lang: str) -> None:
    def row(cells: list[str]) -> str:
        made = [f"<t:table-cell><x:p>{cell}</x:p></t:table-cell>" if cell else "<t:covered-table-cell/>" for cell in cells]
        return f"<t:table-row>{''.join(made)}</t:table-row>"

    head, *rest = TABLE[lang]
    rows = f"<t:table-header-rows>{row(head)}</t:table-header-rows>{''.join(map(row, rest))}"
    names = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    text = f'<x:h x:outline-level="1">{TITLE[lang]}</x:h><x:h x:outline-level="2">1 A</x:h><x:p>{BEFORE[lang]}</x:p><t:table>{rows}</t:table>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f"<o:document-content {names}><o:body><o:text>{text}</o:text></o:body></o:document-content>",
        )


MAKE: dict[str, Callable[[Path, str], None]] = {"docx": as_docx, "html": as_html, "md": as_md, "odt": as_odt}


def policy(folder: Path, form: str, lang: str) -> Instrument:
    path = folder / f"policy.{form}"
    MAKE[form](path, lang)
    return import_file(path, "policy", "XX").instrument()


@pytest.mark.parametrize("form", MAKE)
@pytest.mark.parametrize("lang", TITLE)
def test_a_row_of_a_policys_table_is_one_norm(tmp_path: Path, form: str, lang: str) -> None:
    law = policy(tmp_path, form, lang)
    (table,) = law.tables
    shown = [[law.text[start:end] for start, end in row] for row in table.rows]
    assert shown == TABLE[lang]
    found = [norm for unit in law.provisions for norm in norms_of_unit(law, unit)[1] if norm.quantities]
    assert [one.object.text for one in found if one.object] == [row[1] for row in TABLE[lang][1:]]
    assert [one.bearer.text for one in found if one.bearer] == [row[4] for row in TABLE[lang][1:]]
    assert [(one.quantities[0].value, one.quantities[0].compare) for one in found] == [(75, "least"), (50, "least")]
    assert [one.quantities[0].base.text for one in found if one.quantities[0].base] == ["40", "10"]


def test_the_tables_of_a_law_on_disk_are_those_that_were_read(tmp_path: Path) -> None:
    law = policy(tmp_path, "md", "en")
    shelf.write(tmp_path / "one.law", law)
    assert shelf.opened(tmp_path / "one.law").tables == law.tables


def test_a_statute_keeps_no_tables(tmp_path: Path) -> None:
    text = "# Health Act 2015\n\n1. Short title\n\nThis Act may be cited as the Health Act.\n\n| Fee | Amount |\n|---|---|\n| A | 5 |\n"
    (tmp_path / "act.md").write_text(text, encoding="utf-8")
    assert not import_file(tmp_path / "act.md", "policy", "XX").instrument().tables
