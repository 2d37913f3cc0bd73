"""A spell of care: a child looked after without a break, as far as the rows join."""

from datetime import date

from attrs import Factory, define, field

from casework.adapters.ssda903.codes import (
    BASES,
    ENDS,
    GOES_ON,
    LEGAL_CHANGES,
    MOVES,
    SAME_CARER,
    STARTED,
)
from casework.adapters.ssda903.draft import Draft
from casework.adapters.ssda903.orders import Orders
from casework.adapters.ssda903.parts import Part
from casework.adapters.ssda903.placements import Placements
from casework.events import BecameLookedAfter, CeasedLookedAfter, LegalBasisChanged


@define(eq=False)
class Spell:
    """A chain of rows, each beginning on the day the last one ended.

    Parameters
    ----------
    draft
        The child's record in the making.
    episode
        The episode of care.
    parts
        The rows of the chain, in order of date.
    """

    draft: Draft
    episode: str
    parts: list[Part] = Factory(list)
    orders: Orders = field(init=False)
    placements: Placements = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin without an order or a placement."""
        self.orders = Orders(self.draft, self.episode)
        self.placements = Placements(self.draft, self.episode)

    @property
    def start(self) -> date:
        """The first day of the chain."""
        return self.parts[0].start

    @property
    def last(self) -> Part:
        """The last row of the chain so far."""
        return self.parts[-1]

    def covers(self, day: date) -> bool:
        """Say whether the child was looked after on a day, the last one counted in."""
        end = self.last.end
        return self.start <= day and (end is None or day <= end)

    def begin(self, part: Part) -> None:
        """Begin with the first row."""
        self.parts.append(part)
        event = self.draft.add(
            BecameLookedAfter,
            part.row,
            part.start,
            episode=self.episode,
            follows=None,
            basis=BASES.get(part.legal),
            code=part.legal or None,
            start_unknown=not part.started,
        )
        if not part.started:
            self.draft.find(
                "start_unknown",
                part.row,
                what=f"a spell of care begins with RNE {part.change!r}: the child was "
                "looked after before, since a day that the return does not tell",
                expected=f"RNE {STARTED!r}, or the row before this one",
                event=event,
            )
        self.orders.begin(part)
        self.placements.begin(part)

    def go_on(self, part: Part) -> None:
        """Go on with the next row."""
        before = self.last
        self._judge(part, before)
        self.parts.append(part)
        if part.change in LEGAL_CHANGES or part.legal != before.legal:
            self.draft.add(
                LegalBasisChanged,
                part.row,
                part.start,
                episode=self.episode,
                basis=BASES.get(part.legal),
                code=part.legal or None,
            )
        self.orders.go_on(part, before)
        self.placements.go_on(part, before)

    def close(self) -> None:
        """End where the last row does; without an end there, stay open."""
        last = self.last
        if last.end is None:
            return
        self.placements.end(last.end, last)
        self.orders.end(last.end, last)
        event = self.draft.add(
            CeasedLookedAfter,
            last.row,
            last.end,
            episode=self.episode,
            reason=ENDS.get(last.reason, "other") if last.reason else None,
            code=last.reason or None,
        )
        if last.reason == GOES_ON:
            self.draft.find(
                "gap_in_care",
                last.row,
                what=f"care goes on after {last.end} (REC {GOES_ON}), and no episode "
                "starts on that day",
                expected="the next episode; why care ended is not known",
                event=event,
            )

    def _judge(self, part: Part, before: Part) -> None:
        """Say where a row, and the one before it, do not agree on what changed."""
        if before.ceased or part.started:
            self.draft.find(
                "care_went_on",
                part.row,
                what=f"REC {before.reason!r} and RNE {part.change!r} meet on "
                f"{part.start}: it counts as one spell of care",
                expected=f"REC {GOES_ON!r}, and RNE other than {STARTED!r}",
            )
        legal, said = part.legal != before.legal, part.change in LEGAL_CHANGES
        place = part.place != before.place
        moved = place and part.change not in MOVES | SAME_CARER
        if moved or (legal != said and not part.started):
            was, now = (f"{one.legal} and {one.place}" for one in (before, part))
            self.draft.find(
                "change_unclear",
                part.row,
                what=f"{was} is followed by {now}, and RNE is {part.change!r}",
                expected="an RNE that says what changed; what did change was told",
            )
