"""Serving the application: one process, waitress, on this machine unless told otherwise; the demonstration's own start."""

from __future__ import annotations

import contextlib
import errno
import socket
import sqlite3
import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

from ssc_drafter.errors import Problem
from ssc_drafter.server import demo as demonstration
from ssc_drafter.server.gate.ground import Config
from ssc_drafter.store import Store, checkpoint, folder, links, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES
from ssc_drafter.words import LANGUAGES, say

PORT = 8765
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LARGEST_REQUEST = 21_000_000
THREADS = 8
PDFS_WAITING, PATIENCE = 3, 60.0  # so that of the threads some are always left for pages
# A proxy on this machine says who asks; without that everybody would share one address and one delay at sign-in.
BEHIND_A_PROXY = {"trusted_proxy": "127.0.0.1", "trusted_proxy_count": 1, "trusted_proxy_headers": {"x-forwarded-for"}}
DEMO_OFFICER, DEMO_REVIEWER = "Demo officer", "Demo reviewer"


def tell(sentence: str) -> None:
    """Say something to whoever started the server."""
    print(sentence, file=sys.stderr, flush=True)


def _refuse_in_our_words() -> None:
    """Have waitress say in a sentence, in each language, that a request is so large that it is not even taken in."""
    from waitress import parser

    class TooLarge(parser.RequestEntityTooLarge):  # type: ignore[misc]
        def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
            body = "\n\n".join(f"{say('server.title_413', one)}\n{say('server.text_413', one)}" for one in LANGUAGES)
            return f"{self.code} {self.reason}", [("Content-Type", "text/plain; charset=utf-8")], body.encode()

    parser.RequestEntityTooLarge = TooLarge


def bind(host: str, port: int | None) -> socket.socket:
    """Return a listening socket: on the port asked for, else on the usual one, else on a free one. Raises Problem."""
    for wish in (port,) if port is not None else (PORT, 0):
        found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, wish))
        except (OSError, OverflowError) as why:
            found.close()
            if not isinstance(why, OSError) or why.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise Problem("server.host_unknown", host=host) from why
        else:
            return found
    raise Problem("server.port_busy", port=port)


def hosts_of(host: str, port: int, public_url: str, *, demo: bool) -> tuple[str, ...]:
    """Return the names that requests may ask for: never whatever they happen to say."""
    if demo:
        return (f"localhost:{port}", f"127.0.0.1:{port}")
    if public_url:
        return (public_url.split("//", 1)[-1].split("/", 1)[0].casefold(), *LOOPBACK[:2])
    names = {"localhost", "127.0.0.1", "[::1]"}
    if host not in LOOPBACK:
        own = {socket.gethostname().casefold(), socket.getfqdn().casefold()}
        names |= own if host in ("0.0.0.0", "::") else own | {f"[{host}]" if ":" in host else host.casefold()}  # noqa: S104
    return tuple(sorted(names))


def is_loopback(host: str) -> bool:
    """Say whether a host is this very machine."""
    with contextlib.suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def demo_user(store: Store) -> str:
    """Return the account that the demonstration signs in; made at its first start. It has no password."""
    found = next((one for one in users.listed(store) if one.name == DEMO_OFFICER), None)
    return (found or users.add(store, COMMAND_LINE, DEMO_OFFICER, ROLES)).id


def demo_reviewer(store: Store) -> str:
    """Return the account that signs off in the demonstration: somebody else than whoever drafted."""
    found = next((one for one in users.listed(store) if one.name == DEMO_REVIEWER), None)
    return (found or users.add(store, COMMAND_LINE, DEMO_REVIEWER, ("reviewer",))).id


def serve(
    host: str = "127.0.0.1",
    port: int | None = None,
    data: Path | None = None,
    demo: bool = False,
    *,
    public_url: str = "",
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve until stopped. `ready` is told the address once the server answers (a test's hook). Raises Problem."""
    if demo and not is_loopback(host):
        raise Problem("server.demo_only_here")
    place = folder.prepare(data or folder.usual(demo=demo))
    lock = folder.server_lock(place)
    try:
        _start_children()
        with Store.open(place, demo=demo) as store:
            listening = bind(host, port)
            _run(store, listening, host, public_url, ready)
    finally:
        lock.release()


def _start_children() -> None:
    """Start what reads files and what makes PDFs, before anything secret is open; they warm up while the store is opened."""
    from ssc_drafter.limited.pool import Queue
    from ssc_drafter.readers import cage
    from ssc_drafter.writers.pdf import printer

    printer.start(Queue(PDFS_WAITING, PATIENCE))
    cage.start()


def _run(store: Store, listening: socket.socket, host: str, public_url: str, ready: Callable[[str], None] | None) -> None:
    from waitress.server import create_server

    from ssc_drafter.server.app import create_app

    port = listening.getsockname()[1]
    config = Config(
        store=store,
        hosts=hosts_of(host, port, public_url, demo=store.demo),
        public_url=public_url,
        demo_user=_furnish_demo(store) if store.demo else "",
        demo_reviewer=demo_reviewer(store) if store.demo else "",
    )
    _refuse_in_our_words()
    server = create_server(
        create_app(config),
        sockets=[listening],
        threads=THREADS,
        max_request_body_size=LARGEST_REQUEST,
        clear_untrusted_proxy_headers=not store.demo,  # the demonstration must see them to refuse them
        ident=None,
        **(BEHIND_A_PROXY if public_url else {}),
    )
    listening.listen(128)
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104
    address = public_url or f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"
    with checkpoint.running(store):
        _announce(store, address.rstrip("/"))
        if ready:
            ready(address)
        try:
            server.run()
        finally:
            server.close()


def _announce(store: Store, address: str) -> None:
    tell(say("server.data_folder", folder=store.folder, sqlite=sqlite3.sqlite_version))
    if not store.demo and not users.has_administrator(store):
        tell(say("server.first_link", address=f"{address}/begin/{links.first(store)}"))
    tell(say("server.ready", address=address + "/"))


def _furnish_demo(store: Store) -> str:
    """Return the demonstration's officer, with the demonstration's content in the store."""
    user_id = demo_user(store)
    demonstration.load(store, users.by_name(store, DEMO_OFFICER).actor())
    return user_id
