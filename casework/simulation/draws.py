"""Luck: each draw of a child is a number made from the seed, the child and the purpose.

Nothing is shared between children, or between two purposes of one child, so adding a
child, a draw or a process changes nothing for the others.
"""

from hashlib import blake2b
from typing import Final

from attrs import frozen

# As many bits as a float between 0 and 1 holds.
_BITS: Final = 53


@frozen
class Draws:
    """The luck of one child, or of one worker.

    Parameters
    ----------
    seed
        The seed of the whole run.
    whose
        The opaque id of the child or the worker.

    Examples
    --------
    >>> luck = Draws(seed=1, whose="C-00001")
    >>> luck.of("age") == luck.of("age"), luck.of("age") == luck.of("sex")
    (True, False)
    """

    seed: int
    whose: str

    def of(self, purpose: str) -> float:
        """Give a number from 0 up to 1, all as likely, for one purpose.

        Parameters
        ----------
        purpose
            What is drawn, such as `assessment 1`; the same gives the same number.
        """
        named = f"{self.seed}/{self.whose}/{purpose}".encode()
        number = int.from_bytes(blake2b(named, digest_size=8).digest())
        return float(number >> (64 - _BITS)) / (1 << _BITS)
