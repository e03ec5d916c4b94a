"""aiogram-dialog's calendar with our words, our clock, and buttons that Telegram takes."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Calendar, CalendarScope, CalendarUserConfig
from aiogram_dialog.widgets.kbd.calendar_kbd import (
    CalendarDaysView,
    CalendarMonthView,
    CalendarScopeView,
    CalendarYearsView,
)
from aiogram_dialog.widgets.text import Format, Text

from bot.dialogs.said import Said, voice_of

NOTHING, GAP = "nothing", "·"
FIRST_DAY = "first_day"
"""Under this key the getter says which day is the first that can be chosen."""
YEARS_AHEAD = 3


class OfDate(Text):
    """A word for a date: its weekday, its month, or the month with the year."""

    def __init__(self, what: str, pattern: str = "{word}") -> None:
        super().__init__()
        self._what, self._pattern = what, pattern

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        voice, day = voice_of(manager), data["date"]
        words = {
            "weekday": lambda: voice.plain(f"weekday-{day.isoweekday()}"),
            "month": lambda: voice.plain(f"month-name-{day.month}"),
            "month-year": lambda: voice.month(f"{day.year}-{day.month}"),
            "short": lambda: voice.plain(f"month-{day.month}"),
        }
        return self._pattern.format(word=words[self._what]())


class LocalCalendar(Calendar):
    """Months and weekdays in the reader's language; days before the getter's first day cannot be chosen."""

    def _init_views(self) -> dict[CalendarScope, CalendarScopeView]:
        data, day = self._item_callback_data, Format("{date.day}")
        return {
            # Which day is today is asked of the machine's clock in there: both texts are the same.
            CalendarScope.DAYS: CalendarDaysView(
                data,
                date_text=day,
                today_text=day,
                weekday_text=OfDate("weekday"),
                header_text=OfDate("month-year"),
                zoom_out_text=Said("button-other-month"),
                next_month_text=OfDate("short", "{word} ›"),
                prev_month_text=OfDate("short", "‹ {word}"),
            ),
            CalendarScope.MONTHS: CalendarMonthView(
                data,
                month_text=OfDate("month"),
                this_month_text=OfDate("month"),
                header_text=Format("{date:%Y}"),
                zoom_out_text=Format("{date:%Y}"),
                next_year_text=Format("{date:%Y} ›"),
                prev_year_text=Format("‹ {date:%Y}"),
            ),
            CalendarScope.YEARS: CalendarYearsView(data, this_year_text=Format("{date:%Y}")),
        }

    async def _get_user_config(self, data: dict[str, Any], manager: DialogManager) -> CalendarUserConfig:
        first: date = data[FIRST_DAY]
        return CalendarUserConfig(min_date=first, max_date=date(first.year + YEARS_AHEAD, 12, 31))

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        if self.get_offset(manager) is None:
            self.set_offset(data[FIRST_DAY], manager)
        keyboard = await super()._render_keyboard(data, manager)
        rows = [[self._pressable(button) for button in row] for row in keyboard]
        return [row for row in rows if any(button.text != GAP for button in row)]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data == NOTHING:
            return True
        try:
            return await super()._process_item_callback(callback, data, dialog, manager)
        except (ValueError, OverflowError):  # a day that no calendar has: nobody pressed that here
            return True

    def _pressable(self, button: Any) -> Any:
        """Headings and gaps say and carry something, for Telegram refuses buttons that do not."""
        if isinstance(button, InlineKeyboardButton) and not button.callback_data:
            text = button.text if button.text.strip() else GAP
            return button.model_copy(update={"text": text, "callback_data": self._item_callback_data(NOTHING)})
        return button
