"""The web application: a Flask shell over the verbs. It reads, calls and shows; it decides nothing."""
