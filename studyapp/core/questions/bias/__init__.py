"""Whether a bank of questions gives its keys away."""
