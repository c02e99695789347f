"""The rank of a law whose text does not tell it: an officer states it on its page, and the file is read anew with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from ssc_drafter.cli.main import main
from ssc_drafter.store import Store, instruments

pytestmark = pytest.mark.slow

PASSAGE = (
    "The Government will build forty reservoirs in the dry valleys of the east, and it will keep them with the districts. " * 3
)
TEXT = "Water for all\n\n" + "\n\n".join(
    f"{place}. {name}\n\n" + "The Ministry will open wells in each district and train the people that they need. " * 20
    for place, name in enumerate(("Harbours", "Markets", "Clinics"), 1)
)
FRONT = f"THE ROAD AHEAD\n\n{PASSAGE}\n\n"
SAID = {
    "en": ("State this rank", "none of the ranks"),
    "fr": ("Indiquer ce rang", "aucun des rangs"),
    "es": ("Indicar este rango", "ninguno de los rangos"),
    "pt": ("Indicar este grau", "nenhum dos graus"),
}


@pytest.fixture
def officer(visitor: Callable[..., Any]) -> Any:
    return visitor("drafter", "policy_editor")


def loaded(officer: Any) -> str:
    """Bring a text that no word of rank heads; return the address of its page."""
    sent = [
        (io.BytesIO((FRONT + TEXT).encode()), "water.txt"),
        (io.BytesIO(b"title: Water for all\ncountry: KE\n"), "water.meta.yaml"),
    ]
    answer = officer.post("/laws", {"file": sent}, content_type="multipart/form-data")
    assert answer.status_code == 200, answer.text
    return str(html.fromstring(answer.text).xpath("//ul[@class='list']//h3/a/@href")[0])


def shown(officer: Any, law: str) -> tuple[str, str, list[str]]:
    """Return the rank that the page proposes, its lead, and the places of its provisions."""
    page = html.fromstring(officer.get(law).text)
    heads = [one.text_content() for one in page.xpath("//section[@class='provision']//h3")]
    return (
        page.xpath("//select[@name='rank']/option[@selected]/@value")[0],
        page.xpath("//p[@class='lede']")[0].text_content(),
        heads,
    )


def test_a_stated_rank_is_kept_and_the_file_read_anew(officer: Any) -> None:
    law = loaded(officer)
    first = "policy" if shown(officer, law)[0] == "act" else "act"
    for rank, named in ((first, ""), ("policy", "Policy"), ("act", "Act")):
        assert officer.post(f"{law}/rank", {"rank": rank}).status_code == 302
        found = shown(officer, law)
        assert found[0] == rank and named in found[1]
        assert ("“THE ROAD AHEAD”" in found[2]) == (rank == "policy")
    text = officer.get(law).text
    assert "Nothing in the title or head of this text" not in text and "rank" not in text.split("inferred:")[-1].split("<")[0]


def test_the_other_facts_stay(officer: Any) -> None:
    law = loaded(officer)
    officer.post(f"{law}/rank", {"rank": "regulation"})
    page = html.fromstring(officer.get(law).text)
    assert page.xpath("//h1")[0].text_content() == "Water for all"
    assert "Kenya" in page.xpath("//p[@class='lede']")[0].text_content()


@pytest.mark.parametrize("lang", list(SAID))
def test_a_rank_that_is_none_is_refused_with_a_sentence(officer: Any, lang: str) -> None:
    law = loaded(officer)
    before = shown(officer, law)
    officer.get(f"/language/{lang}")
    assert SAID[lang][0] in officer.get(law).text
    answer = officer.post(f"{law}/rank", {"rank": "decree"})
    assert answer.status_code == 422 and SAID[lang][1] in answer.text
    assert shown(officer, law)[0] == before[0]


def test_nobody_else_states_a_rank_and_none_without_the_token(officer: Any, visitor: Callable[..., Any]) -> None:
    law = loaded(officer)
    reader = visitor("drafter")
    assert 'name="rank"' not in reader.get(law).text
    assert reader.post(f"{law}/rank", {"rank": "act"}).status_code == 403
    assert officer.client.post(f"{law}/rank", data={"rank": "act"}).status_code in (400, 403)


def sent_again(officer: Any, name: str, body: bytes, *beside: tuple[str, bytes]) -> str:
    """Bring a law another time; return what the page says came of it."""
    sent = [(io.BytesIO(data), file) for file, data in ((name, body), *beside)]
    answer = officer.post("/laws", {"file": sent}, content_type="multipart/form-data")
    assert answer.status_code == 200, answer.text
    return str(answer.text)


FACTS = ("water.meta.yaml", b"title: Water for all\ncountry: KE\n")
AGAIN = [
    ("the same file", "water.txt", FRONT + TEXT, FACTS),
    ("its words amended", "water.txt", FRONT + TEXT.replace("Harbours", "Ports"), FACTS),
    ("the same text under another name", "plan/w.txt", FRONT + TEXT, ("w.meta.yaml", FACTS[1])),
]


@pytest.mark.parametrize(("name", "body", "facts"), [pytest.param(*row[1:], id=row[0]) for row in AGAIN])
def test_a_stated_rank_stands_when_the_law_is_loaded_again(
    officer: Any, name: str, body: str, facts: tuple[str, bytes]
) -> None:
    law = loaded(officer)
    other = "policy" if shown(officer, law)[0] == "act" else "act"
    officer.post(f"{law}/rank", {"rank": other})
    cut = shown(officer, law)[2]
    for _ in range(2):  # the second time the law stands as it was loaded the first time
        said = sent_again(officer, name, body.encode(), facts)
        assert "the rank stated for it before" in said and "Nothing in the title or head of this text" not in said
        assert shown(officer, law)[0] == other and len(shown(officer, law)[2]) == len(cut)


def test_a_rank_in_the_facts_that_come_with_the_law_is_the_later_word(officer: Any) -> None:
    law = loaded(officer)
    officer.post(f"{law}/rank", {"rank": "policy"})
    said = sent_again(officer, "water.txt", (FRONT + TEXT).encode(), (FACTS[0], FACTS[1] + b"rank: circular\n"))
    assert shown(officer, law)[0] == "circular" and "the rank stated for it before" not in said


def test_the_rank_of_another_law_under_the_same_name_is_its_own(officer: Any) -> None:
    law = loaded(officer)
    officer.post(f"{law}/rank", {"rank": "treaty"})
    said = sent_again(
        officer, "water.txt", b"Roads Act\n\n1. Roads\nA road is kept.\n\n2. End\nThis Act ends.", (FACTS[0], b"country: KE\n")
    )
    assert "the rank stated for it before" not in said and shown(officer, law)[0] == "treaty"


def test_the_command_line_keeps_a_stated_rank(
    officer: Any, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = loaded(officer)
    officer.post(f"{law}/rank", {"rank": "treaty"})
    (tmp_path / "water.txt").write_text(FRONT + TEXT)
    (tmp_path / "water.txt.meta.yaml").write_bytes(FACTS[1])
    with pytest.raises(SystemExit):
        main(["policies", "add", str(tmp_path / "water.txt"), "--data", str(store.folder)])
    said = capsys.readouterr()
    assert "The rank that an officer stated before" in said.out + said.err
    assert shown(officer, law)[0] == "treaty" and len(instruments.listed(store)) == 1
