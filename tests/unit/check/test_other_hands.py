"""The deed of a law's organ in other hands, whatever the verb: a joint, private or new body in its place; or the organ's own still."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds.hands import hands
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

EN = "The Lighthouse Council prepares and organises the yearly count of seabirds on the outer islands."
FR = "Le Conseil des phares est chargé de préparer et d'organiser le comptage annuel des oiseaux marins des îles."
ES = "El Consejo de Faros está encargado de preparar y organizar el conteo anual de aves marinas de las islas."
PT = "O Conselho dos Faróis está encarregado de preparar e organizar a contagem anual das aves marinhas das ilhas."

# language, the law, the clause, what is said
OTHER = [
    ("en", EN, "The Joint Mission prepares the yearly count of seabirds on the outer islands.", "organ_other"),
    ("en", EN, "A Seabird Bureau in the harbour organises the yearly count of seabirds on the islands.", "second_body"),
    ("en", EN, "There shall be a Seabird House, which organises the yearly count of seabirds on the islands.", "second_body"),
    ("fr", FR, "Une Mission conjointe organise le comptage annuel des oiseaux marins des îles.", "second_body"),
    ("fr", FR, "La société Aile prépare le comptage annuel des oiseaux marins des îles.", "organ_other"),
    ("es", ES, "La empresa Ala prepara el conteo anual de aves marinas de las islas.", "organ_other"),
    ("es", ES, "Se crea un Centro de Aves que organiza el conteo anual de aves marinas de las islas.", "second_body"),
    ("pt", PT, "A Comissão Mista prepara a contagem anual das aves marinhas das ilhas.", "organ_other"),
    ("pt", PT, "Um Centro das Aves organiza a contagem anual das aves marinhas das ilhas.", "second_body"),
]
QUIET = [
    (
        "en",
        "The yearly count of seabirds kept by the Ministry, its services and its lighthouse councils shall be protected.",
        "The Joint Mission keeps the yearly count of seabirds.",
    ),
    (
        "fr",
        "Le comptage annuel des oiseaux marins tenu par le Ministère, ses services et ses conseils des phares est protégé.",
        "La Mission conjointe tient le comptage annuel des oiseaux marins.",
    ),
    (
        "es",
        "El conteo anual de aves marinas llevado por el Ministerio, sus servicios y su Consejo de Faros será protegido.",
        "La Misión conjunta lleva el conteo anual de aves marinas.",
    ),
    (
        "pt",
        "A contagem anual das aves marinhas feita pelo Ministério, pelos seus serviços e pelo seu Conselho dos Faróis será protegida.",
        "A Missão Conjunta faz a contagem anual das aves marinhas.",
    ),
    ("en", EN, "The Lighthouse Council prepares the yearly count of seabirds on the outer islands with the Joint Mission."),
    ("en", EN, "The Joint Mission prepares the yearly count of seabirds for the Lighthouse Council."),
    ("en", EN, "The Joint Mission mends the boats of the outer islands."),
    ("en", "The Council may not hold the yearly count of seabirds.", "The Joint Mission holds the yearly count of seabirds."),
    (
        "en",
        "The yearly count of seabirds shall be held by the Lighthouse Council or by a joint mission.",
        "The Joint Mission holds the yearly count of seabirds.",
    ),
    ("fr", FR, "Le Conseil des phares organise avec la Mission conjointe le comptage annuel des oiseaux marins des îles."),
    ("fr", FR, "La Mission conjointe répare les barques des îles."),
    ("es", ES, "El Consejo de Faros prepara con la empresa el conteo anual de aves marinas de las islas."),
    ("es", ES, "La empresa Ala repara las barcas de las islas."),
    ("pt", PT, "O Conselho dos Faróis prepara com a Comissão Mista a contagem anual das aves marinhas das ilhas."),
    ("pt", PT, "A Comissão Mista repara os barcos das ilhas."),
]


@each_row(("lang", "theirs", "ours", "name"), OTHER)
def test_the_deed_of_the_organ_in_other_hands(lang: str, theirs: str, ours: str, name: str) -> None:
    assert name in {one.name for one in hands(pair(read(ours, lang), read(theirs, lang), "XX"))}


@each_row(("lang", "theirs", "ours"), QUIET)
def test_the_organ_itself_or_another_deed(lang: str, theirs: str, ours: str) -> None:
    assert list(hands(pair(read(ours, lang), read(theirs, lang), "XX"))) == []
