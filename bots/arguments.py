"""Arguments as typed, read by the catalogue: strings in, values out, or a refusal that names the parameter."""

import unicodedata
from collections.abc import Mapping

from bots.commands import Command, Parameter
from core.ids import is_public_id
from core.refusals import BadInput

Value = str | float


def read_arguments(command: Command, typed: Mapping[str, str], attached: frozenset[str]) -> dict[str, Value]:
    """The values of a command's parameters; an empty optional one is left out.

    Raises:
        BadInput: an unknown parameter, a missing required one, a number out of bounds, a value that is no choice.
    """
    typed = with_leading(command, typed)
    known = {parameter.name for parameter in command.parameters}
    for name in (*typed, *attached):
        if name not in known:
            raise BadInput("refusal-unknown-parameter", command=command.name, parameter=name)
    values: dict[str, Value] = {}
    for parameter in command.parameters:
        text = typed.get(parameter.name, "").strip()
        if text:
            values[parameter.name] = _read(parameter, text)
        elif parameter.required and parameter.name not in attached:
            raise BadInput("refusal-missing-parameter", command=command.name, parameter=parameter.name)
    return values


def with_leading(command: Command, typed: Mapping[str, str]) -> dict[str, str]:
    """The arguments with the id that stands before the text of a command in its own parameter, unless that is given."""
    values = dict(typed)
    if command.leading is None or command.positional is None or values.get(command.leading):
        return values
    first, _, rest = values.get(command.positional, "").strip().partition(" ")
    if is_public_id(first):
        values[command.leading], values[command.positional] = first, rest.strip().strip('"')
    return {name: value for name, value in values.items() if value or name != command.positional}


def _read(parameter: Parameter, text: str) -> Value:
    if parameter.kind == "number":
        return _number(parameter, text)
    if parameter.kind == "choice":
        choice = unicodedata.normalize("NFKC", text).lower()
        if choice not in parameter.choices:
            choices = ", ".join(parameter.choices)
            raise BadInput("refusal-not-a-choice", parameter=parameter.name, value=text[:40], choices=choices)
        return choice
    return text


def _number(parameter: Parameter, text: str) -> float:
    """Full-width digits and a trailing unit ("10s", "10秒") are fine."""
    plain = unicodedata.normalize("NFKC", text).lower().removesuffix("秒").removesuffix("s").strip()
    low, high = parameter.low or 0.0, parameter.high if parameter.high is not None else 1e9
    try:
        number = float(plain)
    except ValueError:
        number = float("nan")
    if not low <= number <= high:
        raise BadInput("refusal-not-a-number", parameter=parameter.name, value=text[:40], low=low, high=high)
    return number
