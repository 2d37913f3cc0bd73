"""Every rule of both places: its clock starts, is met and is missed in a lawful life.

`Journey.record` refuses what no stage allows, so a story that is told here is one that
a child may have.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product

import pytest
from attrs import evolve, frozen

from casework import Journey, england, jersey
from casework.dates import day_of
from casework.events import (
    CaseClosed,
    ChildDied,
    ComplaintEscalated,
    Event,
    ResponsibilityTransferred,
    ReviewConferenceHeld,
)
from casework.jurisdictions import Jurisdiction
from casework.law import Timescale
from casework.law.conditions import On, on
from casework.law.index import happenings_of, whiles_of
from casework.law.pack import Law, by_id
from casework.states import STAGES
from casework.states.moves import NOT_OPEN
from casework.timescales import Deadline
from tests.journeys import FIRST_DAYS, STORIES, TERMS, Story

STATELESS = ("oversight", "child")
ENDINGS = (ChildDied, ResponsibilityTransferred, CaseClosed)


@frozen(kw_only=True)
class Told:
    """A version of a rule with the story that shows it."""

    place: Jurisdiction
    rule: Timescale
    story: Story
    first: date

    def deadline(self, *more: str) -> Deadline:
        """Give the deadline that the story starts, after more has happened."""
        return self.among(self.story.journey(self.place, self.first, *more))

    def among(self, journey: Journey) -> Deadline:
        """Give that deadline from among those of a journey."""
        asked = self.first + timedelta(days=self.story.asked)
        found = (one for one in journey.deadlines(asked) if one.rule == self.rule.id)
        return min(found, key=lambda one: (str(one.starts), one.occurrence))

    def last_of(self, deadline: Deadline) -> date:
        """Give the first day on which all of the story is told and the clock runs."""
        told = self.story.journey(self.place, self.first).chronology.events[-1]
        return max(day_of(one, self.place.zone) for one in (told.at, deadline.starts))


def story_of(rule: Timescale) -> Story:
    """Give the story of a rule; fails where nobody has told one."""
    name = rule.id.partition(".")[2]
    assert name in STORIES, f"tell a story for {rule.id} in tests/journeys.py"
    return STORIES[name]


def told(place: Jurisdiction, rule: Timescale) -> Told:
    """Tell the story of a version of a rule on days on which that version governs."""
    law = place.law.with_rules([evolve(rule, switched_on=True)], "on its own")
    days = (day for day in FIRST_DAYS if place.law.version(rule.id, day) is rule)
    switched_on = place if rule.switched_on else place.with_law(law)
    return Told(
        place=switched_on.with_terms(TERMS),
        rule=rule,
        story=story_of(rule),
        first=next(days),
    )


VERSIONS = [(place, rule) for place in (england, jersey) for rule in place.law.listed()]
each_version = pytest.mark.parametrize(
    ("place", "rule"),
    VERSIONS,
    ids=[f"{rule.id} {rule.in_force}" for _, rule in VERSIONS],
)


def test_there_is_no_story_without_its_rule() -> None:
    """What is told of a rule that is gone would be checked by nobody."""
    names = {rule.id.partition(".")[2] for _, rule in VERSIONS}
    assert names == set(STORIES)


def test_a_rule_without_a_story_is_found() -> None:
    """Whoever adds a rule is told to show that it can be met and missed."""
    with pytest.raises(AssertionError, match=r"a story for england\.new"):
        story_of(evolve(england.law.listed()[0], id="england.new"))


@each_version
def test_a_clock_is_started_and_met(place: Jurisdiction, rule: Timescale) -> None:
    """Each version of each rule, in a journey that the stages allow."""
    here = told(place, rule)
    deadline = here.deadline(here.story.met)
    assert (1, "met") == (deadline.occurrence, deadline.status)
    assert (rule.citation, rule.in_force) == (
        deadline.law.citation,
        deadline.law.in_force,
    )


@each_version
def test_a_clock_is_started_and_missed(place: Jurisdiction, rule: Timescale) -> None:
    """The same story without what meets it; open where the law gives no number."""
    deadline = told(place, rule).deadline()
    assert ("open" if rule.within is None else "overdue") == deadline.status


@each_version
def test_a_clock_that_ends_late_is_missed(place: Jurisdiction, rule: Timescale) -> None:
    """What ends a duty long after its due day does not do it."""
    here = told(place, rule)
    for event in chain.from_iterable(map(said, rule.ends)):
        journey = here.story.journey(here.place, here.first)
        at = here.first + timedelta(days=here.story.asked - 1)
        deadline = here.among(journey.record(evolve(event, at=at)))
        # What both meets and ends, meets.
        meets = any(one.matches(event) for one in rule.met_by)
        late = "met_late" if meets else "missed"
        assert ("ceased" if rule.within is None else late) == deadline.status


@pytest.mark.parametrize("ending", ENDINGS)
@each_version
def test_an_ending_releases_the_clock(
    place: Jurisdiction, rule: Timescale, ending: type[Event]
) -> None:
    """Death, transfer and the closing of the case: nothing is asked any more."""
    here = told(place, rule)
    day = here.last_of(here.deadline()) + timedelta(days=1)
    journey = here.story.journey(here.place, here.first).record(ending(at=day))
    deadline = here.among(journey)
    assert ("ceased", day, 0) == (deadline.status, deadline.ended, deadline.days_late)


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_ends_on_one_day_with_care_starts_nothing(ending: type[Event]) -> None:
    """A child handed over on leaving care is not a relevant child of this authority."""
    rule = england.law.versions("england.needs.assess_relevant")[-1]
    here = told(england, rule)
    journey = here.story.journey(here.place, here.first)
    left = journey.record(ending(at=journey.chronology.events[-1].at))
    assert () == left.due(here.first + timedelta(days=here.story.asked))


def test_every_event_of_a_rule_can_happen() -> None:
    """No clock waits for what no stage allows."""
    assert [] == [
        f"{rule.id}: {lost}" for _, rule in VERSIONS for lost in impossible(rule)
    ]


class NeverEvent(Event):
    """An event that no stage knows."""


@pytest.mark.parametrize("never", [on(ComplaintEscalated, stage=1), on(NeverEvent)])
@pytest.mark.parametrize("part", ["starts", "met_by", "ends", "released_by"])
def test_a_rule_with_an_impossible_event_is_found(part: str, never: On) -> None:
    """Also where the event is possible, and what it must say is not."""
    rule = england.law.versions("england.complaint.stage_2")[-1]
    assert [str(never)] == list(impossible(evolve(rule, **{part: never})))


def test_a_rule_that_waits_for_another_event_fails_its_story() -> None:
    """The story shows it too: what met the clock meets it no more."""
    rule = england.law.versions("england.complaint.stage_2")[-1]
    other = evolve(rule, met_by=on(ReviewConferenceHeld))
    law = Law(jurisdiction="england", rules=by_id([other]))
    here = told(england.with_law(law), other)
    assert "overdue" == here.deadline(here.story.met).status


def impossible(rule: Timescale) -> Iterator[str]:
    """Give what a rule waits for, though no move of any stage allows it."""
    asked = chain.from_iterable(state.touched_by for state in whiles_of(rule))
    for condition in (*happenings_of(rule), *asked):
        if not all(map(can_happen, said(condition))):
            yield str(condition)


def said(condition: object) -> Iterator[Event]:
    """Give every event that a condition names, with each word that it may say."""
    if not isinstance(condition, On):
        return
    names, words = zip(*condition.where, strict=True) if condition.where else ((), ())
    stated = dict.fromkeys(condition.states, FIRST_DAYS[0])
    for event, chosen in product(condition.events, product(*words)):
        fields = dict(zip(names, chosen, strict=True))
        yield event(at=FIRST_DAYS[0], **fields, **stated)


def can_happen(event: Event) -> bool:
    """Say whether some stage allows an event in some state; the stateless always."""
    stage = STAGES.get(event.stage_name)
    if stage is None:
        return event.stage_name in STATELESS
    return any(stage.next(state, event) for state in (NOT_OPEN, *stage.states))
