"""What Discord lets commands be, beyond its schema."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum

from tests.doubles.discord.answers import Json, Problem
from tests.doubles.discord.components import Path

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
_MOST = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}
_ALL_TEXT = 8000  # characters of names, descriptions and choices of a command
_CHOICES = 25
# Letters and digits of any language; of the others, underscore, hyphen and apostrophe. No capitals.
_NAME = re.compile(r"^[-_'\w\u0900-\u097f\u0e00-\u0e7f]{1,32}$")
_LOCALES = (
    *("id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR"),
    *("ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"),
)


class Option(IntEnum):
    """The `type` of an option."""

    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


def problems_of_commands(commands: Sequence[Json]) -> Iterator[Problem]:
    """What is wrong with all commands of an application, together and one by one."""
    names = Counter((command.get("type") or SLASH, command["name"]) for command in commands)
    for kind, most in _MOST.items():
        if sum(1 for command in commands if (command.get("type") or SLASH) == kind) > most:
            yield Problem((), "APPLICATION_COMMANDS_MAX", f"more than {most} commands of type {kind}")
    for at, command in enumerate(commands):
        if names[(command.get("type") or SLASH, command["name"])] > 1:
            yield Problem((at, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "used more than once")
        yield from problems_of_command(command, (at,))


def problems_of_command(command: Json, path: Path = ()) -> Iterator[Problem]:
    """What is wrong with one command."""
    if (command.get("type") or SLASH) == SLASH:
        yield from _problems_of_words(command, path)
        yield from _problems_of_options(command.get("options") or [], path)
        if (size := _size(command)) > _ALL_TEXT:
            yield Problem(path, "APPLICATION_COMMAND_TOO_LARGE", f"{size} characters, more than {_ALL_TEXT}")
        return
    if command.get("description") or command.get("description_localizations") or command.get("options"):
        yield Problem((*path, "description"), "APPLICATION_COMMAND_MENU", "a menu has a name only")
    for name in (command["name"], *(command.get("name_localizations") or {}).values()):
        if name != name.strip() or not 1 <= len(name) <= 32:
            yield Problem((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", f"{name!r}")
    yield from _problems_of_locales(command, path)


def _problems_of_words(part: Json, path: Path) -> Iterator[Problem]:
    """Names and descriptions of a command or an option, in all languages."""
    names = {"": part["name"], **(part.get("name_localizations") or {})}
    for locale, name in names.items():
        if not _NAME.match(name) or name != name.lower():
            where = (*path, "name_localizations", locale) if locale else (*path, "name")
            yield Problem(where, "APPLICATION_COMMAND_INVALID_NAME", f"{name!r} is no name")
    descriptions = {"": part.get("description") or "", **(part.get("description_localizations") or {})}
    for locale, text in descriptions.items():
        if not 1 <= len(text) <= 100:
            where = (*path, "description_localizations", locale) if locale else (*path, "description")
            yield Problem(where, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    yield from _problems_of_locales(part, path)


def _problems_of_locales(part: Json, path: Path) -> Iterator[Problem]:
    for field in ("name_localizations", "description_localizations"):
        for locale in part.get(field) or {}:
            if locale not in _LOCALES:
                yield Problem((*path, field, locale), "INVALID_LOCALE", "no locale of Discord's")


def _problems_of_options(options: list[Json], path: Path) -> Iterator[Problem]:
    for field in ("name", "name_localizations"):
        yield from _problems_of_same_names(options, path, field)
    optional_seen = False
    for at, option in enumerate(options):
        here = (*path, "options", at)
        yield from _problems_of_words(option, here)
        if option["type"] in (Option.SUBCOMMAND, Option.GROUP):
            yield from _problems_of_options(option.get("options") or [], here)
            continue
        if option.get("required") and optional_seen:
            yield Problem(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "required ones come first")
        optional_seen |= not option.get("required")
        yield from _problems_of_choices(option, here)
    kinds = {option["type"] in (Option.SUBCOMMAND, Option.GROUP) for option in options}
    if len(kinds) > 1:
        yield Problem(
            (*path, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "subcommands or options, not both"
        )


def _problems_of_same_names(options: list[Json], path: Path, field: str) -> Iterator[Problem]:
    """The same name twice, in the same language."""
    seen: set[tuple[str, str]] = set()
    for at, option in enumerate(options):
        names = {"": option["name"]} if field == "name" else option.get(field) or {}
        for pair in names.items():
            if pair in seen:
                yield Problem((*path, "options", at, field), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "used twice")
            seen.add(pair)


def _problems_of_choices(option: Json, path: Path) -> Iterator[Problem]:
    choices = option.get("choices") or []
    if len(choices) > _CHOICES:
        yield Problem((*path, "choices"), "BASE_TYPE_MAX_LENGTH", f"Must be {_CHOICES} or fewer in length.")
    if choices and option.get("autocomplete"):
        yield Problem((*path, "autocomplete"), "APPLICATION_COMMAND_OPTIONS_CHOICES", "choices or autocompletion")
    for field in ("name", "value"):
        if len({choice[field] for choice in choices}) < len(choices):
            yield Problem((*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES", f"the same {field} twice")
    for at, choice in enumerate(choices):
        for name in (choice["name"], *(choice.get("name_localizations") or {}).values()):
            if not 1 <= len(name) <= 100:
                where = (*path, "choices", at, "name")
                yield Problem(where, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
        yield from _problems_of_locales(choice, (*path, "choices", at))
    least, most = option.get("min_value"), option.get("max_value")
    if least is not None and most is not None and least > most:
        yield Problem((*path, "min_value"), "APPLICATION_COMMAND_OPTIONS_MIN_VALUE", "more than max_value")


def _size(part: Json) -> int:
    """Characters that count: for every text, those of its longest language."""
    texts = [[part["name"], *(part.get("name_localizations") or {}).values()]]
    texts.append([part.get("description") or "", *(part.get("description_localizations") or {}).values()])
    size = sum(max(map(len, words)) for words in texts)
    for choice in part.get("choices") or ():
        size += max(len(name) for name in (choice["name"], *(choice.get("name_localizations") or {}).values()))
        size += len(str(choice["value"])) if isinstance(choice["value"], str) else 0
    return size + sum(map(_size, part.get("options") or ()))
