"""What a law says cannot pass to another hand, and a clause that passes it on; the twin keeps it where it is."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import pair

# language of the clause and of the law, the law, a clause that passes the thing on, one that does not
PASSED_ON = [
    (
        "en",
        "en",
        "A mooring permit is personal to its holder and is not transferable to another person.",
        "The holder of the mooring permit shall make over the permit to the joint company on its formation.",
        "The holder of the mooring permit shall keep the permit on board; it shall not be transferred to the joint company.",
    ),
    (
        "en",
        "en",
        "The rights of the community in its songs are inalienable.",
        "The community assigns to the Foundation its rights in the songs recorded, for good.",
        "The community lets the Foundation play the songs recorded; its rights in them are kept.",
    ),
    (
        "fr",
        "fr",
        "Le permis de mouillage ne peut être cédé.",
        "Le titulaire du permis de mouillage le cède à la société mixte dès sa création.",
        "Le titulaire du permis de mouillage ne le cède à personne et en informe la société mixte.",
    ),
    (
        "fr",
        "fr",
        "Les droits moraux de l'interprète sont inaliénables.",
        "Les interprètes cèdent à la Fondation leurs droits moraux sur les enregistrements.",
        "Les interprètes conservent leurs droits moraux sur les enregistrements de la Fondation.",
    ),
    (
        "es",
        "es",
        "La licencia de fondeo es intransferible.",
        "El titular traspasará la licencia de fondeo a la empresa mixta.",
        "El titular conservará la licencia de fondeo mientras dure la empresa mixta.",
    ),
    (
        "es",
        "es",
        "Los derechos de la comunidad sobre sus cantos son inalienables.",
        "La comunidad cede a la Fundación sus derechos sobre los cantos grabados.",
        "La comunidad conserva sus derechos sobre los cantos grabados por la Fundación.",
    ),
    (
        "pt",
        "pt",
        "A licença de fundeio é intransferível.",
        "O titular cederá a licença de fundeio à empresa mista.",
        "O titular não cederá a licença de fundeio à empresa mista.",
    ),
    (
        "pt",
        "pt",
        "Os direitos da comunidade sobre os seus cantos são inalienáveis.",
        "A comunidade cede à Fundação os direitos sobre os cantos gravados.",
        "A comunidade conserva os direitos sobre os cantos gravados pela Fundação.",
    ),
    (
        "fr",
        "en",
        "The moral rights of a performer are inalienable.",
        "Les interprètes cèdent à la Fondation leurs droits moraux.",
        "Les interprètes conservent leurs droits moraux.",
    ),
    (
        "es",
        "en",
        "A permit is not transferable.",
        "El titular cederá el permiso a la empresa mixta.",
        "El titular conservará el permiso durante la vigencia.",
    ),
]


def seen(lang: str, lang_of_law: str, theirs: str, ours: str) -> set[str]:
    """Return the signals in a clause and a provision."""
    return set(signals(pair(read(ours, lang), read(theirs, lang_of_law), "XX")))


@each_row(("lang", "lang_of_law", "law", "passed", "kept"), PASSED_ON)
def test_what_cannot_pass_to_another_is_passed_on(lang: str, lang_of_law: str, law: str, passed: str, kept: str) -> None:
    assert "right_revoked" in seen(lang, lang_of_law, law, passed)
    assert not {"right_revoked", "forbidden_flatly"} & seen(lang, lang_of_law, law, kept)
