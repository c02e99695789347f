"""What a State's own law asks for between signature and force, said in six ways: a clause that begins to bind on signature.

Every law here is invented. Each is held against a draft in each of the four languages.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.test_document import draft, kinds
from tests.unit.check.test_higher_law import text
from tests.unit.check.test_treaty_steps import AFTER_NOTICE, ON_SIGNATURE, TITLE

# ratification, entry in a register, publication, approval, approval "only after", "subject to ratification"
LAW = [
    ("en", "Treaties require ratification by the President with the advice of the Council before they enter into force."),
    (
        "en",
        "An international agreement shall enter into force for the Republic only after it has been entered in the Register of Treaties kept by the Ministry.",
    ),
    ("en", "No treaty shall have effect in the Republic before it has been published in the Official Gazette."),
    (
        "en",
        "A treaty concluded by the Government shall be submitted to the Legislative Council for approval and shall not come into operation before such approval is given.",
    ),
    ("en", "Every agreement with a foreign State is binding only after the Cabinet has approved it."),
    ("en", "An international agreement signed on behalf of the Republic shall be subject to ratification."),
    ("fr", "Les traités sont ratifiés par le Président, le Conseil entendu, avant leur entrée en vigueur."),
    (
        "fr",
        "Un accord international n'entre en vigueur pour la République qu'après son inscription au registre des traités tenu par le ministère.",
    ),
    ("fr", "Aucun traité ne produit d'effet dans la République avant sa publication au Journal officiel."),
    (
        "fr",
        "Le traité conclu par le Gouvernement est soumis à l'approbation du Conseil législatif et ne prend effet qu'après celle-ci.",
    ),
    ("fr", "Tout accord avec un État étranger n'est obligatoire qu'après son approbation par le Conseil des ministres."),
    ("fr", "L'accord international signé au nom de la République est soumis à ratification."),
    ("es", "Los tratados requieren la ratificación del Presidente, oído el Consejo, antes de su entrada en vigor."),
    (
        "es",
        "Un acuerdo internacional solo entrará en vigor para la República después de su inscripción en el Registro de Tratados que lleva el Ministerio.",
    ),
    ("es", "Ningún tratado surtirá efecto en la República antes de su publicación en el Diario Oficial."),
    (
        "es",
        "El tratado celebrado por el Gobierno se someterá a la aprobación del Consejo Legislativo y no surtirá efecto antes de dicha aprobación.",
    ),
    (
        "es",
        "Todo acuerdo con un Estado extranjero solo es obligatorio después de que el Consejo de Ministros lo haya aprobado.",
    ),
    ("es", "El acuerdo internacional firmado en nombre de la República estará sujeto a ratificación."),
    ("pt", "Os tratados carecem de ratificação do Presidente, ouvido o Conselho, antes da sua entrada em vigor."),
    (
        "pt",
        "Um acordo internacional só entra em vigor para a República depois de inscrito no Registo de Tratados mantido pelo Ministério.",
    ),
    ("pt", "Nenhum tratado produz efeitos na República antes da sua publicação no Jornal Oficial."),
    (
        "pt",
        "O tratado celebrado pelo Governo é submetido à aprovação do Conselho Legislativo e não produz efeitos antes dessa aprovação.",
    ),
    ("pt", "Todo o acordo com um Estado estrangeiro só é obrigatório depois de aprovado pelo Conselho de Ministros."),
    ("pt", "O acordo internacional assinado em nome da República está sujeito a ratificação."),
]


@each_row("lang", ["en", "fr", "es", "pt"])
@each_row(("lang_of_law", "words"), LAW)
def test_force_on_signature_leaves_out_what_the_law_asks_for(lang: str, lang_of_law: str, words: str) -> None:
    law = text(lang_of_law, words, "Treaties Act", "act")
    found = check(draft(ON_SIGNATURE[lang][0], lang=lang, title=TITLE[lang]), [law])
    assert ("1", "procedure") in kinds(found)
    assert found.steps
    assert not check(draft(AFTER_NOTICE[lang], lang=lang, title=TITLE[lang]), [law]).findings
