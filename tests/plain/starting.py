"""What an event starts."""

from casework.law.conditions import First, Nth, On
from casework.law.rule import Again, Timescale
from casework.law.times import Given, Start
from tests.plain.clock import Clock
from tests.plain.counting import matches, says
from tests.plain.holding import Asked
from tests.plain.life import Life
from tests.plain.meeting import begin, end, of_family
from tests.plain.record import Told


def starts(life: Life, told: Told) -> None:
    """Let an event start a clock of each rule that it starts."""
    for rule in life.versions(told.day):
        if not any(_is_a_start(life, one, told) for one in rule.starts):
            continue
        if kept_from_starting(life, rule, told):
            continue
        if rule.family is not None:
            day, episode = told.day, told.episode
            if of_family(life, rule.family, episode, day, day) is not rule:
                continue
        _start(life, rule, told)


def _is_a_start(life: Life, start: Start, told: Told) -> bool:
    match start:
        case On():
            return says(start, told.event)
        case First():
            return matches(start.of, told.event) and not any(
                one.episode == told.episode and matches(start.of, one.event)
                for one in life.past[:-1]
            )
        case Given():
            asked = life.on_the_day(told.day, told.episode, told.day)
            return says(start.of, told.event) and all(
                life.facts.holds(one, asked) for one in start.conditions
            )
        case Nth():
            return says(start.of, told.event) and _number(life, start) == start.n
        case _:
            return False


def _number(life: Life, start: Nth) -> int:
    # Counted since the state of affairs began, and anew when it begins again.
    count = 0
    for number, one in enumerate(life.past, start=1):
        asked = Asked(day=one.day, past=life.past[:number])
        if not life.facts.open_in(start.within, asked):
            count = 0
        elif says(start.of, one.event):
            count += 1
    return count


def kept_from_starting(life: Life, rule: Timescale, told: Told) -> bool:
    """Say whether something keeps an event from starting a rule where it stands."""
    before = life.told[: life.told.index(told)]
    asked = Asked(day=told.day, past=before, episode=told.episode)
    return any(
        says(one, told.event)
        if isinstance(one, On)
        else bool(life.facts.holds(one, asked))
        for one in rule.unless
    )


def _start(life: Life, rule: Timescale, told: Told) -> None:
    running = [one for one in life.running() if _will_do(life, one, rule, told)]
    if running and rule.again is Again.IGNORE:
        return
    if rule.again is Again.RESTART:
        for one in running[:1]:
            life.clocks.remove(one)
    clock = Clock(
        rule=rule,
        index=0,
        episode=told.episode,
        day=told.day,
        began=told.day,
        start=told,
    )
    begin(life, clock)


def _will_do(life: Life, clock: Clock, rule: Timescale, told: Told) -> bool:
    # Of a family one runs in an episode; of another rule, one in its scope.
    if rule.family is not None:
        return clock.rule.family == rule.family and clock.episode == told.episode
    return clock.rule.id == rule.id and life.in_scope(clock, told, rule.scope)


def starts_anew(life: Life, told: Told) -> None:
    """Let an order release what runs of a family, and start its own first interval."""
    for rule in life.versions(told.day):
        if not matches(rule.anew_on, told.event):
            continue
        for clock in life.running():
            if _gives_way(life, clock, rule, told):
                end(life, clock, told.day, told, released=True)
                anew = Clock(
                    rule=rule,
                    index=0,
                    episode=clock.episode,
                    day=told.day,
                    began=clock.began,
                    start=told,
                )
                begin(life, anew)


def _gives_way(life: Life, clock: Clock, rule: Timescale, told: Told) -> bool:
    own = clock.rule is rule and clock.day == told.day
    if clock.rule.family != rule.family or own:
        return False
    asked = life.on_the_day(told.day, clock.episode, clock.began)
    holds = all(life.facts.holds(one, asked) for one in rule.when)
    scope = rule.anew_on[0].scope or rule.scope
    return holds and life.in_scope(clock, told, scope)
