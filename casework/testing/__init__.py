"""A kit with which a host system tests its own code against the law.

Strategies for Hypothesis: children, lawful histories, and days near what matters.
"""

from casework.testing.children import children
from casework.testing.lawful import lawful_journeys
from casework.testing.near import as_ats, days_near, due_days, moments_near

__all__ = [
    "as_ats",
    "children",
    "days_near",
    "due_days",
    "lawful_journeys",
    "moments_near",
]
