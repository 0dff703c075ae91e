"""Texts as Discord shows them: what people wrote is shown as they wrote it, never as markup."""

import re

_OURS = re.compile(r"(<t:-?\d{1,12}>|<#\d{1,20}>|<@&\d{1,20}>)")
_SPECIAL = re.compile(r"([\\*_~`|<>\[\]])|(?m:^([ \t]*)(\d*)([#\-+.)]+)(?=\s))")
_MOMENT = re.compile(r"<t:(-?\d{1,12})>")


def shown(text: str) -> str:
    """`text` with its markup disarmed; moments, channels and roles (which our texts name) stay what they are."""
    parts = _OURS.split(text)
    return "".join(_moment(part) if at % 2 else quoted(part) for at, part in enumerate(parts))


def quoted(text: str) -> str:
    """What somebody wrote and nothing of ours: a name, a title."""
    return _SPECIAL.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}{found[3]}\\{found[4]}", text)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, with an ellipsis where something is missing; never ends in half an escape."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    trailing = len(kept) - len(kept.rstrip("\\"))
    return (kept[:-1] if trailing % 2 else kept) + "…"


def _moment(token: str) -> str:
    """A moment is shown twice: the time, and how long until then."""
    return _MOMENT.sub(r"<t:\1:f> (<t:\1:R>)", token)
