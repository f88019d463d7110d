"""The advisor: decisions, their rules, and what follows from facts."""
