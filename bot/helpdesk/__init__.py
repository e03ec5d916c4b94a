"""Questions to the organizers, as people see them."""
