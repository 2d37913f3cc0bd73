"""The reviewer's copy of the law: every version of every rule, in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Final, TypeAlias

from casework.dates import iso
from casework.law.conditions import Nth, While
from casework.law.interval import Interval
from casework.law.pack import Law, last_day_of
from casework.law.rule import Timescale
from casework.law.source import ADOPTED_NOTE, Basis, Citation

Row: TypeAlias = Mapping[str, str]

OFF: Final = "off, unless an overlay turns it on"


def rows(
    law: Law, *, on: date | None = None, basis: Basis | None = None
) -> Iterator[Row]:
    """Give one row for each version of each rule, in the order of the law.

    Parameters
    ----------
    law
        The rules.
    on
        Only the versions in force on this day; by default all.
    basis
        Only the rules that rest on this basis, in the first or a later interval.

    Examples
    --------
    >>> from casework import england
    >>> next(rows(england.law))["id"]
    'england.referral.decision'
    """
    versions = law.in_force_on(on) if on else law.listed()
    for version in versions:
        if basis is None or basis in bases(version):
            yield row(version, law)


def row(version: Timescale, law: Law) -> Row:
    """Give one version as the columns of the rules page."""
    last = last_day_of(version, law.versions(version.id))
    there = version.adopted_from
    return {
        "id": version.id,
        "jurisdiction": law.jurisdiction,
        "title": version.title,
        "words": "; then ".join(_each(version, "words")),
        "period": period(version),
        "authority": " then ".join(_each(version, "authority")),
        "basis": " then ".join(_each(version, "basis")),
        "provision": " then ".join(_each(version, "citation")),
        "link": " then ".join(_unlike(one.url or "" for one in _citations(version))),
        "read": " then ".join(_unlike(iso(one.read) for one in _citations(version))),
        "from": version.in_force_words().split(" to ")[0],
        "to": iso(last) if last else "",
        "kind": version.kind,
        "role": version.role.value,
        "starts": _or(version.starts),
        "unless": _or(version.unless),
        "met_by": _or(version.met_by),
        "ends": _or(version.ends),
        "released_by": _or(version.released_by),
        "scope": version.scope.words,
        "again": version.again.words,
        "at_18": "released" if version.released_at_18 else "goes on",
        "adopted_from": there.rule if there else "",
        "authority_there": there.authority.value if there else "",
        "switched": "on" if version.switched_on else OFF,
        "note": _note(version),
    }


def period(version: Timescale) -> str:
    """Say the lengths of a rule's intervals in words."""
    return ", then ".join(_length(one) for one in _intervals(version))


def bases(version: Timescale) -> set[Basis]:
    """Give every basis on which a rule's intervals rest."""
    return {one.basis or version.basis for one in _intervals(version)}


def fingerprint(version: Timescale) -> str:
    """Give a short hash of a rule as declared.

    Any change to what the rule does, or to its source, gives another.
    """
    return sha256(repr(version).encode()).hexdigest()[:16]


def _intervals(version: Timescale) -> tuple[Interval, ...]:
    return tuple(version.interval(index) for index in range(len(version.then) + 1))


def _length(interval: Interval) -> str:
    return "as soon as possible" if interval.within is None else str(interval.within)


def _citations(version: Timescale) -> tuple[Citation, ...]:
    cited = (one.citation for one in _intervals(version))
    return tuple(dict.fromkeys(one for one in cited if one is not None))


def _each(version: Timescale, part: str) -> list[str]:
    # Said once where all intervals share it.
    said = [str(getattr(one, part)) for one in _intervals(version)]
    return said[:1] if len(set(said)) == 1 else said


def _unlike(said: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(one for one in said if one)


def _note(version: Timescale) -> str:
    adopted = ADOPTED_NOTE if Basis.ADOPTED in bases(version) else ""
    remarks = (citation.remark for citation in _citations(version))
    said = _unlike((adopted, version.note, *remarks))
    return ". ".join(one[0].upper() + one[1:] for one in said)


def _or(conditions: Iterable[object]) -> str:
    return ", or ".join(_in_full(condition) for condition in conditions)


def _in_full(condition: object) -> str:
    # A state of affairs goes by a name; a reviewer asks what it rests on.
    state = condition.within if isinstance(condition, Nth) else condition
    if not isinstance(state, While):
        return str(condition)
    opened, closed = _or(state.opened_by), _or(state.closed_by)
    return f"{condition} (opened by {opened}; closed by {closed})"
