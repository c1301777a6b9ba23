"""What a person does with a library: add, detect, follow, compare, export."""
