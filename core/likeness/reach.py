"""Where a member can be told something that is for them alone."""

from dataclasses import dataclass

from core.records import Identity


@dataclass(frozen=True, slots=True)
class There:
    """A platform and one of its channels."""

    platform: str
    channel: str


async def reach(member_id: int, platform: str, channel: str) -> There:
    """Their private chat on that platform, else on another; else the channel, where it is said to them alone.

    A member who is on another platform only and has no private chat there cannot be told: then it is said here.
    """
    identities = await Identity.filter(member_id=member_id).order_by("id")
    identities.sort(key=lambda one: one.platform != platform)
    for identity in identities:
        if identity.private_channel is not None:
            return There(identity.platform, identity.private_channel)
    return There(platform, channel)
