"""Telegram: commands, inline keyboards and forced replies for what the desk has to say."""
