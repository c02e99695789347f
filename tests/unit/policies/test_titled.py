"""What a text is called, and whether it is law or policy, where its file does not say. All invented texts."""

from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.policies.titled import is_name, title_of
from ssc_drafter.readers.imported import import_file

PLAN = "\n\n".join(f"{number} Aim {number}\n\nThe Ministry will open {number}0 schools by 2030." for number in range(1, 6))
COVERS = [
    ("Republic of Zubaria\n\nSEVENTH\n\nNATIONAL DEVELOPMENT PLAN\n\n2017-2021\n\n© 2017\n\n", "en", "SEVENTH NATIONAL DEVELOPMENT PLAN 2017-2021"),
    ("[page 0]\nMinistry of Mines\n# Zubaria National Adaptation Plan\n2015-2030\n", "en", "Zubaria National Adaptation Plan 2015-2030"),
    ("Source: zub ai.pdf\nType: pdf\n\nEn route to tomorrow\n\nZubaria's Roadmap for Data\n", "en", "Zubaria's Roadmap for Data"),
    ("Thanks for Downloading\nThis file was made on 3 May 2019.\n\nTown of Zub: Noise By-law, 2015\n", "en", "Town of Zub: Noise By-law, 2015"),
    ("Revised Laws of Zubaria\n\nCONVENTION ABOLISHING THE STAMP\n\nON FOREIGN DEEDS ACT\n\nAct 11 of 1969\n", "en", "CONVENTION ABOLISHING THE STAMP ON FOREIGN DEEDS ACT"),
    ("Presidência da República\nSecretaria-Geral\nLEI Nº 7, DE 2 DE MAIO DE 2018\nDispõe sobre o mel.\n", "pt", "LEI Nº 7, DE 2 DE MAIO DE 2018"),
    ("CAPÍTULO I\n(Atualização em 2022: questões)\nDECRETO Nº 9.001, DE 1 DE JUNHO DE 1994\n", "pt", "DECRETO Nº 9.001, DE 1 DE JUNHO DE 1994"),
    ("Chapitre premier\nDispositions générales\nDécret n° 2-24-1 du 3 mars 2024 relatif au miel\n", "fr", "Décret n° 2-24-1 du 3 mars 2024 relatif au miel"),
    ("REPÚBLICA DE ZUBARIA\n\nHoja de ruta de la miel\n", "es", "Hoja de ruta de la miel"),
]  # fmt: skip


@each_row(("cover", "lang", "title"), COVERS)
def test_the_name_on_a_cover(cover: str, lang: str, title: str) -> None:
    assert title_of(cover, (), lang) == title


def test_the_name_of_a_file_is_no_title() -> None:
    assert not is_name("L13709") and not is_name("") and is_name("Lei Geral")


RANKS = [
    ("Zubaria Vision 2040", "policy"), ("National Programme on Honey", "policy"), ("Agenda Nacional da Água", "policy"),
    ("Strategic Framework for Trade", "policy"), ("Cadre et feuille de route du lait", "policy"), ("Roadmap for Bees", "policy"),
    ("Honey Act, 2019", "act"), ("Stratégie nationale du miel", "policy"), ("Programa Nacional de Mel", "policy"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "rank"), RANKS)
def test_a_plan_by_any_of_its_names_is_a_policy(tmp_path: Path, title: str, rank: str) -> None:
    (tmp_path / "text.txt").write_text(f"{title}\n\n{PLAN}\n", "utf-8")
    found = import_file(tmp_path / "text.txt", "policy")
    assert found.facts.hierarchy == rank and not any(one.where == "hierarchy" for one in found.warnings)


def test_where_nothing_tells_the_rank_the_reader_is_asked(tmp_path: Path) -> None:
    for words, rank in (("We will plant trees.", "policy"), ("This Act may be cited as the Honey Act.", "act")):
        (tmp_path / "text.txt").write_text(f"On honey and bees\n\n{PLAN}\n\n{words}\n", "utf-8")
        found = import_file(tmp_path / "text.txt", "policy")
        assert found.facts.hierarchy == rank and sum(one.where == "hierarchy" for one in found.warnings) == 1
    (tmp_path / "text.txt.meta.yaml").write_text("hierarchy: policy\n", "utf-8")
    told = import_file(tmp_path / "text.txt", "policy")
    assert told.facts.hierarchy == "policy" and not any(one.where == "hierarchy" for one in told.warnings)


def test_what_speaks_of_a_treaty_is_none(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Adoption of the Zub Agreement\n\n" + PLAN, "utf-8")
    assert import_file(tmp_path / "text.txt", "policy").facts.hierarchy != "treaty"
