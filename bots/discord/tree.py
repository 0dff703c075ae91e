"""Slash commands and message menus, made from the catalogue: nothing about a command is said here."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any, Optional

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, locale_str

from bots.commands import COMMANDS, Command, Parameter
from bots.house import House

DESCRIPTION = CHOICE = 100  # characters
PROMPT_CHARS = 6000  # the longest text that Discord lets an option have; the desk says what is too long for us

OnCommand = Callable[[discord.Interaction[Any], Command, Mapping[str, Any]], Awaitable[None]]
OnMenu = Callable[[discord.Interaction[Any], Command, discord.Message], Awaitable[None]]
Complete = Callable[[discord.Interaction[Any], Command, str, str], Awaitable[list[tuple[str, str]]]]


class Words(app_commands.Translator):
    """Names and descriptions in a reader's language, by message id."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The words in Japanese; everybody else reads the English ones that a command has from the start."""
        message = string.extras.get("message")
        if locale is not discord.Locale.japanese or not isinstance(message, str):
            return None
        return self._house.language.text("ja", message)[:DESCRIPTION]


class Catalogue:
    """The commands of our catalogue as Discord's."""

    def __init__(self, house: House, on_command: OnCommand, on_menu: OnMenu, complete: Complete) -> None:
        self._house = house
        self._on_command = on_command
        self._on_menu = on_menu
        self._complete = complete

    def add_to(self, tree: app_commands.CommandTree[Any]) -> None:
        """Put every listed command into the tree."""
        for command in COMMANDS:
            if command.listed:
                tree.add_command(self._slash(command))
            if command.on_message:
                tree.add_command(self._menu(command))

    def _slash(self, command: Command) -> app_commands.Command[Any, ..., Any]:
        async def callback(interaction: discord.Interaction[Any], **values: Any) -> None:
            await self._on_command(interaction, command, values)

        own = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        callback.__signature__ = inspect.Signature([own, *map(_parameter, command.parameters)])  # type: ignore[attr-defined]
        self._describe(callback, command)
        made: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=self._name(command),
            description=self._text(f"command-{command.name}"),
            callback=callback,
            allowed_installs=AppInstallationType(guild=True, user=not command.admins_only),
            allowed_contexts=AppCommandContext(
                guild=True, dm_channel=not command.admins_only, private_channel=not command.admins_only
            ),
        )
        if command.admins_only:
            made.default_permissions = discord.Permissions(manage_guild=True)
        for parameter in command.parameters:
            if parameter.kind in ("clip", "command"):
                made.autocomplete(parameter.name)(self._completing(command, parameter.name))
        return made

    def _describe(self, callback: Any, command: Command) -> None:
        """Names, descriptions and choices of the parameters, with the decorators that a hand-written command has."""
        names = {p.name: locale_str(p.name, message=f"param-{p.name}") for p in command.parameters}
        words = {p.name: self._text(f"command-{command.name}-{p.name}") for p in command.parameters}
        choices = {
            p.name: [app_commands.Choice(name=self._text(f"choice-{choice}"), value=choice) for choice in p.choices]
            for p in command.parameters
            if p.choices
        }
        app_commands.rename(**names)(callback)
        app_commands.describe(**words)(callback)
        app_commands.choices(**choices)(callback)

    def _completing(self, command: Command, parameter: str) -> Any:
        async def complete(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            found = await self._complete(interaction, command, parameter, typed)
            return [app_commands.Choice(name=label[:CHOICE], value=value) for value, label in found[:25]]

        return complete

    def _menu(self, command: Command) -> app_commands.ContextMenu:
        async def callback(interaction: discord.Interaction[Any], message: discord.Message) -> None:
            await self._on_menu(interaction, command, message)

        return app_commands.ContextMenu(
            name=locale_str(self._house.language.text("en", f"menu-{command.name}"), message=f"menu-{command.name}"),
            callback=callback,
        )

    def _name(self, command: Command) -> locale_str | str:
        """What the operator calls it, in every language; else our name, and its translation."""
        other = self._house.names.get(command.name)
        return other or locale_str(command.name, message=f"name-{command.name}")

    def _text(self, message: str) -> locale_str:
        return locale_str(self._house.language.text("en", message)[:DESCRIPTION], message=message)


def _parameter(parameter: Parameter) -> inspect.Parameter:
    kind = _type(parameter)
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        annotation=kind if parameter.required else Optional[kind],  # noqa: UP045  `|` takes no Range
        default=inspect.Parameter.empty if parameter.required else None,
    )


def _type(parameter: Parameter) -> Any:
    match parameter.kind:
        case "number":
            return app_commands.Range[float, parameter.low, parameter.high]
        case "picture":
            return discord.Attachment
        case "channel":
            return discord.TextChannel
        case "role":
            return discord.Role
        case "long_text":
            return Annotated[str, app_commands.Range[str, 0, PROMPT_CHARS]]
        case _:
            return str
