"""Questions of the bank: what they are made of, why their keys are right, how they are graded."""
