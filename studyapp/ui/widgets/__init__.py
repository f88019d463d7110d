"""What the screens are made of: a few large widgets that draw prepared lines."""
