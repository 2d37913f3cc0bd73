"""What an overlay may change of a rule, each change with its source.

Of a verified Act or regulation of the same jurisdiction it may only shorten the
period; whatever else it tries there is refused.
"""

from collections.abc import Iterable

from attrs import evolve, field, frozen

from casework.errors import BadOverlay
from casework.law.conditions import On, Scope
from casework.law.interval import Interval
from casework.law.rule import Again, Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import Period


def _own(_change: object, _attribute: object, basis: Basis) -> None:
    if basis is Basis.ADOPTED:
        raise BadOverlay(
            "an overlay says what holds here, so nothing in it is 'adopted': "
            "say 'verified', 'reported' or 'unconfirmed'"
        )


def _some(_change: object, _attribute: object, conditions: tuple[On, ...]) -> None:
    if not conditions:
        raise BadOverlay('name at least one event, as [{event = "…"}]')


@frozen(kw_only=True)
class Confirm:
    """Say that a rule is the rule here, and where that can be read.

    Parameters
    ----------
    rule
        The id of the rule.
    citation, authority, basis, note
        The source that takes the place of the old one, and what is to be said of it.
    """

    rule: str
    citation: Citation
    authority: Authority
    basis: Basis = field(default=Basis.VERIFIED, validator=_own)
    note: str = ""

    def over(self, rule: Timescale, shipped: Timescale) -> Timescale:
        """Give the rule with this source, and nothing else changed.

        Raises
        ------
        BadOverlay
            When the rule binds in law: its source is not for an overlay to restate.
        """
        _refuse(rule, shipped, "restate its source")
        lengths = (Interval(within=one.within, words=one.words) for one in rule.then)
        return evolve(
            rule,
            citation=self.citation,
            authority=self.authority,
            basis=self.basis,
            note=self.note,
            adopted_from=None,
            then=tuple(lengths),
        )


@frozen(kw_only=True)
class Replace:
    """Give a rule another length, and say where that can be read.

    Parameters
    ----------
    rule
        The id of the rule.
    within, then
        Its length, None for "as soon as possible", and those of the next intervals.
    words
        What the source says, in brief.
    citation, authority, basis, note
        The source that takes the place of the old one, and what is to be said of it.
    """

    rule: str
    citation: Citation
    authority: Authority
    within: Period | None
    then: tuple[Period, ...] = ()
    words: str
    basis: Basis = field(default=Basis.VERIFIED, validator=_own)
    note: str = ""

    def over(self, rule: Timescale, shipped: Timescale) -> Timescale:
        """Give the rule with this length and this source.

        An interval that binds in law and keeps its length keeps its own words and
        source too.

        Raises
        ------
        BadOverlay
            When the rule binds in law, and this does more than shorten it, or does
            not shorten it; or when it recurs, and this says nothing of the next
            intervals.
        """
        changed = evolve(
            rule,
            within=self.within,
            then=_intervals(self.then),
            words=self.words,
            citation=self.citation,
            authority=self.authority,
            basis=self.basis,
            note=self.note,
            adopted_from=None,
        )
        for bound in (rule, shipped):
            if not _only_shorter(bound, changed):
                raise _refused(bound, "lengthen it, or count it in another way")
        if rule.then and not self.then:
            # Silence must not end a series of reviews or visits.
            raise BadOverlay(f"{rule.id} recurs: say in `then` how long it runs next")
        return _sourced(changed, rule, shipped)


@frozen(kw_only=True)
class SwitchOn:
    """Turn a rule on, and say on whose word."""

    rule: str
    citation: Citation

    def over(self, rule: Timescale, shipped: Timescale) -> Timescale:
        """Give the rule turned on.

        Raises
        ------
        BadOverlay
            When the rule binds in law and is on already: its source stands.
        """
        if rule.switched_on:
            _refuse(rule, shipped, "restate its source")
        return evolve(rule, switched_on=True, citation=self.citation)


@frozen(kw_only=True)
class SwitchOff:
    """Turn a rule off, and say on whose word."""

    rule: str
    citation: Citation

    def over(self, rule: Timescale, shipped: Timescale) -> Timescale:
        """Give the rule turned off.

        Raises
        ------
        BadOverlay
            When the rule binds in law.
        """
        _refuse(rule, shipped, "switch it off")
        return evolve(rule, switched_on=False, citation=self.citation)


@frozen(kw_only=True)
class Add:
    """Add a rule of this place's own; its fields are those of a `Timescale`."""

    id: str
    title: str
    citation: Citation
    words: str
    authority: Authority
    role: Role
    starts: tuple[On, ...] = field(validator=_some)
    within: Period | None
    met_by: tuple[On, ...] = field(validator=_some)
    then: tuple[Period, ...] = ()
    ends: tuple[On, ...] = ()
    released_by: tuple[On, ...] = ()
    scope: Scope = Scope.EPISODE
    again: Again = Again.IGNORE
    released_at_18: bool = True
    basis: Basis = field(default=Basis.VERIFIED, validator=_own)
    note: str = ""

    def rule(self) -> Timescale:
        """Give the rule that is added; it applies to any start."""
        return Timescale(
            id=self.id,
            title=self.title,
            citation=self.citation,
            words=self.words,
            authority=self.authority,
            basis=self.basis,
            role=self.role,
            starts=self.starts,
            within=self.within,
            then=_intervals(self.then),
            met_by=self.met_by,
            ends=self.ends,
            released_by=self.released_by,
            scope=self.scope,
            again=self.again,
            released_at_18=self.released_at_18,
            note=self.note,
            in_force=NOT_KNOWN,
        )


def _intervals(lengths: tuple[Period, ...]) -> tuple[Interval, ...]:
    return tuple(Interval(within=length) for length in lengths)


def _binds(interval: Interval) -> bool:
    authority = interval.authority
    verified = interval.basis is Basis.VERIFIED
    return verified and authority is not None and authority.binds_in_law


def _refuse(rule: Timescale, shipped: Timescale, tried: str) -> None:
    # As it stands, and as it was shipped: what one overlay shortened, and calls its
    # own, the next may not undo.
    for bound in (rule, shipped):
        if any(_binds(interval) for interval in bound.intervals):
            raise _refused(bound, tried)


def _refused(rule: Timescale, tried: str) -> BadOverlay:
    binding = next(one for one in rule.intervals if _binds(one))
    return BadOverlay(
        f"{rule.id} binds in law ({binding.citation}): an overlay may shorten its "
        f"period, in the same unit and on the same days, but may not {tried}; "
        "add a rule of your own beside it instead"
    )


def _only_shorter(bound: Timescale, changed: Timescale) -> bool:
    old, new = bound.intervals, changed.intervals
    if not any(_binds(interval) for interval in old):
        return True
    return len(old) == len(new) and all(
        _not_longer(after.within, before.within)
        for before, after in zip(old, new, strict=True)
        if _binds(before)
    )


def _not_longer(new: object, old: object) -> bool:
    if not (isinstance(new, Period) and isinstance(old, Period)):
        return new == old
    same = new.unit is old.unit and new.inclusive == old.inclusive
    return same and new.count <= old.count


def _sourced(changed: Timescale, *bounds: Timescale) -> Timescale:
    # Who shortens one interval of two does not restate the source of the other.
    pairs = enumerate(changed.intervals)
    bound = [_binding_as_long(index, interval, bounds) for index, interval in pairs]
    if not any(bound):
        return changed
    if all(bound):
        raise _refused(bound[0] or changed, "restate its source at the same length")
    then = tuple(
        old.intervals[index] if old else changed.intervals[index]
        for index, old in enumerate(bound)
    )[1:]
    own = bound[0] or changed
    return evolve(
        changed,
        words=own.words,
        citation=own.citation,
        authority=own.authority,
        basis=own.basis,
        note=". ".join(dict.fromkeys(one.note for one in (own, changed) if one.note)),
        then=then,
    )


def _binding_as_long(
    index: int, new: Interval, bounds: Iterable[Timescale]
) -> Timescale | None:
    """Give the rule of which this interval binds in law, and has the same length."""
    for bound in bounds:
        old = bound.intervals[index] if index < len(bound.intervals) else None
        if old is not None and _binds(old) and old.within == new.within:
            return bound
    return None
