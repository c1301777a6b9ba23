"""The grammar of languages whose finite verb stands second: Dutch, Swedish, Danish, Norwegian."""
