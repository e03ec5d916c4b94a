"""Methods about polls: sending one, and stopping it."""

import asyncio
from typing import Any

import telegram
from telegram.constants import PollLimit, PollType

from sandbox import polls
from sandbox.errors import bad_request
from sandbox.methods.access import check_member
from sandbox.methods.content import read_formatted
from sandbox.methods.markup import check_inline_markup, read_markup
from sandbox.methods.registry import Call, method
from sandbox.methods.sending import send
from sandbox.params import Params
from sandbox.text import Formatted, tidy

# The documentation allows a single option; a poll of one is a mistake in a bot of ours.
_FEWEST_OPTIONS = 2
_OF_AN_OPTION = {"text", "text_parse_mode", "text_entities", "media"}
_WITHOUT_EFFECT = ("allow_adding_options", "shuffle_options", "hide_results_until_closes", "country_codes")


@method("sendPoll")
def send_poll(call: Call) -> dict[str, Any]:
    poll = _read(call)
    sent = send(call, lambda: {"poll": _within_limits(poll).wire()})
    call.world.polls.add(poll, call.chat(), sent["message_id"])
    if "close_date" in poll.asked:
        seconds = poll.asked["close_date"] - call.world.now()
        asyncio.get_running_loop().call_later(seconds, polls.close_due, call.world)
    return sent


def _read(call: Call) -> polls.Poll:
    """What can be read before the chat is looked at; the limits come after, as Telegram has it."""
    for name in _WITHOUT_EFFECT:
        if call.params.flag(name):
            call.world.warn(f"sendPoll: the sandbox takes {name} without effect")
    question = _formatted(call, "question")
    options = [_option(call, given) for given in _given_options(call)]
    description = _formatted(call, "description")
    kind = call.params.text("type") or PollType.REGULAR.value
    if kind not in (PollType.REGULAR, PollType.QUIZ):
        raise bad_request("Unsupported poll type specified")
    quiz = _quiz(call) if kind == PollType.QUIZ else {}
    if call.params.text("media") or call.params.text("explanation_media"):
        raise bad_request("the sandbox knows no media in polls")
    revoting = call.params.flag("allows_revoting") if "allows_revoting" in call.params else not quiz
    asked = _fields("question", question) | _times(call)
    asked |= {"is_anonymous": "is_anonymous" not in call.params or call.params.flag("is_anonymous"), "type": kind}
    asked |= {"allows_multiple_answers": call.params.flag("allows_multiple_answers"), "allows_revoting": revoting}
    asked |= {"members_only": call.params.flag("members_only")} | quiz
    asked |= _fields("description", description) if description.text else {}
    closed = call.params.flag("is_closed")
    return polls.Poll(call.world.polls.new_id(), call.bot.id, asked, options, closed=closed)


def _formatted(call: Call, name: str) -> Formatted:
    return tidy(read_formatted(call, name, f"{name}_entities", f"{name}_parse_mode"))


def _fields(name: str, text: Formatted) -> dict[str, Any]:
    # Of all entities questions and options know custom emoji only.
    plain = name in ("question", "text")
    kept = [entity for entity in text.entities if not plain or entity["type"] == "custom_emoji"]
    return {name: text.text} | ({f"{name}_entities": kept} if kept else {})


def _given_options(call: Call) -> list[Any]:
    given = call.params.json("options", "options")
    if not isinstance(given, list):
        raise bad_request("Expected an Array of String as options" if given else "Can't parse options JSON object")
    return given


def _option(call: Call, given: Any) -> dict[str, Any]:
    if isinstance(given, str):
        return _fields("text", tidy(Formatted(given)))
    if not isinstance(given, dict):
        raise bad_request("Expected an option to be of type String")
    if not isinstance(given.get("text"), str):
        raise bad_request('Can\'t find field "text"')
    if given.get("media"):
        raise bad_request("the sandbox knows no media in polls")
    for name in given.keys() - _OF_AN_OPTION:
        call.world.warn(f"sendPoll: InputPollOption.{name} is not known")
    return _fields("text", _formatted(Call(call.world, call.account, call.method, Params(given)), "text"))


def _quiz(call: Call) -> dict[str, Any]:
    explanation = _formatted(call, "explanation")
    ids = call.params.json("correct_option_ids", "correct option identifiers")
    if ids is None:
        ids = [call.params.integer("correct_option_id", -1)]
    if not isinstance(ids, list):
        raise bad_request("Expected an Array of correct option identifiers")
    if not all(isinstance(number, int) for number in ids):
        raise bad_request("Correct option identifier must be of type Number")
    right = {"correct_option_id": ids[0]} if len(ids) == 1 else {}
    # Unlike elsewhere the list of entities is there even when it is empty.
    said = {"explanation": explanation.text, "explanation_entities": explanation.entities}
    return right | {"correct_option_ids": ids} | (said if explanation.text else {})


def _times(call: Call) -> dict[str, int]:
    """When the poll closes by itself: after a time, or at a time."""
    now = int(call.world.now())
    period, date = call.params.integer("open_period"), call.params.integer("close_date")
    if not period and not date:
        return {}
    period = period or date - now
    if not PollLimit.MIN_OPEN_PERIOD <= period <= PollLimit.MAX_OPEN_PERIOD:
        raise bad_request("the sandbox keeps polls open for 5 to 2628000 seconds only")
    return {"open_period": period, "close_date": now + period}


def _within_limits(poll: polls.Poll) -> polls.Poll:
    question, texts = poll.asked["question"], [option["text"] for option in poll.options]
    if not question:
        raise bad_request("Poll question must be non-empty")
    if len(question) > PollLimit.MAX_QUESTION_LENGTH:
        raise bad_request(f"Poll question length must not exceed {PollLimit.MAX_QUESTION_LENGTH:d}")
    if len(texts) < _FEWEST_OPTIONS:
        raise bad_request("Poll must have at least 2 option")
    if len(texts) > PollLimit.MAX_OPTION_NUMBER:
        raise bad_request(f"Poll can't have more than {PollLimit.MAX_OPTION_NUMBER:d} options")
    if not all(texts):
        raise bad_request("Poll options must be non-empty")
    if any(len(text) > PollLimit.MAX_OPTION_LENGTH for text in texts):
        raise bad_request(f"Poll options length must not exceed {PollLimit.MAX_OPTION_LENGTH:d}")
    if len(poll.asked.get("description", "")) > PollLimit.MAX_DESCRIPTION_CHARACTERS:
        raise bad_request("the sandbox takes descriptions of 1024 characters at most")
    _check_quiz(poll, len(texts))
    return poll


def _check_quiz(poll: polls.Poll, count: int) -> None:
    if poll.asked["type"] != PollType.QUIZ:
        return
    ids = poll.asked["correct_option_ids"]
    if not ids or not set(ids) <= set(range(count)) or len(ids) != len(set(ids)):
        raise bad_request("Wrong correct option ID specified")
    if len(ids) > 1 and not poll.asked["allows_multiple_answers"]:
        raise bad_request("QUIZ_CORRECT_ANSWERS_TOO_MUCH")
    explanation = poll.asked.get("explanation", "")
    lines = explanation.count("\n")
    if len(explanation) > PollLimit.MAX_EXPLANATION_LENGTH or lines > PollLimit.MAX_EXPLANATION_LINE_FEEDS:
        raise bad_request("the sandbox takes explanations of 200 characters and two line feeds at most")


@method("stopPoll")
def stop_poll(call: Call) -> dict[str, Any]:
    polls.close_due(call.world)
    markup = read_markup(call)
    chat = call.chat()
    check_member(call, chat)
    message = chat.messages.get(call.params.integer("message_id"))
    if message is None:
        raise bad_request("message with poll to stop not found")
    poll = call.world.polls.find(chat, message.id)
    if poll is None:
        raise bad_request("Message is not a poll")
    if poll.bot != call.bot.id:
        raise bad_request("Poll can't be stopped")
    check_inline_markup(markup)
    polls.stop(call.world, chat, message, poll, markup)
    call.accepted(chat, message.id)
    return call.world.checker.check(telegram.Poll, poll.wire())
