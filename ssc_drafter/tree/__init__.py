"""The agreement as a tree: nodes, numbers and addresses, JSON, the running text."""
