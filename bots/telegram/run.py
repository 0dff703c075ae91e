"""Starts the Telegram bot and its messenger, and ends them together."""

import asyncio
import logging
from contextlib import suppress
from typing import Any

from telegram import LinkPreviewOptions
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, Defaults

from bots.desk import Desk
from bots.messenger import Messenger
from bots.telegram.bot import UPDATES, TelegramBot
from bots.telegram.menus import set_menus
from core.refusals import Misconfigured

log = logging.getLogger(__name__)

POLL_SECONDS = 20  # that Telegram holds a request for updates open
AGAIN_SECONDS = 3.0  # between two tries to reach Telegram at the start
UPDATES_AT_ONCE = 64


async def run(desk: Desk, stop: asyncio.Event) -> None:
    """Until `stop` is set.

    Raises:
        Misconfigured: the token is none, or another copy of us listens with it.
    """
    application = _application(desk)
    bot = TelegramBot(desk, application)
    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def on_error(error: TelegramError) -> None:
        """While polling: another copy with the same token is told apart from bad weather."""
        if isinstance(error, Conflict | InvalidToken) and not failed.done():
            failed.set_exception(error)
        elif not failed.done():
            log.warning("Telegram is away: %s", error)

    try:
        await _reach(application, stop)
        if stop.is_set():
            return
        await set_menus(application.bot, desk)
        if application.updater is None:
            raise RuntimeError("an application without an updater")
        await application.updater.start_polling(
            timeout=POLL_SECONDS,
            allowed_updates=UPDATES,
            drop_pending_updates=False,
            error_callback=on_error,
            bootstrap_retries=-1,
        )
        await application.start()
        await _until(stop, failed, Messenger(desk.house, bot.outlet))
    except Conflict as error:
        raise Misconfigured(
            "another Kamishibai listens with this Telegram token; stop it, or use another bot"
        ) from error
    except InvalidToken as error:
        raise Misconfigured("Telegram does not know this token; set KAMISHIBAI_TELEGRAM_TOKEN anew") from error
    finally:
        await _end(application)


def _application(desk: Desk) -> Application:  # type: ignore[type-arg]  # six parameters of no use here
    settings = desk.house.settings
    base = settings.telegram_api_base.rstrip("/")
    return (
        Application.builder()
        .token(settings.telegram_token.get_secret_value().strip())
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .concurrent_updates(UPDATES_AT_ONCE)
        .build()
    )


async def _reach(application: Application, stop: asyncio.Event) -> None:  # type: ignore[type-arg]
    """Initialize, as often as it takes; a machine may start before its network."""
    while not stop.is_set():
        try:
            await application.initialize()
            return
        except InvalidToken:
            raise
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s); trying again", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), AGAIN_SECONDS)


async def _until(stop: asyncio.Event, failed: "asyncio.Future[None]", messenger: Messenger) -> None:
    stopped, talking = asyncio.create_task(stop.wait()), asyncio.create_task(messenger.run())
    waited: set[asyncio.Future[Any]] = {stopped, talking, failed}
    try:
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        if failed.done():
            failed.result()
        if talking.done():
            talking.result()
    finally:
        for part in (stopped, talking):
            part.cancel()
            with suppress(asyncio.CancelledError):
                await part


async def _end(application: Application) -> None:  # type: ignore[type-arg]
    if application.updater is not None and application.updater.running:
        await application.updater.stop()
    if application.running:
        await application.stop()
    with suppress(RuntimeError):  # never initialized
        await application.shutdown()
