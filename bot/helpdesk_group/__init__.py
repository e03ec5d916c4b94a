"""What is said in the group in which a team answers."""
