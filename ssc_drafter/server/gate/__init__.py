"""Who asks, what they may, how a refusal is said: what stands before every page."""
