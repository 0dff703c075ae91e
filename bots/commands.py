"""Every command, once: its name, parameters, who may use it. Adapters, help and docs are made from this list.

Texts stand in `locales/*/commands.ftl` under `command-<name>` and `command-<name>-<parameter>`.
"""

from dataclasses import dataclass
from typing import Literal

from core.choices import ORIENTATIONS, STYLES

Kind = Literal["text", "long_text", "number", "choice", "picture", "clip"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `low` and `high` bound numbers; choices are values, labelled by `choice-<value>`."""

    name: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `members_only`: needs a redeemed invite. `listed`: shown in menus (buttons may call the others).

    `positional` names the parameter that takes the rest of a typed line (「/make 猫が踊る」).
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    members_only: bool = True
    listed: bool = True
    positional: str | None = None


_CLIP = Parameter("clip", "clip", required=True)
_CHANNEL = Parameter("channel", required=True)
_MESSAGE = Parameter("message", required=True)

COMMANDS: tuple[Command, ...] = (
    Command("help", (Parameter("command"),), members_only=False, positional="command"),
    Command("join", (Parameter("code", required=True),), members_only=False, positional="code"),
    Command(
        "make",
        (
            Parameter("prompt", "long_text"),
            Parameter("image", "picture"),
            Parameter("seconds", "number", low=2, high=60),
            Parameter("orientation", "choice", choices=ORIENTATIONS),
            Parameter("style", "choice", choices=STYLES),
        ),
        positional="prompt",
    ),
    Command("drafts"),
    Command("post", (_CLIP,), positional="clip"),
    Command("edit", (_CLIP, Parameter("prompt", "long_text")), positional="clip"),
    Command("reroll", (_CLIP,), positional="clip"),
    Command("discard", (_CLIP,), positional="clip"),
    Command("queue", members_only=False),
    Command("cancel", (Parameter("clip", "clip"),), positional="clip"),
    Command("quota"),
    Command("feed", (Parameter("page", "number", low=1, high=10_000),), members_only=False, positional="page"),
    Command("invite"),
    Command("like", (_CHANNEL, _MESSAGE), members_only=False, listed=False),
    Command("unlike", (_CHANNEL, _MESSAGE), members_only=False, listed=False),
    Command(
        "comment",
        (_CHANNEL, _MESSAGE, Parameter("reply", required=True), Parameter("text", "long_text", required=True)),
        members_only=False,
        listed=False,
    ),
)

BY_NAME = {command.name: command for command in COMMANDS}
