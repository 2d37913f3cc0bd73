"""Checking a record: everything in it that does not fit, from wherever it is seen."""

from collections.abc import Iterator

from attrs import evolve

from casework.agreeing import disagreements
from casework.birth import before_birth
from casework.chronology import Chronology
from casework.corrections import heard
from casework.covering import not_covered
from casework.dates import When
from casework.events import Event
from casework.findings import Finding
from casework.jurisdictions import Jurisdiction
from casework.standing import Ground, Latest, fold_latest, happened_by
from casework.states.walk import Verdict
from casework.timescales import Setting, advanced, deadlines, without_a_date
from casework.unsaid import unsaid


def ground_of(jurisdiction: Jurisdiction, chronology: Chronology) -> Ground:
    """Give what a child's events are folded against."""
    setting = Setting(
        law=jurisdiction.law,
        calendar=jurisdiction.calendar,
        zone=jurisdiction.zone,
        child=chronology.child.id,
        terms=jurisdiction.terms,
        records=chronology.records,
    )
    return Ground(
        setting=setting, records=chronology.records, born=chronology.child.born
    )


def events_of(
    chronology: Chronology, zone: str, as_at: When | None = None
) -> tuple[Event, ...]:
    """Give the events that stand, up to a day; corrections are never cut by the day."""
    events = heard(chronology, zone).events
    if as_at is None:
        return events
    return tuple(one for one in events if happened_by(one.at, as_at, zone))


def check(
    jurisdiction: Jurisdiction, chronology: Chronology, as_at: When | None
) -> tuple[Finding, ...]:
    """Give every finding on a child's record, up to a day if one is given."""
    found = _found(jurisdiction, chronology, as_at)
    return tuple(evolve(one, child=chronology.child.id) for one in found)


def _found(
    jurisdiction: Jurisdiction, chronology: Chronology, as_at: When | None
) -> Iterator[Finding]:
    ground = ground_of(jurisdiction, chronology)
    events = events_of(chronology, jurisdiction.zone, as_at)
    latest, verdicts = fold_latest(events, ground)
    listed = latest.day if as_at is None else as_at
    yield from findings_of(chronology, events, (latest, verdicts), ground, listed)


def findings_of(
    chronology: Chronology,
    events: tuple[Event, ...],
    folded: tuple[Latest, tuple[Verdict, ...]],
    ground: Ground,
    listed: When,
) -> Iterator[Finding]:
    """Give every finding on a record that was folded already.

    Parameters
    ----------
    chronology, events, ground
        The record, the events of it that were folded, and against what.
    folded
        Where it stands, and what the stages say of each event.
    listed
        The day up to whose end the deadlines are asked.
    """
    (latest, verdicts), zone = folded, ground.setting.zone
    yield from chronology.findings()
    yield from heard(chronology, zone).findings
    yield from not_covered(chronology, events, zone)
    yield from before_birth(chronology.child, events, zone)
    for verdict in verdicts:
        yield from verdict.findings
    yield from disagreements(events, latest, ground)
    yield from unsaid(events, ground.setting)
    fold = advanced(latest.after.fold, ground.setting, ground.records, listed)
    yield from fold.findings
    yield from without_a_date(deadlines(fold, ground.setting, ground.records, listed))
