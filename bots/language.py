"""Words in the reader's language: Fluent files in `locales/<language>/*.ftl`, English where one is missing."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Pattern, VariableReference
from fluent.syntax.visitor import Visitor

from core.choices import LOCALES

FALLBACK = "en"


class Language:
    """All messages of all languages, read once.

    Raises KeyError for a message id that no file has: that is a bug, and the tests look for it.
    """

    def __init__(self, folder: Path, command_names: Mapping[str, str] | None = None) -> None:
        """`command_names`: commands that are called otherwise here (make -> film), in texts too."""
        self._bundles = {locale: _read(folder / locale, locale) for locale in LOCALES}
        self._names = dict(command_names or {})
        self._command = re.compile(rf"(?<![\w/])/({'|'.join(map(re.escape, self._names)) or '(?!)'})\b")

    def text(self, locale: str, message: str, /, **params: object) -> str:
        """The message in the reader's language; a datetime becomes `<t:UNIX>`, which adapters show in local time."""
        for name in (resolve(locale), FALLBACK):
            bundle, _ = self._bundles[name]
            if bundle.has_message(message):
                value = bundle.get_message(message).value
                if value is not None:
                    text, errors = bundle.format_pattern(value, _readable(params))
                    if errors:
                        raise errors[0]
                    return self._renamed(str(text))
        raise KeyError(message)

    def _renamed(self, text: str) -> str:
        return self._command.sub(lambda found: "/" + self._names[found[1]], text) if self._names else text

    def ids(self, locale: str) -> set[str]:
        """The ids of all messages of exactly this language."""
        return set(self._bundles[resolve(locale)][1])

    def templates(self, locale: str, prefix: str) -> dict[str, str]:
        """Messages that start with `prefix`, with variables left as `{name}`, for a page that fills them in itself."""
        found: dict[str, str] = {}
        for name in (FALLBACK, resolve(locale)):
            bundle, ids = self._bundles[name]
            for id in ids:
                value = bundle.get_message(id).value if id.startswith(prefix) else None
                if value is not None:
                    found[id] = str(
                        bundle.format_pattern(value, {name: "{" + name + "}" for name in _variables(value)})[0]
                    )
        return found


class _Names(Visitor):
    """Collects the variables of a pattern."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.found.add(node.id.name)


def _variables(pattern: Pattern) -> set[str]:
    names = _Names()
    names.visit(pattern)
    return names.found


def resolve(locale: str) -> str:
    """The language of ours that is nearest to a platform's locale ("ja-JP" -> "ja", "fr" -> "en")."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else FALLBACK


def _read(folder: Path, locale: str) -> tuple[FluentBundle, frozenset[str]]:
    bundle = FluentBundle([locale], use_isolating=False)
    ids: list[str] = []
    for file in sorted(folder.glob("*.ftl")):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        ids += [entry.id.name for entry in resource.body if isinstance(entry, Message)]
        bundle.add_resource(resource)
    return bundle, frozenset(ids)


def _readable(params: Mapping[str, object]) -> dict[str, object]:
    return {
        name: f"<t:{int(value.timestamp())}>" if isinstance(value, datetime) else value
        for name, value in params.items()
    }
