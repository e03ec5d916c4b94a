"""What a visitor's roles open, asked anew each time."""

from __future__ import annotations

from bot.organizing.home import Waiting
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.access import reach
from services.errors import NotAllowed


async def has_role(visitor: Visitor, tools: Tools) -> bool:
    """Whether some agency has given the visitor a role, agreed to anything or not."""
    return bool(await tools.people.grants(telegram_id=visitor.telegram_id))


async def organizes(visitor: Visitor, tools: Tools) -> bool:
    """Whether the visitor has a role that opens /kelola."""
    return bool(reach("kelola.open", await tools.people.grants(telegram_id=visitor.telegram_id)))


async def count_verifications(visitor: Visitor, tools: Tools) -> int:
    """How many people wait to be vouched for by the visitor; 0 for who has no role."""
    try:
        return len(await tools.identity.queue(actor_telegram_id=visitor.telegram_id))
    except NotAllowed:
        return 0


async def count_recommendations(visitor: Visitor, tools: Tools) -> int:
    """How many recommendations wait for the visitor; 0 for who has no role."""
    try:
        return len(await tools.recommendation.queue(actor_telegram_id=visitor.telegram_id))
    except NotAllowed:
        return 0


async def count_drafts(visitor: Visitor, tools: Tools) -> int:
    """How many drafts wait for the visitor; 0 for who is not of the secretariat."""
    try:
        return len(await tools.planning.list(which="waiting", actor_telegram_id=visitor.telegram_id))
    except NotAllowed:
        return 0


async def count_nominations(visitor: Visitor, tools: Tools) -> int:
    """How many batches have applicants whom the visitor has not ranked yet; 0 for who has no role."""
    try:
        groups = await tools.nomination.queue(actor_telegram_id=visitor.telegram_id)
    except NotAllowed:
        return 0
    return sum(group.ranked < group.applicants for group in groups)


async def count_questions(visitor: Visitor, tools: Tools) -> tuple[int, int]:
    """How many questions have waited too long for the visitor's agencies, and how many others wait."""
    try:
        waiting = await tools.helpdesk.waiting(actor_telegram_id=visitor.telegram_id)
    except NotAllowed:
        return 0, 0
    overdue = sum(ticket.alarms > 0 for ticket in waiting)
    return overdue, len(waiting) - overdue


async def list_waiting(visitor: Visitor, tools: Tools) -> tuple[Waiting, ...]:
    """Everything that waits for the visitor, the most urgent kind first."""
    overdue, waiting = await count_questions(visitor, tools)
    return (
        Waiting("recommendations", await count_recommendations(visitor, tools)),
        Waiting("nominations", await count_nominations(visitor, tools)),
        Waiting("verifications", await count_verifications(visitor, tools)),
        Waiting("overdue", overdue),
        Waiting("questions", waiting),
        Waiting("drafts", await count_drafts(visitor, tools)),
        Waiting("announcements", len(await tools.announcing.to_approve(actor_telegram_id=visitor.telegram_id))),
        Waiting("faqs", len(await tools.faq.to_approve(actor_telegram_id=visitor.telegram_id))),
        Waiting("merges", len(await tools.planning.merges(actor_telegram_id=visitor.telegram_id))),
    )


async def count_waiting(visitor: Visitor, tools: Tools) -> int:
    """How much waits for the visitor in all."""
    return sum(one.count for one in await list_waiting(visitor, tools))
