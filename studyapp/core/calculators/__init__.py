"""The sums behind choosing: memory, break-even, routing, quota and caching."""
