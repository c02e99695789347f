"""Wordings of a step that an act waits for: twenty-five in each language, and others in sentences of their own."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.norms import read

WITHOUT = {
    "en": "No work shall begin without {}.",
    "fr": "Aucun travail ne peut commencer sans {}.",
    "es": "Ninguna obra podrá comenzar sin {}.",
    "pt": "Nenhuma obra poderá começar sem {}.",
}
ONLY_WITH = {
    "en": "Work may begin only with {}.",
    "fr": "Les travaux ne commencent qu'avec {}.",
    "es": "Las obras solo comenzarán con {}.",
    "pt": "As obras só começam com {}.",
}
ROWS = [
    # kind of step, and its wording in English, French, Spanish and Portuguese
    (
        "permit",
        "the consent of the Council",
        "le consentement du Conseil",
        "el consentimiento del Consejo",
        "o consentimento do Conselho",
    ),
    ("permit", "the concurrence of the Council", "l'accord du Conseil", "el acuerdo del Consejo", "o acordo do Conselho"),
    (
        "permit",
        "the assent of the Council",
        "l'assentiment du Conseil",
        "el asentimiento del Consejo",
        "o assentimento do Conselho",
    ),
    (
        "permit",
        "the approval of the Council",
        "l'approbation du Conseil",
        "la aprobación del Consejo",
        "a aprovação do Conselho",
    ),
    (
        "permit",
        "the authorisation of the Council",
        "l'autorisation du Conseil",
        "la autorización del Consejo",
        "a autorização do Conselho",
    ),
    ("permit", "the leave of the Council", "l'agrément du Conseil", "la anuencia del Consejo", "a anuência do Conselho"),
    (
        "permit",
        "the permission of the Council",
        "la permission du Conseil",
        "el permiso del Consejo",
        "a permissão do Conselho",
    ),
    (
        "permit",
        "the agreement of the Council",
        "l'accord préalable du Conseil",
        "la conformidad del Consejo",
        "a concordância do Conselho",
    ),
    ("permit", "the clearance of the Council", "le visa du Conseil", "el visto bueno del Consejo", "o visto do Conselho"),
    (
        "permit",
        "the no objection of the Council",
        "la non-objection du Conseil",
        "la no objeción del Consejo",
        "a não objeção do Conselho",
    ),
    ("permit", "the endorsement of the Council", "l'aval du Conseil", "el aval del Consejo", "o aval do Conselho"),
    (
        "permit",
        "the sanction of the Council",
        "l'homologation du Conseil",
        "la homologación del Consejo",
        "a homologação do Conselho",
    ),
    (
        "consult",
        "the prior advice of the Council",
        "l'avis préalable du Conseil",
        "el dictamen previo del Consejo",
        "o parecer prévio do Conselho",
    ),
    (
        "consult",
        "the opinion of the Council",
        "l'avis favorable du Conseil",
        "la opinión favorable del Consejo",
        "o parecer favorável do Conselho",
    ),
    ("permit", "a licence from the Council", "une licence du Conseil", "una licencia del Consejo", "uma licença do Conselho"),
    ("permit", "a permit from the Council", "un permis du Conseil", "una habilitación del Consejo", "um alvará do Conselho"),
    (
        "certify",
        "a certificate of the Council",
        "une attestation du Conseil",
        "un certificado del Consejo",
        "um certificado do Conselho",
    ),
    (
        "consult",
        "a favourable report of the Council",
        "un rapport favorable du Conseil",
        "un informe favorable del Consejo",
        "um relatório favorável do Conselho",
    ),
    (
        "consult",
        "consultation of the Council",
        "la consultation du Conseil",
        "la consulta al Consejo",
        "a consulta ao Conselho",
    ),
    ("notice", "prior notice to the Council", "préavis au Conseil", "previo aviso al Consejo", "aviso prévio ao Conselho"),
    (
        "notice",
        "a declaration to the Council",
        "une déclaration au Conseil",
        "una declaración ante el Consejo",
        "uma declaração ao Conselho",
    ),
    ("tender", "a public tender", "un appel d'offres", "una licitación pública", "um concurso público"),
    (
        "assess",
        "an impact assessment",
        "une étude d'impact",
        "un estudio de impacto ambiental",
        "um estudo de impacto ambiental",
    ),
    ("ratify", "a vote of the Council", "un vote du Conseil", "el voto del Consejo", "o voto do Conselho"),
    ("court", "an order of the court", "une ordonnance du tribunal", "una orden del tribunal", "uma ordem do tribunal"),
]
CASES = [
    (lang, kind, words) for kind, *wordings in ROWS for lang, words in zip(("en", "fr", "es", "pt"), wordings, strict=True)
]


@each_row(("lang", "kind", "words"), CASES)
def test_a_wording_of_a_step_is_demanded(lang: str, kind: str, words: str) -> None:
    for frame in (WITHOUT, ONLY_WITH):
        found = read(frame[lang].format(words), lang).sentences[0].demands
        assert any(kind in one.kinds for one in found), frame[lang]


SENTENCES = [
    ("en", "No seed shall be moved save with the concurrence of the Board."),
    ("en", "Seed may be moved with the prior concurrence of the Board only."),
    ("fr", "Nul ne peut déplacer de semences, sauf avis conforme du Conseil."),
    ("fr", "Les semences sont déplacées moyennant l'accord préalable du Conseil."),
    ("es", "Las semillas se trasladarán previa anuencia del Consejo."),
    ("es", "Las semillas se trasladarán mediante previa anuencia del Consejo."),
    ("es", "Nadie trasladará semillas, salvo dictamen favorable del Consejo."),
    ("pt", "As sementes serão deslocadas mediante prévia anuência do Conselho."),
    ("pt", "As sementes serão deslocadas precedendo parecer do Conselho."),
    ("pt", "Ninguém deslocará sementes, salvo parecer favorável do Conselho."),
]


@each_row(("lang", "text"), SENTENCES)
def test_a_step_is_demanded_in_other_sentences(lang: str, text: str) -> None:
    assert read(text, lang).sentences[0].demands


NAMED = [
    ("en", "The Agreement of 5 May 2010 governs the supply of seed."),
    ("fr", "L'Accord du 5 mai 2010 régit la fourniture de semences."),
    ("fr", "L'accord de coopération est publié."),
    ("es", "El Acuerdo de cooperación rige el suministro de semillas."),
    ("pt", "O Acordo de cooperação rege o fornecimento de sementes."),
]


@each_row(("lang", "text"), NAMED)
def test_an_agreement_that_is_only_named_is_no_consent(lang: str, text: str) -> None:
    assert not [one for one in read(text, lang).sentences[0].demands if "permit" in one.kinds]
