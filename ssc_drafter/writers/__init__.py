"""An agreement as a file: Word, PDF, HTML, Markdown, Akoma Ntoso, JSON. `formats.py` is the door; each format has a module."""
