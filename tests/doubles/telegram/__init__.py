"""Telegram at the wire: its Bot API on loopback, strict about every call, with people in it."""

from tests.doubles.telegram.double import TelegramDouble
from tests.doubles.telegram.files import Upload
from tests.doubles.telegram.world import Button, Chat, Media, Message, Pressed, Topic, User

__all__ = ["Button", "Chat", "Media", "Message", "Pressed", "TelegramDouble", "Topic", "Upload", "User"]
