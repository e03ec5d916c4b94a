"""Announcements from sending on: progress, report, and what may still be done about them."""
