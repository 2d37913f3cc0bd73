"""Steps written down as a journey: each event goes through its stages."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen

from casework.chronology import Child, Chronology
from casework.dates import day_of, is_moment
from casework.events import Event
from casework.journey import Journey
from casework.records import Records
from casework.simulation.life import Step
from casework.simulation.modelled import records_of
from casework.simulation.office import Office
from casework.simulation.running import Steps, office_of
from casework.simulation.scenario import Scenario


@frozen
class Writer:
    """Writes down what happened to children, as a service would.

    Parameters
    ----------
    scenario
        The scenario.
    office
        Its working days.
    records
        What it records.
    """

    scenario: Scenario
    office: Office
    records: Records

    @classmethod
    def of(cls, scenario: Scenario) -> "Writer":
        """Give the writer of a scenario."""
        return cls(scenario, office_of(scenario), records_of(scenario))

    def journey(self, told: Steps) -> Journey:
        """Give a child's journey, lawful because each event was recorded in it.

        Raises
        ------
        NotAllowed
            When the journey does not allow an event: then a pathway is wrong.
        """
        return self._opened(told, ()).record(*self._events(told))

    def record(self, told: Steps) -> Journey:
        """Give the same journey from the same record, not judged event by event.

        That is half the work, and enough for counting what was shown to be lawful.
        """
        return self._opened(told, tuple(self._events(told)))

    def _opened(self, told: Steps, events: tuple[Event, ...]) -> Journey:
        child = Child(id=told.person.id, born=told.person.born)
        return Journey(
            jurisdiction=self.scenario.jurisdiction,
            chronology=Chronology(child=child, events=events, records=self.records),
        )

    def _events(self, told: Steps) -> Iterator[Event]:
        luck, before = told.person.luck, dict[date, datetime]()
        for number, step in enumerate(sorted(told.steps, key=self._order), start=1):
            recorded = self._recorded(step, luck.of(f"recorded {number}"))
            if recorded is not None:
                # On one day the order of the record is the order of what happened.
                day = day_of(step.at, self.office.zone)
                recorded = max(recorded, before.get(day, recorded))
                before = {day: recorded}
            yield step.kind(id=f"e{number}", at=step.at, recorded=recorded, **step.said)

    def _order(self, step: Step) -> tuple[date, bool, float]:
        """Order by day, and on a day what has its moment first, as a journey does."""
        at = step.at
        moment = at.timestamp() if is_moment(at) else 0.0
        return day_of(at, self.office.zone), not is_moment(at), moment

    def _recorded(self, step: Step, drawn: float) -> datetime | None:
        recording, office, at = self.scenario.recording, self.office, step.at
        if recording is None:
            return None
        begins = office.time(at) if is_moment(at) else office.opening(at)
        time = min(begins + recording.delay.at(drawn), len(office.days) - 1)
        written = office.moment(time)
        return max(written, at) if is_moment(at) else written
