"""Families: of several rules, the one to which an interval belongs."""

from datetime import date

from casework.law.rule import Timescale
from casework.timescales.holding import Asked, all_hold


def chosen(rule: Timescale, asked: Asked, day: date) -> Timescale | None:
    """Give the version that governs an interval starting on a day.

    Of a rule that stands alone, it is the version in force. Of a family, it is that of
    the first rule whose conditions hold.
    """
    law = asked.setting.law
    if rule.family is None:
        return law.version(rule.id, day)
    for one in law.families[rule.family]:
        version = law.version(one, day)
        if version and version.switched_on and all_hold(version.when, asked):
            return version
    return None
