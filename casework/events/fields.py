"""The kinds of field an event may carry, each refusing what it is not."""

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from attrs import converters, field

from casework.dates import When, as_date, as_when
from casework.errors import BadEvent


def choice(words: object) -> Any:
    """Make a field that is one of the vocabulary's words, or not said (null)."""
    allowed = get_args(words)

    def check(event: object, attribute: Any, value: object) -> None:
        if value is not None and value not in allowed:
            raise _not_a_word(event, attribute.name, value, allowed)

    return field(default=None, validator=check, metadata={"words": allowed})


def text() -> Any:
    """Make a field that is an opaque code or word, or not said (null)."""
    return field(default=None, validator=_optional(str, "text"))


def flag() -> Any:
    """Make a field that is true, false, or not said (null)."""
    return field(default=None, validator=_optional(bool, "true or false"))


def number() -> Any:
    """Make a field that is a whole number, or not said (null)."""
    return field(default=None, validator=_optional(int, "a whole number"))


def names() -> Any:
    """Make a field that is a list of codes, or not said (null)."""
    return field(default=None, converter=converters.optional(_codes))


def day(*, shown: bool = True) -> Any:
    """Make a field that is a day, or not said (null); a birth is never shown."""
    return field(default=None, converter=converters.optional(_day), repr=shown)


def when() -> Any:
    """Make a field that is a day or a moment, or not said (null)."""
    return field(default=None, converter=converters.optional(_when))


def _day(value: object) -> date:
    return as_date(value)


def _when(value: object) -> When:
    return as_when(value)


def _codes(value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        message = f"a list of codes was expected, not {value!r}"
        raise BadEvent(message)
    codes = tuple(value)
    if not all(isinstance(code, str) for code in codes):
        message = f"each code in the list must be text, not {value!r}"
        raise BadEvent(message)
    return codes


def _optional(kind: type, words: str) -> Any:
    def check(event: object, attribute: Any, value: object) -> None:
        # To Python, true and false are numbers.
        right = isinstance(value, kind) and isinstance(value, bool) <= (kind is bool)
        if value is not None and not right:
            message = f"{_name(event)}: {attribute.name} must be {words}, not {value!r}"
            raise BadEvent(message)

    return check


def _not_a_word(
    event: object, name: str, value: object, allowed: tuple[str, ...]
) -> BadEvent:
    return BadEvent(
        f"{_name(event)}: {name} is {value!r}; "
        f"the vocabulary has {', '.join(allowed)} (or null, where the source is silent)"
    )


def _name(event: object) -> str:
    return str(getattr(event, "name", type(event).__name__))
