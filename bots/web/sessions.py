"""Who is behind a cookie. The token is random, lives in the browser alone, and is kept hashed."""

import hashlib
import secrets
import unicodedata
from datetime import UTC, datetime

from tortoise.exceptions import IntegrityError

from bots.web.records import WebSession
from core.asking import visible
from core.refusals import BadInput

COOKIE = "kamishibai"
COOKIE_SECONDS = 400 * 24 * 3600  # the longest that browsers keep a cookie
TOKEN_BYTES = 32
NAME_CHARS = 24


async def open_session(name: str, locale: str, reserved: str) -> tuple[WebSession, str]:
    """A new session and its token, to be put into the cookie. `reserved` is a name nobody may take: ours.

    Raises:
        BadInput: no name, a name too long, or one that somebody has already.
    """
    shown = clean_name(name)
    key = name_key(shown)
    if key == name_key(reserved):
        raise BadInput("web-refusal-name-taken", name=shown)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        session = await WebSession.create(
            token_hash=_hash(token),
            user=secrets.token_hex(8),
            name=shown,
            name_key=key,
            locale=locale,
            seen_at=datetime.now(UTC),
        )
    except IntegrityError as error:
        raise BadInput("web-refusal-name-taken", name=shown) from error
    return session, token


async def find_session(token: str | None) -> WebSession | None:
    """The session that a cookie's token belongs to."""
    if not token:
        return None
    return await WebSession.get_or_none(token_hash=_hash(token))


async def seen(session: WebSession, locale: str) -> None:
    """Somebody has come back, maybe with another language."""
    session.seen_at, session.locale = datetime.now(UTC), locale
    await session.save(update_fields=["seen_at", "locale"])


def clean_name(name: str) -> str:
    """The name as it is shown: no control or formatting characters, single spaces.

    Raises:
        BadInput: nothing visible is left, or too much.
    """
    shown = visible(name)
    if not any(unicodedata.category(char)[0] in "LNPS" for char in shown):
        raise BadInput("web-refusal-name-empty")
    if len(shown) > NAME_CHARS:
        raise BadInput("web-refusal-name-long", limit=NAME_CHARS)
    return shown


def name_key(name: str) -> str:
    """Two names with the same key look alike (full width, case, spaces)."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
