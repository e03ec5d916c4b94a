"""The superior's tap as people live it: asked by a link, answered by one of three buttons; by HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.callbacks_recommendation import AnswerAsked, SendToSuperior
from storage.tables import PersonRow
from tests.journeys.conftest import BAGUS, SRI, STRANGER, YOHANA
from tests.journeys.test_enrolment import agency_of, meet, press, state_of
from tests.journeys.test_recommendation import ask_for_seat, organizer
from tests.journeys.test_team import link_of, open_link
from tests.support.catalogue import add
from tests.support.newcomer import choose_agency, say, tap
from tests.support.sandbox import Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World


async def send_to_superior(person: Person) -> str:
    """The payload of a link for the superior, made from the enrolment's screen."""
    await person.press("Kirim ke atasan")
    await person.until("Teruskan pesan di atas")
    return await link_of(person)


async def test_the_superior_recommends_by_a_tap_and_the_host_decides(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    sri, rina = await meet(bot_world, SRI), await organizer(bot_world)
    payload = await send_to_superior(yohana)
    made = await yohana.last()
    message = next(one for one in await yohana.messages() if payload in one.text)

    asked = await open_link(sri, payload)
    done = await sri.tap("Rekomendasikan")
    told = await yohana.until("merekomendasikan Pelatihan uji")
    toast = await press(sri, AnswerAsked(token=payload[2:], answer="no").pack())
    again = await open_link(sri, payload)
    await rina.ask("/kelola")
    request = await rina.tap("Periksa rekomendasi")
    await rina.tap("Setujui")
    await yohana.until("✅ Kursi Anda sudah pasti")

    assert made.labels == ["Pilih penerima", "Lihat pendaftaran saya", "Menu"]
    assert message.labels == []
    assert message.text.startswith(
        "Permohonan rekomendasi dari Yohana Contoh\n\nPelatihan uji\n7–11 Des 2026 · 40 JP · "
    )
    assert asked.text == (
        "Yohana Contoh meminta rekomendasi Anda, Sri Andai.\n\n"
        "Pelatihan uji\n7–11 Des 2026 · 40 JP · BPSDM DKI Jakarta\n\n"
        "Berlaku sampai Jum, 20 Nov 2026 pukul 17.00 WITA."
    )
    assert asked.labels == ["Rekomendasikan", "Tidak merekomendasikan", "Bukan bawahan saya", "Nanti saja"]
    assert done.text == (
        "✅ Terima kasih. Rekomendasi Anda untuk Yohana Contoh sudah sampai; BPSDM DKI Jakarta memeriksanya."
    )
    assert told.labels == ["Lihat pendaftaran saya", "Menu"]
    assert toast == "Anda sudah menjawabnya. Tidak ada yang berubah."
    assert again.text.startswith("Tautan ini sudah dipakai")
    assert "Direkomendasikan atasannya." in request.text
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
    assert await bot_world.sandbox.warnings() == []


async def test_no_and_not_mine_reach_the_asker_kindly(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    sri = await meet(bot_world, SRI)
    await open_link(sri, await send_to_superior(yohana))
    other = await sri.tap("Bukan bawahan saya")
    misdirected = await yohana.until("bukan atasan Anda")
    await open_link(sri, await send_to_superior(yohana))
    no = await sri.tap("Tidak merekomendasikan")
    told = await yohana.until("belum merekomendasikan")

    assert other.text == "Terima kasih. Tautan ini ditutup, dan Yohana Contoh diminta mengirimnya kepada atasannya."
    assert misdirected.labels == ["Kirim ke atasan", "Lihat pendaftaran saya", "Menu"]
    assert no.text.startswith("Jawaban Anda sudah sampai: Yohana Contoh belum direkomendasikan")
    assert told.labels == ["Unggah surat baru", "Lihat pendaftaran saya", "Menu"]
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]


async def test_the_asker_others_and_forged_taps_are_refused(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    payload = await send_to_superior(yohana)
    bagus = bot_world.person(BAGUS)
    await add(
        bot_world.database,
        PersonRow,
        telegram_id=BAGUS,
        consent_at=bot_world.now(),
        consent_version="2026-11",
        name="Bagus Misal",
        agency_id=await agency_of(bot_world, "bpsdm-jatim"),
        identity="verified",
        created_at=bot_world.now(),
    )

    own = await open_link(yohana, payload)
    foreign = await open_link(bagus, payload)
    own_tap = await press(yohana, AnswerAsked(token=payload[2:], answer="yes").pack())
    foreign_tap = await press(bagus, AnswerAsked(token=payload[2:], answer="yes").pack())
    forged = await press(bagus, AnswerAsked(token="A" * 22, answer="yes").pack())
    await press(bagus, SendToSuperior(enrolment=1).pack())
    unknown = await bagus.last()

    assert own.text == own_tap == "Rekomendasi diberikan oleh orang lain, bukan oleh diri sendiri."
    assert foreign.text == foreign_tap == "Rekomendasi diberikan oleh atasan di instansi yang sama."
    assert forged is not None
    assert forged.startswith("Tautan ini tidak dikenal.")
    assert "Pendaftaran itu sudah tidak ada." in unknown.text
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]


async def test_whoever_is_not_verified_introduces_themselves_and_comes_back(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    payload = await send_to_superior(yohana)
    sri = bot_world.person(SRI)

    first = await open_link(sri, payload)
    consent = await sri.tap("Mulai perkenalan")
    await tap(sri, "Setuju dan lanjutkan", "Langkah 1 dari 3")
    await say(sri, "197808212003122003", "Langkah 2 dari 3")
    await say(sri, "Sri Andai", "Langkah 3 dari 3")
    await choose_agency(sri)
    await sri.until("Satu lagi: nomor HP")
    await sri.share_contact()
    await sri.until("Anda terverifikasi")
    asked = await sri.tap("Buka permintaannya")
    await sri.tap("Rekomendasikan")

    assert first.labels == ["Mulai perkenalan", "Buka menu"]
    assert "Yohana" not in first.text
    assert "Setuju dan lanjutkan" in consent.labels
    assert asked.text.startswith("Yohana Contoh meminta rekomendasi Anda, Sri Andai.")
    assert await state_of(bot_world, YOHANA, batch) == ["recommended"]


async def test_a_stranger_is_told_nothing_about_who_asks(bot_world: World) -> None:
    yohana, _ = await ask_for_seat(bot_world)
    stranger = bot_world.person(STRANGER)

    shown = await open_link(stranger, await send_to_superior(yohana))

    assert "Yohana" not in shown.text
    assert await press(stranger, SendToSuperior(enrolment=1).pack()) is None
