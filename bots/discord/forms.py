"""Forms as modals. What was typed comes back by custom ids alone, so that a modal open over a restart is not lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bots.cards import Field, Form
from bots.discord.buttons import CUSTOM_ID, PREFIX
from bots.discord.markup import cut
from bots.presses import Press, encode

TITLE = LABEL = 45  # characters
FIELDS = 5
_TEXT = 4000  # characters that an input holds


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a modal brought: texts by field, and ids of uploaded attachments by field."""

    press: str
    texts: Mapping[str, str]
    uploads: Mapping[str, int]


def modal_of(form: Form) -> ui.Modal:
    """The form as a modal; its custom id says what it leads to."""
    press = encode(Press("do", form.command, form.fixed), CUSTOM_ID - len(PREFIX))
    modal = ui.Modal(title=cut(form.title, TITLE), timeout=None, custom_id=PREFIX + press)
    for field in form.fields[:FIELDS]:
        modal.add_item(ui.Label(text=cut(field.label, LABEL), component=_input(field)))
    return modal


def submitted(interaction: discord.Interaction[Any]) -> Submitted | None:
    """What a submitted modal of ours says; None if it is none of ours."""
    data: Mapping[str, Any] = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    if interaction.type is not discord.InteractionType.modal_submit or not custom_id.startswith(PREFIX):
        return None
    texts: dict[str, str] = {}
    uploads: dict[str, int] = {}
    for component in _inputs(data.get("components", ())):
        name = str(component.get("custom_id", ""))
        values = component.get("values") or []
        if component.get("type") == discord.ComponentType.file_upload.value:
            if values:
                uploads[name] = int(values[0])
        elif values:
            texts[name] = str(values[0])
        elif component.get("value"):
            texts[name] = str(component["value"])
    return Submitted(custom_id.removeprefix(PREFIX), texts, uploads)


def _inputs(components: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The inputs within labels and rows."""
    found: list[Mapping[str, Any]] = []
    for component in components:
        if "component" in component:
            found.append(component["component"])
        elif "components" in component:
            found += component["components"]
    return found


def _input(field: Field) -> ui.Item[Any]:
    match field.kind:
        case "choice":
            options = [
                discord.SelectOption(label=cut(label, 100), value=value, default=value == field.value)
                for value, label in field.choices[:25]
            ]
            return ui.Select(custom_id=field.name, options=options, required=field.required)
        case "picture":
            return ui.FileUpload(custom_id=field.name, required=field.required, max_values=1)
        case _:
            return ui.TextInput(
                custom_id=field.name,
                style=discord.TextStyle.long if field.kind == "long_text" else discord.TextStyle.short,
                default=field.value[:_TEXT] or None,
                required=field.required,
                max_length=min(field.max_chars, _TEXT) or None,
            )
