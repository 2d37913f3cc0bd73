"""The rows of the episodes, read: from when, until when, and in which codes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from casework.adapters.ssda903.codes import (
    BASES,
    CARE_ORDERS,
    CHANGES,
    ENDS,
    GOES_ON,
    PLACES,
    RETURNED_HOME,
    STARTED,
    code_in,
)
from casework.adapters.ssda903.draft import SHOWN, Draft, day_in
from casework.adapters.ssda903.tables import Row
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    Event,
    LegalBasisChanged,
    PlacementEnded,
    PlacementStarted,
    PlacementStatusChanged,
)
from casework.findings import Severity

# What a row would have told first, had its day been readable.
_TOLD_FIRST: Final[Mapping[str, type[Event]]] = {
    "L": LegalBasisChanged,
    **dict.fromkeys("PB", PlacementStarted),
    **dict.fromkeys("TU", PlacementStatusChanged),
}
_KNOWN: Final = {"RNE": CHANGES, "LS": BASES, "PLACE": PLACES, "REC": ENDS}


@frozen(kw_only=True, eq=False)
class Part:
    """One row of the episodes: a part of a spell of care in which nothing changed.

    Parameters
    ----------
    row
        Where it stands.
    start, end
        DECOM and DEC; without an end it is open, or its end cannot be read.
    change, legal, place, reason
        The codes of RNE, LS, PLACE and REC; empty where the row says nothing.
    """

    row: Row
    start: date
    end: date | None
    change: str
    legal: str
    place: str
    reason: str

    @property
    def started(self) -> bool:
        """Whether the row says that the child began to be looked after with it."""
        return self.change == STARTED

    @property
    def ceased(self) -> bool:
        """Whether the row says that the child ceased to be looked after with it."""
        return self.reason not in ("", GOES_ON)

    @property
    def home(self) -> tuple[str, ...]:
        """What tells the placement from another."""
        columns = ("PLACE_PROVIDER", "URN", "PL_POST")
        return (self.place, *(self.row[column] for column in columns))

    def runs_past(self, day: date) -> bool:
        """Say whether it began by a day and was not over then."""
        return self.start <= day and (self.end is None or day < self.end)


def parts_of(rows: Iterable[Row], draft: Draft) -> list[Part]:
    """Read the rows of a child in order of date, and say what is wrong with each."""
    parts = []
    for row in rows:
        start = day_in(row["DECOM"])
        if start is None:
            kind = _TOLD_FIRST.get(code_in(row["RNE"]), BecameLookedAfter)
            draft.keep(kind, row, "DECOM")
        else:
            parts.append(_part(row, start, draft))
    return sorted(parts, key=lambda part: (part.start, part.end or date.max))


def _part(row: Row, start: date, draft: Draft) -> Part:
    part = Part(
        row=row,
        start=start,
        end=day_in(row["DEC"]),
        change=code_in(row["RNE"]),
        legal=code_in(row["LS"]),
        place=code_in(row["PLACE"]),
        reason=code_in(row["REC"]),
    )
    if row["DEC"] and part.end is None:
        draft.keep(CeasedLookedAfter if part.ceased else PlacementEnded, row, "DEC")
    _judge_codes(part, draft)
    _judge_end(part, draft)
    return part


def _judge_codes(part: Part, draft: Draft) -> None:
    row = part.row
    for column, known in _KNOWN.items():
        said, code = row[column], code_in(row[column])
        # Without an end there is no reason for it.
        if code not in known and (said or column != "REC"):
            draft.find(
                "unknown_code" if said else "code_missing",
                row,
                what=f"{column} is {said[:SHOWN]!r}" if said else f"{column} is empty",
                expected=f"one of {', '.join(sorted(known))}",
            )
    if part.reason in RETURNED_HOME and part.legal in CARE_ORDERS:
        draft.find(
            "returned_home_under_care_order",
            row,
            what=f"the child returned home ({part.reason}) under {part.legal}",
            expected="the order to end first; a child under a care order who lives "
            "with parents is looked after",
        )


def _judge_end(part: Part, draft: Draft) -> None:
    row, end = part.row, part.end
    if part.reason and not row["DEC"]:
        draft.find(
            "reason_without_end",
            row,
            what=f"REC is {part.reason} and there is no DEC: the episode stays open",
            expected="both of them, or neither",
            severity=Severity.WARNING if part.ceased else Severity.NOTE,
        )
    if row["DEC"] and not part.reason:
        draft.find(
            "end_without_reason",
            row,
            what="there is a DEC and no REC",
            expected="a REC that says whether care ended or went on",
        )
    if end is not None and end <= part.start:
        draft.find(
            "ended_on_first_day" if end == part.start else "ended_before_start",
            row,
            what=f"the episode of {part.start} ends on {end}",
            expected="a DEC after the DECOM",
        )
