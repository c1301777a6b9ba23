"""The article's text on the desk: layout, marks, caret, finding."""
