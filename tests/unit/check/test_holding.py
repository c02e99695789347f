"""Who has which task: the law's organ and whoever acts in the clause, in four languages. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds.actors import MOST, holders, made
from ssc_drafter.check.kinds.directing import directed
from ssc_drafter.check.kinds.holding import held
from ssc_drafter.check.kinds.tasks import tasks
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

TASKS = [
    # lang, text, family of the act, words of the one who does it
    ("en", "The members of the Salt Board shall be appointed by the Minister of Fisheries.", "appoint", "Minister of Fisheries"),
    ("en", "The Dairy Agency may, on such terms as it thinks fit— (a) license milk plants; (b) inspect them.", "permit", "Dairy Agency"),
    ("en", "The Council alone determines the fee for a mooring.", "decide", "Council"),
    ("en", "The functions of the Reef Council are to— (a) supervise divers; and (b) license boats.", "oversee", "Reef Council"),
    ("fr", "La fixation des tarifs du bac relève du ministre des transports.", "decide", "ministre des transports"),
    ("fr", "Les seuils sont arrêtés par décret pris en Conseil des ministres.", "decide", "Conseil des ministres"),
    ("fr", "Il est créé un Office du sel chargé de délivrer les licences de vente.", "permit", "Office du sel"),
    ("es", "Compete únicamente al Instituto Pesquero otorgar licencias de buceo.", "permit", "Instituto Pesquero"),
    ("es", "Los planes se exhiben un mes. Los aprueba el Concejo Municipal.", "permit", "Concejo Municipal"),
    ("pt", "Compete ao Conselho das Salinas fixar os preços do sal.", "decide", "Conselho das Salinas"),
    ("pt", "O director do farol é nomeado pelo Presidente da República.", "appoint", "Presidente da República"),
]  # fmt: skip


@each_row(("lang", "text", "family", "who"), TASKS)
def test_who_does_what(lang: str, text: str, family: str, who: str) -> None:
    found = {
        (one.family, text[one.home.words[one.holder.first].start : one.home.words[one.holder.last - 1].end])
        for one in tasks(read(text, lang))
    }
    assert (family, who) in found


def test_a_name_is_not_an_act_and_a_preposition_makes_nobody_act() -> None:
    text = read("The Joint Steering Group sends the books of the Ministry to the Board.", "en")
    assert tasks(text) == []
    named = holders(text.sentences[0], "en")
    assert any("joint" in one.kinds for one in named)


CREATED = [
    ("en", "A Centre for Tides is hereby established in Oru.", 1),
    ("fr", "Il est institué un comité des marées.", 1),
    ("es", "Las Partes constituirán en Oru el Consejo de las Mareas.", 1),
    ("pt", "É criado em Oru um observatório das marés.", 1),
    ("en", "The Ministry informs the Board.", 0),
]


@each_row(("lang", "text", "number"), CREATED)
def test_bodies_that_a_text_creates(lang: str, text: str, number: int) -> None:
    assert len({one.head for _, one in made(read(text, lang))}) == number


OTHERS = [
    # lang of the law, law, lang of the clause, clause, what is found
    ("en", "The Chairman and members of the Salt Board shall be appointed by the Chief Justice on the advice of the Council.",
     "en", "Two of the members of the Salt Board shall be chosen by the two coordinators by exchange of letters.", "organ_other"),
    ("en", "The Chairman and members of the Salt Board shall be appointed by the Chief Justice on the advice of the Council.",
     "en", "Two of the members of the Salt Board shall be appointed by the Chief Justice.", "organ_kept"),
    ("en", "The Chairman and members of the Salt Board shall be appointed by the Chief Justice on the advice of the Council.",
     "en", "The members of the choir of friendship shall be appointed by the Joint Committee.", ""),
    ("en", "The Minister may guarantee the loans of a statutory corporation.",
     "en", "The chairman of the Chamber of Commerce decides whether the Republic stands surety for the loans of a statutory corporation.", "organ_other"),
    ("en", "The Dairy Agency shall set the standards for milk tankers.",
     "en", "The Joint Dairy Centre shall print, on behalf of the Dairy Agency, the standards for milk tankers.", ""),
    ("en", "Short numbers are assigned by the Numbers Authority alone.",
     "en", "The Joint River Commission assigns the short numbers of the lighthouses.", "organ_other"),
    ("fr", "Les seuils de passation sont fixés par décret pris en Conseil des ministres.",
     "fr", "Les deux coordonnateurs fixent par échange de lettres les seuils de passation du programme.", "organ_other"),
    ("fr", "Les seuils de passation sont fixés par décret pris en Conseil des ministres.",
     "fr", "Les deux coordonnateurs appliquent les seuils de passation.", ""),
    ("fr", "La Commission électorale est chargée de : 1° superviser les élections ; 2° annoncer les résultats des élections.",
     "fr", "La Mission conjointe d'appui fait connaître au public les résultats des élections.", "organ_other"),
    ("es", "Corresponde al Poder Ejecutivo designar al director de la Agencia del Agua.",
     "es", "El Consejo Conjunto nombrará al director de la Agencia del Agua.", "organ_other"),
    ("es", "Corresponde al Poder Ejecutivo designar al director de la Agencia del Agua.",
     "es", "El Poder Ejecutivo designará al director de la Agencia del Agua, oído el Consejo Conjunto.", "organ_kept"),
    ("pt", "Compete ao Instituto das Pescas conceder as licenças de mergulho.",
     "pt", "A Comissão Mista concederá as licenças de mergulho do programa.", "organ_other"),
    ("pt", "Compete ao Instituto das Pescas ou a comissão mista conceder as licenças de mergulho.",
     "pt", "A Comissão Mista concederá as licenças de mergulho do programa.", "organ_kept"),
    ("fr", "Les licences de plongée sont délivrées par le ministre de la mer.",
     "en", "Licences for diving shall be issued by the Joint Committee.", "organ_other"),
    ("en", "The Milk Council shall coordinate the control of milk fever in herds.",
     "en", "A Regional Milk Centre is hereby created. The Centre shall coordinate the control of milk fever in herds.", "second_body"),
    ("es", "El Consejo Lechero coordinará el control de la fiebre de la leche.",
     "es", "Las Partes constituirán en Oru un Observatorio Lechero. El Observatorio Lechero coordinará el control de la fiebre de la leche.", "second_body"),
    ("en", "The Milk Council shall coordinate the control of milk fever in herds.",
     "en", "The Parties shall coordinate the control of milk fever in herds.", ""),
    ("en", "Powers of arrest are exercised solely by officers of the Harbour Police.",
     "en", "The Joint Committee may arrest suspects by its guards.", ""),
    ("en", "Fees for moorings are collected by officers of the Harbour Police.",
     "en", "Fees for moorings shall be collected by the concessionaire.", "organ_other"),
    ("en", "The Milk Council coordinates the control of milk fever.",
     "en", "A National Milk Committee shall be set up to coordinate the control of milk fever.", "second_body"),
    ("fr", "Seul le ministre des finances signe les conventions de prêt.",
     "fr", "La convention de prêt est signée par le ministre de l'élevage.", "organ_other"),
    ("fr", "Seul le ministre des finances signe les conventions de prêt.",
     "fr", "La convention de prêt est signée par le ministre des finances.", "organ_kept"),
    ("en", "Diplomas are recognised by the Diploma Council.", "en", "Diplomas are recognised by the competent council.", ""),
    ("en", "The Milk Council shall not license dealers in milk.", "en", "The Joint Committee shall license dealers in milk.", ""),
    ("en", "Laboratories shall obtain the licence for tide gauges.", "en", "The joint laboratory shall obtain the licence for tide gauges.", ""),
]  # fmt: skip


@each_row(("law_lang", "law", "lang", "clause", "name"), OTHERS)
def test_the_organ_of_the_law_and_who_acts_in_the_clause(law_lang: str, law: str, lang: str, clause: str, name: str) -> None:
    found = {one.name for one in held(pair(read(clause, lang), read(law, law_lang), "XO"))}
    assert (name in found) if name else not found & {"organ_other", "second_body"}
    if name == "organ_kept":
        assert "organ_other" not in found


DIRECTED = [
    ("en", "The Tide Bank shall not be under the direction or control of any person in the exercise of its powers.",
     "en", "The Joint Council shall give the Tide Bank directions on its rates.", True),
    ("en", "The Tide Bank shall not be under the direction or control of any person in the exercise of its powers.",
     "en", "The Joint Council shall learn from the Tide Bank which rates it has set.", False),
    ("en", "The Tide Inspector is not subject to the direction of any other person or authority.",
     "en", "The Tide Inspector shall proceed as the Steering Committee directs.", True),
    ("fr", "La Commission des marées est indépendante et ne reçoit d'instructions d'aucune autorité.",
     "fr", "Le comité mixte donne des instructions à la Commission des marées.", True),
    ("es", "El Instituto de Mareas no está sujeto a órdenes de ninguna autoridad.",
     "es", "El Comité Mixto impartirá instrucciones al Instituto de Mareas.", True),
    ("es", "El Instituto de Mareas no está sujeto a órdenes de ninguna autoridad.",
     "es", "El Comité Mixto no impartirá instrucciones al Instituto de Mareas.", False),
    ("pt", "O Provedor das Salinas é independente no exercício das suas funções.",
     "pt", "A Comissão Mista dará instruções ao Provedor das Salinas.", True),
    ("pt", "O Provedor das Salinas é independente no exercício das suas funções.",
     "pt", "A Comissão Mista dará instruções ao chefe do acampamento.", False),
]  # fmt: skip


@each_row(("law_lang", "law", "lang", "clause", "found"), DIRECTED)
def test_an_organ_that_nobody_may_direct(law_lang: str, law: str, lang: str, clause: str, found: bool) -> None:
    assert bool(list(directed(pair(read(clause, lang), read(law, law_lang), "XO")))) is found


@each_row(
    "words",
    ["shall appoint, fix and levy the ", "is appointed by the Minister of Mines ", "the Director and the Council shall issue "],
)
def test_a_list_without_end_gives_no_more_tasks_than_can_be_held_against_a_law(words: str) -> None:
    reading = read(f"The Party {words * 200}.", "en")
    assert 0 < len(tasks(reading)) <= MOST
    assert 0 < len(holders(reading.sentences[0], "en")) <= MOST
