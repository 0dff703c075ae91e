"""A command as people type it into a chat that knows no options: /make 夜の屋根で猫が踊る style:anime seconds:10.

What stands behind the command is its positional parameter. `name:value` or `name=value`, without spaces, is an option
where the name is a parameter of the command, in either language, and the value one that it can have; all else is text.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bots.commands import BY_NAME, Command, Parameter
from bots.language import Language
from core.choices import LOCALES

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?=\s|$)")
_OPTION = re.compile(r"(?:^|(?<=\s))([^\s:=:=]{1,20})[:=:=](\S{1,40})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed command: our name of it, whom it was addressed to, its arguments."""

    command: Command
    bot: str | None
    arguments: Mapping[str, str]


def read_typed(text: str, language: Language, names: Mapping[str, str]) -> Typed | None:
    """The command that `text` begins with, if it is one of ours. `names` is what they are called here."""
    found = _COMMAND.match(text)
    if found is None:
        return None
    called = {names.get(name, name): name for name, command in BY_NAME.items() if command.listed}
    name = called.get(found[1].lower())
    if name is None:
        return None
    command = BY_NAME[name]
    rest, options = _options(text[found.end() :], command, language)
    if rest and command.positional and command.positional not in options:
        options[command.positional] = rest
    return Typed(command, found[2], options)


def _options(text: str, command: Command, language: Language) -> tuple[str, dict[str, str]]:
    """The text without its options, and the options."""
    called = {
        name.lower(): parameter
        for parameter in command.parameters
        if parameter.name != command.positional
        for name in (parameter.name, *(language.text(locale, f"param-{parameter.name}") for locale in LOCALES))
    }
    options: dict[str, str] = {}

    def take(found: re.Match[str]) -> str:
        parameter = called.get(found[1].lower())
        if parameter is None or parameter.name in options or not _can_be(parameter, found[2]):
            return found[0]
        options[parameter.name] = found[2]
        return ""

    return " ".join(part for part in _OPTION.sub(take, text).strip().split(" ") if part), options


def _can_be(parameter: Parameter, value: str) -> bool:
    plain = unicodedata.normalize("NFKC", value).lower()
    if parameter.kind == "choice":
        return plain in parameter.choices
    if parameter.kind == "number":
        return re.fullmatch(r"\d+(\.\d+)?(s|秒)?", plain) is not None
    return parameter.kind != "picture"
