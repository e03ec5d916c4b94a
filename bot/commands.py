"""What Telegram shows about the bot: its command list and descriptions, in both languages."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import BotCommand

from bot.words import Words

COMMANDS = (
    "menu",
    "pelatihan",
    "saya",
    "cari",
    "kuis",
    "tanya",
    "pengaturan",
    "bahasa",
    "privasi",
    "data_saya",
    "hapus_data",
    "bantuan",
    "batal",
)


async def publish(bot: Bot, words: Words) -> None:
    """Tell Telegram; Indonesian is what everyone sees whose Telegram is in no language of ours."""
    for language, code in (("id", None), ("en", "en")):
        voice = words.voice(language, None)
        commands = [BotCommand(command=name, description=voice.plain(f"command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=code)
        await bot.set_my_description(voice.plain("bot-description"), language_code=code)
        await bot.set_my_short_description(voice.plain("bot-about"), language_code=code)
