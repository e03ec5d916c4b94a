# What is offered to who types @jalin_bot and a question in any chat.

inline-nothing = Nothing yet. Search in Jalin
button-open-in-jalin = Open in Jalin
