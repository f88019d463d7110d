"""What a learner can do, one method per act; the only door from the screens to the domain."""
