"""What time brings: birthdays, terms, days after events, days of qualifying."""

from datetime import date

from casework.chronology import Happening
from casework.evolving import evolve
from casework.law.conditions import While
from casework.law.rule import Timescale
from casework.law.times import Birthday, EachTerm, Qualifies, Reached
from casework.timescales.clock import Arrival, Ending
from casework.timescales.fold import ADULT, Alarm, Fold, Setting, end_all, end_clock
from casework.timescales.holding import Asked, all_hold, standing_since, stands_in
from casework.timescales.noting import law_not_known
from casework.timescales.qualifying import first_day
from casework.timescales.starting import start_from
from casework.timescales.terms import next_term, set_term_alarm
from casework.timescales.today import Today


def dawn(fold: Fold, day: date, setting: Setting) -> Fold:
    """Let time pass up to the morning of a day on which something happens."""
    return _advance(fold, (day, False), setting, ())


def advance(
    fold: Fold, day: date, setting: Setting, so_far: tuple[Happening, ...] = ()
) -> Fold:
    """Let time pass, up to and including a day on which nothing need happen.

    Parameters
    ----------
    fold, day, setting
        What is folded, up to which day, against what.
    so_far
        What has happened on that day, at its end.
    """
    return _advance(fold, (day, True), setting, so_far)


def _advance(
    fold: Fold,
    until: tuple[date, bool],
    setting: Setting,
    so_far: tuple[Happening, ...],
) -> Fold:
    day = until[0]
    while fold.alarms and (fold.alarms[0].day, fold.alarms[0].evening) <= until:
        alarm, rest = fold.alarms[0], fold.alarms[1:]
        today = Today(
            day=alarm.day,
            setting=setting,
            morning=evolve(fold, alarms=rest),
            so_far=so_far,
        )
        fold = _ring(alarm, today)
        # What comes on the day itself still counts: its clocks are put away later.
        fold = fold.closed() if alarm.day < day else fold
    return fold


def set_qualifying(fold: Fold, before: Fold, setting: Setting) -> Fold:
    """Set the alarms of the status tests, where a day changed what they look at."""
    if fold.spells is before.spells:
        return fold
    for rule in setting.law.by_time:
        for version in setting.law.versions(rule):
            for start in version.starts:
                if isinstance(start, Qualifies):
                    fold = _set(fold, rule, start)
    return fold


def _set(fold: Fold, rule: str, start: Qualifies) -> Fold:
    kept = tuple(one for one in fold.alarms if one.rule != rule)
    fold = evolve(fold, alarms=kept)
    day = first_day(start.test, fold)
    if day is None or (rule, None) in fold.firsts:
        return fold
    why = f"the status of {start.test.title}"
    # Who has a status on a day has it at its end.
    return fold.alarmed(Alarm(day=day, evening=True, rule=rule, why=why))


def _ring(alarm: Alarm, today: Today) -> Fold:
    fold, setting = today.morning, today.setting
    if not alarm.rule:
        return _birthday(fold, alarm, today)
    version = setting.law.version(alarm.rule, alarm.day)
    if version is None:
        cause = Arrival(day=alarm.day, why=alarm.why)
        # The day has come, and comes no second time when the law is known.
        fold = evolve(fold, firsts=fold.firsts | {(alarm.rule, None)})
        return law_not_known(fold, setting.law.versions(alarm.rule)[0], cause, setting)
    return _start(fold, version, alarm, today) if version.switched_on else fold


def _birthday(fold: Fold, alarm: Alarm, today: Today) -> Fold:
    why = f"the child reached {alarm.age}"
    if alarm.age == ADULT:
        ending = Ending(when=alarm.day, day=alarm.day, released=True, why=why)
        fold = evolve(end_all(fold, ending, only_children=True), adult=ending)
    fold = _released(fold, alarm, today)
    for rule in today.setting.law.by_time:
        version = today.setting.law.version(rule, alarm.day)
        if version is None:
            first = today.setting.law.versions(rule)[0]
            if _begins(first, alarm, today):
                cause = Arrival(day=alarm.day, why=why)
                fold = law_not_known(fold, first, cause, today.setting)
        elif version.switched_on:
            fold = _reached(fold, version, alarm, today)
    return fold


def _begins(rule: Timescale, alarm: Alarm, today: Today) -> bool:
    asked = today.asked(None, alarm.day)
    return any(
        isinstance(one, Birthday)
        and one.age == alarm.age
        and all_hold(one.conditions, asked)
        for one in rule.starts
    )


def _released(fold: Fold, alarm: Alarm, today: Today) -> Fold:
    for clock in fold.clocks:
        for ending in (*clock.rule.released_by, *clock.rule.ends):
            if isinstance(ending, Birthday) and ending.age == alarm.age:
                asked = today.asked(clock.episode, clock.series)
                if all_hold(ending.conditions, asked):
                    fold = end_clock(fold, clock, _at(alarm, clock.rule, ending))
    return fold


def _at(alarm: Alarm, rule: Timescale, birthday: Birthday) -> Ending:
    return Ending(
        when=alarm.day,
        day=alarm.day,
        released=birthday in rule.released_by,
        why=f"the child reached {alarm.age}",
    )


def _reached(fold: Fold, rule: Timescale, alarm: Alarm, today: Today) -> Fold:
    for start in rule.starts:
        if isinstance(start, Birthday) and start.age == alarm.age:
            asked = today.asked(None, alarm.day)
            if all_hold(start.conditions, asked):
                cause = Arrival(day=alarm.day, why=f"the child reached {alarm.age}")
                episode = _where(start, asked)
                fold = start_from(fold, rule, cause, episode, today)
        elif isinstance(start, EachTerm) and Reached(age=alarm.age) in start.conditions:
            fold = _old_enough(fold, rule, start, alarm, today)
    return fold


def _old_enough(
    fold: Fold, rule: Timescale, start: EachTerm, alarm: Alarm, today: Today
) -> Fold:
    # A child who reaches the age within a term comes under the rule in that term.
    for episode, _ in fold.standing.get(start.during, {}):
        fold = set_term_alarm(fold, rule, episode or "", alarm.day, today.setting)
    return fold


def _where(start: Birthday, asked: Asked) -> str | None:
    # A birthday starts a clock in the episode whose being open is asked for.
    for condition in start.conditions:
        if isinstance(condition, While):
            since = standing_since(condition, asked)
            return since.event.episode if since else None
    return None


def _start(fold: Fold, rule: Timescale, alarm: Alarm, today: Today) -> Fold:
    episode = alarm.episode or None
    cause = Arrival(day=alarm.day, why=alarm.why)
    for start in rule.starts:
        if isinstance(start, EachTerm):
            asked = today.asked(episode, alarm.day)
            grown = fold.adult is not None and rule.released_at_18
            if grown or not stands_in(start.during, episode, fold):
                return fold
            fold = next_term(fold, rule.id, alarm.episode, alarm.day, today.setting)
            if not all_hold(start.conditions, asked):
                return fold
        elif isinstance(start, Qualifies):
            fold = evolve(fold, firsts=fold.firsts | {(rule.id, None)})
            since = standing_since(start.test.spells, today.asked(None, alarm.day))
            episode = since.event.episode if since else None
    return start_from(fold, rule, cause, episode, today)
