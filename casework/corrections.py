"""What the record says once its corrections and withdrawals are heard.

Nothing is rubbed out: a correction takes the place of what it corrects, and a
withdrawal takes an event, a correction or a withdrawal back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from attrs import evolve, frozen

from casework.chronology import Chronology, known_from
from casework.events import NOT_SAID, Corrected, Event, UnreadEvent, Withdrawn
from casework.findings import Finding, Severity


@frozen
class Heard:
    """The events that stand, and the corrections that correct nothing."""

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]


def heard(chronology: Chronology, zone: str) -> Heard:
    """Give the events that stand, in the order in which they were recorded."""
    read = [one for one in chronology.events if not isinstance(one, UnreadEvent)]
    changes = [one for one in read if isinstance(one, Corrected | Withdrawn)]
    if not changes:
        return Heard(tuple(read), ())
    changes = _in_order(changes, zone)
    withdrawn = _withdrawn(changes)
    latest = _latest(changes, withdrawn, {one.id for one in read if one not in changes})
    events = (_as_it_stands(one, latest) for one in read if one not in changes)
    standing = tuple(one for one in events if one.id not in withdrawn)
    unknown = _unknown(chronology, read, changes)
    return Heard(standing, (*unknown, *_in_vain(chronology, changes, withdrawn)))


def _in_order(
    changes: Sequence[Corrected | Withdrawn], zone: str
) -> list[Corrected | Withdrawn]:
    # Whoever names a change knew of it, though it may be told only by its day.
    by_id = {one.id: one for one in changes}

    def known(one: Corrected | Withdrawn) -> tuple[datetime, int]:
        chain = _chain(one, by_id)
        return max(known_from(each, zone) for each in chain), len(chain)

    return sorted(changes, key=known)


def _chain(
    change: Corrected | Withdrawn,
    by_id: Mapping[str | None, Corrected | Withdrawn],
) -> list[Corrected | Withdrawn]:
    """Give a change, the change that it names, and so on down to an event."""
    chain = [change]
    while chain[-1].of in by_id:
        below = by_id[chain[-1].of]
        if any(below is one for one in chain):
            break
        chain.append(below)
    return chain


def _withdrawn(changes: Iterable[Corrected | Withdrawn]) -> set[str]:
    # A withdrawal stands unless a later one takes it back, so the last speaks first.
    gone: set[str] = set()
    for change in reversed(list(changes)):
        if isinstance(change, Withdrawn) and change.id not in gone:
            gone.add(change.of)
    return gone


def _latest(
    changes: Iterable[Corrected | Withdrawn], withdrawn: set[str], ids: set[str | None]
) -> Mapping[str, Corrected]:
    corrections = [one for one in changes if isinstance(one, Corrected)]
    roots = {one.id: one.of for one in corrections}
    latest: dict[str, Corrected] = {}
    for correction in corrections:
        if correction.id not in withdrawn:
            latest[_root(correction.of, roots, ids)] = correction
    return latest


def _root(of: str, roots: Mapping[str | None, str], ids: set[str | None]) -> str:
    # A correction of a correction corrects the event at the bottom of it.
    seen: set[str] = set()
    while of not in ids and of in roots and of not in seen:
        seen.add(of)
        of = roots[of]
    return of


def _as_it_stands(event: Event, latest: Mapping[str, Corrected]) -> Event:
    correction = latest.get(event.id or "")
    if correction is None:
        return event
    put_right = correction.replacement
    recorded = put_right.recorded or correction.recorded
    right = evolve(put_right, id=event.id, recorded=recorded)
    return right if right.stage_name != event.stage_name else _placed(right, event)


def _placed(right: Event, event: Event) -> Event:
    # What the correction does not say again of its place stays as it was.
    return evolve(
        right,
        episode=right.episode or event.episode,
        follows=event.follows if right.follows is NOT_SAID else right.follows,
    )


def _unknown(
    chronology: Chronology,
    read: Iterable[Event],
    changes: Iterable[Corrected | Withdrawn],
) -> Iterable[Finding]:
    ids = {one.id for one in read}
    for change in changes:
        if change.of not in ids:
            yield Finding(
                code="unknown_correction",
                severity=Severity.WARNING,
                what=f"{change.name} names the event {change.of!r}, which is not here",
                expected="the id of an event of this child",
                child=chronology.child.id,
                event=change.id,
            )


def _in_vain(
    chronology: Chronology,
    changes: Sequence[Corrected | Withdrawn],
    withdrawn: set[str],
) -> Iterator[Finding]:
    """Say which changes change nothing, though what they name is there."""
    by_id = {one.id: one for one in changes}
    for place, change in enumerate(changes):
        bottom = _chain(change, by_id)[-1]
        why = ""
        if bottom.of in by_id:
            why = "names itself, or what names it"
        elif isinstance(change, Corrected):
            why = _not_corrected(change, changes[:place], by_id, withdrawn)
        if why:
            yield Finding(
                code="correction_in_vain",
                severity=Severity.WARNING,
                what=f"{change.name} of {change.of!r} {why}; it changes nothing",
                expected="a correction of an event that stands, or of its correction; "
                "or the withdrawal of any of them",
                child=chronology.child.id,
                event=change.id,
            )


def _not_corrected(
    change: Corrected,
    before: Iterable[Corrected | Withdrawn],
    by_id: Mapping[str | None, Corrected | Withdrawn],
    withdrawn: set[str],
) -> str:
    chain = _chain(change, by_id)
    if any(isinstance(one, Withdrawn) for one in chain):
        return "names a withdrawal, which can only be withdrawn"
    gone = {one.of for one in before if isinstance(one, Withdrawn)} & withdrawn
    return "names what was withdrawn before" if chain[-1].of in gone else ""
