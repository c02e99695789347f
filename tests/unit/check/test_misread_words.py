"""Words that were taken for others: a savings bank, an exemption that no agreement gives, goods that wait for a permit."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.holding import judged
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def held(clause: str, words: str, lang: str = "en") -> Judgement:
    return judged(pair(read(clause, lang), read(words, lang), ""))


def test_a_savings_bank_excepts_nothing() -> None:
    (savings,) = read("The savings bank shall not lend money abroad.", "en").sentences
    assert not savings.has("exception")
    (save,) = read("No bank shall lend money abroad save with the consent of the Governor.", "en").sentences
    assert save.has("exception")


BARRED = [
    ("en", "Experts shall be exempt from income tax under this Agreement.", "No exemption from income tax shall be granted by an agreement."),
    ("fr", "Les experts sont exonérés de l'impôt sur le revenu par la présente convention.", "Aucune exonération ne peut être accordée par convention."),
    ("es", "Los expertos estarán exentos del impuesto sobre la renta por el presente Acuerdo.", "Ninguna exención podrá concederse por convenio."),
    ("pt", "Os peritos são isentos do imposto sobre o rendimento por este Acordo.", "Nenhuma isenção poderá ser concedida por acordo."),
]  # fmt: skip


@each_row(("lang", "clause", "words"), BARRED)
def test_an_exemption_that_no_agreement_gives_is_barred(lang: str, clause: str, words: str) -> None:
    assert "favour_barred" in held(clause, words, lang).signals


@each_row(
    ("lang", "clause", "words"),
    [
        ("en", BARRED[0][1], "No exemption from income tax may be claimed otherwise than under an agreement."),
        ("fr", BARRED[1][1], "Il n'est accordé d'exonération de l'impôt sur le revenu que par une convention."),
    ],
)
def test_one_that_an_agreement_alone_gives_is_not(lang: str, clause: str, words: str) -> None:
    assert "favour_barred" not in held(clause, words, lang).signals


@each_row(
    "words",
    [
        "No person shall import seed into Orvane without a permit of the Seed Board.",
        "No person shall import goods without an import permit issued by the Minister.",
    ],
)
def test_goods_free_of_duty_are_not_held_against_what_waits_for_a_permit(words: str) -> None:
    found = held("Goods for the Project shall be exempt from customs duty.", words)
    assert "exempted" not in found.signals and found.verdict not in ("conflict", "step_needed")


def test_goods_free_of_duty_are_held_against_what_levies_it() -> None:
    found = held(
        "Goods for the Project shall be exempt from customs duty.", "Customs duty shall be paid on all goods imported."
    )
    assert "exempted" in found.signals
