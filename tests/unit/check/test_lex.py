"""Which law judges a matter, courts that a statute closes, statutes that only an order lifts. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

THINGS = "Los bienes inmuebles se rigen por la ley del lugar en que están situados."
FORMS = "La forme des actes est réglée par la loi du lieu où ils sont passés."
DEEDS = "Para reger as obrigações, aplica-se a lei do país em que se constituíram."
CLOSED = "No civil court shall have jurisdiction to entertain any suit on a matter which the Mines Tribunal may determine."
FINAL = "Las resoluciones del Jurado en materia de subsidios son irrecurribles."
LIFTED = "The Minister may, by order published in the Gazette, exempt any society or class of societies from the provisions of this Act."
DISPENSED = "Le ministre peut, par arrêté, dispenser toute association de l'enregistrement prévu par la présente loi."

ROWS = [
    # signal, language of the law, law, language of the clause, clause, whether it is said
    ("law_elsewhere", "es", THINGS, "es", "Los terrenos que el Banco compre aquí se regirán por la ley de la otra Parte en cuanto a su dominio.", True),
    ("law_elsewhere", "es", THINGS, "en", "Title to land that the Bank buys is governed by the law of the other Party.", True),
    ("law_elsewhere", "es", THINGS, "es", "Los terrenos que el Banco compre aquí se regirán por la ley nacional en cuanto a su dominio.", False),
    ("law_elsewhere", "es", THINGS, "es", "Los contratos de trabajo se regirán por la ley de la otra Parte.", False),
    ("law_elsewhere", "fr", FORMS, "fr", "Les actes passés ici sont soumis, quant à leur forme, à la loi de l'autre Partie.", True),
    ("law_elsewhere", "fr", FORMS, "fr", "Les actes passés sur le territoire de l'autre Partie sont soumis, quant à leur forme, à la loi de l'autre Partie.", False),
    ("law_elsewhere", "pt", DEEDS, "en", "Supply contracts shall be governed by the law of the other Party.", True),
    ("law_elsewhere", "pt", DEEDS, "pt", "Os contratos de fornecimento serão regidos pela lei do lugar da assinatura.", False),
    ("courts_opened", "en", CLOSED, "en", "A miner may file a suit on a matter of the Mines Tribunal in the civil court.", True),
    ("courts_opened", "en", CLOSED, "en", "No miner may file a suit on a matter of the Mines Tribunal in the civil court.", False),
    ("courts_opened", "es", FINAL, "es", "Las resoluciones del Jurado en materia de subsidios podrán ser recurridas ante los jueces ordinarios.", True),
    ("courts_opened", "es", FINAL, "es", "Las resoluciones del Jurado en materia de subsidios se notifican en diez días.", False),
    ("favour_by_order", "en", LIFTED, "en", "The societies of the programme are exempt from the provisions of the Societies Act.", True),
    ("favour_by_order", "en", LIFTED, "en", "The societies of the programme are exempt from such provisions of the Societies Act as the Minister may by order name.", False),
    ("favour_by_order", "fr", DISPENSED, "fr", "Les associations du programme sont dispensées de l'enregistrement prévu par la loi.", True),
    ("favour_by_order", "fr", DISPENSED, "fr", "Les associations du programme demandent l'enregistrement prévu par la loi.", False),
]  # fmt: skip


@each_row(("name", "lang", "theirs", "ours_lang", "ours", "expected"), ROWS)
def test_whose_law_which_court_and_who_lifts(
    name: str, lang: str, theirs: str, ours_lang: str, ours: str, expected: bool
) -> None:
    assert (name in signals(pair(read(ours, ours_lang), read(theirs, lang), "XX"))) is expected


STEPS = [
    # clause, law, signal, whether it is said
    ("en", "The Agency's order under the Act is void.", "No order of the Agency is void.", "defers", False),
    ("en", "The sale takes place under the Act.", "A sale takes place by auction.", "defers", True),
    ("es", "El contrato de obra no será publicado en el Diario.", "El contrato de obra deberá ser publicado en el Diario.", "step_excluded", True),
    ("es", "El contrato de obra será publicado en el Diario.", "El contrato de obra deberá ser publicado en el Diario.", "step_excluded", False),
    ("fr", "Les essais sont faits par un laboratoire dépourvu d'agrément.", "Les essais ne sont faits que par un laboratoire titulaire d'un agrément.",
     "step_excluded", True),
    ("es", "La empresa perforará el pozo en mayo.", "Quien perfore un pozo deberá acreditar ante el Servicio su solvencia.", "step_silent", True),
    ("en", "The Registrar sends the forms on boats.", "The Registrar shall not send forms relating to the registration of boats under this Act.",
     "step_silent", False),
]  # fmt: skip


@each_row(("lang", "ours", "theirs", "name", "expected"), STEPS)
def test_steps_told_and_laws_named(lang: str, ours: str, theirs: str, name: str, expected: bool) -> None:
    assert (name in signals(pair(read(ours, lang), read(theirs, lang), "XX"))) is expected
