"""Habits of practice in the chat: the daily quiz, the week's summary, the board of provinces, open exercises."""
