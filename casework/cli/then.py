"""What `casework deadlines --as-then-known` adds: what was known on each due day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from attrs import define, field

from casework.adapters.tables import Column, Row
from casework.cli.output import Notes, coloured, column, say, short
from casework.hindsight import Compliance, compliance, look_back
from casework.journey import Journey

# Null where the due day is not over, or there is none.
KEYS: Final = ("then_status", "then_due", "then_differs", "then_why")
_NOT_OVER: Final = dict.fromkeys(KEYS)


@define
class Then:
    """How deadlines stood when their due days ended, and how many were met then."""

    total: Compliance = field(factory=Compliance)

    def rows(
        self, journey: Journey, as_at: date, known_at: datetime | None
    ) -> Iterator[Row]:
        """Give a child's deadlines, each with what was known when its due day ended."""
        known = journey if known_at is None else journey.as_known(known_at)
        found = known.deadlines(as_at)
        past = look_back(known.jurisdiction, known.chronology, found, as_at)
        self.total += compliance(past)
        then = {one.deadline: one.as_row() for one in past}
        for one in found:
            yield {**one.as_row(), **then.get(one, _NOT_OVER)}

    def columns(self, notes: Notes) -> list[Column]:
        """Give the columns: whose, which, when, how it stood then and stands now."""
        return [
            column("CHILD", 10, "child"),
            column("RULE", 27, "rule"),
            Column(title="DUE", width=10, of=lambda row: short(row["due"])),
            coloured(column("KNOWN THEN", 12, "then_status")),
            coloured(column("STATUS", 12, "status")),
            notes.column("", "note", "then_why"),
        ]

    def say(self) -> None:
        """Write how many were known to be met when their due days ended, and now."""
        total = self.total
        say(
            "",
            "Of the deadlines whose due day is over, met in time",
            f"  as known when it ended: {total.met_then} of {total.measured_then}",
            f"  as known now:           {total.met_now} of {total.measured_now}",
            f"  {total.not_known} not known then to be due; "
            f"{total.differ} known otherwise now",
        )
