# Habits of practice: the daily quiz, the week's summary, the board of provinces, open exercises.

refusal-habits-consent = The daily quiz opens once you agree that your data is kept: /privasi
refusal-habits-hour = That hour can no longer be chosen. Please choose again.
refusal-board-province = This board is by province. Add your agency first, from /menu.
refusal-board-name = Your name can show once your agency has confirmed your data. Without a name you can join now.
