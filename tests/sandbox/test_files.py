"""Pictures and documents, both ways."""

import struct
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox.files import FileStore, picture_size
from tests.support.sandbox import TOKEN, Sandbox, running_sandbox


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.person(7001).send("/start")
        yield sandbox


async def upload(sandbox: Sandbox, method: str, field: str, name: str, content: bytes, **params: str) -> dict[str, Any]:
    form = aiohttp.FormData(params)
    form.add_field(field, content, filename=name)
    async with sandbox.http.post(f"{sandbox.url}/bot{TOKEN}/{method}", data=form) as response:
        answer = await response.json()
    assert answer["ok"], answer
    return dict(answer["result"])


async def fetch(sandbox: Sandbox, url: str) -> bytes:
    async with sandbox.http.get(url) as response:
        assert response.status == 200
        return await response.read()


async def test_a_document_is_uploaded_shown_downloaded_and_sent_again(sandbox: Sandbox) -> None:
    sent = await upload(
        sandbox,
        "sendDocument",
        "document",
        "surat.pdf",
        b"%PDF-1",
        chat_id="7001",
        caption="<b>Surat</b>",
        parse_mode="HTML",
    )

    file_id = sent["document"]["file_id"]
    again = await sandbox.call("sendDocument", chat_id=7001, document=file_id)
    path = (await sandbox.call("getFile", file_id=file_id))["result"]["file_path"]
    shown = (await sandbox.person(7001).messages())[1]

    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert again["result"]["document"] == sent["document"]
    assert await fetch(sandbox, f"{sandbox.url}/file/bot{TOKEN}/{path}") == b"%PDF-1"
    assert shown.raw["caption_html"] == "<b>Surat</b>"
    assert (shown.raw["document"]["name"], shown.raw["document"]["size"]) == ("surat.pdf", 6)
    assert await fetch(sandbox, sandbox.url + shown.raw["document"]["url"]) == b"%PDF-1"


async def test_a_picture_is_uploaded_by_attach_and_knows_its_size(sandbox: Sandbox) -> None:
    sent = await upload(
        sandbox, "sendPhoto", "gambar", "grafik.png", png(640, 320), chat_id="7001", photo="attach://gambar"
    )

    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(640, 320)]
    assert (await sandbox.person(7001).last()).raw["photo"].startswith("/api/files/")


async def test_a_picture_is_no_document(sandbox: Sandbox) -> None:
    sent = await upload(sandbox, "sendPhoto", "photo", "grafik.png", png(1, 1), chat_id="7001")

    answer = await sandbox.call("sendDocument", chat_id=7001, document=sent["photo"][0]["file_id"])

    assert answer["description"] == "Bad Request: can't use file of type Photo as Document"


@pytest.mark.parametrize(
    ("name", "mime", "kind"), [("a.png", "image/png", "photo"), ("a.pdf", "application/pdf", "document")]
)
async def test_a_persons_file_reaches_the_bot(sandbox: Sandbox, name: str, mime: str, kind: str) -> None:
    await sandbox.person(7001).send_file(name, png(4, 2), mime, caption="Rekomendasi")

    message = (await sandbox.call("getUpdates"))["result"][-1]["message"]
    file = message[kind][-1] if kind == "photo" else message[kind]
    path = (await sandbox.call("getFile", file_id=file["file_id"]))["result"]["file_path"]

    assert message["caption"] == "Rekomendasi"
    assert await fetch(sandbox, f"{sandbox.url}/file/bot{TOKEN}/{path}") == png(4, 2)


async def test_caption_and_picture_are_edited_in_place(sandbox: Sandbox) -> None:
    sent = await upload(sandbox, "sendPhoto", "photo", "a.png", png(1, 1), chat_id="7001", caption="Lama")
    place = {"chat_id": 7001, "message_id": sent["message_id"]}

    caption = await sandbox.call("editMessageCaption", **place, caption="Baru")
    form = {
        "chat_id": "7001",
        "message_id": str(sent["message_id"]),
        "media": '{"type": "photo", "media": "attach://b"}',
    }
    media = await upload(sandbox, "editMessageMedia", "b", "b.png", png(2, 2), **form)

    assert caption["result"]["caption"] == "Baru"
    assert "caption" not in media
    assert media["photo"][0]["width"] == 2


async def test_a_copy_has_the_content_and_no_link_to_its_source(sandbox: Sandbox) -> None:
    sent = await upload(sandbox, "sendDocument", "document", "a.pdf", b"%PDF", chat_id="7001", caption="Lama")

    copied = await sandbox.call(
        "copyMessage", chat_id=7001, from_chat_id=7001, message_id=sent["message_id"], caption="Salinan"
    )

    last = await sandbox.person(7001).last()
    assert copied["result"] == {"message_id": last.id}
    assert (last.text, last.raw["document"]["name"]) == ("Salinan", "a.pdf")


async def test_a_file_of_another_path_is_not_found(sandbox: Sandbox) -> None:
    async with sandbox.http.get(f"{sandbox.url}/file/bot{TOKEN}/documents/../file_1.pdf") as response:
        assert response.status == 404


def test_the_oldest_contents_go_when_the_store_is_full() -> None:
    store = FileStore(kept_bytes=10)
    files = [store.put("document", "a.txt", "text/plain", b"123456") for _ in range(3)]

    assert [file.content is None for file in files] == [True, True, False]


def test_sizes_of_pictures_are_read_from_their_heads() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 48, 64) + b"\x03" * 10

    assert picture_size(png(30, 20)) == (30, 20)
    assert picture_size(jpeg) == (64, 48)
    assert picture_size(b"GIF89a" + struct.pack("<HH", 5, 6)) == (5, 6)
    assert picture_size(b"RIFF") == (800, 600)
