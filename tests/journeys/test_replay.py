"""Updates that come again, broken, hostile or late: nobody is stuck, and nothing takes effect twice."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select, update

from bot.callbacks import Agree, Browse, Card, Go, SetLanguageTo, SetZoneTo, TryAgain
from services.errors import Refusal
from storage.tables import AuditRow, DeliveryRow, FsmRow, InboxRow, PersonRow

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Message

YOHANA, STRANGER = 600000001, 600000004
SENDER = {"id": STRANGER, "is_bot": False, "first_name": "<b>Tamu</b>", "language_code": "id"}
CHAT = {"id": STRANGER, "type": "private", "first_name": "<b>Tamu</b>"}


@pytest.fixture
def soon(bot_world: World) -> None:
    """Pauses between tries pass at once."""

    async def no_pause(seconds: float) -> None:
        await asyncio.sleep(0)

    bot_world.app.inbox.lanes._sleep = no_pause


async def settled(world: World) -> Counter[str]:
    """What became of all updates, once none waits."""
    async with asyncio.timeout(60):
        while True:
            async with world.database.read() as connection:
                query = select(InboxRow.state, func.count()).group_by(InboxRow.state)
                states = Counter(dict((await connection.execute(query)).all()))
            if not states["waiting"] and not await world.sandbox.pending():
                return states
            await asyncio.sleep(0.01)


def trouble_of(message: Message) -> bool:
    return "⚠️" in message.text


@pytest.mark.parametrize(
    ("language", "said", "retry"),
    [
        pytest.param(None, "Permintaan tadi belum selesai", "Coba lagi", id="a guest"),
        pytest.param("en", "That did not finish", "Try again", id="a guest who chose English"),
    ],
)
@pytest.mark.usefixtures("soon")
async def test_an_apology_comes_in_ones_language_and_its_button_handles_the_update_again(
    bot_world: World, monkeypatch: pytest.MonkeyPatch, language: str | None, said: str, retry: str
) -> None:
    person = bot_world.person(STRANGER)
    if language:
        shown = await person.ask("/start")
        await (await person.press_data(SetLanguageTo(language="en", then="start").pack(), on=shown.id)).answer()
    with monkeypatch.context() as patch:
        patch.setattr("bot.places.help_", _boom)
        await person.send("/bantuan")
        apology = await person.until(trouble_of)

    await person.press(retry, on=apology.id)
    helped = await person.until("/pelatihan –")
    await (await person.press(retry, on=apology.id)).answer()

    assert said in apology.text
    assert helped.id > apology.id
    assert await settled(bot_world) == {"done": (await settled(bot_world)).total()}


@pytest.mark.usefixtures("soon")
async def test_a_tap_that_fails_is_answered_and_can_be_tried_again(
    bot_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")
    with monkeypatch.context() as patch:
        patch.setattr("bot.places.more", _boom)
        press = await person.press("Lainnya", on=shown.id)
        apology = await person.until(trouble_of)
        answer = await press.answer()

    more = await person.tap("Coba lagi")

    assert (answer.times, more.text) == (1, "Pilih yang ingin dibuka.")
    assert more.id > apology.id


@pytest.mark.usefixtures("soon")
async def test_somebody_elses_code_opens_nothing(bot_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    person, other = bot_world.person(STRANGER), bot_world.person(YOHANA)
    with monkeypatch.context() as patch:
        patch.setattr("bot.places.help_", _boom)
        await person.send("/bantuan")
        apology = await person.until(trouble_of)
    shown = await other.ask("/menu")

    answer = await (await other.press_data(apology.button("Coba lagi")["callback_data"], on=shown.id)).answer()

    assert answer.text == "Permintaan itu sudah selesai atau sudah terlalu lama. Ini menunya."
    assert (await settled(bot_world))["quarantined"] == 1


async def test_a_refusal_after_the_answer_for_a_slow_tap_is_still_told(
    bot_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.answers.PATIENCE", 0.01)
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")

    async def slow_no(*_: Any) -> None:
        await asyncio.sleep(0.1)
        raise Refusal("not-allowed")

    monkeypatch.setattr("bot.handlers.places.open_place", slow_no)
    press = await person.press_data(Go(place="more").pack(), on=shown.id)
    told = await person.until("hanya untuk penyelenggara")

    assert ((await press.answer()).times, told.id > shown.id) == (1, True)


async def test_a_refusal_of_a_tap_is_an_alert(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")

    answer = await (await person.press_data("kelola", on=shown.id)).answer()

    assert (answer.text, answer.show_alert, answer.times) == ("Bagian ini hanya untuk penyelenggara.", True, 1)


async def test_a_conversation_of_a_release_gone_by_is_left_for_good(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/menu")
    await person.tap("Mulai perkenalan")
    await person.tap("Setuju dan lanjutkan")
    await settled(bot_world)
    await _rename_states(bot_world)

    await person.send("apa itu wog?")
    first = await person.until("Mendaftar pelatihan terbuka")
    second = await person.ask("apa itu wog?")

    assert "Mulai perkenalan" not in first.labels
    assert second.text.startswith("📘")


async def _rename_states(world: World) -> None:
    async with world.database.write() as connection:
        rows = (await connection.execute(select(FsmRow.lane, FsmRow.key, FsmRow.data))).all()
        for lane, key, data in rows:
            if data and "state" in data:
                changed = update(FsmRow).where(FsmRow.lane == lane, FsmRow.key == key)
                await connection.execute(changed.values(data=dict(data) | {"state": "GoneSG:gone"}))


async def test_the_same_steps_under_new_numbers_take_effect_once(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/start")
    tap = {"id": "77", "from": SENDER, "chat_instance": "1", "data": Agree(yes=True).pack()}
    tap["message"] = {"message_id": shown.id, "date": 1, "chat": CHAT, "text": "x"}
    for _ in range(3):
        await bot_world.sandbox.queue_update({"callback_query": tap})

    states = await settled(bot_world)

    assert set(states) == {"done"}
    async with bot_world.database.read() as connection:
        people = select(func.count()).select_from(PersonRow).where(PersonRow.telegram_id == STRANGER)
        assert (await connection.execute(people)).scalar_one() == 1
        consents = select(func.count()).select_from(AuditRow).where(AuditRow.action.like("%consent%"))
        assert (await connection.execute(consents)).scalar_one() <= 1


async def test_edited_messages_are_harmless(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    sent = await person.send("apa itu wog?")
    await person.until("Whole of Government")
    await settled(bot_world)
    before = [message.html for message in await person.messages() if message.from_bot]
    await person.edit(sent.message_id, "/hapus_data")
    await person.edit(sent.message_id, "19900315 201503 2 014")

    assert set(await settled(bot_world)) == {"done"}
    assert [message.html for message in await person.messages() if message.from_bot] == before


TEXTS = [
    *(
        "a" * 4096,
        "<" * 4096,
        "&" * 4096,
        "😀" * 4096,
        "🙏🏽👍",
        "\u202egnitset\u202c",
        "مرحبا",
        "<b>x",
        "</b>",
        "&lt;",
    ),
    *(
        "halo\u200d\u200d",
        "soft\u00ad\u00ad\u00ad\u00ad",
        "\u2063" * 8,
        "a\x00b",
        "{name}",
        "%s %d",
        "\\",
        "'; DROP TABLE",
    ),
    *(
        "/cari " + "x" * 4000,
        "/pelatihan " + "<" * 4000,
        "/cari",
        "/pelatihan",
        "/",
        "//",
        "/menu@",
        "/MENU",
        "/menu\nx",
    ),
    *("/kelola", "/batal", "/tidak_ada", "/data_saya", "/hapus_data", "/bahasa", "/privasi", "/pengaturan", "9" * 4000),
    *(
        f"/start {payload}"
        for payload in ("p_1", "p_0", "p_999999999", "p_" + "9" * 62, "p_-1", "a_x", "k_" + "z" * 60)
    ),
    *(f"/start {payload}" for payload in ("<b>", "../../etc", "p_1 p_2", "%00", "p_１", "undefined", "' OR 1=1", "p_")),
]
DATA = [
    *(
        "",
        " ",
        ":",
        "go",
        "go:",
        "go:nowhere",
        "go:menu:more",
        "go:menu\x00",
        "x" * 64,
        "\x1d",
        "a\x1db",
        "\x1dgo:menu",
    ),
    *("agree:2", "agree:", "agree:ya", "lang:xx:start", "lang:<b>:start", "zone:UTC", "zone:" + "9" * 50, "zone:"),
    *("again:", "again:J-ABCD", "again:" + "J" * 50, "again:\x00", "kelola:1", "erase", "erase:1", "kn", "k:card:zz"),
    *(f"c::::0:1:{n}:0" for n in ("0", "-1", "1", "2147483647", "2147483648", "9" * 40, "1.5", "nan", "١")),
    *(f"b:::{n}::0:1" for n in ("0", "-1", "2147483647", "9" * 40, "x")),
    *(
        f"{prefix}:{n}"
        for prefix in ("vs", "vk", "vy", "vn", "bl")
        for n in ("0", "1", "2147483647", "9" * 40, "-5", "a")
    ),
    *(Browse(page=9999).pack(), Card(batch=1).pack(), Go(place="onboarding").pack(), Go(place="consent").pack()),
    *(SetZoneTo(zone="WIT").pack(), TryAgain(reference="J-2222").pack(), "k:card:0123456789::0", "bn", "bs", "bc"),
]
KINDS: list[dict[str, Any]] = [
    {
        "sticker": {"file_id": "x", "file_unique_id": "x", "type": "regular", "width": 1, "height": 1}
        | {"is_animated": False, "is_video": False}
    },
    {"location": {"latitude": 1.0, "longitude": 2.0}},
    {"contact": {"phone_number": "+62 812", "first_name": "<i>", "user_id": STRANGER}},
    {"contact": {"phone_number": "", "first_name": ""}},
    {"photo": [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}], "caption": "/menu"},
    {"photo": [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}], "caption": "/start p_1"},
    {"document": {"file_id": "x", "file_unique_id": "x"}, "caption": "/pelatihan <b>"},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"text": "halo", "forward_date": 1, "via_bot": {"id": 5, "is_bot": True, "first_name": "x"}},
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
    {},
]


def hostile(chance: random.Random, message_id: int, group: int) -> dict[str, Any]:
    """One update as Telegram's rules allow it, and no client of ours would make it."""
    sender = SENDER | {"first_name": chance.choice(["<b>", "\u202e", "x" * 64, "&amp;"]), "last_name": "</b>"}
    base: dict[str, Any] = {"message_id": message_id, "date": 1, "chat": CHAT, "from": sender}
    if chance.random() < 0.1:
        del base["from"]
    if chance.random() < 0.1:
        base["chat"] = {"id": group, "type": "supergroup", "title": "<b>"}
    reply = {"message_id": 1, "date": 1, "chat": CHAT, "text": "x"}
    if chance.random() < 0.2:
        markup = {"inline_keyboard": [[{"text": "x", "callback_data": chance.choice(DATA) or "x"}]]}
        base["reply_to_message"] = reply | chance.choice([{"from": sender}, {"from": sender, "reply_markup": markup}])
    match chance.choice(["text", "text", "data", "data", "data", "kind", "edited", "member"]):
        case "text":
            return {"message": base | {"text": chance.choice(TEXTS)}}
        case "kind":
            return {"message": base | chance.choice(KINDS)}
        case "edited":
            return {"edited_message": base | {"text": chance.choice(TEXTS), "edit_date": 2}}
        case "member":
            return {"my_chat_member": _member(chance, sender)}
    tap = {"id": str(chance.randrange(10**12)), "from": sender, "chat_instance": "1", "data": chance.choice(DATA)}
    under = chance.choice([None, {"message_id": 1, "date": 0, "chat": CHAT}, base | {"text": "x", "from": sender}])
    return {"callback_query": tap | ({"message": under} if under else {"inline_message_id": "x"})}


def _member(chance: random.Random, sender: dict[str, Any]) -> dict[str, Any]:
    me = {"id": 4242, "is_bot": True, "first_name": "Jalin"}
    old, new = ({"user": me, "status": status, "until_date": 0} for status in chance.sample(["member", "kicked"], 2))
    return {"chat": CHAT, "from": sender, "date": 1, "old_chat_member": old, "new_chat_member": new}


@pytest.mark.one_database
@pytest.mark.timeout(240)
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.usefixtures("soon")
async def test_hostile_updates_quarantine_nothing_and_leave_nobody_stuck(bot_world: World, seed: int) -> None:
    chance, person = random.Random(seed), bot_world.person(STRANGER)
    group = await bot_world.sandbox.add_group("<b>", [STRANGER], [bot_world.app.bot.id])
    await person.ask("/start")
    for number in range(300):
        await bot_world.sandbox.queue_update(hostile(chance, 1_000 + number, group))

    states = await settled(bot_world)

    async with bot_world.database.read() as connection:
        broken = select(InboxRow.cipher, InboxRow.error).where(InboxRow.state != "done")
        rows = (await connection.execute(broken)).all()
        assert [(bot_world.app.inbox.vault.decrypt(cipher or b""), error) for cipher, error in rows] == []
    assert states["done"] >= 300
    await person.send("/batal")
    await person.until()
    await person.send("apa itu wog?")
    assert (await person.until("📘")).text.startswith("📘")


@pytest.mark.usefixtures("soon")
async def test_what_cannot_even_be_read_is_put_aside_and_the_next_goes_on(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start")
    await bot_world.sandbox.queue_update({"message": {"message_id": "?", "chat": CHAT, "from": SENDER, "text": "x"}})

    apology = await person.until(trouble_of)
    answer = await person.ask("apa itu wog?")

    assert "J-" in apology.text
    assert answer.text.startswith("📘")


async def test_a_person_who_blocks_is_marked_and_comes_back_by_start(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start")
    await person.tap("Baca, lalu mulai")
    await person.tap("Setuju dan lanjutkan")

    late = {"message_id": 99, "date": 1, "chat": CHAT, "from": SENDER, "text": "x"}
    await person.block()
    await settled(bot_world)
    blocked = await _unreachable(bot_world)
    await bot_world.sandbox.queue_update({"message": late})
    await settled(bot_world)
    await person.unblock()
    await person.ask("/start")

    assert (blocked, await _unreachable(bot_world)) == (True, False)
    assert set(await settled(bot_world)) == {"done"}
    async with bot_world.database.read() as connection:
        assert (await connection.execute(select(func.count()).select_from(DeliveryRow))).scalar_one() == 0


async def _unreachable(world: World) -> bool:
    async with world.database.read() as connection:
        since = select(PersonRow.unreachable_since).where(PersonRow.telegram_id == STRANGER)
        return (await connection.execute(since)).scalar_one() is not None


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"kind": "reset_before"}, id="cut off before"),
        pytest.param({"kind": "reset_after"}, id="cut off after"),
        pytest.param({"kind": "5xx", "status": 502}, id="bad gateway"),
        pytest.param({"kind": "429", "retry_after": 1}, id="too many"),
    ],
)
async def test_a_reply_comes_in_spite_of_trouble_on_the_line(bot_world: World, fault: dict[str, Any]) -> None:
    person = bot_world.person(STRANGER)
    await bot_world.sandbox.fault(**fault, method="sendMessage", chat=STRANGER)

    answer = await person.ask("/menu", timeout=15)

    assert "Mendaftar pelatihan terbuka" in answer.text
    assert set(await settled(bot_world)) == {"done"}


def _boom(*_: Any, **__: Any) -> Any:
    raise ZeroDivisionError
