"""Reviews, and absences: what happened to a child while looked after."""

from collections.abc import Iterable
from datetime import date

from casework.adapters.ssda903.codes import ABSENCES, code_in
from casework.adapters.ssda903.draft import SHOWN, Draft, day_in
from casework.adapters.ssda903.spell import Spell
from casework.adapters.ssda903.tables import Row
from casework.events import LookedAfterReviewHeld, Returned, WentMissing
from casework.findings import Severity


def tell_reviews(rows: Iterable[Row], spells: list[Spell], draft: Draft) -> None:
    """Make the reviews, each in the episode of care that was open on its day."""
    for row in rows:
        day, part = day_in(row["REVIEW"]), code_in(row["REVIEW_CODE"]) or None
        if day is None:
            draft.keep(LookedAfterReviewHeld, row, "REVIEW", participation=part)
            continue
        before = [one for one in spells if one.start <= day]
        spell = _open_on(day, spells) or max(before, key=_start, default=None)
        event = draft.add(
            LookedAfterReviewHeld,
            row,
            day,
            episode=_episode(spell),
            participation=part,
            code=part,
        )
        if spell is None or not spell.covers(day):
            _outside(row, event, spells, draft, early=spell is None)


def tell_absences(rows: Iterable[Row], spells: list[Spell], draft: Draft) -> None:
    """Make the absences in order of date, each following the care it was from."""
    for row in sorted(rows, key=lambda row: day_in(row["MIS_START"]) or date.max):
        episode = draft.episode("missing")
        _absence(row, episode, spells, draft)
        end = day_in(row["MIS_END"])
        if end is not None:
            draft.add(Returned, row, end, episode=episode)
        elif row["MIS_END"]:
            draft.keep(Returned, row, "MIS_END", episode=episode)


def _absence(row: Row, episode: str, spells: list[Spell], draft: Draft) -> None:
    start, end = day_in(row["MIS_START"]), day_in(row["MIS_END"])
    code = code_in(row["MISSING"])
    if code not in ABSENCES:
        draft.find(
            "unknown_code",
            row,
            what=f"MISSING is {row['MISSING'][:SHOWN]!r}",
            expected=f"one of {', '.join(ABSENCES)}; it counts as not said",
        )
    said = {"episode": episode, "kind": ABSENCES.get(code), "code": code or None}
    if start is None:
        draft.keep(WentMissing, row, "MIS_START", **said)
        return
    spell = _open_on(start, spells)
    event = draft.add(WentMissing, row, start, follows=_episode(spell), **said)
    if spell is None:
        draft.find(
            "missing_outside_care",
            row,
            what=f"the child went missing on {start}, when no episode of care was open",
            expected="an absence from care",
            event=event,
        )
    if end is not None and end < start:
        draft.find(
            "returned_before_missing",
            row,
            what=f"the child went missing on {start} and returned on {end}",
            expected="a MIS_END not before the MIS_START",
            event=event,
        )


def _outside(
    row: Row, event: str, spells: list[Spell], draft: Draft, *, early: bool
) -> None:
    # Who was looked after since a day that is not told may have been reviewed then.
    first = min(spells, key=_start, default=None)
    perhaps = early and first is not None and not first.parts[0].started
    draft.find(
        "review_outside_care",
        row,
        what=f"a review on {row['REVIEW']}, when no episode of care was open",
        expected="a review of a child who is looked after",
        severity=Severity.NOTE if perhaps else Severity.WARNING,
        event=event,
    )


def _open_on(day: date, spells: list[Spell]) -> Spell | None:
    return max((one for one in spells if one.covers(day)), key=_start, default=None)


def _episode(spell: Spell | None) -> str | None:
    return spell.episode if spell else None


def _start(spell: Spell) -> date:
    return spell.start
