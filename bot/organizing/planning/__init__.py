"""Planning trainings together, as organizers and the secretariat see it."""
