"""The screens for browsing trainings. Pure, data and a voice in, a screen out; only `opening` asks the catalogue."""
