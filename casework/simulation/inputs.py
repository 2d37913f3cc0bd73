"""The kinds of input that a scenario has, each refusing what it cannot be."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import field, fields_dict, frozen

from casework.alike import like
from casework.errors import BadScenario
from casework.events import Event

WORDS: Final = "words"
UNIT: Final = "unit"

ADULT: Final = 18

# Shares that were written with a few digits add up to 1 within this.
ENOUGH: Final = 1e-6


@frozen
class Shares:
    """How often each of several things is decided or found; together they are all.

    Parameters
    ----------
    of
        The share of each word, from 0 to 1.

    Examples
    --------
    >>> Shares({"plan": 0.8, "no_plan": 0.2}).at(0.9)
    'no_plan'
    """

    of: Mapping[str, float] = field()

    def __attrs_post_init__(self) -> None:
        """Refuse shares that are not the whole."""
        for word, share_ in self.of.items():
            refuse_no_share(word, share_)
        together = sum(self.of.values())
        if abs(together - 1) > ENOUGH:
            raise BadScenario(f"the shares are {together:g} together, not 1")

    def at(self, part: float) -> str:
        """Give the word on which a part of the way, from 0 up to 1, ends."""
        for word, share_ in self.of.items():
            if part < share_:
                return word
            part -= share_
        return word


def told(words: str, unit: str = "", **options: Any) -> Any:
    """Make an input: what it says, and the unit in which it says it.

    Parameters
    ----------
    words
        What the input says, for the page of inputs.
    unit
        Such as `working days`; empty where it has none.
    options
        Further options of `attrs.field`.
    """
    return field(metadata={WORDS: words, UNIT: unit}, **options)


def amount(words: str, unit: str) -> Any:
    """Make an input that is a number, not below 0."""
    return told(words, unit, validator=_not_below_0)


def share(words: str) -> Any:
    """Make an input that is a share of all, from 0 to 1."""

    def check(_: object, attribute: Any, value: float) -> None:
        refuse_no_share(attribute.name, value)

    return told(words, "share", validator=check)


def days(words: str) -> Any:
    """Make an input that is a duration in working days."""
    return told(words, "working days")


def shares(words: str, *known: str) -> Any:
    """Make an input that is a table of shares of known words."""

    def check(_: object, attribute: Any, value: Shares) -> None:
        refuse_strange(value.of, known, attribute.name)

    return told(words, f"shares of {', '.join(known)}", validator=check)


def bands(words: str, unit: str) -> Any:
    """Make an input that is a table of a weight for each band of ages."""
    return told(words, unit, validator=_ages)


def band_of(words: str) -> tuple[int, int]:
    """Read a band of ages, `0-4`, as its first and its last.

    Raises
    ------
    BadScenario
        When it is none.
    """
    first, _, last = words.partition("-")
    if not (first.isdecimal() and last.isdecimal()):
        raise BadScenario(f'{words!r} is not a band of ages, such as "0-4"')
    return int(first), int(last)


def words_of(event: type[Event], name: str) -> tuple[str, ...]:
    """Give the words that a field of an event may hold, as the vocabulary has them."""
    known: tuple[str, ...] = fields_dict(event)[name].metadata["words"]
    return known


def refuse_strange(said: Mapping[str, object], known: tuple[str, ...], at: str) -> None:
    """Refuse a word that is not known, naming the one that is like it.

    Raises
    ------
    BadScenario
        When there is one.
    """
    for word in said:
        if word not in known:
            hint = like(word, known, f"it has {', '.join(known)}")
            raise BadScenario(f"{at} has no {word!r}{hint}")


def refuse_no_share(name: str, value: float) -> None:
    """Refuse a number that is no part of a whole.

    Raises
    ------
    BadScenario
        When it is below 0 or above 1.
    """
    if not 0 <= value <= 1:
        raise BadScenario(f"{name} is {value:g}: a share is from 0 to 1")


def _not_below_0(_: object, attribute: Any, value: float) -> None:
    if value < 0:
        raise BadScenario(f"{attribute.name} is {value:g}: it cannot be below 0")


def _ages(_: object, attribute: Any, value: Mapping[str, float]) -> None:
    spans = [band_of(words) for words in value]
    covered = [age for first, last in spans for age in range(first, last + 1)]
    if covered != list(range(ADULT)):
        raise BadScenario(
            f"{attribute.name} must cover the ages from 0 to 17, each once and in "
            'order, in bands like "0-4"'
        )
