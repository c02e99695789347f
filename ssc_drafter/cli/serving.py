"""`serve`, `user`, `backup`, `restore`: the web application and its store."""

from __future__ import annotations

from pathlib import Path

import click

from ssc_drafter.cli.output import note, put_json, table
from ssc_drafter.cli.reading import data_option, json_option
from ssc_drafter.cli.sources import open_store
from ssc_drafter.words import say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; the usual one, or a free one where that is taken.")
@click.option("--demo", is_flag=True, help="The demonstration: fictional States, a demo officer signed in, this machine only.")
@click.option("--public-url", default="", help="The address by which people reach it, where a proxy stands before it.")
@data_option
def serve(host: str, port: int | None, demo: bool, public_url: str, data: Path | None) -> None:
    """Start the web application, on this machine only unless told otherwise."""
    from ssc_drafter.server.serve import serve as run

    run(host, port, data, demo, public_url=public_url)


@click.group()
def user() -> None:
    """Add, list or disable accounts."""


@user.command("add")
@click.argument("name")
@click.option("--role", "roles", multiple=True, default=("drafter",), show_default=True, help="A role (repeatable).")
@click.option("--team", default="", help="The team whose drafts the person sees.")
@data_option
@json_option
def user_add(name: str, roles: tuple[str, ...], team: str, data: Path | None, as_json: bool) -> None:
    """Add an account and print the one-time link by which its owner sets a password."""
    from ssc_drafter.store import links, users
    from ssc_drafter.store.actor import COMMAND_LINE

    with open_store(data) as store:
        account = users.add(store, COMMAND_LINE, name, roles, team=team)
        path = f"/begin/{links.for_password(store, COMMAND_LINE, account.id)}"
    if as_json:
        put_json({"name": account.name, "roles": list(account.roles), "team": account.team, "link": path})
    else:
        click.echo(path)
        note(say("serving.user_added", name=account.name))


@user.command("list")
@data_option
@json_option
def user_list(data: Path | None, as_json: bool) -> None:
    """List the accounts."""
    from ssc_drafter.store import users

    with open_store(data) as store:
        found = users.listed(store)
    rows = [{"name": one.name, "roles": list(one.roles), "team": one.team, "disabled": one.disabled} for one in found]
    if as_json:
        put_json({"users": rows})
    else:
        table([(one.name, ", ".join(one.roles), one.team, say("serving.disabled") if one.disabled else "") for one in found])


@user.command("disable")
@click.argument("name")
@data_option
def user_disable(name: str, data: Path | None) -> None:
    """Close an account and end its sessions at once."""
    from ssc_drafter.store import users
    from ssc_drafter.store.actor import COMMAND_LINE

    with open_store(data) as store:
        account = users.by_name(store, name)
        users.disable(store, COMMAND_LINE, account.id)
    note(say("serving.user_disabled", name=account.name))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--for", "public", default="", help="Seal it for this public key (made by `backup-key`).")
@data_option
def backup(file: Path, public: str, data: Path | None) -> None:
    """Write the whole store to one file, opened and compared before it is called a backup.

    Prints the witness of the audit record, to be kept apart from the file.
    """
    from ssc_drafter.store.backup import backup as copy

    with open_store(data, must_exist=True) as store:
        made = copy(store, file, public)
    note(say("serving.backed_up", file=file))
    note(say("serving.witness"))
    click.echo(made.sound.head)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", type=click.Path(path_type=Path), help="The secret key that opens a sealed backup.")
@data_option
def restore(file: Path, key: Path | None, data: Path | None) -> None:
    """Put a backup in the place of the store, after it has been checked; an old store is kept beside it."""
    from ssc_drafter.store import folder
    from ssc_drafter.store.backup import restore as put_back

    place = data or folder.usual()
    over = (place / folder.DATABASE).exists()
    put_back(file, place, key)
    note(say("serving.restored_over" if over else "serving.restored", file=file))


@click.command("backup-key")
@click.argument("file", type=click.Path(path_type=Path))
def backup_key(file: Path) -> None:
    """Make the secret key for sealed backups, to be kept away from the server, and print its public key."""
    from ssc_drafter.store.sealed import new_key

    public = new_key(file)
    note(say("serving.key_made", file=file))
    click.echo(public)
