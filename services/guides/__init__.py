"""Guided conversations: rules as pure functions. Results carry keys; the bot has the words, and nothing is kept."""
