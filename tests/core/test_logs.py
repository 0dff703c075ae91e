import logging
from collections.abc import Iterator

import pytest

from core.logs import start_logging

TOKEN = "123456:AAH-secret-of-the-bot"


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in ("httpx", "discord")}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)


def test_no_token_is_written_even_within_a_trace(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("INFO", [TOKEN, ""])
    try:
        raise OSError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except OSError:
        logging.getLogger("kamishibai").exception("asking %s", TOKEN)
    said = capsys.readouterr().err
    assert TOKEN not in said
    assert said.count("[secret]") >= 2


def test_libraries_speak_up_only_when_something_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging("DEBUG", [])
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("discord.gateway").warning("cannot keep up")
    said = capsys.readouterr().err
    assert "HTTP Request" not in said
    assert "cannot keep up" in said
