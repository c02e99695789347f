"""`import` and `policies`: files into text with structure, and the store of laws."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from ssc_drafter.cli.output import note, progress, put_json, table, warn, working, write_whole
from ssc_drafter.cli.sources import country_code, open_store, refuse_answers
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.policies.instrument import Division, Instrument, Provision
    from ssc_drafter.policies.parts import Part
    from ssc_drafter.readers.collect import Answer, Place
    from ssc_drafter.store import Store

data_option = click.option(
    "--data", envvar="SSC_DRAFTER_DATA", type=click.Path(path_type=Path), help="The folder of the store."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output and nothing else there.")


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--as", "as_", type=click.Choice(["agreement", "policy"]), help="What the file is; found out where not said.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write the JSON to this file.")
@json_option
def import_(path: Path, as_: str | None, out: Path | None, as_json: bool) -> None:
    """Read an agreement or a law: .docx .odt .pdf .html .md .txt, Akoma Ntoso .xml, or a folder with metadata.json."""
    from ssc_drafter.readers.imported import import_file

    refuse_answers(path)
    with working(say("reading.reading_file", file=path.name)):
        imported = import_file(path, as_)
    document = imported.to_json()
    if out:
        write_whole(out, json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
        note(say("reading.written", file=out))
    if as_json:
        put_json(document)
    elif not out:
        _show(document)
    if not as_json:
        for warning in document["warnings"]:
            warn(warning["what"], warning["where"])


def _show(document: dict[str, object]) -> None:
    click.echo(f"{document['title']} ({document['lang']}, {document['as']})")
    units = document["articles"] if document["as"] == "agreement" else document["provisions"]
    assert isinstance(units, list)
    table([(unit["number"], unit["heading"] or "", unit["address"]) for unit in units])


class _Policies(click.Group):
    """The commands on laws in the store, with the one that shows norms, which is loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "norms"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "norms":
            from ssc_drafter.cli.stating import provision_norms

            return provision_norms
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Policies)
def policies() -> None:
    """Keep laws and policies in the store, and see what is read in them."""


@policies.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--country", help="The State whose law it is (two letters).")
@data_option
@json_option
def add(paths: tuple[str, ...], country: str | None, data: Path | None, as_json: bool) -> None:
    """Read files or folders and keep them. Ends with 2 where nothing could be kept."""
    from ssc_drafter.readers.collect import places, read_ahead

    kept: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    wanted = country_code(country) if country else ""
    found = places(paths)
    with open_store(data) as store:
        for place, law in progress(say("reading.reading"), read_ahead(found), len(found)):
            answer = _add(store, place, law, wanted)
            (kept if "id" in answer else refused).append(answer)
    if as_json:
        put_json({"added": kept, "refused": refused})
    else:
        table([(one["id"], str(one["provisions"]), one["file"]) for one in kept])
        for one in kept:
            _tell(one)
        for one in refused:
            note(f"{one['file']}: {one['reason']}")
    if refused and not kept:
        raise Problem("reading.none_kept")


def _add(store: Store, place: Place, found: Answer, country: str) -> dict[str, Any]:
    from ssc_drafter.readers.collect import collect
    from ssc_drafter.store import instruments
    from ssc_drafter.store.actor import COMMAND_LINE

    def read_already(path: Path) -> Instrument:
        if isinstance(found, Exception):
            raise found
        return found

    read = collect([place], (country,) if country else (), read=read_already)
    for unread in read.not_read:
        return {"file": unread.file, "reason": unread.reason}
    if not read.instruments:
        return {"file": place.shown, "reason": say("reading.other_country", country=country)}
    law, stands = _with_stood_rank(store, place, read.instruments[0])
    facts = {"title": law.title, "country": law.country, "lang": law.lang, "file": law.file}
    body = msgspec.json.encode(law)
    kept = instruments.add(store, COMMAND_LINE, **facts, provisions=len(law.provisions), body=body)
    warnings = [{"what": one.what, "where": one.where} for one in law.warnings]
    warnings += [{"what": stands, "where": "hierarchy"}] if stands else []
    if kept.beside:
        warnings.append({"what": say("reading.beside", policies=", ".join(kept.beside)), "where": "file"})
    answer = {"file": place.shown, "id": kept.id, "provisions": len(law.provisions), "warnings": warnings}
    return answer | {"replaced": kept.how == "replaced"}


def _with_stood_rank(store: Store, place: Place, law: Instrument) -> tuple[Instrument, str]:
    """Return a law read with the rank that an officer stated of it before, where one did, and what to say of that."""
    from ssc_drafter.api import stood_rank
    from ssc_drafter.policies.facts import sidecar, states_rank
    from ssc_drafter.readers.cage import read_source
    from ssc_drafter.readers.collect import collect
    from ssc_drafter.readers.imported import law_ranked

    rank = stood_rank(store, law)
    beside = sidecar(place.path) if rank else {}
    if rank is None or states_rank(beside):
        return law, ""

    def read(path: Path) -> Instrument:
        return law_ranked(read_source(path), str(path), "", {**beside, "hierarchy": rank})

    again = collect([place], (law.country,), read=read).instruments
    return (again[0], say("reading.rank_stands", rank=say(f"pages.hierarchy_{rank}"))) if again else (law, "")


def _tell(one: dict[str, Any]) -> None:
    """Say what a person must know of a law that was kept: put in the place of an older text, or beside its namesake."""
    if one["replaced"]:
        note(say("reading.replaced", file=one["file"], policy=one["id"]))
    for warning in one["warnings"]:
        warn(warning["what"], one["file"])


@policies.command("list")
@data_option
@json_option
def list_(data: Path | None, as_json: bool) -> None:
    """List what the store holds."""
    from ssc_drafter.store import instruments

    with open_store(data) as store:
        kept = instruments.listed(store)
    names = ("id", "title", "country", "lang", "file", "provisions", "at")
    rows = [{name: getattr(one, name) for name in names} for one in kept]
    if as_json:
        put_json({"policies": rows})
    else:
        table([(row["id"], row["country"], row["lang"], str(row["provisions"]), row["title"]) for row in rows])


@policies.command()
@click.argument("policy")
@click.argument("number", required=False)
@data_option
@json_option
def show(policy: str, number: str | None, data: Path | None, as_json: bool) -> None:
    """Show the provisions of a law or policy, one of them, or a part of one: 6, 6(2), 6(2)(b)."""
    instrument = instrument_of(data, policy)
    provisions = list(instrument.provisions) if number is None else numbered(instrument, number)
    if number is not None and not provisions:
        raise Problem("cli.unknown_provision", policy=policy, number=number)
    if as_json:
        rows = [
            {
                "number": one.number,
                "heading": getattr(one, "heading", None),
                "address": one.address,
                "word": getattr(one, "word", "") or None,
                "within": [{"label": each.label, "heading": each.heading} for each in _within(instrument, one)],
                "text": instrument.text[one.start : one.end],
            }
            for one in provisions
        ]
        put_json({"id": policy, "title": instrument.title, "country": instrument.country, "provisions": rows})
    elif number is None:
        click.echo(f"{instrument.title} ({instrument.country}, {instrument.lang})")
        _show_provisions(instrument)
        for warning in instrument.warnings:
            warn(warning.what, warning.where)
    else:
        for place, one in enumerate(provisions):
            above = ", ".join(each.shown for each in _within(instrument, one))
            click.echo(
                ("\n" if place else "") + (f"{above}\n" if above else "") + instrument.text[one.start : one.end].rstrip()
            )


def _show_provisions(instrument: Instrument) -> None:
    """Print the provisions, each row under the part and chapter that it stands in."""
    for above, rows in groupby(instrument.provisions, key=lambda one: one.within):
        if above:
            click.echo(", ".join(each.shown for each in above))
        table([(one.named, one.heading or "") for one in rows])


def _within(instrument: Instrument, one: Provision | Part) -> tuple[Division, ...]:
    """Return the divisions that a provision, or the one that a part belongs to, stands in."""
    return next((whole.within for whole in instrument.provisions if whole.start <= one.start < whole.end), ())


def instrument_of(data: Path | None, policy: str) -> Instrument:
    """Return a law or policy of the store. Raises Problem where the store holds none of that name."""
    from ssc_drafter.policies.instrument import Instrument
    from ssc_drafter.store import instruments

    with open_store(data) as store:
        if instruments.about(store, policy) is None:
            raise Problem("cli.unknown_policy", policy=policy)
        return msgspec.json.decode(instruments.read(store, policy).body, type=Instrument)


def numbered(instrument: Instrument, number: str) -> list[Provision | Part]:
    """Return the provisions with a number, else the parts of one: its subsections, paragraphs and items."""
    from ssc_drafter.policies.parts import parts

    wanted = "".join(number.casefold().split())
    whole: list[Provision | Part] = [one for one in instrument.provisions if "".join(one.number.casefold().split()) == wanted]
    if whole:
        return whole
    return [
        part
        for one in instrument.provisions
        if wanted.startswith("".join(one.number.casefold().split()))
        for part in parts(one.number, one.address, instrument.text, one.start, one.end)
        if "".join(part.number.casefold().split()) == wanted
    ]


@policies.command()
@click.argument("policy")
@data_option
def remove(policy: str, data: Path | None) -> None:
    """Take a law or policy out of the store."""
    from ssc_drafter.store import instruments
    from ssc_drafter.store.actor import COMMAND_LINE

    with open_store(data) as store:
        if instruments.about(store, policy) is None:
            raise Problem("cli.unknown_policy", policy=policy)
        instruments.remove(store, COMMAND_LINE, policy)
    note(say("reading.removed", policy=policy))


@policies.command()
@data_option
@json_option
def precision(data: Path | None, as_json: bool) -> None:
    """Show how right the findings were: what officers answered to them, by type."""
    from ssc_drafter.store import findings

    with open_store(data, must_exist=True) as store:
        found = findings.precision(store)
    rows = [
        {
            "type": name or None,
            "accepted": one.accepted,
            "waived": one.waived,
            "no_conflict": one.no_conflict,
            "right": one.right,
        }
        for name, one in found.items()
    ]
    answered = sum(one.answered for one in found.values())
    right = sum(one.accepted + one.waived for one in found.values())
    if as_json:
        put_json({"answered": answered, "right": right, "types": rows})
        return
    click.echo(say("reading.precision", answered=answered, right=right))
    table([(name or "-", f"{one.accepted + one.waived} / {one.answered}") for name, one in found.items()])
