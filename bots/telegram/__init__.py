"""Telegram: commands, inline keyboards and forced replies for what the desk has to say."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's switch for durations as timedelta, not as int
