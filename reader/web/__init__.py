"""The desk in a browser: a server on this machine alone that gives each session a process of its own."""
