"""What nobody may give up, and all of what the law grants: a part of the wage is less than the wage."""

from __future__ import annotations

import pytest

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def seen(lang: str, law: str, clause: str) -> set[str]:
    """Return the signals of a clause and a law of one language."""
    return set(signals(pair(read(clause, lang), read(law, lang), "XO")))


WAGES = [
    ("en", "An employee on sick leave is entitled to the full salary.", "An employee on sick leave draws {} of the salary.", "half", "whole"),
    ("fr", "Le salarié en congé de maladie a droit au salaire entier.", "Le salarié en congé de maladie touche {} du salaire.", "la moitié", "le montant"),
    ("es", "El empleado enfermo tiene derecho a su salario íntegro.", "El empleado enfermo cobra {} del salario.", "la mitad", "el monto"),
    ("pt", "O empregado doente tem direito ao salário integral.", "O empregado doente recebe {} do salário.", "a metade", "o montante"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "law", "clause", "part", "all_"), WAGES, ids=[row[0] for row in WAGES])
def test_a_part_of_the_wage_is_less_than_all_of_it(lang: str, law: str, clause: str, part: str, all_: str) -> None:
    assert "number_passed" in seen(lang, law, clause.format(part))
    assert "number_passed" not in seen(lang, law, clause.format(all_))


KEPT = [
    ("en", "The rights of workers cannot be waived.", "The workers waive the rights of overtime.", "The workers keep the rights of overtime."),
    ("fr", "Les droits des travailleurs sont d'ordre public.", "Les travailleurs renoncent à leurs droits.", "Les travailleurs gardent leurs droits."),
    ("es", "Los derechos de los trabajadores son irrenunciables.", "Los trabajadores dejan de lado sus derechos.", "Los trabajadores conservan sus derechos."),
    ("pt", "Os direitos dos trabalhadores são irrenunciáveis.", "Os trabalhadores desistem dos seus direitos.", "Os trabalhadores mantêm os seus direitos."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "law", "gives_up", "keeps"), KEPT, ids=[row[0] for row in KEPT])
def test_what_nobody_may_give_up_is_given_up(lang: str, law: str, gives_up: str, keeps: str) -> None:
    assert "right_revoked" in seen(lang, law, gives_up)
    assert "right_revoked" not in seen(lang, law, keeps)


def test_leave_is_what_a_worker_has_at_least() -> None:
    law = "Maternity leave has a duration of one hundred and twenty days."
    assert "number_passed" in seen("en", law, "Maternity leave of the technician lasts sixty days.")
    assert "number_within" in seen("en", law, "Maternity leave of the technician lasts two hundred days.")
