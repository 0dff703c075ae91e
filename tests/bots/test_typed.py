from pathlib import Path

import pytest

from bots.language import Language
from bots.typed import read_typed

LANGUAGE = Language(Path(__file__).resolve().parents[2] / "locales")


def typed(text: str, names: dict[str, str] | None = None) -> tuple[str, dict[str, str]] | None:
    found = read_typed(text, LANGUAGE, names or {})
    return (found.command.name, dict(found.arguments)) if found else None


@pytest.mark.parametrize(
    ("text", "command", "arguments"),
    [
        ("/make 夜の屋根で猫が踊る", "make", {"prompt": "夜の屋根で猫が踊る"}),
        ("/make@kamishibai_bot 猫", "make", {"prompt": "猫"}),
        ("/make", "make", {}),
        ("/make 猫が踊る style:anime seconds=10", "make", {"prompt": "猫が踊る", "style": "anime", "seconds": "10"}),
        ("/make 画風:anime 秒数:10秒 猫が踊る", "make", {"prompt": "猫が踊る", "style": "anime", "seconds": "10秒"}),
        ("/make Title: cats\nSTYLE: noir\n0-4 s: a cat", "make", {"prompt": "Title: cats\nSTYLE: noir\n0-4 s: a cat"}),
        ("/make 犬「style:かわいい」", "make", {"prompt": "犬「style:かわいい」"}),
        ("/make style:ugly 猫", "make", {"prompt": "style:ugly 猫"}),
        ("/POST ABCD2345", "post", {"clip": "ABCD2345"}),
        ("/setup language:en", "setup", {"language": "en"}),
        ("/join ABCD-EFGH", "join", {"code": "ABCD-EFGH"}),
    ],
)
def test_commands_as_people_type_them(text: str, command: str, arguments: dict[str, str]) -> None:
    assert typed(text) == (command, arguments)


@pytest.mark.parametrize("text", ["make a cat", "/nothing", "//make", "/makefile x", "/like", "", "/"])
def test_what_is_no_command_of_ours(text: str) -> None:
    assert typed(text) is None


def test_a_command_that_is_called_otherwise_is_found_under_that_name_alone() -> None:
    assert typed("/film 猫", {"make": "film"}) == ("make", {"prompt": "猫"})
    assert typed("/make 猫", {"make": "film"}) is None
