"""What people would like to learn, as they see it."""
