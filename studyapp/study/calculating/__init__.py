"""From what is written for a calculator to what it says; `study.calculations` is the door."""
