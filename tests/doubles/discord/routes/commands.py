"""The application's commands, as the bot registers them."""

from typing import TYPE_CHECKING

from tests.doubles.discord.answers import Json, invalid_form, missing_access, unknown_command
from tests.doubles.discord.asked import Asked, route
from tests.doubles.discord.command_rules import SLASH, problems_of_commands

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble

_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


@route("GET", _GLOBAL)
@route("GET", _GUILD)
async def read_all(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """All commands."""
    return _shelf(double, asked)


@route("PUT", _GLOBAL)
@route("PUT", _GUILD)
async def replace_all(double: "DiscordDouble", asked: Asked) -> list[Json]:
    """Replace all commands; one of the same name and kind keeps its id."""
    shelf = _shelf(double, asked)
    commands: list[Json] = asked.body or []
    problems = list(problems_of_commands(commands))
    if problems:
        raise invalid_form(problems)
    ids = {(command["type"], command["name"]): command["id"] for command in shelf}
    shelf[:] = [_stored(double, asked, command, ids) for command in commands]
    return shelf


@route("POST", _GLOBAL)
@route("POST", _GUILD)
async def add(double: "DiscordDouble", asked: Asked) -> Json:
    """Add a command, or replace the one of this name and kind."""
    shelf = _shelf(double, asked)
    ids = {(command["type"], command["name"]): command["id"] for command in shelf}
    made = _stored(double, asked, asked.form, ids)
    others = [command for command in shelf if command["id"] != made["id"]]
    problems = list(problems_of_commands([*others, made]))
    if problems:
        raise invalid_form(problems)
    shelf[:] = [*others, made]
    return made


@route("GET", _GLOBAL + "/{command_id}")
@route("GET", _GUILD + "/{command_id}")
async def read(double: "DiscordDouble", asked: Asked) -> Json:
    """One command."""
    return _one(double, asked)


@route("PATCH", _GLOBAL + "/{command_id}")
@route("PATCH", _GUILD + "/{command_id}")
async def edit(double: "DiscordDouble", asked: Asked) -> Json:
    """Change a command."""
    shelf, command = _shelf(double, asked), _one(double, asked)
    changed = command | asked.form
    problems = list(problems_of_commands([*(other for other in shelf if other is not command), changed]))
    if problems:
        raise invalid_form(problems)
    command |= asked.form
    return command


@route("DELETE", _GLOBAL + "/{command_id}")
@route("DELETE", _GUILD + "/{command_id}")
async def delete(double: "DiscordDouble", asked: Asked) -> None:
    """Take a command away."""
    _shelf(double, asked).remove(_one(double, asked))


def _shelf(double: "DiscordDouble", asked: Asked) -> list[Json]:
    if asked.at["application_id"] != str(double.application_id):
        raise missing_access()
    if "guild_id" not in asked.at:
        return double.commands
    guild = double.world.guilds.get(asked.id("guild_id"))
    if guild is None or not guild.bot_in:
        raise missing_access()
    return double.commands_of(guild)


def _one(double: "DiscordDouble", asked: Asked) -> Json:
    for command in _shelf(double, asked):
        if command["id"] == asked.at["command_id"]:
            return command
    raise unknown_command()


def _stored(double: "DiscordDouble", asked: Asked, command: Json, ids: dict[tuple[int, str], str]) -> Json:
    kind = command.get("type") or SLASH
    permissions = command.get("default_member_permissions")
    guild = {"guild_id": asked.at["guild_id"]} if "guild_id" in asked.at else {}
    return {
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
        **command,
        **guild,
        "type": kind,
        "id": ids.get((kind, command["name"])) or str(double.clock.new_id()),
        "application_id": str(double.application_id),
        "version": str(double.clock.new_id()),
        "description": command.get("description") or "",
        "default_member_permissions": None if permissions is None else str(permissions),
        "dm_permission": True,
    }
