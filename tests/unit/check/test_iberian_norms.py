"""What a second reader of Spanish and Portuguese found in `law/structure`: the modality that drafters' forms set, what opens a
condition, an exception, a deference, and what only looks like one.

All sentences are written for this file.
"""

from __future__ import annotations

import pytest

from ssc_drafter.check.norms import read
from ssc_drafter.check.structure import norms_of

SPANISH = [
    ("prohibition", "Prohíbense las cláusulas secretas en los convenios."),
    ("prohibition", "Queda vedado al funcionario recibir dádivas."),
    ("prohibition", "Será prohibida la exportación de oro."),
    ("prohibition", "Quedan terminantemente prohibidas las cesiones."),
    ("prohibition", "La ley prohíbe la venta de órganos."),
    ("prohibition", "Tampoco podrá el titular ceder la licencia."),
    ("prohibition", "Las partes se obligan a no divulgar la información."),
    ("prohibition", "Los miembros deben abstenerse de votar."),
    ("prohibition", "No procede recurso alguno contra la resolución."),
    ("prohibition", "En ningún caso el plazo excederá de cinco años."),
    ("prohibition", "Las infracciones se castigarán con multa."),
    ("prohibition", "El infractor será pasible de multa."),
    ("duty", "Es obligación del titular presentar un informe anual."),
    ("duty", "El titular queda en la obligación de informar."),
    ("duty", "El contratista vendrá obligado a constituir garantía."),
    ("duty", "Es necesaria la autorización del Ministerio para exportar."),
    ("duty", "La Parte argentina designa al Ministerio de Salud."),
    ("permission", "Permítese la importación de semillas."),
    ("permission", "Se permitirá la importación de semillas."),
    ("permission", "El titular tiene la facultad de renovar la licencia."),
    ("power", "El Ministro tiene la facultad de prorrogar el plazo."),
    ("right", "Toda persona tiene derecho de acceso a sus datos."),
    ("right", "Procede recurso de reconsideración contra la resolución."),
    ("right", "Asiste al consumidor el derecho a la información."),
    ("power", "Queda facultado el Ministerio para dictar las normas."),
    ("power", "Es competencia de la Autoridad otorgar licencias."),
    ("power", "Serán funciones de la Autoridad otorgar licencias."),
    ("power", "Competerá al Ministerio fijar las tasas."),
    ("exemption", "Los bienes quedarán exentos del pago de derechos."),
    ("exemption", "Exímese del pago del impuesto a las universidades."),
    ("exemption", "Esta ley no será de aplicación a las fuerzas armadas."),
    ("exemption", "La entidad no incurre en responsabilidad por ello."),
    ("exemption", "No será necesaria la autorización del Ministerio."),
    ("constitutive", "La presente ley tendrá por objeto regular las semillas."),
    ("constitutive", "Los terrenos pertenecen al Estado."),
    ("condition_of_validity", "La cláusula se tendrá por no escrita."),
    ("condition_of_validity", "Carecerán de validez los contratos verbales."),
    ("definition", "El término semilla designa todo material de reproducción."),
    ("precedence", "Los tratados tienen jerarquía superior a las leyes."),
]
PORTUGUESE = [
    ("prohibition", "Ficam vedadas as cláusulas secretas."),
    ("prohibition", "Será vedada a participação de empresas estrangeiras."),
    ("prohibition", "É defeso ao titular ceder a licença."),
    ("prohibition", "São interditas as cláusulas secretas."),
    ("prohibition", "A lei proíbe a venda de órgãos."),
    ("prohibition", "Da decisão não cabe recurso."),
    ("prohibition", "As partes abster-se-ão de divulgar a informação."),
    ("prohibition", "Os membros devem abster-se de votar."),
    ("prohibition", "Em nenhuma hipótese serão entregues os dados."),
    ("prohibition", "Constitui contraordenação a importação de resíduos."),
    ("prohibition", "A importação de resíduos é punível com multa."),
    ("prohibition", "Os funcionários ficam impedidos de contratar com o Estado."),
    ("duty", "Constitui dever do titular apresentar um relatório anual."),
    ("duty", "A importação fica sujeita a licença."),
    ("duty", "As empresas ficam obrigadas a apresentar um relatório."),
    ("duty", "Os requerentes hão de provar o seu domicílio."),
    ("duty", "Requer-se parecer prévio da Procuradoria."),
    ("permission", "Poder-se-á prorrogar o prazo por um ano."),
    ("permission", "Será permitida a importação de sementes."),
    ("permission", "Faculta-se ao titular a renovação da licença."),
    ("permission", "O titular tem a faculdade de renovar a licença."),
    ("right", "Fica garantida a liberdade de associação."),
    ("right", "Reconhece-se o direito à consulta prévia."),
    ("right", "A decisão é passível de recurso."),
    ("power", "É da exclusiva competência da Assembleia aprovar os tratados."),
    ("power", "Constitui competência do Ministério conceder licenças."),
    ("power", "É atribuição do Congresso aprovar tratados."),
    ("exemption", "A importação estará isenta de direitos."),
    ("exemption", "Os estrangeiros ficam dispensados de visto."),
    ("exemption", "Independe de licença a importação de sementes."),
    ("exemption", "A presente lei não se aplicará às forças armadas."),
    ("exemption", "A importação não carece de licença."),
    ("constitutive", "É revogada a Lei n.º 3/93."),
    ("constitutive", "O Conselho compor-se-á de sete membros."),
    ("constitutive", "O presente acordo vigora por cinco anos."),
    ("condition_of_validity", "Considera-se não escrita a cláusula abusiva."),
    ("condition_of_validity", "São ineficazes as cláusulas não publicadas."),
    ("definition", "A expressão semente designa todo o material de reprodução."),
    ("precedence", "Os tratados têm valor superior à lei."),
]


@pytest.mark.parametrize(("lang", "modality", "text"), [("es", *row) for row in SPANISH] + [("pt", *row) for row in PORTUGUESE])
def test_forms_of_drafters_set_their_modality(lang: str, modality: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.modality == modality


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        ("es", "El acuerdo entrará en vigor una vez aprobado por el Congreso.", "una vez aprobado por el Congreso"),
        ("es", "El titular deberá guardar los registros hasta la expiración de la licencia.", "hasta la expiración"),
        ("es", "No habiendo acuerdo, las Partes deberán nombrar un árbitro.", "No habiendo acuerdo"),
        ("pt", "O acordo entrará em vigor uma vez aprovado pelo Congresso.", "uma vez aprovado pelo Congresso"),
        ("pt", "O titular deve informar o Ministério se houver acidente.", "se houver acidente"),
        ("pt", "O titular deve informar o Ministério caso haja acidente.", "caso haja acidente"),
        ("pt", "Havendo acidente, o titular deve informar o Ministério.", "Havendo acidente"),
        ("en", "The levy shall be refunded once paid.", "once paid"),
        ("fr", "Le permis doit être rendu une fois expiré.", "une fois expiré"),
    ],
)
def test_what_opens_a_condition(lang: str, text: str, condition: str) -> None:
    (norm,) = norms_of(text, lang)
    assert [one.text[: len(condition)] for one in norm.conditions] == [condition]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "La Comisión deberá reunirse una vez al año."),
        ("es", "El plazo podrá prorrogarse hasta por tres meses."),
        ("es", "En todos los casos, el titular deberá informar al Ministerio."),
        ("es", "El Ministerio o el Instituto, según corresponda, deberá informar al titular."),
        ("es", "El titular deberá informar a la universidad, donde se guardan los registros."),
        ("pt", "A Comissão deverá reunir-se uma vez por ano."),
        ("pt", "O prazo poderá ser prorrogado por até três meses."),
        ("pt", "Em todos os casos, o titular deve informar o Ministério."),
        ("en", "The Board shall meet once a year."),
        ("fr", "Le conseil doit se réunir une fois par an."),
    ],
)
def test_what_only_looks_like_a_condition(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert not norm.conditions


@pytest.mark.parametrize(
    ("lang", "text", "exceptions", "deferences"),
    [
        ("es", "No podrá otorgarse la licencia sino mediante concurso.", 1, 0),
        ("es", "El titular deberá informar al Ministerio según lo determine el reglamento.", 0, 1),
        ("es", "La regla obliga no sólo a los nacionales sino también a los residentes.", 0, 0),
        ("pt", "A licença não pode ser concedida senão mediante concurso.", 1, 0),
        ("pt", "O titular deve informar o Ministério, excetuados os casos urgentes.", 1, 0),
        ("pt", "O titular deve informar o Ministério consoante o regulamento.", 0, 1),
        ("pt", "O titular deve informar o Ministério independentemente de notificação.", 0, 0),
    ],
)
def test_exceptions_and_deferences(lang: str, text: str, exceptions: int, deferences: int) -> None:
    (norm,) = norms_of(text, lang)
    assert (len(norm.exceptions), len(norm.deference)) == (exceptions, deferences)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In no case shall the term exceed five years."),
        ("es", "El plazo en ningún caso excederá de cinco años."),
        ("pt", "Em caso algum o prazo excederá cinco anos."),
    ],
)
def test_never_ahead_of_what_rules_forbids(lang: str, text: str) -> None:
    assert [norm.modality for norm in norms_of(text, lang)] == ["prohibition"]


@pytest.mark.parametrize(
    ("lang", "text", "table", "held"),
    [
        ("es", "La Parte argentina designa a la Secretaría de Turismo.", "stands_for", False),
        ("es", "El término barco designa todo buque mercante.", "stands_for", True),
        ("pt", "O Governo designa o Ministério da Saúde.", "stands_for", False),
        ("pt", "O termo barco designa todo navio mercante.", "stands_for", True),
        ("es", "Se aprobará la versión definitiva del plano.", "last_word", False),
        ("es", "La decisión de la Comisión será definitiva e inapelable.", "last_word", True),
        ("pt", "O recebimento definitivo da obra cabe ao fiscal.", "last_word", False),
        ("pt", "A decisão da Comissão é definitiva e obrigatória.", "last_word", True),
        ("pt", "As Partes trabalharão no sentido de criar uma escola.", "definition", False),
        ("pt", "Navio, no sentido do presente Acordo, é qualquer barco.", "term_frame", True),
        ("es", "Las Partes intercambiarán todo tipo de publicaciones.", "definition", False),
        ("pt", "O Conselho conhece dos recursos dos utentes.", "hears", True),
        ("es", "El Tribunal entenderá en los recursos de los usuarios.", "hears", True),
        ("es", "El Fondo podrá prestarse con el concurso del Ministerio.", "step", False),
        ("es", "El puesto se cubrirá por concurso.", "step", True),
        ("pt", "A escola será construída com o concurso do Ministério.", "step", False),
        ("pt", "A vaga será provida mediante concurso.", "step", True),
    ],
)
def test_what_a_word_says_and_does_not_say(lang: str, text: str, table: str, held: bool) -> None:
    (sentence,) = read(text, lang).sentences
    assert bool(sentence.of(table)) is held


@pytest.mark.parametrize(
    ("lang", "text", "name", "held"),
    [
        ("es", "El personal con dos años de antigüedad tendrá licencia.", "antiquity", False),
        ("es", "Las antigüedades no saldrán del país.", "antiquity", True),
        ("pt", "A promoção faz-se por antiguidade.", "antiquity", False),
        ("pt", "As antiguidades não sairão do país.", "antiquity", True),
        ("pt", "A empresa poderá deter dez por cento das ações.", "detention", False),
        ("pt", "O pagamento é feito nas moedas das Partes.", "cash", False),
        ("pt", "O pagamento é feito em notas e moedas.", "cash", True),
    ],
)
def test_classes_of_words_with_two_senses(lang: str, text: str, name: str, held: bool) -> None:
    (sentence,) = read(text, lang).sentences
    assert bool(sentence.classes.get(name)) is held
