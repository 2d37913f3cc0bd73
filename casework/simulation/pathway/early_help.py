"""Early help: offered, assessed, planned and reviewed; it may be stepped up."""

from casework.events import (
    EarlyHelpAssessed,
    EarlyHelpClosed,
    EarlyHelpOffered,
    EarlyHelpPlanMade,
    EarlyHelpReviewed,
)
from casework.simulation.life import Life
from casework.simulation.service import Process


def early_help(life: Life, *, follows: str) -> Process:
    """Give a family early help until it ends.

    Gives the episode if it is stepped up, and otherwise nothing.
    """
    practice, episode = life.scenario.early_help, life.new("early_help")
    life.has_early_help = True
    life.note(EarlyHelpOffered, episode, follows=follows)
    outcome = life.choice(practice.outcome, "early help outcome")
    yield from life.waits(practice.days_to_assess, "early help assessment")
    if outcome != "declined":
        yield from _help(life, episode)
    yield from life.next_day()
    # A child who has a worker by now, or is grown up, is not referred again.
    if outcome == "stepped_up" and (life.case is not None or life.is_adult):
        outcome = "needs_met"
    life.note(EarlyHelpClosed, episode, outcome=outcome)
    life.has_early_help = False
    return episode if outcome == "stepped_up" else None


def _help(life: Life, episode: str) -> Process:
    practice = life.scenario.early_help
    life.note(EarlyHelpAssessed, episode)
    yield from life.waits(practice.days_to_plan, "early help plan")
    life.note(EarlyHelpPlanMade, episode)
    left = life.length(practice.length, "early help length")
    while left > (step := life.length(practice.review_every, "early help review")):
        yield life.env.timeout(step)
        life.note(EarlyHelpReviewed, episode)
        left -= step
    yield life.env.timeout(left)
