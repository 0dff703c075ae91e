"""Which messages of people reach the bot."""

from tests.doubles.telegram.entities import part
from tests.doubles.telegram.world import Message, User


def reaches(bot: User, message: Message, *, privacy: bool) -> bool:
    """Whether the bot hears of a message.

    In private everything; in groups, if it is neither an administrator nor has its privacy mode switched off, only
    commands that may be its own, replies to it, what names it, what was sent through it, and what has happened
    (https://core.telegram.org/bots/features#privacy-mode).
    """
    chat = message.chat
    if not chat.bot_is_in or message.sender is bot:
        return False
    if not chat.is_group or chat.bot_is_admin or not privacy:
        return True
    if message.service or message.via_bot is bot:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot:
        return True
    return any(_means(bot, part(message.text, entity), entity["type"]) for entity in message.entities)


def _means(bot: User, words: str, kind: str) -> bool:
    name = bot.username.lower()
    if kind == "bot_command":
        return "@" not in words or words.lower().endswith(f"@{name}")
    return kind == "mention" and words.lower() == f"@{name}"
