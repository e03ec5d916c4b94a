"""How each kind of message that the bot sends unasked reads."""

from __future__ import annotations

from bot.deliveries import (
    announcing,
    batches,
    broadcast,
    desk,
    enrolment,
    faq,
    files,
    group,
    habits,
    helpdesk,
    participants,
    planning,
    reminders,
    team,
)
from bot.deliveries.verification import Request, Result
from bot.delivery import Kind, Kinds
from bot.toolbox import Tools
from services.outbox import Policy


def build_kinds(tools: Tools) -> Kinds:
    """Every kind this release knows."""
    return Kinds(
        [
            Kind("verification-request", Policy.AT_LEAST_ONCE, Request(tools)),
            Kind("verification-result", Policy.AT_LEAST_ONCE, Result(tools)),
            *enrolment.kinds(tools),
            *reminders.kinds(tools),
            *habits.kinds(tools),
            *team.kinds(tools),
            *planning.kinds(tools),
            *desk.kinds(tools),
            *group.kinds(tools),
            *batches.kinds(tools),
            *participants.kinds(tools),
            *files.kinds(tools),
            *broadcast.kinds(tools),
            *announcing.kinds(tools),
            *faq.kinds(tools),
            *helpdesk.kinds(tools),
        ]
    )
