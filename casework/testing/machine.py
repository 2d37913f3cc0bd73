"""A machine that drives a host's system beside ours, and compares what they say.

A host subclasses it, says how an event is recorded and how deadlines are asked for, and
runs it with Hypothesis, which looks for the shortest story on which the two differ.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from casework.chronology import Child, Chronology
from casework.dates import as_date
from casework.errors import Ambiguous, NotAllowed
from casework.events import Corrected, Event, Withdrawn
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england
from casework.testing.ages import children
from casework.testing.comparing import COLUMNS, KEY, assert_same_deadlines
from casework.testing.mistakes import unlawful
from casework.testing.near import FIRST_DAY, LATEST, as_ats
from casework.testing.reading import events_in, history
from casework.testing.settings import (
    refuse_other_columns,
    refuse_what_tests_nothing,
)
from casework.testing.steps import a_late_event, what_happens
from casework.testing.telling import Telling
from casework.timescales import Deadline


class JourneyMachine(RuleBasedStateMachine):
    """Records lawful events in a host's system and in ours, and compares deadlines.

    Subclass it, and give `host_open`, `host_record` and `host_deadlines`. The rest may
    be left as it is, or set on the subclass.

    Attributes
    ----------
    jurisdiction
        Whose law; England's, unless the subclass says otherwise.
    stages
        Names of the stages in which events happen; None for all.
    knows
        Names of the events that the host takes; None for all. No others happen, so one
        that begins an episode must be among them, and what leads up to it.
    children
        Of whom the stories are.
    ends_by
        The last day on which anything happens.
    rule_ids
        Ids of the rules that are compared; None for all.
    columns, key
        What is compared of each deadline, and what says which it is, as in
        `assert_same_deadlines`.
    refuses
        Whether the host must refuse an unlawful event, by raising any exception.
    corrects
        Whether the host knows corrections and withdrawals.
    journey
        What is on record in both systems.

    Examples
    --------
    >>> class OurOwn(JourneyMachine):
    ...     stages = ("contact",)
    ...
    ...     def host_open(self, child):
    ...         self.mine = Journey(
    ...             jurisdiction=self.jurisdiction, chronology=Chronology(child=child)
    ...         )
    ...
    ...     def host_record(self, event):
    ...         self.mine = self.mine.record(event)
    ...
    ...     def host_deadlines(self, as_at):
    ...         return self.mine.deadlines(as_at)
    >>> from hypothesis import settings
    >>> from hypothesis.stateful import run_state_machine_as_test
    >>> run_state_machine_as_test(OurOwn, settings=settings(max_examples=2))
    """

    jurisdiction: ClassVar[Jurisdiction] = england
    stages: ClassVar[Sequence[str] | None] = None
    knows: ClassVar[Collection[str] | None] = None
    children: ClassVar[st.SearchStrategy[Child]] = children(unborn=False)
    ends_by: ClassVar[date | str] = LATEST
    rule_ids: ClassVar[Sequence[str] | None] = None
    columns: ClassVar[Sequence[str]] = COLUMNS
    key: ClassVar[Sequence[str]] = KEY
    refuses: ClassVar[bool] = False
    corrects: ClassVar[bool] = False

    journey: Journey
    _telling: Telling

    def __init__(self) -> None:
        """Look at what is asked before anything is tried.

        Raises
        ------
        NotFound
            When there is no such stage, event, rule or column.
        BadMachine
            When nothing could happen, so that nothing would be compared.
        """
        super().__init__()
        refuse_what_tests_nothing(self.stages, self.knows, as_date(self.ends_by))
        refuse_other_columns((*self.columns, *self.key))
        for rule_id in self.rule_ids or ():
            self.jurisdiction.law.versions(rule_id)

    def host_open(self, child: Child) -> None:
        """Open an empty record for a child in the host's system.

        Parameters
        ----------
        child
            The child, with an opaque id and a date of birth.
        """
        raise NotImplementedError

    def host_record(self, event: Event) -> None:
        """Record an event in the host's system; it has its episode and its id.

        Parameters
        ----------
        event
            What happened; a correction or a withdrawal too, where `corrects` is set.
        """
        raise NotImplementedError

    def host_deadlines(self, as_at: date) -> Iterable[object]:
        """Ask the host's system for its deadlines as at the end of a day.

        Parameters
        ----------
        as_at
            The day.
        """
        raise NotImplementedError

    @initialize(data=st.data())
    def opens(self, data: st.DataObject) -> None:
        """Open a record for a child in both systems."""
        child = data.draw(self.children, "child")
        place, told = self.jurisdiction, Chronology(child=child)
        self.journey = Journey(jurisdiction=place, chronology=told)
        self._telling = Telling(
            place=place,
            child=child,
            floor=FIRST_DAY,
            ends_by=as_date(self.ends_by),
            knows=self.knows,
        )
        self.host_open(child)

    @rule(data=st.data())
    def happens(self, data: st.DataObject) -> None:
        """Let the next thing happen that the stages allow, in both systems."""
        stages = None if self.stages is None else tuple(self.stages)
        for event in data.draw(what_happens(self._telling, stages), "happens"):
            self._record(event)

    @precondition(lambda self: self.journey.chronology.events)
    @rule(data=st.data())
    def is_entered_late(self, data: st.DataObject) -> None:
        """Write down what happened earlier than the last event on the record."""
        for event in data.draw(a_late_event(self._telling), "entered late"):
            self._record(event)

    @precondition(lambda self: self.corrects and self.journey.chronology.events)
    @rule(data=st.data(), days=st.sampled_from([None, 1, -1]))
    def is_put_right(self, data: st.DataObject, days: int | None) -> None:
        """Correct the day of an event by one, or withdraw the event."""
        events = [one for one in events_in(self.journey) if _usual(one)]
        wrong = data.draw(st.sampled_from(events), "put right")
        self._record(_putting_right(wrong, days, self._telling.floor))

    @precondition(lambda self: self.refuses)
    @rule(data=st.data())
    def is_unlawful(self, data: st.DataObject) -> None:
        """Try an event that must be refused, and see that the host refuses it."""
        mistake = data.draw(unlawful(self.journey), "must be refused")
        if mistake.journey is not self.journey or self._allows(mistake.event):
            return
        try:
            self.host_record(mistake.event)
        except Exception:  # noqa: BLE001  how a host refuses is its own choice
            return
        told = history(self.journey) or "nothing"
        raise AssertionError(f"The host took {mistake.wrong}, after\n{told}")

    @precondition(lambda self: self.journey.chronology.events)
    @rule(data=st.data())
    def is_asked(self, data: st.DataObject) -> None:
        """Ask both systems for their deadlines as at a day, and compare."""
        as_at = data.draw(as_ats(self.journey), "asked as at")
        expected = [one for one in self.journey.deadlines(as_at) if self._compares(one)]
        actual = self.host_deadlines(as_at)
        try:
            assert_same_deadlines(expected, actual, columns=self.columns, key=self.key)
        except AssertionError as differ:
            told = history(self.journey) or "nothing"
            message = f"As at {as_at}, after\n{told}\n{differ}"
            raise AssertionError(message) from None

    def _compares(self, deadline: Deadline) -> bool:
        return self.rule_ids is None or deadline.rule in self.rule_ids

    def _allows(self, event: Event) -> bool:
        try:
            self.journey.record(event)
        except (Ambiguous, NotAllowed):
            return False
        return True

    def _record(self, event: Event) -> None:
        # What was put right or entered late may have made it unlawful by now.
        if self._allows(event):
            self.journey = self.journey.record(event)
            self.host_record(events_in(self.journey)[-1])


def _usual(event: Event) -> bool:
    return not isinstance(event, CorrectionEvent)


def _putting_right(wrong: Event, days: int | None, day: date) -> Event:
    if days is None:
        return Withdrawn(at=day, of=str(wrong.id))
    right = evolve(wrong, id=None, at=wrong.at + timedelta(days=days))
    return Corrected(at=day, of=str(wrong.id), replacement=right)
