"""Every stage, state by state, against tables written by hand: every pair is tried."""

import pytest
from attrs import evolve

from casework.events import Event
from casework.states import STAGES, Stage
from casework.states.moves import NOT_OPEN, Move
from tests.stage_tables import named, tables_in, variants_of

TABLES = {name: tables_in(f"{name}.md")[0] for name in STAGES}


def row_for(stage: str, event: Event) -> dict[str, str]:
    """Give the row that speaks of an event; fails where there is none, or two."""
    rows = [row for row in TABLES[stage] if named(row["event"]).is_meant(event)]
    assert 1 == len(rows), f"{len(rows)} rows of {stage} speak of {event}"
    return rows[0]


def wrong_in(stage: Stage) -> list[tuple[str, Event]]:
    """Give each pair of a state and an event of which the table says otherwise."""
    wrong = []
    for state in (NOT_OPEN, *stage.states):
        for event in variants_of(stage.name):
            cell = row_for(stage.name, event)[state]
            expected = {"-": None, "stays": state}.get(cell, cell)
            if expected != stage.next(state, event):
                wrong.append((state, event))
    return wrong


@pytest.mark.parametrize("stage", STAGES)
def test_an_event_leads_where_the_table_says_and_nowhere_else(stage: str) -> None:
    """Each event in each state, whatever it says, does what stands in the table."""
    assert [] == wrong_in(STAGES[stage])


@pytest.mark.parametrize("move", STAGES["conference"].moves[6:9])
def test_a_move_that_goes_astray_is_found(move: Move) -> None:
    """The table knows it when a declaration is changed by mistake."""
    moves = STAGES["conference"].moves
    astray = [evolve(one, to="held") if one is move else one for one in moves]
    wrong = wrong_in(evolve(STAGES["conference"], moves=tuple(astray)))
    assert (move.to != "held") == bool(wrong)


@pytest.mark.parametrize("stage", STAGES)
def test_every_row_and_every_column_of_a_table_is_tried(stage: str) -> None:
    """A table names the states of its stage, and no event that cannot happen."""
    states = ["event", NOT_OPEN, *STAGES[stage].states]
    assert [states] * len(TABLES[stage]) == [list(row) for row in TABLES[stage]]
    meant = {row_for(stage, event)["event"] for event in variants_of(stage)}
    assert meant == {row["event"] for row in TABLES[stage]}
    cells = {cell for row in TABLES[stage] for cell in list(row.values())[1:]}
    assert cells <= {"-", "stays", *STAGES[stage].states}
