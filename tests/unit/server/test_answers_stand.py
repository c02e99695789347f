"""An officer's answer to a finding stands over edits elsewhere and new checks, and falls when the words themselves change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.server import demo
from ssc_drafter.server.draft.drafted import drafted
from ssc_drafter.server.views import checking
from ssc_drafter.store import Store, drafts, findings
from ssc_drafter.store.actor import ROLES
from tests.unit.check.test_document import draft, law

ACT = law(
    "1. Leases\nA lease of public land to a foreign company shall not exceed thirty years.\n\n"
    "2. Medals\nThe Minister may award medals to retired officers."
)
LEASE = "The Ministry shall grant the Company a lease of public land for forty years."


def only(report: Report) -> str:
    (one,) = report.findings
    return one.id


def test_a_finding_keeps_its_name_while_both_sides_stand() -> None:
    first = only(check(draft(LEASE, "The Parties meet once a year."), [ACT]))
    assert only(check(draft("A new first article.", LEASE, "The Parties meet twice a year."), [ACT])) == first
    assert only(check(draft(LEASE.replace(" a lease", "  a\nlease")), [ACT])) == first, "white space is no other word"


@pytest.mark.parametrize("words", [LEASE.replace("forty", "fifty"), LEASE.replace("Company", "Institute")])
def test_a_finding_on_other_words_has_another_name(words: str) -> None:
    assert only(check(draft(words), [ACT])) != only(check(draft(LEASE), [ACT]))


def test_a_finding_on_another_wording_of_the_law_has_another_name() -> None:
    other = law(ACT.text.replace("thirty", "twenty"))
    assert only(check(draft(LEASE), [other])) != only(check(draft(LEASE), [ACT]))


def test_a_finding_on_two_provisions_falls_when_the_second_changes() -> None:
    seat = "\n\n90. Seat\nThe seat is Zub."
    two = "1. Name\nThis is an Act.\n\n5. Leases\nA lease of public land may be granted to a foreign body for the period set in section 8.\n\n8. Period\nThe period shall not exceed {n} years."
    known = {only(check(draft(LEASE), [law(two.format(n=n) + seat)])) for n in ("thirty", "thirty", "twenty")}
    assert len(known) == 2


@pytest.mark.slow
def test_an_answer_stands_over_an_edit_elsewhere_and_a_new_check(store: Store, visitor: Callable[..., Any]) -> None:
    officer = visitor(*ROLES)
    demo.load(store, officer.actor())
    draft_id = drafts.listed(store, officer.actor())[0].id
    url = f"/drafts/{draft_id}"

    def checked() -> Report:
        assert officer.post(f"{url}/check").status_code == 302
        head = drafts.head(store, draft_id)
        assert head
        found = checking.latest(store, head, drafted(drafts.read(store, draft_id).body))
        assert found
        return found

    def edited(address: str, text: str) -> None:
        head = drafts.head(store, draft_id)
        assert head and officer.post(f"{url}/text/{address}", {"base": str(head.version), "text": text}).status_code in (
            200,
            302,
        )

    one = next(one for one in checked().findings if one.policy.file == "policy-on-south-south-cooperation.md")
    assert one.clause
    officer.post(f"{url}/findings/{one.id}/answer", {"kind": "waived", "reason": "The minister has agreed."})
    elsewhere = next(row for row in checked().candidates if row.number not in ("", one.clause.number))
    edited(f"art_{elsewhere.number.split('(')[0]}__para_1", "The Parties shall cooperate in public health.")
    assert one.id in {other.id for other in checked().findings}
    page = officer.get(f"{url}/findings/{one.id}")
    assert "The minister has agreed." in page.text and one.id in findings.answers(store, draft_id)

    edited(one.clause.address, "Termination takes effect two (2) months after the date of receipt of the notification.")
    after = checked().findings
    changed = next(other for other in after if other.policy.file == one.policy.file and other.type == one.type)
    assert changed.id != one.id and one.id not in {other.id for other in after}
    assert changed.id not in findings.answers(store, draft_id), "the new words have to be answered anew"
    assert "The minister has agreed." not in officer.get(f"{url}/findings/{changed.id}").text
