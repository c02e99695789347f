"""A clause names the instance and the law its class, or says the act in other words; and what only looks like it stays quiet."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def classes(lang: str, text: str) -> set[str]:
    """Return the classes and acts that the first sentence of a text names."""
    sentence = read(text, lang).sentences[0]
    return {*sentence.classes, *sentence.acts}


def seen(lang: str, theirs: str, ours: str, ours_lang: str) -> set[str]:
    """Return the signals in a clause and a provision."""
    return set(signals(pair(read(ours, ours_lang), read(theirs, lang), "XX")))


# What one ending would make one word, each with the class that it must not name.
@each_row(
    ("lang", "text", "absent"),
    [
        ("en", "The Parties will meet in spring.", "of_own_will"),
        ("en", "The application of this rule relates to customs.", "conflict_of_interest"),
        ("en", "The officer serves as a host.", "data_hosting"),
        ("en", "The finding was presented to the press in presence of all.", "antiquity"),
        ("en", "A permit is granted by the council.", "grant_money"),
        ("en", "The charter of the company is amended.", "map"),
        ("fr", "Le mémorandum conclu entre les Parties est bref.", "entry_stay"),
        ("fr", "Les données à caractère personnel sont effacées.", "worker"),
        ("fr", "La coopération nationale se poursuit, mais sans retard.", "expert"),
        ("fr", "Le retrait du permis est notifié.", "pension"),
        ("es", "Los deportes se cobran por la puerta.", "expulsion"),
        ("es", "Tales actividades se realizarán cada año.", "fell"),
        ("es", "Es de interés común de las Partes.", "disclose"),
        ("es", "Una gran reunión se hará en mayo.", "food"),
        ("es", "La Parte receptora pagará los gastos.", "securities"),
        ("es", "Las Partes coordinarán sus acciones.", "joint_body"),
        ("es", "El gasto se imputará a la partida.", "prisoner"),
        ("es", "El título de cada artículo es breve.", "qualified"),
        ("es", "Las Partes cooperarán en educación.", "pupil"),
        ("es", "Las notas se cursan por la vía diplomática.", "diplomat"),
        ("es", "Los anexos formarán parte del Acuerdo.", "teach"),
        ("es", "La División de Salud se reúne.", "foreign_exchange"),
        ("es", "El Acuerdo entrará en vigor en mayo.", "enter"),
        ("es", "Las Partes organizarán jornadas de capacitación.", "work"),
        ("es", "Se crea un grupo de trabajo.", "work"),
        ("es", "El Ministro o, en su defecto, su suplente firma.", "consumer"),
        ("es", "Las Partes fortalecerán las redes de investigación.", "communication"),
        ("es", "El proyecto atiende la demanda de energía.", "dispute"),
        ("es", "Las reuniones se celebrarán en Lima.", "sign"),
        ("es", "La operación del centro comenzará en mayo.", "worker"),
        ("es", "Se motivará a los estudiantes.", "reasons_told"),
        ("es", "La escuela será fundada en mayo.", "reasons_told"),
        ("es", "La cooperación deberá fundarse en la reciprocidad.", "reasons_told"),
        ("es", "El becario se ausenta sin justificación alguna.", "no_reasons"),
        ("es", "Las ofertas no se abrirán hasta después de la adjudicación.", "outlasts_post"),
        ("es", "La ayuda durará hasta el cese de las hostilidades.", "ends_with_post"),
        ("es", "La competencia corresponde exclusivamente al Ministerio.", "title_alone"),
        ("es", "El Comité será la única instancia de coordinación.", "final_word"),
        ("es", "El Ministerio de Gobernación expide los permisos.", "local_government"),
        ("es", "La renuncia expresa al cargo se acepta.", "immunity"),
        ("es", "El Parlamento Andino emite recomendaciones.", "parliament"),
        ("es", "El patrimonio natural será protegido.", "cultural_heritage"),
        ("es", "El colono recibe la tierra.", "national_currency"),
        ("es", "Las Partes conducirán con transparencia los trabajos.", "driving_licence"),
        ("pt", "O presente Acordo entra em vigor na cidade.", "grant_money"),
        ("pt", "A cooperação técnica passa pela estação da câmara.", "seed"),
    ],
)
def test_false_friends_name_no_class(lang: str, text: str, absent: str) -> None:
    """Words that share only letters, or stand inside a longer name, say nothing of a class."""
    assert absent not in classes(lang, text)


# language of the law, law, language of the clause, clause, signal that is there, signal that is not
ROWS = [
    (
        "en",
        "No person shall import, sell or lease turtle eggs.",
        "en",
        "The shop lets turtle eggs on lease.",
        "forbidden_flatly",
        "",
    ),
    (
        "en",
        "The Board shall not grant any approval for the import of turtle eggs.",
        "en",
        "The shop imports turtle eggs.",
        "forbidden_flatly",
        "",
    ),
    ("en", "No person shall sell turtle eggs.", "en", "The museum lends turtle eggs to a school.", "", "forbidden_flatly"),
    (
        "fr",
        "Les œufs de tortue ne peuvent être vendus qu'en vertu de la loi.",
        "fr",
        "La boutique vend des œufs de tortue.",
        "",
        "forbidden_flatly",
    ),
]


@pytest.mark.parametrize(("lang", "theirs", "ours_lang", "ours", "present", "absent"), ROWS, ids=[row[3] for row in ROWS])
def test_instances_meet_their_class(lang: str, theirs: str, ours_lang: str, ours: str, present: str, absent: str) -> None:
    """What the clause does is seen as what the law forbids, and nothing else is."""
    found = seen(lang, theirs, ours, ours_lang)
    assert not present or present in found, found
    assert absent not in found


# language, text, the class or act that it names without saying its name
INSTANCES = [
    ("en", "Spent solvents and lead batteries are landed at the pier.", "waste"),
    ("fr", "Les huiles usagées et les batteries au plomb sont débarquées.", "waste"),
    ("es", "Los lodos y neumáticos usados se reciben en la zona franca.", "waste"),
    ("pt", "Os pneus usados e a sucata são recebidos no cais.", "waste"),
    ("en", "The bank stands surety for the province.", "guarantee"),
    ("fr", "La banque se porte caution pour la province.", "guarantee"),
    ("es", "El banco se constituye en fiador de la provincia.", "guarantee"),
    ("pt", "O banco responde pela dívida da província.", "guarantee"),
    ("en", "Officers travel as guests of the donor, lodging and meals included.", "advantage"),
    ("fr", "Les agents reçoivent un médaillon et un séjour offert.", "advantage"),
    ("es", "Los funcionarios reciben un pasaje aéreo y otros agasajos.", "advantage"),
    ("pt", "Os funcionários recebem um relógio de ouro.", "advantage"),
    ("en", "Genetically modified maize is sown on ten plots.", "modified_organism"),
    ("fr", "Du coton Bt transgénique est semé.", "modified_organism"),
    ("es", "Se siembra maíz transgénico.", "modified_organism"),
    ("pt", "Semeia-se milho transgênico.", "modified_organism"),
    ("en", "The company shall sell the data to insurers.", "use_commercially"),
    ("fr", "La société vend les profils aux assureurs.", "use_commercially"),
    ("es", "La empresa vende los perfiles con fines de lucro.", "use_commercially"),
    ("pt", "A empresa vende os perfis a seguradoras.", "use_commercially"),
    ("en", "Proceeds stay in an account kept abroad.", "foreign_exchange"),
    ("fr", "Les recettes restent sur un compte à l'étranger.", "foreign_exchange"),
    ("es", "Los cobros quedan en una cuenta en el exterior.", "foreign_exchange"),
    ("pt", "As receitas ficam numa conta no exterior.", "foreign_exchange"),
    ("en", "Grants are made to those whom the algorithm puts first.", "automated_decision"),
    ("fr", "La bourse revient à ceux que l'algorithme place en tête.", "automated_decision"),
    ("es", "La beca corresponde a quienes el algoritmo coloca primero.", "automated_decision"),
    ("pt", "A bolsa cabe a quem o algoritmo coloca em primeiro lugar.", "automated_decision"),
    ("en", "Water under high pressure cracks the shale.", "hydraulic_fracturing"),
    ("pt", "O gás de xisto é extraído com água sob alta pressão.", "hydraulic_fracturing"),
    ("en", "The mission keeps its immunity in suits of local staff.", "immunity"),
    ("es", "La oficina conservará su inmunidad ante los jueces.", "immunity"),
]


@pytest.mark.parametrize(("lang", "text", "name"), INSTANCES, ids=[text for _, text, _ in INSTANCES])
def test_an_instance_names_its_class(lang: str, text: str, name: str) -> None:
    """What laws define by class is known by its instances and by other words for the act."""
    assert name in classes(lang, text)


# law, clause, whether the ban is on another kind of the same sort
KINDS = [
    ("No guarantee shall be given for a loan in rand.", "The State guarantees a loan in euro.", True),
    ("No guarantee shall be given for a loan in rand.", "The State guarantees a loan in rand.", False),
    ("Payments shall be made in rand.", "Payments are made in euro.", False),
    ("No person shall sell elephants.", "The farm sells goats.", True),
    ("No person shall sell elephants and goats.", "The farm sells goats.", False),
]


@each_row(("theirs", "ours", "other"), KINDS)
def test_a_ban_on_one_kind_does_not_reach_another(theirs: str, ours: str, other: bool) -> None:
    """A ban is narrow: what it names leaves other kinds of the same sort free; a command does not."""
    assert ("other_class" in seen("en", theirs, ours, "en")) is other


@each_row(
    ("text", "biological"),
    [
        ("Samples of plants may leave the country with a permit.", True),
        ("Biological samples are deposited with the museum.", True),
        ("A tissue sample is kept by the laboratory.", True),
        ("A sample of the goods is shown to the customs officer.", False),
        ("The inspector takes samples of cement and water.", False),
        ("A sample of households answers the survey.", False),
    ],
)
def test_an_english_sample_is_a_genetic_resource_only_beside_words_of_living_things(text: str, biological: bool) -> None:
    assert ("genetic_resource" in read(text, "en").sentences[0].classes) == biological
