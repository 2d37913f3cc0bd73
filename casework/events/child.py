"""The child: birth, death, and what ends or changes everything."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import day, text


@frozen(kw_only=True)
class ChildEvent(Event):
    """Something that ends or changes everything for a child."""

    stage_name: ClassVar[str] = "child"


@frozen(kw_only=True)
class ChildBorn(ChildEvent):
    """An expected child was born, on a day."""

    on: date | None = day(shown=False)

    def __repr__(self) -> str:
        """Show the opaque id alone: the day of a birth is a date of birth."""
        return f"ChildBorn(id={self.id!r})"


@frozen(kw_only=True)
class PregnancyEnded(ChildEvent):
    """The pregnancy ended and no child will be born."""

    closes: ClassVar[bool] = True


@frozen(kw_only=True)
class ChildDied(ChildEvent):
    """The child died."""

    closes: ClassVar[bool] = True


@frozen(kw_only=True)
class ResponsibilityTransferred(ChildEvent):
    """Another authority took over responsibility for the child."""

    closes: ClassVar[bool] = True
    to: str | None = text()


@frozen(kw_only=True)
class CaseClosed(ChildEvent):
    """Children's social care closed the child's case."""

    closes: ClassVar[bool] = True
    reason: str | None = text()
