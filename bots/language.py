"""Words in the reader's language: Fluent files in `locales/<language>/*.ftl`, English where a translation is missing."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = ("ja", "en")
FALLBACK = "en"


class Language:
    """All messages of all languages, read once.

    Raises KeyError for a message id that no file has: that is a bug, and the tests look for it.
    """

    def __init__(self, folder: Path) -> None:
        self._bundles = {locale: _read(folder / locale, locale) for locale in LOCALES}

    def text(self, locale: str, message: str, /, **params: object) -> str:
        """The message in the reader's language; a datetime becomes `<t:UNIX>`, which adapters show in local time."""
        for name in (resolve(locale), FALLBACK):
            bundle = self._bundles[name]
            if bundle.has_message(message):
                value = bundle.get_message(message).value
                if value is not None:
                    text, errors = bundle.format_pattern(value, _readable(params))
                    if errors:
                        raise errors[0]
                    return str(text)
        raise KeyError(message)

    def has(self, message: str) -> bool:
        """Whether any language has this message."""
        return any(bundle.has_message(message) for bundle in self._bundles.values())

    def messages(self, locale: str) -> dict[str, str]:
        """Every parameterless message of a language whose id starts with `web-`, for a page to carry."""
        found: dict[str, str] = {}
        for name in (FALLBACK, resolve(locale)):
            for key in self._bundles[name]._messages:
                if key.startswith("web-"):
                    found[key] = self._raw(name, key)
        return found

    def _raw(self, locale: str, message: str) -> str:
        bundle = self._bundles[locale]
        value = bundle.get_message(message).value
        text, _ = bundle.format_pattern(value, _Placeholders()) if value is not None else ("", [])
        return str(text)


class _Placeholders(dict[str, object]):
    """Leaves `{ $name }` as `{name}`, for texts that the page fills in itself."""

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> object:
        return "{" + key + "}"


def resolve(locale: str) -> str:
    """The language of ours that is nearest to a platform's locale ("ja-JP" -> "ja", "fr" -> "en")."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else FALLBACK


def _read(folder: Path, locale: str) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _readable(params: Mapping[str, object]) -> dict[str, object]:
    return {
        name: f"<t:{int(value.timestamp())}>" if isinstance(value, datetime) else value
        for name, value in params.items()
    }
