"""A small case system: referrals in SQLite, and whether each was decided in time."""

import sqlite3
from datetime import date, timedelta

HOLIDAYS = ("2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25")
CHRISTMAS = ("2025-12-25", "2025-12-26", "2026-01-01")
SATURDAY = 5


class Host:
    """Referrals, the decision on each, and how that stands on a day."""

    def __init__(self) -> None:
        """Open an empty database."""
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE event (name TEXT, day TEXT, referral TEXT)")

    def record(self, name: str, day: date, referral: str) -> None:
        """Write one event down."""
        row = (name, f"{day}", referral)
        self.db.execute("INSERT INTO event VALUES (?, ?, ?)", row)

    def decisions(self, as_at: date) -> list[dict[str, str]]:
        """Give the decision due on each referral, as at the end of a day."""
        days = "SELECT referral, min(day) FROM event WHERE name = ? AND day <= ?"
        received, decided, closed = (
            dict(self.db.execute(f"{days} GROUP BY referral", (name, f"{as_at}")))
            for name in ("referral_received", "referral_decided", "referral_closed")
        )
        return [
            self.row(one, day, decided.get(one), closed.get(one), f"{as_at}")
            for one, day in received.items()
        ]

    def row(
        self, one: str, day: str, decided: str | None, closed: str | None, as_at: str
    ) -> dict[str, str]:
        """Say when a decision is due, and how that stands."""
        due = next_working_day(date.fromisoformat(day))
        if decided:
            status = "met" if self.in_time(decided, due) else "met_late"
        elif closed:
            status = "ceased" if closed <= due else "missed"
        else:
            status = "open" if as_at <= due else "overdue"
        return {"episode": one, "due": due, "status": status}

    def in_time(self, decided: str, due: str) -> bool:
        """Say whether a decision was in time. This is the planted fault: `<=`."""
        return decided < due


def next_working_day(day: date) -> str:
    """Give the first working day after a day."""
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY or f"{day}" in (*HOLIDAYS, *CHRISTMAS):
        day += timedelta(days=1)
    return f"{day}"
