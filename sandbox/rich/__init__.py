"""Rich messages: headings, tables, lists, details ... python-telegram-bot does not know them yet.

So the sandbox describes them itself (`shapes`), reads them from blocks (`reader`) or from HTML (`markup`), holds them
against Telegram's limits (`measure`) and tells what stands in them (`view`).
"""
