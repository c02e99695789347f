"""Akoma Ntoso 3.0: an agreement of ours as XML that others read."""
