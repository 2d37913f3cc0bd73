"""How a worked case is written: what each key must hold, said for who wrote it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from casework.dates import When, as_moment, as_when
from casework.errors import BadDate
from casework.events import kinds

REQUIRED: Final = ("name", "jurisdiction", "as_at", "events")
_TABLES: Final = ("events", "expect")


def what_is_wrong(raw: Mapping[str, Any], known: Collection[str]) -> str:
    """Say what of a case cannot be read as it is written; nothing, if all can.

    Parameters
    ----------
    raw
        The case, as the table of TOML has it.
    known
        The keys that a case may have.
    """
    return next(_wrong(raw, known), "")


def _wrong(raw: Mapping[str, Any], known: Collection[str]) -> Iterator[str]:
    unknown = sorted(raw.keys() - set(known))
    if unknown:
        yield f"a case has no {', '.join(unknown)}"
    missing = [key for key in REQUIRED if key not in raw]
    if missing:
        yield f"a case must say {', '.join(missing)}"
    for key in _TABLES:
        if not _list_of(dict, raw.get(key, [])):
            yield f"{key} must be a list of tables, such as [{{…}}, {{…}}]"
    if not _list_of(str, raw.get("findings", [])):
        yield 'findings must be a list of codes, such as ["link_inferred"]'
    if not isinstance(raw.get("only", False), bool):
        yield "only must be true or false"
    for key, read in (("as_at", as_when), ("known_at", as_moment)):
        if raw.get(key) is not None:
            yield from _unreadable(key, raw[key], read)


def _list_of(kind: type, value: object) -> bool:
    if not isinstance(value, list | tuple):
        return False
    return all(isinstance(one, kind) for one in value)


def _unreadable(
    key: str, value: object, read: Callable[[object], When]
) -> Iterator[str]:
    try:
        read(value)
    except BadDate:
        day = "2025-06-30, or " if read is as_when else ""
        yield (
            f"{key} = {value} cannot be read; write {day}a moment with its offset, "
            "such as 2025-06-30T09:40:00+01:00"
        )


def not_events(names: Collection[str] | None) -> str:
    """Say which names in the `records` of a case are of no event; nothing, if none.

    Parameters
    ----------
    names
        What `records` names; None where it leaves nothing out.
    """
    return ", ".join(sorted(set(names or ()) - kinds().keys()))
