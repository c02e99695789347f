"""What the server keeps at hand changes no answer: reports, laws, positions and looks are those of what stands now."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.policies.instrument import Verified
from ssc_drafter.server.draft import body as bodies
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.drafted import Drafted, drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, drafts, instruments, norms
from tests.unit.check.walking import RANKS, clauses, forget, rules
from tests.unit.check.walking import Law as Written
from tests.unit.check.walking import made as law_of

pytestmark = pytest.mark.slow
HX = {"HX-Request": "true"}
STEPS = 9


class Office:
    """An officer at one draft, whose Party has two laws; what it is held against may be asked for beside the pages."""

    def __init__(self, store: Store, officer: Any, desk: Any, app: Any, by: random.Random) -> None:
        self.store, self.officer, self.desk, self.app, self.by = store, officer, desk, app, by
        self.laws = [Written(f"{name}.txt", "en", tuple(by.sample(rules("en"), 8)), "KE") for name in "ab"]
        for one in self.laws:
            self.keep(one)
        self.own(by.sample(clauses("en"), 3))

    def keep(self, one: Written) -> None:
        law = replace(law_of(one), title=f"Act {one.file}")
        facts = {"title": law.title, "country": "KE", "lang": "en", "file": law.file, "provisions": len(law.provisions)}
        instruments.add(self.store, self.officer.actor(), body=msgspec.json.encode(law), **facts)

    def own(self, words: list[str]) -> None:
        for one in words:
            self.desk.do("articles", heading="Own article", text=one, after="")

    def stands(self) -> tuple[drafts.Draft, Drafted]:
        head = drafts.head(self.store, self.desk.url.rpartition("/")[2])
        assert head
        return head, drafted(drafts.read(self.store, head.id).body)

    def checked(self) -> Report:
        """Let the page ask for a check until it has all, and return the report that is kept."""
        for _ in range(2):
            self.officer.post(f"{self.desk.url}/check", {"version": self.desk.version()}, headers=HX)
        with self.app.test_request_context():
            report = checking.held(self.store, *self.stands())
        assert report is not None
        return report

    def held_against(self) -> tuple[Any, ...]:
        with self.app.test_request_context():
            made = self.stands()[1]
            laws = [replace(one) for one in checking.read_laws(self.store, checking.laws_for(self.store, made))]
            return made.running, laws, made.library, list(checking.positions(self.store))

    def text_edited(self) -> None:
        _, made = self.stands()
        mine = [one.address for one in made.running.units if one.heading == "Own article"]
        self.desk.do(f"text/{self.by.choice(mine)}", text=self.by.choice(clauses("en"))) if mine else self.own(["A word."])

    def undone(self) -> None:
        """Go back to what stood some versions ago, as a new version."""
        head, _ = self.stands()
        before = drafts.read(self.store, head.id, self.by.randrange(max(1, head.version - 3), head.version + 1)).body
        op = bodies.mark("op", str(self.by.random()), head.version, before)
        drafts.save(
            self.store, self.officer.actor(), head.id, base=head.version, op=op, body=before, title=head.title, lang="en"
        )

    def law_changed(self) -> None:
        at = self.by.randrange(2)
        one = self.laws[at]
        facts = self.by.choice(({"hierarchy": self.by.choice(RANKS)}, {"articles": tuple(self.by.sample(rules("en"), 8))}))
        self.laws[at] = replace(one, **facts)
        self.keep(self.laws[at])

    def provision_verified(self) -> None:
        one = self.by.choice(instruments.listed(self.store, ("KE",)))
        law = checking.law_of(self.store, one)
        at = self.by.choice(law.provisions)
        key = norms.provision_key("KE", at.address, law.text[at.start : at.end])
        said = Verified(at.address, muted=self.by.random() < 0.5, text=self.by.choice(rules("en")))
        norms.verify(self.store, self.officer.actor(), one.id, key, at.address, msgspec.json.encode(said))

    def position_changed(self) -> None:
        self.officer.post("/positions/five_years", {"do": self.by.choice(("on", "off"))})


EDITS: tuple[Callable[[Office], None], ...] = (
    Office.text_edited, Office.text_edited, Office.undone, Office.law_changed, Office.provision_verified, Office.position_changed,
)  # fmt: skip


@pytest.fixture
def office(store: Store, officer: Any, desk_of: Any, app: Any) -> Iterator[Office]:
    yield Office(store, officer, desk_of(officer, "letter_of_intent"), app, random.Random(7))
    forget()


def told(report: Report) -> dict[str, Any]:
    return report.to_json() | {"checked": 0}


def test_after_each_edit_the_report_is_that_of_a_process_that_remembers_nothing(office: Office) -> None:
    kept: list[tuple[str, dict[str, Any], tuple[Any, ...]]] = [("first", told(office.checked()), office.held_against())]
    for _ in range(STEPS):
        edit = office.by.choice(EDITS)
        edit(office)
        kept.append((edit.__name__, told(office.checked()), office.held_against()))
    assert any(one["findings"] for _, one, _ in kept)
    for number, (edit_name, report, (text, laws, library, positions)) in enumerate(kept):
        forget()
        fresh = told(check(text, laws, library=library, positions=positions))
        assert report == fresh, f"{edit_name}, step {number}"


def test_what_an_officer_says_while_a_check_runs_is_for_the_next_one(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = checking.check

    def interrupted(*given: Any, **more: Any) -> Report:
        found = whole(*given, **more)
        office.provision_verified()
        return found

    with office.app.test_request_context():
        monkeypatch.setattr(checking, "check", interrupted)
        checking.run(office.store, *office.stands())
        assert checking.held(office.store, *office.stands()) is None
        monkeypatch.setattr(checking, "check", whole)
        checking.run(office.store, *office.stands())
        assert checking.held(office.store, *office.stands()) is not None


def test_another_title_of_a_position_another_library_or_program_asks_for_a_check(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = office.store.folder / "positions"
    folder.mkdir()

    def titled(title: str) -> None:
        (folder / "term.toml").write_text(f'title = "{title}"\ntext = "An agreement lasts five years at most."\n', "utf-8")

    with office.app.test_request_context():
        head, made = office.stands()
        brought = Drafted(made.body, made.agreement, made.running)  # read from a file: its cures come from the library of today

        def waits(*patches: tuple[Any, str, Any]) -> list[bool]:
            """Check both drafts, put something else in a place, and tell which of them waits for a check."""
            found = []
            for one in (made, brought):
                checking.run(office.store, head, one)
                with monkeypatch.context() as patch:
                    for patched in patches:
                        patch.setattr(*patched)
                    found.append(checking.held(office.store, head, one) is None)
            return found

        titled("Five years")
        assert waits() == [False, False]
        checking.run(office.store, head, made)
        titled("At most five years, says the Minister")
        assert checking.held(office.store, head, made) is None
        assert waits((editions, "number_today", lambda store=None: "another")) == [False, True]
        assert waits((checking, "check_edition", lambda: "another")) == [True, True]
