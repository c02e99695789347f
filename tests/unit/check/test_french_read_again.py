"""French words read a second time (record 98), and what was added then read by another (record 107): rules of offices, guarantees,
laws of conflict, numbers, classes and what articles say of one another, each with sentences that only look so. All texts are
written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.called import named
from ssc_drafter.check.document.crossing import crossings
from ssc_drafter.check.document.effects import alone, closed, lifted, over_powers, suspended
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.speaking import against
from ssc_drafter.check.document.stated import stated
from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.norms import read
from tests.unit.check.test_document import draft
from tests.unit.check.test_lifetime import SEAT

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
    ("Aucune communication à la presse.", "La communication du texte est faite au Journal officiel.", False),
    ("Pas d'exonération du matériel.", "Le montant hors taxes du matériel est fixé à dix mille euros.", False),
    ("Les cessions de matériel ne sont pas admises.", "La Partie cesse de fournir le matériel.", False),
    ("Aucune publication des données.", "La divulgation des données au comité est permise.", False),
    ("Aucune avance n'est versée.", "Au vu du rapport du Comité, une avance de trente pour cent est versée.", True),
    ("Nous n'acceptons pas de serveurs à l'étranger.", "Les serveurs sont situés à l'étranger.", True),
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
    ("Les Parties renforcent la capacité des communes.", "lex.person", False),
    ("La demande est faite à la forme prescrite.", "lex.form", False),
    ("La demande précise les motifs du séjour.", "reasons_told", False),
    ("Le demandeur n'a pas à justifier d'un domicile.", "no_reasons", False),
    ("L'auteur et le coauteur de l'infraction sont punis.", "title_in_common", False),
    ("Les observateurs assistent au vote en qualité de témoins.", "voting", False),
    ("La loi protège l'accès au droit de vote des citoyens.", "voting", False),
    ("Chaque membre a une voix.", "voting", True),
    ("Le fournisseur peut fournir des explications sur son offre.", "heard_first", False),
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
    ("L'offre est rejetée dans un délai de dix jours.", "discharge", False),
    ("Le rejet de l'offre est notifié.", "discharge", False),
    ("Les effluents sont rejetés dans la mer.", "discharge", True),
    ("Les candidats ne sont pas admis à soumissionner deux fois.", "opened_in_private", False),
    ("La licence est conservée en permanence à bord.", "kept_for_ever", False),
    ("Les Parties ont la ferme volonté de coopérer.", "farmland", False),
    ("Les champs de coopération sont les suivants.", "farmland", False),
    ("Les champs cultivés sont protégés.", "farmland", True),
    ("Le logiciel est accompagné d'un guide.", "guarded", False),
    ("Les relations sont marquées par la confiance.", "with_label", False),
    ("Une zone riche en espèces est protégée.", "in_cash", False),
    ("Les époux sont liés par le mariage.", "bind", False),
    ("L'employeur se porte garant du respect des règles.", "state_guarantee", False),
]
# text, row of law/house/terms.toml, whether the text names it
NAMED = [
    ("L'expert quitte le pays d'accueil.", "invoice", False),
    ("Le paiement est fait contre quittance.", "invoice", True),
    ("Les Parties coopèrent dans le domaine de l'eau.", "expert", False),
    ("Les Parties fournissent une assistance technique.", "expert", False),
    ("Les coopérants et les assistants techniques sont logés.", "expert", True),
    ("Les experts travaillent avec leurs homologues.", "approve", False),
    ("Le plan est homologué par le Comité.", "approve", True),
    ("La somme est versée au compte du projet.", "account", True),
    ("Le délai court à compter de la notification.", "account", False),
    ("La Partie informe le comité au droit de la parcelle.", "benefit", False),
    ("Compte tenu de la distance, les délais sont doublés.", "impose", False),
    ("Chaque Partie est tenue de payer les salaires.", "impose", True),
    ("La coopération militaire est renforcée.", "troops", False),
    ("Les exploitations familiales sont soutenues.", "family", False),
    ("Les véhicules sont dispensés de droits.", "provide", False),
    ("Les Parties encouragent le recyclage des déchets.", "training", False),
    ("Les frais d'études du barrage sont partagés.", "tuition", False),
    ("La bonne foi est le gage de la coopération.", "guarantee", False),
    ("Aucun paiement n'est fait sans rapport d'activité.", "report", True),
    ("Les dépenses sans rapport avec le projet sont exclues.", "report", False),
    ("Le droit d'entrer et de séjourner est reconnu.", "right", True),
    ("Ils sont transférés vers l'autre État.", "third_country", False),
]
# what an article says of the first one, and what that does to it
CROSSED = [
    ("Les permis visés à l'article 1 sont réputés délivrés jusqu'au 31 décembre 2027.", {"lifted"}),
    ("La demande du permis visé à l'article 1 est réputée rejetée au bout de deux mois.", set()),
    ("Le silence de l'Office vaut rejet de la demande de permis visée à l'article 1.", set()),
    ("Le récépissé vaut permis aux fins de l'article 1.", {"lifted"}),
    ("Le permis visé à l'article 1 est suspendu en cas d'infraction.", set()),
    ("La suspension du permis visé à l'article 1 est levée par l'Office.", set()),
    ("La demande de permis visée à l'article 1 est remplie par le capitaine.", set()),
    ("La Société dépose un dossier à l'effet d'obtenir le permis visé à l'article 1.", set()),
    ("La Société constitue le dossier du permis visé à l'article 1.", set()),
    ("Le présent Accord constitue l'autorisation visée à l'article 1.", {"lifted"}),
    ("Le titulaire qui renonce au permis visé à l'article 1 en avise l'Office.", set()),
    ("Les Parties renoncent à toute autorisation pour les activités visées à l'article 1.", {"lifted"}),
    ("Le remplacement du permis visé à l'article 1 est demandé à l'Office.", set()),
    ("Les avantages visés à l'article 1 sont accordés sans autorisation.", {"lifted"}),
    ("Les activités visées à l'article 1 s'exercent à moins de six milles sans permis.", {"lifted"}),
    ("Les travaux visés à l'article 1 sont exécutés sans recours à la sous-traitance.", set()),
    ("La licence visée à l'article 1 ne peut faire l'objet d'une cession.", set()),
    ("Les décisions visées à l'article 1 ne peuvent faire l'objet d'aucun recours.", {"closed"}),
    ("L'obligation visée à l'article 1 s'impose à tous les navires.", set()),
    ("La liste définitive et les quotas visés à l'article 1 sont publiés chaque année.", set()),
    ("Les décisions des organes institués par la loi, visées à l'article 1, sont sans appel.", {"closed"}),
    ("Les fonctions visées à l'article 1 sont exercées exclusivement à des fins de recherche.", set()),
    ("Les matières dangereuses visées à l'article 1 sont réservées à l'usage exclusif de l'Institut.", set()),
    ("La Commission est seule compétente pour les matières visées à l'article 1.", {"alone"}),
    ("Le règlement des frais visés à l'article 1 est suspendu pendant deux ans.", set()),
    ("Le véhicule mis à la disposition de l'expert en vertu de l'article 1 est dispensé de visite.", set()),
]
# text, the number and the kinds of what it counts
COUNTED = [
    ("La Dalmira envoie douze coopérants.", 12, {"volunteer"}),
    ("La Dalmira emploie cinq employées.", 5, {"staff"}),
    ("Elle forme quinze élèves.", 15, {"student"}),
    ("Elle fournit six pirogues.", 6, {"vessel"}),
    ("Dix entreprises étrangères sont agréées.", 10, set()),
    ("Dans le cadre du projet, le nombre des navires ne peut excéder dix.", 10, {"vessel"}),
    ("Le nombre le plus élevé de navires ne peut excéder dix.", 10, {"vessel"}),
    ("Dix auditeurs de la Cour des comptes vérifient les états.", 10, set()),
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
    ("les termes de reference fixent le montant", "stated", "aside", False),
    ("la resiliation est signifiee par lettre", "stated", "aside", False),
    ("l'expression experts signifie les personnes envoyees", "stated", "aside", True),
    ("un compte d'affectation speciale", "stated", "receiver", False),
    ("un fait hors de notre controle", "stated", "abroad", False),
    ("elle n'exclut pas le versement d'une avance", "stated", "ruled_out", False),
    ("six experts qui relevent du ministere", "tally", "in_turn", False),
    ("dix experts font l'evaluation a mi-parcours", "tally", "in_turn", False),
    ("il vise a la formation de dix enseignants", "tally", "instead", False),
    ("six experts, au sein desquels elle choisit", "tally", "instead", False),
    ("sous l'autorite de la partie d'accueil", "tally", "given", False),
    ("dix employes de la societe", "tally", "given", False),
    ("pour les energies renouvelables, cinq experts", "tally", "besides", False),
    ("par vol special", "tally", "otherwise", False),
    ("l'autorite lance un appel d'offres", "crossing", "recourse", False),
    ("il peut avoir recours a des experts", "crossing", "recourse", False),
    ("il peut former un recours", "crossing", "recourse", True),
    ("le commerce des produits", "linked", "such_as", False),
    ("les navires tels que definis a l'article 2", "linked", "such_as", False),
    ("les objets tels que les manuscrits", "linked", "such_as", True),
    ("une education inclusive", "linked", "taking_in", False),
    ("chaque partie designe un seul navire", "linked", "alone", False),
    ("aux seuls navires de peche", "linked", "alone", True),
    ("les accords conclus dans les domaines de la defense", "linked", "done_in", False),
    ("dans les trente jours", "linked", "done_in", True),
    ("en tout etat de cause", "linked", "total", False),
    ("dans l'ensemble du territoire", "linked", "summed", False),
    ("les energies renouvelables", "linked", "renews", False),
    ("il est renouvelable par tacite reconduction", "linked", "renews", True),
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


@each_row("text, row, has", NAMED)
def test_a_row_of_terms_is_named_where_it_is_meant(text: str, row: str, has: bool) -> None:
    reading = read(text, "fr")
    rows = (one for number in range(len(reading.sentences)) for one in named(reading, number))
    assert any(name == row and not of_law for _, _, name, of_law in rows) is has


@each_row("words, does", CROSSED)
def test_what_an_article_does_to_another_one_that_it_cites(words: str, does: set[str]) -> None:
    one = crossings(draft(SEAT["fr"], words, lang="fr")).by["art_2__para_1"][0]
    found = {
        "lifted": lifted(one),
        "closed": closed(one),
        "alone": alone(one) and over_powers(one),
        "suspended": suspended(one),
    }
    assert {name for name, value in found.items() if value} == does
