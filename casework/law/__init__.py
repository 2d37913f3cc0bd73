"""Law as declarations: rules, their sources, the packs of Jersey and England."""

from casework.law.conditions import (
    First,
    Nth,
    On,
    Scope,
    While,
    first,
    nth,
    on,
    while_,
)
from casework.law.interval import Interval
from casework.law.pack import Law, by_id
from casework.law.rule import Again, Allowance, Limit, Timescale
from casework.law.source import (
    ADOPTED_NOTE,
    NOT_KNOWN,
    Adopted,
    Authority,
    Basis,
    Citation,
    Role,
)

__all__ = [
    "ADOPTED_NOTE",
    "NOT_KNOWN",
    "Adopted",
    "Again",
    "Allowance",
    "Authority",
    "Basis",
    "Citation",
    "First",
    "Interval",
    "Law",
    "Limit",
    "Nth",
    "On",
    "Role",
    "Scope",
    "Timescale",
    "While",
    "by_id",
    "first",
    "nth",
    "on",
    "while_",
]
