"""A kit with which a host system tests its own code against the law.

Strategies for Hypothesis (children, lawful histories and unlawful ones, days near what
matters, overlays), a machine that drives a host's system beside ours, a comparison that
says in words what differs, and worked cases in TOML. It needs the extra `test`.

>>> from casework.testing import history
>>> history.__module__
'casework.testing.reading'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casework.testing.ages import children as children
    from casework.testing.anything import any_children as any_children
    from casework.testing.anything import any_chronologies as any_chronologies
    from casework.testing.anything import any_events as any_events
    from casework.testing.anything import any_journeys as any_journeys
    from casework.testing.anything import any_records as any_records
    from casework.testing.cases import BadCase as BadCase
    from casework.testing.cases import Case as Case
    from casework.testing.cases import load_cases as load_cases
    from casework.testing.comparing import Difference as Difference
    from casework.testing.comparing import (
        assert_same_deadlines as assert_same_deadlines,
    )
    from casework.testing.comparing import differences as differences
    from casework.testing.expecting import Fault as Fault
    from casework.testing.lawful import lawful_journeys as lawful_journeys
    from casework.testing.machine import JourneyMachine as JourneyMachine
    from casework.testing.mistakes import Unlawful as Unlawful
    from casework.testing.mistakes import unlawful as unlawful
    from casework.testing.near import as_ats as as_ats
    from casework.testing.near import days_near as days_near
    from casework.testing.near import due_days as due_days
    from casework.testing.near import moments_near as moments_near
    from casework.testing.overlays import RefusedOverlay as RefusedOverlay
    from casework.testing.overlays import law_overlays as law_overlays
    from casework.testing.overlays import refused_overlays as refused_overlays
    from casework.testing.reading import history as history
    from casework.testing.settings import BadMachine as BadMachine
    from casework.testing.whole import lives as lives

# Where each name lives. It is loaded when it is first used, so that the plugin costs a
# run of pytest nothing where there is nothing of casework to test.
_HOMES = {
    "BadCase": "cases",
    "BadMachine": "settings",
    "Case": "cases",
    "Difference": "comparing",
    "Fault": "expecting",
    "JourneyMachine": "machine",
    "RefusedOverlay": "overlays",
    "Unlawful": "mistakes",
    "any_children": "anything",
    "any_chronologies": "anything",
    "any_events": "anything",
    "any_journeys": "anything",
    "any_records": "anything",
    "as_ats": "near",
    "assert_same_deadlines": "comparing",
    "children": "ages",
    "days_near": "near",
    "differences": "comparing",
    "due_days": "near",
    "history": "reading",
    "law_overlays": "overlays",
    "lawful_journeys": "lawful",
    "lives": "whole",
    "load_cases": "cases",
    "moments_near": "near",
    "refused_overlays": "overlays",
    "unlawful": "mistakes",
}

__all__ = [
    "BadCase",
    "BadMachine",
    "Case",
    "Difference",
    "Fault",
    "JourneyMachine",
    "RefusedOverlay",
    "Unlawful",
    "any_children",
    "any_chronologies",
    "any_events",
    "any_journeys",
    "any_records",
    "as_ats",
    "assert_same_deadlines",
    "children",
    "days_near",
    "differences",
    "due_days",
    "history",
    "law_overlays",
    "lawful_journeys",
    "lives",
    "load_cases",
    "moments_near",
    "refused_overlays",
    "unlawful",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used."""
    if name not in _HOMES:
        message = f"module 'casework.testing' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"casework.testing.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return list(__all__)
