"""What a day brings by itself: birthdays, school terms, statuses."""

from datetime import date

from casework.law.conditions import While
from casework.law.rule import Timescale
from casework.law.status import StatusTest
from casework.law.times import Birthday, EachTerm, Qualifies, Reached
from tests.plain.clock import Clock
from tests.plain.counting import birthday
from tests.plain.holding import Asked, Spell
from tests.plain.life import ENDINGS, Life
from tests.plain.meeting import begin, end


def begins(life: Life, day: date) -> None:
    """Let a day begin: who turns an age today does so at its start."""
    grown = life.grown(day)
    for clock in life.running():
        if clock.rule.released_at_18 and grown:
            end(life, clock, grown, None, released=True)
    for clock in life.running():
        for ending in clock.rule.released_by:
            if isinstance(ending, Birthday) and _comes(life, ending, day, clock):
                end(life, clock, day, None, released=True)
    for rule, start in life.by_time:
        if isinstance(start, Birthday) and _comes(life, start, day, None):
            version = life.version(rule, day)
            if version is not None:
                _start(life, version, day, _where(life, start, day))
        elif isinstance(start, EachTerm) and _rings(life, start, day):
            _ask_for_the_term(life, rule, start, day)


def is_over(life: Life, day: date) -> None:
    """Let a day end: what stands at its end may start something."""
    for rule, start in life.by_time:
        if isinstance(start, EachTerm) and any(one.day == day for one in life.past):
            _ask_for_the_term(life, rule, start, day)
        elif isinstance(start, Qualifies):
            _comes_to_qualify(life, rule, start.test, day)


def _comes(life: Life, at: Birthday, day: date, clock: Clock | None) -> bool:
    if not life.turns(at.age, day):
        return False
    asked = life.asked(day, clock.episode if clock else None)
    return all(life.facts.holds(one, asked) for one in at.conditions)


def _where(life: Life, start: Birthday, day: date) -> str | None:
    # In the episode of the state of affairs that is asked for.
    for condition in start.conditions:
        if isinstance(condition, While):
            return life.facts.open_in(condition, life.asked(day))[0].episode
    return None


def _start(life: Life, rule: Timescale, day: date, episode: str | None) -> None:
    if any(one.rule.id == rule.id for one in life.running()):
        return
    asked = Asked(day=day, past=life.past, episode=episode)
    for one in rule.unless:
        if isinstance(one, While) and life.facts.holds(one, asked):
            return
    begin(life, Clock(rule=rule, index=0, episode=episode, day=day, began=day))


def _comes_to_qualify(life: Life, rule: str, test: StatusTest, day: date) -> None:
    # Once, on the first day; unless everything ended since what brought it about.
    if rule in life.qualified or day not in life.facts.statuses[test.id]:
        return
    if life.over_since(life.facts.changes(life.law.every_test, life.past)):
        return
    life.qualified.add(rule)
    version = life.version(rule, day)
    if version is not None:
        spells = life.facts.open_in(test.spells, life.asked(day))
        _start(life, version, day, spells[0].episode if spells else None)


# School terms.


def _rings(life: Life, start: EachTerm, day: date) -> bool:
    # A term asks when it begins, and of a child who comes to the age within it.
    ages = [one.age for one in start.conditions if isinstance(one, Reached)]
    terms = life.terms.terms if life.terms else ()
    of_age = any(life.turns(age, day) for age in ages)
    return of_age or any(term.first == day for term in terms)


def _ask_for_the_term(life: Life, id_: str, start: EachTerm, day: date) -> None:
    rule, asked = life.version(id_, day), life.asked(day)
    last = _last_day_of_term(life, day)
    in_term = last is not None or life.terms is None
    if rule is None or not in_term:
        return
    if not all(life.facts.holds(one, asked) for one in start.conditions):
        return
    for spell in life.facts.open_in(start.during, asked):
        if not (_gone(life, rule, start, spell, day) or _had(life, rule, spell, last)):
            clock = Clock(
                rule=rule,
                index=0,
                episode=spell.episode,
                day=day,
                began=day,
                asked_in=spell.opener,
                term_ends=last,
                no_terms=life.terms is None,
            )
            begin(life, clock)


def _last_day_of_term(life: Life, day: date) -> date | None:
    for term in life.terms.terms if life.terms else ():
        if term.first <= day <= term.last:
            return term.last
    return None


def _had(life: Life, rule: Timescale, spell: Spell, last: date | None) -> bool:
    # Each term asks for one review.
    return any(
        one.rule.id == rule.id
        and one.asked_in is spell.opener
        and one.term_ends == last
        for one in life.clocks
    )


def _gone(
    life: Life, rule: Timescale, start: EachTerm, spell: Spell, day: date
) -> bool:
    born = life.facts.born
    if born is None:
        return life.over_since(spell.opener)
    if rule.released_at_18 and day >= birthday(born, 18):
        return True
    ages = [one.age for one in start.conditions if isinstance(one, Reached)]
    for came_under in (birthday(born, age) for age in ages):
        if spell.opener.day < came_under:
            return any(
                isinstance(one.event, ENDINGS) and one.day >= came_under
                for one in life.past
            )
    return life.over_since(spell.opener)
