"""The answer to a press of an inline button."""

from telegram.constants import CallbackQueryLimit

from sandbox.errors import bad_request
from sandbox.methods.registry import Call, method


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Taken once; a second answer, one of an unknown press or a late one is refused."""
    text = call.params.text("text")
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = call.world.callbacks.answer(call.bot.id, call.params.text("callback_query_id"))
    callback.text, callback.url = text or None, call.params.text("url") or None
    callback.show_alert = call.params.flag("show_alert")
    callback.answered.set()
    told = {"text": callback.text, "show_alert": callback.show_alert, "url": callback.url}
    who = {"callback_query_id": callback.id, "from": callback.person}
    call.world.hub.publish("callback", callback.chat, callback.chat_bot, **who, **told)
    return True
