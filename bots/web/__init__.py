"""The web room: a chat in the browser, for those without a token."""
