"""From one stage to the next: of those that began, and of what happened in the period.

A *cohort* follows the same cases: of what began in the period, how much had led on by
the last day; it can never be more than all. A *period* sets what happened side by side:
so many of the one for every 100 of the other, whichever cases they were; it may be more
than 100.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, TypeAlias

from attrs import frozen

from casework.chronology import Happening
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    CinPlanStarted,
    ConferenceHeld,
    ContactDecided,
    ContactReceived,
    EarlyHelpClosed,
    EarlyHelpOffered,
    EnquiryConcluded,
    Event,
    ProtectionPlanStarted,
    ReferralClosed,
    ReferralReceived,
    StrategyDiscussionHeld,
)
from casework.reporting.case import Case
from casework.reporting.evening import Story
from casework.reporting.measure import IN, OUT, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures import assessments, contacts, enquiries, referrals
from casework.reporting.measures.conferences import HELD, is_initial
from casework.reporting.measures.plans import STARTED, started
from casework.reporting.measures.sources import ADVISER_2019, HERE
from casework.reporting.measures.telling import first

GOING_ON: Final = "still going on at the last day: it may yet lead on"

Begun: TypeAlias = Callable[[Case], Iterable[tuple[Happening, Story]]]
LedOn: TypeAlias = Callable[[Case, Happening, Story], bool]
Reached: TypeAlias = Callable[[Case], Iterable[Happening]]


@frozen(kw_only=True)
class Conversion:
    """A way from one stage to the next.

    Parameters
    ----------
    id, source
        Of its cohort.
    title, period_title
        Of its cohort and of its period.
    began, led, reached
        The words of what begins, of what of it led on, and of what it leads to.
    begun
        Gives what begins, of whatever day, with the events of its episode.
    led_on
        Says whether it led on.
    arrived
        Gives what it leads to, of whatever day.
    over
        What says that it is over; until then it may yet lead on.
    needs
        The events without which a source says nothing of it.
    """

    id: str
    title: str
    period_title: str
    began: str
    led: str
    reached: str
    source: str = HERE
    begun: Begun
    led_on: LedOn
    arrived: Reached
    over: type[Event]
    needs: tuple[type[Event], ...]

    def cohort(self, case: Case) -> Iterator[Found]:
        """Count what began in the days of the report, and what of it led on."""
        for start, story in self.begun(case):
            if start.day in case.span:
                yield start.day, self._judged(case, start, story)

    def period(self, case: Case) -> Iterator[Found]:
        """Count what it leads to and what began in the days of the report."""
        for one in self.arrived(case):
            if one.day in case.span:
                yield one.day, IN
        for start, _ in self.begun(case):
            if start.day in case.span:
                yield start.day, OUT

    def measures(self) -> tuple[Measure, Measure]:
        """Give the figure of the cohort and the figure of the period."""
        cohort = Measure(
            id=f"conversion.{self.id}",
            title=f"{self.title} (cohort)",
            unit=Unit.PERCENT,
            counts=Counts.EPISODES,
            numerator=self.led,
            denominator=self.began,
            source=self.source,
            needs=self.needs,
            during=self.cohort,
        )
        period = Measure(
            id=f"conversion.{self.id}.period",
            title=f"{self.period_title} (period)",
            unit=Unit.PER_100,
            counts=Counts.EPISODES,
            numerator=self.reached,
            denominator=self.began,
            source=self.source,
            needs=self.needs,
            during=self.period,
        )
        return cohort, period

    def _judged(self, case: Case, start: Happening, story: Story) -> Counted:
        led = self.led_on(case, start, story)
        told = case.ground.records.has(self.over.name)
        over = first(story, self.over) or case.left_on(story)
        going_on = not led and told and not over
        return Counted(met=led, doubt=GOING_ON if going_on else "")


def _each(kind: type[Event], case: Case) -> Iterator[tuple[Happening, Story]]:
    return ((one, case.story(one)) for one in case.events(kind))


def _happened(kind: type[Event], case: Case) -> Iterable[Happening]:
    return case.events(kind)


def _referred(case: Case, _start: Happening, story: Story) -> bool:
    return any(_says_referral(one) for one in story) or bool(
        case.led_to(story, "assessment")
    )


def _says_referral(one: Happening) -> bool:
    event = one.event
    return isinstance(event, ContactDecided) and event.decision == "referral"


def _assessed(_case: Case, _start: Happening, story: Story) -> bool:
    return first(story, AssessmentStarted) is not None


def _planned(case: Case, _start: Happening, story: Story) -> bool:
    return bool(case.led_to(story, "child_in_need"))


def _conferred(case: Case, _start: Happening, story: Story) -> bool:
    led = case.led_to(story, "conference")
    return any(is_initial(one) for told in led for one in told)


def _put_on_a_plan(_case: Case, _start: Happening, story: Story) -> bool:
    return started(story) is not None


def _stepped_up(_case: Case, _start: Happening, story: Story) -> bool:
    return any(_is_step_up(one) for one in story)


def _is_step_up(one: Happening) -> bool:
    event = one.event
    return isinstance(event, EarlyHelpClosed) and event.outcome == "stepped_up"


def _initial(case: Case) -> Iterator[tuple[Happening, Story]]:
    conferences = (one for one in case.events(ConferenceHeld) if is_initial(one))
    return ((one, case.story(one)) for one in conferences)


def _conferences(case: Case) -> Iterator[Happening]:
    return (one for one, _ in _initial(case))


def _plans(case: Case) -> Iterator[Happening]:
    return (one for story in case.each("conference") if (one := started(story)))


def _steps_up(case: Case) -> Iterator[Happening]:
    return (one for one in case.events(EarlyHelpClosed) if _is_step_up(one))


CONVERSIONS: Final = (
    Conversion(
        id="contact_to_referral",
        title="Contacts that became a referral",
        period_title="Referrals for every 100 contacts",
        began=contacts.RECEIVED,
        led="contacts received in the period that became a referral by the last day",
        reached=referrals.RECEIVED,
        begun=partial(_each, ContactReceived),
        led_on=_referred,
        arrived=partial(_happened, ReferralReceived),
        over=ContactDecided,
        needs=(ContactReceived, ContactDecided, ReferralReceived),
    ),
    Conversion(
        id="referral_to_assessment",
        title="Referrals that led to an assessment",
        period_title="Assessments for every 100 referrals",
        began=referrals.RECEIVED,
        led="referrals received in the period that led to an assessment by the last "
        "day",
        reached="assessments started in the period",
        begun=partial(_each, ReferralReceived),
        led_on=_assessed,
        arrived=partial(_happened, AssessmentStarted),
        over=ReferralClosed,
        needs=(ReferralReceived, AssessmentStarted),
    ),
    Conversion(
        id="assessment_to_plan",
        title="Assessments that led to a child in need plan",
        period_title="Child in need plans for every 100 assessments",
        began=assessments.COMPLETED,
        led="assessments completed in the period that led to a child in need plan by "
        "the last day",
        reached="child in need plans that started in the period",
        begun=partial(_each, AssessmentCompleted),
        led_on=_planned,
        arrived=partial(_happened, CinPlanStarted),
        over=ReferralClosed,
        needs=(AssessmentCompleted, CinPlanStarted),
    ),
    Conversion(
        id="enquiry_to_conference",
        title="Enquiries that led to a conference",
        period_title="Initial conferences for every 100 enquiries",
        began=enquiries.BEGUN,
        led="enquiries begun in the period that led to an initial conference by the "
        "last day",
        reached=HELD,
        source=ADVISER_2019,
        begun=enquiries.begun,
        led_on=_conferred,
        arrived=_conferences,
        over=EnquiryConcluded,
        needs=(StrategyDiscussionHeld, ConferenceHeld),
    ),
    Conversion(
        id="conference_to_plan",
        title="Conferences that led to a plan",
        period_title="Protection plans for every 100 initial conferences",
        began=HELD,
        led="initial conferences held in the period that led to a protection plan by "
        "the last day",
        reached=STARTED,
        begun=_initial,
        led_on=_put_on_a_plan,
        arrived=_plans,
        over=ConferenceHeld,
        needs=(ConferenceHeld, ProtectionPlanStarted),
    ),
    Conversion(
        id="early_help_to_step_up",
        title="Early help that was not enough",
        period_title="Steps up for every 100 offers of early help",
        began="offers of early help in the period",
        led="offers of early help in the period that had been stepped up by the last "
        "day",
        reached="early help stepped up in the period",
        begun=partial(_each, EarlyHelpOffered),
        led_on=_stepped_up,
        arrived=_steps_up,
        over=EarlyHelpClosed,
        needs=(EarlyHelpOffered, EarlyHelpClosed),
    ),
)

MEASURES: Final = tuple(one for way in CONVERSIONS for one in way.measures())
