"""Does something in a child process, which is quiet, bounded, and says how it went."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, NoReturn

from attrs import frozen

# Of processor time, whatever else the machine does. The slowest test takes 2 seconds.
SECONDS_A_TEST: Final = 15
BYTES: Final = 3 * 2**29

SURVIVED, KILLED, STILLBORN, TOO_SLOW, CRASHED = 0, 1, 91, 92, 93

Say = Callable[[str], None]


class Outcome(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    TOO_SLOW = "too slow"
    SURVIVED = "survived"
    # The module cannot be loaded, so there is nothing to test.
    STILLBORN = "stillborn"


@frozen
class Verdict:
    """What became of a mutant, and which test found it out."""

    outcome: Outcome
    by: str = ""


# Whatever else ends a child, the mutant did it.
_OUTCOMES: Final = {
    SURVIVED: Outcome.SURVIVED,
    STILLBORN: Outcome.STILLBORN,
    TOO_SLOW: Outcome.TOO_SLOW,
}


def verdict_of(work: Callable[[Say], int]) -> Verdict:
    """Do some work in a child, and say what became of the mutant in it.

    Parameters
    ----------
    work
        Takes a function by which it says, before each test, which; gives one of the
        codes above.
    """
    code, said = in_a_child(work)
    return Verdict(_OUTCOMES.get(code, Outcome.KILLED), said[-1] if said else "")


def in_a_child(work: Callable[[Say], int]) -> tuple[int, Sequence[str]]:
    """Do some work in a child; give its exit code, and the lines that it said."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _be_the_child(work, write)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        said = pipe.read().splitlines()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def wind_up(times: int = 1) -> None:
    """Give the child its time, anew, or so many times that."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS_A_TEST * times)


def _be_the_child(work: Callable[[Say], int], write: int) -> NoReturn:
    code = CRASHED
    try:
        _settle()
        wind_up()
        code = work(lambda line: _write(write, line))
    finally:
        os._exit(code)


def _settle() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.__stdout__.fileno())
    os.dup2(nowhere, sys.__stderr__.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, lambda *_: os._exit(TOO_SLOW))


def _write(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())
