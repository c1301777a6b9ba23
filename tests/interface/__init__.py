"""Tests of the language of the program."""
