"""Title, preamble, Parties and signature blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ssc_drafter.answers import values as answered
from ssc_drafter.answers.values import Value
from ssc_drafter.language.lists import linked
from ssc_drafter.library import speech
from ssc_drafter.library.made import Made
from ssc_drafter.tree.nodes import Blank, Inlines, Party, Preamble, Recital, Signature, Text, TitleLine

QUESTION = "parties"
PARTS = {"title": "title", "joint": "joint", "party": "party", "subject": "subject"}


def parties(values: Mapping[str, Value], lang: str) -> tuple[Party, ...]:
    """Return the Parties as they are named in a language."""
    found = values.get(QUESTION)
    rows = found if isinstance(found, tuple) else ()
    return tuple(_party(one, lang) for one in rows if isinstance(one, answered.Party))


def _party(one: answered.Party, lang: str) -> Party:
    forms = speech.party_forms(one, lang)
    state, _, _ = speech.state_name(one, lang)
    return Party(forms["name"], state.short, one.capacity, one.country, one.role)


def title(made: Made, named: tuple[Party, ...], prompt: str, lang: str) -> tuple[TitleLine, ...]:
    """Return the lines of the title; `parties: and` becomes one line a Party with "and" before the last."""
    rows: list[TitleLine] = []
    for label, words in made.labelled:
        if label == "parties":
            rows += _party_lines(_said(words, named, lang), named, prompt)
        elif label in PARTS and words:
            rows.append(TitleLine(words, PARTS[label]))  # type: ignore[arg-type]
    return tuple(rows)


def _said(joint: Inlines, named: tuple[Party, ...], lang: str) -> Inlines:
    """Return the word between the last two Parties as it is said before the last ("y", "e")."""
    last = named[-1].name if named else ""
    return tuple(
        msgspec.structs.replace(run, text=linked(run.text.strip(), last, lang)) if isinstance(run, Text) else run
        for run in joint
    )


def _party_lines(joint: Inlines, named: tuple[Party, ...], prompt: str) -> Iterable[TitleLine]:
    if not named:
        yield TitleLine((Blank(QUESTION, prompt),), "party")
    for place, party in enumerate(named):
        if place and place == len(named) - 1:
            yield TitleLine(joint, "joint")
        comma = (Text(","),) if place < len(named) - 2 else ()  # "A, / B / and / C"
        yield TitleLine((Text(party.name, answer=QUESTION), *comma), "party")


def preamble(made: Made, recitals: tuple[Recital, ...]) -> Preamble:
    """Return the preamble: who agrees, the recitals, the words of agreement."""
    rows = dict(made.labelled)
    return Preamble(rows.get("opening", ()), recitals, rows.get("formula", ()), made.provenance)


def signatures(values: Mapping[str, Value], lang: str, signed_by: str = "all") -> tuple[Signature, ...]:
    """Return one signature block a Party, in their order; `signed_by` is all, first, last (a note: its sender) or none."""
    found = values.get(QUESTION)
    rows = [one for one in found if isinstance(one, answered.Party)] if isinstance(found, tuple) else []
    chosen = {"first": rows[:1], "last": rows[-1:], "none": []}.get(signed_by, rows)
    return tuple(_signature(one, lang) for one in chosen)


def _signature(one: answered.Party, lang: str) -> Signature:
    office = one.office.in_(lang)
    lead, name = speech.signed_for(one, lang)
    return Signature(
        lead=(Text(lead),),
        party=(Text(name, answer=QUESTION),),
        signatory=(Text(one.signatory, answer=QUESTION),) if one.signatory else (),
        office=(Text(office, answer=QUESTION),) if office else (),
    )
