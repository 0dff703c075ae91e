"""Who asks: the member behind a platform's account, found or made when they first turn up."""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace

from tortoise.exceptions import IntegrityError

from core.clock import now
from core.database import atomically
from core.locking import lock_member
from core.records import Attendance, Community, Identity, Member
from core.refusals import BadInput

NAME_CHARS = 32  # as Discord allows
LOCALE_CHARS = 8
# letters and symbols by Unicode's book, but nothing to see: Hangul fillers, the braille blank
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_JOINER = "\u200d"  # stays between two pictures, where it makes one emoji of them


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks something, and where. `joined`: has redeemed an invite, or owns the place."""

    member_id: int
    name: str
    locale: str
    platform: str
    external_id: str
    community_id: int
    channel: str
    joined: bool
    role: str
    place_locale: str | None = None  # of what everybody reads here, if the place has set one
    private: bool = False  # asks in a private chat, which is no community
    roles: frozenset[str] = frozenset()  # the platform's ids of theirs in this community


async def arrive(
    *,
    platform: str,
    external_id: str,
    name: str,
    locale: str,
    community: str,
    community_name: str = "",
    channel: str,
    admin: bool = False,
    private: bool = False,
    roles: frozenset[str] = frozenset(),
) -> Asker:
    """The asker behind a platform's account, in one of its places; `community` is the platform's id of the place.

    A new account becomes a guest; whoever runs the place (`admin`) needs no invite. Name and locale follow the
    platform; a name that is too long is cut.

    Raises:
        BadInput: nothing of the name can be seen.
    """
    seen = visible(name)[:NAME_CHARS].strip()
    shown = check_name(seen)
    language = _language(locale)
    member = await _member(platform, external_id, shown, language)
    if (member.name, member.locale) != (shown, language):
        await Member.filter(id=member.id).update(name=shown, locale=language)
        member.name, member.locale = shown, language
    if admin and member.joined_at is None:
        await Member.filter(id=member.id, joined_at=None).update(joined_at=now())
        member.joined_at = now()
    place = await _place(platform, community, community_name)
    if not private:
        await _attend(member.id, place.id)
    return Asker(
        member_id=member.id,
        name=member.name,
        locale=member.locale,
        platform=platform,
        external_id=external_id,
        community_id=place.id,
        channel=channel,
        joined=member.joined_at is not None,
        role=member.role,
        place_locale=place.locale,
        private=private,
        roles=roles,
    )


async def locale_of(platform: str, external_id: str) -> str | None:
    """The language in which an account last spoke to us; None if it never did."""
    identity = await _identity(platform, external_id)
    return identity.member.locale if identity is not None else None


async def private_channel(platform: str, external_id: str) -> str | None:
    """Where we may write to an account alone; None while it has not opened a private chat with us."""
    identity = await _identity(platform, external_id)
    return identity.private_channel if identity is not None else None


async def rename(asker: Asker, name: str) -> Asker:
    """Take another name. It lasts until the platform reports one that differs.

    Raises:
        BadInput: it has fewer than 1 or more than 32 visible characters.
    """
    shown = check_name(name)
    await Member.filter(id=asker.member_id).update(name=shown)
    return replace(asker, name=shown)


async def claim_ownership(asker: Asker) -> Asker | None:
    """Become the owner of the place if it has none: the asker, joined without a code. None if it has one.

    For the local web room only, whose first visitor is whoever started it; a server or group belongs to who made it.
    """

    async def claim() -> bool:
        member = await lock_member(asker.member_id)
        if not await Community.filter(id=asker.community_id, owner_id__isnull=True).update(owner_id=member.id):
            return False
        member.role = "owner"
        member.joined_at = member.joined_at or now()
        await member.save(update_fields=["role", "joined_at"])
        return True

    return replace(asker, joined=True, role="owner") if await atomically(claim) else None


def check_name(name: str) -> str:
    """The name as it is shown; BadInput unless 1 to 32 characters of it can be seen."""
    shown = visible(name)
    if not any(unicodedata.category(char)[0] in "LNPS" for char in shown) or len(shown) > NAME_CHARS:
        raise BadInput("refusal-name", limit=NAME_CHARS)
    return shown


def visible(text: str) -> str:
    """A line of text without control, zero-width and bidirectional characters, its runs of spaces made one."""
    normal = unicodedata.normalize("NFC", text)
    kept = [
        " " if char.isspace() or char in _BLANKS else char
        for index, char in enumerate(normal)
        if char.isspace() or unicodedata.category(char)[0] != "C" or _joins(normal, index)
    ]
    return " ".join("".join(kept).split())


def _joins(text: str, index: int) -> bool:
    """Whether the character is a joiner inside an emoji (picture, maybe a variant or skin, joiner, picture)."""
    if text[index] != _JOINER or not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    return (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk")) and unicodedata.category(after) == "So"


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()[:LOCALE_CHARS] or "en"


async def _member(platform: str, external_id: str, name: str, locale: str) -> Member:
    identity = await _identity(platform, external_id)
    if identity is not None:
        return identity.member

    async def create() -> Member:
        member = await Member.create(name=name, locale=locale)
        await Identity.create(member_id=member.id, platform=platform, external_id=external_id)
        return member

    try:
        return await atomically(create)
    except IntegrityError:  # they arrived twice at once, and the other time was first
        identity = await _identity(platform, external_id)
        if identity is None:
            raise
        return identity.member


async def _identity(platform: str, external_id: str) -> Identity | None:
    return await Identity.get_or_none(platform=platform, external_id=external_id).select_related("member")


async def _place(platform: str, external_id: str, name: str) -> Community:
    place = await Community.get_or_none(platform=platform, external_id=external_id)
    if place is None:
        try:
            place = await Community.create(platform=platform, external_id=external_id, name=name[:100])
        except IntegrityError:
            place = await Community.get(platform=platform, external_id=external_id)
    if (name and place.name != name[:100]) or place.left_at is not None:
        await Community.filter(id=place.id).update(name=name[:100] or place.name, left_at=None)
    return place


async def _attend(member_id: int, community_id: int) -> None:
    here = await Attendance.get_or_none(member_id=member_id, community_id=community_id)
    if here is None:
        with suppress(IntegrityError):  # they asked twice at once, and the other time was first
            await Attendance.create(member_id=member_id, community_id=community_id)
    elif here.left_at is not None:
        await Attendance.filter(id=here.id).update(left_at=None)
