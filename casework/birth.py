"""Before birth: what may be on the record of a child who is not yet born."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import evolve

from casework.chronology import Child, Happening
from casework.dates import day_of
from casework.errors import NotAllowed
from casework.events import ChildBorn, Event
from casework.findings import Finding, Severity

if TYPE_CHECKING:
    from casework.states.walk import Possible

# A pregnancy of 280 days: the census takes no referral earlier than that.
PREGNANCY: Final = 280

ALLOWED: Final = frozenset(
    {
        "contact",
        "early_help",
        "assessment",
        "article_42",
        "conference",
        "child_in_need",
        "pre_proceedings",
        "proceedings",
        "oversight",
        "child",
        "correction",
    }
)


def before_birth(child: Child, events: Iterable[Event], zone: str) -> Iterator[Finding]:
    """Say which events lie before birth and cannot."""
    events = tuple(events)
    birth = birth_of(child, events, zone)
    for event in events:
        problem = _problem(event, day_of(event.at, zone), birth)
        if problem:
            yield Finding(
                code="before_birth",
                severity=Severity.ERROR,
                what=problem,
                expected=(
                    "a day from birth on, or, for what may be done for an unborn "
                    f"child, at most {PREGNANCY} days before it"
                ),
                child=child.id,
                event=event.id,
            )


def refuse_before_birth(happening: Happening, birth: date | None) -> None:
    """Refuse an event that cannot lie before birth, or the day expected for it.

    Raises
    ------
    NotAllowed
        Saying so.
    """
    problem = _problem(happening.event, happening.day, birth)
    if problem:
        raise NotAllowed(happening.event.name, "not yet born", problem)


def born_first(
    found: Iterable["Possible"], last: date | None, birth: date | None
) -> Iterator["Possible"]:
    """Give what may happen next; what only a child can meet, not before birth.

    Parameters
    ----------
    found
        What the stages allow on the day after the last.
    last, birth
        The last day on the record, and the day of birth or the day expected for it.
    """
    unborn = last is not None and birth is not None and (birth - last).days > 1
    for one in found:
        early = unborn and one.allowed and one.stage not in ALLOWED
        yield evolve(one, allowed=False, why="only from birth on") if early else one


def birth_of(child: Child, events: Iterable[Event], zone: str) -> date | None:
    """Give the day of birth, or the day on which the child is expected."""
    told = (
        one.on or day_of(one.at, zone) for one in events if isinstance(one, ChildBorn)
    )
    return child.born or next(told, None) or child.expected


def _problem(event: Event, day: date, birth: date | None) -> str:
    if birth is None or day >= birth:
        return ""
    if event.stage_name not in ALLOWED:
        return f"{event.name} before the child was born"
    if (birth - day).days > PREGNANCY:
        return f"{event.name} more than {PREGNANCY} days before the child was born"
    return ""
