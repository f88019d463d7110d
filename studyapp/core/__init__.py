"""The pure core: values and rules that know no terminal, file, clock, randomness or SQL."""
