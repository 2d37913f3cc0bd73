"""What every verb of a story may say besides its own fields, and who carries it out."""

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Self, TypedDict

from casework.events import Event
from casework.periods import Period


class Also(TypedDict, total=False):
    """What any event may say besides its own fields; see `casework.events.Event`.

    `recorded` is when it was written down, or how long after it happened. `episode` and
    `follows` may be left out wherever only one can be meant.
    """

    episode: str
    follows: str | None
    id: str
    recorded: datetime | str | Period
    by: str
    code: str
    start_unknown: bool
    meeting: str


class Verb(ABC):
    """Whoever can be told that something happened."""

    @abstractmethod
    def _record(self, event: type[Event], also: Also, /, **fields: object) -> Self:
        """Record an event, now; a field of it may have any name."""
