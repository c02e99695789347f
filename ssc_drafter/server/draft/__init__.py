"""A draft as the server holds it: its answers, edits, questions, and the shelf that it is made from."""
