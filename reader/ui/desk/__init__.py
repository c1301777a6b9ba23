"""The reading desk: one article, who is quoted saying what, and everything one does about it."""
