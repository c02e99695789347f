"""French words read a second time (record 98): rules of offices, guarantees, laws of conflict and numbers, each with sentences that
only look so. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.speaking import against
from ssc_drafter.check.document.stated import stated
from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.norms import read

# a rule of an office, a clause, whether the clause does what the rule denies
POSITIONS = [
    ("Nous ne fournissons pas d'avion.", "Chaque Partie fournit son avis dans un délai de trente jours.", False),
    ("Aucun paiement d'indemnité aux experts.", "Les indemnités des experts des deux pays sont fixées par la loi.", False),
    ("Les comptes ne sont pas ouverts à l'étranger.", "Le délai court à compter de la notification à l'étranger.", False),
    ("Nous n'importons pas de semences.", "Les Parties reconnaissent l'importance des semences paysannes.", False),
    ("Pas de suivi par un tiers.", "Les Parties arrêtent les dispositions suivantes avec les tiers.", False),
    ("Aucune avance n'est versée.", "Un rapport sur l'état d'avancement est remis chaque mois.", False),
    (
        "Nous ne résilions pas les contrats en cours.",
        "Les Parties renforcent la résilience climatique dans les contrats en cours.",
        False,
    ),
    ("Pas de repas gratuits.", "Les Parties coopèrent à la restauration gratuite des sols.", False),
    ("Nous ne fournissons pas de logement.", "La Partie d'accueil fournit l'hébergement des données du registre.", False),
    ("Nous ne fournissons pas de locaux.", "La Partie d'accueil fournit du personnel local.", False),
    ("Pas d'enseignants étrangers.", "L'enseignement de langues étrangères est encouragé.", False),
    ("Le projet n'a pas de directeur étranger.", "Les coûts directs du projet sont payés à l'étranger.", False),
    ("Aucune facture n'est acceptée après un an.", "La Partie d'accueil reçoit les experts et accepte leurs rapports.", False),
    ("Aucun groupe de plus de 25 stagiaires.", "La promotion du commerce est assurée par 40 stagiaires.", False),
    ("Aucune avance n'est versée.", "Une avance de trente pour cent est versée à la signature.", True),
    (
        "La propriété intellectuelle appartient conjointement aux Parties.",
        "La propriété intellectuelle issue du projet est la propriété exclusive de la Partie qui le finance.",
        True,
    ),
    ("Nous ne fournissons pas de bureaux.", "La Partie d'accueil fournit des bureaux au personnel du projet.", True),
    (
        "Nous ne versons pas d'indemnités aux experts.",
        "Les experts perçoivent des frais de séjour versés par la Partie d'accueil.",
        True,
    ),
    ("Pas de prélèvement d'eau.", "Le Projet peut prélever des eaux souterraines.", True),
]
# how a rule is read
SORTS = [
    ("Toute convention désigne un point de contact.", "demands"),
    ("Chaque protocole comporte une clause de confidentialité.", "demands"),
    ("Chaque accord prévoit le matériel nécessaire.", "demands"),
    ("Tout accord prévoit le passage en douane du matériel.", "demands"),
    ("Tout projet fait l'objet d'une évaluation.", "demands"),
    ("Aucune garantie sans limite de montant.", "denies"),
]
# text, class or set of words of function, whether it has one
MARKS = [
    ("Nul ne peut, sans motif légitime, refuser de répondre.", "no_reasons", False),
    ("Le contrat est résilié sans motif.", "no_reasons", True),
    ("Les motifs de récusation sont énumérés à l'article 12.", "reasons_told", False),
    ("La décision de retrait doit être motivée.", "reasons_told", True),
    ("La sanction est prononcée sans audition préalable de l'intéressé.", "not_heard", True),
    ("La sanction ne peut être prononcée que l'intéressé entendu ou dûment appelé.", "heard_first", True),
    ("Les observateurs ne participent pas au vote.", "no_vote", True),
    ("Les résultats appartiendront exclusivement à l'université.", "title_alone", True),
    ("L'exploitant n'est responsable que de sa faute lourde.", "liable_for_fault", True),
    ("Les Parties renforcent les capacités des communes.", "lex.person", False),
    ("La capacité des personnes est régie par leur loi nationale.", "lex.person", True),
    ("Le rapport est remis sous la forme d'un tableau.", "lex.form", False),
    ("Les experts sont soumis à l'approbation du comité.", "lex.ruled", False),
    ("Les biens restent régis par la loi de l'État d'envoi.", "lex.ruled", True),
    ("La décision du conseil n'est pas susceptible d'appel.", "ouster.closed", True),
    ("Le fournisseur peut introduire un recours contentieux.", "ouster.gone_to", True),
]
# text, class or act, whether it has one
CLASSES = [
    ("Les agents agissent à l'occasion de l'exercice de leurs fonctions.", "second_hand", False),
    ("Des mesures en faveur de la jeunesse sont prises.", "advantage", False),
    ("Le présent titre fixe son champ d'application.", "farmland", False),
    ("Le délai court à compter du jour de la notification.", "by_daylight", False),
    ("Une réforme agraire est engagée.", "used_before", False),
    ("Les véhicules réformés sont exclus.", "used_before", True),
    ("Le délai est prescrit à l'article 5.", "takes_orders", False),
    ("La demande est accompagnée d'un plan de situation.", "guarded", False),
    ("Le visiteur est accompagné d'un agent.", "guarded", True),
    ("Le comité se réunit au siège de l'Agence.", "outside_country", False),
    ("En cas de force majeure, le délai est suspendu.", "by_force", False),
    ("Le demandeur joint un extrait du casier judiciaire.", "parts_left_out", False),
    ("Le droit des marques est protégé par la loi.", "one_make", False),
    ("La capture d'espèces protégées est interdite.", "in_cash", False),
    ("Le paiement en espèces est interdit.", "in_cash", True),
    ("Les candidats remettent leurs offres sous pli cacheté.", "election", False),
    ("Des ateliers de formation sont organisés.", "building", False),
    ("La République de Côte d'Ivoire ratifie l'accord.", "coast", False),
    ("L'État garantit la liberté d'association.", "state_guarantee", False),
    ("Les Parties s'engagent à coopérer.", "employ", False),
    ("Les Parties s'engagent à embaucher des ressortissants.", "employ", True),
    ("Les frais liés au projet sont partagés.", "bind", False),
    ("Les Parties sont liées par le présent accord.", "bind", True),
    ("Il est entendu que les frais sont partagés.", "consult", False),
    ("L'entrée en vigueur est notifiée.", "enter", False),
    ("L'offre est rejetée par la commission.", "discharge", False),
    ("Le rejet d'eaux usées dans le fleuve est interdit.", "discharge", True),
]
# text, the number and the kinds of what it counts
COUNTED = [
    ("La Dalmira envoie douze coopérants.", 12, {"volunteer"}),
    ("La Dalmira emploie cinq employées.", 5, {"staff"}),
    ("Elle forme quinze élèves.", 15, {"student"}),
    ("Elle fournit six pirogues.", 6, {"vessel"}),
]
# folded words, table, entry, whether they say it
SAID = [
    ("les dispositions du present accord entre les parties", "tally", "given", False),
    ("le nombre de travailleurs etrangers ne depasse pas dix par etablissement", "tally", "each", True),
    ("dans l'ensemble du pays", "tally", "all_told", False),
    ("chaque partie designe des vehicules", "stated", "aside", False),
    ("le terme vehicule designe tout engin", "stated", "aside", True),
    ("il prend la propriete exclusive", "stated", "ruled_out", False),
    ("une personne de contact est nommee", "stated", "denying", False),
]


@each_row("rule, clause, bites", POSITIONS)
def test_a_clause_breaks_a_rule_by_what_its_words_mean(rule: str, clause: str, bites: bool) -> None:
    said = [against(one, read(rule, "fr"), read(clause, "fr")) for one in stated(read(rule, "fr"))]
    assert any(one is not None and one.says == "bites" for one in said) is bites


@each_row("rule, sort", SORTS)
def test_a_rule_is_read_by_its_words_and_not_by_how_they_begin(rule: str, sort: str) -> None:
    assert [one.sort for one in stated(read(rule, "fr"))] == [sort]


@each_row("text, name, has", MARKS)
def test_words_are_marked_where_they_are_meant(text: str, name: str, has: bool) -> None:
    assert any(name in one.classes or one.has(name) for one in read(text, "fr").sentences) is has


@each_row("text, name, has", CLASSES)
def test_classes_and_acts_are_told_where_they_are_meant(text: str, name: str, has: bool) -> None:
    assert any(name in one.classes or name in one.acts for one in read(text, "fr").sentences) is has


@each_row("text, number, kinds", COUNTED)
def test_who_and_what_is_counted_is_known(text: str, number: int, kinds: set[str]) -> None:
    (row,) = counts(read(text, "fr")).values()
    assert [(one.number.value, set(one.kinds)) for one in row] == [(number, kinds)]


@each_row("text, table, entry, has", SAID)
def test_folded_words_are_found_where_they_are_meant(text: str, table: str, entry: str, has: bool) -> None:
    assert (says(table, "fr", entry, text) is not None) is has
