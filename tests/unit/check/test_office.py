"""What a sentence of law is there for: titles, beginnings, the making of rules, oversight and definitions demand no step of an
agreement; a long provision that only comes by the way of a clause is not flagged."""

from __future__ import annotations

from exports import EXPORT, STEPS, found
from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import office
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


@each_row(
    ("lang", "law", "demands"),
    [
        ("en", "The Minister may, after consultation with the Board, make regulations on the export of soil samples.", False),
        ("en", "No person shall export soil samples without consultation with the Board.", True),
        ("fr", "Les modalités d'application relatives à l'exportation des échantillons de sol sont arrêtées après autorisation du Conseil.", False),
        ("fr", "L'exportation des échantillons de sol est soumise à l'autorisation du Conseil.", True),
        ("es", "El Ministro, previa autorización del Consejo, dictará las normas sobre la exportación de muestras de suelo.", False),
        ("es", "La exportación de muestras de suelo requiere la autorización del Consejo.", True),
        ("pt", "O Ministro, mediante autorização do Conselho, expedirá normas sobre a exportação de amostras de solo.", False),
        ("pt", "A exportação de amostras de solo depende de autorização do Conselho.", True),
    ],
)  # fmt: skip
def test_the_making_of_rules_waits_for_its_own_steps(lang: str, law: str, demands: bool) -> None:
    assert bool(found(lang, EXPORT[lang], law) & STEPS) is demands


@each_row(
    ("lang", "law", "demands"),
    [
        ("en", "The Board may, with the approval of the Minister, cancel an export of soil samples.", False),
        ("en", "The Board may, with the approval of the Minister, undertake an export of soil samples.", True),
        ("es", "El Consejo podrá, previa autorización del Ministro, suspender la exportación de muestras de suelo.", False),
        ("es", "El Consejo podrá, previa autorización del Ministro, realizar la exportación de muestras de suelo.", True),
        ("pt", "O Conselho poderá, mediante autorização do Ministro, suspender a exportação de amostras de solo.", False),
        ("fr", "Le Conseil peut, après autorisation du ministre, suspendre l'exportation des échantillons de sol.", False),
    ],
)
def test_what_an_authority_does_to_those_it_oversees_asks_no_step_of_them(lang: str, law: str, demands: bool) -> None:
    assert bool(found(lang, EXPORT[lang], law) & STEPS) is demands


@each_row(
    ("lang", "clause", "since", "later"),
    [
        ("en", "Foreign staff shall be hired on contracts of five years.",
         "Contracts of foreign staff shall be brought within sixty days after the commencement of this Act to a term of not more than two years.",
         "Contracts of foreign staff shall be for a term of not more than two years."),
        ("fr", "Le personnel étranger est engagé par contrat de cinq ans.",
         "À titre transitoire, les contrats du personnel étranger ne peuvent excéder deux ans.",
         "Les contrats du personnel étranger ne peuvent excéder deux ans."),
        ("es", "El personal extranjero será contratado por un plazo de cinco años.",
         "Los contratos de personal extranjero celebrados a la entrada en vigor de la presente ley no podrán exceder de dos años.",
         "Los contratos de personal extranjero no podrán exceder de dos años."),
        ("pt", "O pessoal estrangeiro será contratado pelo prazo de cinco anos.",
         "Os contratos de pessoal estrangeiro em curso na data de publicação desta Lei não poderão exceder dois anos.",
         "Os contratos de pessoal estrangeiro não poderão exceder dois anos."),
    ],
)  # fmt: skip
def test_what_a_law_orders_for_its_own_beginning_limits_no_later_agreement(
    lang: str, clause: str, since: str, later: str
) -> None:
    assert "number_passed" in found(lang, clause, later)
    assert "number_passed" not in found(lang, clause, since)


def test_a_heading_rules_nothing_and_the_same_words_as_a_rule_do() -> None:
    clause = "The mission shall be exempt from the taxes of the Republic."
    heading = read("8. Taxes on diplomatic missions.\nThe Registrar keeps the list of missions.", "en")
    assert "exempted" in office.silenced(heading.sentences[0], heading)
    assert "exempted" not in found("en", clause, heading.text)
    assert "exempted" in found("en", clause, "Taxes shall be levied on diplomatic missions.")


def test_a_definition_in_quotes_demands_no_step() -> None:
    law = read("“Export” means sending soil samples abroad, with the permit of the Board or without it.", "en")
    assert office.silenced(law.sentences[0], law) >= STEPS
    rule = read("No person shall use “export” on a label without the permit of the Board.", "en")
    assert not STEPS & office.silenced(rule.sentences[0], rule)


@each_row(
    ("lang", "clause", "fixes", "only_names"),
    [
        ("en", "Disputes shall be settled by arbitrators sitting in Geneva.", "Disputes shall be settled by the courts of the Republic.",
         "The tribunal shall keep a register of its members and fines those who neglect the court."),
        ("fr", "Les litiges sont tranchés par des arbitres siégeant à Genève.", "Les litiges relèvent de la compétence des tribunaux nationaux.",
         "Le tribunal tient un registre de ses membres et doit sanctionner les fournisseurs."),
        ("es", "Los litigios se resolverán por árbitros con sede en Ginebra.", "Los litigios son de competencia de los tribunales de la República.",
         "El Tribunal de Compras deberá sancionar a los proveedores que presenten información inexacta."),
        ("pt", "Os litígios serão resolvidos por árbitros com sede em Genebra.", "Os litígios são da competência dos tribunais da República.",
         "O tribunal deverá manter um registo dos seus membros e sancionar os fornecedores."),
    ],
)  # fmt: skip
def test_a_court_that_is_only_named_fixes_no_forum(lang: str, clause: str, fixes: str, only_names: str) -> None:
    assert "forum_elsewhere" in found(lang, clause, fixes)
    assert "forum_elsewhere" not in found(lang, clause, only_names)


def test_a_long_provision_by_the_way_is_not_flagged_and_a_short_one_is() -> None:
    clause, rule = (
        read("The guest institute may export seed of maize at once.", "en"),
        "Seed shall be exported with a licence of the Board.",
    )
    other = "The Fund shall keep its accounts in order and lay them open to the auditors each year. " * 20
    short, long = (judge(pair(clause, read(text, "en"), "XX")) for text in (rule, f"{other}{rule} {other}"))
    assert short.verdict in ("conflict", "step_needed")
    assert long.verdict in ("aligned", "unrelated") and long.leading is not None
