"""Sisters of a question, made from fragments in both languages."""
