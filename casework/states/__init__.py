"""Stages: what may happen when in a child's journey, declared a module per stage."""

from casework.states import (
    article_42,
    assessment,
    child_in_need,
    conference,
    contact,
    early_help,
)
from casework.states.stage import Stage

STAGES: dict[str, Stage] = {
    module.STAGE.name: module.STAGE
    for module in (
        contact,
        early_help,
        assessment,
        child_in_need,
        article_42,
        conference,
    )
}
"""Every stage by its name, in the order of the vocabulary."""
