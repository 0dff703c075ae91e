"""What `doctor` looks at on Discord: the token, where we are, what we may do there; and what to click."""

import aiohttp

from core.checkup import Finding
from core.records import Community
from core.settings import Settings

SECONDS = 5.0
# what films in a channel need: View Channels, Send Messages, Send in Threads, Embed Links, Attach Files, Read History
PERMISSIONS = {
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,
    "Send Messages in Threads": 1 << 38,
}
NEEDED = sum(PERMISSIONS.values())
_ADMINISTRATOR = 1 << 3
# privileged intents: how the portal calls them, and the flags of an application (of a verified one, of others)
_INTENTS = {
    "discord_message_content": ("Message Content Intent", 1 << 18 | 1 << 19),
    "discord_members": ("Server Members Intent", 1 << 14 | 1 << 15),
}


def invite_url(application_id: str) -> str:
    """Where an admin lets the bot into a server, with what it needs and no more."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application_id}"
        f"&scope=bot+applications.commands&permissions={NEEDED}"
    )


async def checkup(settings: Settings) -> list[Finding]:
    """Look at everything that a token shows; never raises."""
    token = settings.discord_token.get_secret_value().strip()
    headers = {"Authorization": f"Bot {token}"}
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            wanted = [name for name in _INTENTS if getattr(settings, name)]
            return await _look(session, settings.discord_api_base.rstrip("/"), wanted)
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
        return [Finding("discord", False, f"cannot be reached ({error}); is this machine on the network?")]


async def _look(session: aiohttp.ClientSession, base: str, wanted: list[str]) -> list[Finding]:
    async with session.get(f"{base}/applications/@me") as answer:
        if answer.status == 401:
            said = "the token is not accepted; copy it anew: Developer Portal, your application, Bot, Reset Token"
            return [Finding("discord", False, said)]
        answer.raise_for_status()
        application = await answer.json(content_type=None)
    invite = invite_url(str(application["id"]))
    async with session.get(f"{base}/users/@me/guilds") as answer:
        answer.raise_for_status()
        guilds = await answer.json(content_type=None)
    said = f"{application['name']}, in {len(guilds)} servers"
    findings = [Finding("discord", True, said), Finding("discord invite", True, invite)]
    for setting in wanted:
        intent, flags = _INTENTS[setting]
        if not int(application.get("flags") or 0) & flags:
            where = f"Developer Portal, your application, Bot, {intent}"
            said = f"switch it on ({where}), or set KAMISHIBAI_{setting.upper()}=false"
            findings.append(Finding("discord intent", False, said))
    for guild in guilds:
        findings.append(await _server(session, base, guild))
    return findings


async def _server(session: aiohttp.ClientSession, base: str, guild: dict[str, str]) -> Finding:
    """Permissions in a server, and whether its feed can be seen."""
    what = f"discord server {guild['name']}"
    allowed = int(guild.get("permissions", "0"))
    missing = [name for name, bit in PERMISSIONS.items() if not allowed & (bit | _ADMINISTRATOR)]
    if missing:
        return Finding(what, False, f"missing: {', '.join(missing)}; Server Settings, Roles, or invite the bot anew")
    place = await Community.get_or_none(platform="discord", external_id=str(guild["id"]))
    feed = place.feed_channel if place is not None else None
    if feed is None:
        return Finding(what, True, "films go where their maker is; /setup feed names one channel for all")
    async with session.get(f"{base}/channels/{feed}") as answer:
        if answer.status in (403, 404):
            return Finding(
                what, False, "the feed channel cannot be seen; let the bot in, or choose another: /setup feed"
            )
        answer.raise_for_status()
        channel = await answer.json(content_type=None)
    return Finding(what, True, f"films go to #{channel.get('name', feed)}")
