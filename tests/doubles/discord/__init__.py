"""Discord at the wire: its REST API and gateway on loopback, strict about every request, with people in it."""

from tests.doubles.discord.components import Button
from tests.doubles.discord.double import DiscordDouble
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.world import Attachment, Channel, Guild, Member, Message, Role, Upload, User

__all__ = [
    "Attachment",
    "Button",
    "Channel",
    "DiscordDouble",
    "Guild",
    "Interaction",
    "Member",
    "Message",
    "Role",
    "Upload",
    "User",
]
