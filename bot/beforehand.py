"""What keeps the bot from running and can be seen in the settings alone: said at once, before its libraries load."""

from __future__ import annotations

import re

from bot.keys import BadKey, check_given
from bot.settings import Settings, read_settings

TOKEN = re.compile(r"\d+:\S+")
NO_TOKEN = "BOT_TOKEN is missing or has not the form 123456:ABC… (set it in the environment or .env)."  # noqa: S105


def settings_to_run() -> Settings:
    """The settings, good enough to try; leaves with a sentence where they are not."""
    settings = read_settings()
    if not TOKEN.fullmatch(settings.bot_token.get_secret_value()):
        raise SystemExit(NO_TOKEN)
    try:
        check_given(settings)
    except BadKey as error:
        raise SystemExit(str(error)) from None
    return settings
