"""Commands whose names are fixed and that are not built yet: they say so and end with 2."""

from __future__ import annotations

import click

from ssc_drafter.errors import Problem


def _later(name: str) -> click.Command:
    def refuse(files: tuple[str, ...]) -> None:
        raise Problem("cli.not_built", name)

    arguments = [click.Argument(["files"], nargs=-1, type=click.UNPROCESSED)]
    settings = {"ignore_unknown_options": True}
    return click.Command(name, params=list(arguments), callback=refuse, context_settings=settings, help="Not built yet.")


compare = _later("compare")
