"""Buttons that work on old messages and after a restart: all that they need stands in their custom id."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import ui

from bots.cards import Button
from bots.discord.markup import cut
from bots.presses import encode, press_of

PREFIX = "k:"
_LOOKS = {
    "primary": discord.ButtonStyle.primary,
    "secondary": discord.ButtonStyle.secondary,
    "danger": discord.ButtonStyle.danger,
}
LABEL = 80  # characters that Discord shows of a button
CUSTOM_ID = 100

OnPress = Callable[[discord.Interaction[Any], str], Awaitable[None]]


class PressButton(ui.DynamicItem[ui.Button[Any]], template=r"k:(?P<press>.+)"):
    """A button of a card. Whoever runs the client sets `on_press`."""

    on_press: OnPress | None = None

    def __init__(self, button: ui.Button[Any]) -> None:
        super().__init__(button)

    @classmethod
    def of(cls, button: Button) -> "PressButton":
        """The button of a card, as Discord's."""
        return cls(
            ui.Button(
                label=cut(button.label, LABEL),
                style=_LOOKS[button.look],
                emoji=button.emoji or None,
                custom_id=PREFIX + encode(press_of(button), CUSTOM_ID - len(PREFIX)),
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> "PressButton":
        """A press on a message that may be years old."""
        button: ui.Button[Any] = ui.Button(custom_id=match.string)
        return cls(button)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press on."""
        if PressButton.on_press is not None:
            await PressButton.on_press(interaction, self.custom_id.removeprefix(PREFIX))
