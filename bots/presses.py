"""A button as the few bytes that a chat platform keeps for us: which command, with what, and whether to ask first.

    do:post?clip=abcdefgh       use the command
    form:edit?clip=abcdefgh     open the form that leads to it
    ask:discard?clip=abcdefgh   ask whether it is meant

The bytes come back from anybody, changed or years later: they are read strictly, and the desk decides as for a typed
command.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast, get_args
from urllib.parse import parse_qsl, quote, urlencode

from bots.cards import Button
from bots.commands import BY_NAME
from core.refusals import BadInput, Remedy

Way = Literal["do", "form", "ask"]


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed, or that will be."""

    way: Way
    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def press_of(button: Button) -> Press:
    """What pressing a button of a card does."""
    way: Way = "form" if button.form is not None else "ask" if button.confirm else "do"
    fixed = button.form.fixed if button.form is not None else button.arguments
    return Press(way, button.command, fixed)


def encode(press: Press, limit: int) -> str:
    """The press in at most `limit` bytes.

    Raises:
        ValueError: it does not fit, which is a bug: buttons carry ids, never texts.
    """
    text = f"{press.way}:{press.command}"
    if press.arguments:
        text += "?" + urlencode(press.arguments, quote_via=quote)
    if len(text.encode()) > limit:
        raise ValueError(f"a button of {len(text.encode())} bytes: {text}")
    return text


def decode(text: str) -> Press:
    """The press that was encoded.

    Raises:
        BadInput: it is none of ours, or of a command that there is no more.
    """
    head, _, query = text.partition("?")
    way, _, command = head.partition(":")
    try:
        arguments = (
            dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=8)) if query else {}
        )
    except ValueError as error:
        raise BadInput("refusal-stale-button", remedy=Remedy("help")) from error
    known = BY_NAME.get(command)
    if way not in get_args(Way) or known is None or not set(arguments) <= {p.name for p in known.parameters}:
        raise BadInput("refusal-stale-button", remedy=Remedy("help"))
    return Press(cast(Way, way), command, arguments)
