"""One message, one request; a second one only where the first surely did nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Literal

import pytest

from bot.delivery import Deletion, Document, Erasure, Media, Picture, Rendered, Topic, TopicChange
from bot.delivery.outcome import Blocked, Broken, InDoubt, Refused, Sent, Settled
from bot.delivery.sender import Sender, plain
from tests.support.scripted import Script, message, refusal, scripted
from tests.support.worker import bot_at

PICTURE = json.dumps({"type": "photo", "media": "F1", "caption": "Baru", "parse_mode": "HTML"})
MIGRATED = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", '{"migrate_to_chat_id":-1009}')
UNPARSED = refusal(400, "Bad Request: can't parse entities: unclosed tag")


async def send(script: Script, text: str = "Halo") -> Settled:
    async with bot_at(script.url) as bot:
        return await Sender(bot)(7, Rendered(text))


async def test_a_chat_that_moved_gets_the_message_at_its_new_id() -> None:
    async with scripted(MIGRATED, (200, message(-1009, 12))) as script:
        outcome = await send(script)

    assert outcome == Sent(12)
    assert [request["chat_id"] for request in script.requests] == ["7", "-1009"]


async def test_a_move_is_told_before_the_message_goes_there() -> None:
    moves: list[tuple[int, int]] = []

    async def moved(old: int, new: int) -> None:
        moves.append((old, new))

    async with scripted(MIGRATED, (200, message(-1009, 12))) as script, bot_at(script.url) as bot:
        await Sender(bot, moved=moved)(-7, Rendered("Halo"))

    assert moves == [(-7, -1009)]


async def test_a_topic_is_opened_and_what_is_written_in_it_answers_a_message() -> None:
    opened = (200, '{"ok":true,"result":{"message_thread_id":42,"name":"T-0217","icon_color":7322096}}')
    async with scripted(opened, (200, message(-7, 43))) as script, bot_at(script.url) as bot:
        topic = await Sender(bot)(-7, Topic("T-0217"))
        await Sender(bot)(-7, Rendered("Halo", thread=42, reply_to=9))

    assert topic == Sent(42)
    assert script.requests[0]["name"] == "T-0217"
    assert script.requests[1]["message_thread_id"] == "42"
    assert json.loads(script.requests[1]["reply_parameters"]) == {
        "message_id": 9,
        "allow_sending_without_reply": True,
    }


@pytest.mark.parametrize("answer", [MIGRATED, UNPARSED], ids=["moved", "unparsed"])
async def test_the_second_answer_is_the_last(answer: tuple[int, str]) -> None:
    async with scripted(answer, answer) as script:
        outcome = await send(script)

    assert isinstance(outcome, Refused)
    assert len(script.requests) == 2


async def test_plain_text_goes_without_a_parse_mode() -> None:
    async with scripted(UNPARSED, (200, message(7))) as script:
        await send(script, "<b>Halo</b> &lt;3")

    assert [request.get("parse_mode") for request in script.requests] == ["HTML", None]
    assert script.requests[1]["text"] == "Halo <3"


@pytest.mark.parametrize(("paid", "asked"), [(False, None), (True, "true")])
async def test_only_who_pays_for_more_says_so(paid: bool, asked: str | None) -> None:
    async with scripted((200, message(7))) as script, bot_at(script.url) as bot:
        await Sender(bot, paid)(7, Rendered("Halo"))

    assert script.requests[0].get("allow_paid_broadcast") == asked


async def test_a_doubtful_answer_is_never_asked_for_again() -> None:
    async with scripted((200, "<html>gateway</html>")) as script:
        outcome = await send(script)

    assert isinstance(outcome, InDoubt)
    assert len(script.requests) == 1


async def test_a_conflict_is_for_the_operator() -> None:
    async with scripted(refusal(409, "Conflict: terminated by other request")) as script:
        assert isinstance(await send(script), Broken)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<b>Halo</b>", "Halo", id="a tag"),
        pytest.param('<a href="https://x">di sini</a>', "di sini", id="a link"),
        pytest.param("3 < 5 dan 7 > 6", "3 < 5 dan 7 > 6", id="comparisons stay"),
        pytest.param("<b>Judul <i>asing", "Judul asing", id="never closed"),
        pytest.param("Tom &amp; Rina", "Tom & Rina", id="entities"),
        pytest.param("<tg-spoiler>rahasia</tg-spoiler>", "rahasia", id="Telegram's own"),
        pytest.param("<script>x</script>", "<script>x</script>", id="what was never ours to format"),
    ],
)
def test_plain_text_reads_as_it_was_meant(html: str, text: str) -> None:
    assert plain(html) == text


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_a_picture_or_document_goes_with_the_text_under_it(kind: Literal["photo", "document"]) -> None:
    async with scripted(UNPARSED, (200, message(7))) as script, bot_at(script.url) as bot:
        outcome = await Sender(bot)(7, Rendered("<b>Halo</b>", media=Media(kind, "F1")))

    assert outcome == Sent(1)
    said = [(request[kind], request["caption"]) for request in script.requests]
    assert said == [("F1", "<b>Halo</b>"), ("F1", "Halo")]


async def test_a_picture_made_for_the_message_goes_along_again_where_the_chat_moved() -> None:
    async with scripted(MIGRATED, (200, message(-1009, 12))) as script, bot_at(script.url) as bot:
        outcome = await Sender(bot)(7, Rendered("<b>Minggu ini</b>", media=Picture(b"png", "minggu.png")))

    assert outcome == Sent(12)
    assert [request["caption"] for request in script.requests] == ["<b>Minggu ini</b>"] * 2
    # What aiogram uploads is named in `photo`, and comes as a file of its own.
    files = [request[request["photo"].removeprefix("attach://")] for request in script.requests]
    assert files == [("minggu.png", b"png")] * 2


@pytest.mark.parametrize(
    ("message_", "asked"),
    [
        pytest.param(Rendered("Baru", edits=9), {"message_id": "9", "text": "Baru"}, id="a text"),
        pytest.param(
            Rendered("Baru", media=Media("photo", "F1"), edits=9),
            {"message_id": "9", "media": PICTURE},
            id="a picture and its caption",
        ),
        pytest.param(
            Rendered("Baru", media=Picture(b"png", "minggu.png"), edits=9),
            {"message_id": "9", "caption": "Baru"},
            id="the caption of a picture that was made",
        ),
        pytest.param(Deletion(9), {"message_id": "9"}, id="a deletion"),
    ],
)
@pytest.mark.parametrize("answer", ["done", "done before"])
async def test_what_was_sent_is_changed_and_a_change_with_nothing_left_to_do_is_done(
    message_: Rendered | Deletion, asked: dict[str, str], answer: str
) -> None:
    before = "message to delete not found" if isinstance(message_, Deletion) else "message is not modified"
    replies = {"done": (200, '{"ok":true,"result":true}'), "done before": refusal(400, f"Bad Request: {before}")}
    async with scripted(replies[answer]) as script, bot_at(script.url) as bot:
        outcome = await Sender(bot)(7, message_)

    assert outcome == Sent(9)
    assert asked.items() <= script.requests[0].items()
    assert "photo" not in script.requests[0]


async def test_a_message_that_is_gone_cannot_be_given_another_text() -> None:
    async with scripted(refusal(400, "Bad Request: message to edit not found")) as script, bot_at(script.url) as bot:
        assert isinstance(await Sender(bot)(7, Rendered("Baru", edits=9)), Refused)


@pytest.mark.parametrize("message_", [Rendered("Baru", edits=9), Deletion(9)], ids=["edit", "deletion"])
async def test_in_a_chat_that_moved_no_other_message_is_changed(message_: Rendered | Deletion) -> None:
    """Messages are counted anew there: number 9 is somebody else's."""
    async with scripted(MIGRATED) as script, bot_at(script.url) as bot:
        assert isinstance(await Sender(bot)(-7, message_), Refused)

    assert len(script.requests) == 1


@pytest.mark.parametrize("said", [None, "TOPIC_NOT_MODIFIED", "TOPIC_ID_INVALID", "the chat is not a forum"])
@pytest.mark.parametrize("change", [TopicChange(42), TopicChange(42, closed=False), TopicChange(42, name="T-1")])
async def test_a_topic_is_changed_and_one_that_is_gone_needs_no_change(change: TopicChange, said: str | None) -> None:
    answer = refusal(400, f"Bad Request: {said}") if said else (200, '{"ok":true,"result":true}')
    async with scripted(answer) as script, bot_at(script.url) as bot:
        assert await Sender(bot)(-7, change) == Sent(42)

    assert (script.requests[0]["message_thread_id"], script.requests[0].get("name")) == ("42", change.name)


async def test_a_topic_without_the_right_is_refused() -> None:
    answer = refusal(400, "Bad Request: not enough rights to close or open the topic")
    async with scripted(answer) as script, bot_at(script.url) as bot:
        assert isinstance(await Sender(bot)(-7, TopicChange(42)), Refused)


DONE = (200, '{"ok":true,"result":true}')
OLD = refusal(400, "Bad Request: message can't be deleted for everyone")
NO_TEXT = refusal(400, "Bad Request: there is no text in the message to edit")
NOT_FOUND = refusal(400, "Bad Request: message to edit not found")
KICKED = refusal(403, "Forbidden: bot was kicked from the supergroup chat")
WORDS = Erasure(9, "Terhapus.", Document(b"Terhapus.", "terhapus.txt"))


@pytest.mark.parametrize(
    ("erasure", "answers", "outcome"),
    [
        pytest.param(WORDS, [DONE], Sent(9), id="it goes"),
        pytest.param(WORDS, [OLD, DONE], Sent(9), id="too old to go"),
        pytest.param(WORDS, [OLD, NO_TEXT, DONE], Sent(9), id="an old picture"),
        pytest.param(WORDS, [OLD, NOT_FOUND], Sent(9), id="gone meanwhile"),
        pytest.param(replace(WORDS, stays=True), [DONE], Sent(9), id="the first stays"),
        pytest.param(replace(WORDS, stays=True), [NO_TEXT, DONE], Sent(9), id="a first picture"),
        pytest.param(WORDS, [KICKED], Blocked("Forbidden: bot was kicked from the supergroup chat"), id="no group"),
    ],
)
async def test_words_go_in_the_way_that_telegram_takes(
    erasure: Erasure, answers: list[tuple[int, str]], outcome: Settled
) -> None:
    async with scripted(*answers) as script, bot_at(script.url) as bot:
        assert await Sender(bot)(-7, erasure) == outcome

    ways = [_way(request) for request in script.requests]
    assert ways == ["deleted", "text", "document"][erasure.stays :][: len(answers)]


def _way(request: Any) -> str:
    """What was asked of message 9."""
    assert request["message_id"] == "9"
    if "media" in request:
        media = json.loads(request["media"])
        assert (media["type"], media["caption"]) == ("document", "Terhapus.")
        assert request[media["media"].removeprefix("attach://")] == ("terhapus.txt", b"Terhapus.")
        return "document"
    return "text" if request.get("text") == "Terhapus." else "deleted"
