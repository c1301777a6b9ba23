"""The dialogs: boxes over a screen that give one value."""
