"""What a check says: findings with the words of both sides, in the JSON of `ssc-drafter/findings/1`."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

from ssc_drafter.policies.instrument import NORM_TYPES, Division, NormType

Verdict = Literal["conflict", "step_needed", "aligned", "unrelated"]
Kind = NormType | Literal["omission"]
Severity = Literal["high", "medium", "low"]
KINDS: tuple[Kind, ...] = NORM_TYPES


class ClausePlace(Struct, frozen=True):
    """Words of the draft: `quote` is exactly the draft's text from `start` to `end`."""

    address: str
    number: str
    quote: str
    start: int
    end: int
    clause_id: str | None = None
    variant: str | None = None


class PolicyPlace(Struct, frozen=True):
    """Words of a law or policy: `quote` is exactly the instrument's text from `start` to `end`.

    `number` is the provision, `level` what it is (section, article), `pinpoint` the smallest numbered part of it that holds
    the quote (3(1), 2.1), `within` the part, chapter or the like that it stands in, outermost first; `word` what a policy calls
    it ("Objective"), if it does. A position of the house has no number: its title, in `instrument`, cites it, and its level
    is "position".
    """

    instrument: str
    country: str
    file: str
    number: str
    address: str
    quote: str
    start: int
    end: int
    level: str = ""
    pinpoint: str = ""
    within: tuple[Division, ...] = ()
    word: str = ""

    @property
    def law(self) -> tuple[str, str, str]:
        """What tells its law from others at hand, as the law itself does (`Instrument.name`)."""
        return self.country, self.file, self.instrument


class Cure(Struct, frozen=True):
    """One way out: another variant of the clause, a wording, or a step that the State's own law provides for.

    `verified` says that the clause was weighed again with it and the finding went, `value` the number that it was weighed with
    where a number decides: the law's own.
    """

    kind: Literal["variant", "wording", "domestic_step"]
    text: str
    clause_id: str | None = None
    variant: str | None = None
    verified: bool = False
    value: str = ""


class Answer(Struct, frozen=True):
    """What an officer decided about a finding."""

    kind: Literal["accepted", "waived", "no_conflict"]
    reason: str
    by: str
    at: str


class VerifiedBy(Struct, frozen=True):
    """Who verified what a provision says, when, and the sentence that the check read in the place of its words."""

    by: str
    at: str
    text: str


class Together(Struct, frozen=True):
    """What a finding has to be read together with: a place of a law or of the draft, and in a sentence what it is to it.

    `how`: a definition of the law or of the draft, what that of the draft leaves out, a provision (or an article of the draft)
    that is cited, one that cites, an article that provides for the step or leaves the power (`speaks_of`), the terms of a
    step, the rest of a total, the sum of which another is a share, a share that is added; `prevails`: another law of the
    State that says otherwise, with what the rule of rank and date prefers.
    """

    how: Literal[
        "defined",
        "defined_here",
        "left_out",
        "cites",
        "cites_here",
        "cited",
        "speaks_of",
        "step",
        "total",
        "base",
        "sum",
        "prevails",
    ]
    text: str
    policy: PolicyPlace | None = None
    clause: ClausePlace | None = None


class Finding(Struct, frozen=True):
    """A clause that does not fit a provision. `confidence` is the probability of being right to flag it.

    `also` names further provisions that the finding rests on, those of `together` (but for what prevails) among them.
    """

    id: str
    title: str
    verdict: Verdict
    type: Kind
    severity: Severity
    confidence: float
    clause: ClausePlace | None
    policy: PolicyPlace
    reason: str
    cure: tuple[Cure, ...] = ()
    also: tuple[PolicyPlace, ...] = ()
    by: Literal["rules", "reader", "both"] = "rules"
    answer: Answer | None = None
    verified: VerifiedBy | None = None
    together: tuple[Together, ...] = ()


class Fit(Struct, frozen=True):
    """A provision that was held against a clause and does not bite, why, and what it was read `together` with."""

    clause: ClausePlace
    policy: PolicyPlace
    why: str
    together: tuple[Together, ...] = ()


class Read(Struct, frozen=True):
    """An instrument that took part in the check."""

    instrument: str
    country: str
    lang: str
    file: str
    sha256: str
    provisions: int
    date: str | None
    status: str | None
    hierarchy: str = ""
    note: str = ""  # what has to be known of whose law it is; not in the document where there is nothing


class NotRead(Struct, frozen=True):
    """A file that took no part in the check, and why."""

    file: str
    reason: str


class DraftRead(Struct, frozen=True):
    """The draft that was checked."""

    title: str
    lang: str
    sha256: str
    articles: int


class Checked(Struct, frozen=True):
    """How much was looked at, and how long it took."""

    clauses: int
    provisions: int
    seconds: float
    roads: tuple[str, ...] = ()  # by which provisions were found for a clause: words, keys, embedding


class Candidate(Struct, frozen=True):
    """A provision that may concern a clause, with the score that ranked it; `law` as in `Instrument.name`."""

    law: tuple[str, str, str]
    number: str
    score: float

    @property
    def file(self) -> str:
        """The file of its law."""
        return self.law[1]


class ClauseCandidates(Struct, frozen=True):
    """The provisions that were held against one unit of the draft, best first."""

    number: str
    candidates: tuple[Candidate, ...]


class DomesticStep(Struct, frozen=True):
    """A step of the State's own law between signature and force. It is no finding: a clause may be silent on it."""

    policy: PolicyPlace
    text: str


class ReaderUse(Struct, frozen=True):
    """What came of a second reader: its model, how many pairs it was asked, answered, was not believed, and why it ended."""

    model: str
    asked: int
    answered: int
    refused: int
    ended: str = ""


class Report(Struct, frozen=True):
    """The outcome of a check. Only `findings` count; `look` rests on one signal; `fits` is filled on demand."""

    draft: DraftRead
    read: tuple[Read, ...]
    not_read: tuple[NotRead, ...]
    findings: tuple[Finding, ...]
    look: tuple[Finding, ...]
    fits: tuple[Fit, ...]
    checked: Checked
    candidates: tuple[ClauseCandidates, ...] = ()
    steps: tuple[DomesticStep, ...] = ()
    reader: ReaderUse | None = None
    positions: tuple[Read, ...] = ()
    format: str = "ssc-drafter/findings/1"

    def to_json(self) -> dict[str, Any]:
        """Return the document that outside users read, as plain data; the candidates have a file of their own."""
        data = msgspec.to_builtins(self)
        del data["candidates"]
        for one in (*data["read"], *data["positions"]):
            if not one["note"]:
                del one["note"]
        return {"format": data.pop("format"), **data}

    def candidate_rows(self) -> list[dict[str, Any]]:
        """Return one row a clause: its number and its candidates, each by its law's file, its number and its score."""
        return [
            {
                "number": row.number,
                "candidates": [{"file": one.file, "number": one.number, "score": one.score} for one in row.candidates],
            }
            for row in self.candidates
        ]


class Prediction(Struct, frozen=True):
    """The verdict on one pair; `confidence` is the probability that the pair should be flagged, for every verdict."""

    id: str
    verdict: Verdict
    type: Kind | None
    confidence: float
    clause_span: str | None
    provision_span: str | None
    reason: str
