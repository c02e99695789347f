"""Portuguese forms that rules of lint did not know: the present tense, other verbs, African spelling. Texts are written for this file."""

from __future__ import annotations

from examples import read
from rowwise import each_row

from ssc_drafter.lint import lint

BEFORE = "Artigo 8\nAs Partes cooperarão.\n\nArtigo 9\n"
NON_BINDING = "Memorando de Entendimento\n\nArtigo 1\n{}\n\nArtigo 2\nO presente Memorando não cria obrigação jurídica."
FORCE = "Artigo 8\nO presente Acordo será ratificado por cada Parte.\n\nArtigo 9\n"
SIGNED = "Feito em Ancara, em 3 de maio de 2024, em dois exemplares, nas línguas {}, fazendo ambos igualmente fé."

ROWS = [
    ("which_notification", BEFORE + "O presente Acordo entra em vigor na data em que as Partes se notificarem do cumprimento das formalidades.", True),
    ("which_notification", BEFORE + "O presente Acordo entra em vigor na data da última notificação.", False),
    ("signature_and_ratification", FORCE + "O presente Acordo entra em vigor na data da sua assinatura.", True),
    ("treaty_duty_in_non_binding", NON_BINDING.format("Os Participantes se comprometem a reunir-se a cada ano."), True),
    ("treaty_duty_in_non_binding", NON_BINDING.format("Os Participantes comprometer-se-ão a enviar peritos."), True),
    ("entry_into_force_in_non_binding", NON_BINDING.format("O presente Memorando de Entendimento entra em vigor na data da assinatura."), True),
    ("body_amends", FORCE + "A Comissão Mista pode alterar o presente Acordo.", True),
    ("notice_unsaid", FORCE + "Entrará em vigor na troca. Qualquer das Partes pode denunciar o presente Acordo por escrito.", True),
    ("money_open_ended", "Artigo 5\nA Parte recetora arcará com todas as despesas do programa.", True),
    ("money_open_ended", "Artigo 5\nTodos os custos do projeto serão suportados pela Parte recetora.", True),
    ("money_open_ended", "Artigo 5\nA Parte recetora suporta todas as despesas até ao limite do orçamento.", False),
    ("duty_without_owner", "Artigo 5\nOs relatórios anuais devem ser submetidos até 31 de janeiro.", True),
    ("duty_without_owner", "Artigo 5\nOs relatórios anuais serão submetidos pela instituição executora até 31 de janeiro.", False),
    ("notice_too_long", "Artigo 8\nO presente Acordo é válido por doze meses.\n\nArtigo 9\nRenova-se automaticamente, salvo aviso doze meses antes do seu termo.", True),
    ("project_outlasts", "Artigo 1\nO projecto terá uma duração de sete anos.\n\nArtigo 2\nO presente Acordo vigora por cinco anos.", True),
    ("contraction", "Artigo 1\nA sede fica em este país.", True),
    ("contraction", "Artigo 1\nDepois de o Governo o nomear, reside no país.", False),
    ("contraction", "Artigo 1\nDepois de este Acordo entrar em vigor, as Partes reúnem-se.", False),
    ("two_notices", "Artigo 8\nQualquer Parte pode denunciar o presente Acordo com aviso de três meses.\n\nArtigo 9\nAs Partes procuram pôr fim ao conflito com antecedência de seis meses.", False),
    ("two_notices", "Artigo 8\nQualquer Parte pode pôr termo ao presente Acordo com aviso de três meses.\n\nArtigo 9\nO presente Acordo pode ser denunciado com antecedência de seis meses.", True),
    ("languages_counted", SIGNED.format("portuguesa, turca e espanhola"), True),
    ("languages_counted", SIGNED.format("portuguesa e turca"), False),
]  # fmt: skip


@each_row(("rule", "words", "finds"), ROWS)
def test_a_rule_knows_the_forms_of_portuguese_agreements(rule: str, words: str, finds: bool) -> None:
    assert bool(lint(read(words, "pt"), only=(rule,)).findings) is finds
