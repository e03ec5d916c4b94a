from tests.support.sandbox import TOKEN, running_sandbox


async def test_a_person_writes_presses_and_sees_the_answer() -> None:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yohana = sandbox.person(7001)
        sent = await yohana.send("/start")
        updates = (await sandbox.call("getUpdates"))["result"]
        keyboard = {"inline_keyboard": [[{"text": "✅ Daftar", "callback_data": "d"}]]}
        await sandbox.call("sendMessage", chat_id=7001, text="Halo", reply_markup=keyboard)
        press = await yohana.press("Daftar")
        await sandbox.call("answerCallbackQuery", callback_query_id=press.id, text="Terdaftar", show_alert=True)

        answer = await press.answer()

        assert [update["update_id"] for update in updates] == sent.update_ids
        assert (answer.text, answer.show_alert, answer.times) == ("Terdaftar", True, 1)
        assert [entry.method for entry in await sandbox.ledger()] == ["sendMessage"]
        assert TOKEN not in str(await sandbox.ledger())
