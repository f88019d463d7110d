"""When to see what again: memory, and the plan toward the exam."""
