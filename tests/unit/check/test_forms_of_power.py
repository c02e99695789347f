"""Forms of power, rank and right that fresh clauses showed: who directs, who is put aside, what yields, whose consent is supposed."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair


def found(lang: str, clause: str, law: str, state: str = "XX") -> dict[str, float]:
    rows = signals(pair(read(clause, lang), read(law, lang), state))
    return {name: one.value for name, one in rows.items()}


UNDIRECTED = {
    "en": "No person may give a direction to the Ombudsman with respect to the closing of any particular complaint.",
    "fr": "Nul ne peut donner d'instructions au Médiateur quant à la clôture d'une plainte.",
    "es": "Nadie podrá dar instrucciones al Defensor del Pueblo sobre el cierre de una queja.",
    "pt": "Ninguém pode dar instruções ao Provedor sobre o encerramento de uma queixa.",
}


@each_row(
    ("lang", "clause", "directed"),
    [
        ("en", "The Joint Board shall tell the Ombudsman which complaints are to be closed first.", True),
        ("fr", "Le Comité mixte indique au Médiateur les plaintes à clore d'abord.", True),
        ("es", "El Comité Mixto indicará al Defensor del Pueblo qué quejas se cierran primero.", True),
        ("pt", "O Comité Misto indicará ao Provedor que queixas se encerram primeiro.", True),
        ("en", "The Ombudsman shall tell the Joint Board each year how many complaints were closed.", False),
        ("fr", "Le Comité mixte indique au secrétariat les plaintes que le public lui adresse.", False),
        ("es", "El Comité Mixto indicará a las universidades qué cursos se abren primero.", False),
        ("pt", "O Comité Misto indicará às escolas que cursos se abrem primeiro.", False),
    ],
)
def test_nobody_may_direct_whom_a_clause_directs(lang: str, clause: str, directed: bool) -> None:
    assert ("organ_directed" in found(lang, clause, UNDIRECTED[lang])) is directed


NATIONAL = {
    "en": "The coordination of work on climate is the responsibility of the National Climate Council.",
    "fr": "La coordination de l'action climatique relève du Conseil national du climat.",
    "es": "La coordinación de la acción climática corresponde al Consejo Nacional del Clima.",
    "pt": "A coordenação da ação climática compete ao Conselho Nacional do Clima.",
}


@each_row(
    ("lang", "clause", "aside"),
    [
        ("en", "The House of Winds shall coordinate work on climate in place of the National Climate Council.", True),
        ("fr", "La Maison des vents coordonne l'action climatique en lieu et place du Conseil national du climat.", True),
        ("es", "La Casa de los Vientos coordinará la acción climática en lugar del Consejo Nacional del Clima.", True),
        ("pt", "A Casa dos Ventos coordenará a ação climática em vez do Conselho Nacional do Clima.", True),
        ("en", "The House of Winds shall print its leaflets on climate in place of the university.", False),
        ("fr", "La Maison des vents imprime ses notes sur le climat en lieu et place de l'université.", False),
        ("es", "La Casa de los Vientos imprimirá sus hojas sobre el clima en lugar de la universidad.", False),
        ("pt", "A Casa dos Ventos imprimirá as suas folhas sobre o clima em vez da universidade.", False),
    ],
)
def test_the_organ_of_the_law_is_put_aside(lang: str, clause: str, aside: bool) -> None:
    assert ("organ_shut_out" in found(lang, clause, NATIONAL[lang])) is aside


@each_row(
    ("lang", "law", "clause"),
    [
        (
            "en",
            "Foreign governments shall hold a building needed for their consulate.",
            "The other Party's Government shall hold a building in town needed for its consulate.",
        ),
        (
            "fr",
            "Les gouvernements étrangers acquièrent un immeuble nécessaire à leur consulat.",
            "L'autre Partie, par son Gouvernement, acquiert un immeuble en ville nécessaire à son consulat.",
        ),
        (
            "es",
            "Los gobiernos extranjeros adquirirán un edificio necesario para su consulado.",
            "El Gobierno de la otra Parte adquirirá un edificio en la ciudad necesario para su consulado.",
        ),
        (
            "pt",
            "Os governos estrangeiros adquirirão um edifício necessário para o seu consulado.",
            "O Governo da outra Parte adquirirá um edifício na cidade necessário para o seu consulado.",
        ),
    ],
)
def test_an_organ_of_another_state_is_none_of_ours(lang: str, law: str, clause: str) -> None:
    assert not found(lang, clause, law).keys() & {"organ_other", "second_body"}


def test_what_the_law_gives_to_its_own_organ_is_taken_by_another() -> None:
    law = "The Ministry shall hold a building needed for the consulate of the Republic abroad."
    clause = "A joint company shall hold a building needed for the consulate of the Republic abroad."
    assert "organ_other" in found("en", clause, law)


LISTED = {
    "en": "The functions of the Commission are: (a) to keep its accounts and estates in good order; (b) to assign teachers to public "
    "schools; (c) to end the service of teachers who are unfit; (d) to advise the Minister on salaries and pensions.",
    "fr": "Les attributions de la Commission sont : a) la tenue de ses comptes et domaines ; b) l'affectation des enseignants aux "
    "écoles publiques ; c) la fin de service des enseignants inaptes ; d) l'avis au ministre sur les traitements.",
    "es": "Son funciones de la Comisión: a) llevar sus cuentas y bienes en orden; b) asignar docentes a las escuelas públicas; c) "
    "terminar el servicio de los docentes ineptos; d) aconsejar al ministro sobre sueldos y pensiones.",
    "pt": "São funções da Comissão: a) manter em ordem as suas contas e bens; b) afetar docentes às escolas públicas; c) terminar o "
    "serviço dos docentes inaptos; d) aconselhar o ministro sobre salários e pensões.",
}


@each_row(
    ("lang", "clause", "taken"),
    [
        ("en", "The Joint Council formed by this Agreement shall post teachers to public schools.", True),
        ("fr", "Le Conseil mixte créé par le présent Accord affecte les enseignants aux écoles publiques.", True),
        ("es", "El Consejo Mixto creado por el presente Acuerdo asignará los docentes a las escuelas públicas.", True),
        ("pt", "O Conselho Misto criado pelo presente Acordo afetará os docentes às escolas públicas.", True),
        ("en", "The Joint Council formed by this Agreement shall print song books for choirs.", False),
        ("fr", "Le Conseil mixte créé par le présent Accord imprime des recueils de chants.", False),
        ("es", "El Consejo Mixto creado por el presente Acuerdo imprimirá cancioneros para coros.", False),
        ("pt", "O Conselho Misto criado pelo presente Acordo imprimirá cancioneiros para coros.", False),
    ],
)
def test_each_point_of_a_list_of_functions_is_a_task(lang: str, clause: str, taken: bool) -> None:
    assert bool(found(lang, clause, LISTED[lang]).keys() & {"second_body", "organ_other"}) is taken


VOID = {
    "en": "Any regulation inconsistent with an Act is void to the extent of the inconsistency.",
    "fr": "Tout règlement contraire à une loi est nul et de nul effet dans la mesure de cette contrariété.",
    "es": "Es nulo todo reglamento contrario a una ley en cuanto se oponga a ella.",
    "pt": "É nulo todo o regulamento contrário a uma lei na parte em que se oponha a ela.",
}


@each_row(
    ("lang", "clause", "signal"),
    [
        ("en", "The rules on nets shall be obeyed, and the Fisheries Act shall give way to them.", "ranked_above"),
        ("fr", "Les règles sur les filets sont suivies, et la loi sur la pêche cède devant elles.", "ranked_above"),
        ("es", "Las reglas sobre redes se cumplirán, y la ley de pesca cederá ante ellas.", "ranked_above"),
        ("pt", "As regras sobre redes serão cumpridas, e a lei de pesca cederá perante elas.", "ranked_above"),
        ("en", "The rules on nets shall give way to the Fisheries Act.", "ranked_below"),
        ("fr", "Le présent Accord cède devant la loi sur la pêche.", "ranked_below"),
        ("es", "El presente Acuerdo cede ante la ley de pesca.", "ranked_below"),
        ("pt", "O presente Acordo cede perante a lei de pesca.", "ranked_below"),
    ],
)
def test_which_of_the_two_gives_way(lang: str, clause: str, signal: str) -> None:
    rows = found(lang, clause, VOID[lang])
    assert signal in rows
    assert not ({"ranked_above", "ranked_below"} - {signal}) & rows.keys()


MARKETING = {
    "en": "No person shall use the personal data of a customer for advertising without the consent of that customer.",
    "fr": "Nul ne peut utiliser les données à caractère personnel d'un client à des fins de publicité sans son consentement.",
    "es": "Nadie podrá usar los datos personales de un cliente para publicidad sin su consentimiento.",
    "pt": "Ninguém pode usar os dados pessoais de um cliente para publicidade sem o seu consentimento.",
}


@each_row(
    ("lang", "clause", "supposed"),
    [
        ("en", "Personal data of customers are used for advertising so long as they have not objected.", True),
        ("fr", "Les données personnelles des clients servent à la publicité tant qu'ils ne s'y sont pas opposés.", True),
        ("es", "Los datos personales de los clientes se usarán para publicidad mientras no se opongan.", True),
        ("pt", "Os dados pessoais dos clientes serão usados para publicidade enquanto não se opuserem.", True),
        ("en", "Personal data of customers are used for advertising once they have given their consent.", False),
        ("fr", "Les données personnelles des clients servent à la publicité une fois leur consentement recueilli.", False),
        ("es", "Los datos personales de los clientes se usarán para publicidad una vez dado su consentimiento.", False),
        ("pt", "Os dados pessoais dos clientes serão usados para publicidade uma vez dado o seu consentimento.", False),
    ],
)
def test_silence_is_no_consent(lang: str, clause: str, supposed: bool) -> None:
    assert ("unasked" in found(lang, clause, MARKETING[lang])) is supposed


MACHINE = {
    "en": "No decision that affects a person may be taken solely on automated processing of personal data.",
    "fr": "Aucune décision ne peut être prise à l'égard d'une personne sur le seul fondement d'un traitement automatisé.",
    "es": "No podrá tomarse decisión que afecte a una persona solamente con base en un tratamiento automatizado.",
    "pt": "Não pode ser tomada decisão que afete uma pessoa apenas com base em tratamento automatizado.",
}


@each_row(
    ("lang", "clause", "alone"),
    [
        ("en", "The score that the software gives decides which person is admitted, without any human review.", True),
        ("fr", "La note que le logiciel attribue vaut décision pour chaque personne, sans contrôle humain.", True),
        ("es", "El puntaje que el programa asigne es la decisión sobre cada persona, sin revisión humana.", True),
        ("pt", "A nota que o programa atribui é a decisão sobre cada pessoa, sem revisão humana.", True),
        ("en", "An officer decides on each person after an interview, and gives reasons.", False),
        ("fr", "Un agent décide pour chaque personne après un entretien, et motive son choix.", False),
        ("es", "Un funcionario decide sobre cada persona tras una entrevista, y da razones.", False),
        ("pt", "Um funcionário decide sobre cada pessoa após uma entrevista, e dá razões.", False),
    ],
)
def test_what_is_forbidden_to_rest_on_a_machine_alone(lang: str, clause: str, alone: bool) -> None:
    assert ("clashes" in found(lang, clause, MACHINE[lang])) is alone


@each_row(
    ("lang", "law", "clause"),
    [
        (
            "fr",
            "Le programme agréé ouvre droit à l'exonération des droits de douane pendant trois ans.",
            "La conserverie fait entrer ses machines sans droits de douane pendant deux ans.",
        ),
        (
            "es",
            "El programa aprobado goza de exención de derechos de aduana por tres años.",
            "La conservera introducirá sus máquinas sin derechos de aduana durante dos años.",
        ),
        (
            "pt",
            "O programa aprovado goza de isenção de direitos aduaneiros por três anos.",
            "A conserveira fará entrar as suas máquinas sem direitos aduaneiros durante dois anos.",
        ),
    ],
)
def test_dues_are_no_rights(lang: str, law: str, clause: str) -> None:
    assert "right_revoked" not in found(lang, clause, law)


def test_a_right_that_is_denied_is_still_one() -> None:
    law = "Toute personne a droit à un recours contre la décision du service."
    assert "right_revoked" in found("fr", "La décision du service est prise sans droit à un recours de la personne.", law)


HOME = {
    "en": "Sensitive data shall be stored exclusively on the national territory.",
    "fr": "Les données sensibles sont exclusivement hébergées sur le territoire national.",
    "es": "Los datos sensibles deberán almacenarse exclusivamente en el territorio nacional.",
    "pt": "Os dados sensíveis devem ser armazenados exclusivamente no território nacional.",
}


@each_row(
    ("lang", "clause", "abroad"),
    [
        ("en", "The partner stores sensitive data in a data centre on its own soil.", True),
        ("fr", "Le partenaire conserve les données sensibles dans un centre sur son propre sol.", True),
        ("es", "El socio almacena los datos sensibles en un centro en su propio suelo.", True),
        ("pt", "O parceiro armazena os dados sensíveis num centro em seu próprio solo.", True),
        ("en", "The partner stores sensitive data on the national territory.", False),
        ("fr", "Le partenaire conserve les données sensibles sur le territoire national.", False),
        ("es", "El socio almacena los datos sensibles en el territorio nacional.", False),
        ("pt", "O parceiro armazena os dados sensíveis no território nacional.", False),
    ],
)
def test_the_partners_own_ground_is_abroad(lang: str, clause: str, abroad: bool) -> None:
    assert ("clashes" in found(lang, clause, HOME[lang])) is abroad


@each_row(
    ("lang", "clause"),
    [
        ("en", "The ship shall carry, without pay, two cadets of honour."),
        ("fr", "Le navire prend à son bord, sans solde, deux cadets d'honneur."),
        ("es", "El buque llevará, sin sueldo, dos cadetes de honor."),
        ("pt", "O navio levará, sem soldo, dois cadetes de honra."),
    ],
)
def test_a_denial_ends_at_the_comma(lang: str, clause: str) -> None:
    from ssc_drafter.check.kinds.senses import places_of

    sentence = read(clause, lang).sentences[0]
    denied = {sentence.words[place].stem for place in places_of(sentence, "denied")}
    assert not any(stem.startswith("cadet") for stem in denied)
