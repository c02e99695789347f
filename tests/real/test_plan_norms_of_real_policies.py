"""What real policies set themselves, read as norms: quotes of a few words from the files that NOTES.md beside them tells of."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of
from ssc_drafter.check.structure.rows import YEAR
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.planning import sets_aims
from ssc_drafter.readers.imported import import_file

pytestmark = [pytest.mark.real, pytest.mark.slow]

AIMS = [
    # file, the verb, words of the object, amount (comparator, value), year, words of the base
    ("IN/ndc_updated_2022.txt", "reduce", "Emissions Intensity of its GDP", ("least", 45), 2030, "from \n2005 level"),
    ("IN/ndc_updated_2022.txt", "achieve", "electric power", ("least", 50), 2030, ""),
    ("NP/ndc_second_2020.txt", "expand", "clean energy generation", ("least", 15_000_000_000), 2030, "from approximately"),
    ("NP/ndc_second_2020.txt", "install", "improved cookstoves", ("least", 500_000), 2025, ""),
    ("KE/indc_2015.pdf", "abate", "GHG emissions", ("least", 30), 2030, "relative to"),
    (
        "PE/politica_nacional_ambiente_2009.md",
        "Conservar y aprovechar",
        "diversidad biológica",
        None,
        0,
        "",
    ),
    (
        "PE/politica_nacional_ambiente_2009.md",
        "Promover",
        "las prácticas del biocomercio",
        None,
        0,
        "",
    ),
    ("PE/politica_nacional_saneamiento_2017.md", "Alcanzar", "el acceso universal", None, 0, ""),
    ("SN/releve_decisions_eau_potable_2024.md", "assurer", "eau potable de la ville", None, 0, ""),
    ("BR/kit_dados_abertos_abertura.md", "Solicitar", "esquema e documentação da base de dados", None, 0, ""),
    ("BR/kit_dados_abertos_abertura.md", "Definir e implementar", "processo periódico automático", None, 0, ""),
]


@lru_cache(maxsize=32)
def policy(path: Path) -> Instrument:
    return import_file(path, "policy", path.parent.name).instrument()


def norms(shared: Path, file: str, number: str) -> tuple[str, tuple[Norm, ...]]:
    """Return the words of a unit of a policy and its norms."""
    one = policy(shared / "corpora" / "policies" / file)
    unit = next(unit for unit in one.provisions if unit.number == number)
    words = one.words(unit.start, unit.end)
    return words, norms_of(words, one.lang, sets_aims(one, unit), unit.heading or "")


def every_norm(shared: Path, file: str) -> list[tuple[str, tuple[Norm, ...]]]:
    """Return the words and the norms of each unit of a policy."""
    one = policy(shared / "corpora" / "policies" / file)
    return [norms(shared, file, unit.number) for unit in one.provisions]


@pytest.mark.parametrize(("file", "verb", "about", "amount", "year", "base"), AIMS)
def test_an_aim_of_a_real_policy_is_a_commitment(
    shared: Path, file: str, verb: str, about: str, amount: tuple[str, float] | None, year: int, base: str
) -> None:
    found = [one for _, row in every_norm(shared, file) for one in row]
    aims = [one for one in found if one.modality == "commitment" and one.effect and one.effect.text == verb]
    one = next(one for one in aims if one.object and about in " ".join(one.object.text.split()))
    assert one.bearer
    assert amount is None or amount in [(row.compare, pytest.approx(row.value)) for row in one.quantities]
    assert not year or year in [int(row.value) // YEAR for row in one.quantities if row.scale == "date"]
    assert any(row.base and row.base.text.startswith(base) for row in one.quantities) or not base


def test_a_named_minister_bears_a_duty_and_no_aim_of_the_policy(shared: Path) -> None:
    _, found = norms(shared, "SN/releve_decisions_eau_potable_2024.md", "3")
    (one,) = found
    assert (one.modality, one.bearer and one.bearer.kind) == ("duty", "organ")


def test_the_state_that_speaks_bears_its_aim(shared: Path) -> None:
    found = [one for _, row in every_norm(shared, "KE/indc_2015.pdf") for one in row]
    assert {one.bearer.text for one in found if one.bearer and one.bearer.kind == "state"} >= {"Kenya"}


@each_row("file", sorted({row[0] for row in AIMS}))
def test_every_part_stands_at_its_place_in_a_real_policy(shared: Path, file: str) -> None:
    for words, found in every_norm(shared, file):
        for norm in found:
            parts = [norm.modal, norm.effect, norm.object, *norm.conditions, *norm.quantities, *norm.mechanism, *norm.frame]
            assert all(words[part.start : part.end] == part.text for part in parts if part)


@each_row(
    ("file", "number"),
    [("laws/KE/data-protection-act-2019.txt", "25"), ("laws/PE/LEY-27815-2002.md", "6"), ("laws/BR/L13709.html", "6")],
)
def test_a_statute_sets_no_aim(shared: Path, file: str, number: str) -> None:
    one = policy(shared / "corpora" / file)
    unit = next(unit for unit in one.provisions if unit.number == number)
    assert not sets_aims(one, unit)


def test_headings_of_a_real_policy_are_no_norms(shared: Path) -> None:
    heads = 0
    for words, found in every_norm(shared, "PE/politica_nacional_ambiente_2009.md"):
        for head in re.finditer(r"EJE DE POLÍTICA.*", words):
            heads += 1
            assert not [one for one in found if head.start() <= one.start < head.end()]
    assert heads
