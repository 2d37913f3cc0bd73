"""A child's journey through children's social care: stages, deadlines, and the law.

>>> from casework import Journey, jersey
>>> Journey.open(jersey, child="C-0001", born="2010-05-14").deadlines("2026-12-01")
()
"""

from importlib import import_module
from typing import TYPE_CHECKING

from casework.version import VERSION

if TYPE_CHECKING:
    from casework.adapters.jsonlines import read_jsonl as read_jsonl
    from casework.adapters.jsonlines import write_jsonl as write_jsonl
    from casework.chronology import Child as Child
    from casework.chronology import Chronology as Chronology
    from casework.errors import CaseworkError as CaseworkError
    from casework.errors import NotAllowed as NotAllowed
    from casework.findings import Finding as Finding
    from casework.findings import Severity as Severity
    from casework.journey import Journey as Journey
    from casework.jurisdictions import Jurisdiction as Jurisdiction
    from casework.jurisdictions import england as england
    from casework.jurisdictions import jersey as jersey
    from casework.jurisdictions import jurisdiction as jurisdiction
    from casework.law.overlay import Overlay as Overlay
    from casework.law.overlay import load_overlay as load_overlay
    from casework.law.source import Authority as Authority
    from casework.law.source import Basis as Basis
    from casework.periods import Period as Period
    from casework.records import Records as Records
    from casework.scripting.story import Story as Story
    from casework.timescales import Deadline as Deadline
    from casework.timescales import Explanation as Explanation
    from casework.timescales import Status as Status

# Where each public name lives. It is loaded when it is first used, so that a host that
# needs only a part does not pay for the whole.
_HOMES = {
    "Authority": "casework.law.source",
    "Basis": "casework.law.source",
    "CaseworkError": "casework.errors",
    "Child": "casework.chronology",
    "Chronology": "casework.chronology",
    "Deadline": "casework.timescales",
    "Explanation": "casework.timescales",
    "Finding": "casework.findings",
    "Journey": "casework.journey",
    "Jurisdiction": "casework.jurisdictions",
    "NotAllowed": "casework.errors",
    "Overlay": "casework.law.overlay",
    "Period": "casework.periods",
    "Records": "casework.records",
    "Severity": "casework.findings",
    "Status": "casework.timescales",
    "Story": "casework.scripting.story",
    "england": "casework.jurisdictions",
    "jersey": "casework.jurisdictions",
    "jurisdiction": "casework.jurisdictions",
    "load_overlay": "casework.law.overlay",
    "read_jsonl": "casework.adapters.jsonlines",
    "write_jsonl": "casework.adapters.jsonlines",
}

__all__ = [
    "Authority",
    "Basis",
    "CaseworkError",
    "Child",
    "Chronology",
    "Deadline",
    "Explanation",
    "Finding",
    "Journey",
    "Jurisdiction",
    "NotAllowed",
    "Overlay",
    "Period",
    "Records",
    "Severity",
    "Status",
    "Story",
    "england",
    "jersey",
    "jurisdiction",
    "load_overlay",
    "read_jsonl",
    "write_jsonl",
]
__version__ = VERSION


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        message = f"module 'casework' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return [*__all__, "__version__"]
