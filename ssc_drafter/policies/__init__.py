"""Laws and policies as instruments made of provisions, and the search in them."""
