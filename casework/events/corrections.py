"""Corrections: what was written down wrongly is put right, never rubbed out."""

from typing import ClassVar

from attrs import Attribute, field, frozen

from casework.errors import BadEvent
from casework.events.base import Event
from casework.events.fields import text


def _event_without_id(
    _event: object, attribute: "Attribute[Event]", value: object
) -> None:
    if not isinstance(value, Event) or isinstance(value, CorrectionEvent):
        message = f"corrected: {attribute.name} must be a whole event, not {value!r}"
        raise BadEvent(message)
    if value.id is not None:
        message = (
            f"corrected: the replacement takes the id of the event it replaces; "
            f"leave its own id {value.id!r} out"
        )
        raise BadEvent(message)


def _an_id(_event: object, attribute: "Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        message = f"{attribute.name} must be the id of an event, not {value!r}"
        raise BadEvent(message)


@frozen(kw_only=True)
class CorrectionEvent(Event):
    """Something that puts the record right."""

    stage_name: ClassVar[str] = "correction"


@frozen(kw_only=True)
class Corrected(CorrectionEvent):
    """An event was written down wrongly; this is what it should have said.

    The replacement is a whole event. It takes the id of the event that it replaces and,
    of an event of the same stage, the `episode` and `follows` that it does not name.
    """

    of: str = field(validator=_an_id)
    replacement: Event = field(validator=_event_without_id)


@frozen(kw_only=True)
class Withdrawn(CorrectionEvent):
    """An event, or a correction, should not have been written down at all."""

    of: str = field(validator=_an_id)
    reason: str | None = text()
