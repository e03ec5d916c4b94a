"""What people do with inline mode: ask a bot from any chat, and pick one of its results."""

from typing import Any

from telegram.constants import InlineQueryLimit

from sandbox import acts
from sandbox.chats import Group, Private
from sandbox.errors import ControlError
from sandbox.inline import Offer, Query
from sandbox.service import put_update
from sandbox.shown import text_of
from sandbox.world import Account


def ask(place: acts.Place, account: Account, text: str, offset: str = "") -> tuple[Query, int | None]:
    """A person types `@bot text`; the bot hears of it unless its earlier answer is still remembered."""
    bot = account.bot
    if not bot.inline:
        raise ControlError(f"@{bot.username} does not take inline queries.")
    if len(text) > InlineQueryLimit.MAX_QUERY_LENGTH:
        raise ControlError(f"An inline query has at most {InlineQueryLimit.MAX_QUERY_LENGTH:d} characters.")
    query = place.world.inline.ask(bot.id, place.person.id, place.chat, text, offset)
    if query.answered.is_set():
        return query, None
    body = {"id": query.id, "from": place.person.user(), "query": text, "offset": offset}
    return query, put_update(place.world, account, "inline_query", body | {"chat_type": _chat_type(place, bot.id)})


def _chat_type(place: acts.Place, bot: int) -> str:
    """As the bot is told: its own chat with the person is the `sender`'s, every other one of two is `private`."""
    if isinstance(place.chat, Group):
        return place.chat.kind
    return "sender" if isinstance(place.chat, Private) and place.chat.bot.id == bot else "private"


def choose(place: acts.Place, query: Query, result_id: str) -> dict[str, Any]:
    """The person picks a result: a message of theirs, sent by way of the bot, appears in the chat."""
    if query.person != place.person.id or query.chat is not place.chat:
        raise ControlError("This was asked by somebody else, or in another chat.")
    if query.answer is None:
        raise ControlError("The bot has not answered yet.")
    offer = query.answer.offers.get(result_id)
    if offer is None:
        raise ControlError(f"There is no result {result_id!r}.")
    account = place.world.accounts[query.bot]
    message, updates = acts.write(place, offer.content | {"via_bot": account.bot.user()}, markup=offer.markup)
    inline_id = place.world.inline.register(query.bot, place.chat, message) if offer.markup else None
    chosen = _tell_chosen(place, account, query, result_id, inline_id)
    updates += [chosen] if chosen is not None else []
    return {"message_id": message.id, "inline_message_id": inline_id, "update_ids": updates}


def _tell_chosen(
    place: acts.Place, account: Account, query: Query, result_id: str, inline_id: str | None
) -> int | None:
    """Only a bot that has asked for feedback hears what was picked."""
    if not place.world.inline.feedback:
        return None
    body = {"result_id": result_id, "from": place.person.user(), "query": query.text}
    named = {"inline_message_id": inline_id} if inline_id else {}
    return put_update(place.world, account, "chosen_inline_result", body | named)


def answer_row(query: Query) -> dict[str, Any]:
    """What the control API tells of a query."""
    answer = query.answer
    row: dict[str, Any] = {"answered": answer is not None, "cached": query.cached, "times": query.times}
    if answer is None:
        return row | {"results": [], "button": None, "next_offset": "", "cache_time": None, "is_personal": None}
    row |= {"results": [_offer_row(offer) for offer in answer.offers.values()], "button": answer.button}
    row |= {"next_offset": answer.next_offset, "cache_time": answer.cache_time}
    return row | {"is_personal": answer.is_personal}


def _offer_row(offer: Offer) -> dict[str, Any]:
    rows = offer.markup["inline_keyboard"] if offer.markup else None
    return offer.shown | {"text": text_of(offer.content), "inline_keyboard": rows}
