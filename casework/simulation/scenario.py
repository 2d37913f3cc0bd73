"""A scenario: a place, its practice and its service, over some years."""

from collections.abc import Mapping
from datetime import date, timedelta

from attrs import evolve, frozen

from casework.dates import as_date, birthday
from casework.errors import BadScenario
from casework.jurisdictions import Jurisdiction
from casework.simulation.inputs import told
from casework.simulation.place import Contacts, Population, Service
from casework.simulation.practice import (
    Assessment,
    Care,
    ChildInNeed,
    Conference,
    EarlyHelp,
    Enquiry,
    FrontDoor,
    LeavingCare,
    Oversight,
    ProtectionPlan,
    Recording,
    Visits,
)


@frozen(kw_only=True)
class Span:
    """The years that are simulated, and those of which figures are given."""

    first: date = told("the first day; nothing happened before it")
    last: date = told("the last day")
    measured_from: date = told(
        "the first day of the figures: plans and caseloads have grown by then"
    )

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order."""
        if not self.first <= self.measured_from <= self.last:
            raise BadScenario(
                "the span must have first, measured_from and last in this order"
            )


@frozen(kw_only=True)
class Expected:
    """A published figure that the simulation should come near."""

    measure: str = told("the id of the measure")
    title: str = told("the figure in words")
    published: float = told("the figure as published")
    lowest: float = told("from which a simulated figure is near enough")
    highest: float = told("up to which it is")
    source: str = told("where it was published")

    def __attrs_post_init__(self) -> None:
        """Refuse ends in the wrong order."""
        if self.lowest > self.highest:
            raise BadScenario(
                f"{self.measure} is near from {self.lowest:g} to {self.highest:g}: "
                "give the lower end as `lowest`"
            )


@frozen(kw_only=True)
class Scenario:
    """Everything that a simulation is told; there are no hidden numbers.

    Parameters
    ----------
    name, about
        What it is called, and what it asks.
    jurisdiction
        Whose law, calendar and words apply.
    seed
        The seed of all luck.
    span
        The years.
    population, contacts
        Who lives there, and how worries reach the front door.
    front_door, early_help, assessment, visits, enquiry, conference
        What the service does until it is decided what a child needs.
    protection_plan, child_in_need, care, leaving_care
        What it does under each plan.
    oversight, recording
        How managers look after the work, and how soon it is written down; without
        `recording` nothing is said of that.
    service
        The teams.
    published
        Of each input that was published, where; all others are assumed.
    expected
        The published figures to compare with.
    """

    name: str = told("what the scenario is called")
    about: str = told("what it asks")
    jurisdiction: Jurisdiction = told("whose law applies", "jersey or england")
    seed: int = told("the seed of all luck")
    span: Span = told("the years")
    population: Population = told("the children")
    contacts: Contacts = told("the contacts")
    front_door: FrontDoor = told("the front door")
    early_help: EarlyHelp = told("early help")
    assessment: Assessment = told("referral and assessment")
    visits: Visits = told("visits at all stages")
    enquiry: Enquiry = told("strategy discussion and enquiry")
    conference: Conference = told("the initial conference")
    protection_plan: ProtectionPlan = told("the protection plan")
    child_in_need: ChildInNeed = told("the child in need plan")
    care: Care = told("being looked after")
    leaving_care: LeavingCare = told("leaving care")
    oversight: Oversight = told("oversight")
    service: Service = told("the teams")
    recording: Recording | None = told("recording", default=None)
    published: Mapping[str, str] = told("the inputs that were published", factory=dict)
    expected: tuple[Expected, ...] = told("figures to compare with", default=())


def over(
    scenario: Scenario,
    *,
    seed: int | None = None,
    first: date | str | None = None,
    last: date | str | None = None,
    years: int | None = None,
) -> Scenario:
    """Give a scenario under other luck, or over other years.

    The figures are of the days from `measured_from`, if that is still one of them; and
    otherwise of all.

    Parameters
    ----------
    scenario
        The scenario.
    seed
        Another seed.
    first, last
        Another first or last day.
    years
        How many years from the first day, in place of a last day.

    Raises
    ------
    BadDate
        When a day cannot be read.
    BadScenario
        When both a last day and a number of years are given, or the last day is
        before the first.
    """
    if years is not None and last is not None:
        raise BadScenario("say a last day or a number of years, not both")
    span = scenario.span
    begins = as_date(first or span.first)
    ends = as_date(last or span.last)
    if years is not None:
        ends = birthday(begins, years) - timedelta(days=1)
    if ends < begins:
        raise BadScenario(f"the last day, {ends}, is before the first, {begins}")
    inside = begins <= span.measured_from <= ends
    measured = span.measured_from if inside else begins
    return evolve(
        scenario,
        seed=scenario.seed if seed is None else seed,
        span=Span(first=begins, last=ends, measured_from=measured),
    )
