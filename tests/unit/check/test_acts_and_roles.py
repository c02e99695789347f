"""Acts, steps that wait and who acts, read from sentences of law in four languages. All texts are written for this file."""

from __future__ import annotations

import pytest
from rowwise import each_row

from ssc_drafter.check import law
from ssc_drafter.check.kinds.deeds import KIN, SAME, UNLIKE, likeness, lines
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Mark, Sentence

ACTS = [
    ("en", "The cooperative sells the surplus fish.", {"sell", "fish"}),
    ("fr", "La coopérative vend ses semences et exporte le miel.", {"sell", "export"}),
    ("es", "El Instituto exportará las muestras y sembrará dos parcelas.", {"export", "sample", "sow"}),
    ("pt", "A empresa arrendará o terreno e construirá um armazém.", {"lease", "build"}),
]


@pytest.mark.parametrize(("lang", "text", "acts"), ACTS)
def test_acts_are_read_from_verbs_and_their_nouns(lang: str, text: str, acts: set[str]) -> None:
    assert acts <= set(read(text, lang).sentences[0].acts)


def test_every_wider_act_is_a_class_and_no_line_turns_back() -> None:
    known = law.acts()
    assert all(one.under in known for one in known.values() if one.under)
    assert all("transfer" in lines()[name] for name in ("sell", "give", "lease"))


def test_likeness_of_acts() -> None:
    sell, build = Mark(0, 1, "sell"), Mark(0, 1, "build")
    assert likeness((sell,), {"sell"}) == SAME
    assert likeness((Mark(0, 1, "transfer"),), {"sell"}) == KIN
    assert likeness((build,), {"sell"}) == UNLIKE
    assert UNLIKE < likeness((build,), set()) < KIN


def words(text: str, sentence: Sentence, first: int, last: int) -> str:
    return text[sentence.words[first].start : sentence.words[last - 1].end]


DEMANDS = [
    # law, the step, its kind, an act that waits, the organ
    ("en", "No beehive shall be moved across the river without the written leave of the Apiary Board.", "leave of", "permit", "", "Board"),
    ("en", "Salt may be mined only under a licence of the Minister.", "licence", "permit", "extract", "Minister"),
    ("en", "No toll shall be fixed unless the Roads Council has been consulted.", "consulted", "consult", "fix", "Council"),
    ("fr", "Tout forage est soumis à l'autorisation préalable de l'Agence des mines.", "autorisation", "permit", "extract", "Agence"),
    ("fr", "Nul ne peut exercer la pêche sans être inscrit au registre.", "inscrit", "register", "fish", ""),
    ("es", "La venta de plaguicidas requiere registro previo en el Servicio Agrícola.", "registro", "register", "sell", ""),
    ("es", "Ningún dron podrá sobrevolar la reserva sin permiso de la Autoridad del Parque.", "permiso", "permit", "fly", "Autoridad"),
    ("pt", "A exportação de sal depende de licença do Ministério do Comércio.", "licença", "permit", "export", "Ministério"),
    ("pt", "Nenhum poço pode ser perfurado sem parecer favorável da Comissão de Águas.", "parecer favorável", "consult", "draw_water", "Comissão"),
]  # fmt: skip


@each_row(("lang", "text", "step", "kind", "act", "organ"), DEMANDS)
def test_what_waits_for_which_step(lang: str, text: str, step: str, kind: str, act: str, organ: str) -> None:
    sentence = read(text, lang).sentences[0]
    found = {words(text, sentence, one.first, one.last): one for one in sentence.demands}
    assert step in found, found.keys()
    demand = found[step]
    assert kind in demand.kinds
    assert not act or act in {mark.name for mark in demand.waits}
    assert not organ or any(organ in words(text, sentence, mark.first, mark.last) for mark in demand.organs)


NO_DEMAND = [
    ("en", "Fishers may land their catch at any pier without a permit."),
    ("fr", "La Commission est seule compétente pour délivrer les certificats."),
    ("es", "El Consejo se reúne dos veces al año."),
    ("pt", "Compete exclusivamente ao Instituto conceder o credenciamento."),
]


@each_row(("lang", "text"), NO_DEMAND)
def test_what_asks_for_no_step(lang: str, text: str) -> None:
    assert not read(text, lang).sentences[0].demands


ROLES = [
    ("en", "The tariff shall be fixed only by the Water Board.", "by", "Water Board", True),
    ("en", "The Minister of Fisheries shall close the lake in March.", "subject", "Minister of Fisheries", False),
    ("en", "The power to appoint wardens is vested in the Forest Commission.", "belongs", "Forest Commission", True),
    ("fr", "Les quotas sont arrêtés par le ministre de la pêche.", "by", "ministre de la pêche", False),
    ("fr", "Seul le ministre des finances signe les emprunts.", "subject", "ministre des finances", True),
    ("es", "La fijación de cuotas corresponde exclusivamente a la Comisión del Lago.", "belongs", "Comisión del Lago", True),
    ("es", "Las becas serán otorgadas por el Comité Conjunto.", "by", "Comité Conjunto", False),
    ("pt", "As licenças são emitidas pela Autoridade das Pescas.", "by", "Autoridade das Pescas", False),
    ("pt", "Só o Conselho de Ministros aprova o plano.", "subject", "Conselho de Ministros", True),
]


@each_row(("lang", "text", "kind", "name", "sole"), ROLES)
def test_who_acts(lang: str, text: str, kind: str, name: str, sole: bool) -> None:
    sentence = read(text, lang).sentences[0]
    found = {(one.kind, words(text, sentence, one.first, one.last)): one for one in sentence.roles}
    assert (kind, name) in found, found.keys()
    assert not sole or found[kind, name].sole  # type: ignore[index]


def test_the_accounts_of_a_ministry_do_not_make_it_act() -> None:
    sentence = read("The accounts of the Ministry shall be audited by the Auditor-General.", "en").sentences[0]
    assert [one.kind for one in sentence.roles] == ["by"]


WHOEVER = [
    ("en", "No person shall import seed.", "No person"),
    ("en", "Every operator shall keep a log.", "Every operator"),
    ("en", "1. Any person who keeps bees shall notify the Director.", "Any person"),
    ("en", "Neither Party shall levy duty.", "Neither Party"),
    ("fr", "Nul ne peut importer de semences.", "Nul"),
    ("fr", "Aucune personne ne peut pêcher.", "Aucune personne"),
    ("fr", "Tout exploitant doit tenir un registre.", "Tout exploitant"),
    ("es", "Ninguna persona podrá importar semillas.", "Ninguna persona"),
    ("es", "Nadie podrá pescar.", "Nadie"),
    ("es", "Todo operador deberá llevar un registro.", "Todo operador"),
    ("pt", "Ninguém poderá importar sementes.", "Ninguém"),
    ("pt", "Nenhuma pessoa pode pescar.", "Nenhuma pessoa"),
    ("pt", "Todo operador deve manter um registo.", "Todo operador"),
]


@each_row(("lang", "text", "name"), WHOEVER)
def test_a_subject_that_names_nobody_or_everyone_is_a_role(lang: str, text: str, name: str) -> None:
    sentence = read(text, lang).sentences[0]
    assert name in [words(text, sentence, one.first, one.last) for one in sentence.roles if one.kind == "whoever"]


@each_row(
    ("lang", "text"),
    [
        ("en", "The Director may close any beach where fish is sold."),
        ("fr", "Le préfet peut fermer toute plage."),
        ("es", "El Director podrá cerrar toda playa."),
        ("pt", "O Diretor pode encerrar qualquer praia."),
    ],
)
def test_an_object_that_is_any_is_no_role(lang: str, text: str) -> None:
    assert not [one for one in read(text, lang).sentences[0].roles if one.kind == "whoever"]
