"""A terminal study app for one hard exam topic, in English and Vietnamese."""

__version__ = "0.1.0"
