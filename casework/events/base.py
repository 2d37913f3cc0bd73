"""What every event has: when it happened, to which episode, and who wrote it down."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import ClassVar, Final

from attrs import Attribute, converters, field, frozen

from casework.dates import When, as_moment, as_when
from casework.errors import BadEvent
from casework.events.fields import text

_KINDS: dict[str, type["Event"]] = {}


class Link(Enum):
    """What an event says of the episode that it came out of, when it says nothing."""

    NOT_SAID = "not said"

    def __repr__(self) -> str:
        """Show the word alone."""
        return self.value


NOT_SAID: Final = Link.NOT_SAID


def _moment(value: object) -> datetime:
    return as_moment(value)


def _when(value: object) -> When:
    return as_when(value)


def _link(_event: object, attribute: "Attribute[Link]", value: object) -> None:
    if value is not None and value is not NOT_SAID and not isinstance(value, str):
        message = f"{attribute.name} must be an episode's id or null, not {value!r}"
        raise BadEvent(message)


def _true_or_false(_event: object, attribute: "Attribute[bool]", value: object) -> None:
    if not isinstance(value, bool):
        message = f"{attribute.name} must be true or false, not {value!r}"
        raise BadEvent(message)


@frozen(kw_only=True)
class Event:
    """One thing that happened in a child's journey.

    Parameters
    ----------
    at
        When it happened: a day, or a moment with its offset from UTC.
    episode
        The opaque id of the episode it belongs to, unique for the child.
    follows
        On an opener: the episode that it came out of; None where it came out of
        none; left out where the source does not say.
    id
        Unique for the child; made from the position where it is left out.
    recorded
        The moment it was written down. Left out, a moment is known from itself
        and a day from its end.
    by
        An opaque id or a role, never a name.
    code
        The raw code of the source.
    start_unknown
        True on an opener whose source does not say that the episode began then.
    meeting
        An opaque id that the events of one meeting share, across siblings too.

    Raises
    ------
    BadEvent
        When a field holds what the vocabulary does not have.
    BadDate
        When `at` is not a day or a moment, or is a moment without its offset.
    """

    stage_name: ClassVar[str] = ""
    name: ClassVar[str] = ""
    # 1 for what opens an episode first of all, 2 for what opens one where no 1 is, ...
    opens: ClassVar[int] = 0
    closes: ClassVar[bool] = False

    at: When = field(converter=_when)
    episode: str | None = text()
    follows: str | Link | None = field(default=NOT_SAID, validator=_link)
    id: str | None = text()
    recorded: datetime | None = field(
        default=None, converter=converters.optional(_moment)
    )
    by: str | None = text()
    code: str | None = text()
    start_unknown: bool = field(default=False, validator=_true_or_false)
    meeting: str | None = text()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        """Enter the event in the vocabulary under its name in snake_case."""
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        if not cls.__name__.endswith("Event"):
            _KINDS[cls.name] = cls


def kinds() -> Mapping[str, type[Event]]:
    """Give every event of the vocabulary by its name.

    >>> from casework.events import kinds
    >>> kinds()["contact_received"].__name__
    'ContactReceived'
    """
    return MappingProxyType(_KINDS)


@frozen
class UnreadEvent:
    """An event that could not be read, kept word for word and used for nothing.

    Parameters
    ----------
    raw
        The event as it came.
    why
        What is wrong with it, in words.
    """

    raw: Mapping[str, object] = field(eq=True, hash=False, repr=False)
    why: str

    @property
    def id(self) -> str | None:
        """Its id, if it came with one that can be read."""
        given = self.raw.get("id")
        return given if isinstance(given, str) else None
