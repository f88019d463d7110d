"""Packs on disk: reads their YAML without trusting it and says what is wrong with it, and where."""
