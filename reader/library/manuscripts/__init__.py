"""Check the quotations of a manuscript against a library: read it, look up, judge, say it covered."""
