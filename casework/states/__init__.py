"""Stages: what may happen when in a child's journey, declared a module per stage.

>>> from casework.states import STAGES
>>> STAGES["child_in_need"].states
('planned', 'ended')
"""

from typing import Final

from casework.states import (
    article_42,
    assessment,
    child_in_need,
    complaint,
    conference,
    contact,
    early_help,
    leaving_care,
    looked_after,
    missing,
    order,
    pathway_plan,
    placement,
    pre_proceedings,
    private_fostering,
    proceedings,
    secure,
)
from casework.states.stage import Stage

__all__ = ["STAGES", "Stage"]

STAGES: Final[dict[str, Stage]] = {
    module.STAGE.name: module.STAGE
    for module in (
        contact,
        early_help,
        assessment,
        child_in_need,
        article_42,
        conference,
        pre_proceedings,
        proceedings,
        order,
        secure,
        looked_after,
        placement,
        pathway_plan,
        leaving_care,
        missing,
        private_fostering,
        complaint,
    )
}
"""Every stage by its name, in the order of the vocabulary.

Oversight and what happens to the child have no states: the walk judges them.
"""
