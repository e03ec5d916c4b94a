# What is offered to who types @jalin_bot and a question in any chat.

inline-nothing = Belum ada. Cari di Jalin
button-open-in-jalin = Buka di Jalin
