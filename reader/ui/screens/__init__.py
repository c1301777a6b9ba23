"""The screens: each talks to the store in workers and hands values to its widgets."""
