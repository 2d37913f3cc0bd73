"""Who lives in a place, how worries reach its front door, and who works there."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import frozen

from casework.errors import BadScenario
from casework.simulation.inputs import (
    ENOUGH,
    amount,
    bands,
    refuse_strange,
    share,
    told,
)

HOURS_OF_A_DAY: Final = 24
WORKING_DAYS_OF_A_YEAR: Final = 250

STAGES_OF_WORK: Final = ("assessment", "child_in_need", "conference", "looked_after")


@frozen(kw_only=True)
class Population:
    """The children who live in the place."""

    children: int = amount("children on the first day", "children")
    births: float = amount("children born, in place of those who grow up", "a year")
    ages: Mapping[str, float] = bands(
        "how many of the children are of each band of ages", "a weight for each band"
    )


@frozen(kw_only=True)
class Source:
    """Who tells the front door."""

    name: str = told("the word for it in the events")
    share: float = share("of the contacts of a year, those that come from it")
    in_holidays: float = amount(
        "its contacts on a day of the school holidays", "times those of another day"
    )


@frozen(kw_only=True)
class Holidays:
    """School holidays that come every year."""

    first: str = told("their first day", "month-day, as 07-20")
    last: str = told("their last day", "month-day, as 09-03")

    def __attrs_post_init__(self) -> None:
        """Refuse what is no day of a year."""
        for said in (self.first, self.last):
            _refuse_no_day(said)

    def covers(self, day: date) -> bool:
        """Say whether a day is one of them; they may go over the end of a year."""
        said = f"{day:%m-%d}"
        if self.first <= self.last:
            return self.first <= said <= self.last
        return not self.last < said < self.first


def _refuse_no_day(said: str) -> None:
    try:
        # A leap year has every day that a year may have.
        date.fromisoformat(f"2024-{said}")
    except ValueError as error:
        raise BadScenario(f"{said!r} is not a month and a day, as 07-20") from error


@frozen(kw_only=True)
class Contacts:
    """How often a worry about a child reaches the front door."""

    per_1000: float = amount("contacts on average", "a year for 1,000 children")
    unevenness: float = amount(
        "how much children differ: the variance of a child's own rate around 1", ""
    )
    by_age: Mapping[str, float] = bands(
        "how often a child of each age is contacted about", "a weight for each band"
    )
    sources: tuple[Source, ...] = told("who tells the front door")
    holidays: tuple[Holidays, ...] = told("when schools are closed")

    def __attrs_post_init__(self) -> None:
        """Refuse sources that are not the whole."""
        together = sum(source.share for source in self.sources)
        if abs(together - 1) > ENOUGH:
            raise BadScenario(f"the shares of the sources are {together:g} together")


@frozen(kw_only=True)
class Vacancy:
    """Posts of a team that nobody fills for a while, or for good."""

    posts: int = amount("posts", "workers")
    first: date = told("the first day without them")
    last: date | None = told(
        "the last day without them; left out: for good", default=None
    )
    reason: str = told("what is recorded where their cases pass on", default="left")

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order."""
        if self.last is not None and self.last < self.first:
            raise BadScenario(
                f"a vacancy's last day, {self.last}, is before its first, {self.first}"
            )


@frozen(kw_only=True)
class Team:
    """A team of social workers who hold cases."""

    name: str = told("the word for it in the events")
    takes: tuple[str, ...] = told(
        f"the stages whose cases it holds, of {', '.join(STAGES_OF_WORK)}"
    )
    workers: int = amount("posts", "workers")
    caseload_limit: int = amount("cases that a worker may hold", "children")
    hours_a_day: float = told("of a worker for the work with children", "hours")
    leave: int = amount("leave of a worker", "working days a year")
    vacancies: tuple[Vacancy, ...] = told("posts that are not filled", default=())

    def __attrs_post_init__(self) -> None:
        """Refuse a team that cannot work."""
        refuse_strange(dict.fromkeys(self.takes), STAGES_OF_WORK, f"team {self.name}")
        if self.hours_a_day <= 0 or self.workers < 1 or self.caseload_limit < 1:
            raise BadScenario(f"team {self.name} has nobody who can take a case")
        self._refuse_too_much()

    def _refuse_too_much(self) -> None:
        if self.hours_a_day > HOURS_OF_A_DAY:
            raise BadScenario(f"team {self.name} has {self.hours_a_day:g} hours a day")
        if self.leave >= WORKING_DAYS_OF_A_YEAR:
            raise BadScenario(
                f"team {self.name} is on leave all year: a year is taken as "
                f"{WORKING_DAYS_OF_A_YEAR} working days"
            )
        for vacancy in self.vacancies:
            if vacancy.posts > self.workers:
                raise BadScenario(
                    f"team {self.name} has {self.workers} posts, and cannot leave "
                    f"{vacancy.posts} empty"
                )


@frozen(kw_only=True)
class Service:
    """The teams, and what happens to a case that no worker is free to take."""

    unlimited: bool = told(
        "whether there is always a worker free at once; then nobody waits"
    )
    duty_after: float = amount(
        "until a case that waits for a worker is held on duty", "working days"
    )
    duty_workers: int = amount("workers at the duty desk, for urgent work", "workers")
    teams: tuple[Team, ...] = told("the teams")

    def __attrs_post_init__(self) -> None:
        """Refuse work that no team takes, or two do."""
        taken = sorted(stage for team in self.teams for stage in team.takes)
        if taken != sorted(STAGES_OF_WORK):
            raise BadScenario(
                f"each of {', '.join(STAGES_OF_WORK)} must be taken by one team; "
                f"the teams take {', '.join(taken)}"
            )
        if self.duty_workers < 1:
            raise BadScenario("the duty desk needs at least one worker")
