"""Accounts, passwords, sessions, one-time links, and the growing delay after wrong tries."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters

from ssc_drafter.errors import Problem
from ssc_drafter.store import Store, clock, drafts, links, passwords, sessions, tables, throttle, users
from ssc_drafter.store.actor import COMMAND_LINE, ROLES, Actor

GOOD = "seven green rivers bend"


@pytest.fixture
def move(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Return a function that sets the clock forward, or back."""
    true, moved = clock.now, [timedelta(0)]
    monkeypatch.setattr(clock, "now", lambda: true() + moved[0])

    def by(step: timedelta) -> None:
        moved[0] += step

    return by


def ana_with_password(store: Store) -> users.Account:
    return users.add(store, COMMAND_LINE, "Ana", ["drafter"], password=GOOD)


def test_t27_a_password_is_kept_as_argon2id_with_the_costs_that_owasp_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = extract_parameters(passwords.hashed(GOOD))
    assert (found.type.name, found.memory_cost, found.time_cost, found.parallelism) == ("ID", 47_104, 1, 1)


@pytest.mark.parametrize("word", ["short", "eleven chars"[:11], "x" * 129])
def test_a_password_has_12_to_128_characters(word: str) -> None:
    with pytest.raises(Problem, match="12 to 128"):
        passwords.accept(word, "ana")


@pytest.mark.parametrize(
    "word",
    [
        "password12345",
        "Password-2026!",
        "qwertyuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "abababababab",
        "ana.lima@mfa",
        "Welcome2026!!",
        "MotDePasse2026",
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(word: str) -> None:
    with pytest.raises(Problem, match="easy to guess"):
        passwords.accept(word, "ana.lima@mfa.example")


@pytest.mark.parametrize(
    "word", [GOOD, "correct horse battery", "la rivière sous le pont", "Kx9#mmQ2vLp0", "我们的条约今天在海边签字了吗"]
)
def test_a_good_password_is_taken(word: str) -> None:
    passwords.accept(word, "ana")


def test_a_password_is_hashed_anew_when_its_costs_were_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ana_with_password(store)
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=2, memory_cost=128, parallelism=1))
    assert throttle.sign_in(store, "ana", GOOD, "10.0.0.1").account
    with store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT password FROM user_account").scalar()
    assert extract_parameters(str(kept)).time_cost == 2


def test_names_are_compared_without_case_and_taken_once(store: Store) -> None:
    ana_with_password(store)
    assert throttle.sign_in(store, " ANA ", GOOD, "10.0.0.1").account
    with pytest.raises(Problem, match="already an account"):
        users.add(store, COMMAND_LINE, "aNA", ["reviewer"])


@pytest.mark.parametrize(
    ("name", "roles"), [("", ["drafter"]), ("x" * 121, ["drafter"]), ("tab\tname", ["drafter"]), ("bo", ["king"])]
)
def test_an_account_needs_a_name_and_known_roles(store: Store, name: str, roles: list[str]) -> None:
    with pytest.raises(Problem):
        users.add(store, COMMAND_LINE, name, roles)


def test_the_last_administrator_stays(store: Store, person: Callable[..., Actor]) -> None:
    root = person("root", "administrator")
    for change in (
        lambda: users.disable(store, root, root.id or ""),
        lambda: users.set_roles(store, root, root.id or "", ["drafter"], team=""),
    ):
        with pytest.raises(Problem, match="last administrator"):
            change()
    person("second", "administrator")
    users.disable(store, root, root.id or "")


def test_t19_a_session_ends_after_half_an_hour_without_a_request_and_after_twelve_hours(
    store: Store, move: Callable[[timedelta], None]
) -> None:
    account = ana_with_password(store)
    token = sessions.begin(store, account, "here")
    for _ in range(23):
        move(timedelta(minutes=29))
        assert sessions.whose(store, token)
    move(timedelta(minutes=55))
    assert sessions.whose(store, token) is None
    token = sessions.begin(store, account, "here")
    move(timedelta(minutes=31))
    assert sessions.whose(store, token) is None
    token = sessions.begin(store, account, "here")
    for _ in range(24):
        move(timedelta(minutes=29))
        sessions.whose(store, token)
    move(timedelta(minutes=25))
    assert sessions.whose(store, token) is None


def test_t19_the_store_has_only_the_hash_of_a_session(store: Store) -> None:
    token = sessions.begin(store, ana_with_password(store), "here")
    with store.reading() as connection:
        assert token not in str(connection.exec_driver_sql("SELECT * FROM session").all())


@pytest.mark.parametrize("change", ["disable", "password", "roles", "sign out"])
def test_t19_a_change_of_the_account_ends_its_sessions_at_once(store: Store, change: str) -> None:
    account = ana_with_password(store)
    tokens = [sessions.begin(store, account, "here") for _ in range(2)]
    done = {
        "disable": lambda: users.disable(store, COMMAND_LINE, account.id),
        "password": lambda: users.set_password(store, COMMAND_LINE, account.id, "eight blue lakes rest"),
        "roles": lambda: users.set_roles(store, COMMAND_LINE, account.id, ["reviewer"], team=""),
        "sign out": lambda: sessions.end(store, account, tokens[0], "here"),
    }
    done[change]()
    left = [sessions.whose(store, token) for token in tokens]
    assert left[0] is None
    assert (left[1] is None) == (change != "sign out")


def test_the_first_link_makes_an_administrator_once(store: Store) -> None:
    old, secret = links.first(store), links.first(store)
    assert links.look(store, old) is None
    with pytest.raises(Problem, match="12 to 128"):
        links.use(store, secret, name="root", password="short", address="here")
    account = links.use(store, secret, name="root", password=GOOD, address="here")
    assert account.roles == ROLES
    assert users.has_administrator(store)
    with pytest.raises(Problem, match="has been used"):
        links.use(store, secret, name="other", password=GOOD, address="here")


def test_a_link_ends_with_its_time(store: Store, move: Callable[[timedelta], None]) -> None:
    account = users.add(store, COMMAND_LINE, "bo", ["drafter"])
    first, secret = links.first(store), links.for_password(store, COMMAND_LINE, account.id)
    move(timedelta(hours=25))
    assert links.look(store, first) is None
    assert links.look(store, secret)
    move(timedelta(hours=48))
    assert links.look(store, secret) is None


def test_an_account_without_a_password_cannot_sign_in_until_its_link_is_used(store: Store) -> None:
    account = users.add(store, COMMAND_LINE, "bo", ["drafter"])
    assert throttle.sign_in(store, "bo", "", "10.0.0.1").account is None
    links.use(store, links.for_password(store, COMMAND_LINE, account.id), name="", password=GOOD, address="here")
    assert throttle.sign_in(store, "bo", GOOD, "10.0.0.1").account


@pytest.mark.slow
def test_t20_wrong_tries_are_slowed_more_and_more_and_a_restart_forgets_nothing(
    folder: Path, new_store: Callable[[Path], Path], move: Callable[[timedelta], None]
) -> None:
    waits = []
    new_store(folder)
    for number in range(16):
        with Store.open(folder) as store:  # a restart before every try
            if number == 0:
                ana_with_password(store)
            wait = throttle.waiting(store, "ana", "10.0.0.1")
            waits.append(wait)
            move(timedelta(seconds=wait))
            assert throttle.sign_in(store, "ana", f"wrong {number}", "10.0.0.1").account is None
    assert waits[:4] == [0, 0, 0, 0]
    assert waits == sorted(waits)
    assert waits[-1] == 900
    with Store.open(folder) as store:
        assert throttle.sign_in(store, "ana", GOOD, "10.0.0.1").wait == 900
        move(timedelta(seconds=901))
        assert throttle.sign_in(store, "ana", GOOD, "10.0.0.1").account


def test_t20_strangers_do_not_lock_an_officer_out(store: Store, move: Callable[[timedelta], None]) -> None:
    ana_with_password(store)
    assert throttle.sign_in(store, "ana", GOOD, "10.0.0.1").account
    for number in range(45):
        throttle.sign_in(store, "ana", "wrong", f"203.0.113.{number}")
    assert throttle.sign_in(store, "ana", GOOD, "10.0.0.1").account, "her own address does not wait"
    assert 0 < throttle.waiting(store, "ana", "198.51.100.9") <= 60, "a new address waits a minute at most"


def test_one_address_that_tries_many_names_is_slowed(store: Store) -> None:
    for number in range(31):
        throttle.sign_in(store, f"name{number}", "wrong", "203.0.113.7")
    assert throttle.waiting(store, "somebody else", "203.0.113.7") > 0


def test_behind_a_proxy_that_does_not_say_who_asks_nobody_waits_for_anothers_name(store: Store) -> None:
    ana_with_password(store)
    for number in range(40):
        throttle.sign_in(store, f"name{number}", "wrong", "")
        throttle.sign_in(store, "bo", "wrong", "")
    assert throttle.sign_in(store, "ana", GOOD, "").account
    assert 0 < throttle.waiting(store, "bo", "") <= 60


def test_a_clock_set_back_locks_nobody_out_for_long(store: Store, move: Callable[[timedelta], None]) -> None:
    for _ in range(8):
        throttle.sign_in(store, "ana", "wrong", "10.0.0.1")
    move(-timedelta(days=400))
    assert throttle.waiting(store, "ana", "10.0.0.1") <= 900


@pytest.mark.slow
def test_t27_twenty_people_who_sign_in_at_once_do_not_starve_a_reader(
    store: Store, ana: Actor, draft_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1))
    for number in range(20):
        users.add(store, COMMAND_LINE, f"officer {number}", ["drafter"], password=GOOD)
    signed: list[bool] = []

    def sign_in(number: int) -> None:
        signed.append(throttle.sign_in(store, f"officer {number}", GOOD, f"10.0.1.{number}").account is not None)

    threads = [threading.Thread(target=sign_in, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    waited, first = [], time.monotonic()
    while any(thread.is_alive() for thread in threads):
        began = time.monotonic()
        drafts.read(store, draft_id)
        waited.append(time.monotonic() - began)
        time.sleep(0.005)
    assert signed == [True] * 20
    assert len(waited) >= 10
    assert statistics.quantiles(waited, n=20)[-1] < (time.monotonic() - first) / 3  # who starves waits for all of them


@pytest.mark.slow
def test_t21_the_time_that_an_answer_takes_does_not_tell_whether_a_name_exists(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1))
    ana_with_password(store)
    throttle.sign_in(store, "nobody", "wrong", "10.0.0.9")

    def apart(of: int) -> float:
        """How far the medians of 30 tries each lie apart, as a share of the longer."""
        times: dict[str, list[float]] = {"ana": [], "nobody": []}
        with store.writing() as connection:  # the tries of the round before must not make this one wait
            connection.execute(tables.throttle.delete())
        for number in range(30):
            for name, spent in times.items():
                began = time.process_time()
                tried = throttle.sign_in(store, name, "wrong", f"10.{of}.{number}.1")
                spent.append(time.process_time() - began)
                assert (tried.account, tried.wait) == (None, 0)
        known, unknown = statistics.median(times["ana"]), statistics.median(times["nobody"])
        return abs(known - unknown) / max(known, unknown)

    # A busy machine moves a median by a tenth now and then; a time that tells moves every one of them.
    assert any(apart(of) < 0.05 for of in range(1, 6))


@pytest.mark.parametrize("change", ["closed", "password"])
def test_a_link_of_an_account_that_was_closed_or_has_another_password_is_worth_nothing(store: Store, change: str) -> None:
    ana = ana_with_password(store)
    secret = links.for_password(store, COMMAND_LINE, ana.id)
    if change == "closed":
        users.disable(store, COMMAND_LINE, ana.id)
        users.disable(store, COMMAND_LINE, ana.id, disabled=False)
    else:
        users.set_password(store, COMMAND_LINE, ana.id, "eight blue lakes rest")
    assert links.look(store, secret) is None
    with pytest.raises(Problem, match="link"):
        links.use(store, secret, name="", password="nine grey stones lie", address="here")


@pytest.mark.parametrize("name", ["root\nadmin", "ro\u202eot", "\x00root", " "])
def test_the_first_administrators_name_has_the_shape_of_every_name(store: Store, name: str) -> None:
    with pytest.raises(Problem, match="name"):
        links.use(store, links.first(store), name=name, password=GOOD, address="here")
    assert users.listed(store) == []


def test_who_only_reads_stays_signed_in_though_the_time_of_the_request_cannot_be_kept(
    store: Store, move: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = ana_with_password(store)
    token = sessions.begin(store, ana, "here")
    move(timedelta(minutes=2))

    def full() -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(store, "writing", full)
    found = sessions.whose(store, token)
    assert found is not None
    assert found.id == ana.id
