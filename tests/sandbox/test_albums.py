"""Albums: what people send at once, what the bots hear of it, and what is refused; and media that is replaced."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.sandbox import Sandbox, SandboxError, running_sandbox
from tests.support.sandbox_forms import pictures

PAPER = ("surat.pdf", b"%PDF-1", "application/pdf")
FILM = ("kelas.mp4", b"film", "video/mp4")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.person(7001).send("/start")
        yield sandbox


async def heard(sandbox: Sandbox) -> list[dict[str, Any]]:
    """What the bot has not heard yet, without the first words."""
    updates = (await sandbox.call("getUpdates"))["result"]
    await sandbox.call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update for update in updates if update.get("message", {}).get("text") != "/start"]


async def test_each_part_is_a_message_and_an_update_of_one_group(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    first = await yohana.send("ini")
    numbers = await yohana.send_album(
        *pictures(2), FILM, captions=("dua foto", "", "satu video"), reply_to=first.message_id
    )
    other = await yohana.send_album(PAPER, PAPER)
    updates = [update["message"] for update in await heard(sandbox)][1:]

    assert [message["message_id"] for message in updates] == numbers + other
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    groups = [message["media_group_id"] for message in updates]
    assert (len(set(groups[:3])), len(set(groups[3:])), len(set(groups))) == (1, 1, 2)
    assert [message.get("caption") for message in updates] == ["dua foto", None, "satu video", None, None]
    assert ["photo" in message for message in updates] == [True, True, False, False, False]
    assert updates[2]["video"]["mime_type"] == "video/mp4"
    assert {message["reply_to_message"]["message_id"] for message in updates[:3]} == {first.message_id}
    shown = await yohana.messages()
    assert [message.raw["album"] for message in shown[-5:]] == groups
    assert shown[-3].service == "Video, 3 detik"


@pytest.mark.parametrize(
    ("files", "captions", "sentence"),
    [
        (pictures(1), (), "2 to 10 parts"),
        (pictures(11), (), "2 to 10 parts"),
        ((*pictures(1), PAPER), (), "documents only"),
        ((PAPER, FILM), (), "documents only"),
        (pictures(2), ("a", "b", "c"), "no more captions"),
        (pictures(2), ("a", "b" * 1025), "at most 1024"),
    ],
)
async def test_of_a_wrong_album_nothing_is_sent(
    sandbox: Sandbox, files: tuple[Any, ...], captions: tuple[str, ...], sentence: str
) -> None:
    yohana = sandbox.person(7001)
    with pytest.raises(SandboxError, match=sentence):
        await yohana.send_album(*files, captions=captions)
    assert len(await yohana.messages()) == 1
    await yohana.block()
    with pytest.raises(SandboxError, match="has blocked the bot"):
        await yohana.send_album(*pictures(2))


async def test_people_replace_a_picture_or_document(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    numbers = await yohana.send_album(*pictures(2), captions=("lama",))
    paper = await yohana.send_file("a.pdf", b"%PDF-2", "application/pdf")
    text = await yohana.send("tulisan")
    before = await heard(sandbox)
    await yohana.edit(numbers[0], "baru", pictures(3)[2])
    await yohana.edit(paper.message_id, "", *pictures(1))
    for number, file in ((numbers[1], PAPER), (text.message_id, PAPER)):
        with pytest.raises(SandboxError):
            await yohana.edit(number, "", file)
    after = [update["edited_message"] for update in await heard(sandbox)]

    assert [message["message_id"] for message in after] == [numbers[0], paper.message_id]
    assert after[0]["caption"] == "baru"
    assert after[0]["media_group_id"] == before[0]["message"]["media_group_id"]
    assert after[0]["photo"] != before[0]["message"]["photo"]
    assert "document" not in after[1]
    assert "media_group_id" not in after[1]
    assert await sandbox.warnings() == []
