"""A team's group: Jalin is put in, the group is made the agency's, and what is wrong with it is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import DEWI, RINA, STRANGER

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.postgres
HELLO = "Jalin menerima pertanyaan peserta pelatihan untuk penyelenggara."


async def test_a_forum_is_made_the_group_of_an_agency_and_its_trouble_is_explained(bot_world: World) -> None:
    sandbox, me, private = bot_world.sandbox, bot_world.app.bot.id, bot_world.person(RINA)
    await private.ask("/start")
    group = await sandbox.add_group("Tim BPSDM DKI", [RINA, DEWI, STRANGER], [me], is_forum=True)
    rina, dewi = bot_world.person(RINA).in_group(group), bot_world.person(DEWI).in_group(group)
    hello = await rina.until(HELLO)
    assert hello.text.count("\n") == 1
    assert hello.labels == ["Grup BPSDM DKI Jakarta"]

    asked = await rina.tap("Grup BPSDM DKI Jakarta")
    assert "Semua anggota grup melihat nama penanya" in asked.text
    pressed = await dewi.press("Jadikan grup tim")
    assert "hanya untuk penyelenggara" in ((await pressed.answer()).text or "")
    assert "Grup BPSDM DKI Jakarta" in (await rina.tap("Kembali")).labels
    await rina.tap("Grup BPSDM DKI Jakarta")
    linked = await rina.tap("Jadikan grup tim")
    assert linked.text.startswith("✅ Ini grup BPSDM DKI Jakarta.")
    assert "Kelola Topik" in linked.text

    await sandbox.seat(group, me, "administrator", by=RINA)
    assert "Tiap pertanyaan mendapat topik sendiri" in (await rina.until("Tiap pertanyaan")).text
    await sandbox.seat(group, me, "administrator", by=RINA, rights=["can_delete_messages"])
    told = await private.until("Ada yang perlu dibereskan di grup Tim BPSDM DKI.")
    assert "Kelola Topik" in told.text
    await sandbox.seat(group, me, "kicked", by=RINA)
    told = await private.until("Jalin tidak ada lagi di grup ini")
    shown = await private.tap("Grup tim")
    assert "Tambahkan Jalin lagi" in shown.text
    desk = await private.tap("Kembali")
    assert "Sen–Jum pukul 08.00–16.00 WIB" in desk.text
    days = await private.tap("Hari kerja")
    assert "✅ Jum" in days.labels
    assert "⬜ Jum" in (await private.tap("✅ Jum")).labels
    assert "Sen–Kam" in (await private.tap("Kembali")).text
    await private.tap("Jam buka")
    assert "✅ 09.00" in (await private.tap("⬜ 09.00")).labels
    await private.tap("Kembali")
    await private.tap("Batas menunggu")
    assert "✅ 4 jam kerja" in (await private.tap("⬜ 4 jam kerja")).labels
    assert "setelah 4 jam kerja" in (await private.tap("Kembali")).text

    await sandbox.seat(group, me, "member", by=RINA)
    assert "Kelola Topik" in (await rina.until("belum boleh membuat topik")).text
    await rina.send("/grup")
    assert "Kelola Topik" in (await rina.until("✅ Ini grup BPSDM DKI Jakarta.")).text
