"""What the engine finds that does not fit."""

from casework.evolving import evolve
from casework.findings import Finding, Severity
from casework.law.rule import Timescale
from casework.law.source import InForce
from casework.records import Records
from casework.timescales.clock import Cause, event_id, told
from casework.timescales.fold import Fold, Setting


def noted(fold: Fold, finding: Finding) -> Fold:
    """Give the fold with one more finding."""
    return evolve(fold, findings=(*fold.findings, finding))


def is_silent(records: Records, rule: Timescale) -> bool:
    """Whether the source records nothing that could meet a rule."""
    satisfying = {event.name for one in rule.met_by for event in one.events}
    return not any(records.has(name) for name in satisfying)


def law_not_known(fold: Fold, first: Timescale, cause: Cause, setting: Setting) -> Fold:
    """Say that no version of a rule is known for the day on which it would start."""
    if isinstance(first.in_force, InForce) or cause.day >= first.in_force:
        return fold
    if is_silent(setting.records, first):
        # Under no version could anything be said of it.
        return fold
    finding = Finding(
        code="law_not_known",
        severity=Severity.NOTE,
        what=(
            f"{told(cause)} on {cause.day} would start {first.id}, "
            f"of which no version before {first.in_force} is known"
        ),
        expected=f"a day from {first.in_force} on, or an overlay with earlier law",
        child=setting.child,
        event=event_id(cause),
    )
    return noted(fold, finding)
