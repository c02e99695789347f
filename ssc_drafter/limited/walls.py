"""The walls around a child process that works on what somebody else has written: together they stop every attack tried.

Limits of the system (memory, processor time, open files, no writing), no new privileges, death with the parent, a network
namespace, another user, landlock (no path but those of its cell), and an allow-list of system calls. Order and choice follow
measurements (docs/decisions, "the cage"). Everything that the child needs must be imported before `lock` is called.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

from ssc_drafter import places

State = Literal["holds", "missing"]

NAMES = ("limits", "privileges", "network", "user", "landlock", "calls")
REQUIRED = frozenset({"limits", "privileges", "calls"})

# What a child still does after its imports: memory, its two open files, time, and its end.
CALLS_NAMES = (
    "read write readv writev pread64 lseek close fstat brk mmap munmap mremap mprotect madvise futex rt_sigaction "
    "rt_sigprocmask rt_sigreturn sigaltstack clock_gettime clock_getres clock_nanosleep gettimeofday time times getrusage "
    "getpid gettid getuid geteuid getgid getegid getrandom sched_yield sched_getaffinity exit exit_group restart_syscall "
    "poll membarrier"
)
CALLS = CALLS_NAMES.split()
# What a thread of the same process does besides, and nothing that makes another process.
_THREAD_CALLS = ("set_robust_list", "rseq")

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_NEWUSER, _NEWIPC, _NEWNET = 0x10000000, 0x08000000, 0x40000000
_NOBODY = 65534
_AT_EMPTY_PATH = 0x1000
_PROT_EXEC = 4
_PR_SET_NAME = 15
_CLONE_THREAD = 0x10000
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_BENEATH, _LANDLOCK_READ_FILE = 1, 1 << 2


class Cell(Struct, frozen=True):
    """What a child may have: memory in bytes, seconds of the processor, folders whose files it reads, threads or none."""

    memory: int
    seconds: int
    readable: tuple[str, ...] = ()
    threads: bool = False


class Wall(Struct, frozen=True):
    """One wall, whether it holds here, and why not."""

    name: str
    state: State
    why: str = ""


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("access", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def _limits(cell: Cell) -> None:
    import resource

    wanted = {
        resource.RLIMIT_AS: (cell.memory, cell.memory),
        resource.RLIMIT_CPU: (cell.seconds, cell.seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (32, 32),
        resource.RLIMIT_CORE: (0, 0),
    }
    for which, pair in wanted.items():
        resource.setrlimit(which, pair)


def _privileges(cell: Cell) -> None:
    libc = _libc()
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _checked(libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0), "pdeathsig")
    _checked(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "dumpable")


def _network(cell: Cell) -> None:
    libc = _libc()
    spaces = _NEWNET | _NEWIPC
    if os.geteuid() == 0 and libc.unshare(spaces) == 0:
        return
    _checked(libc.unshare(spaces | _NEWUSER), "unshare")


def _user(cell: Cell) -> None:
    """Leave root. Whoever is not root has no other user to become."""
    if os.geteuid() != 0:
        raise PermissionError("not started as root: the child keeps the user's own rights")
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def _landlock(cell: Cell) -> None:
    """Forbid every path but the cell's, every TCP port and every signal outwards, as far as this kernel's version goes."""
    call = _libc().syscall
    version = _checked(call(_LANDLOCK_CREATE, None, 0, 1), "landlock")
    files = {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)
    rules = _Ruleset((1 << files) - 1, 0b11 if version >= 4 else 0, 0b11 if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _checked(call(_LANDLOCK_CREATE, ctypes.byref(rules), ctypes.c_size_t(size), 0), "landlock")
    for path in cell.readable:
        folder = os.open(path, os.O_PATH | os.O_DIRECTORY)
        rule = _Beneath(_LANDLOCK_READ_FILE, folder)
        _checked(call(_LANDLOCK_ADD, ruleset, _LANDLOCK_BENEATH, ctypes.byref(rule), 0), "landlock")
        os.close(folder)
    _checked(call(_LANDLOCK_RESTRICT, ruleset, 0), "landlock")
    os.close(ruleset)


def _calls(cell: Cell) -> None:
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
    if cell.readable:  # opening, to read alone; which path is landlock's to say
        writing = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC
        wall.add_rule(pyseccomp.ALLOW, "openat", arg(2, pyseccomp.MASKED_EQ, writing, os.O_RDONLY))
    if cell.threads:
        _allow_threads(wall)
    wall.load()


def _allow_threads(wall: Any) -> None:
    """Let this process have threads and no children: what clone3 asks for cannot be seen by a filter, what clone asks can."""
    import pyseccomp

    arg = pyseccomp.Arg
    wall.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    wall.add_rule(pyseccomp.ALLOW, "clone", arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    wall.add_rule(pyseccomp.ALLOW, "prctl", arg(0, pyseccomp.EQ, _PR_SET_NAME))
    for name in _THREAD_CALLS:
        with contextlib.suppress(OSError, ValueError):  # as above
            wall.add_rule(pyseccomp.ALLOW, name)


# A change of user clears the death signal, so privileges come after it; the call filter closes the rest and comes last.
_ORDER: tuple[tuple[str, Callable[[Cell], None]], ...] = (
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


def lock(cell: Cell, only: Iterable[str] = NAMES) -> tuple[Wall, ...]:
    """Raise the walls around this process for good; return which hold. Never raises: the caller decides what is enough."""
    wanted = frozenset(only)
    walls = []
    for name, build in _ORDER:
        if name not in wanted:
            continue
        try:
            build(cell)
        except Exception as problem:
            walls.append(Wall(name, "missing", f"{type(problem).__name__}: {problem}"))
        else:
            walls.append(Wall(name, "holds"))
    return tuple(walls)


def report() -> tuple[Wall, ...]:
    """Raise every wall in a process made for it and return which hold on this machine, for `doctor`."""
    home = str(places.PACKAGE.parent)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from ssc_drafter.limited import walls; import msgspec, os; walls.warm(); "
        "os.write(1, msgspec.json.encode(walls.lock(walls.Cell(1 << 30, 5))))"
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


def minimal() -> bool:
    """Say whether fewer walls than the required ones are accepted: on other systems, and where the administrator said so."""
    return sys.platform != "linux" or os.environ.get("SSC_READER_WALLS", "auto") == "minimal"
