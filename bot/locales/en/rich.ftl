# Articles as rich messages, for who wants them.

rich-offer = Articles can also have a rich view: with tables, and parts that open when tapped. Old Telegram apps show only a placeholder.
rich-on = Articles now have the rich view. If you see only a placeholder later, change it back here.
rich-tried = Articles now have the rich view. If you see only a placeholder, tap Plain view below it.
rich-off = Articles now have the plain view.
rich-not-shown = The rich view cannot be used here yet. Articles stay in the plain view.
rich-guest = How articles look is a choice that has to be kept, so it opens once you have agreed. Until then articles have the plain view.
rich-sources = Sources
button-rich = Rich view
button-rich-try = Try the rich view
button-rich-not = Plain view
