"""Asking for one thing of several: which deadline, which rule."""

from collections.abc import Iterable

from casework.errors import Ambiguous, NotFound
from casework.law.pack import Law
from casework.law.rule import Allowance
from casework.timescales import Deadline


def the_one(
    found: Iterable[Deadline], rule: str, episode: str | None, occurrence: int | None
) -> Deadline:
    """Give the only deadline of a rule that is meant.

    Raises
    ------
    NotFound
        When there is none.
    Ambiguous
        When there are several; the message lists them.
    """
    deadlines = tuple(found)
    meant = [
        one
        for one in deadlines
        if one.rule == rule
        and episode in (None, one.episode)
        and occurrence in (None, one.occurrence)
    ]
    if not meant:
        known = ", ".join(sorted({one.rule for one in deadlines})) or "none"
        raise NotFound(f"there is no deadline {rule} on that day, only: {known}")
    if len(meant) > 1:
        each = "; ".join(
            f"episode {one.episode}, occurrence {one.occurrence}, due {one.due}"
            for one in meant
        )
        raise Ambiguous(f"there are several of {rule}: {each}")
    return meant[0]


def allowance_of(law: Law, rule: str) -> Allowance:
    """Give a rule that is an allowance, in its latest version.

    Raises
    ------
    NotFound
        When there is no such rule, or it is not an allowance.
    """
    version = law.versions(rule)[-1]
    if not isinstance(version, Allowance):
        raise NotFound(f"{rule} is a {version.kind}, not an allowance")
    return version
