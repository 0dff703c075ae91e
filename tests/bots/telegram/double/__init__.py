"""A Telegram at the wire: strict about what it is sent, obedient in what it sends."""
