"""Two texts beside each other: aligned, compared, found to be copies; and what one says by its marks."""
