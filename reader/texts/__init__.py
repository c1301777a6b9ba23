"""Two texts beside each other: aligned, anchored, compared, found to be copies."""
