""" "Without" and a negative word behind it deny once: "sans aucun permis" rules the step out, as "without any permit" does."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.norms import read
from tests.unit.check.test_document import draft, kinds
from tests.unit.check.test_lifetime import act

ROWS = [
    ("en", "The Institute shall export seeds without any permit.", "excluded"),
    ("fr", "L'Institut exporte des semences sans permis.", "excluded"),
    ("fr", "L'Institut exporte des semences sans aucun permis.", "excluded"),
    ("fr", "L'Institut exporte des semences sans aucune autorisation préalable.", "excluded"),
    ("es", "El Instituto exportará semillas sin ningún permiso.", "excluded"),
    ("es", "El Instituto exportará semillas sin ninguna autorización previa.", "excluded"),
    ("pt", "O Instituto exporta sementes sem nenhuma licença.", "excluded"),
    ("pt", "O Instituto exporta sementes sem qualquer licença.", "excluded"),
    # two denials that make a demand
    ("en", "No seeds shall be exported without a permit.", "required"),
    ("fr", "Aucune semence n'est exportée sans permis.", "required"),
    ("es", "Ninguna semilla podrá exportarse sin permiso.", "required"),
    ("pt", "Nenhuma semente pode ser exportada sem licença.", "required"),
]


@each_row(("lang", "words", "status"), ROWS)
def test_what_without_and_a_negative_word_say_of_a_step(lang: str, words: str, status: str) -> None:
    (sentence,) = read(words, lang).sentences
    assert [step.status for step in sentence.every_step if step.kind == "permit"][:1] == [status]


@each_row(
    ("lang", "law", "clause"),
    [
        ("fr", "Nul ne peut exporter des semences sans un permis du Conseil des semences.", ROWS[2][1]),
        ("es", "Nadie podrá exportar semillas sin permiso del Consejo de Semillas.", ROWS[4][1]),
        ("pt", "Ninguém pode exportar sementes sem licença do Conselho de Sementes.", ROWS[6][1]),
    ],
)
def test_a_clause_that_rules_a_step_out_so_is_found(lang: str, law: str, clause: str) -> None:
    assert kinds(check(draft(clause, lang=lang), [act(lang, law)])) == [("1", "procedure")]
