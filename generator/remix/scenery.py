"""Another place, time, weather, light, style, view or mood; nobody on stage does anything else for it."""

from dataclasses import replace
from typing import Any, cast

from core.screenplay.model import Mend
from generator.remix.changes import Setting
from generator.remix.players import Impossible, somebody
from generator.remix.shots import changed, numbers
from generator.storyboard import Presence, Shot, Storyboard
from generator.vocabulary import Mood, Place, Style

_FLOATING = frozenset({"underwater", "space", "sky"})
_AFLOAT = 0.28  # of the height: where directors put who has no ground under their feet
_ON_ITS_WAY = frozenset({"fly", "float", "swim"})
_SOUNDS_OF = {"rain": {"rain"}, "storm": {"rain", "thunder", "wind"}, "wind": {"wind"}}


def set_to(board: Storyboard, change: Setting) -> tuple[Storyboard, tuple[Mend, ...]]:
    """The setting changed where the change says."""
    mend = Mend("remix-setting", (("kind", change.kind), ("word", change.word)))
    if change.old is not None:
        mend = Mend("remix-replaced", (("old", change.old_word), ("new", change.word)))
    if change.kind == "style":
        _check_old(board.style, change)
        return replace(board, style=cast(Style, change.name)), (mend,)
    if change.kind == "mood":
        if change.name == "none":
            mend = Mend("remix-no-music")
        return replace(board, music=cast(Mood, change.name)), (mend,)
    if change.kind == "tint":
        return replace(board, tint=cast(Any, change.name)), (mend,)
    chosen = numbers(board, change.where)
    if change.old is not None and not any(getattr(board.shots[at], change.kind) == change.old for at in chosen):
        raise Impossible("remix-nobody", who=change.old_word)
    focus = somebody(board, change.focus)[0].id if change.focus is not None else None

    def shot(one: Shot) -> Shot:
        if change.old is not None and getattr(one, change.kind) != change.old:
            return one
        if focus is not None and all(presence.character != focus for presence in one.cast):
            return one
        return _set(one, change, focus)

    after = changed(board, change.where, shot)
    if change.kind == "weather":
        after = _quiet(after, {one.weather for one in board.shots} - {one.weather for one in after.shots})
    return after, (mend,)


def _check_old(now: str, change: Setting) -> None:
    if change.old is not None and change.old != now:
        raise Impossible("remix-nobody", who=change.old_word)


def _set(shot: Shot, change: Setting, focus: str | None) -> Shot:
    fields: dict[str, Any] = {change.kind: change.name}
    now = replace(shot, **fields)
    match change.kind:
        case "place":
            place = cast(Place, change.name)
            cast_ = tuple(_grounded(presence, shot, place) for presence in shot.cast)
            return replace(now, backdrop=None, cast=cast_)
        case "time_of_day" if shot.light == "moonlight" and change.name != "night":
            return replace(now, light="natural")
        case "framing":
            if change.name == "close" and not shot.cast:
                return shot
            if change.name == "two_shot" and len(shot.cast) < 2:
                return replace(now, framing="medium")
            nearest = focus or shot.focus or (shot.cast[0].character if shot.cast else None)
            return replace(now, focus=nearest if change.name in ("close", "medium") else shot.focus)
    return replace(now, focus=focus) if focus else now


def _grounded(presence: Presence, shot: Shot, place: Place) -> Presence:
    """Who hung in the water or in space stands on the new ground, and the other way round; all else stays."""
    afloat = place in _FLOATING
    if afloat == (shot.place in _FLOATING):
        return presence
    if afloat:
        return replace(presence, y=_AFLOAT) if presence.y == 0.0 else presence
    moves = {act.action for act in shot.acts if act.character == presence.character}
    return replace(presence, y=0.0) if presence.y == _AFLOAT and not moves & _ON_ITS_WAY else presence


def _quiet(board: Storyboard, gone: set[Any]) -> Storyboard:
    """Weather that is over is not heard any more."""
    effects = {effect for weather in gone for effect in _SOUNDS_OF.get(weather, ())}
    return replace(board, sounds=tuple(cue for cue in board.sounds if not (cue.loop and cue.effect in effects)))
