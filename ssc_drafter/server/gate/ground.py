"""What every view stands on: the open store, who asks, in which language, and what the pages may call."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, cast

from flask import Flask, current_app, g, has_request_context, request
from msgspec import Struct

from ssc_drafter import words
from ssc_drafter.errors import Problem
from ssc_drafter.server.gate.again import again
from ssc_drafter.store import Store
from ssc_drafter.store.actor import Actor
from ssc_drafter.store.folder import is_strong

TONGUES = tuple((code, words.NAMES[code]) for code in words.LANGUAGES)


class Config(Struct, frozen=True):
    """What an application is made of. `hosts` are the names it answers to, with a port where only that port is right.

    `public_url` is the address that people use when a proxy with TLS stands in front; `demo_user` the account that the
    demonstration signs in by itself, `demo_reviewer` the one that it changes to on request.
    """

    store: Store
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    public_url: str = ""
    demo_user: str = ""
    demo_reviewer: str = ""
    key: str = ""  # the store's own unless given

    @property
    def secret(self) -> str:
        """The key that tokens are made with. Raises Problem when there is none worth the name."""
        key = self.key or self.store.key
        if not is_strong(key):
            raise Problem("store.key_weak", where="secret.key")
        return key

    @property
    def encrypted(self) -> bool:
        """Whether people reach the application over TLS."""
        return self.public_url.startswith("https://")


def config() -> Config:
    """Return the configuration of the running application."""
    return cast(Config, current_app.extensions["ssc_drafter"])


def store() -> Store:
    """Return the open store."""
    return config().store


def me() -> Actor:
    """Return who asks. The access table has let them in, so there is somebody."""
    actor = signed_in()
    if actor is None:
        raise RuntimeError("a view that needs somebody was reached by nobody")
    return actor


def signed_in() -> Actor | None:
    """Return who asks, or None when nobody is signed in."""
    return cast("Actor | None", g.get("me"))


def address() -> str:
    """Return where a request comes from, as sign-in counts it: an address, or the network of an IPv6 one.

    Nothing where a proxy stands in front and does not say: everybody would be one.
    """
    try:
        found = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if config().public_url and found.is_loopback:
        return ""
    return str(ip_network(f"{found}/64", strict=False)) if isinstance(found, IPv6Address) else str(found)


def address_class() -> str:
    """Return `here` for this very machine, else `network`: all that the audit record keeps of an address."""
    try:
        return "here" if ip_address(request.remote_addr or "").is_loopback else "network"
    except ValueError:
        return "network"


def language() -> str:
    """Return the language of the interface: the cookie, else the person's setting, else what the browser asks for."""
    if not has_request_context():
        return "en"
    actor = signed_in()
    for wish in (request.cookies.get("lang", ""), actor.lang if actor else ""):
        if wish in words.LANGUAGES:
            return wish
    if "accepted" not in g:  # a page says hundreds of sentences
        g.accepted = request.accept_languages.best_match(words.LANGUAGES) or "en"
    return cast(str, g.accepted)


def whole_number(text: str, otherwise: int) -> int:
    """Return the whole number that was typed, or `otherwise`: also for a number that no version and no place can have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def sent_number(field: str, otherwise: int) -> int:
    """Return the whole number in a field of the form, or `otherwise`."""
    return whole_number(request.form.get(field, ""), otherwise)


def theme() -> str:
    """Return `light`, `dark`, or nothing: then the browser's own setting counts."""
    wish = request.cookies.get("theme", "")
    return wish if wish in ("light", "dark") else ""


def say(key: str, **values: object) -> str:
    """Return a sentence in the language of the page; of one that has a form for a single thing (`key_one`), that form."""
    lang, number = language(), values.get("number")
    single = isinstance(number, int) and (number == 1 or (number == 0 and lang in words.NONE_IS_ONE))
    if single and f"{key}_one" in words.sentences(lang):
        key = f"{key}_one"
    return words.say(key, lang, **values)


def _reviewing() -> bool:
    """Tell whether the demonstration is looked at as its reviewer."""
    actor = signed_in()
    return actor is not None and bool(actor.id) and actor.id == config().demo_reviewer


def _set(key: str, /, **values: object) -> str:
    """Return a sentence for a page: in French no line breaks before a sign that has a space before it."""
    text = say(key, **values)
    return re.sub(" (?=[:;?!»])|(?<=«) ", "\u00a0", text) if language() == "fr" else text


def furnish(app: Flask, tools: dict[str, Any]) -> None:
    """Give the pages what they may call: words, the language, who is signed in, and the tools of access and security."""

    @app.context_processor
    def _furnish() -> dict[str, Any]:
        return {
            "t": _set,
            "again": lambda text: again(text, language()),
            "lang": language(),
            "tongues": TONGUES,
            "theme": theme(),
            "me": signed_in(),
            "demo": store().demo,
            "reviewing": _reviewing(),
            "place": "",
            **tools,
        }
