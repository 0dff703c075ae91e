"""What may stand under a message."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.doubles.telegram.answers import Broken

Json = dict[str, Any]

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
DEEP_LINKS = ("start", "startgroup", "startapp")
_WAYS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_markup(markup: Json, bot: str) -> None:
    """Broken if Telegram would not draw a reply markup; lengths have been checked by the schema."""
    for row in markup.get("inline_keyboard", ()):
        if len(row) > MOST_IN_A_ROW:
            raise Broken(f"BUTTONS_TOO_MUCH: {len(row)} in a row")
    buttons = buttons_of(markup)
    if len(buttons) > MOST_BUTTONS:
        raise Broken(f"reply markup is too long: {len(buttons)} buttons")
    for button in buttons:
        _check_button(button, bot)
    for row in markup.get("keyboard", ()):
        for key in row:
            if not (key if isinstance(key, str) else key["text"]).strip():
                raise Broken("can't parse keyboard button: Text must be non-empty")


def buttons_of(markup: Json) -> list[Json]:
    """The buttons under a message, in order."""
    return [button for row in markup.get("inline_keyboard", ()) for button in row]


def check_url(url: str, bot: str) -> None:
    """Broken if a link is none, or leads to the bot with words that it would never hear."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "tg", "ton"):
        raise Broken(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if parts.scheme in ("http", "https") and "." not in (parts.hostname or "") and ":" not in (parts.hostname or ""):
        raise Broken(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    for payload in payloads((url,), bot):
        if not _PAYLOAD.fullmatch(payload):
            raise Broken(f"START_PARAM_INVALID: {payload!r}")


def payloads(urls: Iterable[str], bot: str) -> list[str]:
    """What is behind ?start= in links to the bot."""
    found: list[str] = []
    for url in urls:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        if parts.hostname in ("t.me", "telegram.me") and parts.path.strip("/").lower() == bot.lower():
            query = parse_qs(parts.query, keep_blank_values=True)
            found += [payload for name in DEEP_LINKS for payload in query.get(name, ())]
    return found


def _check_button(button: Json, bot: str) -> None:
    if not button["text"].strip():
        raise Broken("can't parse inline keyboard button: Text must be non-empty")
    ways = _WAYS & button.keys()
    if len(ways) != 1:
        raise Broken(f"can't parse inline keyboard button: exactly one of its optional fields, not {sorted(ways)}")
    if "url" in button:
        check_url(button["url"], bot)
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        raise Broken("BUTTON_URL_INVALID: Only HTTPS links are allowed")
