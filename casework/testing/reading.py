"""A history in plain lines, as a failing test should print it."""

from typing import Final

from attrs import fields

from casework.chronology import in_order
from casework.dates import iso
from casework.events import NOT_SAID, ChildBorn, Event, UnreadEvent
from casework.journey import Journey

_SAID_FIRST: Final = ("at", "episode", "id")


def history(journey: Journey) -> str:
    """Write a journey as plain lines, an event a line, in the order that it happened.

    Parameters
    ----------
    journey
        The journey; what could not be read is left out.

    Examples
    --------
    >>> from casework import Journey, jersey
    >>> from casework.events import ContactDecided, ContactReceived
    >>> journey = Journey.open(jersey, child="C-1", born="2010-05-14").record(
    ...     ContactReceived(at="2026-11-23", source="school"),
    ...     ContactDecided(at="2026-11-24T09:10Z", decision="referral"),
    ... )
    >>> print(history(journey))
    2026-11-23 contact_received contact-1 follows=None source=school
    2026-11-24T09:10:00+00:00 contact_decided contact-1 decision=referral
    """
    ordered = in_order(events_in(journey), journey.jurisdiction.zone)
    return "\n".join(line(one.event) for one in ordered)


def events_in(journey: Journey) -> list[Event]:
    """Give the events of a journey, in the order in which they were written down.

    Parameters
    ----------
    journey
        The journey; what could not be read is left out.
    """
    read = journey.chronology.events
    return [one for one in read if not isinstance(one, UnreadEvent)]


def line(event: Event) -> str:
    """Write an event as one line: when, what, in which episode, and what it says.

    Parameters
    ----------
    event
        The event; the day of a birth is never written.
    """
    hidden = isinstance(event, ChildBorn)
    words = ["(day not shown)" if hidden else iso(event.at), event.name]
    if event.episode:
        words.append(event.episode)
    for one in fields(type(event)):
        value = getattr(event, one.name)
        silent = value is NOT_SAID or value == one.default or not one.repr
        if one.name not in _SAID_FIRST and not silent:
            words.append(f"{one.name}={value}")
    return " ".join(words)
