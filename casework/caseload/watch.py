"""A list that a service manager asks for first: which cases, and since when."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

from attrs import field, frozen

from casework.caseload.child import ChildToday
from casework.chronology import Happening
from casework.dates import day_of, iso
from casework.events import Event
from casework.states.walk import Episode

NOT_SEEN_WEEKS: Final = 6
# Stages in which nobody needs a social worker of the child's own.
_WITHOUT_A_WORKER: Final = ("contact", "early_help", "complaint", "order")


@frozen(kw_only=True)
class Thresholds:
    """From when on a case is listed: a service's own measures, not law.

    Parameters
    ----------
    not_seen_weeks
        Weeks without the child being seen.
    expiring_weeks
        Weeks before an order or an authority runs out.
    plan_months
        Months that a protection plan has lasted.
    child_in_need_months
        Months that a child in need plan has lasted.
    referred_again_months
        Months from a step-down to the next referral.
    """

    not_seen_weeks: int = NOT_SEEN_WEEKS
    expiring_weeks: int = 4
    plan_months: tuple[int, int] = (15, 24)
    child_in_need_months: int = 12
    referred_again_months: int = 12


@frozen(kw_only=True)
class Listed:
    """A case on a list.

    Parameters
    ----------
    watch
        The list's id.
    child, jurisdiction
        Whose case.
    episode, stage
        What is open.
    since
        The day from which it has been so; None where nothing says.
    days
        How many days that is.
    what
        What there is to see, in words.
    workers, team
        Who has the case.
    """

    watch: str
    child: str
    jurisdiction: str
    episode: str | None
    stage: str | None
    since: date | None
    days: int | None
    what: str
    workers: tuple[str, ...]
    team: str | None

    def as_row(self) -> dict[str, object]:
        """Give it as plain values, ready for JSON or a table."""
        return {
            "list": self.watch,
            "child": self.child,
            "jurisdiction": self.jurisdiction,
            "episode": self.episode,
            "stage": self.stage,
            "since": iso(self.since) if self.since else None,
            "days": self.days,
            "what": self.what,
            "workers": " ".join(self.workers),
            "team": self.team,
        }


@frozen(kw_only=True)
class Seen:
    """What a list found of one case."""

    episode: Episode | None
    since: date | None
    what: str


Look: TypeAlias = Callable[[ChildToday, Thresholds], Iterator[Seen]]
"""How a list finds its cases for one child."""

Needs: TypeAlias = Callable[[ChildToday], bool]
"""Whether the source says what a list must know of a child."""


@frozen(kw_only=True)
class Watch:
    """A list, as a declaration.

    Parameters
    ----------
    id, title
        How it is asked for, and its heading.
    words
        Which cases are on it.
    look
        What finds them.
    told
        Whether the source says enough; a child of whom it does not is counted beside
        the list, and never taken to be well.
    """

    id: str
    title: str
    words: str
    look: Look = field(repr=False)
    told: Needs = field(repr=False)

    def listed(self, child: ChildToday, thresholds: Thresholds) -> Iterator[Listed]:
        """Give the cases of one child that are on the list."""
        for seen in self.look(child, thresholds):
            yield Listed(
                watch=self.id,
                child=child.journey.child.id,
                jurisdiction=child.journey.jurisdiction.name,
                episode=seen.episode.id if seen.episode else None,
                stage=seen.episode.stage if seen.episode else None,
                since=seen.since,
                days=(child.day - seen.since).days if seen.since else None,
                what=seen.what,
                workers=tuple(one.worker for one in child.workers if one.worker),
                team=_team(child),
            )


def recorded(*kinds: type[Event]) -> Needs:
    """Ask that the source shows at least one of these kinds of events."""
    return lambda child: child.records(*kinds)


def worked_with(child: ChildToday) -> tuple[Episode, ...]:
    """Give the open episodes in which the child should have a worker."""
    return tuple(one for one in child.open if one.stage not in _WITHOUT_A_WORKER)


def dated(child: ChildToday, events: Iterable[Event]) -> Iterator[Happening]:
    """Give events with their days in the zone of the place."""
    zone = child.journey.jurisdiction.zone
    for event in events:
        yield Happening(event, day_of(event.at, zone), 0)


def _team(child: ChildToday) -> str | None:
    return next((one.team for one in child.workers if one.team), child.team)
