"""A manager's morning: who has which child, what is due, and which cases drift."""

from casework.caseload.child import ChildToday, today
from casework.caseload.feed import calendar_feed
from casework.caseload.morning import By, Load, Morning, morning
from casework.caseload.tasks import Task, When, tasks, urgency
from casework.caseload.watch import Listed, Thresholds, Watch
from casework.caseload.watches import WATCHES, watched, watches

__all__ = [
    "WATCHES",
    "By",
    "ChildToday",
    "Listed",
    "Load",
    "Morning",
    "Task",
    "Thresholds",
    "Watch",
    "When",
    "calendar_feed",
    "morning",
    "tasks",
    "today",
    "urgency",
    "watched",
    "watches",
]
