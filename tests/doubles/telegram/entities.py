"""Entities: parts of a text with a meaning, counted in UTF-16 units as Telegram counts."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tests.doubles.telegram.answers import Broken
from tests.doubles.telegram.schema import values_of

Json = dict[str, Any]

_FOUND = {  # what Telegram finds in a text by itself
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#(?!\d+\b)\w{1,256}"),
    "url": re.compile(
        r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|jp|me|net|org)(?:/\S*)?"
    ),
}
_OPAQUE = {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}  # nothing is found in these
_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote expandable",
}  # fmt: skip


def units(text: str) -> int:
    """The length of a text."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def part(text: str, entity: Json) -> str:
    """The part of a text that an entity is about."""
    raw = text.encode("utf-16-le", errors="surrogatepass")
    return raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le", "surrogatepass")


def found_in(text: str, given: Iterable[Json] = ()) -> list[Json]:
    """The entities given, and what Telegram finds beside them; in order."""
    all_ = list(given)
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(text):
            entity = {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
            if not any(_overlap(entity, other) for other in all_ if other["type"] in _OPAQUE | _FOUND.keys()):
                all_.append(entity)
    return sorted(all_, key=lambda entity: (entity["offset"], -entity["length"]))


def linked(text: str, links: Mapping[str, str]) -> list[Json]:
    """Words of a text that lead somewhere."""
    return [
        {"type": "text_link", "offset": units(text[: text.index(words)]), "length": units(words), "url": url}
        for words, url in links.items()
    ]


def check_entities(text: str, entities: Iterable[Json]) -> None:
    """Broken if entities are not of this text."""
    raw = text.encode("utf-16-le", errors="surrogatepass")
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in values_of("MessageEntity", "type"):
            raise Broken(f"can't parse entities: unsupported type {entity['type']}")
        if entity["type"] == "text_link" and not entity.get("url"):
            raise Broken("can't parse entities: a text_link without its url")
        if not 0 <= start < end <= len(raw) // 2:
            raise Broken(f"ENTITY_BOUNDS_INVALID: {start} to {end} of {len(raw) // 2}")
        if any(0xDC <= raw[2 * at + 1] < 0xE0 for at in (start, end) if 2 * at < len(raw)):
            raise Broken(f"ENTITY_BOUNDS_INVALID: {start} to {end} cut a character in two")


def trimmed(text: str, entities: Iterable[Json]) -> tuple[str, list[Json]]:
    """A text without blanks around it, as all texts are kept."""
    start = units(text) - units(text.lstrip())
    text = text.strip()
    size, kept = units(text), []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, size)
        if first < last:
            kept.append({**entity, "offset": first, "length": last - first})
    return text, kept


def as_html(text: str, entities: Iterable[Json]) -> str:
    """A text with its entities as tags; those that Telegram finds by itself stay bare."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])):
        tag = _tag(entity)
        if tag:
            opening.setdefault(entity["offset"], []).append(f"<{tag}>")
            closing.setdefault(entity["offset"] + entity["length"], []).insert(0, f"</{tag.split()[0]}>")
    done, at = [], 0
    for character in text:
        done += [*closing.pop(at, ()), *opening.pop(at, ()), html.escape(character, quote=False)]
        at += units(character)
    return "".join([*done, *closing.pop(at, ())])


def _tag(entity: Json) -> str | None:
    match entity["type"]:
        case "text_link":
            return f'a href="{html.escape(entity["url"])}"'
        case "text_mention":
            return f'a href="tg://user?id={entity["user"]["id"]}"'
        case "custom_emoji":
            return f'tg-emoji emoji-id="{entity["custom_emoji_id"]}"'
        case "date_time":
            return f'tg-time unix="{entity["unix_time"]}"'
        case kind:
            return _TAGS.get(kind)


def _overlap(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
