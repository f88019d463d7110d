"""Typesetting: sections of notes become lines of text with named roles, for screen and print."""
