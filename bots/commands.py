"""Every command, once: its name, parameters, who may use it. Adapters, help and docs are made from this list.

Texts stand in `locales/*/commands.ftl` under `command-<name>` and `command-<name>-<parameter>`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from core.choices import LOCALES, ORIENTATIONS, STYLES
from core.refusals import Misconfigured

Kind = Literal["text", "long_text", "number", "choice", "picture", "clip", "command", "channel", "role"]


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

    `positional` names the parameter that takes the rest of a typed line (「/make 猫が踊る」). `admins_only`: for those
    who run the place, and only there. `on_message`: offered on a film's message too, where the platform can. `secret`:
    its answer is for the asker's eyes only, so it is not even asked for where everybody would see it. `like`: allowed
    where the command of that name is. `asks` names the parameter without which a form opens; `leading` the one that
    an id at the beginning of the positional one is meant for (「/remix abcd2345 夜にして」).
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    members_only: bool = True
    listed: bool = True
    positional: str | None = None
    admins_only: bool = False
    on_message: bool = False
    secret: bool = False
    like: str = ""
    asks: str | None = None
    leading: str | None = None


PICTURES = ("image", "image2", "image3", "image4")  # of a film, in their order
_CLIP = Parameter("clip", "clip", required=True)
_CHANNEL = Parameter("channel", required=True)
_MESSAGE = Parameter("message", required=True)
_READING = Parameter("reading", required=True)

SHEETS = 5  # fields of the form that shows a storyboard: as many as a form of Discord's has

COMMANDS: tuple[Command, ...] = (
    Command("help", (Parameter("command"),), members_only=False, positional="command"),
    Command("join", (Parameter("code", required=True),), members_only=False, positional="code", asks="code"),
    Command(
        "make",
        (
            Parameter("prompt", "long_text"),
            *(Parameter(name, "picture") for name in PICTURES),
            Parameter("seconds", "number", low=2, high=60),
            Parameter("orientation", "choice", choices=ORIENTATIONS),
            Parameter("style", "choice", choices=STYLES),
        ),
        positional="prompt",
    ),
    Command(
        "storyboard",
        (
            Parameter("prompt", "long_text"),
            Parameter("clip", "clip"),
            Parameter("seconds", "number", low=2, high=60),
            Parameter("orientation", "choice", choices=ORIENTATIONS),
            Parameter("style", "choice", choices=STYLES),
        ),
        positional="prompt",
    ),
    Command(
        "redraw",
        (_READING, *(Parameter(f"shot{n}", "long_text") for n in range(1, SHEETS + 1))),
        like="make",
        listed=False,
    ),
    Command("shoot", (_READING,), like="make", listed=False),
    Command("swell", (_READING,), like="make", listed=False),
    Command("drafts"),
    Command("post", (_CLIP,), positional="clip"),
    Command("edit", (_CLIP, Parameter("prompt", "long_text")), positional="clip", asks="prompt"),
    Command(
        "remix",
        (_CLIP, Parameter("instruction", "long_text")),
        positional="instruction",
        leading="clip",
        asks="instruction",
        on_message=True,
    ),
    Command("reroll", (_CLIP,), positional="clip"),
    Command("discard", (_CLIP,), positional="clip"),
    Command("queue", members_only=False),
    Command("cancel", (Parameter("clip", "clip"),), positional="clip"),
    Command("quota"),
    Command("feed", (Parameter("page", "number", low=1, high=10_000),), members_only=False, positional="page"),
    Command("info", (_CLIP,), members_only=False, positional="clip", on_message=True),
    Command("invite", secret=True),
    Command(
        "setup",
        (
            Parameter("language", "choice", choices=("auto", *LOCALES)),
            Parameter("feed", "channel"),
            Parameter("command", "command"),
            Parameter("channel", "channel"),
            Parameter("role", "role"),
        ),
        members_only=False,
        admins_only=True,
    ),
    Command(
        "answer",
        (
            Parameter("question", required=True),
            Parameter("how", "choice", required=True, choices=("once", "week", "clips", "always", "no", "never")),
        ),
        members_only=False,
        listed=False,
    ),
    Command("welcome", members_only=False, listed=False),
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
ADMIN_COMMANDS = frozenset(command.name for command in COMMANDS if command.admins_only)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")  # what Discord and Telegram both take


def names_of(setting: str) -> dict[str, str]:
    """Commands that are called otherwise, from "make=film, cameo=appear": our name -> theirs.

    Raises:
        Misconfigured: an unknown command, a name that the platforms refuse, or one that another command has.
    """
    names: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in setting.split(","))):
        ours, _, theirs = (word.strip() for word in part.partition("="))
        if ours not in BY_NAME or not BY_NAME[ours].listed:
            raise Misconfigured(f"KAMISHIBAI_COMMAND_NAMES: there is no command {ours!r}")
        if not _NAME.fullmatch(theirs):
            raise Misconfigured(f"KAMISHIBAI_COMMAND_NAMES: {theirs!r} cannot be a command (a-z, 0-9, _; up to 32)")
        names[ours] = theirs
    shown = [names.get(name, name) for name in BY_NAME]
    twice = next((name for name in shown if shown.count(name) > 1), None)
    if twice is not None:
        raise Misconfigured(f"KAMISHIBAI_COMMAND_NAMES: two commands are called {twice!r}")
    return names
