"""Articles made of answers: what organizers see of them."""
