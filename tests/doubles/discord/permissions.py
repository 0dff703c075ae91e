"""What the bot and people may do in a place: Discord's bits, computed as Discord computes them."""

BITS = {
    "create_instant_invite": 0,
    "kick_members": 1,
    "ban_members": 2,
    "administrator": 3,
    "manage_channels": 4,
    "manage_guild": 5,
    "add_reactions": 6,
    "view_channel": 10,
    "send_messages": 11,
    "manage_messages": 13,
    "embed_links": 14,
    "attach_files": 15,
    "read_message_history": 16,
    "mention_everyone": 17,
    "use_external_emojis": 18,
    "change_nickname": 26,
    "manage_nicknames": 27,
    "manage_roles": 28,
    "manage_webhooks": 29,
    "use_application_commands": 31,
    "manage_threads": 34,
    "create_public_threads": 35,
    "create_private_threads": 36,
    "send_messages_in_threads": 38,
    "moderate_members": 40,
    "send_polls": 49,
    "use_external_apps": 50,
}
ALL = sum(1 << bit for bit in BITS.values())


def bits(*names: str) -> int:
    """The sum of named permissions."""
    return sum(1 << BITS[name] for name in names)


MEMBER = bits(  # what @everyone may do on a new server
    "create_instant_invite",
    "add_reactions",
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "use_external_emojis",
    "change_nickname",
    "use_application_commands",
    "create_public_threads",
    "create_private_threads",
    "send_messages_in_threads",
    "send_polls",
    "use_external_apps",
)
IN_DM = MEMBER  # a private channel knows no roles


def computed(base: int, denied: int = 0, allowed: int = 0) -> int:
    """Permissions in a channel: those of the roles, less and more what the channel itself says."""
    return ALL if base & bits("administrator") else base & ~denied | allowed


def has(permissions: int, *names: str) -> bool:
    """Whether all of these are among them."""
    wanted = bits(*names)
    return permissions & wanted == wanted
