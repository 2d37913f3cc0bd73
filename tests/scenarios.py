"""Small scenarios for tests: the island of the examples with a few hundred children."""

from datetime import date
from functools import cache

from attrs import evolve

from casework.simulation import Scenario, read_scenario
from casework.simulation.distributions import Fixed
from casework.simulation.inputs import Shares
from tests.source import ROOT

SCENARIOS = ROOT / "examples" / "scenarios"


@cache
def island() -> Scenario:
    """The island of the examples, whole."""
    return read_scenario(SCENARIOS / "jersey-2019.toml")


def small(children: int = 150, **changes: object) -> Scenario:
    """The island with some children, over two years, with some sections changed."""
    scenario = evolve(
        island(),
        span=evolve(
            island().span, first=date(2018, 1, 1), measured_from=date(2019, 1, 1)
        ),
        population=evolve(island().population, children=children, births=children / 18),
    )
    return evolve(
        scenario, **{name: of(scenario, name, new) for name, new in changes.items()}
    )


def of(scenario: Scenario, name: str, new: object) -> object:
    """A section with some inputs changed, where these are given; else what is given."""
    return evolve(getattr(scenario, name), **new) if isinstance(new, dict) else new


def busy(children: int = 45, **changes: object) -> Scenario:
    """A place where everything that can happen to a child soon does.

    Its years are later: in 2019 nothing was known yet of advisers in Jersey.
    """
    often: dict[str, object] = {
        "span": {
            "first": date(2022, 1, 1),
            "last": date(2023, 12, 31),
            "measured_from": date(2023, 1, 1),
        },
        "population": {
            "children": children,
            "births": 2,
            "ages": {"0-12": 1, "13-15": 1, "16-17": 3},
        },
        "contacts": {"per_1000": 1_500.0},
        "early_help": {"outcome": Shares({"needs_met": 0.2, "stepped_up": 0.8})},
        "enquiry": {"outcome": Shares({"not_substantiated": 0.3, "conference": 0.7})},
        "assessment": {
            "decision": Shares(
                {
                    "assessment": 0.6,
                    "strategy_discussion": 0.3,
                    "early_help": 0.05,
                    "no_further_action": 0.05,
                }
            ),
            "outcome": Shares(
                {"early_help": 0.2, "child_in_need": 0.3, "looked_after": 0.5}
            ),
        },
        "care": {"missing": 3.0, "concerns": 1.0},
        "child_in_need": {"concerns": 1.0},
        "leaving_care": {
            "adviser_from_age": 14,
            "offered_from": None,
            "days_to_assess": Fixed(10),
            "length": Fixed(60),
            "review_every": Fixed(25),
        },
    }
    return small(children, **{**often, **changes})
