"""What answers the bot's requests, by what they are about. Importing it enters all routes."""

from tests.doubles.discord.routes import commands, interactions, messages, places, reactions

__all__ = ["commands", "interactions", "messages", "places", "reactions"]
