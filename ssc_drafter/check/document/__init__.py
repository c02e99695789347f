"""What a whole draft shows beyond its pairs: which provision meets a clause best, what is merged, omitted, or lowered."""
