"""The walls of the cage in which an untrusted file is read: none suffices alone, together they stop every attack tried.

Limits of the system (memory, processor time, open files, no writing), no new privileges, death with the parent, a network
namespace, another user, landlock (no path at all), and an allow-list of system calls. Order and choice follow measurements
(docs/decisions, "the cage"). Everything that a reader needs must be imported before `lock` is called.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

State = Literal["holds", "missing"]

NAMES = ("limits", "privileges", "network", "user", "landlock", "calls")
REQUIRED = frozenset({"limits", "privileges", "calls"})

# What a reader still does after its imports: memory, its two open files, time, and its end.
CALLS_NAMES = (
    "read write readv writev pread64 lseek close fstat brk mmap munmap mremap mprotect madvise futex rt_sigaction "
    "rt_sigprocmask rt_sigreturn sigaltstack clock_gettime clock_getres clock_nanosleep gettimeofday time times getrusage "
    "getpid gettid getuid geteuid getgid getegid getrandom sched_yield sched_getaffinity exit exit_group restart_syscall "
    "poll membarrier"
)
CALLS = CALLS_NAMES.split()

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_NEWUSER, _NEWIPC, _NEWNET = 0x10000000, 0x08000000, 0x40000000
_NOBODY = 65534
_AT_EMPTY_PATH = 0x1000
_PROT_EXEC = 4
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446


class Wall(Struct, frozen=True):
    """One wall, whether it holds here, and why not."""

    name: str
    state: State
    why: str = ""


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def _limits(memory: int, seconds: int) -> None:
    import resource

    wanted = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (32, 32),
        resource.RLIMIT_CORE: (0, 0),
    }
    for which, pair in wanted.items():
        resource.setrlimit(which, pair)


def _privileges(memory: int, seconds: int) -> None:
    libc = _libc()
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _checked(libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0), "pdeathsig")
    _checked(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "dumpable")


def _network(memory: int, seconds: int) -> None:
    libc = _libc()
    spaces = _NEWNET | _NEWIPC
    if os.geteuid() == 0 and libc.unshare(spaces) == 0:
        return
    _checked(libc.unshare(spaces | _NEWUSER), "unshare")


def _user(memory: int, seconds: int) -> None:
    """Leave root. Whoever is not root has no other user to become."""
    if os.geteuid() != 0:
        raise PermissionError("not started as root: the reader keeps the user's own rights")
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def _landlock(memory: int, seconds: int) -> None:
    """Forbid every path, every TCP port and every signal outwards, as far as this kernel's version goes."""
    call = _libc().syscall
    version = _checked(call(_LANDLOCK_CREATE, None, 0, 1), "landlock")
    files = {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)
    rules = _Ruleset((1 << files) - 1, 0b11 if version >= 4 else 0, 0b11 if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _checked(call(_LANDLOCK_CREATE, ctypes.byref(rules), ctypes.c_size_t(size), 0), "landlock")
    _checked(call(_LANDLOCK_RESTRICT, ruleset, 0), "landlock")
    os.close(ruleset)


def _calls(memory: int, seconds: int) -> None:
    import pyseccomp

    wall = pyseccomp.SyscallFilter(defaction=pyseccomp.ERRNO(1))
    arg = pyseccomp.Arg
    for name in CALLS:
        if name in ("mmap", "mprotect"):  # no new program code in memory
            wall.add_rule(pyseccomp.ALLOW, name, arg(2, pyseccomp.MASKED_EQ, _PROT_EXEC, 0))
        else:
            with contextlib.suppress(OSError, ValueError):  # a name that this machine's kernel does not have
                wall.add_rule(pyseccomp.ALLOW, name)
    # glibc asks for the size of an open file by this call with an empty path; with a path it would tell what exists
    wall.add_rule(pyseccomp.ALLOW, "newfstatat", arg(3, pyseccomp.MASKED_EQ, _AT_EMPTY_PATH, _AT_EMPTY_PATH))
    wall.load()


# A change of user clears the death signal, so privileges come after it; the call filter closes the rest and comes last.
_ORDER: tuple[tuple[str, Callable[[int, int], None]], ...] = (
    ("limits", _limits),
    ("network", _network),
    ("user", _user),
    ("privileges", _privileges),
    ("landlock", _landlock),
    ("calls", _calls),
)


def warm() -> None:
    """Import what the walls themselves need, before there are any. Raises nothing: what is absent is reported by lock."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: F401
    with contextlib.suppress(ImportError, OSError, RuntimeError):
        import pyseccomp  # noqa: F401
    if sys.platform == "linux":
        _libc()


def lock(memory: int, seconds: int, only: Iterable[str] = NAMES) -> tuple[Wall, ...]:
    """Raise the walls around this process for good; return which hold. Never raises: the caller decides what is enough."""
    wanted = frozenset(only)
    walls = []
    for name, build in _ORDER:
        if name not in wanted:
            continue
        try:
            build(memory, seconds)
        except Exception as problem:
            walls.append(Wall(name, "missing", f"{type(problem).__name__}: {problem}"))
        else:
            walls.append(Wall(name, "holds"))
    return tuple(walls)


def report() -> tuple[Wall, ...]:
    """Raise every wall in a process made for it and return which hold on this machine, for `doctor`."""
    home = str(Path(__file__).resolve().parents[2])
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from ssc_drafter.readers import walls; import msgspec, os; walls.warm(); "
        "os.write(1, msgspec.json.encode(walls.lock(1 << 30, 5)))"
    )
    try:
        done = subprocess.run([sys.executable, "-I", "-c", code, home], capture_output=True, timeout=30, check=False)
        return msgspec.json.decode(done.stdout, type=tuple[Wall, ...])
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as problem:
        return tuple(Wall(name, "missing", str(problem)[:200]) for name in NAMES)


def lacking(walls: Iterable[Wall]) -> tuple[str, ...]:
    """Return the names of required walls that do not hold."""
    held = {wall.name for wall in walls if wall.state == "holds"}
    return tuple(sorted(REQUIRED - held))
