"""What Discord lets a message be, beyond its schema: lengths, components, files, and whom it may ping.

Limits: docs.discord.com, resources/message and components/reference.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from tests.doubles.discord.answers import Json, Problem
from tests.doubles.discord.components import IN_FORMS_ALONE, LINK, PREMIUM, SELECTS, Kind, Path, media_in, text_in, walk

CONTENT, TEXT_IN_ALL, COMPONENTS, ROWS, BUTTONS = 2000, 4000, 40, 5, 5
FILES = 10
EMBED_TEXT_IN_ALL = 6000
_LEGACY = ("content", "embeds", "sticker_ids")


def problems_of_message(body: Json, *, v2: bool, files: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a message as it would be; `files` are the names of those that it would carry."""
    if len(body.get("content") or "") > CONTENT:
        yield Problem(("content",), "BASE_TYPE_MAX_LENGTH", f"Must be {CONTENT} or fewer in length.")
    if len(files) > FILES:
        yield Problem(("attachments",), "BASE_TYPE_MAX_LENGTH", f"Must be {FILES} or fewer in length.")
    components = body.get("components") or []
    if v2:
        for name in _LEGACY:
            if body.get(name):
                code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
                yield Problem((name,), code, f"'{name}' cannot be used with version 2 of components")
    elif len(components) > ROWS or any(part["type"] != Kind.ROW for part in components):
        yield Problem(("components",), "UNION_TYPE_CHOICES", f"without version 2 there are up to {ROWS} rows")
    yield from _problems_of_parts(components)
    yield from _problems_of_media(components, body.get("embeds") or [], files)


def pings(text: str, allowed: Json | None) -> Iterator[str]:
    """Mentions in a text that would ping more people than were named."""
    parse = ["everyone", "roles", "users"] if allowed is None else (allowed.get("parse") or [])
    named = allowed or {}
    if re.search(r"@(everyone|here)\b", text) and "everyone" in parse:
        yield "@everyone or @here"
    for role in re.findall(r"<@&(\d+)>", text):
        if "roles" in parse or role in map(str, named.get("roles") or ()):
            yield f"the role {role}"
    if re.search(r"<@!?\d+>", text) and "users" in parse:
        yield "whoever is mentioned"


def readable(body: Json) -> str:
    """All text of a message's body that can hold mentions."""
    return "\n".join([body.get("content") or "", *text_in(body.get("components") or [])])


def _problems_of_parts(components: list[Json]) -> Iterator[Problem]:
    parts = list(walk(components))
    if len(parts) > COMPONENTS:
        yield Problem(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"more than {COMPONENTS}")
    if sum(map(len, text_in(components))) > TEXT_IN_ALL:
        yield Problem(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", f"more than {TEXT_IN_ALL}")
    ids = Counter(part["custom_id"] for _, part in parts if part.get("custom_id"))
    for number, times in Counter(part["id"] for _, part in parts if part.get("id")).items():
        if times > 1:
            yield Problem(("components",), "COMPONENT_ID_DUPLICATED", f"{number} is used more than once")
    for path, part in parts:
        if ids.get(part.get("custom_id", ""), 0) > 1:
            yield Problem((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "used more than once")
        if part["type"] in IN_FORMS_ALONE:
            yield Problem((*path, "type"), "BASE_TYPE_CHOICES", "belongs into a modal")
        elif part["type"] == Kind.ROW:
            yield from _problems_of_row(path, part)
        elif part["type"] == Kind.BUTTON:
            yield from _problems_of_button(path, part)
        elif part["type"] in SELECTS:
            yield from problems_of_select(path, part)


def _problems_of_row(path: Path, row: Json) -> Iterator[Problem]:
    kinds = [part["type"] for part in row["components"]]
    selects = [kind for kind in kinds if kind in SELECTS]
    if not kinds or len(kinds) > BUTTONS or (selects and len(kinds) > 1):
        yield Problem((*path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", f"{BUTTONS} buttons, or one select")


def _problems_of_button(path: Path, button: Json) -> Iterator[Problem]:
    if button["style"] == LINK:
        if not button.get("url") or button.get("custom_id"):
            yield Problem((*path, "url"), "BUTTON_COMPONENT_INVALID_URL", "a link has a url and no custom id")
        elif not re.match(r"(https?|discord)://[^/\s]+", button["url"]):
            yield Problem((*path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    elif button["style"] != PREMIUM and (not button.get("custom_id") or button.get("url")):
        yield Problem((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "a button has a custom id, no url")
    emoji = button.get("emoji") or {}
    if emoji and not emoji.get("id") and (emoji.get("name") or "").isascii():
        yield Problem((*path, "emoji", "name"), "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")
    if button["style"] != PREMIUM and not button.get("label") and not button.get("emoji"):
        yield Problem((*path, "label"), "BUTTON_COMPONENT_INVALID_LABEL", "a button has a label or an emoji")


def problems_of_select(path: Path, select: Json) -> Iterator[Problem]:
    """What is wrong with a select: options with the same value, numbers that cannot be met."""
    options = select.get("options") or []
    for value, times in Counter(option["value"] for option in options).items():
        if times > 1:
            says = "The specified option value is already used"
            yield Problem((*path, "options"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", f"{says}: {value}")
    least, most = select.get("min_values") or 0, select.get("max_values") or 1
    defaults = sum(bool(option.get("default")) for option in options)
    if least > most or defaults > most or (options and most > len(options)):
        yield Problem((*path, "max_values"), "SELECT_COMPONENT_MAX_VALUES", "fewer options than values")


def _problems_of_media(components: list[Json], embeds: list[Json], files: Collection[str]) -> Iterator[Problem]:
    shown = [(path, media["url"]) for path, media in media_in(components)]
    for at, embed in enumerate(embeds):
        for name in ("image", "thumbnail"):
            url = (embed.get(name) or {}).get("url")
            shown += [(("embeds", at, name, "url"), url)] if url else []
    for path, url in shown:
        if url.startswith("attachment://"):
            if url.removeprefix("attachment://") not in files:
                code = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
                yield Problem(path, code, f"no file has this name: {url}")
        elif not re.match(r"https?://[^/\s]+", url):
            yield Problem(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    for path, part in walk(components):
        if part["type"] == Kind.FILE and not part["file"]["url"].startswith("attachment://"):
            yield Problem((*path, "file", "url"), "UNFURLED_MEDIA_ITEM_INVALID", "a file is an attachment")
    if sum(_length(embed) for embed in embeds) > EMBED_TEXT_IN_ALL:
        yield Problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", f"more than {EMBED_TEXT_IN_ALL} characters")


def _length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts += [(embed.get("author") or {}).get("name")]
    texts += [field[part] for field in embed.get("fields") or () for part in ("name", "value")]
    return sum(len(text or "") for text in texts)
