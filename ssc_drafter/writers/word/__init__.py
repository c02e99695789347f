"""An agreement as a Word file, built new from the tree: `document.py` is the door."""
