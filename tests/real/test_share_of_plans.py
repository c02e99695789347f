"""How much of real plans stands in units that are held against a draft, and what of the rest is told by name."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from rowwise import each_row

from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.readers.imported import import_file

pytestmark = [pytest.mark.real, pytest.mark.slow]

SHARES = [
    # file, share of its signs that stood in units before (26 November 2026), and stand in them at least
    ("AR/plan_anticorrupcion_estrategia_integridad_2023.md", 0.83, 0.85),
    ("BR/kit_dados_abertos_elaboracao_pda.md", 0.71, 0.99),
    ("EG/national_ai_strategy_2025_2030.md", 0.85, 0.95),
    ("EG/vision_2030_updated_2023.md", 0.90, 0.99),
    ("IN/ndc_updated_2022.txt", 0.66, 0.92),
    ("JO/ai_strategy_2023_2027.md", 0.54, 0.94),
    ("KM/ndc_revised_2021_en_translation.txt", 0.75, 0.85),
    ("MH/national_energy_policy_and_action_plan.txt", 0.72, 0.90),
    ("PE/estrategia_nacional_desarrollo_rural_2004.md", 0.92, 0.97),
    ("PE/politica_nacional_ambiente_2009.md", 0.66, 0.90),
    ("SL/vision_2025.txt", 0.83, 0.93),
    ("UN/who_global_strategy_digital_health_2020_2025.md", 0.65, 0.92),
    ("ZA/low_emission_development_strategy_2050.txt", 0.79, 0.94),
    ("ZM/ndc_3_provisional_2025.txt", 0.79, 0.99),
]

OUT = [
    # file, what is told of it, words that stand in no unit
    ("ZM/7ndp_2017_2021.txt", "a table of contents", "LIST OF TABLES"),
    ("KE/national_adaptation_plan_2015_2030.txt", "a foreword", "landmark in efforts to address the country's vulnerability"),
    ("SL/vision_2025.txt", "acronyms", "sincere gratitude to His Excellency The President"),
    ("MR/national_ai_strategy_2025_2029.md", "a table of contents", "APPOINTMENT OF A STRATEGY DEVELOPMENT"),
    ("PE/politica_nacional_saneamiento_2017.md", "recitals", "UGM"),
    ("PE/plan_nacional_telesalud_2026.md", "recitals", "Ley Marco de Telesalud, establece"),
    ("UN/unesco_recommendation_ethics_ai_2021.md", "recitals", "Bearing in mind the Universal Declaration"),
    ("EG/national_ai_strategy_2025_2030.md", "a foreword", "I am proud to launch"),
]

IN = [
    # file, an aim that stood in no unit before, and the unit that holds it
    (
        "MH/national_energy_policy_and_action_plan.txt",
        "To provide 95% of rural outer atoll households",
        "This 2015 National Energy Policy",
    ),
    ("PE/politica_nacional_ambiente_2009.md", "Lograr la conservación y aprovechamiento sostenible", "Objetivos específicos"),
    (
        "ZA/low_emission_development_strategy_2050.txt",
        "supports the implementation of a selection of measures",
        "Energy demand",
    ),
    (
        "JO/ai_strategy_2023_2027.md",
        "Making Jordan a regional leader in artificial intelligence",
        "3.0 Vision and strategic goals",
    ),
]


@lru_cache(maxsize=32)
def plan(path: Path) -> Instrument:
    return import_file(path, "policy").instrument()


def share(law: Instrument) -> float:
    """Return the share of the signs of a text, blanks in a row as one, that its provisions hold."""
    end = held = 0
    for one in sorted(law.provisions, key=lambda one: one.start):
        held += len(" ".join(law.text[max(end, one.start) : max(end, one.end)].split()))
        end = max(end, one.end)
    return held / len(" ".join(law.text.split()))


@each_row(("file", "before", "least"), SHARES)
def test_the_words_of_a_plan_stand_in_units(shared: Path, file: str, before: float, least: float) -> None:
    assert share(plan(shared / "corpora" / "policies" / file)) >= least > before


@each_row(("file", "kind", "words"), OUT)
def test_what_is_no_provision_is_told_and_stands_in_no_unit(shared: Path, file: str, kind: str, words: str) -> None:
    law = plan(shared / "corpora" / "policies" / file)
    places = [place for place in range(len(law.text)) if law.text.startswith(words, place)]
    assert places and any(kind in one.what for one in law.warnings)
    assert not [one.number for one in law.provisions if one.start <= places[0] < one.end]


@each_row(("file", "words", "named"), IN)
def test_an_aim_before_the_first_number_is_held(shared: Path, file: str, words: str, named: str) -> None:
    law = plan(shared / "corpora" / "policies" / file)
    place = law.text.index(words)
    assert [one.number for one in law.provisions if one.start <= place < one.end and named in one.number]


@each_row("file", [row[0] for row in SHARES])
def test_each_unit_has_a_name_and_a_place_of_its_own(shared: Path, file: str) -> None:
    units = plan(shared / "corpora" / "policies" / file).provisions
    assert len({one.address for one in units}) == len(units) == len({one.number for one in units})
    ordered = sorted(units, key=lambda one: one.start)
    assert all(one.end <= after.start for one, after in pairwise(ordered))


def test_nobody_is_told_of_words_that_stand_in_units(shared: Path) -> None:
    """Units of a plan behind the act that approves it, and of parts that count anew, were told of as read by nobody."""
    for file in sorted({row[0] for row in SHARES}):
        law = plan(shared / "corpora" / "policies" / file)
        assert not [one.what for one in law.warnings if "stand in no unit" in one.what], file
