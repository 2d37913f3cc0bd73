"""The reviewer's copy of the law: every version of every rule, in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Final, TypeAlias

from casework.dates import iso
from casework.law.interval import Interval
from casework.law.pack import Law, last_day_of
from casework.law.rule import Allowance, Timescale
from casework.law.saying import all_of_them, any_of_them, in_full
from casework.law.source import ADOPTED_NOTE, Basis, Citation, InForce
from casework.law.status import StatusTest

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
        "from": _first_day(version.in_force),
        "to": iso(last) if last else "",
        "kind": version.kind,
        "role": version.role.value,
        "starts": any_of_them(version.starts),
        "unless": any_of_them(version.unless),
        "met_by": any_of_them(version.met_by),
        "before": _before(version),
        "extended_by": any_of_them(version.extended_by),
        "ends": any_of_them(version.ends),
        "released_by": any_of_them(version.released_by),
        "scope": version.scope.words,
        "again": version.again.words,
        "family": _family(version, law),
        "when": all_of_them(version.when),
        "anew_on": any_of_them(version.anew_on),
        **_allowance(version),
        "at_18": "released" if version.released_at_18 else "goes on",
        "adopted_from": there.rule if there else "",
        "authority_there": there.authority.value if there else "",
        "switched": "on" if version.switched_on else OFF,
        "note": _note(version),
    }


def status_row(test: StatusTest) -> Row:
    """Give a status test as the columns of its section of the rules page."""
    return {
        "id": test.id,
        "title": test.title,
        "words": test.words,
        "ages": f"from {test.from_age} and before {test.before_age}",
        "now": test.now.value,
        "count": str(test.counted) if test.counted else "",
        "between": _between(test),
        "once": test.once.id if test.once else "",
        "spells": in_full(test.spells),
        "basis": test.basis.value,
        "note": _sentences((test.note, test.citation.remark)),
        "authority": test.authority.value,
        "provision": str(test.citation),
        "link": test.citation.url or "",
        "read": iso(test.citation.read),
        "from": _first_day(test.in_force),
        "kind": test.kind,
    }


def period(version: Timescale) -> str:
    """Say the lengths of a rule's intervals in words."""
    return ", then ".join(_length(one) for one in version.intervals)


def bases(version: Timescale) -> set[Basis]:
    """Give every basis on which a rule's intervals rest."""
    return {one.basis or version.basis for one in version.intervals}


def fingerprint(version: Timescale) -> str:
    """Give a short hash of a rule as declared.

    Any change to what the rule does, or to its source, gives another.
    """
    return sha256(repr(version).encode()).hexdigest()[:16]


def _length(interval: Interval) -> str:
    return "as soon as possible" if interval.within is None else str(interval.within)


def _citations(version: Timescale) -> tuple[Citation, ...]:
    cited = (one.citation for one in version.intervals)
    return tuple(dict.fromkeys(one for one in cited if one is not None))


def _each(version: Timescale, part: str) -> list[str]:
    # Said once where all intervals share it.
    said = [str(getattr(one, part)) for one in version.intervals]
    return said[:1] if len(set(said)) == 1 else said


def _unlike(said: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(one for one in said if one)


def _note(version: Timescale) -> str:
    adopted = ADOPTED_NOTE if Basis.ADOPTED in bases(version) else ""
    remarks = (citation.remark for citation in _citations(version))
    return _sentences((adopted, version.note, *remarks))


def _sentences(said: Iterable[str]) -> str:
    return ". ".join(one[0].upper() + one[1:] for one in _unlike(said))


def _before(version: Timescale) -> str:
    if isinstance(version.before, bool):
        return "counts, however early" if version.before else ""
    return f"counts in the {version.before} before"


def _family(version: Timescale, law: Law) -> str:
    if version.family is None:
        return ""
    rules = law.families[version.family]
    asked = f"number {rules.index(version.id) + 1} of {len(rules)}"
    return f"{version.family}, asked as {asked}: the first that fits runs, and no other"


def _allowance(version: Timescale) -> Row:
    # Empty for any other rule: every row has every column.
    if not isinstance(version, Allowance):
        return dict.fromkeys(("total", "window", "forgotten_after", "rolls_over"), "")
    earlier = version.window - 1
    return {
        "total": str(version.within),
        "window": f"{version.window} days: a civil day and the {earlier} before it",
        "forgotten_after": any_of_them(version.forgotten_after),
        "rolls_over": (
            "an end between noon before, and noon after, a Sunday or a public holiday "
            "moves on to noon of the next ordinary day, where more than "
            f"{version.rolls_over} were used in the {earlier} days before the spell"
        ),
    }


def _first_day(in_force: date | InForce) -> str:
    return "not known" if isinstance(in_force, InForce) else iso(in_force)


def _between(test: StatusTest) -> str:
    if test.between is None:
        return ""
    start, end = test.between
    return f"from {start} and before {end}"
