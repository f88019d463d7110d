"""What happened, and how things stand because of it."""
