"""Arguments as typed, read by the catalogue: strings in, values out, or a refusal that names the parameter."""

import unicodedata
from collections.abc import Mapping

from bots.commands import Command, Parameter
from core.refusals import BadInput

Value = str | float


def read_arguments(command: Command, typed: Mapping[str, str], attached: frozenset[str]) -> dict[str, Value]:
    """The values of a command's parameters; an empty optional one is left out.

    Raises:
        BadInput: an unknown parameter, a missing required one, a number out of bounds, a value that is no choice.
    """
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
