"""Simulation: a whole service run forward under its law, told by a scenario.

What comes out are ordinary journeys, lawful because each event was recorded in its
journey; everything else in the library works on them. It needs the extra `simulate`.
"""

from casework.simulation.comparing import (
    COMPARED,
    Comparison,
    Difference,
    Reproduced,
    Waited,
    compare,
    reproduce,
)
from casework.simulation.reading import read_scenario
from casework.simulation.replicating import (
    Interval,
    Replications,
    interval,
    replicate,
)
from casework.simulation.scenario import Expected, Scenario, over
from casework.simulation.simulating import Written, journeys, simulate

__all__ = [
    "COMPARED",
    "Comparison",
    "Difference",
    "Expected",
    "Interval",
    "Replications",
    "Reproduced",
    "Scenario",
    "Waited",
    "Written",
    "compare",
    "interval",
    "journeys",
    "over",
    "read_scenario",
    "replicate",
    "reproduce",
    "simulate",
]
