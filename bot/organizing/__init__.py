"""The screens of those who run trainings: what waits for them, and the rooms of their work."""
