"""A stand-in for Telegram: a Bot API server and a web chat, for the demo and for tests. Reached over HTTP only."""
