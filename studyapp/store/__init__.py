"""What the learner did, kept twice on disk so that it cannot be lost."""
