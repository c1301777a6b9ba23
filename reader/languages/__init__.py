"""What reader knows of languages: one folder each, and which language a text is in."""
