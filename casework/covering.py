"""What a source says it holds, held against what it does hold."""

from collections.abc import Iterable, Iterator
from datetime import date

from casework.alike import like
from casework.chronology import Chronology
from casework.dates import day_of
from casework.events import Event, kinds
from casework.findings import Finding, Severity


def not_covered(
    chronology: Chronology, events: Iterable[Event], zone: str
) -> Iterator[Finding]:
    """Say which names in `records` are of no event, and what lies after its last day.

    Parameters
    ----------
    chronology
        The record, with what the source says that it holds.
    events
        The events of it that stand.
    zone
        The time zone of the place.
    """
    yield from _misspelt(chronology)
    end = chronology.records.end or date.max
    for event in events:
        day = day_of(event.at, zone)
        if day > end:
            yield Finding(
                code="after_the_records",
                severity=Severity.WARNING,
                what=f"{event.name} of {day} lies after {end}, the last day that "
                "`records` says the source covers; it takes no part",
                expected="records that cover every event, or no last day",
                child=chronology.child.id,
                event=event.id,
            )


def _misspelt(chronology: Chronology) -> Iterator[Finding]:
    # A name that no event has would make a rule `not_recorded`, unseen.
    for name in sorted((chronology.records.events or frozenset()) - kinds().keys()):
        yield Finding(
            code="record_not_known",
            severity=Severity.WARNING,
            what=f"records names {name!r}, which is not an event{like(name, kinds())}",
            expected="the names of events of the vocabulary",
            child=chronology.child.id,
        )
