"""Why the key of a question is right: its proof by rules, arithmetic or sources."""
