"""The screens and messages of reminders."""
