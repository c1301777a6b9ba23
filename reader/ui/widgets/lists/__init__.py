"""Long lists, their heads, keys and search line."""
