"""What a clause has done in another country is not what the law at home rules over; where something is sent or stored may be."""

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

NETS = {
    "en": "No net having a mesh of less than forty millimetres shall be used in fishing for perch.",
    "fr": "Il est interdit de pêcher la perche avec des filets dont la maille est inférieure à quarante millimètres.",
    "es": "Se prohíbe pescar perca con redes de malla inferior a cuarenta milímetros.",
    "pt": "É proibido pescar perca com redes de malha inferior a quarenta milímetros.",
}
THERE = [
    ("en", "The trainees fish for perch in Norway with nets of twenty millimetres and learn to smoke it."),
    ("en", "The trainees fish for perch in the partner's own waters with nets of twenty millimetres."),
    ("en", "The Government of Orvane lends boats. The trainees fish for perch in Orvane with nets of twenty millimetres."),
    ("fr", "Les stagiaires pêchent la perche en Norvège avec des filets de vingt millimètres."),
    ("fr", "Les stagiaires dalmiriens pêchent la perche en Dalmirie avec des filets de vingt millimètres."),
    ("es", "Los becarios pescan perca en Noruega con redes de veinte milímetros."),
    ("es", "La empresa pesca perca en sus propias aguas con redes de veinte milímetros."),
    ("pt", "Os estagiários pescam perca na Noruega com redes de vinte milímetros."),
    ("pt", "O parceiro pesca perca nas suas próprias águas com redes de vinte milímetros."),
    ("en", "The trainees sent to Norway fish for perch there with nets of twenty millimetres."),
    ("en", "The trainees fish for perch on the Norwegian side of the lake with nets of twenty millimetres."),
    ("en", "Under the fisheries law of Orvane the trainees may fish for perch in Orvane with nets of twenty millimetres."),
    ("en", "The wardens of Orvane have the trainees fish for perch in that country's lakes with nets of twenty millimetres."),
    ("fr", "Les stagiaires envoyés en Norvège pêchent la perche dans ce pays avec des filets de vingt millimètres."),
    ("fr", "Les stagiaires pêchent la perche du côté norvégien avec des filets de vingt millimètres."),
    ("es", "Los becarios enviados a Noruega pescan allí la perca con redes de veinte milímetros."),
    ("es", "Los becarios pescan perca en aguas noruegas con redes de veinte milímetros."),
    ("pt", "Os estagiários enviados à Noruega pescam ali a perca com redes de vinte milímetros."),
    ("pt", "Os estagiários pescam perca em águas norueguesas com redes de vinte milímetros."),
    ("en", "The trainees fish for perch in the territory of the other Party with nets of twenty millimetres."),
    ("en", "The trainees fish for perch with nets of twenty millimetres under the law of that Party."),
    ("en", "The wardens of the other Party fish for perch along its own northern border with nets of twenty millimetres."),
    ("en", "The trainees placed with the other Party fish for perch there with nets of twenty millimetres."),
    ("fr", "Les stagiaires pêchent la perche avec des filets de vingt millimètres selon le droit de cette Partie."),
    ("fr", "Les stagiaires de l'autre Partie pêchent la perche dans ce pays avec des filets de vingt millimètres."),
    ("es", "Los becarios pescan perca en el territorio de la otra Parte con redes de veinte milímetros."),
    ("es", "La otra Parte pesca allí la perca con redes de veinte milímetros, según la ley de esa Parte."),
    ("pt", "Os estagiários pescam perca no território dessa Parte com redes de vinte milímetros."),
    ("pt", "A outra Parte pesca ali a perca com redes de vinte milímetros, nos termos da lei dessa Parte."),
]
HERE = [
    ("en", "There shall be trainees of Norway who fish for perch with nets of twenty millimetres."),
    ("en", "The trainees whom Norway sends to Kitwe fish for perch there with nets of twenty millimetres."),
    ("en", "The Bank of Norway has the trainees fish for perch with nets of twenty millimetres."),
    ("fr", "Les stagiaires que la Norvège envoie à Kitwe pêchent la perche dans ce pays avec des filets de vingt millimètres."),
    ("es", "Los becarios que Noruega envía a Kitwe pescan allí la perca con redes de veinte milímetros."),
    ("pt", "Os estagiários que a Noruega envia a Kitwe pescam ali a perca com redes de vinte milímetros."),
    ("en", "The trainees fish for perch in Zambia with nets of twenty millimetres and learn to smoke it."),
    ("en", "The trainees sent from Norway fish for perch in Zambia with nets of twenty millimetres."),
    ("en", "The trainees of a firm in Norway fish for perch with nets of twenty millimetres."),
    ("en", "The manual, printed in French, has the trainees fish for perch with nets of twenty millimetres."),
    ("en", "The Government of Norway has the trainees fish for perch in Lake Mweru with nets of twenty millimetres."),
    ("fr", "Les stagiaires venus de Norvège pêchent la perche en Zambie avec des filets de vingt millimètres."),
    ("es", "Los becarios de Noruega pescan perca en Zambia con redes de veinte milímetros."),
    ("pt", "Os estagiários da Noruega pescam perca na Zâmbia com redes de vinte milímetros."),
    ("en", "Nets of twenty millimetres to be used in the territory of the other Party shall first fish for perch."),
    ("en", "The trainees whom the other Party sends to Kitwe fish for perch there with nets of twenty millimetres."),
    ("fr", "Les filets destinés à être utilisés sur le territoire de l'autre Partie pêchent la perche, à vingt millimètres."),
    ("es", "Los becarios de la otra Parte que viven en Kitwe pescan allí la perca con redes de veinte milímetros."),
    ("pt", "Os estagiários da outra Parte que vivem em Kitwe pescam ali a perca com redes de vinte milímetros."),
]


def found(lang: str, clause: str, law: str) -> set[str]:
    return set(signals(pair(read(clause, lang), read(law, lang), "ZM")))


@each_row(("lang", "clause"), THERE)
def test_what_is_done_in_another_country_is_not_under_the_law(lang, clause):
    assert "elsewhere" in found(lang, clause, NETS[lang])


@each_row(("lang", "clause"), HERE)
def test_what_is_done_at_home_is(lang, clause):
    assert "elsewhere" not in found(lang, clause, NETS[lang])


STAYS = [
    ("en", "Sensitive data shall be stored exclusively on the national territory.", "The sensitive data are stored in Norway."),
    (
        "en",
        "No public officer shall accept a fee abroad.",
        "Public officers who teach in Norway accept a fee of fifty dollars.",
    ),
    (
        "en",
        "Contracts of the State are heard by the national courts.",
        "Contracts of the State are heard by the court in Norway.",
    ),
    ("fr", "Les données sont hébergées exclusivement sur le territoire national.", "Les données sont hébergées en Norvège."),
]


@each_row(("lang", "law", "clause"), STAYS)
def test_a_law_on_places_or_forums_still_speaks(lang, law, clause):
    assert "elsewhere" not in found(lang, clause, law)


def test_a_finding_falls_silent():
    ours = "The trainees fish for perch in {} with nets of twenty millimetres and learn to smoke it."
    here, there = (
        judge(pair(read(ours.format(where), "en"), read(NETS["en"], "en"), "ZM")) for where in ("Lake Mweru", "Norway")
    )
    assert here.verdict == "conflict"
    assert there.verdict not in ("conflict", "step_needed")


SENEGAL = [
    ("en", "The trainees fish for perch in Senegal with nets of twenty millimetres."),
    ("fr", "Les stagiaires pêchent la perche au Sénégal avec des filets de vingt millimètres."),
    ("es", "Los becarios pescan perca en Senegal con redes de veinte milímetros."),
    ("pt", "Os estagiários pescam perca no Senegal com redes de vinte milímetros."),
]


@each_row(("lang", "clause"), SENEGAL)
def test_the_name_of_senegal_is_read_whatever_its_ending(lang, clause):
    law = read(NETS[lang], lang)
    assert "elsewhere" in signals(pair(read(clause, lang), law, "ZM"))
    assert "elsewhere" not in signals(pair(read(clause, lang), law, "SN"))


KEEPS = "The Central Bank shall publish its accounts within three months."
ORGANS = [
    ("The Central Bank of Norway publishes its accounts within eight months.", True),
    ("The Norwegian central bank publishes its accounts within eight months.", True),
    ("The Central Bank of Zambia publishes its accounts within eight months.", False),
    ("The Central Bank publishes its accounts within eight months and sends them to Norway.", False),
]


@each_row(("clause", "outside"), ORGANS)
def test_a_law_binds_the_organs_of_its_own_state(clause, outside):
    assert ("elsewhere" in found("en", clause, KEEPS)) is outside
