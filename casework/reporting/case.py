"""One child as a report sees it: what happened, and how things stood on some days."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile

from attrs import field, frozen

from casework.checking import events_of, findings_of, ground_of
from casework.chronology import Happening, in_order
from casework.events import Event
from casework.findings import Finding
from casework.journey import Journey
from casework.recording import Delay, delays
from casework.reporting.choices import Choices
from casework.reporting.evening import Evening, Story, Walk
from casework.reporting.span import Span
from casework.standing import Ground
from casework.states.walk import Episode
from casework.timescales import (
    Deadline,
    deadlines,
)


@frozen(kw_only=True, eq=False, slots=False)
class Case:
    """One child's record, gone through once for a report.

    Parameters
    ----------
    journey
        The child's journey.
    span
        The days of the report.
    choices
        How some things are counted.
    happenings
        What happened up to the last day, in order.
    findings
        What in the record does not fit.
    evenings
        How things stood at the end of each day that is asked for, the last day last.
    """

    journey: Journey
    span: Span
    choices: Choices
    happenings: Story = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    evenings: tuple[Evening, ...] = field(repr=False)

    @property
    def ground(self) -> Ground:
        """Against what the record is read."""
        return self.evenings[-1].ground

    @property
    def place(self) -> str:
        """The jurisdiction's name, with which the ids of its rules begin."""
        return self.journey.jurisdiction.name

    @property
    def zone(self) -> str:
        """The zone in which its days begin and end."""
        return self.ground.setting.zone

    @cached_property
    def telling(self) -> tuple[tuple[int, Evening], ...]:
        """The evenings on which something stood, and the source covers, by number."""
        every = enumerate(self.evenings)
        return tuple((n, one) for n, one in every if one.known and one.matters)

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """Every episode as it stands on the last day, in the order of opening."""
        return tuple(self.evenings[-1].standing.position.episodes.values())

    def events(self, *kinds: type[Event]) -> tuple[Happening, ...]:
        """Give the events of some kinds up to the last day, in order."""
        return tuple(one for kind in kinds for one in self._by_kind.get(kind, ()))

    def during(self, *kinds: type[Event]) -> Iterator[Happening]:
        """Give the events of some kinds in the days of the report."""
        first = self.span.first
        return (one for one in self.events(*kinds) if one.day >= first)

    def each(self, stage: str) -> tuple[Story, ...]:
        """Give the events of each episode of a stage, in order."""
        return tuple(self._stories.get(stage, {}).values())

    def of(self, episode: Episode) -> Story:
        """Give the events of one episode, in order."""
        return self._stories.get(episode.stage, {}).get(episode.id, ())

    def left_on(self, story: Story) -> date | None:
        """Give the day on which the end of the case left an episode open, if it did."""
        known = self.evenings[-1].standing.position.episodes
        episode = known.get(story[0].event.episode or "")
        return episode.left[0] if episode and episode.left else None

    def so_far(self, episode: Episode, day: date) -> Story:
        """Give the events of one episode up to a day, in order.

        What a later day says of it must not change how things stood at an earlier one.
        """
        return tuple(one for one in self.of(episode) if one.day <= day)

    def story(self, happening: Happening) -> Story:
        """Give the events of the episode of an event, in order."""
        event = happening.event
        return self._stories[event.stage_name][event.episode]

    def before(self, happening: Happening) -> Iterator[Happening]:
        """Give what stands before an event in its own episode."""
        return takewhile(lambda one: one is not happening, self.story(happening))

    def led_to(self, story: Story, stage: str) -> tuple[Story, ...]:
        """Give what came out of an episode, in a stage, with its own next of kin.

        What came out of a later episode of the first one's own stage is not its own.
        """
        first = story[0].event
        return tuple(
            told
            for told in self.each(stage)
            if self.origin(told[0].event.episode, first.stage_name) == first.episode
        )

    def origin(self, episode: str | None, stage: str) -> str | None:
        """Give the nearest episode of a stage that an episode came out of."""
        known = self.evenings[-1].standing.position.episodes
        here = known.get(episode or "")
        while here is not None and here.stage != stage:
            here = known.get(here.follows or "")
        return None if here is None else here.id

    @property
    def rules(self) -> Collection[str]:
        """The rules of which the child has a deadline."""
        return self._by_rule.keys()

    @cached_property
    def delays(self) -> tuple[Delay, ...]:
        """How long after it happened each event was written down."""
        return delays(self.journey)

    def deadlines_of(self, rule: str) -> tuple[Deadline, ...]:
        """Give the deadlines of a rule as they stand on the last day."""
        return self._by_rule.get(rule, ())

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Every deadline as it stands on the last day."""
        last = self.evenings[-1]
        ground, fold = last.ground, last.standing.fold
        return deadlines(fold, ground.setting, ground.records, last.day)

    def basis_of(self, rule: str, day: date) -> str:
        """Give the basis of a rule of the child's place, as in force on a day.

        Parameters
        ----------
        rule
            Its id without the place, such as `conference.initial`.
        day
            The day.
        """
        law = self.ground.setting.law
        id_ = f"{self.place}.{rule}"
        version = law.version(id_, day) if id_ in law.rules else None
        return "" if version is None else version.basis.value

    @cached_property
    def _by_kind(self) -> dict[type[Event], list[Happening]]:
        found: dict[type[Event], list[Happening]] = {}
        for one in self.happenings:
            found.setdefault(type(one.event), []).append(one)
        return found

    @cached_property
    def _stories(self) -> dict[str, dict[str | None, Story]]:
        found: dict[str, dict[str | None, Story]] = {}
        for one in self.happenings:
            stage = found.setdefault(one.event.stage_name, {})
            stage[one.event.episode] = (*stage.get(one.event.episode, ()), one)
        return found

    @cached_property
    def _by_rule(self) -> dict[str, tuple[Deadline, ...]]:
        found: dict[str, tuple[Deadline, ...]] = {}
        for one in self.deadlines:
            found[one.rule] = (*found.get(one.rule, ()), one)
        return found


def case_of(
    journey: Journey, span: Span, days: Sequence[date], choices: Choices
) -> Case:
    """Go through a child's record once, and note down how things stood on some days.

    Parameters
    ----------
    journey
        The child's journey.
    span, choices
        As in `Case`.
    days
        The days, in order, the last day of the report last.
    """
    chronology = journey.chronology
    ground = ground_of(journey.jurisdiction, chronology)
    zone = ground.setting.zone
    events = events_of(chronology, zone, span.last)
    happenings = in_order(events, zone)
    walk = Walk(happenings, ground)
    evenings = tuple(walk.through(deque(days)))
    folded = walk.latest(), tuple(walk.verdicts)
    found = findings_of(chronology, events, folded, ground, span.last)
    return Case(
        journey=journey,
        span=span,
        choices=choices,
        happenings=happenings,
        findings=tuple(found),
        evenings=evenings,
    )
