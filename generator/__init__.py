"""How a clip is made."""
