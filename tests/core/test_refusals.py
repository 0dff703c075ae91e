"""Every refusal of core has its words, in every language, with exactly the variables that it brings along."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.language import Language
from core.choices import LOCALES

ROOT = Path(__file__).parents[2]
ERRORS = {"Refusal", "BadInput", "NotYours", "NotFound", "NotAMember", "Spent", "TooLate"}


def _raised() -> Iterator[tuple[str, frozenset[str]]]:
    """(message id, names of its variables) of every refusal that core's code makes."""
    for file in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                message = node.args[0]
                assert isinstance(message, ast.Constant), f"{file.name}: a refusal whose message is not written out"
                yield str(message.value), frozenset(word.arg or "" for word in node.keywords) - {"remedy"}


RAISED = sorted(set(_raised()), key=lambda one: (one[0], sorted(one[1])))


@pytest.fixture(scope="module")
def language() -> Language:
    return Language(ROOT / "locales")


def test_core_refuses_many_things() -> None:
    assert len(RAISED) > 15


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("message", "names"), RAISED, ids=[message for message, _ in RAISED])
def test_a_refusal_has_its_words(language: Language, locale: str, message: str, names: frozenset[str]) -> None:
    assert message in language.ids(locale)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    params = {name: moment if name.endswith("_at") else 7 for name in names}
    said = language.text(locale, message, **params)  # raises where a variable is missing
    assert said
    assert "{" not in said


def test_a_moment_is_left_for_the_platform_to_draw(language: Language) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for locale in LOCALES:
        said = language.text(locale, "refusal-allowance", used=30, limit=30, next_free_at=moment)
        assert f"<t:{int(moment.timestamp())}>" in said
