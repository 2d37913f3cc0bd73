"""Simulation: a whole service run forward under its law, told by a scenario.

What comes out are ordinary journeys, lawful because each event was recorded in its
journey; everything else in the library works on them. It needs the extra `simulate`.
"""

from casework.simulation.reading import read_scenario
from casework.simulation.scenario import Scenario
from casework.simulation.simulating import Written, journeys, simulate

__all__ = ["Scenario", "Written", "journeys", "read_scenario", "simulate"]
