"""French as laws and agreements write it, after the second reading of the French words of law/ (record 91): sentences to the
norms and marks that they have, and those that only look so. All texts are written for this file unless a source is named."""

from __future__ import annotations

import pytest

from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.norms import read
from ssc_drafter.check.structure import norms_of

NORMS = [
    # sentence, modality, the words that set it
    # irregular finite verbs
    ("L'Agence gère le registre national des opérateurs.", "duty", "gère"),
    ("Le règlement régit les échanges de données entre les administrations.", "duty", "régit"),
    ("La présente loi confère à l'Autorité un pouvoir de sanction.", "duty", "confère"),
    ("L'autorité nationale entretient des relations de coopération avec ses homologues.", "duty", "entretient"),
    ("L'organe délègue une partie de ses tâches au secrétariat.", "duty", "délègue"),
    ("Les membres siègent deux fois par an.", "duty", "siègent"),
    ("Le Conseil constitutionnel connaît des recours contre les élections.", "power", "connaît des"),
    ("Est fixée par voie réglementaire la valeur des sûretés.", "duty", "Est"),
    ("Il est dressé contradictoirement procès-verbal des visites.", "duty", "est"),
    ("Elle est fixée dans le cahier des charges.", "duty", "est"),
    # who names somebody, and what a term means
    ("Le ministre désigne un point focal.", "duty", "désigne"),
    ("« Ministre » désigne le ministre chargé des finances.", "definition", "désigne"),
    ("Le terme Ministre désigne le ministre chargé des finances.", "definition", "désigne"),
    # duties, bans, powers and exemptions that every drafter writes
    ("Les membres sont tenus au secret professionnel.", "duty", "sont tenus au"),
    ("Les agents sont astreints au secret professionnel.", "duty", "sont astreints au"),
    ("Les frais sont à la charge du demandeur.", "duty", "sont à la charge du"),
    ("Le demandeur n'a pas le droit de céder sa licence.", "prohibition", "n'a pas le droit de"),
    ("Il est fait défense aux agents de révéler ces faits.", "prohibition", "Il est fait défense aux"),
    ("L'action en nullité est de la compétence du tribunal.", "power", "est de la compétence du"),
    ("Le personnel d'envoi jouira de la liberté de mouvement.", "right", "jouira de"),
    ("Le personnel d'envoi sera exempté des droits de douane.", "exemption", "sera exempté des"),
    ("Le présent article ne s'applique pas lorsque le demandeur est un État.", "exemption", "ne s'applique pas"),
    ("A peine de nullité, le contrat doit être rédigé par écrit.", "condition_of_validity", "doit"),
    ("Le présent accord prime sur les accords antérieurs.", "precedence", "prime sur"),
    # what is none of these
    ("La prime est versée au plus tard le 31 décembre.", "duty", "est versée"),
    ("Le recours n'a pas d'effet suspensif.", "constitutive", "n'a pas d'effet suspensif"),
]
STRETCHES = [
    # sentence, part of the norm, its words
    ("A défaut d'accord, le différend est soumis à la commission.", "conditions", "A défaut d'accord"),
    ("Lors de la signature, les Parties échangent leurs pouvoirs.", "conditions", "Lors de la signature"),
    ("Nul ne peut être privé de ses biens, si ce n'est par décret.", "exceptions", "si ce n'est par décret"),
    ("Le montant hors taxes ne peut dépasser dix millions de francs.", "exceptions", ""),
]
MARKS = [
    # text, set of words of function, whether it has one
    ("Le recours à l'emprunt est limité.", "plea", False),
    ("Un recours est ouvert devant le tribunal.", "plea", True),
    ("L'appel d'offres est publié par le ministre.", "plea", False),
    ("Le pourvoi est porté devant la Cour suprême.", "plea", True),
    ("Les litiges relèvent de la compétence exclusive de la Cour suprême.", "heard_by", True),
    ("Le rapport définitif est remis par un seul expert.", "last_word", False),
    ("Sa décision est définitive.", "last_word", True),
    ("Les primes sont versées chaque mois.", "precedence", False),
    ("Le soumissionnaire retenu signe le marché.", "waived", False),
    ("Les Parties se consultent par voie de négociation.", "power", False),
    ("Les données à caractère personnel sont protégées.", "members.of", False),
    ("Les biens de l'Etat d'envoi sont exempts de droits.", "of_another", True),
]
CLASSES = [
    ("Le prêt porte un taux d'intérêt de deux pour cent.", "monetary_policy", False),
    ("Le taux directeur est fixé par la banque centrale.", "monetary_policy", True),
    ("L'avis est mis en ligne.", "through_portal", False),
    ("Les offres sont déposées en ligne.", "through_portal", True),
]

SAID = [
    # words of an article as they are compared, the table and its entry, whether it says it
    ("le memorandum n'a aucune valeur contraignante et ne cree aucun droit", "binding", "not_binding", True),
    ("les parties executent le programme et respecteront les lois en vigueur", "deference", "bows", True),
    ("le present accord n'entrera en vigueur qu'apres son approbation", "treaty", "not_before", True),
    ("la presente convention est conclue pour une duree de cinq ans et sera reconduite", "treaty", "life", True),
    ("l'accord stipule le montant de la contribution", "omission", "contains", True),
    ("le present decret entre en vigueur a la date de sa signature", "structure", "openings", True),
]


@pytest.mark.parametrize(("text", "table", "entry", "has"), SAID)
def test_french_words_on_whole_drafts_are_found(text: str, table: str, entry: str, has: bool) -> None:
    assert (says(table, "fr", entry, text) is not None) is has


@pytest.mark.parametrize(("text", "modality", "words"), NORMS)
def test_a_french_sentence_of_law_has_the_norm_that_a_reader_sees(text: str, modality: str, words: str) -> None:
    (norm,) = norms_of(text, "fr")
    assert (norm.modality, norm.modal.text) == (modality, words)


@pytest.mark.parametrize(("text", "part", "words"), STRETCHES)
def test_what_a_french_norm_hangs_on_is_a_part_of_its_own(text: str, part: str, words: str) -> None:
    (norm,) = norms_of(text, "fr")
    assert [one.text for one in getattr(norm, part)] == ([words] if words else [])


@pytest.mark.parametrize(("text", "name", "has"), MARKS)
def test_french_words_of_function_are_marked_where_they_are_meant(text: str, name: str, has: bool) -> None:
    assert any(one.has(name) for one in read(text, "fr").sentences) is has


@pytest.mark.parametrize(("text", "name", "has"), CLASSES)
def test_french_words_of_a_class_are_marked_where_they_are_meant(text: str, name: str, has: bool) -> None:
    assert any(name in one.classes for one in read(text, "fr").sentences) is has


def test_a_sentence_that_a_page_cuts_off_behind_its_verb_is_read() -> None:
    assert [one.modality for one in norms_of("Le tribunal statue sur l'obligation dont il est", "fr")] == ["duty"]
