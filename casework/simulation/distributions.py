"""How long things take: five shapes, each giving the length below which a part lies."""

from math import exp, log, log1p, sqrt
from statistics import NormalDist
from typing import Final, Protocol

from attrs import frozen

from casework.errors import BadScenario

_NORMAL: Final = NormalDist()
_ALMOST_NONE: Final = 1e-12
_ENOUGH: Final = 1e-6


class Duration(Protocol):
    """A length that differs from one time to the next."""

    def at(self, part: float) -> float:
        """Give the length than which a part of all, from 0 up to 1, are shorter.

        With a drawn number for the part this is a draw.
        """


def _in_order(*numbers: float) -> None:
    if list(numbers) != sorted(numbers) or numbers[0] < 0:
        said = ", ".join(f"{number:g}" for number in numbers)
        raise BadScenario(f"{said} must go from the shortest to the longest, none < 0")


@frozen
class Fixed:
    """Always the same length: `3`.

    Parameters
    ----------
    length
        The length.

    Examples
    --------
    >>> Fixed(3).at(0.9)
    3
    """

    length: float

    def __attrs_post_init__(self) -> None:
        """Refuse less than nothing."""
        _in_order(self.length)

    def at(self, _: float) -> float:
        """Give the length."""
        return self.length


@frozen
class Uniform:
    """Any length between two, all as likely: `{uniform = [1, 5]}`.

    Parameters
    ----------
    shortest, longest
        The ends.

    Examples
    --------
    >>> Uniform(1, 5).at(0.25)
    2.0
    """

    shortest: float
    longest: float

    def __attrs_post_init__(self) -> None:
        """Refuse ends in the wrong order."""
        _in_order(self.shortest, self.longest)

    def at(self, part: float) -> float:
        """Give the length at a part of the way."""
        return self.shortest + (self.longest - self.shortest) * part


@frozen
class Triangular:
    """A shortest, a likeliest and a longest length: `{triangular = [10, 30, 44]}`.

    Parameters
    ----------
    shortest, likeliest, longest
        The three corners.

    Examples
    --------
    >>> Triangular(10, 20, 30).at(0.5)
    20.0
    """

    shortest: float
    likeliest: float
    longest: float

    def __attrs_post_init__(self) -> None:
        """Refuse corners in the wrong order."""
        _in_order(self.shortest, self.likeliest, self.longest)

    def at(self, part: float) -> float:
        """Give the length below which this part of the triangle lies."""
        width, rise = self.longest - self.shortest, self.likeliest - self.shortest
        if part * width <= rise:
            return self.shortest + sqrt(part * width * rise)
        return self.longest - sqrt((1 - part) * width * (width - rise))


@frozen(kw_only=True)
class Lognormal:
    """Mostly short, sometimes very long: `{lognormal = {median = 90, spread = 1.8}}`.

    Parameters
    ----------
    median
        Half are shorter, half longer.
    spread
        Two thirds lie between the median divided by this and multiplied by it; 1 or
        more.
    at_most
        What is longer is cut off here.

    Examples
    --------
    >>> Lognormal(median=90, spread=1.8).at(0.5)
    90.0
    """

    median: float
    spread: float
    at_most: float | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a median of nothing, and a spread below 1."""
        if self.median <= 0 or self.spread < 1:
            raise BadScenario("a lognormal needs a median above 0 and a spread from 1")

    def at(self, part: float) -> float:
        """Give the length than which this part are shorter."""
        steps = _NORMAL.inv_cdf(max(part, _ALMOST_NONE))
        length = self.median * exp(log(self.spread) * steps)
        return length if self.at_most is None else min(length, self.at_most)


@frozen
class Exponential:
    """The wait for what comes at random; a scenario gives its rate instead.

    Parameters
    ----------
    mean
        The wait on average.

    Examples
    --------
    >>> round(Exponential(10).at(0.5), 1)
    6.9
    """

    mean: float

    def at(self, part: float) -> float:
        """Give the wait than which this part are shorter."""
        return -self.mean * log1p(-part)


@frozen(kw_only=True)
class Band:
    """One band of a published table of durations.

    Parameters
    ----------
    shortest, longest
        Where the band begins and ends.
    share
        How much of all lies in it, from 0 to 1.
    """

    shortest: float
    longest: float
    share: float

    def __attrs_post_init__(self) -> None:
        """Refuse ends in the wrong order."""
        _in_order(self.shortest, self.longest)


@frozen
class Bands:
    """As a table has it: `{bands = [{shortest = 0, longest = 91, share = 1}]}`.

    Parameters
    ----------
    bands
        The bands, whose shares are 1 together; within a band all are as likely.

    Examples
    --------
    >>> Bands((Band(shortest=0, longest=10, share=1),)).at(0.3)
    3.0
    """

    bands: tuple[Band, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse bands that are not the whole."""
        together = sum(band.share for band in self.bands)
        if abs(together - 1) > _ENOUGH:
            raise BadScenario(f"the shares of the bands are {together:g}, not 1")

    def at(self, part: float) -> float:
        """Give the length than which this part are shorter."""
        for band in self.bands:
            if part < band.share:
                width = band.longest - band.shortest
                return band.shortest + width * part / band.share
            part -= band.share
        return self.bands[-1].longest
