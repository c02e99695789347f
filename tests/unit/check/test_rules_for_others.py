"""Sentences of law that no clause of an agreement breaks by what it leaves unsaid: closings, evidence, the pay of members, what
somebody may ask for, immunities of officials, savings. Beside each stands the twin that does demand, forbid or levy."""

from __future__ import annotations

from exports import EXPORT, STEPS, found
from rowwise import each_row

from ssc_drafter.check.kinds import office
from ssc_drafter.check.norms import read

BANNED = {"forbidden_flatly", "forbidden_promised", "does_the_forbidden"}


def silenced(lang: str, law: str) -> frozenset[str]:
    reading = read(law, lang)
    return office.silenced(reading.sentences[0], reading)


@each_row(
    ("lang", "closes", "rules"),
    [
        ("en", "This Act may be cited as the Soil Export Act and a licence may be asked.", "No soil shall be exported without a licence."),
        ("fr", "La présente loi sera exécutée comme loi de l'État.", "Le sol n'est exporté qu'avec un permis."),
        ("es", "Dado en la Casa de Gobierno, a los once días del mes de abril del año dos mil dos.", "El suelo se exporta en once días."),
        ("pt", "Esta Lei entra em vigor na data de sua publicação e dos catorze dias do mês de agosto.", "O solo é exportado em catorze dias."),
    ],
)  # fmt: skip
def test_what_closes_a_law_rules_nothing(lang: str, closes: str, rules: str) -> None:
    assert {"number_differs", "step_silent", "exempted"} <= silenced(lang, closes)
    assert "number_differs" not in silenced(lang, rules)


def test_a_note_of_the_editors_rules_nothing_and_the_same_words_in_the_law_do() -> None:
    note = "(*) Mediante oficio se informa que la exportación requiere autorización."
    assert "step_silent" in silenced("es", note)
    assert "step_silent" not in silenced("es", note.removeprefix("(*) "))


@each_row(
    ("lang", "proves", "demands"),
    [
        ("en", "A statement on the export of soil samples, issued with the approval of the Board, shall be conclusive evidence of that fact.",
         "An export of soil samples shall be made with the approval of the Board."),
        ("fr", "Le procès-verbal d'exportation des échantillons de sol, établi après autorisation du Conseil, fait foi.",
         "L'exportation des échantillons de sol est faite après autorisation du Conseil."),
        ("es", "El acta de exportación de muestras de suelo, previa autorización del Consejo, hará plena fe.",
         "La exportación de muestras de suelo se hará previa autorización del Consejo."),
        ("pt", "O auto de exportação de amostras de solo, mediante autorização do Conselho, faz prova plena.",
         "A exportação de amostras de solo será feita mediante autorização do Conselho."),
    ],
)  # fmt: skip
def test_a_rule_of_evidence_makes_no_act_wait(lang: str, proves: str, demands: str) -> None:
    assert not found(lang, EXPORT[lang], proves) & STEPS
    assert found(lang, EXPORT[lang], demands) & STEPS


@each_row(
    ("lang", "inner", "outer"),
    [
        ("en", "Members of the Board shall be paid for exports of soil samples with the approval of the Minister.",
         "Exporters shall be paid for exports of soil samples with the approval of the Minister."),
        ("fr", "Les membres du conseil exportent des échantillons de sol avec l'autorisation du ministre.",
         "Les laboratoires exportent des échantillons de sol avec l'autorisation du ministre."),
        ("es", "Los miembros del directorio exportarán muestras de suelo previa autorización del Ministro.",
         "Los laboratorios exportarán muestras de suelo previa autorización del Ministro."),
        ("pt", "Os membros do conselho exportarão amostras de solo mediante autorização do Ministro.",
         "Os laboratórios exportarão amostras de solo mediante autorização do Ministro."),
    ],
)  # fmt: skip
def test_what_the_members_of_an_organ_do_is_its_own_affair(lang: str, inner: str, outer: str) -> None:
    assert not found(lang, EXPORT[lang], inner) & STEPS
    assert found(lang, EXPORT[lang], outer) & STEPS


@each_row(
    ("lang", "offers", "demands"),
    [
        ("en", "An exporter of soil samples may apply for the renewal of the licence.",
         "An exporter of soil samples shall apply for a licence."),
        ("en", "Samples of soil are exported by societies registered under this Act.",
         "Societies that export samples of soil shall be registered under this Act."),
        ("en", "Exports of soil samples pay such sums as may be determined by the Bank in consultation with the Minister.",
         "Exports of soil samples shall be made in consultation with the Minister."),
        ("es", "Quien exporta muestras de suelo tiene derecho a obtener una licencia.",
         "Quien exporta muestras de suelo deberá obtener una licencia."),
        ("pt", "Quem exporta amostras de solo tem direito a obter uma licença.",
         "Quem exporta amostras de solo deverá obter uma licença."),
        ("fr", "Quiconque exporte des échantillons de sol a le droit d'obtenir une licence.",
         "Quiconque exporte des échantillons de sol doit obtenir une licence."),
    ],
)  # fmt: skip
def test_what_one_may_ask_for_is_demanded_of_nobody(lang: str, offers: str, demands: str) -> None:
    assert not found(lang, EXPORT[lang], offers) & STEPS
    assert found(lang, EXPORT[lang], demands) & STEPS


@each_row(
    ("lang", "clause", "frees", "bans"),
    [
        ("en", "The Fund shall be sued for any loss that it causes.", "No suit shall lie against the Fund for any loss caused in good faith.",
         "No person shall cause any loss to the Fund."),
        ("fr", "Le Fonds répond de toute perte qu'il cause.", "Aucune poursuite ne peut être engagée pour une perte causée par des actes faits de bonne foi.",
         "Nul ne peut causer de perte au Fonds."),
        ("es", "El Fondo responde por toda pérdida que cause.", "Los directores no serán personalmente responsables por la pérdida que causen.",
         "Ninguna persona causará pérdida al Fondo."),
        ("pt", "O Fundo responde por toda a perda que cause.", "Os diretores não são pessoalmente responsáveis pela perda que causem.",
         "Nenhuma pessoa causará perda ao Fundo."),
    ],
)  # fmt: skip
def test_an_immunity_of_officials_forbids_no_act(lang: str, clause: str, frees: str, bans: str) -> None:
    assert silenced(lang, frees) >= BANNED
    assert not BANNED & silenced(lang, bans)
    assert not found(lang, clause, frees) & BANNED


def test_a_law_that_frees_from_a_charge_is_broken_by_a_clause_that_levies_it_alone() -> None:
    law = "The Authority shall not be liable to pay income tax on its profits."
    assert found("en", "The Authority shall pay income tax on its profits.", law) & BANNED
    assert not found("en", "The volunteers are exempt from income tax on their profits.", law) & BANNED


@each_row(
    ("lang", "clause", "leaves", "levies"),
    [
        ("en", "The office is exempt from import duties.", "This section shall not affect any exemption from import duties.",
         "Import duties shall be paid by every office."),
        ("fr", "Le bureau est exonéré des droits de douane.", "Le présent article n'affecte pas les exonérations de droits de douane.",
         "Les droits de douane sont dus par tout bureau."),
        ("es", "La oficina está exenta de los derechos de aduana.", "Este artículo no afectará las exenciones de derechos de aduana.",
         "Los derechos de aduana se pagan por toda oficina."),
        ("pt", "O escritório é isento de direitos aduaneiros.", "Este artigo não afeta as isenções de direitos aduaneiros.",
         "Os direitos aduaneiros são pagos por todo escritório."),
    ],
)  # fmt: skip
def test_a_law_that_leaves_favours_as_they_are_levies_nothing(lang: str, clause: str, leaves: str, levies: str) -> None:
    assert "exempted" not in found(lang, clause, leaves)
    assert "exempted" in found(lang, clause, levies)


@each_row(
    ("lang", "clause", "takes", "grants"),
    [
        ("en", "The mission shall enjoy the privileges of a diplomatic mission.",
         "The Minister may by order withdraw the privileges and immunities of a mission.",
         "The Minister may by order confer the privileges and immunities of a mission."),
        ("fr", "La mission jouit des privilèges et immunités d'une mission diplomatique.",
         "Le ministre peut, par arrêté, retirer les privilèges et immunités d'une mission.",
         "Le ministre peut, par arrêté, accorder les privilèges et immunités d'une mission."),
        ("es", "La misión gozará de los privilegios e inmunidades de una misión diplomática.",
         "El Ministro podrá, mediante decreto, suspender los privilegios e inmunidades de una misión.",
         "El Ministro podrá, mediante decreto, otorgar los privilegios e inmunidades de una misión."),
        ("pt", "A missão gozará dos privilégios e imunidades de uma missão diplomática.",
         "O Ministro poderá, por decreto, suspender os privilégios e imunidades de uma missão.",
         "O Ministro poderá, por decreto, conceder os privilégios e imunidades de uma missão."),
    ],
)  # fmt: skip
def test_an_order_that_takes_a_favour_back_is_none_that_grants_it(lang: str, clause: str, takes: str, grants: str) -> None:
    assert "favour_by_order" not in found(lang, clause, takes)
    assert "favour_by_order" in found(lang, clause, grants)


@each_row(
    ("lang", "means", "demands"),
    [
        ("en", "Export seed means soil seed exported with the permit of the Board.", "Soil seed shall be exported with the permit of the Board."),
        ("fr", "L'exportation désigne tout envoi de sol soumis à l'autorisation du Conseil.", "Tout envoi de sol est soumis à l'autorisation du Conseil."),
        ("es", "Exportación significa todo envío de suelo previa autorización del Consejo.", "Todo envío de suelo requiere autorización del Consejo."),
        ("pt", "Exportação significa todo envio de solo mediante autorização do Conselho.", "Todo envio de solo depende de autorização do Conselho."),
    ],
)  # fmt: skip
def test_a_bare_definition_demands_no_step(lang: str, means: str, demands: str) -> None:
    assert silenced(lang, means) >= STEPS
    assert not silenced(lang, demands) & STEPS


def test_a_heading_on_the_line_of_its_rule_forbids_nothing() -> None:
    heading = "38. Prohibition of acceptance of gifts. Whoever has been convicted shall not accept gifts for three years."
    assert "forbidden_flatly" in silenced("en", heading)
    assert "forbidden_flatly" not in silenced("en", "38. Ministers shall not accept gifts. Whoever does so is removed.")


def test_how_a_court_is_made_up_sends_no_dispute_there() -> None:
    clause = "Disputes shall be settled by the courts of Port Lumen."
    assert "forum_elsewhere" not in found(
        "en", clause, "The members of the courts of the Republic shall be appointed by the President."
    )
    assert "forum_elsewhere" in found("en", clause, "Disputes shall be settled by the courts of the Republic.")


@each_row(
    ("lang", "clause", "asks", "revokes"),
    [
        ("en", "Samples shall not be passed on without the consent of the farmers.", "Farmers have a right of consent to the passing on of samples.", "Samples are passed on and farmers have no right of consent."),
        ("es", "Las muestras no podrán ser transferidas sin el consentimiento de los agricultores.", "Los agricultores tienen derecho al consentimiento sobre la transferencia de muestras.", "Las muestras se transfieren y los agricultores no tienen derecho al consentimiento."),
    ],
)  # fmt: skip
def test_who_asks_for_consent_revokes_no_right_to_it(lang: str, clause: str, asks: str, revokes: str) -> None:
    assert "right_revoked" not in found(lang, clause, asks)
    assert "right_revoked" in found(lang, revokes, asks)


def test_duties_of_office_are_no_customs_duties() -> None:
    clause = "The Government shall exempt the equipment from all duties and charges."
    assert "exempted" not in found(
        "en", clause, "The Commission has such functions, duties and powers as the law gives it; it shall perform them."
    )
    assert "exempted" in found("en", clause, "Duties shall be paid on all imported equipment.")


@each_row(
    ("lang", "aside", "demands"),
    [
        ("en", "Soil samples shall be exported by ship, without prejudice to an approval of the Board.", "Soil samples shall be exported with an approval of the Board."),
        ("fr", "Les échantillons de sol sont exportés par navire, sans préjudice de l'autorisation du Conseil.", "Les échantillons de sol sont exportés après autorisation du Conseil."),
        ("es", "Las muestras de suelo se exportarán por barco, sin perjuicio que el Consejo exija autorización.", "Las muestras de suelo se exportarán previa autorización del Consejo."),
        ("pt", "As amostras de solo serão exportadas por navio, sem prejuízo da autorização do Conselho.", "As amostras de solo serão exportadas mediante autorização do Conselho."),
    ],
)  # fmt: skip
def test_what_a_rule_leaves_as_it_is_it_does_not_demand(lang: str, aside: str, demands: str) -> None:
    assert not found(lang, EXPORT[lang], aside) & STEPS
    assert found(lang, EXPORT[lang], demands) & STEPS


@each_row(
    ("lang", "clause", "refuses", "grants"),
    [
        ("en", "Ships of the Party shall have preference in the port.", "In no case shall preference in a port be granted to ships by order.", "Preference in a port is granted to ships by order."),
        ("fr", "Les navires de la Partie ont la préférence au port.", "En aucun cas la préférence au port ne peut être accordée aux navires par décret.", "La préférence au port est accordée aux navires par décret."),
        ("es", "Los buques de la Parte tendrán preferencia en el puerto.", "En ningún caso podrá concederse preferencia en un puerto a buques por decreto.", "La preferencia en un puerto se concede a buques por decreto."),
        ("pt", "Os navios da Parte terão preferência no porto.", "Em nenhum caso será concedida preferência em um porto a navios por decreto.", "A preferência em um porto é concedida a navios por decreto."),
    ],
)  # fmt: skip
def test_an_act_by_which_nothing_may_be_granted_is_no_power_to_grant_it(
    lang: str, clause: str, refuses: str, grants: str
) -> None:
    assert "power_silent" not in found(lang, clause, refuses)
    assert "power_silent" in found(lang, clause, grants)


@each_row(
    ("lang", "rules_out", "waits", "law"),
    [
        ("en", "Soil samples are exported, no decision by any authority being required.", "Soil samples are exported once the authority has taken its decision.", "Soil samples shall not be exported without a permit."),
        ("fr", "Les échantillons de sol sont exportés sans intervention de l'administration.", "Les échantillons de sol sont exportés après intervention de l'administration.", "Les échantillons de sol ne peuvent être exportés sans permis."),
        ("es", "Las muestras de suelo se exportan sin intervención de autoridad alguna.", "Las muestras de suelo se exportan con intervención de la autoridad.", "Las muestras de suelo no se exportarán sin permiso."),
        ("pt", "As amostras de solo são exportadas sem intervenção de qualquer autoridade.", "As amostras de solo são exportadas com intervenção da autoridade.", "As amostras de solo não serão exportadas sem licença."),
    ],
)  # fmt: skip
def test_who_asks_no_authority_rules_every_step_out(lang: str, rules_out: str, waits: str, law: str) -> None:
    assert "step_excluded" in found(lang, rules_out, law)
    assert "step_excluded" not in found(lang, waits, law)


def test_the_other_half_of_a_pair_revokes_no_right() -> None:
    law = "Inventors have the right to patented technology in the Republic."
    assert "right_revoked" not in found("en", "The Parties exchange patented and not patented rights in technology.", law)
