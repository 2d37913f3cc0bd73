"""`casework journey`: one child's events, stages, deadlines and findings."""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from casework.adapters.plain import child_to_plain
from casework.adapters.plain_events import event_to_plain
from casework.adapters.reading import Read
from casework.adapters.tables import Column, Format, Row
from casework.chronology import Recorded
from casework.cli.check import finding_columns, finding_row
from casework.cli.deadlines import deadline_columns
from casework.cli.options import AsAt, Child, File, KnownAt, Overlays, Page, Written
from casework.cli.output import Notes, column, say, short, show, write_object
from casework.cli.source import Source
from casework.dates import When, as_when, day_of, iso
from casework.events import UnreadEvent
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.states.walk import Episode, Verdict
from casework.words import stage_words


def journey(
    *,
    file: File,
    child: Child,
    as_at: AsAt,
    known_at: KnownAt = None,
    overlay: Overlays = None,
    output: Written = Page.TABLE,
) -> None:
    """Show one child's journey: events, stages, deadlines, findings.

    What happened after the day of --as-at is listed among the events, marked `later`,
    and counts for nothing else.
    """
    source = Source([file], overlay)
    read = source.child(child)
    if known_at is not None:
        read = evolve(read, journey=read.journey.as_known(known_at))
    told = _told(read, as_at)
    if output is Page.JSON:
        write_object(told)
    else:
        _say(read.journey, told)
    source.leave()


def _told(read: Read, as_at: When) -> dict[str, Any]:
    journey = read.journey
    findings = (*read.findings, *journey.findings(as_at))
    return {
        "child": child_to_plain(journey.child),
        "events": list(_events(journey, as_at)),
        "stages": [_stage(one) for one in journey.episodes(as_at)],
        "deadlines": [dict(one.as_row()) for one in journey.deadlines(as_at)],
        "findings": [finding_row(one, read) for one in findings],
    }


def _events(journey: Journey, as_at: When) -> Iterator[dict[str, Any]]:
    """Give the events as in the file, and how each was judged as at the day.

    An event that could not be read is not allowed. Corrections, what was taken back
    and what came later stand in no stage: null.
    """
    judged = _finder(journey, journey.verdicts(as_at))
    standing = _finder(journey, journey.verdicts())
    for event in journey.chronology.events:
        unread = isinstance(event, UnreadEvent)
        verdict = None if unread else judged(event)
        yield {
            **event_to_plain(event),
            "allowed": False if unread else verdict and verdict.allowed,
            "assumed": verdict is not None and verdict.assumed,
            "later": not unread and verdict is None and standing(event) is not None,
        }


def _finder(
    journey: Journey, verdicts: tuple[Verdict, ...]
) -> Callable[[Recorded], Verdict | None]:
    # Two events may share an id; one that was corrected is another by the same id.
    own = {id(one.event): one for one in verdicts}
    as_written = set(map(id, journey.chronology.events))
    put_right = {
        one.event.id: one for one in verdicts if id(one.event) not in as_written
    }
    return lambda event: own.get(id(event)) or put_right.get(event.id)


def _stage(episode: Episode) -> dict[str, Any]:
    return {
        "episode": episode.id,
        "stage": episode.stage,
        "state": episode.state,
        "follows": episode.follows,
        "opened": iso(episode.opener.at),
        "closed": iso(episode.ended[1].at) if episode.ended else None,
    }


def _say(journey: Journey, told: dict[str, Any]) -> None:
    notes = Notes()
    say(f"Child {journey.child.id}, {journey.jurisdiction.title}")
    _table("Events", told["events"], _EVENTS)
    _table("Stages", told["stages"], _stages(journey.jurisdiction))
    _table("Deadlines", told["deadlines"], deadline_columns(notes, first="episode"))
    notes.say()
    _table("Findings", told["findings"], finding_columns())


def _table(title: str, rows: list[dict[str, Any]], columns: list[Column]) -> None:
    say("", title if rows else f"{title}: none")
    if rows:
        show(rows, output=Format.TABLE, keys=(), columns=columns)


def _when(key: str, width: int) -> Column:
    def tell(row: Row) -> str:
        # An event that could not be read may have anything here.
        return short(str(row.get(key) or ""))

    return Column(title=key.upper(), width=width, of=tell)


def _maybe(key: str, width: int) -> Column:
    def tell(row: Row) -> str:
        return str(row.get(key) or "")

    return Column(title=key.upper(), width=width, of=tell)


def _judged(row: Row) -> str:
    if row["later"]:
        return "later"
    if row["assumed"]:
        return "assumed"
    return "not allowed" if row["allowed"] is False else ""


def _stages(place: Jurisdiction) -> list[Column]:
    def tell(row: Row) -> str:
        opened = day_of(as_when(row["opened"]), place.zone)
        return f"{stage_words(row['stage'], place.name, opened)}: {row['state']}"

    return [
        column("EPISODE", 16, "episode"),
        Column(title="STAGE: STATE", width=24, of=tell),
        _when("opened", 10),
        _when("closed", 10),
        column("FOLLOWS", 16, "follows"),
    ]


_EVENTS = [
    _maybe("id", 5),
    _when("at", 16),
    _maybe("event", 28),
    _maybe("episode", 16),
    Column(title="", width=11, of=_judged),
]
