"""The organizers' room for batches: screens, the questions of the form, and how answers are read. Pure."""
