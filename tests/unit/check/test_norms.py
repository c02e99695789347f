"""What is read from one sentence: steps, quantities, deference; in four languages, with places that are exact."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.kinds.attitude import deferences
from ssc_drafter.check.norms import clean, read
from ssc_drafter.check.norms.quantities import figure

STEPS = [
    ("en", "No person shall import bees without a permit from the Director.", "permit", "required"),
    ("en", "Bees shall be imported without any permit being required.", "permit", "excluded"),
    ("en", "Works begin once the Council has given its approval.", "approval", "required"),
    ("fr", "Nul ne peut importer d'abeilles sans l'autorisation du ministre.", "autorisation", "required"),
    ("fr", "Les travaux commencent sans qu'aucune autorisation soit nécessaire.", "autorisation", "excluded"),
    ("es", "No se podrá exportar material genético sin autorización previa.", "autorización", "required"),
    ("es", "Los equipos ingresarán sin necesidad de permiso alguno.", "permiso", "excluded"),
    ("pt", "Nenhum medicamento poderá ser distribuído sem registro sanitário.", "registro", "required"),
    ("pt", "As amostras serão enviadas, dispensada qualquer autorização.", "autorização", "excluded"),
]


@each_row(("lang", "text", "step", "status"), STEPS)
def test_a_step_is_demanded_or_excluded(lang: str, text: str, step: str, status: str) -> None:
    sentence = read(text, lang).sentences[0]
    found = [
        one.status for one in sentence.steps if text[sentence.words[one.first].start : sentence.words[one.last - 1].end] == step
    ]
    assert found == [status]


QUANTITIES = [
    ("en", "It shall not exceed ninety-nine years.", 99 * 12, "months", "most"),
    ("en", "Within seventy-two hours of the breach.", 3, "days", "most"),
    ("en", "A fee of not less than 1,250,000 shillings.", 1_250_000, "money", "least"),
    ("en", "A contract of more than $ 200,000 is tendered.", 200_000, "USD", "above"),
    ("en", "At least two thirds of the shares.", 200 / 3, "percent", "least"),
    ("fr", "Une durée de quatre-vingt-dix jours au plus.", 90, "days", "most"),
    ("fr", "Le bail ne peut excéder vingt-cinq ans.", 300, "months", "most"),
    ("es", "No podrá exceder de treinta y dos meses.", 32, "months", "most"),
    ("es", "Contratos superiores a 400.000 dólares.", 400_000, "USD", "above"),
    ("pt", "Prazo não superior a cento e vinte dias.", 120, "days", "most"),
    ("pt", "Máxima de 1/3 nos ganhos.", 100 / 3, "percent", "most"),
]


@each_row(("lang", "text", "value", "scale", "compare"), QUANTITIES)
def test_a_quantity_is_read_with_its_unit_and_comparator(lang: str, text: str, value: float, scale: str, compare: str) -> None:
    (found,) = read(text, lang).sentences[0].quantities
    assert found.value == pytest.approx(value, rel=1e-3)
    assert (found.scale, found.compare) == (scale, compare)


@each_row(
    ("written", "value"), [("1,200,000", 1.2e6), ("1.200.000", 1.2e6), ("2,5", 2.5), ("12", 12), ("1.2.3", None), ("x", None)]
)
def test_figures(written: str, value: float | None) -> None:
    assert figure(written) == value


@each_row(
    ("lang", "text", "words"),
    [
        (
            "en",
            "Goods enter free of duty in accordance with the customs legislation.",
            "in accordance with the customs legislation",
        ),
        ("fr", "Les biens entrent en franchise conformément à la législation douanière.", "conformément à la législation"),
        ("es", "Los bienes ingresarán de conformidad con la legislación aduanera.", "de conformidad con la legislación"),
        ("pt", "Os bens entrarão nos termos da legislação aduaneira.", "nos termos da legislação"),
        ("en", "Goods enter in accordance with the list of the Secretariat.", ""),
    ],
)
def test_deference_needs_the_law_in_words(lang: str, text: str, words: str) -> None:
    sentence = read(text, lang).sentences[0]
    found = [text[sentence.words[one.first].start : sentence.words[one.last - 1].end] for one in deferences(sentence)]
    assert found == ([words] if words else [])


def test_places_are_those_of_the_text_whatever_its_white_space() -> None:
    text = "The  lease\n\nshall not\texceed “thirty” years ; it ends."
    for sentence in read(text, "en").sentences:
        for word in sentence.words:
            assert text[word.start : word.end].strip() == text[word.start : word.end] != ""
    flat, places = clean(text)
    assert "  " not in flat and len(flat) == len(places)
