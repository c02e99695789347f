"""What a clause frees from, held against a law that lets nobody be freed, or only by an order. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds.favours import favours
from ssc_drafter.check.kinds.freed import frees
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

FREED = [
    ("en", "The choir pays no mooring fee.", True),
    ("en", "No stamp duty is payable on the leases of the school.", True),
    ("en", "The funds of the Office are free of direct taxes.", True),
    ("fr", "Les loyers de l'école ne supportent aucune taxe.", True),
    ("fr", "L'institut n'acquitte pas la redevance de port.", True),
    ("es", "El coro no pagará la tasa de muelle.", True),
    ("es", "Las ventas de la feria están liberadas del impuesto.", True),
    ("pt", "O coro não paga a taxa do cais.", True),
    ("en", "The choir pays the mooring fee.", False),
    ("en", "The coaches take no pay and the tax is theirs.", False),
    ("en", "The choir shall not be exempt from the fee.", False),
    ("en", "The State waives its immunity in the suit.", False),
    ("es", "El coro paga la tasa de muelle.", False),
    # what an exemption does not reach, and what it reaches after all
    ("en", "The exemption from customs duty does not include spare parts.", False),
    ("fr", "L'immunité de juridiction ne couvre pas les infractions routières des experts.", False),
    ("es", "La exención de derechos de aduana no comprende los vehículos.", False),
    ("pt", "A isenção do imposto não inclui os veículos.", False),
    ("en", "The exemption shall apply not only to the experts but also to their families.", True),
    ("fr", "L'immunité de juridiction ne s'applique qu'aux actes officiels des experts.", True),
    ("es", "La exención se aplica sin necesidad de trámite a los bienes del proyecto.", True),
    ("pt", "A isenção não só se aplica aos peritos, como também aos seus familiares.", True),
]


@each_row(("lang", "text", "expected"), FREED)
def test_what_a_sentence_frees_from(lang: str, text: str, expected: bool) -> None:
    assert bool(frees(read(text, lang).sentences[0])) is expected


PAIRS = [
    # language of the law, law, language of the clause, clause, what is seen
    ("en", "No exemption from this fee may be given by agreement.", "en", "The choir pays no mooring fee.", "favour_barred"),
    ("en", "A supply is exempt from tax only if it is named in the Schedule.", "en", "The ropes are free of tax.", "favour_barred"),
    ("en", "Duty is due on ropes. The exemption does not extend to divers.", "en", "Ropes of divers enter free of duty.", "favour_barred"),
    ("en", "Damage is made good. A clause that excludes liability for gross negligence is void.", "en",
     "The diver shall be held harmless for any damage.", "favour_barred"),
    ("fr", "Nul ne peut être dispensé de la redevance, même par convention.", "fr", "Le chœur ne paie aucune redevance.", "favour_barred"),
    ("es", "No hay más exenciones del impuesto que las de esta ley: sal, agua.", "es", "Las cuerdas están exentas del impuesto.", "favour_barred"),
    ("pt", "A taxa é devida por todos, sem nenhuma isenção.", "pt", "O coro não paga a taxa do cais.", "favour_barred"),
    ("fr", "Aucune exemption de la taxe ne peut être consentie.", "es", "El coro no pagará la tasa de muelle.", "favour_barred"),
    # what an immunity is said not to reach is freed of nothing
    ("en", "No immunity from suit shall be granted to a diver except by a law.", "en",
     "Immunity from suit shall not extend to accidents of the boat.", ""),
    ("en", "No immunity from suit shall be granted to a diver except by a law.", "en",
     "The divers enjoy immunity from suit.", "favour_barred"),
    ("fr", "Aucune immunité de juridiction n'est accordée à un plongeur sinon par une loi.", "fr",
     "L'immunité de juridiction ne s'étend ni aux accidents du bateau ni aux nationaux.", ""),
    ("es", "No se concederá inmunidad de jurisdicción a un buzo sino por ley.", "es",
     "La inmunidad de jurisdicción no amparará los accidentes de la barca.", ""),
    ("es", "No se concederá inmunidad de jurisdicción a un buzo sino por ley.", "es",
     "Los buzos gozarán de inmunidad de jurisdicción.", "favour_barred"),
    ("pt", "Nenhuma imunidade de jurisdição é concedida a um mergulhador senão por lei.", "pt",
     "A imunidade de jurisdição não abrange os acidentes do barco.", ""),
    # whom or what a bar is about is its subject, not what another rule says of it before
    ("en", "A lorry shall not be treated as household goods and shall not be exempt from duty.", "fr",
     "Les camions importés par un plongeur sont exonérés des droits de douane.", "favour_barred"),
    ("en", "A lorry shall not be treated as household goods and shall not be exempt from duty.", "fr",
     "Les meubles importés par un plongeur sont exonérés des droits de douane.", ""),
    ("es", "Los camiones no se considerarán enseres y no estarán exentos de derechos de aduana.", "en",
     "Lorries brought in by a diver shall be exempt from customs duty.", "favour_barred"),
    ("en", "The Minister may, by order, remit the duty on ropes.", "en", "Ropes of the team enter free of duty.", "favour_by_order"),
    ("fr", "Le ministre peut, par arrêté, exonérer de taxe les cordages.", "fr", "Les cordages sont exonérés de taxe.", "favour_by_order"),
    ("es", "La exención de derechos se concede por resolución ministerial.", "es",
     "Las cuerdas ingresan libres de derechos arancelarios.", "favour_by_order"),
    ("pt", "O Ministro pode, por despacho, conceder isenção de direitos aduaneiros.", "pt",
     "Os cabos entram com isenção de direitos aduaneiros.", "favour_by_order"),
    # what the law excepts, whom it does not mean, what is left to the order, what an agreement may do
    ("en", "No exemption from the fee is given except to choirs and hospitals.", "en", "Visiting choirs pay no fee.", ""),
    ("en", "Divers shall not be exempt from duty.", "en", "Ropes of the choir enter free of duty.", ""),
    ("en", "The Minister may, by order, remit the duty on ropes.", "en",
     "Once the Minister has made an order, ropes enter free of duty.", ""),
    ("en", "No relief from tax is given otherwise than by law or by treaty.", "en", "Under this treaty the fees are free of tax.", ""),
    ("es", "Un convenio puede, mediante decreto, exonerar del impuesto.", "es", "Las cuerdas pagan el impuesto.", ""),
    ("fr", "Nul ne peut être dispensé de la taxe.", "fr", "Le présent accord ne dispense personne de la taxe.", ""),
    ("pt", "Ninguém está isento da taxa.", "pt", "O coro paga a taxa do cais.", ""),
    ("en", "No person shall be exempt from income tax.", "en", "The divers enter without a visa.", ""),
]  # fmt: skip


@each_row(("lang", "theirs", "ours_lang", "ours", "expected"), PAIRS)
def test_a_favour_that_the_law_bars_or_leaves_to_an_order(
    lang: str, theirs: str, ours_lang: str, ours: str, expected: str
) -> None:
    found = {one.name for one in favours(pair(read(ours, ours_lang), read(theirs, lang), "XX"))}
    assert found == ({expected} if expected else set())
