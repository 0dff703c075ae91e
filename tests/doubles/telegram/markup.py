"""HTML as Telegram reads it: its own tags alone, each closed, or the message is refused."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.doubles.telegram.answers import Broken
from tests.doubles.telegram.entities import units

Json = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_ENTITY = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<number>[0-9]{1,7})|(?P<name>lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(
    r"\s+(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)))?"
)
_START = re.compile(r"<(?P<name>[^\s>]*)")
_END = re.compile(r"</(?P<name>[^\s>]*)\s*")
_USER = re.compile(r"tg://user\?id=(\d+)")


@dataclass
class _Open:
    """A tag that is not closed yet."""

    name: str
    start: int  # in the text without tags
    attributes: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.plain = ""
        self.entities: list[Json] = []
        self.open: list[_Open] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<" and self.source.startswith("</", self.at):
                self._end()
            elif character == "<":
                self._start()
            elif character == "&" and (match := _ENTITY.match(self.source, self.at)):
                self.plain += _decoded(match)
                self.at = match.end()
            else:
                self.plain += character
                self.at += 1
        if self.open:
            raise self._wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"', where=False)
        return self.plain, sorted(self.entities, key=lambda one: (one["offset"], -one["length"]))

    def _start(self) -> None:
        match = _START.match(self.source, self.at)
        assert match is not None
        name = match["name"].lower()
        if ">" not in self.source[self.at :]:
            raise self._wrong("Unclosed start tag")
        if name not in _KINDS:
            raise self._wrong(f'Unsupported start tag "{name}"')
        tag, at = _Open(name, units(self.plain)), match.end()
        while attribute := _ATTRIBUTE.match(self.source, at):
            value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
            tag.attributes[attribute["name"].lower()] = _ENTITY.sub(_decoded, value)
            at = attribute.end()
        rest = re.compile(r"\s*>").match(self.source, at)
        if rest is None:
            raise self._wrong(f'Cannot read the attributes of the tag "{name}"')
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"')
        if name == "tg-emoji" and not tag.attributes.get("emoji-id"):
            raise self._wrong('Tag "tg-emoji" must have attribute "emoji-id"')
        self.open.append(tag)
        self.at = rest.end()

    def _end(self) -> None:
        match = _END.match(self.source, self.at)
        assert match is not None
        name = match["name"].lower()
        if not self.open:
            raise self._wrong("Unexpected end tag")
        if not self.source.startswith(">", match.end()):
            raise self._wrong("Unclosed end tag")
        tag = self.open.pop()
        if name and name != tag.name:
            raise self._wrong(f'Unmatched end tag, expected "</{tag.name}>", found "</{name}>"')
        self.at = match.end() + 1
        length = units(self.plain) - tag.start
        if length:
            self._close(tag, length)

    def _close(self, tag: _Open, length: int) -> None:
        entity: Json = {"type": _KINDS[tag.name], "offset": tag.start, "length": length}
        match tag.name:
            case "a":
                url = tag.attributes.get("href") or self.plain.encode("utf-16-le")[2 * tag.start :].decode("utf-16-le")
                if user := _USER.fullmatch(url):
                    entity |= {"type": "text_mention", "user": {"id": int(user[1])}}
                elif "." in url or url.startswith("tg://"):
                    entity["url"] = url
                else:
                    return  # an address that is none: the words stay
            case "blockquote" if "expandable" in tag.attributes:
                entity["type"] = "expandable_blockquote"
            case "code" if self.open and self.open[-1].name == "pre":
                if self.open[-1].start == tag.start and tag.attributes.get("class", "").startswith("language-"):
                    self.open[-1].attributes["language"] = tag.attributes["class"].removeprefix("language-")
                return
            case "pre" if "language" in tag.attributes:
                entity["language"] = tag.attributes["language"]
            case "tg-emoji":
                entity["custom_emoji_id"] = tag.attributes["emoji-id"]
            case "tg-time":
                entity["unix_time"] = int(tag.attributes.get("unix", "0"))
                entity["date_time_format"] = tag.attributes.get("format", "")
            case _:
                pass
        self.entities.append(entity)

    def _wrong(self, said: str, *, where: bool = True) -> Broken:
        place = f" at byte offset {len(self.source[: self.at].encode())}" if where else ""
        return Broken(f"can't parse entities: {said}{place}")


def read_html(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and what the tags meant. Broken if it is not what Telegram takes."""
    return _Reader(source).read()


def _decoded(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMED[match["name"]]
    number = int(match["hex"], 16) if match["hex"] else int(match["number"])
    return chr(number) if 0 < number < 0x110000 else match.group()
