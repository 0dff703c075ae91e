import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.commands import COMMANDS
from bots.language import Language, resolve
from core.choices import LOCALES

ROOT = Path(__file__).resolve().parents[2]
USED = re.compile(r'"((?:refusal|mend|stage|button|confirm|form|draft|fact|queue|quota|help|invite)-[a-z0-9-]+)"')


@pytest.fixture(scope="module")
def language() -> Language:
    return Language(ROOT / "locales")


def test_both_languages_say_the_same_things(language: Language) -> None:
    assert language.ids("ja") == language.ids("en")


def test_every_message_that_the_code_names_exists(language: Language) -> None:
    named = {
        id
        for room in ("bots", "core", "generator")
        for file in (ROOT / room).rglob("*.py")
        for id in USED.findall(file.read_text(encoding="utf-8"))
    }

    assert len(named) > 40
    assert named - language.ids("en") == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_parameter_and_choice_has_words(language: Language, locale: str) -> None:
    for command in COMMANDS:
        if not command.listed:
            continue
        assert language.text(locale, f"command-{command.name}")
        for parameter in command.parameters:
            assert language.text(locale, f"command-{command.name}-{parameter.name}")
            for choice in parameter.choices:
                assert language.text(locale, f"choice-{choice}")


def test_a_moment_is_written_for_the_adapter_to_show_in_local_time(language: Language) -> None:
    when = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    text = language.text("en", "quota-spent", used=30, limit=30, next_free_at=when)

    assert f"<t:{int(when.timestamp())}>" in text


def test_a_foreign_locale_reads_english_and_a_japanese_one_japanese() -> None:
    assert (resolve("fr-FR"), resolve("ja-JP"), resolve("ja"), resolve("")) == ("en", "ja", "ja", "en")


def test_an_unknown_message_is_a_bug(language: Language) -> None:
    with pytest.raises(KeyError):
        language.text("en", "no-such-message")


def test_plurals_follow_the_language(language: Language) -> None:
    assert language.text("en", "invite-left", left=1) == "You have 1 more invite."
    assert language.text("en", "invite-left", left=4) == "You have 4 more invites."
