"""The timed exam: how a paper is drawn, sat against the clock, and marked."""
