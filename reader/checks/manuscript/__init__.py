"""Compare the quotations of a manuscript with articles: pure functions, which know no library."""
