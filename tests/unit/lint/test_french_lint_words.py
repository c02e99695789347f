"""French words of lint read a second time (record 98): what agreements say in other words than the first list had."""

from __future__ import annotations

from examples import read
from rowwise import each_row

from ssc_drafter.lint import lint

AGREEMENT = "Accord de coopération technique entre le Gouvernement d’Orvane et le Gouvernement de Dalmira"
MEMORANDUM = "Mémorandum d’entente entre le Ministère de l’eau d’Orvane et le Ministère de l’eau de Dalmira"
BODY = (
    "{title}\n\nLe Gouvernement d’Orvane et le Gouvernement de Dalmira (ci-après dénommés les « Parties »),\n"
    "Sont convenus de ce qui suit :\n\nArticle 1\nLes Parties coopèrent dans le domaine de l’eau.\n\n"
    "Article 2\nElles échangent des experts.\n\nArticle 3\n{article}\n\nArticle 4\nElles s’informent des progrès.\n\n"
    "Article 5\n{end}"
)
FORCE = "Le présent Accord entre en vigueur à la date de la dernière notification de l’accomplissement des formalités constitutionnelles."
NO_FORCE = "Le présent Mémorandum ne crée aucun droit ni obligation juridique."

# rule, whether the text is an agreement in force, an article, whether the rule finds something
ROWS = [
    ("no_termination", True, "Chaque Partie peut mettre un terme au présent Accord par notification écrite.", False),
    ("no_termination", True, "La résiliation de l’Accord intervient six mois après sa notification.", False),
    ("no_termination", True, "Les Parties se réunissent.", True),
    ("no_disputes", True, "Tout désaccord sur l’interprétation du présent Accord est réglé à l’amiable.", False),
    ("body_not_created", True, "La Commission conjointe se prononce sur le programme.", True),
    (
        "body_not_created",
        True,
        "Il est créé une Commission conjointe. La Commission conjointe se prononce sur le programme.",
        False,
    ),
    ("treaty_duty_in_non_binding", False, "Les Participants devront fournir un rapport annuel.", True),
    ("treaty_duty_in_non_binding", False, "Les Participants ne doivent pas être tenus responsables.", False),
    ("immunity_in_non_binding", False, "Les experts jouiront des privilèges et immunités.", True),
    ("money_open_ended", True, "La Partie d’accueil prend en charge l’intégralité des coûts.", True),
    (
        "money_open_ended",
        True,
        "La Partie d’accueil prend à sa charge tous les frais, dans les limites de sa loi de finances.",
        False,
    ),
    ("notice_unsaid", True, "Chaque Partie peut résilier le présent Accord.", True),
    ("no_duration", True, "Une liste des projets est établie pour chaque région.", True),
    ("no_duration", True, "La présente Convention est conclue pour cinq ans.", False),
    ("genetic_without_consent", True, "Les Parties distribuent des semences améliorées aux paysans.", False),
    (
        "which_notification",
        True,
        "Le présent Accord entre en vigueur à la date à laquelle les Parties se seront notifié l’accomplissement des formalités ; "
        "toute modification ultérieure est écrite.",
        True,
    ),
    ("body_amends", True, "La Commission pourra modifier le présent Accord.", True),
    (
        "project_outlasts",
        True,
        "Le projet s’étend sur six ans. La présente Convention est conclue pour une durée de trois ans.",
        True,
    ),
]


@each_row("rule, binds, article, finds", ROWS)
def test_french_words_of_a_rule_are_those_of_agreements(rule: str, binds: bool, article: str, finds: bool) -> None:
    title, end = (AGREEMENT, FORCE) if binds else (MEMORANDUM, NO_FORCE)
    assert bool(lint(read(BODY.format(title=title, article=article, end=end), "fr"), only=(rule,)).findings) is finds
