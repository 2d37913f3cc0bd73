"""The plain run: files made wrong at random, and those kept that said something new."""

from collections.abc import Callable
from random import Random

from attrs import Factory, define

from tests.fuzz.corpus import Found, found_for
from tests.fuzz.mutating import mutate
from tests.fuzz.target import Target


class Failed(AssertionError):
    """A reader crashed on a file, or lost something of it."""

    def __init__(self, data: bytes) -> None:
        """Keep the file, and show as much of it as can be read."""
        self.data = data
        super().__init__(f"the reader fails on {data[:1_000]!r}")


@define(kw_only=True)
class Run:
    """A run over one reader.

    Parameters
    ----------
    target
        The reader.
    rng
        The luck, seeded: the same seed makes the same files.
    found
        What the reader was seen to say.
    tried
        How many files it has read.
    pool
        The files from which others are made.
    """

    target: Target
    rng: Random
    found: Found = Factory(Found)
    tried: int = 0
    pool: list[bytes] = Factory(list)

    def start(self) -> None:
        """Read the seeds, and what earlier runs have kept."""
        for data in (*self.target.seeds, *found_for(self.target)):
            self.read(data)
            self.pool.append(data)

    def go_on(self, more: Callable[[], bool]) -> None:
        """Make files and read them, for as long as more are wanted."""
        while more():
            data = mutate(self.rng.choice(self.pool), self.target.words, self.rng)
            if self.read(data):
                self.pool.append(data)

    def read(self, data: bytes) -> bool:
        """Read one file, and say whether it is worth keeping.

        Raises
        ------
        Failed
            When the reader crashes, or something is lost.
        """
        self.tried += 1
        try:
            seen = self.target.check(data)
        except Exception as error:
            raise Failed(data) from error
        return self.found.take(data, seen)


def smallest(target: Target, data: bytes) -> bytes:
    """Leave out of a file what does not matter for its failing."""
    size = len(data)
    while size:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + size :]
            if fails(target, less):
                data = less
            else:
                at += size
        size //= 2
    return data


def fails(target: Target, data: bytes) -> bool:
    """Say whether a reader fails on a file."""
    try:
        target.check(data)
    except Exception:  # noqa: BLE001 - whatever it is, it should not be
        return True
    return False
