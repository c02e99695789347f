"""Who acts: the person signed in, or the command line of the server's own administrator."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Role = Literal["drafter", "reviewer", "library_editor", "policy_editor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)


class Actor(Struct, frozen=True):
    """A person with their roles. `id` is None for the command line, which has no account."""

    id: str | None
    name: str
    roles: tuple[Role, ...] = ()
    team: str = ""
    lang: str = ""
    address: str = "here"  # where the request came from, as a class: here (loopback), network


COMMAND_LINE = Actor(id=None, name="command line")
