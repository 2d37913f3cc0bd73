"""The spells of care of a child: which row goes on from which."""

from collections.abc import Iterable

from casework.adapters.ssda903.draft import Draft
from casework.adapters.ssda903.parts import Part
from casework.adapters.ssda903.spell import Spell


def tell_spells(parts: Iterable[Part], draft: Draft) -> list[Spell]:
    """Make the events of a child's spells of care.

    A row that starts on the day on which another ended goes on from it. Any other
    begins a spell, unless both say that care went on and only their days do not join.

    Parameters
    ----------
    parts
        The rows, in order of date.
    draft
        The child's record in the making.
    """
    spells: list[Spell] = []
    for part in parts:
        running = [one for one in spells if one.last.runs_past(part.start)]
        joined = _touching(part, spells)
        if joined is None:
            joined = _going_on(part, running)
            if running:
                _overlapping(part, running[-1].last, draft)
        if joined is None:
            joined = Spell(draft, draft.episode("looked_after"))
            spells.append(joined)
            joined.begin(part)
        else:
            joined.go_on(part)
    for spell in spells:
        spell.close()
    return spells


def _touching(part: Part, spells: list[Spell]) -> Spell | None:
    """Give the spell that ends where a row starts, if need be one that goes on."""
    touching = [one for one in spells if one.last.end == part.start]
    return min(touching, key=lambda one: one.last.ceased, default=None)


def _going_on(part: Part, running: list[Spell]) -> Spell | None:
    if part.started:
        return None
    return next((one for one in reversed(running) if not one.last.ceased), None)


def _overlapping(part: Part, before: Part, draft: Draft) -> None:
    until = f"on {before.end}" if before.end else "on no day that is told"
    draft.find(
        "episodes_overlap",
        part.row,
        what=f"an episode starts on {part.start}, and that of {before.start} ends "
        f"{until}",
        expected="each episode to start on the day on which the last one ended",
    )
