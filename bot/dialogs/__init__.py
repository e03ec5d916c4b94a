"""Conversations of several steps, one file each. A dialog is built in a function: one per dispatcher."""
