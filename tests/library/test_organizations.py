"""What is said of States alone does not stand in an agreement with an international organization, in any language."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter import places
from ssc_drafter.tree.running import running_text

pytestmark = pytest.mark.slow  # each sample is drafted in four languages

ORGANIZATIONS = {"international_organization", "regional_body"}
OF_STATES = {  # peoples, governments, a diplomatic channel, a law: an organization has none of them
    "en": ("between their peoples", "within each government", "through the diplomatic channel.", "the laws of each Party and"),
    "fr": (
        "entre leurs peuples",
        "chaque gouvernement",
        "par la voie diplomatique.",
        "conformément au droit de chaque Partie et à ses",
    ),
    "es": ("entre sus pueblos", "cada gobierno", "por la vía diplomática.", "con la legislación de cada Parte y con"),
    "pt": ("entre os seus povos", "cada governo", "por via diplomática.", "com o direito interno de cada Parte e com"),
}


def capacities(sample: Path) -> set[str]:
    return {line.split(":")[1].strip() for line in sample.read_text("utf-8").splitlines() if "capacity:" in line}


SAMPLES = [one for one in sorted((places.ROOT / "templates").glob("*/samples/*.yaml")) if capacities(one) & ORGANIZATIONS]


@pytest.mark.parametrize("lang", OF_STATES)
@pytest.mark.parametrize("sample", SAMPLES, ids=[one.stem for one in SAMPLES])
def test_nothing_is_said_of_an_organization_that_only_a_state_has(sample: Path, lang: str) -> None:
    text = running_text(shelf.sample(sample, lang)).text
    assert [phrase for phrase in OF_STATES[lang] if phrase in text] == []


def test_such_samples_are_shipped() -> None:
    assert len(SAMPLES) >= 5
