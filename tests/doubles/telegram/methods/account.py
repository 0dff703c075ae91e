"""The bot's own account, its updates and its files."""

from typing import TYPE_CHECKING, Any

from tests.doubles.telegram.answers import Wrong
from tests.doubles.telegram.files import DOWNLOAD
from tests.doubles.telegram.methods.entered import Json, answers

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble


@answers("getMe")
def get_me(d: "TelegramDouble", params: Json) -> Json:
    """What BotFather has been told of the bot."""
    return d.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not d.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


@answers("getUpdates")
async def get_updates(d: "TelegramDouble", params: Json) -> Any:
    """A long poll."""
    return await d.news.poll(
        params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0), params.get("allowed_updates")
    )


@answers("setWebhook")
def set_webhook(d: "TelegramDouble", params: Json) -> bool:
    """Noted, though nothing is ever sent there: polls are refused from now on."""
    d.news.webhook = params["url"]
    return delete_pending(d, params)


@answers("deleteWebhook")
def delete_webhook(d: "TelegramDouble", params: Json) -> bool:
    """Polls are taken again."""
    d.news.webhook = ""
    return delete_pending(d, params)


def delete_pending(d: "TelegramDouble", params: Json) -> bool:
    """Forget what has not been fetched, if that is asked for."""
    if params.get("drop_pending_updates"):
        d.news.forget_pending()
    return True


@answers("getWebhookInfo")
def get_webhook_info(d: "TelegramDouble", params: Json) -> Json:
    """Where updates go, and how many wait."""
    return {"url": d.news.webhook, "has_custom_certificate": False, "pending_update_count": d.news.pending}


@answers("getFile")
def get_file(d: "TelegramDouble", params: Json) -> Json:
    """Where a file can be fetched."""
    stored = d.files.find(params["file_id"])
    if stored is None:
        raise Wrong(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    if len(stored.upload) > DOWNLOAD:
        raise Wrong(400, "Bad Request: file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.upload),
        "file_path": stored.path,
    }
