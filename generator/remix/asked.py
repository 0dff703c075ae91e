"""What both languages have in common: what stands before and after "becomes", read as a change."""

import re

from core.screenplay.model import Manner
from generator.remix.changes import Change, Do, Look, Noun, Replace, Setting, Where
from generator.remix.nouns import SETTINGS, Phrase, noun, nouns, phrase
from generator.vocabulary import ORIENTATIONS

MANNERS: tuple[tuple[str, Manner], ...] = (
    (r"叫|怒鳴|絶叫|shout|yell|scream", "shout"),
    (r"ささや|囁|つぶや|whisper|mutter", "whisper"),
    (r"歌|sing", "sing"),
    (r"思|心の中|think", "think"),
)
ORIENTED: tuple[tuple[str, str], ...] = (
    (r"縦長|縦型|縦画面|縦動画|^縦|\bvertical(?:ly)?\b|\bportrait\b|9[:x]16", ORIENTATIONS[0]),
    (r"横長|横型|横画面|横動画|^横|\bhorizontal(?:ly)?\b|\blandscape\b|\bwidescreen\b|16[:x]9", ORIENTATIONS[1]),
    (r"正方形|スクエア|真四角|\bsquare\b(?! dance)|1[:x]1\b", ORIENTATIONS[2]),
)


def becomes(old: str, new: str, where: Where) -> list[Change]:
    """`old` is to be `new`, whatever they are: people, things, doings, looks, settings."""
    before, after = phrase(old), phrase(new)
    who = noun(old)
    if change := _setting_for_setting(before, after, where):
        return [change]
    doing, instead = after.action(), before.action()
    if after.concept is None and doing and (instead or (who and who.known)):
        return [
            Do(None if instead and not (who and who.known) else who, *doing, instead[0] if instead else None, where)
        ]
    if after.concept is None and who is not None and (who.known or after.look() != (None, None, None)):
        if look := looks(who, after):
            return [look]
        if settings := settings_of(after, where):
            return settings if _is_about_the_film(old) else []
    became = noun(new)
    if who is None or became is None:
        return []
    if not who.known and not became.known:
        return []
    return [Replace(one, became, where) for one in nouns(old)]


def _is_about_the_film(old: str) -> bool:
    return (
        re.search(
            r"場所|舞台|背景|時間|天気|天候|画風|スタイル|絵|音楽|BGM|雰囲気|カメラ|構図|季節|全体|"
            r"動画|映像|映画|^シーン$|"
            r"\b(?:it|this|setting|place|location|scene|background|time|weather|style|look|music|"
            r"mood|tone|camera|film|video|movie|clip|everything|sky|score|soundtrack|vibe)\b",
            old,
            re.I,
        )
        is not None
    )


def _setting_for_setting(before: Phrase, after: Phrase, where: Where) -> Change | None:
    """A forest becomes a beach: only where the forest is."""
    for kind in SETTINGS:
        was, now = before.setting(kind), after.setting(kind)
        if was and now:
            return Setting(kind, now[1], now[2], was[1], was[2], where=where)
    return None


def looks(who: Noun, after: Phrase) -> Change | None:
    """Somebody in another colour, size or with another face; None if nothing of that is named."""
    colour, scale, face = after.look()
    if colour is None and scale is None and face is None:
        return None
    word = next(m.text for m in after.matches if m.of("colour") or m.of("size") or m.of("expression"))
    return Look(who, word, colour, scale, face)


def settings_of(found: Phrase, where: Where, focus: Noun | None = None) -> list[Change]:
    """Every setting that is named."""
    return [
        Setting(kind, name, word, focus=focus if kind in ("framing", "camera") else None, where=where)
        for kind, name, word in found.settings()
    ]


def manner_in(text: str) -> Manner | None:
    """How something is said, if the text says how."""
    return next((manner for words, manner in MANNERS if re.search(words, text, re.I)), None)
