"""The menus of commands, by kind of chat and language, from the catalogue."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bots.desk import Desk
from core.choices import LOCALES

DESCRIPTION = 256  # characters


async def set_menus(bot: Bot, desk: Desk) -> None:
    """Tell Telegram our commands: everybody's for private chats and groups, with /setup for those who run a group."""
    names = desk.house.names
    for locale in LOCALES:
        commands = desk.commands(locale)
        everybody = [command for command in commands if not command.admins_only]
        for scope, shown in (
            (BotCommandScopeAllPrivateChats(), everybody),
            (BotCommandScopeAllGroupChats(), everybody),
            (BotCommandScopeAllChatAdministrators(), commands),
        ):
            menu = [BotCommand(names.get(one.name, one.name), one.description[:DESCRIPTION]) for one in shown]
            if locale == "en":  # for all languages that have no menu of their own
                await bot.set_my_commands(menu, scope=scope)
            else:
                await bot.set_my_commands(menu, scope=scope, language_code=locale)
