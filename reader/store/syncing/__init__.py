"""Libraries kept in step through a shared folder: what changed as segments, encrypted; see docs/sync.md."""
