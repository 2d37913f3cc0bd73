"""A kit with which a host system tests its own code against the law.

Strategies for Hypothesis: children, lawful histories, and days near what matters.
"""

from casework.testing.anything import (
    any_children,
    any_chronologies,
    any_events,
    any_journeys,
    any_records,
)
from casework.testing.children import children
from casework.testing.lawful import lawful_journeys
from casework.testing.near import as_ats, days_near, due_days, moments_near
from casework.testing.overlays import RefusedOverlay, law_overlays, refused_overlays
from casework.testing.unlawful import Unlawful, unlawful

__all__ = [
    "RefusedOverlay",
    "Unlawful",
    "any_children",
    "any_chronologies",
    "any_events",
    "any_journeys",
    "any_records",
    "as_ats",
    "children",
    "days_near",
    "due_days",
    "law_overlays",
    "lawful_journeys",
    "moments_near",
    "refused_overlays",
    "unlawful",
]
