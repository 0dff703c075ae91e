"""What the bot says of itself: its menus of commands and its descriptions."""

import re
from typing import TYPE_CHECKING

from tests.doubles.telegram.answers import Broken
from tests.doubles.telegram.methods.entered import Json, answers
from tests.doubles.telegram.place import chat_of

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}|")


@answers("setMyCommands")
def set_my_commands(d: "TelegramDouble", params: Json) -> bool:
    """A menu for a kind of chat and a language."""
    if len(params["commands"]) > MOST_COMMANDS:
        raise Broken(f"BOT_COMMANDS_TOO_MUCH: {len(params['commands'])}")
    for command in params["commands"]:
        if not _COMMAND.fullmatch(command["command"]):
            raise Broken(f"BOT_COMMAND_INVALID: {command['command']}")
    menu = {command["command"]: command["description"] for command in params["commands"]}
    if len(menu) < len(params["commands"]):
        raise Broken("BOT_COMMAND_INVALID: a command is named twice")
    d.menus[_key(d, params)] = menu
    return True


@answers("getMyCommands")
def get_my_commands(d: "TelegramDouble", params: Json) -> list[Json]:
    """The menu that was set for exactly this, or nothing."""
    menu = d.menus.get(_key(d, params), {})
    return [{"command": name, "description": description} for name, description in menu.items()]


@answers("deleteMyCommands")
def delete_my_commands(d: "TelegramDouble", params: Json) -> bool:
    """The menu of a wider scope is shown again."""
    d.menus.pop(_key(d, params), None)
    return True


@answers("setMyName", "setMyDescription", "setMyShortDescription")
def set_my_words(d: "TelegramDouble", params: Json) -> bool:
    """Words about the bot, for a language."""
    language = _language(params)
    d.about |= {(name, language): said for name, said in params.items() if name != "language_code"}
    return True


@answers("getMyName")
def get_my_name(d: "TelegramDouble", params: Json) -> Json:
    """The name in a language."""
    return {"name": d.about.get(("name", _language(params)), d.bot.name)}


@answers("getMyDescription")
def get_my_description(d: "TelegramDouble", params: Json) -> Json:
    """What an empty chat with the bot says."""
    return {"description": d.about.get(("description", _language(params)), "")}


@answers("getMyShortDescription")
def get_my_short_description(d: "TelegramDouble", params: Json) -> Json:
    """What the bot's profile says."""
    return {"short_description": d.about.get(("short_description", _language(params)), "")}


@answers("setChatMenuButton", "setMyDefaultAdministratorRights")
def set_and_forget(d: "TelegramDouble", params: Json) -> bool:
    """Nothing here depends on it."""
    return True


def _key(d: "TelegramDouble", params: Json) -> tuple[str, str]:
    """The scope in one word, with the chat and person if it is about one; and the language."""
    scope = params.get("scope", {"type": "default"})
    if "chat_id" in scope:
        chat_of(d, scope)
    name = ":".join(str(scope[part]) for part in ("type", "chat_id", "user_id") if part in scope)
    return name, _language(params)


def _language(params: Json) -> str:
    language: str = params.get("language_code", "")
    if not _LANGUAGE.fullmatch(language):
        raise Broken(f"LANGUAGE_CODE_INVALID: {language}")
    return language
