"""The page families: each module has a blueprint called `pages`."""
