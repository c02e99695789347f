"""Portuguese words that a class, a term or a kind took for others, and forms that every drafter uses, read by effect.

Sentences are written for this file.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.stated import stated
from ssc_drafter.check.document.tallied import counts
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
]  # fmt: skip


@each_row(("name", "theirs", "ours", "expected"), SIGNALS)
def test_guarantees_and_laws_in_portuguese_forms(name: str, theirs: str, ours: str, expected: bool) -> None:
    assert (name in signals(pair(read(ours, "pt"), read(theirs, "pt"), "XX"))) is expected
