"""What `doctor` looks at on Telegram: the token, and what BotFather was told; and what to click."""

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from core.checkup import Finding
from core.settings import Settings

SECONDS = 5.0


async def checkup(settings: Settings) -> list[Finding]:
    """Look at everything that a token shows; never raises."""
    base = settings.telegram_api_base.rstrip("/")
    request = HTTPXRequest(connect_timeout=SECONDS, read_timeout=SECONDS)
    try:
        async with Bot(
            settings.telegram_token.get_secret_value().strip(),
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=request,
        ) as bot:
            return await _look(bot)
    except InvalidToken:
        return [Finding("telegram", False, "the token is not accepted; ask @BotFather for it: /token")]
    except TelegramError as error:
        return [Finding("telegram", False, f"cannot be reached ({error}); is this machine on the network?")]


async def _look(bot: Bot) -> list[Finding]:
    me = await bot.get_me()
    findings = [
        Finding("telegram", True, f"@{me.username}"),
        Finding("telegram invite", True, f"https://t.me/{me.username}?startgroup=true&admin=post_messages"),
    ]
    if not me.can_join_groups:
        findings.append(Finding("telegram groups", False, "not allowed; tell @BotFather: /setjoingroups, Enable"))
    hears = "hears everything" if me.can_read_all_group_messages else "hears commands and replies to its messages"
    findings.append(Finding("telegram privacy", True, f"in groups it {hears}; as an administrator also reactions"))
    if not me.supports_inline_queries:
        said = "off; to share films in any chat, tell @BotFather: /setinline"
        findings.append(Finding("telegram inline mode", True, said))
    webhook = await bot.get_webhook_info()
    if webhook.url:
        said = "a webhook is set, so updates go elsewhere; whoever set it has to delete it"
        findings.append(Finding("telegram updates", False, said))
    return findings
