"""Many logs at once."""
