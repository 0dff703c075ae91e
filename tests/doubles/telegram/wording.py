"""The words of a call: marked up or with entities, trimmed, neither too long nor none."""

from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Broken
from tests.doubles.telegram.entities import check_entities, found_in, part, trimmed, units
from tests.doubles.telegram.keyboards import check_url, payloads
from tests.doubles.telegram.markup import read_html

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

Json = dict[str, Any]

TEXT, CAPTION = 4096, 1024  # characters after entities parsing, which Telegram's servers count in UTF-16 units


def text_of(d: "TelegramDouble", params: Json, name: str = "text") -> tuple[str, list[Json]]:
    """A text that must be there. Broken if it is empty, too long, or no markup."""
    text, entities = _read(d, params, name, "entities")
    if not text:
        raise Broken("message text is empty")
    if units(text) > TEXT:
        raise Broken(f"message is too long: {units(text)} of {TEXT}")
    return text, entities


def caption_of(d: "TelegramDouble", params: Json) -> tuple[str, list[Json]]:
    """A caption, which may be empty. Broken if it is too long, or no markup."""
    text, entities = _read(d, params, "caption", "caption_entities")
    if units(text) > CAPTION:
        raise Broken(f"message caption is too long: {units(text)} of {CAPTION}")
    return text, entities


def _read(d: "TelegramDouble", params: Json, name: str, entities_name: str) -> tuple[str, list[Json]]:
    text: str = params.get(name, "")
    entities: list[Json] = params.get(entities_name, [])
    mode = params.get("parse_mode", "")
    if mode.upper() == "HTML":
        text, entities = read_html(text)
    elif mode:
        raise Broken(f"unsupported parse_mode: the double does not read {mode}")
    check_entities(text, entities)
    text, entities = trimmed(text, [_with_user(d, entity) for entity in entities])
    entities = found_in(text, entities)
    urls = [one.get("url") or part(text, one) for one in entities if one["type"] in ("url", "text_link")]
    for payload_url in urls:
        if payloads((payload_url,), d.bot.username):
            check_url(payload_url if "://" in payload_url else f"https://{payload_url}", d.bot.username)
    return text, entities


def _with_user(d: "TelegramDouble", entity: Json) -> Json:
    """A mention of somebody without a name, with what is known of them."""
    if entity["type"] != "text_mention" or entity["user"]["id"] not in d.users:
        return entity
    return {**entity, "user": d.users[entity["user"]["id"]].as_json()}
