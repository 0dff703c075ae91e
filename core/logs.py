"""The log: one line a happening, and no secret in it, whichever library writes."""

import logging
from collections.abc import Iterable

CHATTY = ("arq", "aiohttp.access", "tortoise", "discord", "httpx", "telegram", "apscheduler")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(level: str, secrets: Iterable[str]) -> None:
    """Log to standard error from `level` on, libraries from WARNING on; `secrets` are never written out.

    httpx tells every address it calls, and Telegram's hold the bot's token.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(FORMAT, secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)


class _Discreet(logging.Formatter):
    """Formats a record, traces included, and strikes out what is secret."""

    def __init__(self, form: str, secrets: Iterable[str]) -> None:
        super().__init__(form)
        self._secrets = sorted((secret for secret in secrets if len(secret) > 5), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line, without secrets."""
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        return text
