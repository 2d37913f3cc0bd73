"""Where a journey stands: its stages and its clocks, folded together day by day.

Stages say what may happen and law says what must; neither knows the other. Here, and
only here, a day goes through both.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from attrs import field, frozen

from casework.chronology import Happening, in_order
from casework.dates import When, day_of, is_moment
from casework.events import Event
from casework.records import Records
from casework.states.walk import Episode, Position, Verdict, judge, settle, start, step
from casework.timescales import Fold, Setting, begin, by_day, fold_day, fold_days


@frozen(kw_only=True, eq=False)
class Ground:
    """What a child's events are folded against.

    Parameters
    ----------
    setting
        Law, calendar and zone.
    records
        What the source records.
    born
        The date of birth, or the day on which an unborn child is expected.
    """

    setting: Setting
    records: Records
    born: date | None = field(default=None, repr=False)

    def for_stages(self) -> "Reading":
        """Give what the stages need of it."""
        return Reading(zone=self.setting.zone, records=self.records, born=self.born)


class Reading(TypedDict):
    """What the stages are read against."""

    zone: str
    records: Records
    born: date | None


@frozen(kw_only=True, eq=False)
class Standing:
    """Where a child's episodes and clocks stand at the end of a day.

    Parameters
    ----------
    position, fold
        Where each episode and each clock stands.
    """

    position: Position
    fold: Fold


@frozen(kw_only=True, eq=False)
class Latest:
    """Where a journey stands at its last event, kept so that the next costs little.

    Parameters
    ----------
    before, after
        Where it stood before its last day, and stands after it.
    today
        What happened on its last day, in order.
    """

    before: Standing
    after: Standing
    today: tuple[Happening, ...]

    @property
    def day(self) -> date:
        """The last day."""
        return self.today[-1].day if self.today else date.min


def nothing_yet(ground: Ground) -> Latest:
    """Give the standing of a child of whom nothing is on the record."""
    standing = Standing(position=start(), fold=begin(ground.born, ground.setting))
    return Latest(before=standing, after=standing, today=())


def fold_latest(
    events: Iterable[Event], ground: Ground
) -> tuple[Latest, tuple[Verdict, ...]]:
    """Fold a whole record; give where it stands and what the stages say of it."""
    happenings = in_order(events, ground.setting.zone)
    days = tuple(by_day(happenings))
    if not days:
        return nothing_yet(ground), ()
    position, verdicts = start(), list[Verdict]()
    for today in days[:-1]:
        position, judged = walk_day(position, today, ground)
        verdicts += judged
    last, judged = walk_day(position, days[-1], ground)
    lineage = last.episodes
    earlier = (one for today in days[:-1] for one in today)
    fold = fold_days(
        begin(ground.born, ground.setting, happenings),
        earlier,
        lineage,
        ground.setting,
    )
    before = Standing(position=position, fold=fold)
    after = Standing(
        position=last, fold=fold_day(fold, days[-1], lineage, ground.setting)
    )
    latest = Latest(before=before, after=after, today=days[-1])
    return latest, (*verdicts, *judged)


def add_to(latest: Latest, happening: Happening, ground: Ground) -> Latest:
    """Fold one more event, which is not before the last day and tells no birth.

    Raises
    ------
    NotAllowed
        When the journey does not allow it at its place in the order.
    """
    same = happening.day == latest.day
    before = latest.before if same else latest.after
    today = _in_place(latest.today if same else (), happening, before, ground)
    position = _judged(before.position, today, happening, ground)
    fold = fold_day(before.fold, today, position.episodes, ground.setting)
    after = Standing(position=position, fold=fold)
    return Latest(before=before, after=after, today=today)


def put_in_place(
    events: Iterable[Event], happening: Happening, ground: Ground
) -> Latest:
    """Fold one more event at its place in the order, and all the record anew.

    Raises
    ------
    NotAllowed
        When the journey does not allow it there. What it makes not allowed later
        becomes a finding.
    """
    ordered = in_order((*events, happening.event), ground.setting.zone)
    earlier = [one.event for one in ordered if one.day < happening.day]
    today = tuple(one for one in ordered if one.day == happening.day)
    position = fold_latest(earlier, ground)[0].after.position
    _judged(position, today, happening, ground)
    return fold_latest((one.event for one in ordered), ground)[0]


def walk_day(
    position: Position, today: tuple[Happening, ...], ground: Ground
) -> tuple[Position, tuple[Verdict, ...]]:
    """Take the events of one day through the stages, and say what they say of each."""
    # Links are judged when the day is over, and may change what was said before.
    zone, records, born = ground.setting.zone, ground.records, ground.born
    found: dict[int, Verdict] = {}
    for happening in today:
        position, verdict = step(
            position, happening.event, zone=zone, records=records, born=born
        )
        found[verdict.number] = verdict
    position, settled = settle(position, zone=zone, records=records, born=born)
    found.update((verdict.number, verdict) for verdict in settled)
    return position, tuple(found.values())


def happened_by(at: When, last: When, zone: str) -> bool:
    """Say whether something had happened by a day's end, or by a moment."""
    if is_moment(at) and is_moment(last):
        return at <= last
    return day_of(at, zone) <= day_of(last, zone)


def open_since(episodes: Iterable[Episode], day: date) -> date:
    """Give the day from which something has been open without a break."""
    since = day
    for one in sorted(episodes, key=lambda one: one.opened, reverse=True):
        over = one.ended or one.left
        if over is None or over[0] >= since:
            since = min(since, one.opened)
    return since


def last_seen(as_at: When, records: Records, zone: str) -> When:
    """Give the day or moment up to which a record is read: at most its last day."""
    end = records.end
    return end if end is not None and day_of(as_at, zone) > end else as_at


def _judged(
    position: Position,
    today: tuple[Happening, ...],
    happening: Happening,
    ground: Ground,
) -> Position:
    after, verdicts = walk_day(position, today, ground)
    event = happening.event
    verdict = next(one for one in verdicts if one.event is event)
    if not verdict.allowed:
        place = [one.event for one in today].index(event)
        before = walk_day(position, today[:place], ground)[0]
        later = [one.event for one in today[place + 1 :]]
        judge(before, event, later=later, **ground.for_stages())
    return after


def _in_place(
    today: tuple[Happening, ...],
    happening: Happening,
    before: Standing,
    ground: Ground,
) -> tuple[Happening, ...]:
    if not today:
        return (happening,)
    events = [one.event for one in (*today, happening)]
    episodes = before.position.episodes
    known = (episodes.get(event.episode or "") for event in events)
    opened = [episode.opener for episode in known if episode is not None]
    return in_order(events, ground.setting.zone, opened=opened)
