"""Multi-agency child protection procedures of Jersey."""

from typing import Final

from casework.events import (
    ChildProtectionNotificationReceived,
    StrategyDiscussionHeld,
    WorkerAllocated,
    WorkerUnallocated,
)
from casework.law.conditions import Scope, nth, on, while_
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.periods import working_days

# "More than three occasions": the fourth. The chapter was rewritten in March 2024;
# since then each notification is shared, and no number was seen. The source gives
# months only.
REPEAT_NOTIFICATION: Final = Timescale(
    id="jersey.strategy.repeat_notification",
    title="Strategy meeting after repeated police notifications held",
    citation=Citation(
        title="Safeguarding Partnership Board procedures, Jersey",
        provision="concerns for children with an allocated social worker, March 2017",
        url="https://jerseyscb.proceduresonline.com/chapters/p_esc_con_allo_sw.html",
        read="2026-11-21",
        remark="rewritten in March 2024; the source gives months, not days",
    ),
    words=(
        "a strategy meeting within 3 working days once a child with an allocated "
        "worker was notified on more than three occasions"
    ),
    authority=Authority.PROCEDURE,
    basis=Basis.VERIFIED,
    role=Role.MANAGER,
    starts=nth(
        4,
        on(ChildProtectionNotificationReceived),
        within=while_(
            "a worker is allocated",
            opened_by=on(WorkerAllocated),
            closed_by=on(WorkerUnallocated),
            per="worker",
        ),
    ),
    within=working_days(3),
    met_by=on(StrategyDiscussionHeld),
    scope=Scope.CHILD,
    in_force="2017-03-01",
    until="2024-03-31",
)

RULES: Final = (REPEAT_NOTIFICATION,)
