"""`norms` and `policies norms`: the norms that are read in a sentence or in a provision, as rows or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.output import put_json, table
from ssc_drafter.cli.reading import data_option, instrument_of, json_option, numbered
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.check.structure import Norm
    from ssc_drafter.policies.instrument import Instrument, Provision
    from ssc_drafter.policies.parts import Part

LANGS = ("en", "fr", "es", "pt")


@click.command()
@click.argument("sentence")
@click.option("--lang", type=click.Choice(LANGS), default="en", help="The language of the sentence.")
@click.option("--policy", is_flag=True, help="Read it as one of a policy: an infinitive or a noun may set an aim by itself.")
@json_option
def norms(sentence: str, lang: str, policy: bool, as_json: bool) -> None:
    """Show the norms of a sentence: who must, may or must not do what, when, but for what, with whose leave, how much."""
    from ssc_drafter.check.structure import norms_of

    found = norms_of(sentence, lang, policy)
    if as_json:
        put_json({"lang": lang, "text": sentence, "norms": _documents(found)})
    else:
        _show(found)


def _documents(found: tuple[Norm, ...]) -> list[dict[str, Any]]:
    from ssc_drafter.check.structure.rows import as_json as written

    return [written(one) for one in found]


def _show(found: tuple[Norm, ...]) -> None:
    from ssc_drafter.check.structure.rows import rows

    if not found:
        click.echo(say("norms.none"))
    for number, one in enumerate(found, 1):
        click.echo(say("norms.norm", number=number))
        table([(f"  {row.label}", f"{row.start}-{row.end}" if row.text else "", row.text, row.note) for row in rows(one)])


def _norms_in(law: Instrument, unit: Provision | Part) -> tuple[str, tuple[Norm, ...]]:
    """Return the words of a provision with its norms; of a part, the words of its provision with the norms of the part."""
    from ssc_drafter.check.structure.units import norms_of_unit

    whole = next(one for one in law.provisions if one.start <= unit.start and unit.end <= one.end)
    text, found = norms_of_unit(law, whole)
    first, last = unit.start - whole.start, unit.end - whole.start
    return text, tuple(one for one in found if first <= (one.effect or one.modal).start < last)


@click.command("norms")
@click.argument("policy")
@click.argument("number")
@data_option
@json_option
def provision_norms(policy: str, number: str, data: Path | None, as_json: bool) -> None:
    """Show the norms of a provision of a law in the store, or of a part of one: 6, 6(2), 6(2)(b).

    Places are counted from the beginning of the provision. A part is read with the words that it goes on from.
    """
    law = instrument_of(data, policy)
    units = numbered(law, number)
    if not units:
        raise Problem("cli.unknown_provision", policy=policy, number=number)
    found = [(one, *_norms_in(law, one)) for one in units]
    if as_json:
        documents = [
            {"number": one.number, "address": one.address, "text": text, "norms": _documents(rows)} for one, text, rows in found
        ]
        put_json({"id": policy, "lang": law.lang, "provisions": documents})
        return
    for one, _, rows in found:
        click.echo(one.number)
        _show(rows)
