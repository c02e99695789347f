"""A policy in the file of the decree that approves it: a part of its own, told as a policy. All invented texts."""

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.policies.provisions import Segments, segment
from ssc_drafter.tree.running import RunningText, Unit

SIGNED = "Dado en la Casa de Gobierno, en Zub, a los dos días del mes de mayo de 2009.\n\nANA ZUB\n\nPresidenta\n\nLUIS ZUB\n\nMinistro"
DECREE = (
    "DECRETO SUPREMO Nº 7-2009\n\nArtículo 1.- Apruébase la Política Nacional de la Miel, que forma parte del presente decreto.\n\n"
    f"Artículo 2.- El Ministerio publica la política.\n\nArtículo 3.- El Ministro refrenda el presente decreto.\n\n{SIGNED}\n\n"
)
FILLED = "El Estado fomenta la apicultura en todas las regiones, con la participación de los productores y sus familias. " * 12


def axis(number: int, words: str = "") -> str:
    return f"EJE DE POLÍTICA {number}. MATERIA {number}\n\n{words}{FILLED}\n\n"


POLICY = "POLÍTICA NACIONAL DE LA MIEL\n\nPRESENTACIÓN\n\n" + "".join(
    axis(number, "La ayuda externa no excederá de dos años. " if number == 3 else "") for number in range(1, 8)
)


def own(found: Segments) -> list[Provision]:
    return [one for one in found.provisions if not one.rank]


def of_policy(found: Segments) -> list[Provision]:
    return [one for one in found.provisions if one.rank == "policy"]


def test_a_policy_behind_the_signatures_is_a_part_of_its_own() -> None:
    text = DECREE + POLICY
    found = segment(text, "es")
    assert [one.number for one in own(found)] == ["1", "2", "3"]
    assert text[own(found)[2].start : own(found)[2].end].endswith("Ministro")
    assert [one.number for one in of_policy(found)] == [f"Política, Eje de política {number}" for number in range(1, 8)]
    assert text[of_policy(found)[2].start :].startswith("EJE DE POLÍTICA 3")
    assert of_policy(found)[0].within[0].heading == "POLÍTICA NACIONAL DE LA MIEL"
    assert any("7 units" in one.what for one in found.warnings) and len({one.address for one in found.provisions}) == 10


def test_a_policy_in_the_annexes() -> None:
    plan = "\n\n".join(f"{number}. Aim {number}\n{FILLED}" for number in range(1, 8))
    found = segment(f"{DECREE}ANEXO I\n\nEstrategia de la miel\n\n{plan}\n\nANEXO II\n\nCuadro de siglas\n", "es")
    assert [one.number for one in of_policy(found)] == [f"ANEXO I, {number}" for number in range(1, 8)]
    assert [one.number for one in own(found)] == ["1", "2", "3"]


OTHERS = [
    ("a decree with no policy in it", DECREE),
    ("a regulation behind an act that approves it", DECREE.replace("Política Nacional", "Norma") + POLICY),
    ("a policy that is only named", DECREE + "La política se publica aparte.\n"),
]


@each_row(("what", "text"), OTHERS)
def test_other_acts_have_no_such_part(what: str, text: str) -> None:
    assert of_policy(segment(text, "es")) == [], what


def test_a_finding_against_it_says_that_the_policy_says() -> None:
    text = DECREE + POLICY
    found = segment(text, "es")
    law = Instrument("Decreto 7-2009", "ZZ", "es", text, "0" * 64, found.provisions, found.other, "zz/7.txt", "regulation")
    clause = "La ayuda externa durará diez años."
    report = check(RunningText("Acuerdo", "es", clause, (Unit("art_1__para_1", "1", 0, len(clause), "1"),), 1), [law])
    (one,) = [one for one in (*report.findings, *report.look) if one.policy and one.policy.number.endswith("política 3")]
    assert one.severity == "low" and "Política, Eje de política 3" in one.reason and "prohíbe" not in one.reason
