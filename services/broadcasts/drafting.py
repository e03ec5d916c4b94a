"""Writing an announcement: its texts, a picture or document, its buttons. Each change is kept at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy.ext.asyncio import AsyncConnection

from services.broadcasts.content import ANSWER, CARD, LINK, MOST_BUTTONS, Body, Button, Media, length
from services.broadcasts.writing import author_of, bounds, hold_draft, speaks_for
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.languages import LANGUAGES
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.announcements import Announcements
from storage.repositories.batches import Batches
from storage.repositories.broadcasts import Audience

LONGEST_LABEL: Final = 22
LONGEST_URL: Final = 500
LONGEST_NAME: Final = 120
AGAIN: Final = timedelta(minutes=1)
"""The same words from the same author within this time are one announcement that came twice."""
CUSTOM_EMOJI = re.compile(r"</?tg-emoji\b[^>]*>")
"""Telegram does not let bots send these; the usual emoji stands inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpeakers:
    """The agencies in whose name somebody may write announcements, by name; raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Agency, ...]:
        async with self.database.read() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            return tuple(one for one in await Agencies(connection).list() if speaks_for(author, one))


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginBroadcast:
    """Keep a new draft with its first words, to be sent in the name of an agency; returns its id.

    Raises NotAllowed, or a Refusal: announce-start-first, announce-text-none, announce-text-long.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, actor_telegram_id: int, agency_id: int, html: str | None = None, media: Media | None = None
    ) -> int:
        body = _with_text(Body(texts={}, media=_tidy_media(media)), "id", html) if html else None
        body = body or Body(texts={}, media=_tidy_media(media))
        if not body.texts and body.media is None:
            raise Refusal("announce-text-none")
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            agency = await Agencies(connection).find(agency_id)
            if agency is None or author.person_id is None or not speaks_for(author, agency):
                raise NotAllowed
            now, announcements = self.now(), Announcements(connection)
            for recent in await announcements.list_drafts(author.person_id, since=now - AGAIN):
                if recent.body == body.kept and recent.agency_id == agency_id:
                    return recent.id
            audience = Audience(within=bounds(author.grants, agency_id))
            number = await announcements.add(
                agency_id, author.person_id, body=body.kept, audience=audience, general=True, at=now
            )
            found = await announcements.find(number)
            assert found
            await author.record(connection, "drafted", found, now)
            return number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What all changes of a draft's content share."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def _change(
        self, broadcast_id: int, actor_telegram_id: int, what: str, change: Callable[[Body], Body]
    ) -> None:
        async with self.database.write() as connection:
            await self._change_within(connection, broadcast_id, actor_telegram_id, what, change)

    async def _change_within(
        self,
        connection: AsyncConnection,
        broadcast_id: int,
        actor_telegram_id: int,
        what: str,
        change: Callable[[Body], Body],
    ) -> None:
        author = await author_of(connection, actor_telegram_id, self.admin_ids)
        found = await hold_draft(connection, broadcast_id, author)
        before = Body.read(found.body)
        after = change(before)
        if after == before:
            return
        await Announcements(connection).set(found.id, body=after.kept, version=found.version + 1)
        await author.record(connection, "edited", found, self.now(), part=what)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText(_Change):
    """The text for a language, as Telegram's HTML; None takes the English one away.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on, announce-text-none, announce-text-long.
    """

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, language: str, html: str | None) -> None:
        if language not in LANGUAGES:
            raise Refusal("announce-unknown")
        await self._change(
            broadcast_id, actor_telegram_id, f"text-{language}", lambda body: _with_text(body, language, html)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMedia(_Change):
    """The picture or document, by the id under which Telegram keeps it; None takes it away.

    Raises as SetText does: a text that is too long to stand under it is named.
    """

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, media: Media | None) -> None:
        kept = _tidy_media(media)

        def change(body: Body) -> Body:
            changed = replace(body, media=kept)
            for text in changed.texts.values():
                _check_length(text, changed)
            return changed

        await self._change(broadcast_id, actor_telegram_id, "media", change)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddButton(_Change):
    """One more button under the message; the same twice is one.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on, announce-buttons-full, announce-label,
    announce-url, announce-batch.
    """

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, added: Button) -> None:
        button = _tidy_button(added)

        def change(body: Body) -> Body:
            if button in body.buttons:
                return body
            if len(body.buttons) >= MOST_BUTTONS:
                raise Refusal("announce-buttons-full", most=MOST_BUTTONS)
            return replace(body, buttons=(*body.buttons, button))

        async with self.database.write() as connection:
            if button.batch is not None:
                batch = await Batches(connection).find(button.batch)
                if batch is None or batch.state != "published":
                    raise Refusal("announce-batch")
            await self._change_within(connection, broadcast_id, actor_telegram_id, "buttons", change)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveButton(_Change):
    """Take the button with this label away; raises NotAllowed, or Refusal announce-unknown or announce-moved-on."""

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, at: int, version: int) -> None:
        async with self.database.write() as connection:
            found = await Announcements(connection).find(broadcast_id)
            if found is None or found.version != version:  # a second tap would take the next one away
                raise Refusal("announce-moved-on" if found else "announce-unknown")
            await self._change_within(
                connection,
                broadcast_id,
                actor_telegram_id,
                "buttons",
                lambda body: replace(body, buttons=(*body.buttons[:at], *body.buttons[at + 1 :])),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteDraft:
    """Forget a draft; returns whether it was still there. Raises NotAllowed, or Refusal("announce-moved-on")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> bool:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            if await Announcements(connection).find(broadcast_id) is None:
                return False
            found = await hold_draft(connection, broadcast_id, author)
            await Announcements(connection).delete(found.id)
            await author.record(connection, "deleted", found, self.now())
            return True


def _with_text(body: Body, language: str, html: str | None) -> Body:
    html = CUSTOM_EMOJI.sub("", html or "").strip()
    if not html:
        if language == LANGUAGES[0]:
            raise Refusal("announce-text-none")
        return replace(body, texts={name: text for name, text in body.texts.items() if name != language})
    _check_length(html, body)
    return replace(body, texts=body.texts | {language: html})


def _check_length(html: str, body: Body) -> None:
    if (count := length(html)) > body.longest:
        raise Refusal("announce-text-long", count=count, longest=body.longest)


def _tidy_media(media: Media | None) -> Media | None:
    if media is None:
        return None
    if media.kind not in {"photo", "document"} or not media.file_id:
        raise Refusal("announce-media")
    return replace(media, name=media.name[:LONGEST_NAME] if media.name else None)


def _tidy_button(button: Button) -> Button:
    label = " ".join(button.label.split())
    if not label or len(label) > LONGEST_LABEL:
        raise Refusal("announce-label", count=len(label), longest=LONGEST_LABEL)
    match button.kind:
        case "link":
            return Button(kind=LINK, label=label, url=check_url(button.url or ""))
        case "card" if button.batch:
            return Button(kind=CARD, label=label, batch=button.batch)
        case "answer":
            return Button(kind=ANSWER, label=label)
        case _:
            raise Refusal("announce-batch")


def check_url(text: str) -> str:
    """An http or https address with a host; raises Refusal("announce-url")."""
    url = text.strip()
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal("announce-url") from None
    is_plain = not re.search(r"[\s<>\"'\\\x00-\x1f]", url) and not parts.username
    if parts.scheme not in {"http", "https"} or "." not in host or len(url) > LONGEST_URL or not is_plain:
        raise Refusal("announce-url")
    return url
