"""Announcements: how they are written, addressed, looked at, and read by those who get them."""
