"""Portuguese words that a class, a term or a kind took for others, and forms that every drafter uses, read by effect.

Sentences are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.parted import rest_end
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.stated import stated
from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.document.terms import other_than, terms
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair
from tests.unit.check.test_stated import bitten


def named(words: str) -> set[str]:
    """Return the classes and acts that a Portuguese text is read to name."""
    sentences = read(words, "pt").sentences
    return {name for one in sentences for name in (*one.classes, *one.acts)}


NOT_MEANT = [
    ("Os membros presentes deliberam por maioria.", "advantage give"),
    ("O presente Acordo permanecerá em vigor por cinco anos.", "stay"),
    ("O presente Acordo entrará em vigor na data da assinatura.", "enter"),
    ("A controvérsia será submetida à Corte Internacional de Justiça.", "fell"),
    ("O Estado de acolhimento facilitará a estada dos peritos.", "adopt_child"),
    ("O ministério de tutela aprova o plano.", "adopt_child family"),
    ("Serão enviados peritos com experiência em agricultura.", "experiment"),
    ("As Partes buscarão soluções comuns.", "criminal police_power search"),
    ("No marco do presente Acordo, as Partes cooperam.", "mark"),
    ("A captação de recursos financeiros cabe ao comité.", "draw_water"),
    ("Certifica-se o trânsito em julgado da sentença.", "move"),
    ("As Partes reúnem-se com a frequência necessária.", "radio_frequency communication connect"),
    ("As Partes celebram um acordo de supressão de vistos.", "destroy"),
    ("As quotas anuais são pagas pelos membros.", "invest"),
    ("São atribuições do Conselho aprovar o orçamento.", "grant"),
    ("O contrato prevê um transporte seguro e eficaz.", "insure insurance insurer"),
    ("A sociedade deterá trinta por cento das ações.", "detain"),
    ("A cultura de paz é promovida pelas Partes.", "sow"),
    ("Tendo em conta o parecer, o Conselho decide.", "bank_account public_money"),
    ("As Partes elaboram um plano de trabalho.", "work employ"),
    ("As Partes reúnem-se mensalmente.", "charged school_fee"),
    ("As Partes promovem a eliminação segura de pesticidas.", "insure insurance"),
    ("A data de entrada de cada pedido é registada; o recorrente pode entrar com pedido de revisão.", "enter"),
    ("O presente Acordo permanecerá por prazo indeterminado.", "stay"),
    ("O Governo constrói um centro de processamento de castanha de caju.", "process_data"),
    ("A lei limita a exposição e o uso; cada Parte faz uma exposição sumária.", "display"),
    ("As Partes buscarão na negociação uma solução.", "search police_power"),
    ("Os navios podem realizar buscas e salvamento no mar.", "search police_power criminal"),
    ("As Partes trocam experiências científicas; o hospital envia um médico com experiência médica.", "experiment"),
    ("A captação e gestão de fundos cabe ao Secretariado.", "draw_water"),
    ("O município organiza a coleta de material reciclável.", "sample"),
    ("A reunião é marcada com dez dias de antecedência.", "mark"),
    ("Os direitos aduaneiros serão eliminados em cinco anos.", "destroy destroyed"),
    ("A coordenação do programa fica a cargo do Ministério da Educação.", "pay"),
    ("O funcionário foi exonerado do cargo de diretor.", "exempt"),
    ("As ações da sociedade serão detidas pelo Banco.", "detain"),
    ("As Partes desejam pôr fim ao conflito e proibir a retirada de qualquer amostra.", "terminate"),
    ("Na fase de habilitação, os licitantes entregam os documentos de habilitação.", "license"),
    ("O conselho da lagoa decide por dois terços dos votos.", "ratify"),
    ("O despacho das mercadorias faz-se no porto; os custos vêm no despacho aduaneiro.", "order_minister"),
    ("A licença é renovada antes do seu vencimento; o empréstimo tem a data de vencimento e o montante.", "salary"),
    ("As despesas correm por conta do projeto; o artesão trabalha por conta própria.", "bank_account"),
    ("A energia solar é um recurso para o desenvolvimento, sem recurso à força.", "dispute"),
    ("O trabalho da Comissão começa no prazo de dez dias de trabalho.", "work"),
    ("O operador de rede transporta energia elétrica.", "communication"),
    ("O operador responde pelos danos causados pelo navio.", "data_controller"),
    ("O fisco cobra o imposto.", "inspector"),
    ("A remessa de cartas rogatórias e a entrega das cartas credenciais fazem-se por via diplomática.", "post"),
    ("Os peritos e seus familiares recebem vistos gratuitos.", "conflict_of_interest"),
    ("O Presidente nomeia o diretor, depois de ouvido o Conselho de Ministros.", "heard_first"),
    ("A licença é renovada mediante pedido escrito e fundamentado.", "reasons_told"),
    ("O Comité reúne-se quando entender necessário.", "on_mere_word"),
    ("O período de candidatura termina no dia 30 de junho; terminada a missão, regressam.", "ends_with_post"),
    ("A pena é agravada se houver dolo.", "liable_for_fault"),
]

MEANT = [
    ("Nenhum funcionário pode aceitar presentes de fornecedores.", "advantage"),
    ("Os peritos permanecem no território por seis meses.", "stay"),
    ("O corte de árvores e a supressão de vegetação dependem de licença.", "fell license"),
    ("A tutela do menor é decidida pelo juiz.", "family"),
    ("A busca domiciliária só se faz com mandado do juiz.", "search police_power"),
    ("A captação de águas subterrâneas depende de licença.", "draw_water"),
    ("As frequências são atribuídas pela autoridade.", "radio_frequency"),
    ("O perito contrata um seguro de saúde.", "insurance"),
    ("As despesas de viagem correm por conta da Parte que envia.", "pay"),
    ("Os trabalhadores recebem salário segundo o contrato de trabalho.", "work"),
    ("O contrato de trabalho fixa o local de trabalho; as dívidas são perdoadas.", "work exempt"),
    ("A autorização é dada por despacho do Ministro.", "order_minister"),
    ("Nenhum perito será detido ou preso.", "detain"),
    ("Os fundos entram na conta do projeto.", "bank_account"),
    ("A emenda é aprovada por três quintos dos votos.", "ratify"),
    ("As notas sobre a entrada e permanência de peritos são trocadas.", "enter"),
]


@each_row(("words", "names"), NOT_MEANT)
def test_a_word_with_another_sense_names_no_class(words: str, names: str) -> None:
    assert named(words).isdisjoint(names.split())


@each_row(("words", "names"), MEANT)
def test_what_is_meant_is_still_named(words: str, names: str) -> None:
    assert named(words) >= set(names.split())


POSITIONS = [
    ("en", "No loans.", "As Partes cooperam em benefício mútuo.", False),
    ("en", "No loans.", "A Parte doadora celebra um contrato de mútuo com o Ministério das Finanças.", True),
    ("en", "We do not provide vehicles.", "A Parte recetora põe à disposição da equipa um autocarro.", True),
    ("en", "We pay no pensions.", "O Governo financiará a reforma da administração pública.", False),
    ("en", "The receiving Party pays no rent.", "A Parte recetora pagará o imposto sobre a renda dos peritos.", False),
    ("en", "The receiving Party pays no rent.", "A Parte recetora pagará a renda da casa dos peritos.", True),
    ("en", "No visas free of charge.", "Visto o parecer do comité, a formação é gratuita.", False),
    ("en", "No sharing of personal data.", "O intercâmbio de dados pessoais entre as Partes é livre.", True),
    ("en", "Travel costs are borne by the sending Party.", "As despesas de deslocação correm por conta da Parte de acolhimento.", True),
    ("pt", "Não aceitamos resíduos perigosos.", "As Partes trocam experiências sobre a gestão dos resíduos perigosos.", False),
    ("pt", "Sem subcontratação sem o nosso acordo.", "O empreiteiro pode subcontratar com o acordo escrito da outra Parte.", False),
    ("pt", "Sem empréstimos.", "A Parte recetora fornecerá dois veículos.", False),
    ("pt", "Sem empréstimos.", "O Banco concede um empréstimo ao Ministério.", True),
    ("en", "We provide no equipment.", "A Parte que envia fornecerá material de laboratório.", True),
    ("en", "We provide no equipment.", "A Parte fornece apoio sobre matérias de interesse comum.", False),
    ("en", "No sharing of data with third parties.", "O Instituto pode transmitir dados a terceiros.", True),
    ("en", "No sharing of data.", "As Partes trocam informações e dados.", True),
    ("en", "No bank accounts.", "Os fundos são depositados na conta do Ministério da Saúde.", True),
    ("en", "No bank accounts.", "As Partes terão em conta a legislação.", False),
    ("en", "No visas free of charge.", "A Parte recetora concede vistos aos peritos gratuitamente.", True),
    ("en", "We provide no vehicles.", "O diplomata de carreira fornece as informações.", False),
    ("en", "We provide no vehicles.", "Os custos das viaturas são repartidos proporcionalmente.", False),
    ("en", "We provide no vehicles.", "A Parte recetora designa um coordenador e fornece um veículo.", True),
    ("en", "We provide no housing.", "A Parte recetora facilitará a procura de alojamento.", False),
    ("en", "No advance payments.", "As Partes, adiante designadas Signatários, acordam o seguinte.", False),
    ("en", "No contributions.", "A contraparte nacional acompanha o projeto.", False),
    ("en", "No medicines.", "A Parte fornece apoio à remediação dos solos.", False),
    ("en", "No minerals.", "O prazo mínimo é de um mês.", False),
    ("en", "No third countries.", "O outro Estado Contratante informa o primeiro.", False),
    ("en", "No troops.", "As Partes abrem um contingente pautal de arroz.", False),
    ("en", "No gender clauses.", "A Parte fornece géneros alimentícios e sementes.", False),
    ("en", "No fishing licences.", "A Parte emite uma licença anual de pesca.", True),
    ("en", "Every agreement provides for reports.", "As Partes trocam informações relativas à saúde.", True),
    ("en", "Every agreement provides for meetings.", "Os bens que se encontrem no território são devolvidos.", True),
    ("en", "The Ministry of Finance approves the budget.", "O orçamento é válido por um ano e o comité misto é informado.", False),
    ("en", "The project is led by our Ministry.", "O projeto é liderado pela Embaixada.", True),
    ("en", "The samples remain in our country.", "As amostras da bacia transfronteiriça são conservadas.", False),
    ("en", "Housing is paid by the sending Party.", "O alojamento em centros de acolhimento é pago.", False),
    ("pt", "Não fazemos pagamentos em espécie.", "O subsídio é pago em espécie.", True),
]  # fmt: skip


@each_row(("lang", "rule", "clause", "breaks"), POSITIONS)
def test_a_position_meets_what_is_meant(lang: str, rule: str, clause: str, breaks: bool) -> None:
    assert bitten(lang, rule, "pt", clause) is breaks


SORTS = [
    ("Os custos indiretos não ultrapassam 7 por cento.", "bounds"),
    ("Recusamos a isenção de impostos.", "denies"),
    ("Qualquer acordo deve prever uma auditoria.", "demands"),
    ("As viaturas pertencem à Parte de acolhimento.", "fixes"),
    ("Os dados permanecem em território nacional.", "fixes"),
    ("Não fazemos pagamentos em espécie.", "denies"),
]


@each_row(("rule", "sort"), SORTS)
def test_how_an_office_words_a_rule_is_known(rule: str, sort: str) -> None:
    assert [one.sort for one in stated(read(rule, "pt"))] == [sort]


COUNTED = [
    ("A Dalmira enviará seis peritas.", (6, {"expert"}, False, False)),
    ("O hospital fará dez cirurgias.", (10, set(), False, False)),
    ("O hospital recebe dez cirurgiões.", (10, {"doctor"}, False, False)),
    ("As despesas pagas pelos seis peritos são reembolsadas.", (6, {"expert"}, False, True)),
    ("Adicionalmente, enviará dois médicos.", (2, {"doctor"}, True, False)),
    ("A Parte fornece três carros.", (3, {"vehicle"}, False, False)),
    ("A Parte financia três estudos arquitetónicos.", (3, set(), False, False)),
    ("A Parte fornece dez servidores.", (10, set(), False, False)),
    ("A Dalmira envia cinco equipas formando um contingente.", (5, set(), False, False)),
    ("O centro recebe doze formandos.", (12, {"student"}, False, False)),
]


@each_row(("words", "expected"), COUNTED)
def test_what_a_sentence_counts_in_portuguese(words: str, expected: tuple[int, set[str], bool, bool]) -> None:
    (found,) = (one for rows in counts(read(words, "pt")).values() for one in rows)
    assert (int(found.number.value), set(found.kinds), found.more, found.told) == expected


THINGS = "Os bens imóveis regem-se pela lei do país em que estiverem situados."
VOTE = "Os peritos assistem às reuniões do conselho da lagoa sem direito a voto."
SIGNALS = [
    ("clashes", "A decisão que retira a licença do mergulhador será fundamentada.",
     "A decisão que retira a licença do mergulhador não carece de fundamentação.", True),
    ("clashes", "A licença do mergulhador só pode ser retirada após audição prévia do interessado.",
     "O oficial do porto retira a licença do mergulhador sem o ouvir.", True),
    ("clashes", VOTE, "O perito da outra Parte tem voto nas reuniões do conselho da lagoa.", True),
    ("clashes", VOTE, "O conselho da lagoa decide com voto favorável de dois terços dos seus membros; o perito assiste.", False),
    ("law_elsewhere", THINGS, "O terreno comprado pelo Banco é regulado pela lei da outra Parte.", True),
    ("law_elsewhere", THINGS, "Os contratos de trabalho, bem como os seus anexos, regem-se pela lei da outra Parte.", False),
    ("law_elsewhere", THINGS, "A cooperação no domínio da educação rege-se pela lei da outra Parte.", False),
    ("courts_opened", "As deliberações do júri em matéria de subsídios são insusceptíveis de recurso.",
     "As deliberações do júri em matéria de subsídios podem ser impugnadas judicialmente.", True),
    ("clashes", "Os peritos guardam sigilo mesmo cessadas as suas funções.",
     "Findas as funções, os peritos continuam obrigados ao sigilo.", False),
    ("clashes", "O transportador responde independentemente da culpa pelos danos no lago.",
     "Se houver dolo, o transportador responde também pelos lucros cessantes no lago.", False),
    ("clashes", "A licença do mergulhador é renovada mediante pedido escrito e fundamentado.",
     "A licença do mergulhador pode ser recusada sem motivação.", False),
    ("clashes", "Os custos do laboratório são suportados em partes iguais pelos institutos.",
     "Os resultados do laboratório pertencem exclusivamente à universidade.", False),
    ("law_elsewhere", THINGS, "Entre outras coisas, a formação rege-se pela lei da outra Parte.", False),
    ("law_elsewhere", "A capacidade das pessoas rege-se pela lei do domicílio.",
     "Para reforçar a sua capacidade técnica, o Instituto é regido pela lei da outra Parte.", False),
]  # fmt: skip


@each_row(("name", "theirs", "ours", "expected"), SIGNALS)
def test_guarantees_and_laws_in_portuguese_forms(name: str, theirs: str, ours: str, expected: bool) -> None:
    assert (name in signals(pair(read(ours, "pt"), read(theirs, "pt"), "XX"))) is expected


WHOLE = "“embarcações” significa os barcos de pesca cujo comprimento não exceda dez metros"
PARTED = "“peritos” significa os técnicos enviados; o motorista não é perito"


@each_row(("words", "whole"), [(WHOLE, True), (PARTED, False)])
def test_a_definition_ends_where_it_says_what_its_term_is_not(words: str, whole: bool) -> None:
    (term,) = terms(words, "pt")
    assert (rest_end(words, term, "pt") == term.end) is whole


@each_row(("words", "otherwise"), [("Para além dos peritos, há motoristas.", False), ("Os que não são peritos pagam.", True)])
def test_besides_a_term_is_not_other_than_it(words: str, otherwise: bool) -> None:
    assert other_than(words, words.index("peritos"), "pt") is otherwise


RECOURSE = [
    ("O Estado gere os recursos hídricos.", False),
    ("Findo o prazo, as instalações revertem para o Estado.", False),
    ("Da decisão cabe recurso para o tribunal.", True),
]


@each_row(("law", "given"), RECOURSE)
def test_resources_are_no_recourse(law: str, given: bool) -> None:
    assert (says("crossing", "pt", "recourse", law) is not None) is given
