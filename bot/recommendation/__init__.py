"""Recommendations in the chat: the person's letter, and what the host's organizers decide about it."""
