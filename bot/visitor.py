"""Who is on the other end of an update, and how to speak to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject, User
from sqlalchemy.exc import SQLAlchemyError

from bot.words import Voice, Words
from services.people import FindPerson, Person

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

GUEST_LANGUAGE = "language"
"""Where a guest's choice of language is kept: in the conversation, for guests have no record."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """The person of this update. Without consent `person` is None: a guest, of whom nothing is kept."""

    telegram_id: int
    person: Person | None
    voice: Voice

    @property
    def is_verified(self) -> bool:
        return self.person is not None and self.person.identity == "verified"

    @property
    def has_agreed(self) -> bool:
        return self.person is not None and self.person.consented

    @property
    def name(self) -> str | None:
        """The name as on the staff list, once there is one."""
        return self.person.name if self.person else None

    @property
    def province(self) -> str | None:
        """The province of the person's agency."""
        return self.person.province if self.person else None


@dataclass(slots=True)
class MeetVisitor(BaseMiddleware):
    """Looks the person up once per update and hands `visitor` and `voice` to everything behind."""

    find_person: FindPerson
    words: Words
    default_zone: str

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None:
            return UNHANDLED  # nobody to speak to, and no conversation to keep
        data["visitor"] = visitor = await self.meet(user.id, data.get("state"))
        data["voice"] = visitor.voice
        return await handler(event, data)

    async def meet_or_guest(self, telegram_id: int, state: FSMContext | None) -> Visitor:
        """The visitor, or a guest when even the database cannot be asked."""
        try:
            return await self.meet(telegram_id, state)
        except (SQLAlchemyError, OSError):
            language = await language_of_guest(state)
            return Visitor(telegram_id, None, self.words.voice(language, None, self.default_zone))

    async def meet(self, telegram_id: int, state: FSMContext | None) -> Visitor:
        """The visitor with this Telegram id."""
        person = await self.find_person(telegram_id=telegram_id)
        language = (person.language if person else None) or await language_of_guest(state)
        zone = person.effective_zone if person else None
        return Visitor(telegram_id, person, self.words.voice(language, zone, self.default_zone))


async def language_of_guest(state: FSMContext | None) -> str | None:
    """What a guest chose in the conversation, or None."""
    return (await state.get_data()).get(GUEST_LANGUAGE) if state else None
