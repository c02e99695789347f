"""Files to text with structure hints, then to an agreement's articles or a law's provisions."""
